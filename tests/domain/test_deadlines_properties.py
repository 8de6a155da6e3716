"""What holds of every clock, whatever the term, the calendar, the pauses and the hour."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from desk.domain.business_calendar import BusinessCalendar, DayKind, SpecialDay, by_day
from desk.domain.deadlines import (
    ClockState,
    Counting,
    Pause,
    Term,
    Unit,
    due,
    standing,
)

ZONES = ("Asia/Hong_Kong", "Asia/Taipei", "Asia/Shanghai")
NOTHING = timedelta()
OLD = (datetime(1979, 4, 1, tzinfo=UTC), datetime(1979, 12, 1, tzinfo=UTC))
MAINLAND = (datetime(1986, 4, 1, tzinfo=UTC), datetime(1986, 11, 1, tzinfo=UTC))
LEAP = (datetime(2027, 12, 1, tzinfo=UTC), datetime(2028, 4, 1, tzinfo=UTC))


def moments() -> st.SearchStrategy[datetime]:
    """Moments of years with changed clocks, of a leap year, often at an hour or a minute."""
    periods = st.sampled_from([OLD, MAINLAND, LEAP])
    steps = st.sampled_from([timedelta(hours=1), timedelta(minutes=1), timedelta(seconds=7.5)])
    return st.tuples(periods, steps, st.floats(0, 1, exclude_max=True)).map(_moment)


def _moment(parts: tuple[tuple[datetime, datetime], timedelta, float]) -> datetime:
    (first, last), step, share = parts
    return first + int((last - first) / step * share) * step


def spans() -> st.SearchStrategy[tuple[tuple[int, int], ...]]:
    bounds = st.lists(st.integers(0, 1440), unique=True, max_size=4).map(sorted)
    return bounds.map(lambda found: tuple(zip(found[::2], found[1::2], strict=False)))


def special_days() -> st.SearchStrategy[SpecialDay]:
    years = st.sampled_from(
        [(date(1979, 4, 1), date(1979, 12, 1)), (LEAP[0].date(), LEAP[1].date())]
    )
    days = years.flatmap(lambda ends: st.dates(*ends))
    return st.builds(SpecialDay, days, st.sampled_from(DayKind))


@st.composite
def calendars(draw: st.DrawFn) -> BusinessCalendar:
    """Calendars that open for at least an hour on some weekday."""
    week = [draw(spans()) for _ in range(7)]
    week[draw(st.integers(0, 6))] = ((600, 660), (720, 1440))
    return BusinessCalendar(
        zone=draw(st.sampled_from(ZONES)),
        week=tuple(week),
        special=by_day(draw(st.lists(special_days(), max_size=6))),
        workdays=draw(st.frozensets(st.integers(0, 6), min_size=1)),
        holiday=draw(spans()),
    )


def terms(units: Sequence[Unit] = tuple(Unit)) -> st.SearchStrategy[Term]:
    return st.builds(
        Term, st.integers(1, 70), st.sampled_from(units), st.sampled_from(Counting)
    ).map(lambda term: replace(term, amount=1) if term.unit is Unit.SAME_DAY else term)


@st.composite
def pauses(draw: st.DrawFn, start: datetime) -> list[Pause]:
    lengths = st.timedeltas(NOTHING, timedelta(days=9))
    offsets = st.timedeltas(timedelta(days=-2), timedelta(days=30))
    found = []
    for offset, length in draw(st.lists(st.tuples(offsets, lengths), max_size=3)):
        found.append(Pause(start + offset, start + offset + length))
    return found


CASES = st.tuples(moments(), terms(), calendars())
bounded = settings(max_examples=80, deadline=None)


@bounded
@given(CASES, st.data())
def test_nothing_is_due_before_it_started(
    case: tuple[datetime, Term, BusinessCalendar], data: st.DataObject
) -> None:
    start, term, calendar = case

    assert due(start, term, calendar, data.draw(pauses(start))) >= start


@bounded
@given(CASES, st.timedeltas(NOTHING, timedelta(days=3)))
def test_who_starts_later_is_never_due_earlier(
    case: tuple[datetime, Term, BusinessCalendar], later: timedelta
) -> None:
    start, term, calendar = case

    assert due(start, term, calendar) <= due(start + later, term, calendar)


@bounded
@given(CASES, st.timedeltas(NOTHING, timedelta(days=3)), st.data())
def test_who_starts_later_is_never_due_earlier_though_the_clock_was_paused(
    case: tuple[datetime, Term, BusinessCalendar], later: timedelta, data: st.DataObject
) -> None:
    """Months alone may differ: they are not all of one length."""
    start, term, calendar = case
    if term.unit is Unit.MONTHS:
        term = replace(term, unit=Unit.DAYS)
    stops = data.draw(pauses(start))

    assert due(start, term, calendar, stops) <= due(start + later, term, calendar, stops)


@bounded
@given(CASES, st.data())
def test_who_has_more_is_never_due_earlier(
    case: tuple[datetime, Term, BusinessCalendar], data: st.DataObject
) -> None:
    start, term, calendar = case
    stops = data.draw(pauses(start))
    more = replace(term, amount=term.amount + 1)

    assert due(start, term, calendar, stops) <= due(start, more, calendar, stops)


@bounded
@given(CASES, st.data())
def test_one_pause_more_never_makes_anything_due_earlier(
    case: tuple[datetime, Term, BusinessCalendar], data: st.DataObject
) -> None:
    start, term, calendar = case
    few, more = data.draw(pauses(start)), data.draw(pauses(start))

    assert due(start, term, calendar, few) <= due(start, term, calendar, [*few, *more])


@bounded
@given(CASES)
def test_a_clock_ends_only_in_time_that_it_counts(
    case: tuple[datetime, Term, BusinessCalendar],
) -> None:
    start, term, calendar = case
    wall = calendar.wall(due(start, term, calendar) - timedelta(microseconds=1))

    if term.counting is Counting.WORKING:
        assert calendar.is_working_day(wall.date())
    if term.counting is Counting.OPENING:
        minute = wall.hour * 60 + wall.minute
        assert any(opens <= minute < shuts for opens, shuts in calendar.opening(wall.date()))


@bounded
@given(moments(), calendars())
def test_the_same_day_ends_at_the_next_midnight(
    start: datetime, calendar: BusinessCalendar
) -> None:
    end = due(start, Term(1, Unit.SAME_DAY), calendar)

    assert end == calendar.midnight(calendar.wall(start).date() + timedelta(days=1))
    assert NOTHING < end - start <= timedelta(hours=25)


FAR = st.timedeltas(timedelta(days=-4000), timedelta(days=4000))


@bounded
@given(CASES, st.none() | FAR, st.none() | FAR, FAR, st.none() | FAR, st.data())
def test_a_standing_is_always_told_and_never_negative(  # noqa: PLR0917
    case: tuple[datetime, Term, BusinessCalendar],
    met: timedelta | None,
    ended: timedelta | None,
    now: timedelta,
    paused: timedelta | None,
    data: st.DataObject,
) -> None:
    start, term, calendar = case
    stops = data.draw(pauses(start))
    end = due(start, term, calendar, stops)
    if paused is not None:
        stops.append(Pause(start + paused, None))

    found = standing(start, end, _after(start, met), _after(start, ended), start + now, stops)

    assert found.left >= NOTHING
    assert found.over >= NOTHING
    assert not (found.left and found.over)
    assert found.clock_behind is (now < NOTHING)
    assert found.over or found.state not in {ClockState.OVERDUE, ClockState.MET_LATE}


def _after(start: datetime, length: timedelta | None) -> datetime | None:
    return None if length is None else start + length


@bounded
@given(
    CASES, st.timedeltas(NOTHING, timedelta(days=90)), st.timedeltas(NOTHING, timedelta(days=90))
)
def test_time_that_passes_leaves_less_and_never_more(
    case: tuple[datetime, Term, BusinessCalendar], one: timedelta, two: timedelta
) -> None:
    start, term, calendar = case
    end = due(start, term, calendar)
    first, later = (
        standing(start, end, None, None, start + passed) for passed in sorted((one, two))
    )

    assert first.left >= later.left
    assert first.over <= later.over
