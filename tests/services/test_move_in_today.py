"""Whom to visit on the first page, and move-ins in the one search box (R74)."""

import datetime as dt

import pytest

from desk.clock import FixedClock
from desk.domain.move_in_filing import VisitEntry
from desk.domain.today import Section
from desk.errors import RuleRefused
from desk.services import (
    find,
    history,
    move_in,
    move_in_fee,
    move_in_filing,
    move_in_waiting,
    today,
    work_log,
)
from desk.services.history import Filter
from desk.services.work_log import WorkLogFilter
from desk.services.workplace import Workplace
from tests.services.conftest import Household
from tests.services.move_in_course import MoveInCourse, key


@pytest.fixture
def course(workplace: Workplace, household: Household) -> MoveInCourse:
    return MoveInCourse(workplace, household.unit_id)


def lines(course: MoveInCourse) -> list[tuple[str, str]]:
    parts = {one.section: one.rows for one in today.day(course.workplace).parts}
    return [(row.number, row.clock) for row in parts[Section.MOVE_INS]]


def test_r74_who_has_moved_in_is_to_be_visited_until_somebody_went(
    course: MoveInCourse, clock: FixedClock
) -> None:
    assert lines(course) == []
    case = course.written(moved_on=course.today + dt.timedelta(days=2))
    assert lines(course) == []
    clock.advance(dt.timedelta(days=2))
    assert lines(course) == [(case.detail.number, "visit")]
    clock.advance(dt.timedelta(days=20))
    assert lines(course) == [(case.detail.number, "visit")]
    entry = VisitEntry(course.today, "李小姐", alarm=True, text="一切滿意")
    move_in_filing.visited(course.workplace, *key(case), entry)
    assert lines(course) == []


def test_r74_the_last_day_is_the_seventh_after_moving_in(course: MoveInCourse) -> None:
    course.written()
    parts = {one.section: one.rows for one in today.day(course.workplace).parts}
    (row,) = parts[Section.MOVE_INS]
    bounds = course.workplace.estate.custom.day_bounds
    assert row.due_at == bounds(course.today + dt.timedelta(days=7))[1]


def test_a_day_that_is_corrected_moves_the_visit(course: MoveInCourse) -> None:
    case = course.written()
    later = course.today + dt.timedelta(days=3)
    move_in.change(course.workplace, *key(case), course.entry(moved_on=later))
    assert lines(course) == []


@pytest.mark.parametrize("words", ["M2026-000001", "曾德華", "曾小明 12B", "5432"])
def test_a_move_in_is_found_in_the_one_search_box(course: MoveInCourse, words: str) -> None:
    case = course.with_family(course.written())
    found = find.find(course.workplace, words)
    hits = (found.exact,) if found.exact is not None else found.move_ins
    assert [one.number for one in hits] == [case.detail.number]
    assert {one.excerpt for one in hits} == {"曾德華 · 曾小明"}


def test_the_history_knows_the_case_by_its_number(course: MoveInCourse) -> None:
    case = course.written()
    rows = history.page(course.workplace, Filter(kind="move_in")).rows
    assert {one.record for one in rows} == {case.detail.number}


def test_the_rail_counts_the_cases_that_wait_for_a_look_or_a_visit(
    course: MoveInCourse, clock: FixedClock
) -> None:
    """R21, R74: each once; what another clerk has looked at and who was visited waits no more."""
    case = course.written(moved_on=course.today + dt.timedelta(days=2))
    assert move_in_waiting.waiting(course.workplace) == 0
    case = course.with_fee(case)
    assert move_in_waiting.waiting(course.workplace) == 1
    case = move_in_fee.look(course.workplace, *key(case), by=course.colleague)
    assert move_in_waiting.waiting(course.workplace) == 0
    clock.advance(dt.timedelta(days=2))
    course.with_fee(case)
    assert move_in_waiting.waiting(course.workplace) == 1
    case = move_in_fee.look(course.workplace, *key(course.again(case)), by=course.colleague)
    assert move_in_waiting.waiting(course.workplace) == 1
    entry = VisitEntry(course.today, "李小姐", alarm=True, text="一切妥當")
    move_in_filing.visited(course.workplace, *key(case), entry)
    assert move_in_waiting.waiting(course.workplace) == 0


def test_r196_the_visit_after_moving_in_stands_in_the_work_log(
    course: MoveInCourse, clock: FixedClock
) -> None:
    """With the household, who went and what was said; a visit that is refused writes none."""
    case = course.written()
    clock.advance(dt.timedelta(days=2))
    with pytest.raises(RuleRefused):
        move_in_filing.visited(course.workplace, *key(case), VisitEntry(course.today, "李小姐"))
    assert work_log.page(course.workplace, WorkLogFilter()).rows == ()
    yesterday = course.today - dt.timedelta(days=1)
    entry = VisitEntry(yesterday, "李小姐、陳先生", alarm=True, text="一切妥當")
    move_in_filing.visited(course.workplace, *key(case), entry)
    (told,) = work_log.page(course.workplace, WorkLogFilter()).rows
    assert (told.kind, told.unit_id, told.about) == (
        "household_visit",
        course.unit_id,
        case.detail.number,
    )
    assert (told.participants, told.text) == (entry.person, entry.text)
    assert course.workplace.estate.custom.day(told.happened_at) == yesterday
