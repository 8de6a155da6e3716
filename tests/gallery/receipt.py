"""Scenes of receipts and of the builder's mandates."""

from collections.abc import Callable

from desk.ui.kit.deed_dialog import DeedDialog
from desk.ui.receipt.form import ReceiptForm
from desk.ui.receipt.mandate_form import MandateForm
from desk.ui.receipt.mandate_record import MandateRecord
from desk.ui.receipt.mandates_page import MandatesPage
from desk.ui.receipt.receipts_page import ReceiptsPage
from desk.ui.receipt.record import ReceiptRecord
from desk.ui.service_order.page import MANDATES, RECEIPTS, ServiceOrderPage
from tests.gallery.stage import Stage


def _receipts(stage: Stage) -> ReceiptsPage:
    page = stage.page("service_order")
    assert isinstance(page, ServiceOrderPage)
    section = page.show_section(RECEIPTS)
    assert isinstance(section, ReceiptsPage)
    stage.settle()
    return section


def _mandates(stage: Stage) -> MandatesPage:
    page = stage.page("service_order", "supervisor")
    assert isinstance(page, ServiceOrderPage)
    section = page.show_section(MANDATES)
    assert isinstance(section, MandatesPage)
    stage.settle()
    return section


def _first(page: ReceiptsPage, *, void: bool = False, of_builder: bool = False) -> ReceiptRecord:
    rows = page._deeds.page({}, None).rows
    wanted = (
        one for one in rows if one.is_void is void and (one.mandate is not None) == of_builder
    )
    record = page.open_key(str(next(wanted).id))
    assert isinstance(record, ReceiptRecord)
    page.table.choose(record.row().id)
    return record


def receipts(stage: Stage) -> None:
    """What came in, newest first, summed at the foot."""
    _receipts(stage)


def receipt(stage: Stage) -> None:
    """One with a reduction, in figures and in capitals."""
    page = _receipts(stage)
    rows = page._deeds.page({}, None).rows
    full = (page._deeds.get(one.id) for one in rows)
    several = next(one for one in full if len(one.lines) > 2)
    page.open_key(str(several.id))
    page.table.choose(several.id)
    stage.settle()


def of_builder(stage: Stage) -> None:
    """The builder's fees, by his mandate."""
    _first(_receipts(stage), of_builder=True)
    stage.settle()


def void(stage: Stage) -> None:
    """One that does not hold any more."""
    _first(_receipts(stage), void=True)
    stage.settle()


def voiding(stage: Stage) -> None:
    """Why it does not hold."""
    record = _first(_receipts(stage))
    act = record.bar.act("void")
    assert act is not None
    dialog = record.run(act)
    assert isinstance(dialog, DeedDialog)
    stage.over.append((dialog, None))
    dialog.save()
    stage.settle()


def taking(stage: Stage) -> None:
    """Money is taken; what is missing stands beside the fields."""
    form = _receipts(stage).start_new()
    assert isinstance(form, ReceiptForm)
    form.field("method").set_value("cheque")
    form.field("method").changed.emit()
    form.save()
    stage.settle()


def mandates(stage: Stage) -> None:
    """A mandate in force, and one that waits for the builder."""
    page = _mandates(stage)
    record = page.open_key(str(page._deeds.page({"state": "in_force"}, None).rows[0].id))
    assert isinstance(record, MandateRecord)
    page.table.choose(record.row().id)
    stage.settle()


def mandate(stage: Stage) -> None:
    """A mandate is written down."""
    form = _mandates(stage).start_new()
    assert isinstance(form, MandateForm)
    form.save()
    stage.settle()


SCENES: dict[str, Callable[[Stage], None]] = {
    "receipts": receipts,
    "receipt": receipt,
    "receipt-of-builder": of_builder,
    "receipt-void": void,
    "receipt-voiding": voiding,
    "receipt-taking": taking,
    "mandates": mandates,
    "mandate-writing": mandate,
}
