"""What the marks in a year mean."""

from PySide6.QtCore import QPointF, QRect, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desk.domain.business_calendar import DayKind
from desk.i18n import _
from desk.ui.calendar.year_grid import paint_mark
from desk.ui.kit.label import WordLabel
from desk.ui.kit.retranslate import Words
from desk.ui.kit.theme import LINE, SUNKEN, SURFACE, TONES, Tone
from desk.wording import label

_SIDE = 16


class Legend(QWidget):
    """Four kinds of day, each with its ground and its mark."""

    def __init__(self) -> None:
        super().__init__()
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        for ground, kind, words in (
            (SURFACE, None, _working_words),
            (SUNKEN, None, _free_words),
            (TONES[Tone.OVERDUE].ground, DayKind.HOLIDAY, _holiday_words),
            (TONES[Tone.DONE].ground, DayKind.WORKING, _make_up_words),
        ):
            box.addWidget(_Sample(ground, kind))
            box.addWidget(_named(words))
            box.addSpacing(12)
        box.addStretch()


class _Sample(QWidget):
    def __init__(self, ground: str, kind: DayKind | None) -> None:
        super().__init__()
        self._ground, self._kind = ground, kind
        self.setFixedSize(QSize(_SIDE + 1, _SIDE + 1))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """One cell."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(LINE))
        painter.setBrush(QColor(self._ground))
        painter.drawRect(QRect(0, 0, _SIDE, _SIDE))
        if self._kind is not None:
            paint_mark(painter, QPointF(_SIDE / 2, _SIDE / 2), self._kind)
        painter.end()


def _named(words: Words) -> WordLabel:
    return WordLabel(words, "small")


def _working_words() -> str:
    return _("Working day")


def _free_words() -> str:
    return _("No working day")


def _holiday_words() -> str:
    return label("day_kind", DayKind.HOLIDAY)


def _make_up_words() -> str:
    return label("day_kind", DayKind.WORKING)
