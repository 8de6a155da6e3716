"""The words of the clocks."""

import datetime as dt

import pytest

from desk.domain.business_calendar import BusinessCalendar
from desk.domain.deadlines import ClockState, Counting, Standing, Term, Unit, due, standing
from desk.i18n import EstateFormat
from desk.wording.deadline import (
    Explained,
    clock_sentence,
    due_words,
    duration_words,
    left_words,
    term_words,
)

HONG_KONG = EstateFormat.of("HK")
CALENDAR = BusinessCalendar.plain("Asia/Hong_Kong")
START = HONG_KONG.utc(dt.datetime.fromisoformat("2026-05-03 10:12"))
HOUR, DAY = dt.timedelta(hours=1), dt.timedelta(days=1)


def test_a_clock_explains_itself_in_one_line() -> None:
    term = Term(2, Unit.DAYS)
    end = due(START, term, CALENDAR)
    clock = Explained(
        event="handled",
        term=term,
        started_at=START,
        standing=standing(START, end, None, None, end - 5 * HOUR),
        severity="Minor",
        clauses=[("M2", "R150"), ("M0", "R9")],
        approver="property manager",
    )

    assert clock_sentence(clock, HONG_KONG) == (
        "Minor · handled within 2 days (M2 R150, M0 R9) · natural days · from 03/05/2026 10:12"
        " · 5 hours left · an overrun needs the approval of property manager"
    )


def test_a_clock_leaves_out_what_it_does_not_have() -> None:
    term = Term(1, Unit.SAME_DAY, Counting.WORKING)
    clock = Explained("told", term, START, Standing(ClockState.ENDED))

    assert clock_sentence(clock, HONG_KONG) == (
        "told the same working day · working days · from 03/05/2026 10:12 · no longer running"
    )


def test_a_clock_tells_of_unannounced_years_and_of_a_pc_that_is_behind() -> None:
    behind = Standing(ClockState.RUNNING, left=DAY, clock_behind=True)
    working = Term(1, Unit.DAYS, Counting.WORKING)
    clock = Explained("told", working, START, behind, unannounced=[2027, 2028])

    assert clock_sentence(clock, HONG_KONG).endswith(
        " · 1 day left · holidays of 2027, 2028 not announced: only weekdays counted"
        " · the clock of this PC is behind"
    )


def test_natural_days_do_not_ask_for_holidays() -> None:
    running = Standing(ClockState.RUNNING, left=DAY)
    clock = Explained("told", Term(1, Unit.DAYS), START, running, unannounced=[2027])

    assert clock_sentence(clock, HONG_KONG).endswith(" · 1 day left")


@pytest.mark.parametrize(
    ("term", "words"),
    [
        (Term(10, Unit.MINUTES), "within 10 minutes"),
        (Term(1, Unit.MINUTES, Counting.WORKING), "within 1 minute of working days"),
        (Term(10, Unit.MINUTES, Counting.OPENING), "within 10 open minutes"),
        (Term(1, Unit.HOURS), "within 1 hour"),
        (Term(2, Unit.HOURS, Counting.WORKING), "within 2 hours of working days"),
        (Term(2, Unit.HOURS, Counting.OPENING), "within 2 opening hours"),
        (Term(2, Unit.DAYS), "within 2 days"),
        (Term(1, Unit.DAYS, Counting.WORKING), "within 1 working day"),
        (Term(3, Unit.DAYS, Counting.OPENING), "within 3 opening days"),
        (Term(1, Unit.SAME_DAY), "the same day"),
        (Term(1, Unit.SAME_DAY, Counting.WORKING), "the same working day"),
        (Term(1, Unit.SAME_DAY, Counting.OPENING), "before the desk closes"),
        (Term(1, Unit.MONTHS), "within 1 month"),
        (Term(6, Unit.MONTHS, Counting.WORKING), "within 6 months"),
        (Term(6, Unit.MONTHS, Counting.OPENING), "within 6 months"),
    ],
)
def test_a_term_is_said_in_words(term: Term, words: str) -> None:
    assert term_words(term) == words


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (Standing(ClockState.RUNNING, left=5 * HOUR), "5 hours left"),
        (Standing(ClockState.SOON, left=dt.timedelta(seconds=30)), "due now"),
        (Standing(ClockState.OVERDUE, over=DAY), "1 day overdue"),
        (Standing(ClockState.OVERDUE, over=dt.timedelta(seconds=1)), "1 minute overdue"),
        (Standing(ClockState.PAUSED, left=DAY), "paused, 1 day left"),
        (Standing(ClockState.MET, left=DAY), "done in time"),
        (Standing(ClockState.MET_LATE, over=2 * DAY), "done 2 days late"),
        (Standing(ClockState.ENDED), "no longer running"),
        (Standing(ClockState.ENDED, over=HOUR), "ended, 1 hour overdue"),
    ],
)
def test_what_is_left_is_said_in_words(found: Standing, words: str) -> None:
    assert left_words(found) == words


def test_every_state_of_a_clock_has_words_of_its_own() -> None:
    said = {left_words(Standing(state, left=HOUR, over=DAY)) for state in ClockState}

    assert len(said) == len(ClockState) - 1  # running and soon are said alike


@pytest.mark.parametrize(
    ("duration", "words"),
    [
        (dt.timedelta(), "1 minute"),
        (dt.timedelta(minutes=59, seconds=59), "59 minutes"),
        (HOUR, "1 hour"),
        (HOUR + dt.timedelta(minutes=20), "1 hour 20 minutes"),
        (11 * HOUR + dt.timedelta(minutes=20), "11 hours"),
        (DAY + 3 * HOUR, "1 day 3 hours"),
        (DAY + dt.timedelta(minutes=3), "1 day"),
        (12 * DAY + 3 * HOUR, "12 days"),
    ],
)
def test_a_length_is_said_in_two_measures_at_most(duration: dt.timedelta, words: str) -> None:
    assert duration_words(duration) == words


@pytest.mark.parametrize(
    ("wall", "words"),
    [
        ("2026-05-03 18:00", "due today 18:00"),
        ("2026-05-04 00:00", "due today 24:00"),
        ("2026-05-04 00:01", "due tomorrow 00:01"),
        ("2026-05-05 00:00", "due tomorrow 24:00"),
        ("2026-05-06 10:00", "due 06/05/2026 10:00"),
        ("2026-05-03 00:00", "due 02/05/2026 24:00"),
    ],
)
def test_the_end_of_a_day_is_its_own_midnight(wall: str, words: str) -> None:
    moment = HONG_KONG.utc(dt.datetime.fromisoformat(wall))

    assert due_words(moment, START, HONG_KONG) == words
