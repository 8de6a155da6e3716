"""A window is shown whole, and says whose it is."""

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desk.ui.kit.icons import program_icon
from desk.ui.kit.placing import show_whole


@pytest.mark.parametrize(("wider", "filled"), [(0, True), (1, True), (-80, False)])
def test_a_window_that_the_screen_cannot_hold_fills_it(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, wider: int, filled: bool
) -> None:
    monkeypatch.setattr(QGuiApplication, "platformName", lambda: "xcb")
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(window.screen().availableSize().width() + wider, 400)
    show_whole(window)
    assert window.isMaximized() is filled


def test_without_a_screen_a_window_keeps_its_size(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(2000, 400)
    show_whole(window)
    assert (window.width(), window.isMaximized()) == (2000, False)


@pytest.mark.usefixtures("dressed")
def test_the_program_has_a_mark_for_every_bar() -> None:
    sizes = {size.width() for size in program_icon().availableSizes()}
    assert sizes == {16, 32, 64}
