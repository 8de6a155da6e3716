"""A year at a glance: one line a month, weekdays under one another; what counts is drawn."""

import calendar as months
import datetime as dt
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desk.domain.business_calendar import BusinessCalendar, DayKind, SpecialDay
from desk.i18n import EstateFormat, _
from desk.ui.calendar.words import day_words
from desk.ui.kit.retranslate import Spoken, plain
from desk.ui.kit.theme import ACCENT, INK, LINE, MUTED, SUNKEN, TONES, Tone, sized
from desk.wording import label

_MONTH, _HEAD, _TALL = 34, 20, 21
_COLUMNS: Final = 37  # six weeks hold every month, wherever it begins
_NUMBER: Final = 11
_DAY: Final = dt.timedelta(days=1)


class YearGrid(Spoken, QWidget):
    """Arrow keys walk through the days. `day_chosen` carries the day that is looked at."""

    day_chosen = Signal(object)

    def __init__(self, custom: EstateFormat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._custom = custom
        self._calendar = BusinessCalendar.plain(custom.zone)
        self._special: dict[dt.date, SpecialDay] = {}
        self.day = dt.date(2000, 1, 1)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.retranslate()

    def retranslate(self) -> None:
        """Which year and day it is, for the ear."""
        self.setAccessibleName(_("The year {year}").format(year=self.day.year))
        self.setAccessibleDescription(self.words_of(self.day))
        self.update()

    def show_year(self, year: int, week: BusinessCalendar, days: tuple[SpecialDay, ...]) -> None:
        """A year under these working weekdays, with these special days."""
        self._calendar = week
        self._special = {one.day: one for one in days}
        if self.day.year != year:
            self.day = dt.date(year, 1, 1)
        self.retranslate()

    def go(self, day: dt.date) -> None:
        """Look at a day of the year; this is not the clerk's choice."""
        if day.year == self.day.year:
            self.day = day
            self.retranslate()

    def words_of(self, day: dt.date) -> str:
        """What counts on a day."""
        special = self._special.get(day)
        if special is not None:
            return day_words(special, self._custom)
        works = day.weekday() in self._calendar.workdays
        words = _("{day} {weekday}: working day") if works else _("{day} {weekday}: no working day")
        weekday = label("week", str(day.weekday()))
        return words.format(day=self._custom.date(day), weekday=weekday)

    # Qt

    def sizeHint(self) -> QSize:
        """Twelve lines under the names of the weekdays."""
        return QSize(_MONTH + _COLUMNS * 19, _HEAD + 12 * _TALL + 1)

    def minimumSizeHint(self) -> QSize:
        """Narrow cells are still told apart by their shapes."""
        return QSize(_MONTH + _COLUMNS * 8, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A day, a month, the ends of the year; Enter chooses."""
        key = event.key()
        steps = {Qt.Key.Key_Left: -_DAY, Qt.Key.Key_Right: _DAY}
        if Qt.Key(key) in steps:
            self._walk(self.day + steps[Qt.Key(key)])
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            month = self.day.month + (1 if key == Qt.Key.Key_Down else -1)
            if 1 <= month <= 12:
                last = months.monthrange(self.day.year, month)[1]
                self._walk(dt.date(self.day.year, month, min(self.day.day, last)))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            is_first = key == Qt.Key.Key_Home
            year = self.day.year
            self._walk(dt.date(year, 1, 1) if is_first else dt.date(year, 12, 31))
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click chooses."""
        day = self._day_at(event.position().toPoint())
        if day is not None:
            self._walk(day)

    def event(self, event: QEvent) -> bool:
        """What counts on the day under the pointer."""
        if isinstance(event, QHelpEvent):
            day = self._day_at(event.pos())
            QToolTip.showText(event.globalPos(), plain(self.words_of(day)) if day else "", self)
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Weekdays, months, days."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(sized(self.font(), _NUMBER))
        self._paint_names(painter)
        day = dt.date(self.day.year, 1, 1)
        while day.year == self.day.year:
            self._paint_day(painter, day)
            day += _DAY
        painter.end()

    # Parts

    def _walk(self, day: dt.date) -> None:
        if day.year == self.day.year:
            self.day = day
            self.retranslate()
            self.day_chosen.emit(day)

    def _width(self) -> float:
        return (self.width() - _MONTH - 1) / _COLUMNS

    def _offset(self, month: int) -> int:
        """In which column a month begins."""
        weekday = dt.date(self.day.year, month, 1).weekday()
        return (weekday - self._custom.week_starts) % 7

    def _cell(self, day: dt.date) -> QRect:
        width = self._width()
        column = self._offset(day.month) + day.day - 1
        left, right = round(column * width), round((column + 1) * width)
        top = _HEAD + (day.month - 1) * _TALL
        return QRect(_MONTH + left, top, right - left, _TALL)

    def _day_at(self, place: QPoint) -> dt.date | None:
        month = (place.y() - _HEAD) // _TALL + 1
        if not 1 <= month <= 12 or place.x() < _MONTH:
            return None
        number = int((place.x() - _MONTH) / self._width()) - self._offset(month) + 1
        last = months.monthrange(self.day.year, month)[1]
        return dt.date(self.day.year, month, number) if 1 <= number <= last else None

    def _paint_names(self, painter: QPainter) -> None:
        painter.setPen(QColor(MUTED))
        width = self._width()
        centre = Qt.AlignmentFlag.AlignCenter
        for column in range(_COLUMNS):
            weekday = label("weekday_short", str((column + self._custom.week_starts) % 7))
            place = QRect(_MONTH + round(column * width), 0, round(width), _HEAD)
            painter.drawText(place, centre, weekday)
        side = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        for month in range(1, 13):
            place = QRect(0, _HEAD + (month - 1) * _TALL, _MONTH, _TALL)
            painter.drawText(place, side, label("month_short", str(month)))

    def _paint_day(self, painter: QPainter, day: dt.date) -> None:
        cell = self._cell(day)
        special = self._special.get(day)
        works = day.weekday() in self._calendar.workdays
        ground, ink = ("", INK) if works else (SUNKEN, MUTED)
        if special is not None:
            tone = Tone.OVERDUE if special.kind is DayKind.HOLIDAY else Tone.DONE
            ink, ground = TONES[tone]
        painter.setPen(QColor(LINE))
        painter.setBrush(QColor(ground) if ground else Qt.BrushStyle.NoBrush)
        painter.drawRect(cell)
        painter.setPen(QColor(ink))
        painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, str(day.day))
        if special is not None:
            paint_mark(painter, QPointF(cell.right() - 3, cell.top() + 4.5), special.kind)
        if day == self.day and self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QColor(ACCENT))
            painter.drawRect(cell)
            painter.drawRect(cell.adjusted(1, 1, -1, -1))


def paint_mark(painter: QPainter, centre: QPointF, kind: DayKind) -> None:
    """A diamond for a holiday, a disc for a make-up day: not by colour alone."""
    tone = Tone.OVERDUE if kind is DayKind.HOLIDAY else Tone.DONE
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(TONES[tone].ink))
    if kind is DayKind.WORKING:
        painter.drawEllipse(centre, 2.2, 2.2)
        return
    corners = ((0, -3), (3, 0), (0, 3), (-3, 0))
    painter.drawPolygon(QPolygonF([centre + QPointF(x, y) for x, y in corners]))
