"""The chart of the figures on the screen: the very drawing that stands on their paper.

Every bar and every title leads to the orders behind it: by a click, or by the arrows and Enter.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desk.services.service_figures import FigureChart, FigureSpot
from desk.ui.kit.theme import ACCENT
from desk.ui.paper.document import PdfDocument

_SCALES = (1.6, 1.5, 1.4, 1.3, 1.2)  # pixels a point: from large to just readable
_WIDEST = 980
_LIT, _CHOSEN = 28, 52
_NOTHING = -1
_STEPS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}

Draw = Callable[[Sequence[float]], FigureChart]
Say = Callable[[FigureSpot], str]


class ChartView(QWidget):
    """`spot_wanted` carries the figure that was pressed; `say` gives a figure in words."""

    spot_wanted = Signal(object)

    def __init__(self, say: Say, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._say = say
        self._draw_chart: Draw | None = None
        self._picture = QImage()
        self._scale = 1.0
        self._spots: tuple[FigureSpot, ...] = ()
        self._lit = self._chosen = _NOTHING
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)
        self.setFixedHeight(0)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_chart(self, draw: Draw, said: str) -> None:
        """Another chart, drawn in the best of the widths it is given; `said` is what it says, for
        whoever does not see it."""
        self._draw_chart = draw
        self._chosen = _NOTHING
        self.setAccessibleName(said)
        self._draw()

    def spots(self) -> tuple[FigureSpot, ...]:
        """What can be pressed, in the order of the arrows."""
        return self._spots

    def place(self, number: int) -> QRect:
        """Where one of them is seen."""
        left, top, wide, tall = (side * self._scale for side in self._spots[number].place)
        return QRectF(left, top, wide, tall).toAlignedRect()

    def choose(self, number: int) -> None:
        """One is marked, and said to whoever does not see it."""
        self._chosen = number
        self.setAccessibleDescription(self._say(self._spots[number]))
        self.update()

    # Qt

    def sizeHint(self) -> QSize:
        """As high as the chart is at its width."""
        return QSize(_WIDEST, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Drawn anew, so that it stays sharp."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._draw()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The picture at the left, what the pointer is on, what is chosen."""
        if self._picture.isNull():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        ratio = self.devicePixelRatioF()
        wide, tall = self._picture.width() / ratio, self._picture.height() / ratio
        painter.drawImage(QRectF(0, 0, wide, tall), self._picture)
        for number, depth in ((self._lit, _LIT), (self._chosen, _CHOSEN)):
            if 0 <= number < len(self._spots):
                self._mark(painter, number, depth)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press on a figure wants what is behind it."""
        number = self._at(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and number != _NOTHING:
            self._want(number)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """What the pointer is on is lit, and said."""
        number = self._at(event.position().toPoint())
        if number == self._lit:
            return
        self._lit = number
        if number == _NOTHING:
            self.unsetCursor()
            QToolTip.hideText()
        else:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            QToolTip.showText(
                event.globalPosition().toPoint(), self._say(self._spots[number]), self
            )
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """The pointer left."""
        self._lit = _NOTHING
        self.update()
        super().leaveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard begins with the first figure."""
        super().focusInEvent(event)
        if self._spots and self._chosen == _NOTHING:
            self.choose(0)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The frame of the keyboard goes."""
        super().focusOutEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk from figure to figure, Enter wants what is behind; the rest is not for it."""
        key = Qt.Key(event.key())
        if self._spots and key in _STEPS:
            self.choose(max(0, min(self._chosen + _STEPS[key], len(self._spots) - 1)))
        elif self._chosen != _NOTHING and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._want(self._chosen)
        else:
            event.ignore()

    # Parts

    def _want(self, number: int) -> None:
        self.choose(number)
        self.spot_wanted.emit(self._spots[number])

    def _at(self, point: QPoint) -> int:
        found = (one for one in range(len(self._spots)) if self.place(one).contains(point))
        return next(found, _NOTHING)

    def _mark(self, painter: QPainter, number: int, depth: int) -> None:
        ground = QColor(ACCENT)
        ground.setAlpha(depth)
        painter.fillRect(self.place(number), ground)
        if number == self._chosen and self.hasFocus():
            painter.setPen(QPen(QColor(ACCENT), 2))
            painter.drawRect(self.place(number).adjusted(1, 1, -1, -1))

    def _draw(self) -> None:
        if self._draw_chart is None:
            return
        room = max(1, min(self.width(), _WIDEST))
        chart = self._draw_chart([room / scale for scale in _SCALES])
        document = PdfDocument(chart.pdf)
        try:
            points = document.page_points(0)
            self._scale = room / points.width()
            size = QSize(room, round(points.height() * self._scale))
            self._picture = document.render(0, size * self.devicePixelRatioF())
        finally:
            document.close()
        self._spots = chart.spots
        self.setFixedHeight(size.height())
        self.update()
