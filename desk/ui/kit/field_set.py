"""The fields of a form in sections: walked through with Enter, refused all at once."""

from collections.abc import Iterable, Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.errors import ReasonLike
from desk.ui.kit.field import Field
from desk.ui.kit.field_grid import FieldCell, FieldGrid
from desk.ui.kit.label import WordLabel
from desk.ui.kit.retranslate import Words
from desk.wording import sentence


class FieldSet(QWidget):
    """`changed` says that the clerk altered something, `walked_through` that she pressed Enter in
    the last field."""

    changed = Signal()
    walked_through = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cells: dict[str, FieldCell] = {}
        self._grid: FieldGrid | None = None
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(14)

    # Building

    def add_section(self, title: Words | None = None) -> FieldGrid:
        """Begin a group of fields, under a heading where there is one."""
        if title is not None:
            self._box.addSpacing(8 if self._cells else 0)
            self._box.addWidget(WordLabel(title, "heading"))
        grid = self._grid = FieldGrid()
        self._box.addWidget(grid)
        return grid

    def add(  # noqa: PLR0913 - all but the first three are named
        self,
        key: str,
        field: Field,
        label: Words,
        *,
        hint: Words | None = None,
        required: bool = False,
        span: float = 2,
    ) -> FieldCell:
        """Add a field. `key` is the `Reason.field` its refusals name; span 1 is half a line."""
        grid = self._grid or self.add_section()
        cell = FieldCell(label, field, hint=hint, required=required)
        self._cells[key] = cell
        grid.add(cell, span)
        if len(self._cells) == 1:
            self.setFocusProxy(field)
        field.changed.connect(self.changed)
        field.entered.connect(self._next)
        return cell

    def add_widget(self, widget: QWidget) -> None:
        """Add something that is no field, over the whole width."""
        self._box.addWidget(widget)
        self._grid = None

    # The fields

    def field(self, key: str) -> Field:
        """The field of that key."""
        return self._cells[key].field

    def cell(self, key: str) -> FieldCell:
        """The field with its label and its refusal."""
        return self._cells[key]

    def keys(self) -> set[str]:
        """The keys of all fields."""
        return set(self._cells)

    def set_read_only(self, read_only: bool) -> None:
        """Show without letting anything be changed."""
        for cell in self._cells.values():
            cell.field.set_read_only(read_only)

    def draft(self) -> dict[str, Any]:
        """Everything typed so far as JSON values."""
        return {key: cell.field.draft() for key, cell in self._cells.items()}

    def restore(self, draft: Mapping[str, Any]) -> None:
        """Put a draft back; what is not known is left out."""
        for key, content in draft.items():
            if key in self._cells:
                self._cells[key].field.restore(content)

    # Refusals

    def refuse(self, reasons: Iterable[ReasonLike]) -> tuple[int, list[str]]:
        """Show each reason beside its field; gives how many fields, and what belongs to none that
        is seen."""
        loose: list[str] = []
        said: dict[str, list[str]] = {}
        for reason in reasons:
            words = sentence(reason.code, reason.parameters)
            if reason.field in self._cells and self._is_seen(self._cells[reason.field]):
                said.setdefault(reason.field, []).append(words)
            else:
                loose.append(words)
        for key, sentences in said.items():
            self._cells[key].refuse("\n".join(sentences))
        return len(said), loose

    def show_problems(self) -> int:
        """Refuse what cannot even be read; gives how many fields that are. What was typed in a
        field that does not apply any more is not read."""
        seen = {key: cell for key, cell in self._cells.items() if self._is_seen(cell)}
        problems = {key: cell.field.problem() for key, cell in seen.items()}
        found = {key: words for key, words in problems.items() if words}
        for key, words in found.items():
            self._cells[key].refuse(words)
        return len(found)

    def clear_refusals(self) -> None:
        """Take every refusal back."""
        for cell in self._cells.values():
            cell.refuse("")

    def focus_first_refusal(self) -> FieldCell | None:
        """Put the keyboard where the first refusal stands."""
        for cell in self._cells.values():
            if cell.refusal():
                cell.field.control.setFocus(Qt.FocusReason.OtherFocusReason)
                return cell
        return None

    def _next(self) -> None:
        fields = [cell.field for cell in self._cells.values() if self._is_seen(cell)]
        sender = self.sender()
        if sender not in fields:
            return
        number = fields.index(sender) + 1
        if number < len(fields):
            fields[number].control.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.walked_through.emit()

    def _is_seen(self, cell: FieldCell) -> bool:
        return cell.isVisibleTo(self)
