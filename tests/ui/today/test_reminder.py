"""A clock that turns is told of at the foot: quietly, once, and never while the desk is locked."""

import datetime as dt
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from desk.app import Program
from desk.clock import FixedClock
from desk.errors import EnvironmentFault
from desk.services.workplace import Workplace
from desk.ui.complaint.page import ComplaintPage
from desk.ui.kit.retranslate import speak
from desk.ui.registers import Ways
from desk.ui.shell.main_window import MainWindow
from desk.ui.today.deeds import TodayDeeds
from desk.ui.today.page import TodayPage
from desk.ui.today.reminder import Reminder
from tests.services import case_course as course
from tests.ui.conftest import Freed

QUARTER = dt.timedelta(minutes=15)


@pytest.fixture
def window(dressed: QApplication, workplace: Workplace, clock: FixedClock) -> Iterator[MainWindow]:
    program = Program(dressed, workplace.folder, clock)
    made = program.show_desk(workplace)
    speak(dressed, "en")
    yield made
    assert program.window is not None
    program.window.close()
    program.window.deleteLater()


@pytest.fixture
def reminder(window: MainWindow) -> Reminder:
    ways = window.findChild(Ways)
    assert isinstance(ways, Ways)
    return ways.reminder


def said(window: MainWindow) -> str:
    line = window.status.reminder
    return line.text() if line.isVisible() else ""


def test_a_clock_that_turned_is_said_at_the_foot_and_opens_its_case(
    window: MainWindow, reminder: Reminder, workplace: Workplace, clock: FixedClock
) -> None:
    known = course.filed(workplace)
    reminder.look()
    assert said(window) == ""
    clock.advance(QUARTER)
    reminder.look()
    number = known.detail.number
    assert said(window) == f"{number} · Hand out to the department within 10 minutes: overdue"
    assert number in window.status.reminder.accessibleName()
    window.status.reminder.click()
    assert isinstance(window.page(), ComplaintPage)
    assert said(window) == ""


def test_it_is_told_once_and_takes_neither_focus_nor_a_dialog(
    window: MainWindow,
    reminder: Reminder,
    workplace: Workplace,
    clock: FixedClock,
    qtbot: QtBot,
) -> None:
    course.filed(workplace)
    focused = window.focusWidget()
    clock.advance(QUARTER)
    with qtbot.waitSignal(reminder.turned):
        reminder.look()
    assert window.focusWidget() is focused
    assert [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog)] == []
    with qtbot.assertNotEmitted(reminder.turned):
        reminder.look()


def test_counts_and_the_open_day_follow(
    window: MainWindow, reminder: Reminder, workplace: Workplace, clock: FixedClock
) -> None:
    course.filed(workplace)
    clock.advance(QUARTER)
    reminder.look()
    page = window.page()
    assert isinstance(page, TodayPage)
    assert window.rail.button("complaint").count() == 1
    assert "1" in page.list.lines.lines[0].spoken


def test_several_at_once_lead_to_the_day(
    window: MainWindow, reminder: Reminder, workplace: Workplace, clock: FixedClock
) -> None:
    course.filed(workplace)
    course.filed(workplace)
    clock.advance(QUARTER)
    window.go("complaint")
    reminder.look()
    assert said(window).endswith(", and others")
    window.status.reminder.click()
    assert isinstance(window.page(), TodayPage)


def test_it_follows_the_language(
    window: MainWindow,
    reminder: Reminder,
    workplace: Workplace,
    clock: FixedClock,
    dressed: QApplication,
) -> None:
    course.filed(workplace)
    clock.advance(QUARTER)
    reminder.look()
    before = said(window)
    speak(dressed, "zh_Hant")
    assert said(window) != before
    assert "C2026-" in said(window)


def test_it_rests_while_the_desk_is_locked_and_tells_afterwards(
    window: MainWindow, reminder: Reminder, workplace: Workplace, clock: FixedClock
) -> None:
    course.filed(workplace)
    assert reminder._timer.isActive()
    window.lock()
    assert not reminder._timer.isActive()
    clock.advance(QUARTER)
    form = window.cover
    form.opened.emit(window.clerk())
    assert reminder._timer.isActive()
    assert said(window) != ""


def test_a_fault_is_left_for_the_next_time(
    window: MainWindow,
    reminder: Reminder,
    workplace: Workplace,
    clock: FixedClock,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    course.filed(workplace)
    clock.advance(QUARTER)

    def fail(_since: dt.datetime) -> None:
        raise EnvironmentFault("storage.busy")

    with monkeypatch.context() as patch:
        patch.setattr(reminder._deeds, "turned", fail)
        reminder.look()
    assert said(window) == ""
    reminder.look()
    assert said(window) != ""


def test_it_passes_by_itself(
    window: MainWindow, reminder: Reminder, workplace: Workplace, clock: FixedClock
) -> None:
    course.filed(workplace)
    clock.advance(QUARTER)
    reminder.look()
    window.status._passing.timeout.emit()
    assert said(window) == ""


def test_it_ends_with_the_window(workplace: Workplace, freed: Freed) -> None:
    kept: list[Reminder] = []

    def made() -> QWidget:
        window = QWidget()
        kept.append(Reminder(TodayDeeds(workplace), window))
        return window

    assert freed(made)
    assert not isValid(kept[0])
