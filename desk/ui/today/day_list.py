"""The list of the page: one walk with the arrow keys through all its parts."""

from collections.abc import Hashable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QListView, QWidget

from desk.domain.today import Section
from desk.i18n import _
from desk.ui.kit.retranslate import Spoken
from desk.ui.kit.theme import SURFACE
from desk.ui.today.lines import DayLines, Line, More, Shown
from desk.ui.today.painter import ROW, DayPainter

_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
}
_PAGES = {
    Qt.Key.Key_PageDown: 1,
    Qt.Key.Key_PageUp: -1,
}


class DayList(Spoken, QListView):
    """`record_opened` carries the row whose record is wanted, `more_wanted` the part of which the
    register is to show everything."""

    record_opened = Signal(object)
    more_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = DayLines(self)
        self._painter = DayPainter(self, self.lines)
        self.setModel(self.lines)
        self.setItemDelegate(self._painter)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.clicked.connect(self._open)
        self.entered.connect(self._hover)
        self.retranslate()

    def retranslate(self) -> None:
        """Its name; the lines are given in words."""
        self.setAccessibleName(_("What is owed today"))
        self._painter.renew_fonts()
        self.viewport().update()

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show the day as it stands; the choice and the place stay."""
        key, place = self.chosen_key(), self.verticalScrollBar().value()
        is_other = self.lines.show(lines)
        self._painter.renew_columns()
        self.viewport().update()
        if not is_other:
            return
        number = None if key is None else self.lines.position(key)
        if number is not None:
            self.setCurrentIndex(self.lines.index(number))
        self.executeDelayedItemsLayout()
        self.verticalScrollBar().setValue(place)

    def chosen(self) -> Shown | More | None:
        """The chosen line."""
        row = self._row()
        line = self.lines.lines[row] if self.lines.can_be_chosen(row) else None
        return line if isinstance(line, Shown | More) else None

    def _row(self) -> int:
        """Where the chosen line stands; -1 while none is chosen."""
        chosen = self.selectionModel().selectedIndexes()
        return chosen[0].row() if chosen else -1

    def chosen_key(self) -> Hashable | None:
        """What tells the chosen line from the others."""
        line = self.chosen()
        return None if line is None else line.key

    def go_to(self, section: Section) -> None:
        """Choose the first line of a part, its heading at the top."""
        head = self.lines.head_of(section)
        if head is not None:
            self._choose(self._next(head, 1))
            self.scrollTo(self.lines.index(head), QListView.ScrollHint.PositionAtTop)

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk over headings, Enter opens; the rest is not for the list."""
        key = Qt.Key(event.key())
        row = self._row()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.lines.index(row))
        elif key in _STEPS:
            self._choose(self._next(row, _STEPS[key] if row >= 0 else 1))
        elif key in _PAGES:
            by = _PAGES[key] * max(1, self.viewport().height() // ROW - 1)
            self._choose(self._near(row + by, _PAGES[key]))
        elif key == Qt.Key.Key_Home:
            self._choose(self._next(-1, 1))
        elif key == Qt.Key.Key_End:
            self._choose(self._next(len(self.lines.lines), -1))
        else:
            event.ignore()

    def leaveEvent(self, event: QEvent) -> None:
        """The pointer left: no line is under it."""
        self._painter.hovered = -1
        self.viewport().update()
        super().leaveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Opaque ground, then the lines."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(SURFACE))
        painter.end()
        super().paintEvent(event)

    # Parts

    def _next(self, row: int, by: int) -> int | None:
        """The next line that can be chosen, None at the end."""
        row += by
        while 0 <= row < len(self.lines.lines):
            if self.lines.can_be_chosen(row):
                return row
            row += by
        return None

    def _near(self, row: int, by: int) -> int | None:
        """The line there, or the nearest before the end of the list."""
        row = max(0, min(row, len(self.lines.lines) - 1))
        if self.lines.can_be_chosen(row):
            return row
        onward = self._next(row, by)
        return self._next(row, -by) if onward is None else onward

    def _choose(self, row: int | None) -> None:
        if row is None:
            return
        index = self.lines.index(row)
        self.setCurrentIndex(index)
        if row and not self.lines.can_be_chosen(row - 1):
            self.scrollTo(self.lines.index(row - 1))  # the heading is seen with its first line
        self.scrollTo(index)

    def _open(self, index: QModelIndex) -> None:
        line = self.lines.lines[index.row()] if index.isValid() else None
        if isinstance(line, Shown):
            self.record_opened.emit(line.row)
        elif isinstance(line, More):
            self.more_wanted.emit(line.section)

    def _hover(self, index: QModelIndex) -> None:
        if self._painter.hovered != index.row():
            self._painter.hovered = index.row()
            self.viewport().update()
