"""A field for a whole number: figures alone can be typed, an empty line is 0."""

from typing import Any

from PySide6.QtCore import QRegularExpression
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.ui.kit.field import Field
from desk.ui.kit.line_field import Line


class NumberField(Field):
    """At most so many figures; whether the number makes sense is for the rules to say."""

    def __init__(self, figures: int = 6, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = Line(self)
        pattern = QRegularExpression(f"[0-9]{{0,{figures}}}")
        self.line.setValidator(QRegularExpressionValidator(pattern, self.line))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.line)
        self._adopt(self.line)
        self.line.textEdited.connect(self._edited)
        self.line.returnPressed.connect(self.entered)
        self.retranslate()

    def value(self) -> int:
        """The number."""
        return int(self.line.text() or "0")

    def set_value(self, value: Any) -> None:
        """Show a number; None empties the line."""
        if value is None or str(value) != self.line.text():
            self.line.setText("" if value is None else str(value))

    def draft(self) -> str:
        """The figures as typed."""
        return self.line.text()

    def set_read_only(self, read_only: bool) -> None:
        """Shown, not to be changed."""
        self.line.setReadOnly(read_only)

    def _edited(self, _text: str) -> None:
        self.changed.emit()
