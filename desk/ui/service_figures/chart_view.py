"""The chart of the figures on the screen: the very drawing that stands on their paper."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desk.ui.paper.document import PdfDocument

_WIDEST, _TALLEST = 660, 260


class ChartView(QWidget):
    """`show_chart` takes a page of a PDF; it is drawn as wide as there is room, within reason."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content = b""
        self._points = QSize()
        self._picture = QImage()
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)
        self.setFixedHeight(0)

    def show_chart(self, content: bytes, said: str) -> None:
        """Another chart; `said` is what it says, for whoever does not see it."""
        self._content = content
        self.setAccessibleName(said)
        self._draw()

    def sizeHint(self) -> QSize:
        """As high as the chart is at its width."""
        return QSize(_WIDEST, self._height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Drawn anew, so that it stays sharp."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._draw()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The picture, at the left."""
        if not self._picture.isNull():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(QRect(0, 0, self._wide(), self._height()), self._picture)
            painter.end()

    def _wide(self) -> int:
        widest = min(self.width(), _WIDEST)
        if self._points.height():
            widest = min(widest, _TALLEST * self._points.width() // self._points.height())
        return max(1, widest)

    def _height(self) -> int:
        if not self._points.width():
            return 0
        return round(self._points.height() * self._wide() / self._points.width())

    def _draw(self) -> None:
        if not self._content:
            return
        document = PdfDocument(self._content)
        try:
            self._points = document.page_points(0).toSize()
            ratio = self.devicePixelRatioF()
            size = QSize(round(self._wide() * ratio), round(self._height() * ratio))
            self._picture = document.render(0, size.expandedTo(QSize(1, 1)))
        finally:
            document.close()
        self.setFixedHeight(self._height())
        self.update()
