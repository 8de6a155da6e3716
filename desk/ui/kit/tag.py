"""Tags: what kind of thing it is, at a glance. No state, so none of the state's colours."""

from typing import NamedTuple

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen

from desk.ui.kit.theme import ACCENT_DEEP, ACCENT_GROUND, INK, ON_ACCENT, SMALL, SUNKEN, sized

HEIGHT = 22
GAP = 6
_SIDE = 8
_EDGE = "#c3d1f3"
_BAR, _BARS_APART = 3, 2


class Tag(NamedTuple):
    """Words, and in how many of how many bars they stand; 0 of 0 draws none."""

    text: str
    bars: int = 0
    of: int = 0


def tag_width(tag: Tag, font: QFont) -> int:
    """How wide a tag is in this font, in pixels."""
    words = QFontMetrics(sized(font, SMALL, strong=True)).horizontalAdvance(tag.text)
    return 2 * _SIDE + _bars_width(tag) + words


def paint_tag(painter: QPainter, place: QRect, tag: Tag, font: QFont) -> None:
    """Draw a tag at the left of the place, centred in its height: the gravest is inverted."""
    is_grave = 0 < tag.of == tag.bars
    ground = INK if is_grave else SUNKEN if tag.of else ACCENT_GROUND
    ink = ON_ACCENT if is_grave else INK if tag.of else ACCENT_DEEP
    width = min(place.width(), tag_width(tag, font))
    body = QRect(place.left(), place.center().y() - HEIGHT // 2 + 1, width, HEIGHT)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen if tag.of else QPen(QColor(_EDGE), 1))
    painter.setBrush(QColor(ground))
    painter.drawRoundedRect(QRectF(body).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
    painter.setPen(Qt.PenStyle.NoPen)
    for number in range(tag.of):
        colour = QColor(ink)
        colour.setAlphaF(1.0 if number < tag.bars else 0.28)
        painter.setBrush(colour)
        tall = 5 + 3 * number
        left = body.left() + _SIDE + number * (_BAR + _BARS_APART)
        painter.drawRoundedRect(QRectF(left, body.bottom() - 5 - tall, _BAR, tall), 1, 1)
    painter.setPen(QColor(ink))
    painter.setFont(sized(font, SMALL, strong=True))
    words = body.adjusted(_SIDE + _bars_width(tag), 0, -_SIDE + 2, 0)
    painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, tag.text)
    painter.restore()


def _bars_width(tag: Tag) -> int:
    return tag.of * (_BAR + _BARS_APART) + 4 if tag.of else 0
