"""A passing note over the foot of the window: it needs no answer and blocks nothing."""

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desk.ui.kit.theme import ON_ACCENT, TIP, Tone

_HEIGHT = 40
_SIDE = 16
_FOOT = 48
_SECONDS = 4
_DOT = {
    Tone.NEUTRAL: "#c6ccd6",
    Tone.DUE: "#f2c35b",
    Tone.OVERDUE: "#ff9a8f",
    Tone.DONE: "#7fd6a2",
}


class Toast(QWidget):
    """One note at a time; a new one takes the place of the old."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._window = window
        self._text, self._tone = "", Tone.NEUTRAL
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        window.installEventFilter(self)
        self.hide()

    def say(self, text: str, tone: Tone = Tone.DONE) -> None:
        """Show a note for a few seconds; longer words stay longer."""
        self._text, self._tone = text, tone
        self.setAccessibleName(text)
        self._place()
        self.show()
        self.raise_()
        self._timer.start(int(1000 * (_SECONDS + len(text) / 20)))
        self.update()

    @property
    def text(self) -> str:
        """What is being said."""
        return self._text if self.isVisibleTo(self._window) else ""

    def sizeHint(self) -> QSize:
        """Room for the words, within the window."""
        self.ensurePolished()  # the style sheet's face is the one that is painted with
        words = QFontMetrics(self.font()).horizontalAdvance(self._text) + 1
        room = self._window.width() - 2 * _SIDE
        return QSize(min(words + 2 * _SIDE + 20, room), _HEIGHT)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window's size."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A dark pill, a dot of the tone and the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(TIP))
        painter.drawRoundedRect(QRectF(self.rect()), 8, 8)
        painter.setBrush(QColor(_DOT[self._tone]))
        painter.drawEllipse(_SIDE, self.height() // 2 - 4, 8, 8)
        painter.setPen(QColor(ON_ACCENT))
        room = self.rect().adjusted(_SIDE + 20, 0, -_SIDE, 0)
        words = QFontMetrics(self.font()).elidedText(
            self._text, Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, words)
        painter.end()

    def _place(self) -> None:
        hint, window = self.sizeHint(), self._window
        self.setGeometry(
            (window.width() - hint.width()) // 2,
            window.height() - hint.height() - _FOOT,
            hint.width(),
            hint.height(),
        )
