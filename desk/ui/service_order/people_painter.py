"""Draws whoever may be sent in two lines: name and house, below what they can do or why not."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QListWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from desk.ui.kit.theme import ACCENT, ACCENT_GROUND, INK, LINE, MUTED, SMALL, TONES, Tone, sized

ROW = 48
HEAD_ROLE, NOTE_ROLE = Qt.ItemDataRole.UserRole + 1, Qt.ItemDataRole.UserRole + 2
_SIDE, _BAR = 12, 3
Index = QModelIndex | QPersistentModelIndex


class PeoplePainter(QStyledItemDelegate):
    """Whoever cannot be sent is quiet, the reason in the ink of what is wrong."""

    def __init__(self, view: QListWidget) -> None:
        super().__init__(view)
        font = QApplication.font(view)
        self._strong = sized(font, font.pixelSize(), strong=True)
        self._small = sized(font, SMALL)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Two lines."""
        return QSize(0, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The ground of the chosen one, two lines, a hairline below."""
        place: QRect = option.rect
        is_open = bool(index.flags() & Qt.ItemFlag.ItemIsEnabled)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(place, QColor(ACCENT_GROUND))
            painter.fillRect(place.left(), place.top(), _BAR, place.height(), QColor(ACCENT))
        painter.setPen(QColor(LINE))
        painter.drawLine(place.bottomLeft(), place.bottomRight())
        middle, room = place.center().y(), place.adjusted(_SIDE, 0, -_SIDE, 0)
        head = QRect(room.left(), middle - 20, room.width(), 20)
        note = QRect(room.left(), middle + 1, room.width(), 18)
        painter.setFont(self._strong)
        self._write(painter, head, str(index.data(HEAD_ROLE)), INK if is_open else MUTED)
        painter.setFont(self._small)
        ink = MUTED if is_open else TONES[Tone.OVERDUE].ink
        self._write(painter, note, str(index.data(NOTE_ROLE)), ink)
        painter.restore()

    def _write(self, painter: QPainter, place: QRect, words: str, ink: str) -> None:
        painter.setPen(QColor(ink))
        metrics = QFontMetrics(painter.font())
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)
