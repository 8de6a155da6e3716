"""Found things under a search line: groups, two lines each, moved through with the arrow keys."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QListView, QVBoxLayout, QWidget

from desk.ui.kit.found import Found, FoundGroup
from desk.ui.kit.result_lines import ResultLines
from desk.ui.kit.result_painter import HEAD, TALL, ResultPainter
from desk.ui.kit.theme import SURFACE

__all__ = ["Found", "FoundGroup", "ResultList"]

_MOST_VISIBLE = 12


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
        self._lines = ResultLines(self)
        self._painter = ResultPainter(self._view, self._lines)
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
        width = min(place.width(), self._window.width() - place.left() - 8)
        self.setGeometry(place.left(), place.bottom() + 5, width, height)
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
        if self._lines.is_alone():
            return TALL + 14
        heights = [HEAD if isinstance(line, str) else TALL for line in self._lines.lines]
        return sum(heights[:_MOST_VISIBLE]) + 14

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
