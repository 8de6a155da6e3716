"""Draws the lines of the page: time left first, then what is owed, where, and about what.

The columns stand under one another through all parts, so that the eye goes straight down. Where
the window is narrow, the matter itself gives way, then the rest stands in two lines.
"""

from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from desk.ui.kit.chips import chip_width, paint_chip
from desk.ui.kit.tag import GAP, paint_tag, tag_width
from desk.ui.kit.theme import (
    ACCENT,
    ACCENT_DEEP,
    ACCENT_GROUND,
    CANVAS,
    INK,
    LINE,
    MUTED,
    SMALL,
    SUNKEN,
    SURFACE,
    TONES,
    Tone,
    sized,
)
from desk.ui.today.lines import Calm, DayLines, Head, Line, More, Shown

Index = QModelIndex | QPersistentModelIndex

ROW, HEAD, MORE, CALM = 52, 46, 40, 64
_HEADING = 15
_SIDE, _BETWEEN, _BAR = 16, 14, 3
_CHIP, _WIDEST_CHIP = 124, 168
_DEED, _PLACE, _TAGS = 258, 200, 178
_GRAVITY = 66
_NARROW, _ROOMY = 700, 980
_MOST = 300
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


class _Hand(NamedTuple):
    """How words are written."""

    font: QFont
    ink: str = INK


