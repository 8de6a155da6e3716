"""Draws what was found: titles of groups, and things in two lines with an icon and a chip."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPixmap
from PySide6.QtWidgets import (
    QApplication,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from desk.ui.kit.chips import chip_width, paint_chip
from desk.ui.kit.found import Found
from desk.ui.kit.icons import pixmap
from desk.ui.kit.result_lines import ResultLines
from desk.ui.kit.theme import ACCENT, ACCENT_GROUND, INK, MUTED, SMALL, SURFACE, sized

TALL = 48
HEAD = 30
_SIDE = 14
_ICON = 20
Index = QModelIndex | QPersistentModelIndex


class ResultPainter(QStyledItemDelegate):
    """Draws a title or a found thing."""

    def __init__(self, view: QListView, lines: ResultLines) -> None:
        super().__init__(view)
        self._view, self._lines = view, lines
        self._pictures: dict[str, QPixmap] = {}
        self.renew_fonts()

    def renew_fonts(self) -> None:
        self._font = QFont(QApplication.font(self._view))
        self._strong = sized(self._font, self._font.pixelSize(), strong=True)
        self._small = sized(self._font, SMALL)
        self._metrics = {
            id(font): QFontMetrics(font) for font in (self._font, self._strong, self._small)
        }

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        is_title = isinstance(self._lines.lines[index.row()], str)
        return QSize(0, HEAD if is_title and not self._lines.is_alone() else TALL)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        place: QRect = option.rect
        line = self._lines.lines[index.row()]
        if self._lines.is_alone():
            self._write(painter, place.adjusted(_SIDE, 0, -_SIDE, 0), str(line), self._font, MUTED)
            return
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
