"""Where a window of the program stands on the screen."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

_EDGELESS = ("offscreen", "minimal")


def show_whole(window: QWidget) -> None:
    """Show a window; where the screen has no room for it and its frame, it fills the screen.

    A display without a screen has no edge: there every window keeps its own size.
    """
    room = window.screen().availableSize()
    beyond = window.width() >= room.width() or window.height() >= room.height()
    if beyond and QGuiApplication.platformName() not in _EDGELESS:
        window.showMaximized()
    else:
        window.show()
