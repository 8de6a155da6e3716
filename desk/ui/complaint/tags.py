"""What kind of case it is, at a glance: how grave, hot, joint. No state, so none of its colours."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desk.ui.kit.theme import (
    ACCENT_DEEP,
    ACCENT_GROUND,
    INK,
    ON_ACCENT,
    SMALL,
    SUNKEN,
    sized,
)

_HEIGHT = 24
_SIDE = 9
_GAP = 6
_BAR, _BARS_APART = 3, 2


class Tag(NamedTuple):
    """Words, and in how many of how many bars they stand; 0 of 0 draws none."""

    text: str
    bars: int = 0
    of: int = 0


class TagRow(QWidget):
    """Tags side by side: the gravest inverted, levels in bars. The words are its spoken name."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tags: Sequence[Tag] = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_tags(self, tags: Sequence[Tag]) -> None:
        """Show other tags."""
        self._tags = tags
        self.setAccessibleName(", ".join(self.words()))
        self.updateGeometry()
        self.update()

    def words(self) -> list[str]:
        """What the tags say."""
        return [tag.text for tag in self._tags]

    def sizeHint(self) -> QSize:
        """All tags in one line."""
        return QSize(sum(self._width(tag) + _GAP for tag in self._tags), _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Every tag."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(sized(self.font(), SMALL, strong=True))
        left = 0
        for tag in self._tags:
            width = self._width(tag)
            self._paint(painter, QRect(left, 0, width, _HEIGHT), tag)
            left += width + _GAP
        painter.end()

    def _paint(self, painter: QPainter, place: QRect, tag: Tag) -> None:
        is_grave = bool(tag.of) and tag.bars == tag.of
        ground = INK if is_grave else SUNKEN if tag.of else ACCENT_GROUND
        ink = ON_ACCENT if is_grave else INK if tag.of else ACCENT_DEEP
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(place, 6, 6)
        left = place.left() + _SIDE
        for number in range(tag.of):
            colour = QColor(ink)
            colour.setAlphaF(1.0 if number < tag.bars else 0.28)
            painter.setBrush(colour)
            tall = 5 + 3 * number
            painter.drawRoundedRect(QRectF(left, place.bottom() - 6 - tall, _BAR, tall), 1, 1)
            left += _BAR + _BARS_APART
        left += 4 if tag.of else 0
        painter.setPen(QColor(ink))
        words = QRect(left, 0, place.right() - left, _HEIGHT)
        painter.drawText(
            words, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, tag.text
        )

    def _width(self, tag: Tag) -> int:
        metrics = QFontMetrics(sized(self.font(), SMALL, strong=True))
        bars = tag.of * (_BAR + _BARS_APART) + 4 if tag.of else 0
        return 2 * _SIDE + bars + metrics.horizontalAdvance(tag.text)
