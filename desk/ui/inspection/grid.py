"""The parts of a home, judged by keys alone: a line a part, a key a finding (R30).

P passes, F fails and asks for the remark, Space passes and goes on, A passes all of the room that
nobody has looked at, R writes the remark, T adds photos, Del takes the finding back.
"""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent
from PySide6.QtWidgets import QTableWidget, QTableWidgetItem, QWidget

from desk.domain.inspection import Item, Mark, Verdict, said
from desk.i18n import _, language, pgettext
from desk.ui.kit.key_table import set_manners
from desk.ui.kit.retranslate import Spoken
from desk.ui.kit.theme import TONES, Tone

PART, PASS, FAIL, REMARK, PHOTOS = range(5)
_ROW, _HEAD = 30, 28
_WIDTHS = {PART: 190, PASS: 84, FAIL: 84, PHOTOS: 76}
_NO_ITEM = -1
_ID = Qt.ItemDataRole.UserRole
_KEYS = (
    Qt.Key.Key_P,
    Qt.Key.Key_F,
    Qt.Key.Key_A,
    Qt.Key.Key_R,
    Qt.Key.Key_T,
    Qt.Key.Key_Space,
    Qt.Key.Key_Delete,
)


class PartsGrid(Spoken, QTableWidget):
    """`marked` carries a `Mark`, `room_passed` and `photos_wanted` an item's id."""

    marked = Signal(object)
    room_passed = Signal(int)
    photos_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, len(range(5)), parent)
        self._items: dict[int, Item] = {}
        self._rows: list[int] = []
        self._is_open = False
        set_manners(self, _ROW, _WIDTHS, stretched=REMARK)
        self.clicked.connect(self._clicked)
        self.doubleClicked.connect(self._double_clicked)
        self.cellChanged.connect(self._written)
        self.retranslate()

    def retranslate(self) -> None:
        """Heads of the columns, names of rooms and parts."""
        heads = (
            pgettext("inspection", "Part"),
            pgettext("inspection", "Pass  P"),
            pgettext("inspection", "Fail  F"),
            pgettext("inspection", "Remark  R"),
            pgettext("inspection", "Photos  T"),
        )
        self.setHorizontalHeaderLabels(heads)
        self.setAccessibleName(pgettext("inspection", "Rooms and parts"))
        if self._items:
            self.show_items(tuple(self._items.values()), is_open=self._is_open)

    # What is shown

    def show_items(self, items: Sequence[Item], *, is_open: bool) -> None:
        """Show the parts under their rooms; the keyboard stays where it stands."""
        self._is_open = is_open
        rows = _rows(items)
        self._items = {one.id: one for one in items}
        with QSignalBlocker(self):
            if rows != self._rows:
                self._lay_out(rows)
            for row, item_id in enumerate(rows):
                if item_id == _NO_ITEM:
                    self._write_room(row, self._items[rows[row + 1]])
                else:
                    self._write_item(row, self._items[item_id])
        self.viewport().update()

    def item_id(self) -> int:
        """The part the keyboard stands on; 0 for none."""
        row = self.currentRow()
        return self._rows[row] if 0 <= row < len(self._rows) else 0

    def go_to(self, item_id: int) -> None:
        """Put the keyboard on a part."""
        if item_id in self._rows:
            self.setCurrentCell(self._rows.index(item_id), PART)

    def go_to_unseen(self) -> None:
        """Put the keyboard on the first part nobody has looked at, else on the first."""
        unseen = (one.id for one in self._items.values() if one.verdict is Verdict.UNSEEN)
        first = next((one for one in self._rows if one != _NO_ITEM), 0)
        self.go_to(next(unseen, first))

    # Keys

    def press(self, key: int) -> None:
        """A finding about the part the keyboard stands on."""
        item = self._items.get(self.item_id())
        if item is None or (not self._is_open and key != Qt.Key.Key_T):
            return
        match key:
            case Qt.Key.Key_P | Qt.Key.Key_Space:
                self.marked.emit(Mark(item.id, Verdict.PASS, item.remark))
                self._go_on()
            case Qt.Key.Key_F:
                self.marked.emit(Mark(item.id, Verdict.FAIL, item.remark))
                self.write_remark()
            case Qt.Key.Key_Delete:
                self.marked.emit(Mark(item.id, Verdict.UNSEEN))
            case Qt.Key.Key_A:
                self.room_passed.emit(item.id)
                self.go_to_unseen()
            case Qt.Key.Key_R:
                self.write_remark()
            case Qt.Key.Key_T:
                self.photos_wanted.emit(item.id)

    def write_remark(self) -> None:
        """Let the remark of this part be typed; Enter keeps it and leads on."""
        cell = self.item(self.currentRow(), REMARK)
        if cell is not None and self._is_open:
            self.editItem(cell)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A finding; everything else as in any table."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in _KEYS and not held:
            self.press(event.key())
        else:
            super().keyPressEvent(event)

    # Parts

    def _lay_out(self, rows: list[int]) -> None:
        """Other rooms or parts: the table is made anew, the keyboard on the same part."""
        before = self.item_id()
        self._rows = rows
        self.clearSpans()
        self.setRowCount(len(rows))
        for row, item_id in enumerate(rows):
            self.setRowHeight(row, _HEAD if item_id == _NO_ITEM else _ROW)
            if item_id == _NO_ITEM:
                self.setSpan(row, PART, 1, self.columnCount())
        if before in rows:
            self.go_to(before)

    def _write_room(self, row: int, first: Item) -> None:
        cell = QTableWidgetItem(said(first.room, language()))
        cell.setFlags(Qt.ItemFlag.NoItemFlags)
        font = QFont(self.font())
        font.setBold(True)
        cell.setFont(font)
        cell.setForeground(self.palette().text())
        cell.setBackground(self.palette().alternateBase())
        self.setItem(row, PART, cell)

    def _write_item(self, row: int, item: Item) -> None:
        part = _cell("    " + said(item.part, language()))
        self.setItem(row, PART, part)
        self.setItem(row, PASS, _tick(item.verdict is Verdict.PASS))
        self.setItem(row, FAIL, _tick(item.verdict is Verdict.FAIL))
        remark = _cell(item.remark)
        remark.setData(_ID, item.id)
        if self._is_open:
            remark.setFlags(remark.flags() | Qt.ItemFlag.ItemIsEditable)
        self.setItem(row, REMARK, remark)
        if item.verdict is Verdict.FAIL:
            for cell in (part, remark):
                cell.setForeground(QColor(TONES[Tone.OVERDUE].ink))
        self.setItem(row, PHOTOS, _cell(str(len(item.photos)) if item.photos else ""))

    def _go_on(self) -> None:
        """To the next part below."""
        row = self.currentRow() + 1
        while row < len(self._rows) and self._rows[row] == _NO_ITEM:
            row += 1
        if row < len(self._rows):
            self.setCurrentCell(row, PART)

    def _written(self, row: int, column: int) -> None:
        """A remark was typed: what is remarked on and was not judged has failed."""
        cell = self.item(row, column)
        item = self._items.get(self._rows[row]) if row < len(self._rows) else None
        if column != REMARK or cell is None or item is None:
            return
        text = cell.text().strip()
        verdict = Verdict.FAIL if text and item.verdict is Verdict.UNSEEN else item.verdict
        if text != item.remark or verdict is not item.verdict:
            self.marked.emit(Mark(item.id, verdict, text))
        self._go_on()

    def _clicked(self, index: QModelIndex) -> None:
        """A box is ticked by the mouse too."""
        item = self._items.get(self.item_id())
        if item is None or not self._is_open or index.column() not in (PASS, FAIL):
            return
        wanted = Verdict.PASS if index.column() == PASS else Verdict.FAIL
        verdict = Verdict.UNSEEN if item.verdict is wanted else wanted
        self.marked.emit(Mark(item.id, verdict, item.remark))

    def _double_clicked(self, index: QModelIndex) -> None:
        if index.column() == REMARK:
            self.write_remark()
        elif index.column() == PHOTOS:
            self.press(Qt.Key.Key_T)


def _rows(items: Sequence[Item]) -> list[int]:
    """A line a part, and one above the first of each room."""
    rows: list[int] = []
    room: object = None
    for item in items:
        if item.room != room:
            rows.append(_NO_ITEM)
            room = item.room
        rows.append(item.id)
    return rows


def _cell(words: str) -> QTableWidgetItem:
    cell = QTableWidgetItem(words)
    cell.setToolTip(words.strip())
    cell.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
    return cell


def _tick(is_ticked: bool) -> QTableWidgetItem:
    cell = QTableWidgetItem()
    cell.setCheckState(Qt.CheckState.Checked if is_ticked else Qt.CheckState.Unchecked)
    cell.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
    return cell


def hint_words() -> str:
    """The keys of the grid, above it."""
    return _(
        "P passes, F fails, Space passes and goes on, A passes the rest of the room. "
        "R remark, T photos, Del takes it back."
    )
