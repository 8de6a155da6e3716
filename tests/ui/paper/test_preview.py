"""The preview: looking is not printing, sent is not printed, and every fault has words."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from desk.config import Profile
from desk.errors import EnvironmentFault
from desk.services import complaint, paper
from desk.services.complaint import ComplaintDetail
from desk.services.paper import FormCode
from desk.services.workplace import Workplace
from desk.ui.paper import preview as preview_module
from desk.ui.paper.deeds import PaperDeeds
from desk.ui.paper.document import PdfDocument
from desk.ui.paper.preview import Preview
from desk.ui.paper.printer import PLAIN, Printers
from tests.services.test_complaint import WHOLE


class FakePrinters(Printers):
    """Two printers that take everything, until one is unplugged."""

    def __init__(self, names: tuple[str, ...] = ("front", "back")) -> None:
        self.there = list(names)
        self.sent: list[tuple[str, int, tuple[float, float]]] = []

    def names(self) -> list[str]:
        return self.there

    def default(self) -> str:
        return self.there[-1] if self.there else ""

    def send(
        self,
        document: PdfDocument,
        name: str,
        profile: Profile = PLAIN,
        *,
        copies: int = 1,
        title: str = "",
    ) -> None:
        if name not in self.there:
            raise EnvironmentFault("paper.printer_gone", printer=name)
        self.sent.append((name, copies, profile.offset))


@pytest.fixture
def record(workplace: Workplace) -> ComplaintDetail:
    return complaint.register(workplace, WHOLE)


@pytest.fixture
def printers() -> FakePrinters:
    return FakePrinters()


@pytest.fixture
def preview(
    workplace: Workplace, record: ComplaintDetail, printers: FakePrinters
) -> Iterator[Preview]:
    made = make(workplace, record, printers)
    made.show()
    yield made
    if made.panel.is_asking():
        made.panel.no_button.click()
    made.close()
    made.deleteLater()


def make(workplace: Workplace, record: ComplaintDetail, printers: Printers) -> Preview:
    deeds = PaperDeeds(workplace)
    return Preview(deeds.of_case(FormCode.COMPLAINT_SHEET, record.id), deeds, printers)


def logged(workplace: Workplace, record: ComplaintDetail) -> list[tuple[str, int, int]]:
    """What counts as printed."""
    rows = paper.prints_of(workplace, "complaint", record.id)
    return [(row.destination, row.copies, row.reprint) for row in rows if row.outcome == "printed"]


def outcomes(workplace: Workplace, record: ComplaintDetail) -> list[str]:
    """What is known of every print, newest first."""
    return [row.outcome for row in paper.prints_of(workplace, "complaint", record.id)]


def test_every_control_has_a_name_in_every_language(
    workplace: Workplace, record: ComplaintDetail, printers: FakePrinters, language: str
) -> None:
    made = make(workplace, record, printers)
    made.show()
    for button in made.findChildren(QAbstractButton):
        assert button.accessibleName() or button.text(), button
    assert record.number in made.windowTitle()
    made.close()
    made.deleteLater()


def test_looking_is_not_printing(
    preview: Preview, workplace: Workplace, record: ComplaintDetail
) -> None:
    assert preview.sheet() is not None
    assert logged(workplace, record) == []


def test_the_paper_begins_in_the_regions_script_and_changes_at_a_click(preview: Preview) -> None:
    sheet = preview.sheet()
    assert sheet is not None
    assert sheet.language == "zh_Hant"
    preview.panel.language.set_value("zh_Hans")
    preview.panel.language.changed.emit()
    changed = preview.sheet()
    assert changed is not None
    assert (changed.language, changed.pdf == sheet.pdf) == ("zh_Hans", False)


def test_the_next_preview_begins_in_the_language_printed_last(
    workplace: Workplace, record: ComplaintDetail, printers: FakePrinters
) -> None:
    paper.print_record(workplace, FormCode.COMPLAINT_SHEET, record.number, "zh_Hans")
    made = make(workplace, record, printers)
    assert made.panel.asked().language == "zh_Hans"
    made.close()
    made.deleteLater()


def test_sent_is_logged_only_when_it_came_out(
    preview: Preview, workplace: Workplace, record: ComplaintDetail, printers: FakePrinters
) -> None:
    preview.panel.copies.set_value("2")
    QTest.keyClick(preview, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert printers.sent == [("back", 1, (0.0, 0.0))]
    assert preview.panel.is_asking()
    assert outcomes(workplace, record) == ["asked"]
    preview.panel.yes_button.click()
    assert logged(workplace, record) == [("printer", 2, 0)]
    assert not preview.panel.is_asking()


def test_what_did_not_come_out_is_not_marked_as_printed(
    preview: Preview, workplace: Workplace, record: ComplaintDetail
) -> None:
    preview.print_sheet()
    preview.panel.no_button.click()
    assert logged(workplace, record) == []
    assert preview.panel.message() == "Nothing was marked as printed."
    preview.print_sheet()
    preview.panel.yes_button.click()
    assert logged(workplace, record) == [("printer", 1, 0)]


def test_the_question_blocks_nothing_and_can_be_answered_later(
    preview: Preview, workplace: Workplace, record: ComplaintDetail
) -> None:
    preview.print_sheet()
    assert preview.panel.print_button.isEnabled()
    QTest.keyClick(preview, Qt.Key.Key_Escape)
    assert not preview.isVisible()
    assert outcomes(workplace, record) == ["asked"]
    assert [row.number for row in paper.unanswered(workplace)] == [record.number]


def test_the_log_knows_of_a_sheet_before_the_printer_does(
    preview: Preview, workplace: Workplace, record: ComplaintDetail, printers: FakePrinters
) -> None:
    known = []

    def look(*_document: object, **_more: object) -> None:
        known.append(outcomes(workplace, record))

    printers.send = look  # type: ignore[method-assign]
    preview.print_sheet()
    assert known == [["asked"]]


def test_a_program_that_dies_on_the_way_to_the_printer_leaves_the_question_open(
    preview: Preview, workplace: Workplace, record: ComplaintDetail, printers: FakePrinters
) -> None:
    class Killed(BaseException):
        pass

    def die(*_document: object, **_more: object) -> None:
        raise Killed

    printers.send = die  # type: ignore[method-assign]
    with pytest.raises(Killed):
        preview.print_sheet()
    assert outcomes(workplace, record) == ["asked"]


def test_a_print_key_that_is_held_down_prints_once(preview: Preview) -> None:
    (shortcut,) = preview.panel.print_button.findChildren(QShortcut)
    assert not shortcut.autoRepeat()


def test_a_second_print_while_the_first_is_unanswered_is_a_reprint(
    preview: Preview, workplace: Workplace, record: ComplaintDetail
) -> None:
    preview.print_sheet()
    preview.print_sheet()
    rows = paper.prints_of(workplace, "complaint", record.id)
    assert [(row.outcome, row.reprint) for row in rows] == [("asked", 1), ("asked", 0)]
    preview.panel.yes_button.click()
    assert outcomes(workplace, record) == ["printed", "asked"]


def test_the_log_tells_its_window_that_it_changed(preview: Preview) -> None:
    changes: list[str] = []
    preview.log_changed.connect(lambda: changes.append("log"))
    preview.printed.connect(lambda _answer: changes.append("printed"))
    preview.print_sheet()
    assert changes == ["log"]
    preview.panel.yes_button.click()
    assert changes == ["log", "printed"]


def test_a_second_print_says_that_it_is_one(preview: Preview, workplace: Workplace) -> None:
    preview.print_sheet()
    preview.panel.yes_button.click()
    sheet = preview.sheet()
    assert sheet is not None
    assert sheet.reprint == 1
    assert any("1 time before" in text for text in words_of(preview))


def words_of(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if not label.isHidden()]


def test_a_printer_that_went_away_is_said_plainly(
    preview: Preview, workplace: Workplace, record: ComplaintDetail, printers: FakePrinters
) -> None:
    printers.there = ["front"]
    preview.print_sheet()
    assert "The printer back is not there any more." in preview.panel.message()
    assert not preview.panel.is_asking()
    assert outcomes(workplace, record) == ["failed"]
    assert preview.panel.printer.value() == "front"
    preview.print_sheet()
    assert preview.panel.is_asking()
    assert paper.unanswered(workplace)[0].reprint == 0


def test_without_a_printer_the_button_says_so_and_saving_stays(
    workplace: Workplace, record: ComplaintDetail
) -> None:
    made = make(workplace, record, FakePrinters(()))
    made.show()
    assert made.panel.print_button.why_shut() in words_of(made.panel)
    assert made.panel.printer.isHidden() or not made.panel.printer.isVisible()
    assert made.panel.save_button.why_shut() == ""
    made.close()
    made.deleteLater()


def test_this_pc_remembers_the_printer_of_the_form(
    preview: Preview, workplace: Workplace, record: ComplaintDetail, printers: FakePrinters
) -> None:
    preview.panel.printer.set_value("front")
    preview.print_sheet()
    preview.panel.yes_button.click()
    other = make(workplace, record, printers)
    assert other.panel.printer.value() == "front"
    other.close()
    other.deleteLater()


def test_a_record_changed_meanwhile_is_looked_at_before_it_is_printed(
    preview: Preview, workplace: Workplace, record: ComplaintDetail, printers: FakePrinters
) -> None:
    complaint.change(workplace, record.id, record.version, replace(WHOLE, place="B座"))
    preview.print_sheet()
    assert printers.sent == []
    assert "changed meanwhile" in preview.panel.message()
    preview.print_sheet()
    assert len(printers.sent) == 1


def test_what_cannot_be_drawn_is_refused_where_the_sheet_would_be(
    workplace: Workplace, printers: FakePrinters
) -> None:
    record = complaint.register(workplace, replace(WHOLE, place="大堂\U0001f6a7"))
    made = make(workplace, record, printers)
    assert made.sheet() is None
    assert made.fault() != ""
    assert made.panel.print_button.why_shut() != ""
    assert made.panel.save_button.why_shut() != ""
    made.print_sheet()
    assert printers.sent == []
    made.close()
    made.deleteLater()


# Saving


def choose(monkeypatch: pytest.MonkeyPatch, path: Path | None) -> list[str]:
    proposed = []

    def chosen(_parent: QWidget, _title: str, name: str, _kinds: str = "") -> Path | None:
        proposed.append(name)
        return path

    monkeypatch.setattr(preview_module, "choose_to_save", chosen)
    return proposed


def test_saving_writes_the_file_and_the_log(
    preview: Preview,
    workplace: Workplace,
    record: ComplaintDetail,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    proposed = choose(monkeypatch, tmp_path / "sheet.pdf")
    preview.save_sheet()
    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF")
    assert proposed == [f"{record.number}-complaint-sheet.pdf"]
    assert logged(workplace, record) == [("pdf", 1, 0)]
    assert preview.panel.message() == "Saved as sheet.pdf."


def test_a_cancelled_save_leaves_nothing(
    preview: Preview,
    workplace: Workplace,
    record: ComplaintDetail,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    choose(monkeypatch, None)
    preview.save_sheet()
    assert logged(workplace, record) == []


def test_a_save_that_fails_is_said_plainly(
    preview: Preview,
    workplace: Workplace,
    record: ComplaintDetail,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    choose(monkeypatch, tmp_path / "none" / "sheet.pdf")
    preview.save_sheet()
    assert preview.panel.message() != ""
    assert logged(workplace, record) == []


# Showing


def test_long_texts_have_a_list_of_pages(workplace: Workplace, printers: FakePrinters) -> None:
    record = complaint.register(workplace, replace(WHOLE, course="大堂積水。" * 1500))
    made = make(workplace, record, printers)
    made.show()
    QApplication.processEvents()
    assert made.strip.count() > 1
    assert made.strip.isVisible()
    made.strip.setCurrentRow(1)
    QApplication.processEvents()
    assert made.view.page() == 1
    made.close()
    made.deleteLater()


def test_zoom_steps_and_fits(preview: Preview) -> None:
    fitted = preview.view.zoom()
    preview.bar.larger.click()
    assert preview.view.zoom() > fitted
    preview.bar.smaller.click()
    preview.bar.smaller.click()
    assert preview.view.zoom() < fitted + 1
    preview.bar.fit.click()
    assert preview.view.is_fitted()


def test_a_closed_preview_is_freed(
    workplace: Workplace,
    record: ComplaintDetail,
    printers: FakePrinters,
    freed: Callable[[Callable[[], QWidget]], bool],
) -> None:
    def fresh() -> QWidget:
        return make(workplace, record, printers)

    assert freed(fresh)
