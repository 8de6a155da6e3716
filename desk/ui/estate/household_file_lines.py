"""The lines of the household file 住戶檔案: days, and under each what was done, newest first."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desk.services.household_file import FileRow
from desk.ui.kit.chips import Chip

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Entry:
    """One record of the file, in words; `sign` is its icon."""

    row: FileRow
    day: str
    time: str
    title: str
    detail: str
    sign: str
    chip: Chip | None


Line = str | Entry


class FileLines(QAbstractListModel):
    """Days and entries in one list; days cannot be chosen.

    `more` is asked for the next entries when the end comes into sight, and answers with them and
    whether there are still others.
    """

    def __init__(self, more: Callable[[], tuple[Sequence[Entry], bool]], parent: QObject) -> None:
        super().__init__(parent)
        self._more, self._has_more = more, False
        self.lines: list[Line] = []

    def show(self, entries: Sequence[Entry], *, has_more: bool) -> None:
        """These entries and no others."""
        self.beginResetModel()
        self.lines = list(_under_days(entries, ""))
        self._has_more = has_more
        self.endResetModel()

    def entry(self, row: int) -> Entry | None:
        """The entry of a line; None for a day."""
        line = self.lines[row] if 0 <= row < len(self.lines) else None
        return line if isinstance(line, Entry) else None

    # Qt

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.lines)

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self._has_more

    def fetchMore(self, _parent: Index) -> None:
        """The next page, under the day at which the last one ended."""
        self._has_more = False
        entries, has_more = self._more()
        last = next((one.day for one in reversed(self.lines) if isinstance(one, Entry)), "")
        fresh = list(_under_days(entries, last))
        if fresh:
            first = len(self.lines)
            self.beginInsertRows(QModelIndex(), first, first + len(fresh) - 1)
            self.lines += fresh
            self.endInsertRows()
        self._has_more = has_more

    def flags(self, index: Index) -> Qt.ItemFlag:
        if isinstance(self.lines[index.row()], Entry):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        line = self.lines[index.row()]
        if isinstance(line, str):
            return line
        chip = line.chip.text if line.chip else ""
        told = (line.day, line.time, line.title, line.detail, chip)
        return " ".join(part for part in told if part)


def _under_days(entries: Sequence[Entry], last: str) -> Sequence[Line]:
    """A day before its first entry."""
    lines: list[Line] = []
    for one in entries:
        if one.day != last:
            lines.append(one.day)
            last = one.day
        lines.append(one)
    return lines
