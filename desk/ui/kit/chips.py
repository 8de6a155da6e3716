"""State chips: a colour, a shape and words, so that colour never speaks alone."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from desk.ui.kit.theme import SMALL, TONES, Tone, sized

_HEIGHT = 22
_SIDE = 8
_SHAPE = 10
_GAP = 5


@dataclass(frozen=True)
class Chip:
    """What a chip says; `text` is already in the current language."""

    tone: Tone
    text: str


def chip_width(chip: Chip, font: QFont) -> int:
    """How wide a chip is in this font, in pixels."""
    words = QFontMetrics(sized(font, SMALL)).horizontalAdvance(chip.text)
    return _SIDE + _SHAPE + _GAP + words + _SIDE


def paint_chip(painter: QPainter, cell: QRect, chip: Chip, font: QFont) -> None:
    """Draw the chip at the left of the cell, centred in its height; the words are elided."""
    colours = TONES[chip.tone]
    small = sized(font, SMALL)
    width = min(cell.width(), chip_width(chip, font))
    body = QRect(cell.left(), cell.center().y() - _HEIGHT // 2 + 1, width, _HEIGHT)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours.ground))
    painter.drawRoundedRect(body, 6, 6)
    _paint_shape(
        painter, chip.tone, QPointF(body.left() + _SIDE + _SHAPE / 2, body.center().y() + 0.5)
    )
    painter.setPen(QColor(colours.ink))
    painter.setFont(small)
    words = body.adjusted(_SIDE + _SHAPE + _GAP, 0, -_SIDE + 2, 0)
    shown = QFontMetrics(small).elidedText(chip.text, Qt.TextElideMode.ElideRight, words.width())
    painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)
    painter.restore()


def _paint_shape(painter: QPainter, tone: Tone, centre: QPointF) -> None:
    """Ring for neutral, clock for due, diamond for overdue, tick for done."""
    ink = QColor(TONES[tone].ink)
    pen = QPen(ink, 1.7, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    x, y = centre.x(), centre.y()
    if tone is Tone.NEUTRAL:
        painter.drawEllipse(centre, 3.6, 3.6)
    elif tone is Tone.DUE:
        painter.drawEllipse(centre, 4.2, 4.2)
        painter.setBrush(ink)
        painter.drawPie(QRectF(x - 4.2, y - 4.2, 8.4, 8.4), 90 * 16, -130 * 16)
    elif tone is Tone.OVERDUE:
        painter.setBrush(ink)
        painter.drawPolygon(
            QPolygonF([QPointF(x, y - 4), QPointF(x + 4, y), QPointF(x, y + 4), QPointF(x - 4, y)])
        )
    else:
        painter.drawPolyline(
            QPolygonF([QPointF(x - 4, y + 0.3), QPointF(x - 1.2, y + 3), QPointF(x + 4, y - 3)])
        )


class ChipLabel(QWidget):
    """A chip in a form or a page. The words are its accessible name."""

    def __init__(self, chip: Chip | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chip: Chip | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_chip(chip)

    def show_chip(self, chip: Chip | None) -> None:
        """Show another state; None shows nothing."""
        self._chip = chip
        if chip is None or self.parentWidget() is not None:
            self.setVisible(chip is not None)
        self.setAccessibleName(chip.text if chip else "")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for the words."""
        width = chip_width(self._chip, self.font()) if self._chip else 0
        return QSize(width, _HEIGHT + 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the chip."""
        if self._chip is not None:
            painter = QPainter(self)
            paint_chip(painter, self.rect(), self._chip, self.font())
            painter.end()
