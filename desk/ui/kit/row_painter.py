"""Draws the cells of a record table straight from the frozen rows.

Qt's own delegate asks the model a dozen times a cell and goes through the style sheet; drawing
here keeps a full screen of rows within one frame.
"""

from typing import Any, NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from desk.ui.kit.chips import paint_chip
from desk.ui.kit.record_model import Column, RecordModel
from desk.ui.kit.theme import (
    ACCENT,
    ACCENT_GROUND,
    CANVAS,
    INK,
    LINE,
    MUTED,
    SMALL,
    SUNKEN,
    SURFACE,
    sized,
)

_SIDE = 12
_BAR = 3
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine

_MOST = 400


class _Hand(NamedTuple):
    """How words are written."""

    font: QFont
    ink: str
    flags: Qt.AlignmentFlag | Qt.TextFlag


class RowPainter(QStyledItemDelegate):
    """Ground by state, one hairline under the row, text, quiet second line or chip."""

    def __init__(self, view: QTableView, model: RecordModel[Any]) -> None:
        super().__init__(view)
        self._view = view
        self._model = model
        self.hovered = -1
        self.renew_fonts()

    def renew_fonts(self) -> None:
        """Take the type again after a change of language; the view itself learns it later."""
        self._font = QFont(QApplication.font(self._view))
        self._strong = sized(self._font, self._font.pixelSize(), strong=True)
        self._small = sized(self._font, SMALL)
        self._metrics = {
            id(font): QFontMetrics(font) for font in (self._font, self._strong, self._small)
        }

    def sizeHint(
        self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Row height is the table's; width is the column's."""
        return QSize(0, self._view.verticalHeader().defaultSectionSize())

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw one cell."""
        cell: QRect = option.rect
        state: QStyle.StateFlag = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        number, column = index.row(), self._model.columns[index.column()]
        self._paint_ground(painter, cell, chosen, number, first=index.column() == 0)
        row = self._model.row_at(number)
        body = cell.adjusted(_SIDE, 0, -_SIDE, -1)
        chip = column.chip(row) if column.chip else None
        if chip is not None:
            paint_chip(painter, body, chip, self._font)
        else:
            self._paint_words(painter, body, column, row)

    def _paint_ground(
        self, painter: QPainter, cell: QRect, chosen: bool, number: int, *, first: bool
    ) -> None:
        focused = self._view.hasFocus()
        if chosen:
            ground = ACCENT_GROUND if focused else SUNKEN
        else:
            ground = CANVAS if number == self.hovered else SURFACE
        painter.fillRect(cell, QColor(ground))
        painter.fillRect(cell.left(), cell.bottom(), cell.width(), 1, QColor(LINE))
        if chosen and first:
            bar = ACCENT if focused else MUTED
            painter.fillRect(cell.left(), cell.top(), _BAR, cell.height(), QColor(bar))

    def _paint_words(self, painter: QPainter, body: QRect, column: Column[Any], row: Any) -> None:
        font = self._strong if column.strong else self._font
        note = column.note(row) if column.note else ""
        upper = body
        if note:
            middle = body.center().y()
            upper = QRect(body.left(), middle - 19, body.width(), 20)
            lower = QRect(body.left(), middle + 1, body.width(), 18)
            self._draw(painter, lower, note, _Hand(self._small, MUTED, _LEFT))
        ink = MUTED if column.muted else INK
        hand = _Hand(font, ink, _RIGHT if column.right else _LEFT)
        self._draw(painter, upper, column.text(row), hand)

    def _draw(self, painter: QPainter, place: QRect, words: str, hand: _Hand) -> None:
        if not words:
            return
        metrics = self._metrics[id(hand.font)]
        shown = metrics.elidedText(words[:_MOST], Qt.TextElideMode.ElideRight, place.width())
        painter.setFont(hand.font)
        painter.setPen(QColor(hand.ink))
        painter.drawText(place, hand.flags, shown)