class DayPainter(QStyledItemDelegate):
    """Headings, rows of two lines, ways to the registers, the calm sentence."""

    def __init__(self, view: QListView, lines: DayLines) -> None:
        super().__init__(view)
        self._view, self._lines = view, lines
        self.hovered = -1
        self.renew_fonts()

    def renew_fonts(self) -> None:
        """Take the type again after a change of language."""
        self._font = QFont(QApplication.font(self._view))
        self._strong = sized(self._font, self._font.pixelSize(), strong=True)
        self._small = sized(self._font, SMALL)
        self._heading = sized(self._font, _HEADING, strong=True)
        fonts = (self._font, self._strong, self._small, self._heading)
        self._metrics = {id(font): QFontMetrics(font) for font in fonts}
        self.renew_columns()

    def renew_columns(self) -> None:
        """The first column holds the longest time left, within reason."""
        chips = (one.chip for one in self._lines.lines if isinstance(one, Shown))
        widest = max((chip_width(chip, self._font) for chip in chips), default=_CHIP)
        self._chip = min(max(_CHIP, widest), _WIDEST_CHIP)

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Every kind of line has its height."""
        match self._lines.lines[index.row()]:
            case Head():
                tall = HEAD
            case More():
                tall = MORE
            case Calm():
                tall = CALM
            case _:
                tall = ROW
        return QSize(0, tall)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one line."""
        place: QRect = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        line: Line = self._lines.lines[index.row()]
        self._paint_ground(painter, place, index.row(), line, chosen=chosen)
        body = place.adjusted(_SIDE, 0, -_SIDE, -1)
        match line:
            case Head():
                self._paint_head(painter, body, line)
            case Shown():
                self._paint_row(painter, body, line, whole=chosen or not line.goes_on)
            case More():
                at = body.adjusted(self._chip + _BETWEEN, 0, 0, 0)
                self._write(painter, at, line.words + " ›", _Hand(self._font, ACCENT_DEEP))
            case Calm():
                self._paint_calm(painter, body, line)

    def _paint_ground(
        self, painter: QPainter, place: QRect, number: int, line: Line, *, chosen: bool
    ) -> None:
        focused = self._view.hasFocus()
        ground = CANVAS if number == self.hovered and isinstance(line, Shown | More) else SURFACE
        if chosen:
            ground = ACCENT_GROUND if focused else SUNKEN
        painter.fillRect(place, QColor(ground))
        left = place.left() + (self._indent(place, number) if not chosen else 0)
        if not isinstance(line, Calm):
            painter.fillRect(left, place.bottom(), place.right() - left + 1, 1, QColor(LINE))
        if chosen:
            bar = ACCENT if focused else MUTED
            painter.fillRect(place.left(), place.top(), _BAR, place.height(), QColor(bar))

    def _indent(self, place: QRect, number: int) -> int:
        """Lines about one case are divided by a shorter line."""
        below = self._lines.lines[number + 1 : number + 2]
        goes_on = bool(below) and isinstance(below[0], Shown) and below[0].goes_on
        if not goes_on:
            return 0
        return _SIDE + (0 if place.width() - 2 * _SIDE < _NARROW else self._chip + _BETWEEN)

    def _paint_head(self, painter: QPainter, body: QRect, head: Head) -> None:
        """The heading stands low, near what it is about."""
        body = body.adjusted(0, 10, 0, 0)
        ink = TONES[Tone.OVERDUE].ink if head.tone is Tone.OVERDUE else INK
        self._write(painter, body, head.title, _Hand(self._heading, ink))
        left = self._metrics[id(self._heading)].horizontalAdvance(head.title) + 10
        self._write(painter, body.adjusted(left, 0, 0, 0), head.count, _Hand(self._font, MUTED))

    def _paint_calm(self, painter: QPainter, body: QRect, calm: Calm) -> None:
        painter.setFont(self._small)
        painter.setPen(QColor(MUTED))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(body, flags, calm.words)

    def _paint_row(self, painter: QPainter, body: QRect, shown: Shown, *, whole: bool) -> None:
        """A line about the same case as the one above says only what is owed."""
        if body.width() < _NARROW:
            self._paint_narrow(painter, body, shown)
            return
        left = body.left()
        paint_chip(painter, _column(body, left, self._chip), shown.chip, self._font)
        left += self._chip + _BETWEEN
        deed = self._deed_width(body) if whole else body.right() - left
        self._paint_two(painter, _column(body, left, deed), shown.deed, shown.by, self._strong)
        left += deed + _BETWEEN
        if not whole:
            return
        self._paint_two(painter, _column(body, left, _PLACE), shown.place, shown.number, self._font)
        left += _PLACE + _BETWEEN
        right = body.right()
        if body.width() >= _ROOMY:
            right -= _TAGS
            room = _column(body, left, right - left - _BETWEEN)
            self._write(painter, room, shown.what, _Hand(self._font, MUTED))
            left = right
        self._paint_tags(painter, _column(body, left, body.right() - left), shown)

    def _deed_width(self, body: QRect) -> int:
        """What is owed and what it is about share the room that is left."""
        free = body.width() - self._chip - _PLACE - _TAGS - 4 * _BETWEEN
        return max(_DEED, free // 2) if body.width() >= _ROOMY else _DEED

    def _paint_two(
        self, painter: QPainter, place: QRect, words: str, note: str, font: QFont
    ) -> None:
        if not note:
            self._write(painter, place, words, _Hand(font))
            return
        middle = place.center().y()
        upper = QRect(place.left(), middle - 19, place.width(), 20)
        lower = QRect(place.left(), middle + 1, place.width(), 18)
        self._write(painter, upper, words, _Hand(font))
        self._write(painter, lower, note, _Hand(self._small, MUTED))

    def _paint_narrow(self, painter: QPainter, body: QRect, shown: Shown) -> None:
        """What is owed over where; time left and gravity at the right."""
        width = self._chip - _BETWEEN
        chip = _column(body, body.right() - width, width)
        paint_chip(painter, chip, shown.chip, self._font)
        tags = sum(tag_width(tag, self._font) + GAP for tag in shown.tags)
        right = chip.left() - _BETWEEN
        if tags < body.width() // 3:
            right -= max(tags, _GRAVITY)
            self._paint_tags(painter, _column(body, right, tags), shown)
            right -= _BETWEEN
        place = _column(body, body.left(), right - body.left())
        below = " · ".join(part for part in (shown.place, shown.number) if part)
        self._paint_two(painter, place, shown.deed, below, self._strong)

    def _paint_tags(self, painter: QPainter, place: QRect, shown: Shown) -> None:
        left = place.left()
        for tag in shown.tags:
            room = place.right() - left
            if tag_width(tag, self._font) > room:
                break
            paint_tag(painter, _column(place, left, room), tag, self._font)
            left += tag_width(tag, self._font) + GAP

    def _write(self, painter: QPainter, place: QRect, words: str, hand: _Hand) -> None:
        if not words:
            return
        metrics = self._metrics[id(hand.font)]
        shown = metrics.elidedText(words[:_MOST], Qt.TextElideMode.ElideRight, place.width())
        painter.setFont(hand.font)
        painter.setPen(QColor(hand.ink))
        painter.drawText(place, _LEFT, shown)


def _column(body: QRect, left: int, width: int) -> QRect:
    return QRect(left, body.top(), max(0, width), body.height())
