"""Pre-printed stock 套打: kept, refused, printed on, used up; its picture is never printed."""

from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from desk.domain.print_stock import StockEntry, StockField
from desk.errors import NotFound, RuleRefused, StaleRecord
from desk.services import complaint, paper, print_stock
from desk.services.complaint import ComplaintDetail
from desk.services.paper import Asked, FormCode
from desk.services.print_stock import StockRow
from desk.services.workplace import Workplace
from tests.services.test_complaint import WHOLE

FORM = FormCode.COMPLAINT_SHEET
ENTRY = StockEntry(
    "投訴表 2019",
    "A5",
    (StockField("number", 30, 20, 60), StockField("printed_by", 30, 40, 60, lines=2)),
)


@pytest.fixture
def record(workplace: Workplace) -> ComplaintDetail:
    return complaint.register(workplace, WHOLE)


@pytest.fixture
def stock(workplace: Workplace) -> StockRow:
    return print_stock.add(workplace, FORM, ENTRY)


def refusals(workplace: Workplace, entry: StockEntry) -> list[str]:
    with pytest.raises(RuleRefused) as refused:
        print_stock.add(workplace, FORM, entry)
    return [reason.code for reason in refused.value.reasons]


def test_a_stock_is_read_back_as_it_was_kept(workplace: Workplace, stock: StockRow) -> None:
    assert print_stock.entry_of(print_stock.stock(workplace, stock.id)) == ENTRY
    assert print_stock.of_form(workplace, FORM) == (stock,)
    assert print_stock.of_form(workplace, FormCode.RELEASE_PASS) == ()


def test_only_the_values_stand_on_the_stock(
    workplace: Workplace, record: ComplaintDetail, stock: StockRow
) -> None:
    sheet = paper.prepare(workplace, FORM, record.id, Asked("zh_Hant", stock_id=stock.id))
    with pypdfium2.PdfDocument(sheet.pdf) as document:
        assert len(document) == 1
        assert document[0].get_size() == pytest.approx((419.5, 595.3), abs=0.5)
        words = document[0].get_textpage().get_text_bounded().split()
    assert words == [record.number, workplace.actor.name]
    assert (sheet.paper, sheet.captions) == ("A5", ())
    assert sheet.template_version.endswith(f"/{stock.id}.{stock.version}")


def test_a_print_on_stock_is_logged_and_shown_again(
    workplace: Workplace, record: ComplaintDetail, stock: StockRow
) -> None:
    sheet = paper.prepare(workplace, FORM, record.id, Asked("zh_Hant", stock_id=stock.id))
    printed = paper.send(workplace, sheet, "front")
    changed = replace(ENTRY, fields=ENTRY.fields[:1])
    print_stock.change(workplace, stock.id, stock.version, changed)
    assert paper.shown_again(workplace, printed.log_id) == sheet.pdf


def test_a_stock_of_another_form_is_not_found(
    workplace: Workplace, record: ComplaintDetail, stock: StockRow
) -> None:
    asked = Asked("zh_Hant", stock_id=stock.id)
    with pytest.raises(NotFound):
        paper.prepare(workplace, FormCode.COMPLAINT_RECORD, record.id, asked)
    with pytest.raises(NotFound):
        print_stock.stock(workplace, 99)


@pytest.mark.parametrize(
    ("entry", "codes"),
    [
        (replace(ENTRY, name=" "), ["stock.name.missing"]),
        (replace(ENTRY, paper="241x93"), ["paper.size.unfit"]),
        (replace(ENTRY, fields=(StockField("nothing", 30, 20, 60),)), ["overlay.name.unknown"]),
        (replace(ENTRY, fields=(StockField("number", 130, 20, 60),)), ["overlay.outside"]),
        (replace(ENTRY, fields=(StockField("qr", 30, 20, 9),)), ["overlay.qr.small"]),
    ],
)
def test_what_is_wrong_with_a_stock_is_said(
    workplace: Workplace, entry: StockEntry, codes: list[str]
) -> None:
    assert refusals(workplace, entry) == codes
    assert print_stock.of_form(workplace, FORM) == ()


def test_two_stocks_of_a_form_have_two_names(workplace: Workplace, stock: StockRow) -> None:
    assert refusals(workplace, ENTRY) == ["stock.name.taken"]


def test_two_clerks_do_not_overwrite_each_other(workplace: Workplace, stock: StockRow) -> None:
    print_stock.change(workplace, stock.id, stock.version, replace(ENTRY, name="甲"))
    with pytest.raises(StaleRecord):
        print_stock.change(workplace, stock.id, stock.version, replace(ENTRY, name="乙"))


def test_stock_that_is_used_up_is_not_offered(workplace: Workplace, stock: StockRow) -> None:
    print_stock.retire(workplace, stock.id, stock.version)
    assert print_stock.of_form(workplace, FORM) == ()
    assert print_stock.stock(workplace, stock.id).retired_at is not None


def test_the_picture_is_kept_for_the_screen(workplace: Workplace, tmp_path: Path) -> None:
    path = tmp_path / "stock.png"
    Image.new("RGB", (40, 60), "red").save(path)
    made = print_stock.add(workplace, FORM, ENTRY, path)
    assert print_stock.picture(workplace, made) == path.read_bytes()
    kept = print_stock.change(workplace, made.id, made.version, replace(ENTRY, name="甲"))
    assert kept.picture_id == made.picture_id


def test_without_a_picture_there_is_none(workplace: Workplace, stock: StockRow) -> None:
    assert print_stock.picture(workplace, stock) == b""


def test_the_values_that_may_stand_on_a_stock_are_known(workplace: Workplace) -> None:
    names = print_stock.names(workplace, FORM)
    assert {"number", "qr", "estate", "printed_at_year"} <= set(names)
    assert print_stock.names(workplace, FormCode.MONTHLY_SUMMARY) == ()


def test_the_test_page_names_every_field_in_its_place(workplace: Workplace) -> None:
    with pypdfium2.PdfDocument(print_stock.test_page(workplace, FORM, ENTRY, "en")) as document:
        assert document[0].get_textpage().get_text_bounded().split() == ["number", "printed_by"]
