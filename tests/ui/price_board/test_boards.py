"""The price board in the window: drawn up, changed where it stands, approved, hung up."""

from decimal import Decimal

from PySide6.QtWidgets import QApplication

from desk.domain.price_board import FilingEntry, FilingKind
from desk.services import price_board, price_board_draft
from desk.services.workplace import Workplace
from desk.ui.kit.approval_dialog import ApprovalDialog
from desk.ui.kit.deed_dialog import DeedDialog
from desk.ui.kit.retranslate import speak
from desk.ui.price_board.board_form import BoardForm
from desk.ui.price_board.board_record import BoardRecord
from desk.ui.price_board.page import CataloguePage
from desk.wording import sentence
from tests.conftest import PASSWORD
from tests.services.catalogue_course import DRAIN, TAP, TODAY, in_force, manager
from tests.ui.price_board.conftest import asked, filled


def shown(page: CataloguePage) -> BoardRecord:
    record = page.open_form()
    assert isinstance(record, BoardRecord)
    return record


def begun(page: CataloguePage) -> BoardRecord:
    """F2, saved: the draft stands beside its list."""
    form = page.start_new()
    assert isinstance(form, BoardForm)
    assert form.save()
    return shown(page)


def test_a_first_board_is_drawn_up_item_by_item_and_approved(
    page: CataloguePage, workplace: Workplace
) -> None:
    manager(workplace)
    record = begun(page)
    assert sentence("price_board.items.none") in "".join(record.missing.facts.words())
    asked(record, "item", name="水龍頭更換", price=Decimal(80), unit="個", skill="水電").save()
    asked(record, "item", name="疏通廁所", price=Decimal("150.50"), unit="次").save()
    assert len(record.items.lines) == 2
    asked(record, "file", kind=FilingKind.FILED, filed_with="區市場監督管理局").save()
    act = record.bar.act("approve")
    assert act is not None
    record.run(act)
    (dialog,) = (one for one in QApplication.topLevelWidgets() if isinstance(one, ApprovalDialog))
    assert any("水龍頭更換" in line.label for line in dialog.shown())
    dialog.login.set_value("manager")
    dialog.password.set_value(PASSWORD)
    dialog.approve_button.click()
    assert record.known().row.approved_by == "何經理"
    assert [one.price for one in price_board.items(workplace)] == [Decimal(80), Decimal("150.5")]
    asked(record, "post").save()
    assert record.known().row.posted_on == TODAY


def test_an_item_of_a_draft_is_changed_and_taken_off_where_it_stands(
    page: CataloguePage, workplace: Workplace
) -> None:
    in_force(workplace, manager(workplace), TAP, DRAIN)
    record = begun(page)
    tap, drain = record.known().items
    filled(record.ask_item(tap.id), price=Decimal(95)).save()
    record.items.drop_wanted.emit(drain.id)
    tops = QApplication.topLevelWidgets()
    (dialog,) = (one for one in tops if isinstance(one, DeedDialog) and one.isVisible())
    dialog.save()
    assert [(one.code, one.price) for one in record.known().items] == [("001", Decimal(95))]
    told = record.differs.facts.words()
    assert "HK$80.00 / 個 becomes HK$95.00 / 個" in told
    assert "no longer offered" in told


def test_a_refused_price_stands_beside_its_field(page: CataloguePage) -> None:
    record = begun(page)
    dialog = asked(record, "item", name="", price=Decimal(-1), unit="個")
    dialog.save()
    assert dialog.refusal("name") == sentence("price_board.name.missing")
    assert dialog.refusal("price")
    dialog.untouched()
    dialog.reject()


def test_what_somebody_else_has_just_filed_is_not_written_over_unseen(
    page: CataloguePage, workplace: Workplace
) -> None:
    record = begun(page)
    filled(asked(record, "item"), name="換水龍頭", price=Decimal(80), unit="個").save()
    dialog = asked(record, "file", filed_with="發展和改革局")
    row = record.known().row
    entry = FilingEntry(FilingKind.FILED, TODAY, "市場監督管理局", "")
    price_board_draft.file(workplace, row.id, row.version, entry)
    for _time in range(2):
        assert not dialog.save()
        assert "Open it again" in dialog.refusal()
    assert record.known().row.filed_with == "市場監督管理局"
    dialog.untouched()
    dialog.reject()


def test_what_is_in_force_has_nothing_to_change(page: CataloguePage, workplace: Workplace) -> None:
    known = in_force(workplace, manager(workplace), TAP)
    page.open_key(f"price_board:{known.row.id}")
    record = shown(page)
    assert not record.add_item_button.isVisibleTo(record)
    assert record.bar.act("item") is None
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    speak(application, "zh_Hant")
    speak(application, "en")
    assert record.heading() == "B2026-000001"


def test_a_version_is_found_by_its_number(page: CataloguePage, workplace: Workplace) -> None:
    known = in_force(workplace, manager(workplace), TAP)
    page.open_key(known.row.number)
    assert shown(page).known().row.id == known.row.id
