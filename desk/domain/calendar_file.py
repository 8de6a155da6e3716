"""The file a calendar is brought in and taken out as: plain values, as JSON holds them.

    {"zone": "Asia/Taipei", "workdays": [0, 1, 2, 3, 4],
     "week": [[["09:00", "18:00"]], …, []], "holiday": [], "announced": [2026],
     "special": [{"day": "2026-01-01", "kind": "holiday", "name": "中華民國開國紀念日"}]}

Weekdays count from Monday 0; a span may end at 24:00. Other keys are nobody's business here.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import MAXYEAR, MINYEAR, date
from typing import Any

from desk.domain.business_calendar import (
    NAME_LIMIT,
    WEEKDAYS,
    BusinessCalendar,
    DayKind,
    Span,
    Spans,
    SpecialDay,
    are_spans,
    by_day,
    calendar_reasons,
    special_reasons,
)
from desk.domain.reasons import Reason

MOST_SPECIAL_DAYS = 5_000
_TIME = re.compile(r"([0-9]{2}):([0-5][0-9])", re.ASCII)
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)


def calendar_data(calendar: BusinessCalendar) -> dict[str, Any]:
    """A calendar as plain values; `read_calendar` gives the same calendar back."""
    return {
        "zone": calendar.zone,
        "workdays": sorted(calendar.workdays),
        "week": [_written(spans) for spans in calendar.week],
        "holiday": _written(calendar.holiday),
        "announced": sorted(calendar.announced),
        "special": [
            {"day": day.isoformat(), "kind": str(entry.kind), "name": entry.name}
            for day, entry in sorted(calendar.special.items())
        ],
    }


def read_calendar(data: object) -> tuple[BusinessCalendar | None, tuple[Reason, ...]]:
    """The calendar that plain values stand for, or every reason why they stand for none."""
    if not isinstance(data, Mapping):
        return None, (Reason("calendar.file.unlike"),)
    reading = _Reading()
    special = reading.special(data.get("special", []))
    calendar = BusinessCalendar(
        zone=reading.zone(data.get("zone")),
        week=reading.week(data.get("week")),
        special=by_day(special),
        announced=reading.years(data.get("announced", [])),
        workdays=reading.workdays(data.get("workdays")),
        holiday=reading.holiday(data.get("holiday", [])),
    )
    found = [*reading.reasons, *special_reasons(special), *calendar_reasons(calendar)]
    reasons = tuple(one for at, one in enumerate(found) if one not in found[:at])
    return (None, reasons) if reasons else (calendar, ())


@dataclass
class _Reading:
    """Reads the parts and gathers what is wrong with them."""

    reasons: list[Reason] = field(default_factory=list)

    def zone(self, value: object) -> str:
        return value if isinstance(value, str) else ""

    def week(self, value: object) -> tuple[Spans, ...]:
        days = value if isinstance(value, list) else []
        return tuple(self._day(number, day) for number, day in enumerate(days[: len(WEEKDAYS)]))

    def _day(self, number: int, value: object) -> Spans:
        spans = _spans(value)
        if spans is None:
            self._say("calendar.week.spans", "week", day=str(number))
        return spans or ()

    def holiday(self, value: object) -> Spans:
        spans = _spans(value)
        if spans is None:
            self._say("calendar.holiday.spans", "holiday")
        return spans or ()

    def workdays(self, value: object) -> frozenset[int]:
        return frozenset(_numbers(value, WEEKDAYS) or ())

    def years(self, value: object) -> frozenset[int]:
        years = _numbers(value, range(MINYEAR, MAXYEAR + 1))
        if years is None:
            self._say("calendar.announced.unlike", "announced")
        return frozenset(years or ())

    def special(self, value: object) -> tuple[SpecialDay, ...]:
        if not isinstance(value, list) or len(value) > MOST_SPECIAL_DAYS:
            self._say("calendar.special.list", "special", most=MOST_SPECIAL_DAYS)
            return ()
        return tuple(self._special(value))

    def _special(self, entries: list[Any]) -> Iterator[SpecialDay]:
        for number, entry in enumerate(entries, 1):
            found = _special_day(entry)
            if found is None:
                self._say("calendar.special.unlike", "special", number=number)
            else:
                yield found

    def _say(self, code: str, beside: str, **parameters: str | int) -> None:
        self.reasons.append(Reason(code, beside, parameters))


def _special_day(entry: object) -> SpecialDay | None:
    if not isinstance(entry, Mapping):
        return None
    day, kind, name = entry.get("day"), entry.get("kind"), entry.get("name", "")
    if not (isinstance(day, str) and isinstance(kind, str) and isinstance(name, str)):
        return None
    if not _DAY.fullmatch(day) or len(name) > NAME_LIMIT:
        return None
    try:
        return SpecialDay(date.fromisoformat(day), DayKind(kind), name)
    except ValueError:
        return None


def _spans(value: object) -> Spans | None:
    if not isinstance(value, list):
        return None
    spans = [_span(one) for one in value]
    read = tuple(span for span in spans if span is not None)
    return read if len(read) == len(spans) and are_spans(read) else None


def _span(value: object) -> Span | None:
    if not isinstance(value, list) or len(value) != 2:
        return None
    starts, ends = (_minutes(text) for text in value)
    return None if starts is None or ends is None else (starts, ends)


def _minutes(value: object) -> int | None:
    match = _TIME.fullmatch(value) if isinstance(value, str) else None
    return None if match is None else int(match[1]) * 60 + int(match[2])


def _numbers(value: object, allowed: range) -> list[int] | None:
    """Whole numbers of a range; JSON's true and false are none."""
    if not isinstance(value, list):
        return None
    numbers = [one for one in value if type(one) is int and one in allowed]
    return numbers if len(numbers) == len(value) else None


def _written(spans: Spans) -> list[list[str]]:
    return [[f"{at // 60:02}:{at % 60:02}" for at in span] for span in spans]
