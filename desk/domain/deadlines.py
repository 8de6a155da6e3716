"""When something is due: terms 時限, pauses, and how a clock stands.

Moments are aware UTC datetimes. How a term is counted:

- natural 自然日: minutes and hours by the watch; days to the same local time n days later; months
  to the same day of the month at the same time, or to the end of the last day where the month
  has no such day.
- working 工作日: as natural, on working days alone, each from 00:00 to 24:00. One working day
  from Friday 10:00 ends on Monday 10:00, from Saturday 10:00 on Monday 24:00.
- opening 辦公時間: within opening spans alone. An opening day is as many hours as the desk is
  open on the longest day of its week.
- same day 當日: the end of the local day, or of the next working day; under opening, closing time.
- months under working or opening run by the calendar and end with the working or opening day
  they fall on, or with the next.

A pause stops the clock: its time is not counted. For a same-day clock a pause over the end of
the day leaves the day on which it ends; for months its length is added.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import MAXYEAR, UTC, date, datetime, time, timedelta
from enum import StrEnum
from types import MappingProxyType

from desk.domain.business_calendar import ALL_DAY, BusinessCalendar
from desk.domain.counted_time import (
    Counted,
    Stops,
    Stretch,
    end_of_day,
    merged,
    out_of_reach,
    spend,
    stretches,
    whole_day,
)
from desk.domain.reasons import Reason

SOON_SHARE = 4  # the last quarter of a clock's span
SOON_AT_MOST = timedelta(days=1)

_DAY = timedelta(days=1)
_NONE = timedelta()
_TICK = timedelta(microseconds=1)
_LAST = datetime.combine(date.max, time.max)


class Unit(StrEnum):
    """What a term is measured in."""

    MINUTES = "minutes"
    HOURS = "hours"
    DAYS = "days"
    SAME_DAY = "same_day"  # 當日內
    MONTHS = "months"


class Counting(StrEnum):
    """Which time counts (K10)."""

    NATURAL = "natural"  # 自然日
    WORKING = "working"  # 工作日
    OPENING = "opening"  # 辦公時間


class Bound(StrEnum):
    """Whether a term is aimed at or must not be passed (K7)."""

    TARGET = "target"  # 目標
    CEILING = "ceiling"  # 上限


class ClockState(StrEnum):
    """How a clock stands."""

    RUNNING = "running"
    SOON = "soon"  # 即將到期
    OVERDUE = "overdue"  # 逾期
    PAUSED = "paused"
    MET = "met"
    MET_LATE = "met_late"
    ENDED = "ended"  # it no longer matters: voided, promoted, another policy


MOST: Mapping[Unit, int] = MappingProxyType(
    {
        Unit.MINUTES: 100_000,
        Unit.HOURS: 10_000,
        Unit.DAYS: 3_660,
        Unit.SAME_DAY: 1,
        Unit.MONTHS: 120,
    }
)
_NOMINAL_MINUTES: Mapping[Unit, int] = MappingProxyType(
    {
        Unit.MINUTES: 1,
        Unit.HOURS: 60,
        Unit.DAYS: 1440,
        Unit.SAME_DAY: 1439,
        Unit.MONTHS: 31 * 1440,
    }
)
_MILDNESS = (Counting.NATURAL, Counting.WORKING, Counting.OPENING)


@dataclass(frozen=True)
class Term:
    """How long something may take; a same-day term has the amount 1."""

    amount: int
    unit: Unit
    counting: Counting = Counting.NATURAL


@dataclass(frozen=True)
class Pause:
    """A time in which the clock stood still, from one moment to another; None while it lasts."""

    starts: datetime
    ends: datetime | None
    why: str = ""


@dataclass(frozen=True)
class Standing:
    """How a clock stands: what is or was left, or by how much it is or was passed, never both.

    `clock_behind` says that this PC's clock shows a time before the clock started.
    """

    state: ClockState
    left: timedelta = _NONE
    over: timedelta = _NONE
    clock_behind: bool = False


def term_reasons(term: Term) -> tuple[Reason, ...]:
    """A term lasts at least one of its unit, and no longer than a clock can sensibly run."""
    most = MOST[term.unit]
    if 1 <= term.amount <= most:
        return ()
    return (Reason("term.amount.outside", "amount", {"most": most}),)


def strictness(term: Term) -> tuple[int, int]:
    """How hard a term is, for "strictest of": the smaller is the stricter.

    The length in its own days comes first, so that one working day is stricter than two days
    (K9), then the counting: a day is stricter than a working day. What really falls due first
    depends on the day, and only `due` can tell.
    """
    return term.amount * _NOMINAL_MINUTES[term.unit], _MILDNESS.index(term.counting)


def due(
    start: datetime,
    term: Term,
    calendar: BusinessCalendar,
    pauses: Iterable[Pause] = (),
    now: datetime | None = None,
) -> datetime:
    """When a clock that started runs out, never before it started.

    A pause that still lasts counts up to `now`, so the answer moves on with it; without `now` it
    is not counted: what is due then is what was due when the pause began.

    RuleRefused where the calendar has no day to end on within reach.
    """
    stops = merged(_stops(pauses, start, now))
    try:
        match term.unit:
            case Unit.MINUTES | Unit.HOURS:
                found = _by_watch(start, term, calendar, stops)
            case Unit.DAYS:
                found = _by_days(start, term, calendar, stops)
            case Unit.SAME_DAY:
                found = _same_day(start, _counted(term.counting, calendar), calendar, stops)
            case Unit.MONTHS:
                found = _by_months(start, term, calendar, stops)
        return max(start, found)
    except OverflowError:
        raise out_of_reach() from None


def standing(  # noqa: PLR0913, PLR0917 - the facts of one row of deadlines
    start: datetime,
    due: datetime,
    met_at: datetime | None,
    ended_at: datetime | None,
    now: datetime,
    pauses: Iterable[Pause] = (),
) -> Standing:
    """How a clock stands now; nothing in the answer is ever negative.

    `due` is what `due()` says without `now`: a pause that lasts is not in it. It runs out soon
    in its last quarter, at most its last day, and is overdue once `due` has passed. A PC whose
    clock is behind the start sees the clock as it stood at the start, and is told.
    """
    behind = now < start
    paused = min((one.starts for one in pauses if one.ends is None), default=None)
    seen = max(start, met_at or ended_at or now)
    at = seen if paused is None else max(start, min(seen, paused))
    left, over = max(due - at, _NONE), max(at - due, _NONE)
    is_paused = paused is not None and paused <= seen and not over
    if met_at is not None:
        state = ClockState.MET_LATE if over else ClockState.MET
    elif ended_at is not None:
        state, left = ClockState.ENDED, _NONE
    elif is_paused:
        state = ClockState.PAUSED
    else:
        left, over = max(due - seen, _NONE), max(seen - due, _NONE)
        state = _running(due - start, left, over)
    return Standing(state, left, over, behind)


def _running(span: timedelta, left: timedelta, over: timedelta) -> ClockState:
    if over:
        return ClockState.OVERDUE
    return ClockState.SOON if left < min(span / SOON_SHARE, SOON_AT_MOST) else ClockState.RUNNING


def _stops(pauses: Iterable[Pause], start: datetime, now: datetime | None) -> Iterator[Stretch]:
    for pause in pauses:
        ends = pause.ends if pause.ends is not None else now
        if ends is not None:
            yield max(pause.starts, start), ends


def _counted(counting: Counting, calendar: BusinessCalendar) -> Counted:
    """Which minutes of a day count."""
    match counting:
        case Counting.NATURAL:
            return whole_day
        case Counting.WORKING:
            return lambda day: ALL_DAY if calendar.is_working_day(day) else ()
        case Counting.OPENING:
            return calendar.opening


def _by_watch(start: datetime, term: Term, calendar: BusinessCalendar, stops: Stops) -> datetime:
    """Minutes and hours, as they pass: an hour that came twice is two."""
    amount = term.amount * timedelta(minutes=_NOMINAL_MINUTES[term.unit])
    if term.counting is Counting.NATURAL:
        return spend(amount, start, [(start, _LAST.replace(tzinfo=UTC))], stops)
    days = stretches(_counted(term.counting, calendar), calendar.wall(start).date())
    moments = ((calendar.moment(opens), calendar.moment(shuts)) for opens, shuts in days)
    return spend(amount, start, moments, stops)


def _by_days(start: datetime, term: Term, calendar: BusinessCalendar, stops: Stops) -> datetime:
    """Days, as the estate's clock shows them: a day on which it was put on or back is one."""
    wall = calendar.wall(start)
    on_wall = [(calendar.wall(starts), calendar.wall(ends)) for starts, ends in stops]
    if term.counting is Counting.NATURAL:
        return calendar.moment(spend(term.amount * _DAY, wall, [(wall, _LAST)], on_wall))
    day = calendar.opening_day if term.counting is Counting.OPENING else _DAY
    days = stretches(_counted(term.counting, calendar), wall.date())
    return calendar.moment(spend(term.amount * day, wall, days, on_wall))


