"""Fields of a form under their labels, in two columns where the width allows it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from desk.ui.kit.field import Field, restyle
from desk.ui.kit.label import plain_label
from desk.ui.kit.retranslate import Spoken, Words

_TWO_COLUMNS = 440
_LEAST = 240


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
    """Cells side by side; a cell of span 2 takes the whole width."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cells: list[tuple[FieldCell, int]] = []
        self._columns = 2
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSizeConstraint(QGridLayout.SizeConstraint.SetNoConstraint)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(14)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def add(self, cell: FieldCell, span: int) -> None:
        """Append a cell of one or two columns."""
        self._cells.append((cell, span))
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        """It may become narrow enough for one column."""
        return QSize(_LEAST, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One column where two would be too narrow."""
        super().resizeEvent(event)
        columns = 2 if event.size().width() >= _TWO_COLUMNS else 1
        if columns != self._columns:
            self._columns = columns
            self._arrange()

    def _arrange(self) -> None:
        self._grid.setColumnStretch(1, 1 if self._columns == 2 else 0)
        row = column = 0
        for cell, wanted in self._cells:
            span = min(wanted, self._columns)
            if column + span > self._columns:
                row, column = row + 1, 0
            self._grid.addWidget(cell, row, column, 1, span, Qt.AlignmentFlag.AlignTop)
            column += span
