"""How many of each thing passed the gate, or came back: a figure for each, most of them whole."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from desk.domain.release_pass import Item
from desk.i18n import _, pgettext
from desk.ui.kit.field import Field, mark
from desk.ui.kit.label import plain_label
from desk.ui.kit.line_field import Line

_FIGURE = 72


class CountsField(Field):
    """The value is how many, by the item's id; a figure that cannot be read is a problem.

    `most` says how many of an item there can be; items of which there can be none are left out.
    """

    def __init__(
        self, items: Sequence[Item], most: Callable[[Item], int], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._items = [item for item in items if most(item)]
        self._most = most
        self.lines: dict[int, Line] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for at, item in enumerate(self._items):
            self._add(grid, at, item)
        self._adopt(next(iter(self.lines.values()), self))
        self.retranslate()

    def value(self) -> dict[int, int]:
        """How many of each."""
        return {key: self._count(line) or 0 for key, line in self.lines.items()}

    def set_value(self, value: Any) -> None:
        """Show figures; None shows all there is."""
        given = value if isinstance(value, dict) else {}
        for item in self._items:
            self.lines[item.id].setText(str(given.get(item.id, self._most(item))))

    def draft(self) -> list[list[object]]:
        """The figures as typed."""
        return [[key, line.text()] for key, line in self.lines.items()]

    def problem(self) -> str | None:
        """Something that is no figure."""
        if all(self._count(line) is not None for line in self.lines.values()):
            return None
        return _("Write how many in figures.")

    def mark_refused(self, sentence: str) -> None:
        """The figures that do not fit are marked."""
        for item in self._items:
            count = self._count(self.lines[item.id])
            wrong = count is None or not 0 <= count <= self._most(item)
            mark(self.lines[item.id], sentence if wrong else "")

    def say_name(self) -> None:
        """Each figure is named by its thing."""
        for item in self._items:
            self.lines[item.id].setAccessibleName(item.what)

    def _add(self, grid: QGridLayout, at: int, item: Item) -> None:
        number, what = plain_label(str(at + 1), "muted"), plain_label(item.what)
        what.setWordWrap(True)
        line = self.lines[item.id] = Line()
        line.setFixedWidth(_FIGURE)
        line.setMaxLength(6)
        line.setAlignment(Qt.AlignmentFlag.AlignRight)
        line.setText(str(self._most(item)))
        line.textEdited.connect(self._edited)
        line.returnPressed.connect(self._entered)
        of = pgettext("count", "of {most} {unit}")
        told = of.format(most=self._most(item), unit=item.counted).rstrip()
        for column, part in enumerate((number, what, line, plain_label(told, "muted"))):
            grid.addWidget(part, at, column)

    def _edited(self, _text: str) -> None:
        self.changed.emit()

    def _entered(self) -> None:
        """Enter leads to the next figure, from the last one on."""
        lines = list(self.lines.values())
        at = next((at for at, line in enumerate(lines) if line is self.sender()), len(lines))
        if at + 1 < len(lines):
            lines[at + 1].setFocus(Qt.FocusReason.TabFocusReason)
            lines[at + 1].selectAll()
        else:
            self.entered.emit()

    def _count(self, line: Line) -> int | None:
        text = line.text().strip()
        if not text:
            return 0
        return int(text) if text.isdecimal() else None
