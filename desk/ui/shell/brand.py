"""The estate's name over the rail."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desk.ui.kit.icons import pixmap
from desk.ui.kit.theme import ACCENT, INK, ON_ACCENT, sized

_MARK = 30


class Brand(QWidget):
    """A mark and the name, one line, elided; the mark alone where the rail is slim."""

    def __init__(self, estate: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._estate, self._is_slim = estate, False
        self._sign = pixmap("estate", ON_ACCENT, 20)
        self.setFixedHeight(56)
        self.setAccessibleName(estate)

    def estate(self) -> str:
        """The estate's name."""
        return self._estate

    def show_estate(self, estate: str) -> None:
        """Another name."""
        self._estate = estate
        self.setAccessibleName(estate)
        self.update()

    def set_slim(self, slim: bool) -> None:
        """The mark alone."""
        self._is_slim = slim
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The mark, then the name."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        mark = QRect(13, (self.height() - _MARK) // 2, _MARK, _MARK)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ACCENT))
        painter.drawRoundedRect(mark, 8, 8)
        painter.drawPixmap(mark.left() + 5, mark.top() + 5, self._sign)
        if not self._is_slim:
            font = sized(self.font(), 15, strong=True)
            painter.setFont(font)
            painter.setPen(QColor(INK))
            place = QRect(mark.right() + 11, 0, self.width() - mark.right() - 17, self.height())
            words = QFontMetrics(font).elidedText(
                self._estate, Qt.TextElideMode.ElideRight, place.width()
            )
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, words)
        painter.end()
