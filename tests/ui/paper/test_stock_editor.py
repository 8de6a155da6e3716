"""The editor of pre-printed stock: fields are dragged, pushed by key, and typed in millimetres."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from desk.domain.print_stock import StockField
from desk.services import complaint, print_stock
from desk.services.complaint import ComplaintDetail
from desk.services.print_stock import StockRow
from desk.services.workplace import Workplace
from desk.ui.paper import stock_editor as editor_module
from desk.ui.paper.deeds import PaperDeeds
from desk.ui.paper.preview import Preview
from desk.ui.paper.stock_draft import StockDraft, samples_of
from desk.ui.paper.stock_editor import StockEditor
from tests.services.test_print_stock import ENTRY, FORM
from tests.ui.paper.test_preview import WHOLE, FakePrinters
from tests.ui.walk import guessing, unnamed

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def record(workplace: Workplace) -> ComplaintDetail:
    return complaint.register(workplace, WHOLE)


@pytest.fixture
def deeds(workplace: Workplace) -> PaperDeeds:
    return PaperDeeds(workplace)


@pytest.fixture
def stock(workplace: Workplace) -> StockRow:
    return print_stock.add(workplace, FORM, ENTRY)


@pytest.fixture
def printers() -> FakePrinters:
    return FakePrinters()


@pytest.fixture
def agreed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(editor_module, "ask", lambda *_words: True)


@pytest.fixture
def editor(
    deeds: PaperDeeds, stock: StockRow, printers: FakePrinters, agreed: None
) -> Iterator[StockEditor]:
    made = StockEditor(deeds, printers, FORM, row=stock, printer="front")
    made.show()
    yield made
    made.close()
    made.deleteLater()


def first(editor: StockEditor) -> StockField:
    return editor.draft.fields()[0]


def test_every_control_has_a_name_in_every_language(
    deeds: PaperDeeds, stock: StockRow, printers: FakePrinters, language: str
) -> None:
    made = StockEditor(deeds, printers, FORM, row=stock)
    made.show()
    assert unnamed(made) == []
    assert guessing(made) == []
    made.close()
    made.deleteLater()


def test_arrow_keys_move_a_field_by_a_millimetre_and_by_a_tenth(editor: StockEditor) -> None:
    QTest.keyClick(editor.canvas, Qt.Key.Key_Right)
    QTest.keyClick(editor.canvas, Qt.Key.Key_Down, SHIFT)
    assert (first(editor).x, first(editor).y) == (31, 20.1)
    assert editor.side.fields.field("x").value() == 31


def test_page_down_chooses_the_next_field_and_delete_takes_it_off(editor: StockEditor) -> None:
    QTest.keyClick(editor.canvas, Qt.Key.Key_PageDown)
    assert editor.draft.chosen() == 1
    assert editor.side.list.currentRow() == 1
    QTest.keyClick(editor.canvas, Qt.Key.Key_Delete)
    assert [one.name for one in editor.draft.fields()] == ["number"]


def test_a_field_is_dragged_with_the_mouse(editor: StockEditor) -> None:
    box = editor.canvas.place_of(first(editor))
    scale = box.width() / first(editor).width
    held = box.center().toPoint()
    QTest.mousePress(editor.canvas, Qt.MouseButton.LeftButton, pos=held)
    QTest.mouseMove(editor.canvas, held + QPoint(round(10 * scale), round(5 * scale)))
    QTest.mouseRelease(editor.canvas, Qt.MouseButton.LeftButton)
    assert (first(editor).x, first(editor).y) == pytest.approx((40, 25), abs=0.5)
    QTest.mouseMove(editor.canvas, held)
    assert first(editor).x == pytest.approx(40, abs=0.5)


def test_its_right_edge_makes_it_wider(editor: StockEditor) -> None:
    box = editor.canvas.place_of(first(editor))
    edge = QPoint(round(box.right()), round(box.center().y()))
    QTest.mousePress(editor.canvas, Qt.MouseButton.LeftButton, pos=edge)
    QTest.mouseMove(editor.canvas, edge + QPoint(40, 0))
    QTest.mouseRelease(editor.canvas, Qt.MouseButton.LeftButton)
    assert first(editor).width > 65
    assert first(editor).x == 30


def test_millimetres_are_typed(editor: StockEditor) -> None:
    line = editor.side.fields.field("x").control
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(line, "12.5")
    assert first(editor).x == 12.5
    assert line.text() == "12.5"  # type: ignore[attr-defined]


def test_a_value_is_put_on_and_kept(
    editor: StockEditor, workplace: Workplace, stock: StockRow
) -> None:
    kept: list[StockRow] = []
    editor.kept.connect(kept.append)
    editor.side.values.set_value("estate")
    editor.side.add_button.click()
    QTest.keyClick(editor, Qt.Key.Key_F8)
    (row,) = kept
    assert [one["name"] for one in row.fields] == ["number", "printed_by", "estate"]
    assert not editor.isVisible()
    assert print_stock.stock(workplace, stock.id) == row


def test_what_is_wrong_is_said_and_nothing_is_kept(
    editor: StockEditor, workplace: Workplace, stock: StockRow
) -> None:
    editor.head.field("name").set_value("")
    assert not editor.save()
    assert editor.head.cell("name").refusal() == "Give the stock a name."
    editor.head.field("name").set_value("甲")
    editor.draft.alter(x=140.0)
    assert not editor.save()
    assert "Move it inwards" in editor.message()
    assert print_stock.stock(workplace, stock.id) == stock


def test_the_test_print_goes_to_the_printer(editor: StockEditor, printers: FakePrinters) -> None:
    QTest.keyClick(editor, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert [name for name, _copies, _offset in printers.sent] == ["front"]
    assert editor.message() == "Sent to front."
    printers.there = []
    editor.print_test()
    assert "The printer front is not there any more." in editor.message()


def test_the_picture_is_seen_at_once_and_kept(
    editor: StockEditor,
    workplace: Workplace,
    stock: StockRow,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = tmp_path / "stock.png"
    path.write_bytes(b"no picture")
    monkeypatch.setattr(editor_module, "choose_to_open", lambda *_words: path)
    editor.picture_button.click()
    assert editor.message() == "This is no picture that can be shown."
    Image.new("RGB", (148, 210), (200, 40, 40)).save(path)
    editor.picture_button.click()
    assert editor.save()
    row = print_stock.stock(workplace, stock.id)
    assert print_stock.picture(workplace, row) == path.read_bytes()


def test_stock_that_is_used_up_is_offered_no_more(editor: StockEditor, deeds: PaperDeeds) -> None:
    editor.retire_button.click()
    assert deeds.stocks(FORM) == ()


def test_from_the_preview_the_record_stands_in_the_fields(
    deeds: PaperDeeds, record: ComplaintDetail, printers: FakePrinters, agreed: None
) -> None:
    made = Preview(deeds.of_case(FORM, record.id), deeds, printers)
    made.show()
    editor = made.open_stock()
    editor.head.field("name").set_value("新")
    editor.side.values.set_value("number")
    editor.side.add_button.click()
    (one,) = editor.draft.fields()
    assert editor.draft.words(one) == record.number
    assert editor.save()
    assert made.panel.wishes.stock_id() is not None
    sheet = made.sheet()
    assert sheet is not None
    assert "/" in sheet.template_version
    made.close()
    made.deleteLater()


def test_samples_go_by_the_names_that_stock_knows() -> None:
    content = {"number": "C1", "items": [{"what": "sofa", "count": 2}], "paid": None, "ok": True}
    assert samples_of(content) == {"number": "C1", "items_1_what": "sofa", "items_1_count": "2"}


def test_a_field_does_not_leave_the_paper_at_the_left_and_the_top() -> None:
    draft = StockDraft([StockField("number", 1, 1, 20)], {})
    draft.move(-5, -5)
    one = draft.field()
    assert one is not None
    assert (one.x, one.y) == (0, 0)


def test_a_closed_editor_is_freed(
    deeds: PaperDeeds,
    stock: StockRow,
    printers: FakePrinters,
    freed: Callable[[Callable[[], QWidget]], bool],
) -> None:
    assert freed(lambda: StockEditor(deeds, printers, FORM, row=stock))
