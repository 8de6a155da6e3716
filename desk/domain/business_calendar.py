"""Working days 工作日, opening hours 辦公時間 and holidays of an estate, given as data (K10).

Local time is naive and called a wall time; moments are aware UTC datetimes. A day's opening spans
are minutes since its local midnight, 0 to 1440, half open. Working days stand apart from opening
hours: a desk may open on a Sunday that is none.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from itertools import pairwise
from types import MappingProxyType
from zoneinfo import ZoneInfo

from desk.domain.reasons import Reason

Span = tuple[int, int]
Spans = tuple[Span, ...]

DAY_MINUTES = 1440
NAME_LIMIT = 80
WEEKDAYS = range(7)
MONDAY_TO_FRIDAY = frozenset(range(5))
ALL_DAY: Spans = ((0, DAY_MINUTES),)

_TICK = timedelta(microseconds=1)
_NONE: Mapping[date, "SpecialDay"] = MappingProxyType({})


class DayKind(StrEnum):
    """Why a day is unlike its weekday."""

    HOLIDAY = "holiday"  # 公眾假期 / 國定假日 / 法定节假日
    WORKING = "working"  # 補班 / 调休上班


@dataclass(frozen=True)
class SpecialDay:
    """One day that is unlike its weekday, under the name the region gives it."""

    day: date
    kind: DayKind
    name: str = ""


@dataclass(frozen=True)
class BusinessCalendar:
    """When an estate works and when its desk is open.

    `week` holds the opening spans from Monday to Sunday, `holiday` those of a holiday. A make-up
    day opens like the first working weekday. `announced` are the years whose special days are
    known; any other year is counted by its weekdays alone, and that is to be said (K10).
    """

    zone: str
    week: tuple[Spans, ...]
    special: Mapping[date, SpecialDay] = field(default_factory=lambda: _NONE, hash=False)
    announced: frozenset[int] = frozenset()
    workdays: frozenset[int] = MONDAY_TO_FRIDAY
    holiday: Spans = ()

    @classmethod
    def plain(cls, zone: str) -> "BusinessCalendar":
        """Monday to Friday, 09:00 to 18:00, no year announced: what an estate begins with."""
        office: Spans = ((540, 1080),)
        week = tuple(office if day in MONDAY_TO_FRIDAY else () for day in WEEKDAYS)
        return cls(zone, week)

    def is_announced(self, year: int) -> bool:
        """Whether the holidays and make-up days of the year are known."""
        return year in self.announced

    def unannounced(self, first: date, last: date) -> tuple[int, ...]:
        """The years from one day to another that are counted by weekdays alone."""
        years = range(first.year, last.year + 1)
        return tuple(year for year in years if not self.is_announced(year))

    def is_working_day(self, day: date) -> bool:
        """Whether the day counts as a working day 工作日."""
        special = self.special.get(day)
        if special is not None:
            return special.kind is DayKind.WORKING
        return day.weekday() in self.workdays

    def opening(self, day: date) -> Spans:
        """The day's opening spans 辦公時間, in order; none where the desk stays closed."""
        special = self.special.get(day)
        if special is None:
            return self.week[day.weekday()]
        if special.kind is DayKind.HOLIDAY:
            return self.holiday
        usual = (self.week[weekday] for weekday in sorted(self.workdays))
        return next((spans for spans in usual if spans), self.week[day.weekday()])

    @property
    def opening_day(self) -> timedelta:
        """How long the desk is open on the longest day of the week: one opening day."""
        return timedelta(minutes=max((_length(spans) for spans in self.week), default=0))

    # Between moments and the estate's clock. Old summer times made hours come twice or not at
    # all; here time never runs backwards for it, so that a later start is never due earlier.

    def wall(self, moment: datetime) -> datetime:
        """What the estate's clock shows; an hour's second coming is the last of its first."""
        zone = ZoneInfo(self.zone)
        local = moment.astimezone(zone)
        if not local.fold:
            return local.replace(tzinfo=None)
        first = local.replace(fold=0)
        changed = _change(zone, first.astimezone(UTC), moment.astimezone(UTC))
        return changed.replace(tzinfo=None) + (first.utcoffset() or timedelta()) - _TICK

    def moment(self, wall: datetime) -> datetime:
        """When the estate's clock first shows it; a skipped time is the moment of the change."""
        zone = ZoneInfo(self.zone)
        local = wall.replace(tzinfo=zone, fold=0)
        found = local.astimezone(UTC)
        if found.astimezone(zone).replace(tzinfo=None) == wall:
            return found
        return _change(zone, local.replace(fold=1).astimezone(UTC), found)

    def midnight(self, day: date) -> datetime:
        """When the day begins, in UTC."""
        return self.moment(datetime.combine(day, datetime.min.time()))


def _length(spans: Spans) -> int:
    return sum(ends - starts for starts, ends in spans)


def _change(zone: ZoneInfo, before: datetime, after: datetime) -> datetime:
    """The second between two moments at which the zone's clock was put on or back."""
    offset = before.astimezone(zone).utcoffset()
    low, high = int(before.timestamp()), int(after.timestamp())
    while high - low > 1:
        middle = (low + high) // 2
        if datetime.fromtimestamp(middle, zone).utcoffset() == offset:
            low = middle
        else:
            high = middle
    return datetime.fromtimestamp(high, UTC)


def by_day(special: Iterable[SpecialDay]) -> Mapping[date, SpecialDay]:
    """Special days as a calendar holds them, in their order."""
    ordered = sorted(special, key=lambda entry: entry.day)
    return MappingProxyType({entry.day: entry for entry in ordered})


def calendar_reasons(calendar: BusinessCalendar) -> tuple[Reason, ...]:
    """Why a calendar may not be used: it has a known zone, ordered spans, work and open hours."""
    return tuple(_calendar_reasons(calendar))


def _calendar_reasons(calendar: BusinessCalendar) -> Iterable[Reason]:
    if not is_zone(calendar.zone):
        yield Reason("calendar.zone.unknown", "zone")
    if len(calendar.week) != len(WEEKDAYS):
        yield Reason("calendar.week.incomplete", "week")
    for weekday, spans in enumerate(calendar.week[: len(WEEKDAYS)]):
        if not are_spans(spans):
            yield Reason("calendar.week.spans", "week", {"day": str(weekday)})
    if not are_spans(calendar.holiday):
        yield Reason("calendar.holiday.spans", "holiday")
    if not calendar.workdays & set(WEEKDAYS):
        yield Reason("calendar.workdays.missing", "workdays")
    if not any(calendar.week):
        yield Reason("calendar.opening.missing", "week")


def special_reasons(special: Iterable[SpecialDay]) -> tuple[Reason, ...]:
    """A day stands in the list of special days once."""
    days = Counter(entry.day for entry in special)
    return tuple(
        Reason("calendar.special.twice", "special", {"day": day.isoformat()})
        for day, count in sorted(days.items())
        if count > 1
    )


def are_spans(spans: Spans) -> bool:
    """Whether spans lie within one day, in order, and neither touch nor overlap backwards."""
    inside = all(0 <= starts < ends <= DAY_MINUTES for starts, ends in spans)
    return inside and all(one[1] <= two[0] for one, two in pairwise(spans))


def is_zone(zone: str) -> bool:
    """Whether the zone is known here, such as `Asia/Taipei`."""
    try:
        ZoneInfo(zone)
    except (KeyError, ValueError, OSError):
        return False
    return True
