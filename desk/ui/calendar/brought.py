"""What a file or the program brings, before it is taken: year by year, what would change."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.domain.business_calendar import WEEKDAYS, BusinessCalendar
from desk.domain.calendar_year import KnownYear, year_changes
from desk.domain.reasons import Reason
from desk.errors import RuleRefused
from desk.i18n import EstateFormat, _, pgettext
from desk.ui.calendar.deeds import Brought, CalendarDeeds
from desk.ui.calendar.spans_field import spans_words
from desk.ui.calendar.words import count_words, day_words, hours_words
from desk.ui.kit.choice_field import Choice, SegmentField
from desk.ui.kit.deed_dialog import Asked, DeedPlan
from desk.ui.kit.field import Field
from desk.ui.kit.label import plain_label
from desk.ui.kit.many_field import ManyField
from desk.wording import label

_MOST_LINES = 12


class Preview(Field):
    """Lines to be read; it holds nothing."""

    def __init__(self, words: Callable[[], str]) -> None:
        super().__init__()
        self._words = words
        self._text = plain_label()
        self._text.setWordWrap(True)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._text)
        self._adopt(self._text)
        self.retranslate()

    def retranslate(self) -> None:
        """The lines in the current language."""
        super().retranslate()
        self._text.setText(self._words())

    def value(self) -> None:
        """Nothing."""

    def set_value(self, value: Any) -> None:
        """Nothing to set."""


def bring_plan(deeds: CalendarDeeds, brought: Brought) -> DeedPlan:
    """What is asked before it is taken; the deed gives how many years were taken."""
    own = deeds.hours().calendar
    differs = _differs(own, brought.calendar)
    asked = [
        Asked(
            "years",
            partial(_many, brought.years),
            _years_words,
            begins_with=[str(one.year) for one in brought.years if _changes(deeds, one)],
        ),
        Asked("preview", partial(_preview, partial(preview, deeds, brought)), _preview_words),
    ]
    if differs:
        asked.insert(1, Asked("hours", _yes_no, hours_words, begins_with="no"))
    return DeedPlan(
        title=_Title(brought.source),
        button=_take_words,
        asked=asked,
        do=partial(_take, deeds, brought),
        lead=_lead_words,
    )


def preview(deeds: CalendarDeeds, brought: Brought) -> str:
    """Year by year, and the hours where the file has others."""
    told = [_year_words(deeds, one) for one in brought.years]
    own = deeds.hours().calendar
    if brought.calendar is not None and _differs(own, brought.calendar):
        told.append(_hours_preview(own, brought.calendar))
    if brought.calendar is not None and brought.calendar.zone != own.zone:
        words = _("The file is made for the time zone {zone}; the estate keeps its own.")
        told.append(words.format(zone=brought.calendar.zone))
    return "\n\n".join(told)


def _year_words(deeds: CalendarDeeds, brought: KnownYear) -> str:
    known = deeds.year(brought.year)
    head = f"{brought.year} · {count_words(brought.days)}"
    if not known.version:
        return head + " · " + _("not announced so far")
    changes = year_changes(known, brought)
    if not changes:
        return head + " · " + _("nothing changes")
    custom = deeds.custom
    lines = [
        *_lines("+", changes.added, custom),
        *_lines("–", changes.gone, custom),
        *_lines("→", changes.changed, custom),
    ]
    left = len(lines) - _MOST_LINES
    more = [_("and {count} more").format(count=left)] if left > 0 else []
    return "\n".join((head, *lines[:_MOST_LINES], *more))


def _changes(deeds: CalendarDeeds, brought: KnownYear) -> bool:
    known = deeds.year(brought.year)
    return not known.version or bool(year_changes(known, brought))


def _lines(sign: str, days: Sequence[Any], custom: EstateFormat) -> list[str]:
    return [f"{sign} {day_words(one, custom)}" for one in days]


def _hours_preview(own: BusinessCalendar, brought: BusinessCalendar) -> str:
    lines = [hours_words()]
    for day in WEEKDAYS:
        old, new = _day_words(own, day), _day_words(brought, day)
        if old != new:
            lines.append(_change(label("week", str(day)), old, new))
    if own.holiday != brought.holiday:
        old, new = spans_words(own.holiday), spans_words(brought.holiday)
        kind = label("day_kind", "holiday")
        lines.append(_change(kind, old or _closed(), new or _closed()))
    return "\n".join(lines)


def _day_words(calendar: BusinessCalendar, day: int) -> str:
    works = _("working day") if day in calendar.workdays else _("no working day")
    return pgettext("list", ", ").join((spans_words(calendar.week[day]) or _closed(), works))


def _change(what: str, old: str, new: str) -> str:
    return _("{what}: {old} → {new}").format(what=what, old=old, new=new)


def _differs(own: BusinessCalendar, brought: BusinessCalendar | None) -> bool:
    if brought is None:
        return False
    return (own.week, own.holiday, own.workdays) != (
        brought.week,
        brought.holiday,
        brought.workdays,
    )


def _take(deeds: CalendarDeeds, brought: Brought, values: Mapping[str, Any]) -> int:
    years = [one for one in brought.years if str(one.year) in values["years"]]
    calendar = brought.calendar if values.get("hours") == "yes" else None
    if not years and calendar is None:
        raise RuleRefused([Reason("calendar.brought.nothing", "years")])
    return deeds.bring(years, calendar)


def _many(years: Sequence[KnownYear]) -> QWidget:
    return ManyField(partial(_year_choices, years))


def _year_choices(years: Sequence[KnownYear]) -> Sequence[Choice]:
    return [Choice(str(one.year), str(one.year)) for one in years]


def _yes_no() -> QWidget:
    return SegmentField(_yes_no_choices)


def _yes_no_choices() -> Sequence[Choice]:
    return [Choice("yes", _("yes")), Choice("no", _("no"))]


def _preview(words: Callable[[], str]) -> QWidget:
    return Preview(words)


class _Title:
    def __init__(self, source: str) -> None:
        self._source = source

    def __call__(self) -> str:
        return self._source or _("Newer data of the program")


def _years_words() -> str:
    return _("Years to take")


def _preview_words() -> str:
    return _("What changes")


def _take_words() -> str:
    return _("Take these")


def _lead_words() -> str:
    return _(
        "A year that is known already is replaced as a whole. Due times that were told already"
        " stay, until open cases are computed anew."
    )


def _closed() -> str:
    return _("closed")