def _same_day(
    start: datetime, counted: Counted, calendar: BusinessCalendar, stops: Stops
) -> datetime:
    """The end of the day; a pause that lasts over it leaves the day on which the pause ends."""
    end = end_of_day(start, counted, calendar)
    for paused, resumed in stops:
        if paused < end < resumed:
            end = end_of_day(resumed, counted, calendar)
    return end


def _by_months(start: datetime, term: Term, calendar: BusinessCalendar, stops: Stops) -> datetime:
    """The same day and time n months on, later by the pauses."""
    end = calendar.moment(_months_later(calendar.wall(start), term.amount))
    for paused, resumed in stops:
        if paused < end:
            end += resumed - paused
    if term.counting is Counting.NATURAL:
        return end
    return end_of_day(end - _TICK, _counted(term.counting, calendar), calendar)


def _months_later(wall: datetime, months: int) -> datetime:
    """The same day of a later month; the end of its last day where it has no such day."""
    years, month = divmod(wall.month - 1 + months, 12)
    if wall.year + years > MAXYEAR:
        raise OverflowError
    first = wall.replace(year=wall.year + years, month=month + 1, day=1)
    found = first + (wall.day - 1) * _DAY
    if found.month == first.month:
        return found
    return datetime.combine(found.date().replace(day=1), time())
