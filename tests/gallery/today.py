"""Scenes of the first page."""

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import Qt

from desk.domain.today import Section
from desk.ui.registers import Ways
from desk.ui.shell.main_window import MainWindow
from desk.ui.today.page import TodayPage
from tests.gallery.stage import Stage


def _page(stage: Stage, login: str = "reception") -> TodayPage:
    page = stage.page("today", login)
    assert isinstance(page, TodayPage)
    page.list.setFocus()
    stage.settle()
    return page


def clear(stage: Stage) -> None:
    """The first day of an estate: nothing waits, and what to do first."""
    stage.first_day()


def desk(stage: Stage) -> None:
    """The receptionist's day, one line chosen."""
    page = _page(stage)
    stage.press(page.list, Qt.Key.Key_Down)


def lead(stage: Stage) -> None:
    """The supervisor's day: what waits for a word stands first."""
    _page(stage, "supervisor")


def above(stage: Stage) -> None:
    """The general manager's day."""
    _page(stage, "general_manager")


def morning(stage: Stage) -> None:
    """Yesterday's complaints and repairs, done or not."""
    _page(stage)._go_to(Section.YESTERDAY)


def reminder(stage: Stage) -> None:
    """A clock has just run out: said at the foot."""
    window = stage.desk("reception")
    assert isinstance(window, MainWindow)
    ways = window.findChild(Ways)
    assert isinstance(ways, Ways)
    ways.reminder._since -= dt.timedelta(hours=8)
    ways.reminder.look()
    stage.settle()


def narrow(stage: Stage) -> None:
    """Text at 200 % on a small screen."""
    page = _page(stage, "supervisor")
    page.window().resize(683, 384)
    stage.settle()


SCENES: dict[str, Callable[[Stage], None]] = {
    "today-clear": clear,
    "today-reception": desk,
    "today-supervisor": lead,
    "today-general-manager": above,
    "today-morning": morning,
    "today-reminder": reminder,
    "narrow-today": narrow,
}
