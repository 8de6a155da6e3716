"""Pre-printed stock in the preview: chosen, seen under the values, and never printed."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtGui import QColor

from desk.config import Profile
from desk.services import complaint, print_stock
from desk.services.complaint import ComplaintDetail
from desk.services.print_stock import StockRow
from desk.services.workplace import Workplace
from desk.ui.paper.deeds import PaperDeeds
from desk.ui.paper.preview import Preview
from desk.ui.paper.stock_ground import ground_of
from tests.services.test_print_stock import ENTRY, FORM
from tests.ui.paper.test_preview import WHOLE, FakePrinters


@pytest.fixture
def record(workplace: Workplace) -> ComplaintDetail:
    return complaint.register(workplace, WHOLE)


@pytest.fixture
def deeds(workplace: Workplace) -> PaperDeeds:
    return PaperDeeds(workplace)


@pytest.fixture
def stock(workplace: Workplace, tmp_path: Path) -> StockRow:
    path = tmp_path / "stock.png"
    Image.new("RGB", (148, 210), (200, 40, 40)).save(path)
    return print_stock.add(workplace, FORM, ENTRY, path)


@pytest.fixture
def preview(deeds: PaperDeeds, record: ComplaintDetail, stock: StockRow) -> Iterator[Preview]:
    made = Preview(deeds.of_case(FORM, record.id), deeds, FakePrinters())
    made.show()
    yield made
    made.close()
    made.deleteLater()


def choose(preview: Preview, stock: StockRow | None) -> None:
    preview.panel.wishes.stock.set_value(None if stock is None else stock.id)
    preview.panel.wishes.stock.changed.emit()


def corner(preview: Preview) -> QColor:
    """What is seen near the upper left corner of the page."""
    page = preview.view._pages[0]
    return page.grab().toImage().pixelColor(12, 12)


def test_without_stock_nothing_is_asked(deeds: PaperDeeds, record: ComplaintDetail) -> None:
    made = Preview(deeds.of_case(FORM, record.id), deeds, FakePrinters())
    made.show()
    assert not made.panel.wishes.stock.isVisible()
    assert made.panel.paper.isVisible()
    made.close()
    made.deleteLater()


def test_the_stock_is_seen_under_the_values_and_is_not_in_the_file(
    preview: Preview, stock: StockRow
) -> None:
    assert corner(preview) == QColor("white")
    choose(preview, stock)
    sheet = preview.sheet()
    assert sheet is not None
    assert sheet.paper == "A5"
    assert corner(preview) == QColor(200, 40, 40)
    assert b"/Subtype /Image" not in sheet.pdf
    choose(preview, None)
    assert corner(preview) == QColor("white")


def test_stock_has_its_own_paper_and_its_own_parts(preview: Preview, stock: StockRow) -> None:
    choose(preview, stock)
    assert not preview.panel.paper.isVisible()
    assert not preview.panel.copies.isVisible()
    assert preview.panel.wishes.captions() == ""


def test_a_printer_with_stock_in_it_prints_on_it(
    deeds: PaperDeeds, record: ComplaintDetail, stock: StockRow
) -> None:
    deeds.keep_profile(FORM, "back", Profile(stock=stock.id))
    made = Preview(deeds.of_case(FORM, record.id), deeds, FakePrinters())
    assert made.panel.asked().stock_id == stock.id
    dialog = made.open_profile()
    assert dialog is not None
    assert dialog.values()["stock"] == str(stock.id)
    dialog.close()
    made.close()
    made.deleteLater()


def test_stock_that_is_used_up_is_blank_paper_again(
    workplace: Workplace, deeds: PaperDeeds, record: ComplaintDetail, stock: StockRow
) -> None:
    deeds.keep_profile(FORM, "back", Profile(stock=stock.id))
    print_stock.retire(workplace, stock.id, stock.version)
    made = Preview(deeds.of_case(FORM, record.id), deeds, FakePrinters())
    assert made.panel.asked().stock_id is None
    assert made.sheet() is not None
    made.close()
    made.deleteLater()


def test_a_picture_that_cannot_be_read_leaves_white_paper() -> None:
    assert ground_of(b"") is None
    assert ground_of(b"\x89PNG damaged") is None
    assert ground_of(b"%PDF-1.4 damaged") is None
