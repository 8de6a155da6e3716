"""Where a case stands: its stages along a line, each with when and by whom."""

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from desk.ui.kit.theme import ACCENT, DISABLED, EDGE, INK, LINE, MUTED, SMALL, SURFACE, TONES, Tone
from desk.ui.kit.theme import sized as in_size

_TALL = 76
_RING = 9


class Step(NamedTuple):
    """One step: its name, when, whether it is done, by whom."""

    name: str
    detail: str
    done: bool
    who: str = ""


class StepTrack(QWidget):
    """Steps along a line; the first that is not done is the one to come."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps: list[Step] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_steps(self, steps: list[Step]) -> None:
        """Show where it stands; the words are the accessible name."""
        self._steps = steps
        self.setAccessibleName(
            "; ".join(" ".join(filter(None, (one.name, one.detail, one.who))) for one in steps)
        )
        self.update()

    def sizeHint(self) -> QSize:
        """A ring and three lines."""
        return QSize(320, _TALL)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The line, the rings, the words."""
        if not self._steps:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = self.width() // len(self._steps)
        self._paint_line(painter, width)
        coming = next((n for n, one in enumerate(self._steps) if not one.done), -1)
        for number, step in enumerate(self._steps):
            self._paint_ring(painter, number * width, step, is_next=number == coming)
            self._paint_words(painter, number * width, width, step)
        painter.end()

    def _paint_line(self, painter: QPainter, width: int) -> None:
        for number, (step, following) in enumerate(zip(self._steps, self._steps[1:], strict=False)):
            way_is_done = step.done and following.done
            painter.setPen(QPen(QColor(TONES[Tone.DONE].ink if way_is_done else LINE), 2))
            left = number * width + 2 * _RING + 6
            painter.drawLine(left, _RING + 1, (number + 1) * width - 6, _RING + 1)

    def _paint_ring(self, painter: QPainter, left: int, step: Step, *, is_next: bool) -> None:
        centre = QPointF(left + _RING + 1, _RING + 1)
        colour = QColor(TONES[Tone.DONE].ink if step.done else ACCENT if is_next else EDGE)
        painter.setPen(QPen(colour, 1.7))
        painter.setBrush(colour if step.done else QColor(SURFACE))
        painter.drawEllipse(centre, _RING, _RING)
        if step.done:
            pen = QPen(QColor(SURFACE), 1.8)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            marks = [QPointF(-4, 0.3), QPointF(-1.2, 3), QPointF(4, -3)]
            painter.drawPolyline(QPolygonF([centre + mark for mark in marks]))

    def _paint_words(self, painter: QPainter, left: int, width: int, step: Step) -> None:
        small = in_size(self.font(), SMALL)
        top = 2 * _RING + 5
        for words, font, ink in (
            (step.name, in_size(self.font(), 13, strong=step.done), INK if step.done else MUTED),
            (step.detail, small, MUTED if step.detail else DISABLED),
            (step.who, small, MUTED),
        ):
            painter.setFont(font)
            painter.setPen(QColor(ink))
            metrics = QFontMetrics(font)
            shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, width - 8)
            painter.drawText(
                QRect(left, top, width - 8, 18), int(Qt.AlignmentFlag.AlignVCenter), shown
            )
            top += 18
