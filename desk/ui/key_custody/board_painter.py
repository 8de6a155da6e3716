"""Draws one tile of the board: what hangs there, and its state by colour, shape and words."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QApplication, QWidget

from desk.domain.key_board import HookState
from desk.ui.key_custody.tile import Tile
from desk.ui.kit.theme import (
    ACCENT,
    ACCENT_GROUND,
    EDGE,
    INK,
    LINE,
    MUTED,
    SMALL,
    SURFACE,
    TEXT,
    TONES,
    Tone,
    sized,
)

_SIDE, _BAR, _MARK = 12, 4, 16
_TONES: Mapping[HookState, Tone] = MappingProxyType(
    {
        HookState.IN: Tone.DONE,
        HookState.LENT: Tone.DUE,
        HookState.OVERDUE: Tone.OVERDUE,
        HookState.LOST: Tone.OVERDUE,
        HookState.EMPTY: Tone.NEUTRAL,
    }
)
_LINE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
_RIGHT = _LINE | Qt.AlignmentFlag.AlignRight


class TilePainter:
    """A tick hangs, a clock is out, a diamond is late, a cross is lost, a dashed frame is free."""

    def __init__(self, view: QWidget) -> None:
        self._view = view
        self.renew_fonts()

    def renew_fonts(self) -> None:
        """Take the type again after a change of language."""
        self._font = sized(QApplication.font(self._view), TEXT)
        self._strong = sized(self._font, TEXT + 1, strong=True)
        self._small = sized(self._font, SMALL)

    def paint(
        self, painter: QPainter, place: QRect, tile: Tile, chosen: bool, focused: bool
    ) -> None:
        """Draw a tile; the chosen one has a ring."""
        tone = TONES[_TONES[tile.standing]]
        self._ground(painter, place, tile, chosen and focused)
        if chosen:
            self._ring(painter, place, ACCENT if focused else MUTED)
        room = place.adjusted(_SIDE, 6, -8, -6)
        first = QRect(room.left(), room.top(), room.width(), 22)
        hook_width = self._hook(painter, first, tile)
        head = first.adjusted(0, 0, -hook_width, 0)
        ink = MUTED if tile.standing is HookState.EMPTY else INK
        self._write(painter, head, tile.tag or tile.hook, self._strong, ink)
        second = QRect(room.left(), first.bottom() + 1, room.width(), 20)
        self._write(painter, second, tile.opens, self._small, ink)
        third = QRect(room.left(), second.bottom() + 1, room.width(), 20)
        _mark(painter, tile.standing, QPointF(third.left() + 5, third.center().y() + 0.5))
        words = third.adjusted(_MARK, 0, 0, 0)
        self._write(painter, words, tile.state, self._small, tone.ink)

    def _ground(self, painter: QPainter, place: QRect, tile: Tile, lit: bool) -> None:
        tone = TONES[_TONES[tile.standing]]
        is_loud = tile.standing in {HookState.LENT, HookState.OVERDUE, HookState.LOST}
        ground = tone.ground if is_loud else ACCENT_GROUND if lit else SURFACE
        pen = QPen(QColor(EDGE if tile.standing is HookState.EMPTY else LINE), 1)
        if tile.standing is HookState.EMPTY:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        if is_loud:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tone.ink))
            painter.drawRoundedRect(
                QRectF(place.left(), place.top() + 1, _BAR, place.height() - 2), 2, 2
            )

    def _ring(self, painter: QPainter, place: QRect, colour: str) -> None:
        painter.setPen(QPen(QColor(colour), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(place).adjusted(1, 1, -1, -1), 6, 6)

    def _hook(self, painter: QPainter, line: QRect, tile: Tile) -> int:
        """The hook at the right, where the tag does not say it already; how wide it is."""
        if not tile.hook or not tile.tag or tile.hook == tile.tag:
            return 0
        width = min(QFontMetrics(self._small).horizontalAdvance(tile.hook), line.width() // 2)
        place = QRect(line.right() - width, line.top(), width + 1, line.height())
        self._write(painter, place, tile.hook, self._small, MUTED, _RIGHT)
        return width + 6

    def _write(  # noqa: PLR0913, PLR0917 - where, what, how
        self,
        painter: QPainter,
        place: QRect,
        words: str,
        font: QFont,
        ink: str,
        flags: Qt.AlignmentFlag | Qt.TextFlag = _LINE,
    ) -> None:
        shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, place.width())
        painter.setFont(font)
        painter.setPen(QColor(ink))
        painter.drawText(place, flags, shown)


def _mark(painter: QPainter, standing: HookState, centre: QPointF) -> None:
    """The shape of a state: colour never speaks alone."""
    ink = QColor(TONES[_TONES[standing]].ink)
    round_cap, round_join = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    painter.setPen(QPen(ink, 1.7, Qt.PenStyle.SolidLine, round_cap, round_join))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    x, y = centre.x(), centre.y()
    if standing is HookState.IN:
        painter.drawPolyline(_shape(centre, ((-4, 0.3), (-1.2, 3), (4, -3))))
    elif standing is HookState.LENT:
        painter.drawEllipse(centre, 4.2, 4.2)
        painter.setBrush(ink)
        painter.drawPie(QRectF(x - 4.2, y - 4.2, 8.4, 8.4), 90 * 16, -130 * 16)
    elif standing is HookState.OVERDUE:
        painter.setBrush(ink)
        painter.drawPolygon(_shape(centre, ((0, -4), (4, 0), (0, 4), (-4, 0))))
    elif standing is HookState.LOST:
        painter.drawLine(QPointF(x - 3.6, y - 3.6), QPointF(x + 3.6, y + 3.6))
        painter.drawLine(QPointF(x - 3.6, y + 3.6), QPointF(x + 3.6, y - 3.6))
    else:
        painter.drawEllipse(centre, 3.6, 3.6)


def _shape(centre: QPointF, corners: Sequence[tuple[float, float]]) -> QPolygonF:
    return QPolygonF([QPointF(centre.x() + dx, centre.y() + dy) for dx, dy in corners])
