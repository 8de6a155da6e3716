"""The matrix of papers, checked by keys alone: a line a paper, a key a finding (R20, R24-R28).

O the original was seen, C a copy is kept, A it is authentic, D it is doubtful; Space says all of it
and goes on to the next paper, Del takes all of it back.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

from desk.domain.move_in import DocumentEntry
from desk.domain.move_in_document import DocumentStanding
from desk.i18n import pgettext
from desk.services.move_in_document import entry_of
from desk.services.policy_name import name
from desk.ui.kit.field import Field, mark
from desk.ui.kit.key_table import set_manners
from desk.ui.kit.label import WordLabel
from desk.wording import label

NAME, ORIGINAL, COPY, AUTHENTIC = range(4)
_ROW = 34
_MOST = 10
_WIDTHS = {ORIGINAL: 104, COPY: 104, AUTHENTIC: 120}
_KEYS = {Qt.Key.Key_O: ORIGINAL, Qt.Key.Key_C: COPY, Qt.Key.Key_A: AUTHENTIC}


class MatrixField(Field):
    """The value is an entry for each paper of which something was found anew."""

    def __init__(
        self,
        papers: Sequence[DocumentStanding],
        today: dt.date,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._papers, self._today = papers, today
        self._before = [entry_of(one) for one in papers]
        self._now = list(self._before)
        self.grid = _Grid(self)
        self.grid.setRowCount(len(papers))
        self.grid.setFixedHeight(_ROW * (min(len(papers), _MOST) + 1) + 4)
        self.grid.key_pressed.connect(self.press)
        self.grid.toggled.connect(self._clicked)
        self.grid.led_on.connect(self.entered)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        hint = WordLabel(_hint_words, "muted")
        hint.setWordWrap(True)
        box.addWidget(hint)
        box.addWidget(self.grid)
        self._adopt(self.grid)
        self.retranslate()
        self._begin()

    def retranslate(self) -> None:
        """Names of papers and heads of columns."""
        heads = (
            pgettext("move-in", "Document"),
            pgettext("move-in", "Original  O"),
            pgettext("move-in", "Copy  C"),
            pgettext("move-in", "Authentic  A"),
        )
        self.grid.setHorizontalHeaderLabels(heads)
        for row in range(len(self._papers)):
            self._show(row)
        self.say_name()

    # The value

    def value(self) -> list[DocumentEntry]:
        """What was found anew, one entry a paper."""
        pairs = zip(self._before, self._now, strict=True)
        return [now for before, now in pairs if now != before]

    def set_value(self, value: Any) -> None:
        """Show findings; None shows what is written down."""
        given = {(one.code, one.person_id): one for one in value or ()}
        self._now = [given.get((one.code, one.person_id), one) for one in self._before]
        self.retranslate()

    def draft(self) -> Any:
        """A dialog is not kept over a restart."""
        return None

    def set_read_only(self, read_only: bool) -> None:
        """Looked at alone."""
        self.grid.setEnabled(not read_only)

    def mark_refused(self, sentence: str) -> None:
        """The whole grid is marked."""
        mark(self.grid, sentence)

    # Keys

    def press(self, key: int) -> None:
        """A finding about the paper the keyboard stands on."""
        row = self.grid.currentRow()
        if row < 0:
            return
        if key in _KEYS:
            self.toggle(row, _KEYS[Qt.Key(key)])
        elif key == Qt.Key.Key_D and self._papers[row].wanted.rule.original:
            self._put(row, replace(self._now[row], authentic=False))
        elif key == Qt.Key.Key_Delete:
            self._put(row, replace(self._cleared(row), received_on=None))
        elif key == Qt.Key.Key_Space:
            self._put(row, self._whole(row))
            self.grid.setCurrentCell(min(row + 1, len(self._papers) - 1), NAME)

    def toggle(self, row: int, column: int) -> None:
        """One finding, or its contrary."""
        known, rule = self._now[row], self._papers[row].wanted.rule
        if column == ORIGINAL and rule.original:
            self._put(row, replace(known, original=not known.original))
        elif column == COPY and rule.copy:
            received = known.received_on is not None and known.copy
            self._put(row, replace(known, copy=not received))
        elif column == AUTHENTIC and rule.original:
            self._put(row, replace(known, authentic=None if known.authentic else True))

    # Parts

    def _begin(self) -> None:
        """The keyboard begins on the first paper that is not complete."""
        at = next((row for row, one in enumerate(self._papers) if one.reasons), 0)
        self.grid.setCurrentCell(at, NAME)

    def _whole(self, row: int) -> DocumentEntry:
        rule = self._papers[row].wanted.rule
        return replace(
            self._now[row],
            original=rule.original,
            copy=rule.copy,
            authentic=True if rule.original else self._now[row].authentic,
        )

    def _cleared(self, row: int) -> DocumentEntry:
        return replace(self._now[row], original=False, copy=False, authentic=None)

    def _put(self, row: int, entry: DocumentEntry) -> None:
        """What is found was received; without a finding nothing was."""
        found = entry.original or entry.copy or entry.authentic is not None
        received = (entry.received_on or self._today) if found else None
        self._now[row] = replace(entry, received_on=received)
        self._show(row)
        self.changed.emit()

    def _clicked(self, row: int, column: int) -> None:
        self.toggle(row, column)

    def _show(self, row: int) -> None:
        standing, entry = self._papers[row], self._now[row]
        rule = standing.wanted.rule
        self.grid.write(row, NAME, paper_name(standing))
        self.grid.tick(row, ORIGINAL, entry.original if rule.original else None)
        self.grid.tick(row, COPY, entry.copy if rule.copy else None)
        is_true = entry.authentic is True
        self.grid.tick(row, AUTHENTIC, is_true if rule.original else None)
        if entry.authentic is False:
            self.grid.write(row, AUTHENTIC, label("document_state", "doubtful"))


class _Grid(QTableWidget):
    """A table whose keys say what was found; Enter leads on."""

    key_pressed = Signal(int)
    toggled = Signal(int, int)
    led_on = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(0, 4, parent)
        set_manners(self, _ROW, _WIDTHS, stretched=NAME)
        self.setAlternatingRowColors(True)
        self.clicked.connect(self._tell_click)

    def write(self, row: int, column: int, words: str) -> None:
        """Words in a cell."""
        item = QTableWidgetItem(words)
        item.setToolTip(words)
        self.setItem(row, column, item)

    def tick(self, row: int, column: int, is_ticked: bool | None) -> None:
        """A box in a cell; None is not asked for."""
        if is_ticked is None:
            self.write(row, column, "—")
            return
        item = QTableWidgetItem()
        item.setCheckState(Qt.CheckState.Checked if is_ticked else Qt.CheckState.Unchecked)
        item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
        self.setItem(row, column, item)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A finding, or on to the next field."""
        known = (*_KEYS, Qt.Key.Key_D, Qt.Key.Key_Delete, Qt.Key.Key_Space)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.led_on.emit()
        elif event.key() in known and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.key_pressed.emit(int(event.key()))
        else:
            super().keyPressEvent(event)

    def _tell_click(self, index: QModelIndex) -> None:
        if index.column() != NAME:
            self.toggled.emit(index.row(), index.column())


def paper_name(standing: DocumentStanding) -> str:
    """What the policy calls a paper, and whose photo it is."""
    rule, person = standing.wanted.rule, standing.wanted.person
    called = name(rule.labels, rule.code)
    return called if person is None else f"{called} · {person.name}"


def _hint_words() -> str:
    return pgettext(
        "move-in",
        "O original seen, C copy kept, A authentic, D doubtful. Space: all of it, and on to the "
        "next. Del takes it back.",
    )
