"""A field of one line, with its limit counted and said."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from desk.ui.kit.field import Field, restyle
from desk.ui.kit.limits import HELD, counter, too_long
from desk.ui.kit.retranslate import Words


class Line(QLineEdit):
    """A line editor that leaves Enter to its form."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is told as `returnPressed` and goes no further, or a button would fire."""
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()


class LineField(Field):
    """One line of text, at most `limit` characters. An empty line is ""."""

    def __init__(
        self,
        limit: int = 200,
        *,
        placeholder: Words | None = None,
        check: Callable[[str], str | None] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._limit, self._placeholder, self._check = limit, placeholder, check
        self.line = Line(self)
        self.line.setMaxLength(HELD)
        self._count = QLabel(self)
        self._count.setTextFormat(Qt.TextFormat.PlainText)
        self._count.setProperty("role", "small")
        self._count.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._count.hide()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(2)
        box.addWidget(self.line)
        box.addWidget(self._count)
        self._adopt(self.line)
        self.line.textEdited.connect(self._edited)
        self.line.textChanged.connect(self._counted)
        self.line.returnPressed.connect(self.entered)
        self.retranslate()

    def retranslate(self) -> None:
        """Name and placeholder."""
        super().retranslate()
        if self._placeholder is not None:
            self.line.setPlaceholderText(self._placeholder())

    def value(self) -> str:
        """The text without blanks around it."""
        return self.line.text().strip()

    def set_value(self, value: Any) -> None:
        """Show a text; None shows nothing."""
        self.line.setText("" if value is None else str(value))
        self.line.setCursorPosition(0)

    def draft(self) -> str:
        """The text as it stands."""
        return self.line.text()

    def problem(self) -> str | None:
        """Too long, or not what the field is for."""
        long = too_long(len(self.value()), self._limit)
        return long or (self._check(self.value()) if self._check else None)

    def set_read_only(self, read_only: bool) -> None:
        """Read-only text can still be chosen and copied."""
        self.line.setReadOnly(read_only)

    def _edited(self, _text: str) -> None:
        self.changed.emit()

    def _counted(self, text: str) -> None:
        words = counter(len(text), self._limit)
        self._count.setText(words)
        self._count.setVisible(bool(words))
        restyle(self._count, "role", "refusal" if len(text) > self._limit else "small")
