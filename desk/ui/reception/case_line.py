"""One case of a unit as two lines that can be pressed: what it is about, number and day."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desk.ui.kit.chips import Chip, chip_width, paint_chip
from desk.ui.kit.theme import ACCENT, CANVAS, INK, LINE, MUTED, SMALL, SURFACE, sized

_HEIGHT = 48
_SIDE = 8


class CaseLine(QAbstractButton):
    """`pressed_case(kind, id)` says which record the clerk wants to see."""

    pressed_case = Signal(str, int)

    def __init__(  # noqa: PLR0913 - all but the case are named
        self,
        kind: str,
        record_id: int,
        *,
        title: str,
        detail: str,
        chip: Chip,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._kind, self._id = kind, record_id
        self._title, self._detail, self._chip = title, detail, chip
        self.setFixedHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleName(f"{title} {detail} {chip.text}")
        self.clicked.connect(self._tell)

    def title(self) -> str:
        """What it is about."""
        return self._title

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(240, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground, two lines of words, the chip at the right, a hairline below."""
        painter = QPainter(self)
        place = self.rect()
        painter.fillRect(place, QColor(CANVAS if self.underMouse() else SURFACE))
        painter.fillRect(0, place.bottom(), place.width(), 1, QColor(LINE))
        if self.hasFocus():
            painter.setPen(QColor(ACCENT))
            painter.drawRect(place.adjusted(0, 0, -1, -1))
        room = place.adjusted(_SIDE, 0, -_SIDE, -1)
        width = chip_width(self._chip, self.font())
        corner = QRect(room.right() - width, room.top(), width, room.height())
        paint_chip(painter, corner, self._chip, self.font())
        words = room.adjusted(0, 0, -width - _SIDE, 0)
        middle = words.center().y()
        upper = QRect(words.left(), middle - 20, words.width(), 20)
        lower = QRect(words.left(), middle + 1, words.width(), 18)
        _write(painter, upper, self._title, self.font(), INK)
        _write(painter, lower, self._detail, sized(self.font(), SMALL), MUTED)
        painter.end()

    def _tell(self) -> None:
        self.pressed_case.emit(self._kind, self._id)


def _write(painter: QPainter, place: QRect, words: str, font: QFont, ink: str) -> None:
    painter.setFont(font)
    painter.setPen(QColor(ink))
    shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, place.width())
    painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)
