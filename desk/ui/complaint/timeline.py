"""Things that happened, along a line in time: drawn at once, however many they are."""

import datetime as dt
import math
from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from desk.i18n import EstateFormat
from desk.services.case_journal import Entry, Mark
from desk.ui.complaint.words import short_moment
from desk.ui.kit.retranslate import Spoken
from desk.ui.kit.theme import INK, LINE, MUTED, SMALL, SURFACE, TONES, Tone, sized

_TONES = {Mark.DONE: Tone.DONE, Mark.BAD: Tone.OVERDUE}
_LEFT = 92  # the moments
_DOT = 5
_GAP = 14
_BETWEEN = 10
_NEW_LINE = "\N{LINE SEPARATOR}"


class _Placed(NamedTuple):
    """An entry with its head and its text in lines."""

    entry: Entry
    when: str
    head: QTextLayout
    text: QTextLayout

    @property
    def head_height(self) -> int:
        """The head is never lower than its moment."""
        return max(20, _height(self.head))

    @property
    def height(self) -> int:
        """Down to where the next begins."""
        return self.head_height + _height(self.text) + _BETWEEN


class Timeline(Spoken, QWidget):
    """Oldest first. Everything that is drawn is also its accessible description."""

    def __init__(self, custom: EstateFormat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._custom = custom
        self._entries: Sequence[Entry] = ()
        self._placed: list[_Placed] = []
        self._height = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.retranslate()

    def retranslate(self) -> None:
        """The entries are words already; another face may need other lines."""
        self._measure()

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show what happened."""
        self._entries = entries
        self.setAccessibleDescription("\n".join(self.words()))
        self._measure()

    def words(self) -> list[str]:
        """What is drawn, one line an entry."""
        return [
            " · ".join(
                part
                for part in (self._custom.datetime(one.at), one.title, one.by, one.text)
                if part
            )
            for one in self._entries
        ]

    def sizeHint(self) -> QSize:
        """As tall as all entries at the present width."""
        return QSize(_LEFT + 200, self._height)

    def minimumSizeHint(self) -> QSize:
        """It may become narrow; it is never cut."""
        return QSize(_LEFT + 120, self._height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks the lines elsewhere."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._measure()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The line, its dots and the words beside it; only what is to be seen."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = 0
        for number, placed in enumerate(self._placed):
            height = placed.height
            if top + height >= event.rect().top() and top <= event.rect().bottom():
                is_last = number == len(self._placed) - 1
                self._paint(painter, top, height, placed, is_last=is_last)
            top += height
        painter.end()

    def _paint(
        self, painter: QPainter, top: int, height: int, placed: _Placed, *, is_last: bool
    ) -> None:
        x, y = _LEFT + _DOT, top + 10
        painter.setPen(QPen(QColor(LINE), 2))
        if not is_last:
            painter.drawLine(x, y, x, top + height + 10)
        ink = QColor(TONES[_TONES.get(placed.entry.mark, Tone.NEUTRAL)].ink)
        painter.setPen(QPen(ink, 1.7))
        painter.setBrush(ink if placed.entry.mark else QColor(SURFACE))
        painter.drawEllipse(QPointF(x, y), _DOT - 1, _DOT - 1)
        small = sized(self.font(), SMALL)
        painter.setFont(small)
        painter.setPen(QColor(MUTED))
        painter.drawText(
            QRect(0, top, _LEFT - 8, 20), int(Qt.AlignmentFlag.AlignVCenter), placed.when
        )
        self._paint_words(painter, QRect(x + _GAP, top, self._room(), placed.head_height), placed)

    def _paint_words(self, painter: QPainter, place: QRect, placed: _Placed) -> None:
        strong, small = self._fonts()
        one = placed.entry
        painter.setPen(QColor(INK))
        placed.head.draw(painter, QPointF(place.topLeft()))
        if one.by:
            used = QFontMetrics(strong).horizontalAdvance(one.title) + 10
            rest = place.adjusted(used, 0, 0, 0)
            by = QFontMetrics(small).elidedText(one.by, Qt.TextElideMode.ElideRight, rest.width())
            painter.setFont(small)
            painter.setPen(QColor(MUTED))
            painter.drawText(rest, int(Qt.AlignmentFlag.AlignVCenter), by)
        painter.setPen(QColor(INK))
        placed.text.draw(painter, QPointF(place.left(), place.bottom() + 1))

    def _measure(self) -> None:
        strong, small = self._fonts()
        now: dt.datetime | None = self._entries[-1].at if self._entries else None
        self._placed = [
            _Placed(
                one,
                short_moment(self._custom, one.at, now),
                _in_lines(one.title, strong, self._room()),
                _in_lines(one.text, small, self._room()),
            )
            for one in self._entries
        ]
        height = sum(one.height for one in self._placed)
        if height != self._height:
            self._height = height
            self.updateGeometry()
        self.update()

    def _room(self) -> int:
        return max(80, self.width() - _LEFT - 2 * _DOT - _GAP)

    def _fonts(self) -> tuple[QFont, QFont]:
        return sized(self.font(), 13, strong=True), sized(self.font(), SMALL + 1)


def _in_lines(words: str, font: QFont, width: int) -> QTextLayout:
    """Broken where the script allows it; no line begins with a full stop."""
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout = QTextLayout(words.replace("\n", _NEW_LINE), font)
    layout.setTextOption(option)
    layout.beginLayout()
    top = 0.0
    while words and (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, top))
        top += line.height()
    layout.endLayout()
    return layout


def _height(layout: QTextLayout) -> int:
    return math.ceil(layout.boundingRect().height())
