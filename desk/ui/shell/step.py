"""One step of the first run: a title, what it is about, its content, its buttons."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desk.i18n import _
from desk.ui.kit.key_button import KeyButton
from desk.ui.kit.label import WordLabel, plain_label
from desk.ui.kit.retranslate import Words


class Step(QWidget):
    """Title, note, whatever `add` sets under them, a refusal line, then the buttons."""

    def __init__(self, title: Words, note: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(12)
        self._box.addWidget(WordLabel(title, "title"))
        about = WordLabel(note, "muted")
        about.setWordWrap(True)
        self._box.addWidget(about)
        self._refusal = plain_label(role="refusal")
        self._refusal.setWordWrap(True)
        self._refusal.hide()

    def add(self, widget: QWidget) -> None:
        """Set something under the note."""
        self._box.addWidget(widget)

    def finish(self, buttons: Sequence[QPushButton]) -> None:
        """The refusal line and the buttons, once everything else is there."""
        self._box.addSpacing(4)
        self._box.addWidget(self._refusal)
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in buttons:
            row.addWidget(button)
        row.addStretch()
        self._box.addLayout(row)

    def say(self, words: str) -> None:
        """Why it does not go on; "" takes it back."""
        self._refusal.setText(words)
        self._refusal.setVisible(bool(words))

    def said(self) -> str:
        """What stands there."""
        return self._refusal.text()


def next_button() -> KeyButton:
    """Forward."""
    return KeyButton(_next_words, kind="primary")


def back_button() -> KeyButton:
    """Back to the step before."""
    return KeyButton(_back_words, kind="quiet", sign="back")


def _next_words() -> str:
    return _("Continue")


def _back_words() -> str:
    return _("Back")
