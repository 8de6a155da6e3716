"""Receipts in the window: taken a line each, shown in figures and capitals, void, summed up."""

from dataclasses import replace
from decimal import Decimal
from functools import partial

import pytest
from pytestqt.qtbot import QtBot

from desk.clock import FixedClock
from desk.domain.fee_mandate import SignEntry
from desk.domain.receipt import LineEntry, Method, Place
from desk.i18n import EstateFormat
from desk.services import fee_mandate, receipt
from desk.services.workplace import Workplace
from desk.ui.kit.person_field import PickedPerson
from desk.ui.kit.result_list import Found
from desk.ui.receipt.deeds import ReceiptDeeds
from desk.ui.receipt.form import ReceiptForm
from desk.ui.receipt.receipts_page import ReceiptsPage
from desk.ui.receipt.record import ReceiptRecord
from desk.ui.shell.finding import people_of
from desk.wording import sentence
from tests.services.conftest import Household
from tests.services.order_course import Course, manager
from tests.services.test_receipt import DAY, ENTRY, MANDATE, TODAY


def form_of(page: ReceiptsPage) -> ReceiptForm:
    form = page.start_new()
    assert isinstance(form, ReceiptForm)
    return form


def taken(page: ReceiptsPage, lines: str) -> ReceiptRecord:
    form = form_of(page)
    form.field("payer").set_value("曾德華")
    form.field("lines").set_value(lines)
    assert form.save(), form.summary()
    record = page.open_form()
    assert isinstance(record, ReceiptRecord)
    return record


def test_a_line_is_what_was_paid_for_and_its_amount(page: ReceiptsPage) -> None:
    record = taken(page, "換水喉 1,280\n上門費：180.5\n減收 -60.50\nA4 紙 2 包 ２０")
    assert record.row().lines == (
        LineEntry("換水喉", Decimal(1280)),
        LineEntry("上門費", Decimal("180.5")),
        LineEntry("減收", Decimal("-60.50")),
        LineEntry("A4 紙 2 包", Decimal(20)),
    )
    assert record.row().total == Decimal(1420)


def test_the_list_has_a_column_for_what_the_money_was_for(page: ReceiptsPage) -> None:
    """Also beside a receipt, where the window is smallest: 628 pixels for the whole list."""
    taken(page, "裝修垃圾清運費 2300\n出入證 3 張 150")
    (row,) = page._deeds.page({}, None).rows
    model = page.table._model
    told = {one.key: (one.text(row), one.note(row) if one.note else "") for one in model.columns}
    assert told["what"] == ("裝修垃圾清運費, 出入證 3 張", row.collected_by)
    assert told["total"] == ("HK$2,450.00", "Cash")
    assert 628 - sum(one.width for one in model.columns if not one.stretch) > 160


def test_a_receipt_is_shown_in_figures_and_capitals(page: ReceiptsPage) -> None:
    record = taken(page, "換水喉 1280")
    assert record.amount.text() == "HK$1,280.00　港幣壹仟貳佰捌拾元正"
    act = record.bar.primary()[0]
    assert act.code == "print_receipt"


def test_money_that_was_written_down_later_says_when(
    page: ReceiptsPage, workplace: Workplace
) -> None:
    at_once = receipt.take(workplace, ENTRY)
    later = receipt.take(workplace, replace(ENTRY, received_at=workplace.now() - DAY))
    for row, is_told in ((at_once, False), (later, True)):
        record = page.open_key(str(row.id))
        assert isinstance(record, ReceiptRecord)
        assert any("Written down at" in one for one in record.head.words()) is is_told


def test_a_receipt_names_the_record_it_was_paid_for(
    page: ReceiptsPage, workplace: Workplace, clock: FixedClock
) -> None:
    course = Course(workplace, clock)
    course.complete()
    (row,) = course.order.receipts
    record = page.open_key(str(row.id))
    assert isinstance(record, ReceiptRecord)
    assert course.order.detail.number in record.head.words()


def test_a_line_without_an_amount_is_refused_beside_the_field(page: ReceiptsPage) -> None:
    form = form_of(page)
    form.field("payer").set_value("曾德華")
    form.field("lines").set_value("換水喉")
    assert not form.save()
    assert form.refusal("lines") == sentence("receipt.amount.none", {"place": 1})


def test_refusals_are_the_services_sentences(page: ReceiptsPage, language: str) -> None:
    form = form_of(page)
    form.field("place").set_value(Place.ON_SITE)
    form.field("method").set_value(Method.CHEQUE)
    form.field("method").changed.emit()
    assert not form.save()
    for key in ("payer", "lines", "collected_by", "reference"):
        assert form.refusal(key) == sentence(f"receipt.{key}.missing")


def test_the_number_of_a_cheque_is_asked_where_it_is_not_cash(page: ReceiptsPage) -> None:
    form = form_of(page)
    cell = form.fields.cell("reference")
    assert not cell.isVisibleTo(form)
    form.field("method").set_value(Method.TRANSFER)
    form.field("method").changed.emit()
    assert cell.isVisibleTo(form)


