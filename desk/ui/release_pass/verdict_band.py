"""The answer in large plain words, on the ground of its state with its shape."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from desk.ui.kit.label import plain_label
from desk.ui.kit.theme import TITLE, TONES, Tone, sized

_LEAST = 72
_SIGN = 40


class VerdictBand(QWidget):
    """Never by colour alone: a tick lets it pass, a cross stops it, a mark asks on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone = Tone.NEUTRAL
        self._words: QLabel = plain_label()
        self._words.setWordWrap(True)
        self._words.setFont(sized(self.font(), TITLE))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setMinimumHeight(_LEAST)
        box = QHBoxLayout(self)
        box.setContentsMargins(2 * 16 + _SIGN, 12, 16, 12)
        box.addWidget(self._words)

    def show_words(self, tone: Tone, words: str) -> None:
        """Another answer."""
        self._tone = tone
        self._words.setText(words)
        self._words.setStyleSheet(f"color: {TONES[tone].ink}; font-weight: 600;")
        self.setAccessibleName(words)
        self.update()

    def words(self) -> str:
        """The answer."""
        return self._words.text()

    def tone(self) -> Tone:
        """The state it stands on."""
        return self._tone

    def sizeHint(self) -> QSize:
        """At least two lines high."""
        return QSize(400, max(_LEAST, super().sizeHint().height()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground and sign."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = TONES[self._tone]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.ground))
        painter.drawRoundedRect(QRectF(self.rect()), 8, 8)
        painter.setPen(QPen(QColor(colours.ink), 4, c=Qt.PenCapStyle.RoundCap))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        self._paint_sign(painter, QPointF(16 + _SIGN / 2, self.height() / 2))
        painter.end()

    def _paint_sign(self, painter: QPainter, at: QPointF) -> None:
        x, y = at.x(), at.y()
        painter.drawEllipse(at, 17, 17)
        if self._tone is Tone.DONE:
            tick = [QPointF(x - 8, y), QPointF(x - 2, y + 6), QPointF(x + 8, y - 6)]
            painter.drawPolyline(QPolygonF(tick))
        elif self._tone is Tone.OVERDUE:
            painter.drawLine(QPointF(x - 6, y - 6), QPointF(x + 6, y + 6))
            painter.drawLine(QPointF(x - 6, y + 6), QPointF(x + 6, y - 6))
        else:
            painter.drawLine(QPointF(x, y - 9), QPointF(x, y + 2))
            painter.drawPoint(QPointF(x, y + 9))
