"""The key receipts as a section: the list, a new one or one that is signed beside it."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from desk.i18n import _, pgettext
from desk.services.key_receipt import KeyReceiptRow
from desk.ui.key_custody import words
from desk.ui.key_custody.key_register import KeyRegister
from desk.ui.key_custody.receipt_deeds import ReceiptDeeds
from desk.ui.key_custody.receipt_form import ReceiptForm
from desk.ui.key_custody.receipt_record import ReceiptRecord, receipt_chip
from desk.ui.kit.choice_field import Choice
from desk.ui.kit.filter_bar import Filter
from desk.ui.kit.record_model import Column
from desk.ui.kit.register_page import RegisterPlan


class ReceiptsPage(KeyRegister[KeyReceiptRow]):
    """F2 writes one; it is printed, signed, and the sets on it leave custody."""

    def __init__(self, deeds: ReceiptDeeds) -> None:
        self._receipts = deeds
        super().__init__(_plan(self, deeds), deeds.keys)

    def opened(self, row: KeyReceiptRow) -> QWidget:
        """A receipt of the list."""
        return self._record(row.id)

    def opened_key(self, key: str) -> QWidget:
        """A receipt by its id or number."""
        return self._record(int(key) if key.isdecimal() else key)

    def new_form(self) -> ReceiptForm:
        """A receipt that is written."""
        return ReceiptForm(self._receipts)

    def begin_for_unit(self, unit_id: int) -> QWidget | None:
        """A receipt that knows the home, its owner and what the desk keeps of it."""
        form = self.start_new()
        if isinstance(form, ReceiptForm):
            form.begin_for(unit_id)
        return form

    def _record(self, key: int | str) -> ReceiptRecord:
        record = self.open_form()
        if not isinstance(record, ReceiptRecord):
            record = ReceiptRecord(self._receipts)
        record.load(self._receipts.get(key))
        return record

    def _record_saved(self, answer: object) -> None:
        """A form that was saved shows the receipt, to be printed and signed."""
        form = self.sender()
        super()._record_saved(answer)
        if isinstance(form, ReceiptForm) and isinstance(answer, KeyReceiptRow):
            record = self.open_key(str(answer.id))
            self.table.choose(answer.id)
            if isinstance(record, ReceiptRecord):
                record.focus_deed()


def _plan(page: ReceiptsPage, deeds: ReceiptDeeds) -> RegisterPlan[Any]:
    shown = _Shown(deeds)
    return RegisterPlan(
        title=words.receipts_title,
        columns=(
            Column("unit", words.room, _unit, 180, strong=True, note=_number),
            Column("receiver", _receiver_title, _receiver, stretch=True, note=_authority),
            Column("at", _at_title, shown.moment, 168, note=_by),
            Column("state", words.state, _nothing, 132, chip=receipt_chip),
        ),
        fetch=deeds.page,
        row_id=_id_of,
        empty=_empty_words,
        open_record=page.opened,
        open_key=page.opened_key,
        new_record=page.new_form if deeds.keys.may_register() else None,
        new_words=words.new_receipt,
        row_of=_same,
        filters=(Filter("state", words.state, _states),),
    )


class _Shown:
    """Moments by the estate's clock."""

    def __init__(self, deeds: ReceiptDeeds) -> None:
        self._deeds = deeds

    def moment(self, row: KeyReceiptRow) -> str:
        return self._deeds.keys.custom.datetime(row.handed_over_at)


def _same(saved: KeyReceiptRow) -> KeyReceiptRow:
    return saved


def _states() -> Sequence[Choice]:
    return [
        Choice("open", pgettext("key receipts", "To be signed")),
        Choice("closed", pgettext("key receipts", "Settled")),
    ]


def _id_of(row: KeyReceiptRow) -> int:
    return row.id


def _unit(row: KeyReceiptRow) -> str:
    return row.unit


def _number(row: KeyReceiptRow) -> str:
    return row.number


def _receiver(row: KeyReceiptRow) -> str:
    return row.receiver


def _authority(row: KeyReceiptRow) -> str:
    return row.authority or row.phone


def _by(row: KeyReceiptRow) -> str:
    return row.handed_by


def _nothing(_row: KeyReceiptRow) -> str:
    return ""


def _receiver_title() -> str:
    return _("Who receives them")


def _at_title() -> str:
    return _("Handed over at")


def _empty_words() -> str:
    return _("No keys were handed to an owner yet. F2 writes a receipt.")
