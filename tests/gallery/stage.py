"""The real program on a sample estate, brought to a state and photographed."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QInputMethodEvent, QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget

from desk.app import Program
from desk.clock import FixedClock
from desk.config import DataFolder
from desk.domain.estate import Calendar
from desk.domain.permissions import Role
from desk.domain.staff import AccountEntry
from desk.services import sign_in, staff
from desk.services.workplace import Workplace
from desk.ui.kit.record_form import RecordForm
from desk.ui.kit.retranslate import speak
from desk.ui.kit.shell_page import ShellPage
from desk.ui.shell.main_window import MainWindow
from tests.gallery.estates import CHEAP, Estate

SIZE = (1366, 768)
_TITLE_BAR = 32


class Stage:
    """One scene's program. `over` is what stands above the window: a dialog, an open menu."""

    def __init__(self, app: QApplication, estate: Estate, empty: Path) -> None:
        self.app, self.estate, self._empty = app, estate, empty
        self._program: Program | None = None
        self._workplace: Workplace | None = None
        self.window: QWidget | None = None
        self.over: list[tuple[QWidget, QPoint | None]] = []

    @property
    def language(self) -> str:
        """The language of the window."""
        return self.estate.script.language

    # Ways in

    def own_estate(self, passwords: dict[str, str]) -> Estate:
        """An empty folder with a clock of its own, for an estate that is this scene's alone."""
        folder, clock = DataFolder(self._empty), FixedClock(self.estate.clock.moment)
        self.estate = replace(self.estate, folder=folder, clock=clock, passwords=passwords)
        return self.estate

    def first_run(self) -> QWidget:
        """The first window in an empty folder."""
        return self._enter(DataFolder(self._empty))

    def sign_in(self) -> QWidget:
        """The first window on the estate."""
        return self._enter(self.estate.folder)

    def desk(self, word: str = "reception", login: str = "reception") -> MainWindow:
        """The main window on one of its pages."""
        self._workplace = self.estate.enter(login)
        if self._workplace.actor.language != self.language:
            self._workplace = staff.set_language(self._workplace, self.language)
        self._program = Program(self.app, self.estate.folder, self.estate.clock)
        window = self._program.show_desk(self._workplace)
        window.idle.set_minutes(0)
        window.drafts_changed.disconnect()
        self._show(window)
        window.rail.button(word).setFocus()
        window.rail.button(word).click()
        self.settle()
        return window

    def first_day(self) -> MainWindow:
        """The main window of an estate that has just begun."""
        folder, words = DataFolder(self._empty), self.estate.words
        beginning = sign_in.Beginning(
            estate=words["estate"],
            region=self.estate.script.region,
            calendar=Calendar.GREGORIAN,
            account=AccountEntry("admin", words["staff"][0], Role.ADMINISTRATOR, self.language),
            password="sample-000000",
        )
        self._workplace, _code = sign_in.begin(folder, beginning, self.estate.clock, CHEAP)
        self._program = Program(self.app, folder, self.estate.clock)
        window = self._program.show_desk(self._workplace)
        window.idle.set_minutes(0)
        self._show(window)
        return window

    def workplace(self) -> Workplace:
        """The open desk behind the window."""
        assert self._workplace is not None
        return self._workplace

    def page(self, word: str, login: str = "reception") -> ShellPage:
        """A page of the main window."""
        return self.desk(word, login).page()

    # What a clerk does

    def type(self, widget: QWidget, text: str) -> None:
        """Type into a widget letter by letter; Chinese comes from an input method."""
        widget.setFocus()
        if text.isascii():
            QTest.keyClicks(widget, text)
        else:
            written = QInputMethodEvent()
            written.setCommitString(text)
            QCoreApplication.sendEvent(widget, written)
        self.settle()

    def press(self, widget: QWidget, key: Qt.Key) -> None:
        """Press one key."""
        QTest.keyClick(widget, key)
        self.settle()

    def cover(self, dialog: QWidget) -> None:
        """A dialog stands over the window."""
        dialog.show()
        self.over.append((dialog, None))
        self.settle()

    def drop(self, menu: QMenu, below: QWidget) -> None:
        """A menu is open under a button."""
        menu.ensurePolished()
        menu.resize(menu.sizeHint())
        corner = below.mapTo(below.window(), QPoint(below.width(), below.height()))
        self.over.append((menu, corner - QPoint(menu.width(), 0)))

    def settle(self) -> None:
        """Let everything that is due happen."""
        for _turn in range(3):
            QCoreApplication.processEvents()

    # The picture

    def picture(self) -> QPixmap:
        """The window with whatever stands over it."""
        assert self.window is not None
        self.settle()
        shown = self.window.grab()
        if not self.over:
            return shown
        painter = QPainter(shown)
        for widget, corner in self.over:
            if corner is not None:
                painter.drawPixmap(corner, widget.grab())
            else:
                _paint_dialog(painter, shown.rect(), widget)
        painter.end()
        return shown

    def widgets(self) -> list[QWidget]:
        """Everything that is seen: the window, what stands over it, and all their parts."""
        assert self.window is not None
        tops = [self.window, *(widget for widget, _corner in self.over)]
        return [part for top in tops for part in (top, *top.findChildren(QWidget))]

    def close(self) -> None:
        """Leave nothing behind."""
        for widget, _corner in self.over:
            if isinstance(widget, QDialog):
                widget.done(0)
            widget.deleteLater()
        for form in self.window.findChildren(RecordForm) if self.window else []:
            form._set_dirty(False)
        if self.window is not None:
            self.window.close()
            self.window.deleteLater()
        if self._program is not None:
            self._program.close()
        self.settle()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    # Parts

    def _enter(self, folder: DataFolder) -> QWidget:
        self._program = Program(self.app, folder, self.estate.clock)
        assert self._program.start()
        window = self._program.window
        assert window is not None
        speak(self.app, self.language)
        self._show(window)
        return window

    def _show(self, window: QWidget) -> None:
        self.window = window
        window.resize(*SIZE)
        window.activateWindow()
        self.settle()


@contextmanager
def staged(app: QApplication, estate: Estate, empty: Path) -> Iterator[Stage]:
    """A stage that is cleared at the end; what happens at a bug is again what it was before."""
    hook = sys.excepthook
    stage = Stage(app, estate, empty)
    try:
        yield stage
    finally:
        stage.close()
        sys.excepthook = hook


def _paint_dialog(painter: QPainter, whole: QRect, dialog: QWidget) -> None:
    """The dialog in the middle, in a plain frame with its title as a window manager gives it."""
    picture = dialog.grab()
    place = QRect(QPoint(0, 0), picture.size())
    place.moveCenter(whole.center() + QPoint(0, _TITLE_BAR // 2))
    painter.fillRect(whole, QColor(20, 24, 32, 70))
    bar = QRect(place.left(), place.top() - _TITLE_BAR, place.width(), _TITLE_BAR)
    painter.fillRect(bar, QColor("#dfe2e8"))
    painter.setPen(QColor("#1b2028"))
    painter.setFont(dialog.font())
    painter.drawText(bar, Qt.AlignmentFlag.AlignCenter, dialog.windowTitle())
    painter.drawPixmap(place.topLeft(), picture)
    painter.setPen(QColor("#8a92a0"))
    painter.drawRect(bar.united(place).adjusted(-1, -1, 0, 0))
