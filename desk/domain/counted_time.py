"""The time that counts for a clock, and how a clock spends it.

A stretch is a time that counts, from one moment to another; a stop is a time in which the clock
stands still. Both are half open and in order, all of them either wall times or moments.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime, time, timedelta

from desk.domain.business_calendar import DAY_MINUTES, BusinessCalendar, Spans
from desk.domain.reasons import Reason
from desk.errors import RuleRefused

LONGEST_WALK = 20_000  # days a clock may look ahead: no calendar can hold it for ever

Stretch = tuple[datetime, datetime]
Stops = Sequence[Stretch]
Counted = Callable[[date], Spans]  # which minutes of a day count

_DAY = timedelta(days=1)


def out_of_reach() -> RuleRefused:
    """What is raised where a clock finds no time to end at."""
    return RuleRefused([Reason("term.out_of_reach")])


def stretches(counted: Counted, first: date) -> Iterator[Stretch]:
    """The time that counts from a day on, by the estate's clock.

    RuleRefused after `LONGEST_WALK` days, OverflowError after the last there is.
    """
    begin = datetime.combine(first, time())
    for number in range(LONGEST_WALK):
        midnight = begin + number * _DAY
        for opens, shuts in counted(midnight.date()):
            yield midnight + timedelta(minutes=opens), midnight + timedelta(minutes=shuts)
    raise out_of_reach()


def spend(amount: timedelta, begin: datetime, times: Iterable[Stretch], stops: Stops) -> datetime:
    """When an amount of time has passed within the stretches and outside the stops."""
    left = amount
    for opens, shuts in times:
        at = max(opens, begin)
        for paused, resumed in stops:
            if resumed <= at or paused >= shuts:
                continue
            if paused - at >= left:
                break
            left -= max(paused - at, timedelta())
            at = resumed
        if shuts - at >= left:
            return at + left
        left -= max(shuts - at, timedelta())
    raise out_of_reach()


def end_of_day(moment: datetime, counted: Counted, calendar: BusinessCalendar) -> datetime:
    """When the day's counted time ends: this day's, or the next one's that still has any."""
    wall = calendar.wall(moment)
    shutting = (shuts for _opens, shuts in stretches(counted, wall.date()) if shuts > wall)
    first = next(shutting)
    day = (first - timedelta(microseconds=1)).date()
    return calendar.moment(_midnight(day) + timedelta(minutes=counted(day)[-1][1]))


def whole_day(_day: date) -> Spans:
    """Every minute counts."""
    return ((0, DAY_MINUTES),)


def merged(times: Iterable[Stretch]) -> Stops:
    """Times in any order as one row of times that do not meet; empty ones left out."""
    row: list[Stretch] = []
    for starts, ends in sorted(times):
        if row and starts <= row[-1][1]:
            row[-1] = (row[-1][0], max(row[-1][1], ends))
        elif starts < ends:
            row.append((starts, ends))
    return row


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time())
