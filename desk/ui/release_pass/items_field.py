"""The list of things on a pass, written down by keyboard alone (R38).

Enter leads to the next thing, Tab through the cells of one, the arrows up and down; several lines
pasted are several things. The last line is always empty: there the next thing goes.
"""

from collections.abc import Sequence
from dataclasses import asdict, fields, replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.domain.release_pass import MOST_ITEMS, ItemEntry
from desk.i18n import ngettext
from desk.ui.kit.field import Field, mark
from desk.ui.kit.label import plain_label
from desk.ui.release_pass.item_lines import read_lines
from desk.ui.release_pass.item_row import ItemRow

_WIDE = 720
_NAMES = frozenset(one.name for one in fields(ItemEntry))


class ItemsField(Field):
    """The value is a tuple of `ItemEntry`; `entered` says that Enter was pressed on the empty line.

    `set_returnable` says what a new thing is taken for.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[ItemRow] = []
        self._is_returnable = self._is_read_only = False
        self._total = plain_label(role="small")
        self._box = QVBoxLayout()
        self._box.setSpacing(8)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        box.addLayout(self._box)
        box.addWidget(self._total)
        self._show(())
        self.retranslate()

    # The field

    def value(self) -> tuple[ItemEntry, ...]:
        """Every thing that was written down, in order."""
        return tuple(row.entry() for row in self.rows if not row.is_empty())

    def set_value(self, value: Any) -> None:
        """Show things, and an empty line under them."""
        self._show(value or ())

    def draft(self) -> list[dict[str, Any]]:
        """Every thing as JSON."""
        return [asdict(one) for one in self.value()]

    def restore(self, draft: Any) -> None:
        """The things as they were typed."""
        known = draft if isinstance(draft, list) else []
        kept = ({name: one[name] for name in _NAMES if name in one} for one in known)
        self._show([ItemEntry(**{"what": "", **one}) for one in kept])

    def set_read_only(self, read_only: bool) -> None:
        """Shown, not to be changed."""
        self._is_read_only = read_only
        for row in self.rows:
            row.set_read_only(read_only)
        self.rows[-1].setVisible(not read_only or not self.rows[-1].is_empty())

    def mark_refused(self, sentence: str) -> None:
        """The lines themselves are told of in the sentence."""
        for row in self.rows:
            mark(row.what, sentence if sentence and not row.what.text().strip() else "")

    def retranslate(self) -> None:
        """How many things there are; the lines look after themselves."""
        super().retranslate()
        count = len(self.value())
        words = ngettext("{count} thing listed", "{count} things listed", count)
        self._total.setText(words.format(count=count))

    # The list

    def set_returnable(self, returnable: bool) -> None:
        """What is added from now on comes back, and so does all that is listed, or nothing."""
        if returnable is not self._is_returnable:
            self._is_returnable = returnable
            for row in self.rows:
                row.returnable.setChecked(returnable)

    def put_lines(self, text: str, row: ItemRow) -> None:
        """Several lines at once, from this line on."""
        found = [replace(one, returnable=self._is_returnable) for one in read_lines(text)]
        at = self.rows.index(row)
        before = [one.entry() for one in self.rows[:at]]
        after = [one.entry() for one in self.rows[at + 1 :] if not one.is_empty()]
        kept = () if row.is_empty() else (row.entry(),)
        self._show([*before, *kept, *found, *after][:MOST_ITEMS])
        self.rows[-1].what.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One line for a thing where there is room for it."""
        super().resizeEvent(event)
        self._number()

    # Parts

    def _show(self, entries: Sequence[ItemEntry]) -> None:
        for row in self.rows[len(entries) + 1 :]:
            self._drop(row)
        del self.rows[len(entries) + 1 :]
        while len(self.rows) < len(entries) + 1:
            self._add()
        empty = ItemEntry("", returnable=self._is_returnable)
        for row, entry in zip(self.rows, [*entries, empty], strict=True):
            row.show_entry(entry)
        self._number()
        self.set_read_only(self._is_read_only)

    def _add(self) -> ItemRow:
        row = ItemRow(self)
        row.show_entry(ItemEntry("", returnable=self._is_returnable))
        row.edited.connect(self._edited)
        row.entered.connect(self._entered)
        row.pasted.connect(self._pasted)
        row.removed.connect(self._removed)
        row.moved.connect(self._moved)
        self.rows.append(row)
        self._box.addWidget(row)
        return row

    def _drop(self, row: ItemRow) -> None:
        self._box.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _number(self) -> None:
        wide = self.width() >= _WIDE
        for at, row in enumerate(self.rows):
            row.stand(at, wide=wide)
        self._adopt(self.rows[0].what)
        self.say_name()
        self.retranslate()

    def say_name(self) -> None:
        """Each line has a name of its own."""

    def _edited(self) -> None:
        if not self.rows[-1].is_empty() and len(self.rows) < MOST_ITEMS:
            self._add()
            self._number()
        self.retranslate()
        self.changed.emit()

    def _entered(self) -> None:
        row = self._sender()
        if row is None or (row is self.rows[-1] and row.is_empty()):
            self.entered.emit()
            return
        self._edited()
        after = self.rows[min(self.rows.index(row) + 1, len(self.rows) - 1)]
        after.what.setFocus(Qt.FocusReason.TabFocusReason)

    def _pasted(self, text: str) -> None:
        row = self._sender()
        if row is not None and not self._is_read_only:
            self.put_lines(text, row)

    def _removed(self) -> None:
        row = self._sender()
        if row is None or row is self.rows[-1]:
            return
        at = self.rows.index(row)
        self._drop(row)
        self.rows.remove(row)
        self._number()
        self.rows[at].what.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _moved(self, step: int) -> None:
        row = self._sender()
        if row is not None:
            at = self.rows.index(row) + step
            self.rows[max(0, min(at, len(self.rows) - 1))].what.setFocus()

    def _sender(self) -> ItemRow | None:
        row = self.sender()
        return row if isinstance(row, ItemRow) and row in self.rows else None
