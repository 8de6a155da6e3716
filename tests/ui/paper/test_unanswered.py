"""Prints that wait for their answer: counted, listed, answered later, after a new start too."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from desk.services import complaint, paper
from desk.services.complaint import ComplaintDetail
from desk.services.paper import FormCode
from desk.services.workplace import Workplace
from desk.ui.paper.deeds import PaperDeeds
from desk.ui.paper.preview import Preview
from desk.ui.paper.unanswered import Unanswered, UnansweredNote, ask_at_once
from tests.ui.paper.test_preview import WHOLE, FakePrinters
from tests.ui.walk import guessing, unnamed


@pytest.fixture
def record(workplace: Workplace) -> ComplaintDetail:
    return complaint.register(workplace, WHOLE)


@pytest.fixture
def deeds(workplace: Workplace) -> PaperDeeds:
    return PaperDeeds(workplace)


@pytest.fixture
def window() -> Iterator[QMainWindow]:
    made = QMainWindow()
    made.show()
    yield made
    made.close()
    made.deleteLater()


def sent(workplace: Workplace, record: ComplaintDetail, form: str = "complaint_sheet") -> int:
    sheet = paper.prepare(workplace, form, record.id, "zh_Hant")
    return paper.send(workplace, sheet, "front desk").log_id


def outcomes(workplace: Workplace, record: ComplaintDetail) -> list[str]:
    return [row.outcome for row in paper.prints_of(workplace, "complaint", record.id)]


@pytest.fixture
def listed(
    workplace: Workplace, record: ComplaintDetail, deeds: PaperDeeds, window: QMainWindow
) -> Iterator[Unanswered]:
    sent(workplace, record)
    sent(workplace, record, "complaint_record")
    made = Unanswered(deeds, window)
    made.open()
    yield made
    made.close()


def test_nothing_is_said_while_nothing_waits(deeds: PaperDeeds, window: QMainWindow) -> None:
    note = UnansweredNote(deeds, window)
    assert not note.isVisible()


def test_what_an_earlier_run_left_open_is_counted_at_the_start(
    workplace: Workplace, record: ComplaintDetail, deeds: PaperDeeds, window: QMainWindow
) -> None:
    sent(workplace, record)
    note = UnansweredNote(deeds, window)
    assert note.isVisible()
    assert note.text() == "Did 1 print come out?"


def test_a_print_that_is_sent_is_counted_at_once(
    record: ComplaintDetail, deeds: PaperDeeds, window: QMainWindow
) -> None:
    note = UnansweredNote(deeds, window)
    plan = deeds.of_case(FormCode.COMPLAINT_SHEET, record.id)
    preview = Preview(plan, deeds, FakePrinters(), window)
    preview.open()
    preview.print_sheet()
    assert note.count() == 1
    preview.panel.yes_button.click()
    assert note.count() == 0
    assert not note.isVisible()
    preview.close()


def test_each_print_is_named_in_every_language(
    workplace: Workplace,
    record: ComplaintDetail,
    deeds: PaperDeeds,
    window: QMainWindow,
    language: str,
) -> None:
    sent(workplace, record)
    made = Unanswered(deeds, window)
    made.open()
    assert unnamed(made) == []
    assert guessing(made) == []
    assert record.number in made.lines[0].yes_button.accessibleName()
    made.close()


def test_each_is_answered_for_itself_by_keyboard(
    listed: Unanswered, workplace: Workplace, record: ComplaintDetail
) -> None:
    assert len(listed.lines) == 2
    QApplication.processEvents()
    QTest.keyClick(listed.lines[0].yes_button, Qt.Key.Key_Space)
    assert outcomes(workplace, record) == ["asked", "printed"]
    QTest.keyClick(listed.lines[0].no_button, Qt.Key.Key_Space)
    assert outcomes(workplace, record) == ["failed", "printed"]
    assert not listed.isVisible()


def test_what_did_not_come_out_is_said_and_the_rest_came_out_in_one_go(
    workplace: Workplace, record: ComplaintDetail, deeds: PaperDeeds, window: QMainWindow
) -> None:
    other = sent(workplace, record)
    packet = [sent(workplace, record, form) for form in ("complaint_sheet", "complaint_record")]
    packet.append(sent(workplace, record))
    asked = ask_at_once(deeds, window, packet)
    QApplication.processEvents()
    assert [line.print_id for line in asked.lines] == packet
    assert asked.all_button.hasFocus()
    asked.lines[1].no_button.click()
    QTest.keyClick(asked.all_button, Qt.Key.Key_Space)
    said = {row.id: row.outcome for row in paper.prints_of(workplace, "complaint", record.id)}
    assert [said[one] for one in packet] == ["printed", "failed", "printed"]
    assert said[other] == "asked"


def test_later_leaves_them_open(
    listed: Unanswered, workplace: Workplace, record: ComplaintDetail
) -> None:
    QTest.keyClick(listed, Qt.Key.Key_Escape)
    assert outcomes(workplace, record) == ["asked", "asked"]


def test_what_somebody_else_answered_meanwhile_is_said(
    listed: Unanswered, workplace: Workplace, record: ComplaintDetail
) -> None:
    paper.answer(workplace, paper.unanswered(workplace)[0].id, True)
    listed.lines[0].yes_button.click()
    assert "Somebody has said already" in listed._refusal.text()
    assert len(listed.lines) == 1


def test_the_note_opens_the_list_and_counts_down(
    workplace: Workplace, record: ComplaintDetail, deeds: PaperDeeds, window: QMainWindow
) -> None:
    sent(workplace, record)
    note = UnansweredNote(deeds, window)
    note.click()
    (listed,) = window.findChildren(Unanswered)
    listed.lines[0].yes_button.click()
    assert note.count() == 0


def test_a_window_that_is_left_looks_at_the_log_no_more(
    workplace: Workplace, record: ComplaintDetail, deeds: PaperDeeds, window: QMainWindow
) -> None:
    note = UnansweredNote(deeds, window)
    note.rest()
    sent(workplace, record)
    QApplication.sendEvent(window, QEvent(QEvent.Type.WindowActivate))
    assert note.count() == 0
    assert not note.isVisible()


def test_a_window_that_is_entered_again_looks_at_the_log(
    workplace: Workplace, record: ComplaintDetail, deeds: PaperDeeds, window: QMainWindow
) -> None:
    note = UnansweredNote(deeds, window)
    sent(workplace, record)
    QApplication.sendEvent(window, QEvent(QEvent.Type.WindowActivate))
    assert note.count() == 1


def test_a_closed_list_is_freed(
    listed: Unanswered,
    deeds: PaperDeeds,
    freed: Callable[[Callable[[], QWidget]], bool],
) -> None:
    assert freed(lambda: Unanswered(deeds))
