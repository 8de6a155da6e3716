"""The special days of a year as a field: the year at a glance, one day to edit, the list."""

import datetime as dt
from collections.abc import Hashable, Sequence
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk.domain.business_calendar import NAME_LIMIT, BusinessCalendar, DayKind, SpecialDay
from desk.domain.reasons import Reason
from desk.errors import RuleRefused
from desk.i18n import EstateFormat, _
from desk.ui.calendar.legend import Legend
from desk.ui.calendar.words import kind_choices
from desk.ui.calendar.year_grid import YearGrid
from desk.ui.kit.chips import Chip
from desk.ui.kit.choice_field import SegmentField
from desk.ui.kit.day_field import DayField
from desk.ui.kit.field import Field
from desk.ui.kit.field_set import FieldSet
from desk.ui.kit.key_button import KeyButton
from desk.ui.kit.line_field import LineField
from desk.ui.kit.record_model import Column, Page
from desk.ui.kit.record_table import RecordTable
from desk.ui.kit.theme import Tone
from desk.wording import label

_LIST, _EDITOR = 250, 260


class DaysField(Field):
    """A tuple of special days. What is typed of one day counts once it is put into the list."""

    def __init__(self, custom: EstateFormat, year: int, week: BusinessCalendar) -> None:
        super().__init__()
        self._custom, self._year, self._week = custom, year, week
        self._days: dict[dt.date, SpecialDay] = {}
        self.grid = YearGrid(custom)
        self.one = FieldSet()
        self.one.add("day", DayField(custom, self._first), _day_words, span=1)
        self.one.add("kind", SegmentField(kind_choices), _kind_words, span=1)
        self.one.add("name", LineField(NAME_LIMIT), _name_words)
        self.put_button = KeyButton(_put_words, sign="check")
        self.drop_button = KeyButton(_drop_words, kind="quiet", sign="void")
        self.table: RecordTable[SpecialDay] = RecordTable(
            self._columns(), self._fetch, _day, title=_days_words, empty=_empty
        )
        self._editor = QWidget()
        self._lay_out()
        self._connect()
        self._adopt(self.grid)
        self._look_at(self._first())
        self.retranslate()

    def retranslate(self) -> None:
        """Parts look after themselves."""

    def value(self) -> tuple[SpecialDay, ...]:
        """The days in their order."""
        return tuple(one for _day, one in sorted(self._days.items()))

    def set_value(self, value: Any) -> None:
        """Show days."""
        self._days = {one.day: one for one in value or ()}
        self._show()

    def draft(self) -> list[list[str]]:
        """The days as texts."""
        return [[one.day.isoformat(), str(one.kind), one.name] for one in self.value()]

    def restore(self, draft: Any) -> None:
        """The days again; a line that is none is left out."""
        self.set_value([one for one in map(_read, draft or ()) if one is not None])

    def problem(self) -> str | None:
        """A day that was begun and not put into the list would be lost."""
        name = self.one.field("name").value()
        day = self.one.field("day").value()
        known = self._days.get(day) if day is not None else None
        if name and (known is None or known.name != name):
            return _("Put this day into the list first, or empty its name.")
        return None

    def set_read_only(self, read_only: bool) -> None:
        """The year and its list stay."""
        self._editor.setVisible(not read_only)

    def mark_refused(self, sentence: str) -> None:
        """The list carries the reason."""
        self.table.setAccessibleDescription(sentence)

    # Editing

    def put(self) -> None:
        """The typed day into the list, in place of what stood there for it."""
        self.one.clear_refusals()
        day = self.one.field("day").value()
        if day is None or day.year != self._year:
            missing = Reason("calendar.day.missing", "day", {"year": str(self._year)})
            self.one.refuse(RuleRefused([missing]).reasons)
            self.one.focus_first_refusal()
            return
        kind = DayKind(self.one.field("kind").value() or DayKind.HOLIDAY)
        self._days[day] = SpecialDay(day, kind, self.one.field("name").value())
        self._show()
        self._look_at(day)
        self.changed.emit()
        self.one.field("day").control.setFocus()

    def drop(self) -> None:
        """The day counts by its weekday again."""
        day = self.one.field("day").value()
        if day is not None and self._days.pop(day, None) is not None:
            self._show()
            self._look_at(day)
            self.changed.emit()

    def choose(self, day: dt.date) -> None:
        """Look at a day, to add or to change it."""
        self._look_at(day)

    # Parts

    def _look_at(self, day: dt.date) -> None:
        known = self._days.get(day)
        self.one.clear_refusals()
        self.one.field("day").set_value(day)
        self.one.field("kind").set_value(known.kind if known else DayKind.HOLIDAY)
        self.one.field("name").set_value(known.name if known else "")
        self.drop_button.shut("" if known else _("This day is not in the list."))
        self.grid.go(day)
        if known is None:
            self.table.forget_choice()
        else:
            self.table.choose(day)

    def _row_chosen(self, row: SpecialDay) -> None:
        self._look_at(row.day)

    def _typed(self) -> None:
        """Another day was typed: is it in the list?"""
        day = self.one.field("day").value()
        known = day in self._days
        self.drop_button.shut("" if known else _("This day is not in the list."))
        if day is not None:
            self.grid.go(day)

    def _show(self) -> None:
        self.grid.show_year(self._year, self._week, self.value())
        self.table.reload()

    def _first(self) -> dt.date:
        return dt.date(self._year, 1, 1)

    def _fetch(self, _after: object | None) -> Page[SpecialDay]:
        return Page(self.value())

    def _connect(self) -> None:
        self.grid.day_chosen.connect(self.choose)
        self.table.record_chosen.connect(self._row_chosen)
        self.put_button.clicked.connect(self.put)
        self.drop_button.clicked.connect(self.drop)
        self.one.walked_through.connect(self.put_button.setFocus)
        self.one.changed.connect(self._typed)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.put_button)
        buttons.addWidget(self.drop_button)
        buttons.addStretch()
        self._editor.setMaximumWidth(_EDITOR)
        edit = QVBoxLayout(self._editor)
        edit.setContentsMargins(0, 0, 0, 0)
        edit.setSpacing(10)
        edit.addWidget(self.one)
        edit.addLayout(buttons)
        edit.addStretch()
        self.table.setMinimumHeight(_LIST)
        under = QHBoxLayout()
        under.setSpacing(16)
        under.addWidget(self._editor)
        under.addWidget(self.table, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addWidget(self.grid)
        box.addWidget(Legend())
        box.addLayout(under)

    def _columns(self) -> Sequence[Column[SpecialDay]]:
        return (
            Column("day", _day_words, self._day_text, 104, note=_weekday),
            Column("name", _name_words, _name, 120, stretch=True, strong=True),
            Column("kind", _kind_words, _kind, 172, chip=_kind_chip),
        )

    def _day_text(self, one: SpecialDay) -> str:
        return self._custom.date(one.day)


def _read(line: Any) -> SpecialDay | None:
    try:
        day, kind, name = line
        return SpecialDay(dt.date.fromisoformat(day), DayKind(kind), str(name))
    except (TypeError, ValueError):
        return None


def _day(one: SpecialDay) -> Hashable:
    return one.day


def _weekday(one: SpecialDay) -> str:
    return label("week", str(one.day.weekday()))


def _kind(one: SpecialDay) -> str:
    return label("day_kind", one.kind)


def _kind_chip(one: SpecialDay) -> Chip:
    return Chip(Tone.OVERDUE if one.kind is DayKind.HOLIDAY else Tone.DONE, _kind(one))


def _name(one: SpecialDay) -> str:
    return one.name


def _day_words() -> str:
    return _("Day")


def _kind_words() -> str:
    return _("Kind")


def _name_words() -> str:
    return _("Name of the day")


def _days_words() -> str:
    return _("Special days")


def _put_words() -> str:
    return _("Put into the list")


def _drop_words() -> str:
    return _("Take out of the list")


def _empty() -> str:
    return _("No day of this year is unlike its weekday.")