def test_a_home_says_who_pays(page: ReceiptsPage, household: Household) -> None:
    form = page.begin_for_unit(household.unit_id)
    assert isinstance(form, ReceiptForm)
    assert form.field("payer").value() == household.name
    form.field("lines").set_value("管理費 900")
    assert form.save()
    other = form_of(page)
    other.person.set_value(PickedPerson("unit", str(household.unit_id), household.unit, ""))
    other.person._picked(Found("resident", str(household.resident_id), household.name, ""))
    assert other.field("payer").value() == household.name


def test_a_void_receipt_says_so_and_is_not_counted(page: ReceiptsPage) -> None:
    record = taken(page, "換水喉 1280")
    assert "1,280.00" in page.sums.total.text()
    act = record.bar.act("void")
    assert act is not None
    dialog = record.run(act)
    assert dialog is not None
    dialog.field("why").set_value("寫錯")
    assert dialog.save()
    assert record.row().void_why == "寫錯"
    assert record.bar.act("void") is None
    assert page.sums.total.text() == ""


def test_a_second_person_looks_at_a_void_receipt_in_the_window(
    workplace: Workplace, qtbot: QtBot
) -> None:
    """R21: the desk's own button says why it is shut; the manager's is open."""
    known = receipt.take(workplace, ENTRY)
    receipt.void(workplace, known.id, known.version, "寫錯")
    for place, is_shut in ((workplace, True), (manager(workplace), False)):
        record = ReceiptRecord(ReceiptDeeds(place, partial(people_of, place)))
        qtbot.addWidget(record)
        record.load(receipt.get(place, known.id))
        act = record.bar.act("see_void")
        assert act is not None
        assert bool(act.shut(record.row())) is is_shut
    dialog = record.run(act)
    assert dialog is not None
    assert dialog.save()
    assert record.row().void_seen_by == "manager"
    assert record.bar.act("see_void") is None


def test_the_sums_are_of_the_chosen_days_by_way_of_paying(
    page: ReceiptsPage, workplace: Workplace, clock: FixedClock
) -> None:
    receipt.take(workplace, ENTRY)
    receipt.take(workplace, replace(ENTRY, method=Method.CARD))
    clock.advance(DAY)
    receipt.take(workplace, ENTRY)
    page.reload()
    assert page.sums.total.text() == "All together HK$120.50"
    page.filters.set_value("when", "yesterday")
    assert page.table.model().rowCount() == 2
    assert page.sums.total.text() == "All together HK$241.00"
    shown = page.sums.ways.text()
    assert (
        "\u2060".join("Cash\u00a0HK$120.50\u00a0(1\u00a0receipt)") in shown
    )  # never broken in two
    said = shown.replace("\u2060", "").replace("\u00a0", " ")
    assert said.startswith("Yesterday: ")
    assert "Cash HK$120.50 (1 receipt)" in said
    assert "Card" in said
    page.filters.set_value("method", "card")
    assert page.table.model().rowCount() == 1


def test_amounts_of_taiwan_have_cents_all_of_them_or_none(
    page: ReceiptsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ReceiptDeeds, "custom", EstateFormat.of("TW"))
    taken(page, "換水喉 1280")
    page.reload()
    assert totals(page) == ["NT$1,280"]
    assert page.sums.total.text() == "All together NT$1,280"
    record = taken(page, "影印 50.50\n換水喉 100")
    page.reload()
    assert totals(page) == ["NT$150.50", "NT$1,280.00"]
    assert page.sums.total.text() == "All together NT$1,430.50"
    assert record.amount.text().startswith("NT$150.50")
    assert record.lines.words() == ["影印", "NT$50.50", "換水喉", "NT$100.00"]


def totals(page: ReceiptsPage) -> list[str]:
    model = page.table._model
    (column,) = (one for one in model.columns if one.key == "total")
    return [column.text(model.row_at(row)) for row in range(model.rowCount())]


def test_the_list_is_found_by_words(page: ReceiptsPage, workplace: Workplace) -> None:
    receipt.take(workplace, ENTRY)
    receipt.take(workplace, replace(ENTRY, payer="李小姐"))
    page.words.setText("李小姐")
    page.reload()
    assert page.table.model().rowCount() == 1


def test_r32_the_builders_money_is_taken_by_his_mandate(
    page: ReceiptsPage, workplace: Workplace
) -> None:
    draft = fee_mandate.register(workplace, MANDATE)
    fee_mandate.sign(workplace, draft.id, draft.version, SignEntry("何經理", TODAY))
    form = form_of(page)
    form.field("payer").set_value("曾德華")
    form.field("mandate").set_value(str(draft.id))
    form.field("lines").set_value("泳池費 500")
    assert not form.save()
    assert "泳池費" in form.refusal("lines")
    form.field("lines").set_value("裝修按金 2000")
    assert form.save()
    record = page.open_form()
    assert isinstance(record, ReceiptRecord)
    assert record.row().mandate == draft.number
