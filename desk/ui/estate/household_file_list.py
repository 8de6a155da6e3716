"""The household file 住戶檔案 as a line of time: days, and what was done on each as a station."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QApplication,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desk.i18n import _
from desk.ui.estate.household_file_lines import Entry, FileLines
from desk.ui.kit.chips import chip_width, paint_chip
from desk.ui.kit.icons import pixmap
from desk.ui.kit.retranslate import Spoken
from desk.ui.kit.theme import (
    ACCENT,
    ACCENT_GROUND,
    INK,
    LINE,
    MUTED,
    SMALL,
    SUNKEN,
    SURFACE,
    sized,
)

ROW, HEAD = 56, 40
_SIDE, _TIME, _NODE, _ICON = 16, 52, 32, 18
_AXIS = _SIDE + _TIME + _NODE // 2
_TEXT = _SIDE + _TIME + _NODE + 14
Index = QModelIndex | QPersistentModelIndex


class FileList(Spoken, QListView):
    """`opened` carries the entry whose record is wanted."""

    opened = Signal(object)

    def __init__(self, lines: FileLines, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = lines
        self._painter = _FilePainter(self, lines)
        self.setModel(lines)
        self.setItemDelegate(self._painter)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.clicked.connect(self._open)
        self.retranslate()

    def retranslate(self) -> None:
        """Its name; the lines are given in words."""
        self.setAccessibleName(_("Everything of this home, newest first"))
        self._painter.renew_fonts()
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the record; arrows walk over the days."""
        if Qt.Key(event.key()) in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Opaque ground, then the lines."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(SURFACE))
        painter.end()
        super().paintEvent(event)

    def _open(self, index: QModelIndex) -> None:
        entry = self.lines.entry(index.row())
        if entry is not None:
            self.opened.emit(entry)


class _FilePainter(QStyledItemDelegate):
    """Draws a day, or an entry: its time, its station on the line, two lines of words, its chip."""

    def __init__(self, view: QListView, lines: FileLines) -> None:
        super().__init__(view)
        self._view, self._lines = view, lines
        self.renew_fonts()

    def renew_fonts(self) -> None:
        self._font = QFont(QApplication.font(self._view))
        self._strong = sized(self._font, self._font.pixelSize(), strong=True)
        self._small = sized(self._font, SMALL)

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        is_day = isinstance(self._lines.lines[index.row()], str)
        return QSize(0, HEAD if is_day else ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        place: QRect = option.rect
        line = self._lines.lines[index.row()]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(line, str):
            self._paint_day(painter, place, line, is_first=index.row() == 0)
        else:
            states = QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver
            self._paint_entry(painter, place, line, near=bool(option.state & states))
        painter.restore()

    def _paint_day(self, painter: QPainter, place: QRect, day: str, *, is_first: bool) -> None:
        if not is_first:
            self._line(painter, place.top(), place.bottom() + 1)
        words = place.adjusted(_TEXT, 10, -_SIDE, 0)
        self._write(painter, words, day, (self._small, MUTED))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(MUTED))
        painter.drawEllipse(QPointF(_AXIS, place.center().y() + 5.5), 3, 3)

    def _paint_entry(self, painter: QPainter, place: QRect, entry: Entry, *, near: bool) -> None:
        if near:
            painter.fillRect(place, QColor(ACCENT_GROUND))
            painter.fillRect(place.left(), place.top(), 3, place.height(), QColor(ACCENT))
        self._line(painter, place.top(), place.bottom() + 1)
        middle = place.center().y()
        time = QRect(_SIDE, place.top(), _TIME - 8, place.height())
        self._write(painter, time, entry.time, (self._small, MUTED))
        self._paint_node(painter, middle, entry.sign, near=near)
        right = place.right() - _SIDE
        if entry.chip is not None:
            width = chip_width(entry.chip, self._font)
            right -= width
            chip = QRect(right, place.top(), width, place.height())
            paint_chip(painter, chip, entry.chip, self._font)
            right -= 12
        room = right - _TEXT
        top = middle - 10 if not entry.detail else middle - 20
        self._write(painter, QRect(_TEXT, top, room, 20), entry.title, (self._strong, INK))
        detail = QRect(_TEXT, middle + 1, room, 18)
        self._write(painter, detail, entry.detail, (self._small, MUTED))

    def _paint_node(self, painter: QPainter, middle: int, sign: str, *, near: bool) -> None:
        """The station: a disc with the sign of what it is."""
        painter.setPen(QPen(QColor(SURFACE), 3))
        painter.setBrush(QColor(SURFACE if near else SUNKEN))
        painter.drawEllipse(QPointF(_AXIS, middle + 0.5), _NODE / 2, _NODE / 2)
        picture = pixmap(sign, INK, _ICON, self._view.devicePixelRatioF())
        painter.drawPixmap(_AXIS - _ICON // 2, middle - _ICON // 2 + 1, picture)

    def _line(self, painter: QPainter, top: int, bottom: int) -> None:
        painter.setPen(QPen(QColor(LINE), 2))
        painter.drawLine(QPointF(_AXIS, top), QPointF(_AXIS, bottom))

    def _write(self, painter: QPainter, place: QRect, words: str, hand: tuple[QFont, str]) -> None:
        font, ink = hand
        painter.setFont(font)
        painter.setPen(QColor(ink))
        shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)
