"""Any number of rows, read page by page by key: what a record table shows.

The model never counts and never sorts: the query does. Each page says from which key the next
one follows, so the ten-thousandth page costs what the first one costs.
"""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desk.errors import DeskError
from desk.ui.kit.chips import Chip

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Page(Generic[Row]):
    """Some rows, and the key after which the next page begins; None ends the list."""

    rows: Sequence[Row] = ()
    next_key: object | None = None


@dataclass(frozen=True)
class Column(Generic[Row]):
    """One column. `title` and `text` are asked in the current language each time.

    `width` is in pixels at 100 %; one column may `stretch` over what is left. `note` is a second,
    quieter line under the text, `chip` draws a state chip instead of the text. `strong` makes the
    text the row's own name, `right` aligns figures.
    """

    key: str
    title: Callable[[], str]
    text: Callable[[Row], str]
    width: int = 120
    stretch: bool = False
    note: Callable[[Row], str] | None = None
    chip: Callable[[Row], Chip | None] | None = None
    strong: bool = False
    right: bool = False
    muted: bool = False


Fetch = Callable[[object | None], Page[Row]]


@dataclass
class _Loaded(Generic[Row]):
    rows: list[Row] = field(default_factory=list)
    next_key: object | None = None


class RecordModel(QAbstractTableModel, Generic[Row]):
    """Rows as frozen values; pages are fetched while the clerk scrolls."""

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        fetch: Fetch[Row],
        row_id: Callable[[Row], Hashable],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._fetch = fetch
        self._row_id = row_id
        self._loaded: _Loaded[Row] = _Loaded()
        self.fault: DeskError | None = None

    # What the table asks

    def rowCount(self, parent: Index | None = None) -> int:
        """Rows read so far."""
        return 0 if parent is not None and parent.isValid() else len(self._loaded.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """Columns, the same for every row."""
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words of a cell, for the eye, for the ear and for copying."""
        if not index.isValid():
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.cell_text(index.row(), index.column())
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """Column titles in the current language; figures' titles stand at the right."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title()
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if self.columns[section].right else None
            return (side or Qt.AlignmentFlag.AlignLeft) | Qt.AlignmentFlag.AlignVCenter
        return None

    def canFetchMore(self, parent: Index) -> bool:
        """Whether another page follows."""
        return not parent.isValid() and self._loaded.next_key is not None

    def fetchMore(self, parent: Index) -> None:
        """Read the next page and append it."""
        if not self.canFetchMore(parent):
            return
        page = self._page_after(self._loaded.next_key)
        self._loaded.next_key = page.next_key
        if page.rows:
            first = len(self._loaded.rows)
            self.beginInsertRows(QModelIndex(), first, first + len(page.rows) - 1)
            self._loaded.rows.extend(page.rows)
            self.endInsertRows()

    # What the screen asks

    def cell_text(self, row: int, column: int) -> str:
        """Text, second line and chip of a cell as one string."""
        value, plan = self._loaded.rows[row], self.columns[column]
        parts = [plan.text(value), plan.note(value) if plan.note else ""]
        chip = plan.chip(value) if plan.chip else None
        parts.append(chip.text if chip and chip.text not in parts else "")
        return " ".join(part for part in parts if part)

    def reload(self) -> None:
        """Forget everything and read the first page."""
        page = self._page_after(None)
        self.beginResetModel()
        self._loaded = _Loaded(list(page.rows), page.next_key)
        self.endResetModel()

    def _page_after(self, key: object | None) -> Page[Row]:
        """A page, or none and the fault that the table tells of."""
        self.fault = None
        try:
            return self._fetch(key)
        except DeskError as fault:
            self.fault = fault
            return Page()

    def row_at(self, row: int) -> Row:
        """The frozen value of a row."""
        return self._loaded.rows[row]

    def position(self, key: Hashable) -> int | None:
        """Where the record of that id stands among the rows read so far."""
        for number, row in enumerate(self._loaded.rows):
            if self._row_id(row) == key:
                return number
        return None

    def put(self, row: Row) -> int:
        """Replace the row of the same id, or set a new one on top; gives its position."""
        number = self.position(self._row_id(row))
        if number is None:
            self.beginInsertRows(QModelIndex(), 0, 0)
            self._loaded.rows.insert(0, row)
            self.endInsertRows()
            return 0
        self._loaded.rows[number] = row
        last = self.index(number, len(self.columns) - 1)
        self.dataChanged.emit(self.index(number, 0), last)
        return number

    def id_at(self, row: int) -> Hashable:
        """The id of a row."""
        return self._row_id(self._loaded.rows[row])

    def titles_changed(self) -> None:
        """The language changed: titles and cells are asked for again."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)
