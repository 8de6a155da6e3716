"""Labels for data and for words: always plain text, whatever stands in it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from desk.ui.kit.retranslate import Spoken, Words


def plain_label(text: str = "", role: str = "", parent: QWidget | None = None) -> QLabel:
    """A label for data. `role` is one of the style sheet's: title, heading, muted, small …"""
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    if role:
        label.setProperty("role", role)
    return label


class WordLabel(Spoken, QLabel):
    """A label for words, which follows the language by itself."""

    def __init__(self, words: Words, role: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.setTextFormat(Qt.TextFormat.PlainText)
        if role:
            self.setProperty("role", role)
        self.retranslate()

    def retranslate(self) -> None:
        """The words in the current language."""
        self.setText(self._words())


def rule(parent: QWidget | None = None, *, upright: bool = False) -> QFrame:
    """A hairline between two parts."""
    line = QFrame(parent)
    line.setProperty("role", "post" if upright else "rule")
    return line
