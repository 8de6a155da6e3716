"""A field for a measure with one decimal or two: millimetres, per cent."""

from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.i18n import _
from desk.ui.kit.field import Field
from desk.ui.kit.line_field import Line

_LIMIT = 12


class MeasureField(Field):
    """A number between two bounds; the arrow keys move it by `step`, with Shift by ten of them.

    An empty line is `empty`, which may be None.
    """

    def __init__(
        self,
        least: float,
        most: float,
        *,
        step: float = 0.1,
        empty: float | None = 0.0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._least, self._most, self._step, self._empty = least, most, step, empty
        self.line = Line(self)
        self.line.setMaxLength(_LIMIT)
        self.line.installEventFilter(self)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.line)
        self._adopt(self.line)
        self.line.textEdited.connect(self._edited)
        self.line.returnPressed.connect(self.entered)
        self.retranslate()

    def value(self) -> float | None:
        """The number; what cannot be read counts as nothing, and `problem` says so."""
        if not self.line.text().strip():
            return self._empty
        read = self._read()
        return self._empty if read is None else read

    def set_value(self, value: Any) -> None:
        """Show a number, without zeros that say nothing."""
        self.line.setText("" if value is None else f"{float(value):.2f}".rstrip("0").rstrip("."))

    def draft(self) -> str:
        """The text as typed."""
        return self.line.text()

    def restore(self, draft: Any) -> None:
        """Show a typed text again."""
        self.line.setText(str(draft))

    def problem(self) -> str | None:
        """Not a number, or beyond the bounds."""
        if not self.line.text().strip():
            return None
        read = self._read()
        if read is None:
            return _("Type a number, such as 1.5.")
        if not self._least <= read <= self._most:
            words = _("Type a number from {least} to {most}.")
            return words.format(least=f"{self._least:g}", most=f"{self._most:g}")
        return None

    def set_read_only(self, read_only: bool) -> None:
        """Shown, not to be changed."""
        self.line.setReadOnly(read_only)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrow keys move the number."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            steps = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
            if steps is not None:
                far = 10 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
                self._move(steps * far * self._step)
                return True
        return super().eventFilter(watched, event)

    def _move(self, by: float) -> None:
        if self.line.isReadOnly():
            return
        moved = (self.value() or 0.0) + by
        self.set_value(max(self._least, min(self._most, moved)))
        self.changed.emit()

    def _read(self) -> float | None:
        text = self.line.text().strip().replace(",", ".").replace("，", ".").replace("。", ".")
        try:
            read = float(text)
        except ValueError:
            return None
        return read if abs(read) < 1e6 else None

    def _edited(self, _text: str) -> None:
        self.changed.emit()
