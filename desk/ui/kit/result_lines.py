"""Titles and found things as one list for the view."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desk.ui.kit.found import Found, FoundGroup

Index = QModelIndex | QPersistentModelIndex
Line = str | Found


class ResultLines(QAbstractListModel):
    """Titles and things in one list; titles cannot be chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: list[Line] = []

    def show(self, groups: Sequence[FoundGroup]) -> None:
        self.beginResetModel()
        self.lines = []
        for group in groups:
            if group.items:
                self.lines.append(group.title)
                self.lines.extend(group.items)
        self.endResetModel()

    def say(self, words: str) -> None:
        self.beginResetModel()
        self.lines = [words]
        self.endResetModel()

    def is_alone(self) -> bool:
        """Whether nothing was found and a sentence says so."""
        return len(self.lines) == 1 and isinstance(self.lines[0], str)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if isinstance(self.lines[index.row()], Found):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        line = self.lines[index.row()]
        if isinstance(line, Found):
            chip = line.chip.text if line.chip else ""
            return " ".join(part for part in (line.title, line.detail, chip) if part)
        return line
