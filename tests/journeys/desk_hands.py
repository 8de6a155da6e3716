"""The hands of a clerk: keys where the keyboard is, Chinese through the input method."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

import pypdfium2
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from desk.app import Program
from desk.clock import Clock
from desk.config import DataFolder
from desk.ui.kit.tasks import Tasks
from desk.ui.shell.main_window import MainWindow
from desk.ui.shell.sign_in import SignInWindow
from tests.conftest import PASSWORD

Kind = TypeVar("Kind")
_CTRL = Qt.KeyboardModifier.ControlModifier
_PATIENCE = 20_000  # milliseconds: the machine may have much else to do


class Hands:
    """Presses keys and counts those that are not typing."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot
        self.pressed = 0

    def press(self, *keys: Qt.Key) -> None:
        """One key after the other, wherever the keyboard is."""
        for key in keys:
            self.pressed += 1
            self._qtbot.keyClick(focused(), key)
            QApplication.processEvents()

    def press_with_ctrl(self, key: Qt.Key) -> None:
        """A short cut."""
        self.pressed += 1
        self._qtbot.keyClick(focused(), key, _CTRL)
        QApplication.processEvents()

    def type(self, words: str) -> None:
        """Letters by the keys, everything else by an input method."""
        if words.isascii():
            self._qtbot.keyClicks(focused(), words)
        else:
            written = QInputMethodEvent()
            written.setCommitString(words)
            QCoreApplication.sendEvent(focused(), written)
        QApplication.processEvents()

    def click(self, button: QWidget) -> None:
        """The mouse, where a clerk would take it."""
        self._qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        QApplication.processEvents()

    def wait_until(self, truth: object) -> None:
        """For work that goes on in the background."""
        self._qtbot.waitUntil(truth, timeout=_PATIENCE)


def focused() -> QWidget:
    """Where the keyboard is."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def a(kind: type[Kind], thing: object) -> Kind:
    """The thing, which has to be of that kind."""
    assert isinstance(thing, kind), thing
    return thing


@contextmanager
def running(app: QApplication, folder: DataFolder, clock: Clock) -> Iterator[Program]:
    """The program from start to end. A bug, or a question nobody expects, fails the test."""
    hook = sys.excepthook
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(QMessageBox, "exec", _fail)
        program = Program(app, folder, clock)
        assert program.start()
        sys.excepthook = hook
        try:
            show(program.window)
            yield program
        finally:
            leave(program)
            sys.excepthook = hook


def show(window: QWidget | None) -> QWidget:
    """Bring a window forward, as the desktop does when it opens."""
    assert window is not None
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    QApplication.processEvents()
    return window


def leave(program: Program) -> None:
    """Close the window and the program with it."""
    if program.window is not None:
        for tasks in program.window.findChildren(Tasks):
            tasks.close()
        QApplication.processEvents()
        program.window.close()
        program.window.deleteLater()
    program.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    QApplication.processEvents()


def come_in(program: Program, hands: Hands, login: str = "admin") -> MainWindow:
    """Name, Enter, password, Enter."""
    door = a(SignInWindow, program.window)
    door.form.login.setFocus()
    hands.type(login)
    hands.press(Qt.Key.Key_Return)
    hands.type(PASSWORD)
    hands.press(Qt.Key.Key_Return)
    return a(MainWindow, show(program.window))


def take_over(program: Program, hands: Hands, login: str) -> MainWindow:
    """Another clerk comes to the open desk."""
    window = a(MainWindow, program.window)
    window.switch_clerk()
    hands.type(login)
    hands.press(Qt.Key.Key_Return)
    hands.type(PASSWORD)
    hands.press(Qt.Key.Key_Return)
    return a(MainWindow, show(program.window))


def text_of(path: Path) -> str:
    """What a PDF says, without blanks."""
    document = pypdfium2.PdfDocument(path.read_bytes())
    try:
        pages = [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()
    return "".join("".join(pages).split())


def _fail(box: QMessageBox) -> int:
    raise AssertionError(f"nobody answers: {box.text()} {box.informativeText()}")
