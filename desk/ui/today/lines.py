"""The lines of the page: headings, what is owed, and the ways to the registers, as one list."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desk.domain.today import Section
from desk.services.today import OwedRow
from desk.ui.kit.chips import Chip
from desk.ui.kit.tag import Tag
from desk.ui.kit.theme import Tone

Index = QModelIndex | QPersistentModelIndex
HOME_VISIT = "service_callback.home_visit"


def opens(row: OwedRow) -> tuple[str, str]:
    """Word and key of what a line opens: the record; a home visit owed is opened among the
    callbacks, at its customer (R110)."""
    if row.clock == HOME_VISIT:
        return "service_callback", f"agreement:{row.record_id}"
    return row.kind, str(row.record_id)


@dataclass(frozen=True)
class Head:
    """The heading of a part; `count` is "3" or "20+"."""

    section: Section
    title: str
    count: str
    tone: Tone

    @property
    def spoken(self) -> str:
        """Heading and count."""
        return f"{self.title}, {self.count}"


@dataclass(frozen=True)
class Shown:
    """One thing owed, in words: how long it still has, what, by whom, where, about what.

    `goes_on`: the line above is about the same case.
    """

    section: Section
    row: OwedRow
    chip: Chip
    deed: str
    by: str
    place: str
    number: str
    what: str
    tags: tuple[Tag, ...]
    goes_on: bool = False

    @property
    def key(self) -> Hashable:
        """What tells lines apart, while the page is read anew."""
        row = self.row
        return self.section, row.kind, row.record_id, row.clock, row.started_at

    @property
    def spoken(self) -> str:
        """The whole line for the ear, the most urgent first."""
        tags = [tag.text for tag in self.tags]
        parts = [self.chip.text, self.deed, *tags, self.place, self.what, self.by, self.number]
        return ", ".join(part for part in parts if part)


@dataclass(frozen=True)
class More:
    """The way to the register that shows a whole part."""

    section: Section
    words: str

    @property
    def key(self) -> Hashable:
        """One of them stands under a part."""
        return self.section

    @property
    def spoken(self) -> str:
        """Its words."""
        return self.words


@dataclass(frozen=True)
class Calm:
    """What needs nobody: the parts that are empty, in one sentence."""

    words: str

    @property
    def spoken(self) -> str:
        """Its words."""
        return self.words


Line = Head | Shown | More | Calm


class DayLines(QAbstractListModel):
    """Headings and sentences cannot be chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: Sequence[Line] = ()

    def show(self, lines: Sequence[Line]) -> bool:
        """Show other lines; whether their order has changed, and not merely their words."""
        former, self_lines = self.lines, tuple(lines)
        if list(map(_shape, former)) == list(map(_shape, self_lines)):
            self.lines = self_lines
            if self_lines:
                self.dataChanged.emit(self.index(0), self.index(len(self_lines) - 1))
            return False
        self.beginResetModel()
        self.lines = self_lines
        self.endResetModel()
        return True

    def can_be_chosen(self, row: int) -> bool:
        """Whether Enter does something there."""
        return 0 <= row < len(self.lines) and isinstance(self.lines[row], Shown | More)

    def position(self, key: Hashable) -> int | None:
        """Where the line of that key stands."""
        for number, line in enumerate(self.lines):
            if isinstance(line, Shown | More) and line.key == key:
                return number
        return None

    def head_of(self, section: Section) -> int | None:
        """Where a part begins."""
        for number, line in enumerate(self.lines):
            if isinstance(line, Head) and line.section is section:
                return number
        return None

    def rowCount(self, parent: Index | None = None) -> int:
        """Lines of all parts."""
        return 0 if parent is not None and parent.isValid() else len(self.lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """What can be chosen can be opened."""
        if self.can_be_chosen(index.row()):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words of a line, for the ear."""
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.lines[index.row()].spoken
        return None


def _shape(line: Line) -> tuple[str, Hashable]:
    """What a line is about, whatever its words."""
    match line:
        case Shown() | More():
            return "line", line.key
        case Head():
            return "head", line.section
        case Calm():
            return "calm", None
