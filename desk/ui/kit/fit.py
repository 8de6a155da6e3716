"""A dialog is never larger than the room it has, however large the text is."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog

_TITLE_BAR = 40


def fit(dialog: QDialog, width: int, height: int) -> None:
    """Give it this size, or what the screen or the window behind it leaves of it."""
    screen = dialog.screen().availableSize() if dialog.screen() else QSize(width, height)
    behind = dialog.parentWidget()
    room = screen.expandedTo(behind.window().size()) if behind else screen
    dialog.resize(QSize(width, height).boundedTo(room - QSize(0, _TITLE_BAR)))
