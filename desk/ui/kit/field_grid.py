"""Fields of a form under their labels, in two columns where the width allows it."""

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from desk.ui.kit.field import Field, restyle
from desk.ui.kit.label import plain_label
from desk.ui.kit.retranslate import Spoken, Words

_TWO_COLUMNS = 440
_LEAST = 240
_SIXTHS = 6
THIRD: Final = 2 / 3
TWO_THIRDS: Final = 4 / 3


class FieldCell(Spoken, QWidget):
    """A label, its field, and under it the hint or the refusal."""

    def __init__(
        self,
        label: Words,
        field: Field,
        *,
        hint: Words | None = None,
        required: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.field, self._label, self._hint, self._required = field, label, hint, required
        self._title = plain_label(role="label", parent=self)
        self._title.setBuddy(field)
        self._under = plain_label(role="small", parent=self)
        self._under.setWordWrap(True)
        self._refusal = ""
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        for part in (self._title, field, self._under):
            box.addWidget(part)
        box.addStretch()
        field.set_label(label)
        self.retranslate()

    def retranslate(self) -> None:
        """Label and hint; a refusal is taken back, because its words were in the old language."""
        mark = " *" if self._required else ""
        self._title.setText(f"{self._label()}{mark}")
        self.refuse("")

    def refuse(self, sentence: str) -> None:
        """Show why the field was refused; "" takes it back."""
        self._refusal = sentence
        hint = self._hint() if self._hint else ""
        self._under.setText(sentence or hint)
        self._under.setVisible(bool(sentence or hint))
        restyle(self._under, "role", "refusal" if sentence else "small")
        self.field.mark_refused(sentence)

    def refusal(self) -> str:
        """The sentence shown, "" for none."""
        return self._refusal


class FieldGrid(QWidget):
    """Cells side by side; of span 2 a cell takes the whole width, of span 1 half of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cells: list[tuple[FieldCell, float]] = []
        self._is_wide = True
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSizeConstraint(QGridLayout.SizeConstraint.SetNoConstraint)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(12)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def add(self, cell: FieldCell, span: float) -> None:
        """Append a cell of a width in halves: 1, 2, THIRD or TWO_THIRDS."""
        self._cells.append((cell, span))
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        """It may become narrow enough for one column."""
        return QSize(_LEAST, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One column where two would be too narrow."""
        super().resizeEvent(event)
        is_wide = event.size().width() >= _TWO_COLUMNS
        if is_wide != self._is_wide:
            self._is_wide = is_wide
            self._arrange()

    def _arrange(self) -> None:
        columns = _SIXTHS if self._is_wide else 1
        for column in range(_SIXTHS):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        self._grid.setHorizontalSpacing(16 if self._is_wide else 0)
        row = column = 0
        for cell, wanted in self._cells:
            span = min(round(wanted * _SIXTHS / 2), columns)
            if column + span > columns:
                row, column = row + 1, 0
            self._grid.addWidget(cell, row, column, 1, span, Qt.AlignmentFlag.AlignTop)
            column += span
