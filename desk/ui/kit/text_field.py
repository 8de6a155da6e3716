"""A field of several lines, with its limit counted and said."""

from typing import Any

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from desk.ui.kit.field import Field, restyle
from desk.ui.kit.limits import PASTED, counter, not_pasted, too_long
from desk.ui.kit.retranslate import Words

_LINE_HEIGHT = 21


class Sheet(QPlainTextEdit):
    """A text editor where Tab and Enter lead on and Shift+Enter breaks the line."""

    entered = Signal()
    refused = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the next field; with Shift or Ctrl it starts a line."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.modifiers() & (
                Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier
            ):
                self.insertPlainText("\n")
            else:
                self.entered.emit()
            return
        super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste and drop: plain text only, and nothing that would stop the window."""
        words = source.text()
        if len(words) > PASTED:
            self.refused.emit(len(words))
            return
        self.insertPlainText(words)


class TextField(Field):
    """Several lines of text, at most `limit` characters, `lines` of them visible."""

    def __init__(
        self,
        limit: int = 2000,
        *,
        lines: int = 3,
        placeholder: Words | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._limit, self._placeholder, self._turned_away = limit, placeholder, 0
        self.sheet = Sheet(self)
        self.sheet.setTabChangesFocus(True)
        self.sheet.setFixedHeight(lines * _LINE_HEIGHT + 22)
        self._count = QLabel(self)
        self._count.setTextFormat(Qt.TextFormat.PlainText)
        self._count.setWordWrap(True)
        self._count.setProperty("role", "small")
        self._count.hide()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(2)
        box.addWidget(self.sheet)
        box.addWidget(self._count)
        self._adopt(self.sheet)
        self._is_showing = False
        self.sheet.textChanged.connect(self._edited)
        self.sheet.entered.connect(self.entered)
        self.sheet.refused.connect(self._refused)
        self.retranslate()

    def retranslate(self) -> None:
        """Name, placeholder and the line about the length."""
        super().retranslate()
        if self._placeholder is not None:
            self.sheet.setPlaceholderText(self._placeholder())
        self._say_length()

    def value(self) -> str:
        """The text without blanks around it."""
        return self.sheet.toPlainText().strip()

    def set_value(self, value: Any) -> None:
        """Show a text; None shows nothing."""
        self._is_showing = True
        self.sheet.setPlainText("" if value is None else str(value))
        self._is_showing = False
        self._turned_away = 0
        self._say_length()

    def draft(self) -> str:
        """The text as it stands."""
        return self.sheet.toPlainText()

    def problem(self) -> str | None:
        """Too long."""
        return too_long(len(self.value()), self._limit)

    def set_read_only(self, read_only: bool) -> None:
        """Read-only text can still be chosen and copied."""
        self.sheet.setReadOnly(read_only)

    def _edited(self) -> None:
        if not self._is_showing:
            self._turned_away = 0
            self._say_length()
            self.changed.emit()

    def _refused(self, length: int) -> None:
        self._turned_away = length
        self._say_length()

    def _say_length(self) -> None:
        length = len(self.sheet.toPlainText())
        words = not_pasted(self._turned_away) if self._turned_away else counter(length, self._limit)
        self._count.setText(words)
        self._count.setVisible(bool(words))
        is_over = bool(self._turned_away) or length > self._limit
        restyle(self._count, "role", "refusal" if is_over else "small")
