"""When something is due, as tables of real dates; how a clock stands."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import pairwise

import pytest

from desk.config import resources_folder
from desk.domain.business_calendar import BusinessCalendar, DayKind, SpecialDay, by_day
from desk.domain.calendar_file import read_calendar
from desk.domain.deadlines import (
    MOST,
    ClockState,
    Counting,
    Pause,
    Standing,
    Term,
    Unit,
    due,
    standing,
    strictness,
    term_reasons,
)
from desk.errors import RuleRefused

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
NATURAL, WORKING, OPENING = Counting
MINUTES, HOURS, DAYS, SAME_DAY, MONTHS = Unit


@cache
def shipped(region: str) -> BusinessCalendar:
    path = resources_folder() / "calendars" / f"{region}.json"
    calendar, _reasons = read_calendar(json.loads(path.read_text("utf-8")))
    assert calendar is not None
    return calendar


def at(calendar: BusinessCalendar, wall: str) -> datetime:
    return calendar.moment(datetime.fromisoformat(wall))


def shown(calendar: BusinessCalendar, moment: datetime) -> str:
    return calendar.wall(moment).isoformat(" ", "minutes")


def falls_due(region: str, start: str, term: Term, *pauses: tuple[str, str]) -> str:
    calendar = shipped(region)
    stops = [Pause(at(calendar, one), at(calendar, two)) for one, two in pauses]
    return shown(calendar, due(at(calendar, start), term, calendar, stops))


# 2026-11-20 is a Friday. Hong Kong opens Monday to Friday 09:00-18:00 and Saturday 09:00-13:00,
# the mainland every day 08:30-17:30.
TABLE = [
    # natural
    ("HK", "2026-11-20 23:55", Term(10, MINUTES), "2026-11-21 00:05"),
    ("HK", "2026-12-31 23:30", Term(1, HOURS), "2027-01-01 00:30"),
    ("HK", "2026-03-05 10:12", Term(2, DAYS), "2026-03-07 10:12"),
    ("HK", "2028-02-28 10:00", Term(1, DAYS), "2028-02-29 10:00"),
    ("HK", "2027-02-28 10:00", Term(1, DAYS), "2027-03-01 10:00"),
    ("HK", "2026-11-21 00:00", Term(1, SAME_DAY), "2026-11-22 00:00"),
    ("HK", "2026-11-21 23:59", Term(1, SAME_DAY), "2026-11-22 00:00"),
    ("HK", "2026-11-21 14:30", Term(1, MONTHS), "2026-12-21 14:30"),
    ("HK", "2026-12-21 14:30", Term(3, MONTHS), "2027-03-21 14:30"),
    # A month without such a day ends with its last day.
    ("HK", "2026-01-31 10:00", Term(1, MONTHS), "2026-03-01 00:00"),
    ("HK", "2028-01-31 10:00", Term(1, MONTHS), "2028-03-01 00:00"),
    ("HK", "2028-01-29 10:00", Term(1, MONTHS), "2028-02-29 10:00"),
    ("HK", "2028-02-29 10:00", Term(12, MONTHS), "2029-03-01 00:00"),
    ("HK", "2026-08-31 10:00", Term(1, MONTHS), "2026-10-01 00:00"),
    # working days
    ("HK", "2026-11-20 10:00", Term(1, DAYS, WORKING), "2026-11-23 10:00"),
    ("HK", "2026-11-21 10:00", Term(1, DAYS, WORKING), "2026-11-24 00:00"),
    ("HK", "2026-11-23 00:00", Term(1, DAYS, WORKING), "2026-11-24 00:00"),
    ("HK", "2026-11-20 23:00", Term(2, HOURS, WORKING), "2026-11-23 01:00"),
    ("HK", "2026-11-21 10:00", Term(10, MINUTES, WORKING), "2026-11-23 00:10"),
    ("HK", "2026-11-20 10:00", Term(1, SAME_DAY, WORKING), "2026-11-21 00:00"),
    ("HK", "2026-11-21 10:00", Term(1, SAME_DAY, WORKING), "2026-11-24 00:00"),
    ("HK", "2026-11-20 10:00", Term(1, MONTHS, WORKING), "2026-12-22 00:00"),
    ("HK", "2026-01-31 10:00", Term(1, MONTHS, WORKING), "2026-03-03 00:00"),
    ("HK", "2026-09-30 10:00", Term(1, MONTHS, WORKING), "2026-10-31 00:00"),
    ("HK", "2026-08-31 10:00", Term(1, MONTHS, WORKING), "2026-10-01 00:00"),
    ("HK", "2026-11-18 00:00", Term(1, MONTHS, WORKING), "2026-12-18 00:00"),
    # holidays: 1 October in Hong Kong; Easter and 清明 2026; the new year in Taiwan
    ("HK", "2026-09-30 10:00", Term(1, DAYS, WORKING), "2026-10-02 10:00"),
    ("HK", "2026-04-02 10:00", Term(1, DAYS, WORKING), "2026-04-08 10:00"),
    ("TW", "2026-02-13 10:00", Term(1, DAYS, WORKING), "2026-02-23 10:00"),
    ("TW", "2025-02-07 10:00", Term(1, DAYS, WORKING), "2025-02-08 10:00"),
    # mainland make-up days: Sunday 20 September and Saturday 10 October 2026
    ("CN", "2026-09-19 10:00", Term(1, DAYS, WORKING), "2026-09-21 00:00"),
    ("CN", "2026-09-30 10:00", Term(2, DAYS, WORKING), "2026-10-09 10:00"),
    ("CN", "2026-10-09 10:00", Term(1, DAYS, WORKING), "2026-10-10 10:00"),
    ("CN", "2026-10-10 10:00", Term(1, DAYS, WORKING), "2026-10-12 10:00"),
    ("CN", "2026-10-03 10:00", Term(1, SAME_DAY, WORKING), "2026-10-09 00:00"),
    # opening hours
    ("HK", "2026-11-20 17:55", Term(10, MINUTES, OPENING), "2026-11-21 09:05"),
    ("HK", "2026-11-20 17:00", Term(2, HOURS, OPENING), "2026-11-21 10:00"),
    ("HK", "2026-11-21 12:00", Term(2, HOURS, OPENING), "2026-11-23 10:00"),
    ("HK", "2026-11-20 20:00", Term(4, HOURS, OPENING), "2026-11-21 13:00"),
    ("HK", "2026-11-19 10:00", Term(1, DAYS, OPENING), "2026-11-20 10:00"),
    ("HK", "2026-11-20 10:00", Term(1, DAYS, OPENING), "2026-11-21 10:00"),
    ("HK", "2026-11-20 17:00", Term(1, DAYS, OPENING), "2026-11-23 13:00"),
    ("HK", "2026-11-22 10:00", Term(1, DAYS, OPENING), "2026-11-23 18:00"),
    ("HK", "2026-11-20 10:00", Term(1, SAME_DAY, OPENING), "2026-11-20 18:00"),
    ("HK", "2026-11-20 18:00", Term(1, SAME_DAY, OPENING), "2026-11-21 13:00"),
    ("HK", "2026-11-21 13:00", Term(1, SAME_DAY, OPENING), "2026-11-23 18:00"),
    ("HK", "2026-11-21 10:00", Term(1, MONTHS, OPENING), "2026-12-21 18:00"),
    ("HK", "2026-10-22 10:00", Term(1, MONTHS, OPENING), "2026-11-23 18:00"),
    ("HK", "2026-09-30 17:00", Term(2, HOURS, OPENING), "2026-10-02 10:00"),
    ("CN", "2026-09-30 17:00", Term(2, HOURS, OPENING), "2026-10-01 10:00"),
]


@pytest.mark.parametrize(("region", "start", "term", "expected"), TABLE)
def test_a_term_ends_when_the_manuals_readers_expect(
    region: str, start: str, term: Term, expected: str
) -> None:
    assert falls_due(region, start, term) == expected


def test_the_table_holds_every_unit_in_every_counting() -> None:
    held = {(term.unit, term.counting) for _region, _start, term, _expected in TABLE}

    assert held == {(unit, counting) for unit in Unit for counting in Counting}


@pytest.mark.parametrize(
    ("region", "start", "term", "expected"),
    [
        # Hong Kong put its clocks on at 03:30 on 13 May 1979 and back on 21 October.
        ("HK", "1979-05-12 10:00", Term(1, DAYS), "1979-05-13 10:00"),
        ("HK", "1979-05-12 10:00", Term(24, HOURS), "1979-05-13 11:00"),
        ("HK", "1979-05-12 04:00", Term(1, DAYS), "1979-05-13 04:30"),
        ("HK", "1979-10-20 10:00", Term(1, DAYS), "1979-10-21 10:00"),
        ("HK", "1979-10-20 10:00", Term(24, HOURS), "1979-10-21 09:00"),
        ("HK", "1979-04-13 04:00", Term(1, MONTHS), "1979-05-13 04:30"),
        # Taipei skipped the midnight of 1 July 1979 and had 23:00 twice on 30 September.
        ("TW", "1979-06-30 12:00", Term(1, SAME_DAY), "1979-07-01 01:00"),
        ("TW", "1979-07-01 12:00", Term(1, SAME_DAY), "1979-07-02 00:00"),
        ("TW", "1979-09-30 12:00", Term(1, SAME_DAY), "1979-10-01 00:00"),
        ("TW", "1979-09-28 12:00", Term(1, DAYS, WORKING), "1979-10-01 12:00"),
        # The mainland's summer time of 1986 to 1991, at two in the morning.
        ("CN", "1986-05-03 02:30", Term(1, DAYS), "1986-05-04 03:00"),
        ("CN", "1991-09-14 10:00", Term(1, DAYS), "1991-09-15 10:00"),
        ("CN", "1991-09-14 10:00", Term(24, HOURS), "1991-09-15 09:00"),
        ("CN", "1988-04-15 10:00", Term(1, DAYS, WORKING), "1988-04-18 10:00"),
    ],
)
def test_the_summer_times_of_old_neither_lose_nor_win_a_day(
    region: str, start: str, term: Term, expected: str
) -> None:
    assert falls_due(region, start, term) == expected


def test_a_day_ends_once_though_its_last_hour_came_twice() -> None:
    taipei = BusinessCalendar.plain("Asia/Taipei")
    first, second = (datetime(1979, 9, 30, hour, 30, tzinfo=UTC) for hour in (14, 15))

    ends = [due(start, Term(1, SAME_DAY), taipei) for start in (first, second)]

    assert ends == [datetime(1979, 9, 30, 16, tzinfo=UTC)] * 2


# Pauses


@pytest.mark.parametrize(
    ("term", "pauses", "expected"),
    [
        (Term(2, DAYS), [("2026-11-20 12:00", "2026-11-21 00:00")], "2026-11-22 22:00"),
        (Term(2, HOURS), [("2026-11-20 11:00", "2026-11-20 11:30")], "2026-11-20 12:30"),
        # Before the start and after the end nothing is held up.
        (Term(2, HOURS), [("2026-11-20 08:00", "2026-11-20 10:30")], "2026-11-20 12:30"),
        (Term(2, HOURS), [("2026-11-20 12:00", "2026-11-20 15:00")], "2026-11-20 12:00"),
        # Two that overlap count once, in whatever order they stand.
        (
            Term(2, HOURS),
            [("2026-11-20 11:20", "2026-11-20 11:40"), ("2026-11-20 11:00", "2026-11-20 11:30")],
            "2026-11-20 12:40",
        ),
        # One that begins within the time won by another holds up as well.
        (
            Term(2, HOURS),
            [("2026-11-20 11:00", "2026-11-20 12:00"), ("2026-11-20 12:30", "2026-11-20 13:30")],
            "2026-11-20 14:00",
        ),
        # A weekend is no working time, so a pause over it wins nothing.
        (Term(1, DAYS, WORKING), [("2026-11-21 00:00", "2026-11-23 00:00")], "2026-11-23 10:00"),
        (Term(1, DAYS, WORKING), [("2026-11-20 12:00", "2026-11-23 06:00")], "2026-11-24 04:00"),
        (Term(9, HOURS, OPENING), [("2026-11-20 18:00", "2026-11-21 10:00")], "2026-11-21 11:00"),
        (Term(1, DAYS, OPENING), [("2026-11-20 17:00", "2026-11-21 10:00")], "2026-11-21 12:00"),
        # The day is left with the pause that lasts over its end.
        (Term(1, SAME_DAY), [("2026-11-20 12:00", "2026-11-20 20:00")], "2026-11-21 00:00"),
        (Term(1, SAME_DAY), [("2026-11-20 12:00", "2026-11-21 00:00")], "2026-11-21 00:00"),
        (Term(1, SAME_DAY), [("2026-11-20 12:00", "2026-11-21 08:00")], "2026-11-22 00:00"),
        (
            Term(1, SAME_DAY, WORKING),
            [("2026-11-20 12:00", "2026-11-21 08:00")],
            "2026-11-24 00:00",
        ),
        (Term(1, MONTHS), [("2026-11-25 00:00", "2026-11-27 00:00")], "2026-12-22 10:00"),
        (Term(1, MONTHS), [("2026-11-19 10:00", "2026-11-20 11:00")], "2026-12-20 11:00"),
        (Term(1, MONTHS), [("2026-12-20 10:00", "2026-12-29 10:00")], "2026-12-20 10:00"),
        (
            Term(1, MONTHS),
            [("2026-11-25 00:00", "2026-11-27 00:00"), ("2026-11-26 00:00", "2026-11-28 00:00")],
            "2026-12-23 10:00",
        ),
    ],
)
def test_a_pause_stops_the_clock_in_its_own_measure(
    term: Term, pauses: list[tuple[str, str]], expected: str
) -> None:
    assert falls_due("HK", "2026-11-20 10:00", term, *pauses) == expected


def test_what_is_due_moves_on_with_a_pause_that_lasts() -> None:
    calendar = shipped("HK")
    start = at(calendar, "2026-11-20 10:00")
    open_pause = [Pause(start + HOUR, None, "等候零件")]
    term = Term(4, HOURS)

    assert due(start, term, calendar, open_pause) == start + 4 * HOUR
    assert due(start, term, calendar, open_pause, now=start) == start + 4 * HOUR
    assert due(start, term, calendar, open_pause, now=start + 3 * HOUR) == start + 6 * HOUR


# Limits


def test_a_clock_that_finds_no_time_to_end_at_is_refused_rather_than_run_for_ever() -> None:
    never = BusinessCalendar("Asia/Taipei", ((),) * 7, workdays=frozenset())
    start = datetime(2026, 11, 21, tzinfo=UTC)

    for term in (Term(1, DAYS, WORKING), Term(1, HOURS, OPENING), Term(1, SAME_DAY, WORKING)):
        with pytest.raises(RuleRefused) as refused:
            due(start, term, never)
        assert [reason.code for reason in refused.value.reasons] == ["term.out_of_reach"]


@pytest.mark.parametrize("counting", list(Counting))
@pytest.mark.parametrize("unit", list(Unit))
def test_the_end_of_all_calendars_is_refused_as_well(unit: Unit, counting: Counting) -> None:
    calendar = BusinessCalendar.plain("Asia/Hong_Kong")
    late = datetime(9999, 12, 31, 15, 59, tzinfo=UTC)

    with pytest.raises(RuleRefused):
        due(late, Term(MOST[unit], unit, counting), calendar)


def test_the_longest_terms_are_reckoned_at_once() -> None:
    calendar = shipped("CN")
    start = datetime(2026, 11, 21, tzinfo=UTC)

    for unit, most in MOST.items():
        for counting in Counting:
            assert due(start, Term(most, unit, counting), calendar) > start


@pytest.mark.parametrize("counting", list(Counting))
@pytest.mark.parametrize("unit", list(Unit))
def test_even_a_senseless_term_is_not_due_before_it_started(unit: Unit, counting: Counting) -> None:
    start = datetime(2026, 11, 20, 2, tzinfo=UTC)

    assert due(start, Term(-3, unit, counting), shipped("HK")) >= start


@pytest.mark.parametrize(
    ("term", "allowed"),
    [
        (Term(0, DAYS), False),
        (Term(-1, HOURS), False),
        (Term(1, DAYS), True),
        (Term(3_661, DAYS), False),
        (Term(2, SAME_DAY), False),
        (Term(120, MONTHS), True),
    ],
)
def test_a_term_lasts_at_least_one_and_no_longer_than_sensible(term: Term, allowed: bool) -> None:
    reasons = term_reasons(term)

    assert [reason.code for reason in reasons] == ([] if allowed else ["term.amount.outside"])


def test_the_strictest_of_terms_is_the_shortest_in_its_own_days() -> None:
    """K9: the strictest of 1 working day (M1) and 2 days (M4) is 1 working day."""
    ordered = [
        Term(10, MINUTES),
        Term(1, HOURS),
        Term(1, HOURS, OPENING),
        Term(1, SAME_DAY),
        Term(24, HOURS),
        Term(1, DAYS, WORKING),
        Term(2, DAYS),
        Term(3, DAYS),
        Term(30, DAYS),
        Term(1, MONTHS),
    ]

    assert all(strictness(one) < strictness(two) for one, two in pairwise(ordered))


# How a clock stands

START = datetime(2026, 11, 20, 2, tzinfo=UTC)
DUE = START + 2 * DAY


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (START, Standing(ClockState.RUNNING, left=2 * DAY)),
        (START + 1.5 * DAY, Standing(ClockState.RUNNING, left=0.5 * DAY)),
        (START + 1.6 * DAY, Standing(ClockState.SOON, left=0.4 * DAY)),
        (DUE, Standing(ClockState.SOON)),
        (DUE + HOUR, Standing(ClockState.OVERDUE, over=HOUR)),
    ],
)
def test_a_clock_runs_out_soon_in_its_last_quarter(now: datetime, expected: Standing) -> None:
    assert standing(START, DUE, None, None, now) == expected


def test_a_long_clock_runs_out_soon_on_its_last_day_only() -> None:
    long = START + 30 * DAY

    assert standing(START, long, None, None, long - 1.1 * DAY).state is ClockState.RUNNING
    assert standing(START, long, None, None, long - 0.9 * DAY).state is ClockState.SOON


@pytest.mark.parametrize(
    ("met", "ended", "expected"),
    [
        (DUE - HOUR, None, Standing(ClockState.MET, left=HOUR)),
        (DUE, None, Standing(ClockState.MET)),
        (DUE + HOUR, None, Standing(ClockState.MET_LATE, over=HOUR)),
        (START - HOUR, None, Standing(ClockState.MET, left=2 * DAY)),
        (None, DUE - HOUR, Standing(ClockState.ENDED)),
        # The old breach stays counted (K19).
        (None, DUE + HOUR, Standing(ClockState.ENDED, over=HOUR)),
        (DUE - HOUR, DUE + HOUR, Standing(ClockState.MET, left=HOUR)),
    ],
)
def test_what_was_met_or_ended_stands_as_it_stood_then(
    met: datetime | None, ended: datetime | None, expected: Standing
) -> None:
    assert standing(START, DUE, met, ended, DUE + 5 * DAY) == expected


def test_a_paused_clock_keeps_what_was_left_when_the_pause_began() -> None:
    pauses = [Pause(START + DAY, None, "住戶不在")]

    assert standing(START, DUE, None, None, DUE + 9 * DAY, pauses) == Standing(
        ClockState.PAUSED, left=DAY
    )
    assert standing(START, DUE, DUE + DAY, None, DUE + 9 * DAY, pauses).state is ClockState.MET


def test_a_pause_that_begins_after_the_end_hides_no_overrun() -> None:
    pauses = [Pause(DUE + HOUR, None)]

    assert standing(START, DUE, None, None, DUE + DAY, pauses) == Standing(
        ClockState.OVERDUE, over=DAY
    )


def test_a_pause_that_is_over_leaves_the_clock_running() -> None:
    pauses = [Pause(START, START + HOUR)]

    assert standing(START, DUE, None, None, START + DAY, pauses).state is ClockState.RUNNING


def test_a_pc_whose_clock_is_behind_is_told_and_shows_nothing_negative() -> None:
    behind = standing(START, DUE, None, None, START - 400 * DAY)

    assert behind == Standing(ClockState.RUNNING, left=2 * DAY, clock_behind=True)
    assert not standing(START, DUE, None, None, START).clock_behind


def test_a_day_that_ends_over_a_make_up_day_without_opening_hours_finds_the_next() -> None:
    """A made-up Sunday of an estate whose desk stays closed takes the hours of a Monday."""
    plain = BusinessCalendar.plain("Asia/Shanghai")
    sunday = datetime.fromisoformat("2026-09-20").date()
    made_up = replace(plain, special=by_day([SpecialDay(sunday, DayKind.WORKING)]))
    start = at(plain, "2026-09-20 10:00")

    assert shown(plain, due(start, Term(1, SAME_DAY, OPENING), plain)) == "2026-09-21 18:00"
    assert shown(plain, due(start, Term(1, SAME_DAY, OPENING), made_up)) == "2026-09-20 18:00"
