"""A field for a whole number: figures alone can be typed, an empty line is 0."""

import unicodedata
from typing import Any

from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.ui.kit.field import Field
from desk.ui.kit.line_field import Line


class NumberField(Field):
    """At most so many figures; whether the number makes sense is for the rules to say."""

    def __init__(self, figures: int = 6, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = Line(self)
        self.line.setValidator(_Figures(figures, self.line))
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


class _Figures(QValidator):
    """Figures alone; those of full width, as an input method writes them, become plain ones."""

    def __init__(self, most: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._most = most

    def validate(self, text: str, place: int) -> tuple[QValidator.State, str, int]:
        """What else is typed does not appear."""
        plain = unicodedata.normalize("NFKC", text)
        are_figures = plain.isascii() and (not plain or plain.isdigit())
        if not are_figures or len(plain) > self._most:
            return QValidator.State.Invalid, text, place
        return QValidator.State.Acceptable, plain, place
