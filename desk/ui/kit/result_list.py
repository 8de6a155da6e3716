"""Found things under a search line: groups, two lines each, moved through with the arrow keys."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from desk.ui.kit.chips import Chip, chip_width, paint_chip
from desk.ui.kit.icons import pixmap
from desk.ui.kit.theme import ACCENT, ACCENT_GROUND, INK, MUTED, SMALL, SURFACE, sized

_TALL = 48
_HEAD = 30
_SIDE = 14
_ICON = 20
_MOST_VISIBLE = 9
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Found:
    """One thing that was found. `kind` and `key` say what to open; texts are plain data."""

    kind: str
    key: str
    title: str
    detail: str = ""
    chip: Chip | None = None
    icon: str = ""
    value: Any = field(default=None, compare=False)


@dataclass(frozen=True)
class FoundGroup:
    """What was found of one kind, under a title in the current language."""

    title: str
    items: Sequence[Found]


_Line = str | Found


class _Lines(QAbstractListModel):
    """Titles and things in one list; titles cannot be chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: list[_Line] = []

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


class _Painter(QStyledItemDelegate):
    """Draws a title or a found thing."""

    def __init__(self, view: QListView, lines: _Lines) -> None:
        super().__init__(view)
        self._view, self._lines = view, lines
        self._pictures: dict[str, QPixmap] = {}
        self.renew_fonts()

    def renew_fonts(self) -> None:
        self._font = QFont(self._view.font())
        self._strong = sized(self._font, self._font.pixelSize(), strong=True)
        self._small = sized(self._font, SMALL)
        self._metrics = {
            id(font): QFontMetrics(font) for font in (self._font, self._strong, self._small)
        }

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        is_title = isinstance(self._lines.lines[index.row()], str)
        return QSize(0, _HEAD if is_title else _TALL)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        place: QRect = option.rect
        line = self._lines.lines[index.row()]
        if isinstance(line, str):
            self._write(painter, place.adjusted(_SIDE, 8, -_SIDE, 0), line, self._small, MUTED)
            return
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(place, QColor(ACCENT_GROUND if chosen else SURFACE))
        if chosen:
            painter.fillRect(place.left(), place.top(), 3, place.height(), QColor(ACCENT))
        self._paint_found(painter, place.adjusted(_SIDE, 0, -_SIDE, 0), line)

    def _paint_found(self, painter: QPainter, place: QRect, found: Found) -> None:
        left = place.left()
        if found.icon:
            picture = self._picture(found.icon)
            painter.drawPixmap(left, place.center().y() - _ICON // 2, picture)
            left += _ICON + 12
        right = place.right()
        if found.chip is not None:
            width = chip_width(found.chip, self._font)
            right -= width
            paint_chip(
                painter, QRect(right, place.top(), width, place.height()), found.chip, self._font
            )
            right -= 8
        room = right - left
        if not found.detail:
            self._write(
                painter,
                QRect(left, place.top(), room, place.height()),
                found.title,
                self._strong,
                INK,
            )
            return
        middle = place.center().y()
        self._write(painter, QRect(left, middle - 20, room, 20), found.title, self._strong, INK)
        self._write(painter, QRect(left, middle + 1, room, 18), found.detail, self._small, MUTED)

    def _picture(self, sign: str) -> QPixmap:
        if sign not in self._pictures:
            self._pictures[sign] = pixmap(sign, MUTED, _ICON, self._view.devicePixelRatioF())
        return self._pictures[sign]

    def _write(self, painter: QPainter, place: QRect, words: str, font: QFont, ink: str) -> None:
        painter.setFont(font)
        painter.setPen(QColor(ink))
        shown = self._metrics[id(font)].elidedText(
            words, Qt.TextElideMode.ElideRight, place.width()
        )
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)


class _View(QListView):
    """Opaque, so that nothing under it is painted again while the clerk types."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(SURFACE))
        painter.end()
        super().paintEvent(event)


class ResultList(QFrame):
    """The list itself, laid over the window under a search line; the line keeps the keyboard."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self.setProperty("role", "results")
        self._view = _View(self)
        self._lines = _Lines(self)
        self._painter = _Painter(self._view, self._lines)
        self._view.setModel(self._lines)
        self._view.setItemDelegate(self._painter)
        self._view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._view.setMouseTracking(True)
        self._view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self._view.clicked.connect(self._clicked)
        self._view.entered.connect(self._view.setCurrentIndex)
        box = QVBoxLayout(self)
        box.setContentsMargins(1, 6, 1, 6)
        box.addWidget(self._view)
        self.hide()

    def show_groups(self, groups: Sequence[FoundGroup], place: QRect) -> None:
        """Show what was found under `place`, in the parent's coordinates; the first is chosen."""
        self._lines.show(groups)
        self._move_to(0, 1)
        self._unfold(place)

    def show_nothing(self, words: str, place: QRect) -> None:
        """Say that nothing was found."""
        self._lines.say(words)
        self._unfold(place)

    def _unfold(self, place: QRect) -> None:
        self._painter.renew_fonts()
        room = self._window.height() - place.bottom() - 24
        height = min(self._wanted_height(), room)
        self.setGeometry(place.left(), place.bottom() + 5, place.width(), height)
        self._view.scrollToTop()
        self.show()
        self.raise_()

    def step(self, by: int) -> None:
        """Move the choice down or up, past titles."""
        self._move_to(self._view.currentIndex().row() + by, by)

    def current(self) -> Found | None:
        """The chosen thing."""
        index = self._view.currentIndex()
        line = self._lines.lines[index.row()] if index.isValid() else None
        return line if isinstance(line, Found) else None

    def current_words(self) -> str:
        """The chosen thing in words, for the ear."""
        return str(self._view.currentIndex().data() or "")

    def choose_current(self) -> bool:
        """Tell that the chosen thing is wanted."""
        found = self.current()
        if found is None:
            return False
        self.hide()
        self.chosen.emit(found)
        return True

    def count(self) -> int:
        """How many things are shown."""
        return sum(isinstance(line, Found) for line in self._lines.lines)

    def _wanted_height(self) -> int:
        heights = [_HEAD if isinstance(line, str) else _TALL for line in self._lines.lines]
        return sum(heights[: _MOST_VISIBLE + 3]) + 14

    def _move_to(self, row: int, by: int) -> None:
        lines = self._lines.lines
        while 0 <= row < len(lines) and isinstance(lines[row], str):
            row += by
        if 0 <= row < len(lines):
            index = self._lines.index(row)
            self._view.setCurrentIndex(index)
            self._view.scrollTo(index)

    def _clicked(self, _index: QModelIndex) -> None:
        self.choose_current()
