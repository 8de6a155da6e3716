"""Passes and keys on the first page and in the search box, on a real database."""

import datetime as dt
from pathlib import Path

import pytest

from desk.clock import FixedClock
from desk.domain.today import Section
from desk.services import key_loan, release_pass, today
from desk.services.find import find
from desk.services.workplace import Workplace
from tests.services import key_course as keys
from tests.services.conftest import Household
from tests.services.pass_course import HOUR, THINGS, Course
from tests.services.test_release_pass_gate import RETURNS


@pytest.fixture
def course(workplace: Workplace, household: Household, tmp_path: Path) -> Course:
    return Course(workplace, household.unit_id, tmp_path)


def lines(course: Course, section: Section = Section.PASSES) -> list[tuple[str, str]]:
    found = {part.section: part.rows for part in today.day(course.workplace).parts}
    return [(row.number, row.clock) for row in found[section]]


def test_a_pass_stands_on_the_day_until_it_has_left(course: Course) -> None:
    known = course.issued()
    assert lines(course) == [("P2026-000001", "window")]
    course.gate(known)
    assert lines(course) == []


def test_a_pass_of_another_day_waits_for_its_day(course: Course, clock: FixedClock) -> None:
    course.issued(starts=clock.moment, ends=clock.moment + dt.timedelta(days=3))
    assert lines(course) == []
    clock.moment += dt.timedelta(days=3) - HOUR
    assert lines(course) == [("P2026-000001", "window")]


def test_what_expired_is_shown_until_somebody_decides(course: Course, clock: FixedClock) -> None:
    known = course.issued()
    clock.moment += 4 * HOUR
    assert lines(course) == [("P2026-000001", "expired")]
    known = release_pass.get(course.workplace, known.detail.id)
    assert known.facts.state == "expired"
    release_pass.void(course.workplace, known.detail.id, known.detail.version, "改期")
    assert lines(course) == []


def test_goods_that_are_due_back_are_shown(course: Course, clock: FixedClock) -> None:
    known = course.gate(course.issued(RETURNS))
    assert lines(course) == []
    clock.moment += dt.timedelta(days=2)
    assert lines(course) == [("P2026-000001", "goods_back")]
    clock.moment += dt.timedelta(days=30)
    assert lines(course) == [("P2026-000001", "goods_back")]
    course.back(known)
    assert lines(course) == []


def test_a_line_says_room_applicant_and_things(course: Course) -> None:
    course.issued(items=THINGS)
    part = next(one for one in today.day(course.workplace).parts if one.section is Section.PASSES)
    row = part.rows[0]
    assert (row.kind, row.unit, row.who, row.what) == (
        "release_pass",
        "A座12樓B室",
        "曾德華",
        "雙門冰箱",
    )


def test_the_passes_of_a_day_are_no_complaints(course: Course) -> None:
    course.issued()
    for section in (Section.OVERDUE, Section.DUE, Section.APPROVALS):
        assert lines(course, section) == []
    assert today.owed_count(course.workplace) == 0
    assert today.turned(course.workplace, course.workplace.now() - HOUR).rows == ()


def test_the_key_section_is_empty_where_no_key_is_due(course: Course) -> None:
    assert lines(course, Section.KEYS) == []


def test_a_key_that_is_lent_stands_on_its_day_until_it_is_back(
    course: Course, clock: FixedClock
) -> None:
    """R112."""
    loan = keys.lent(course.workplace, keys.pump(course.workplace))
    assert lines(course, Section.KEYS) == [(loan.number, "key_loan.due")]
    clock.moment += HOUR
    key_loan.bring_back(course.workplace, loan.id, loan.version, keys.BACK)
    assert lines(course, Section.KEYS) == []


def test_an_agreement_that_runs_out_stands_on_its_last_day(
    course: Course, household: Household, clock: FixedClock
) -> None:
    known, _set = keys.agreed(course.workplace, household)
    assert lines(course, Section.KEYS) == []
    clock.moment += 30 * dt.timedelta(days=1)
    assert lines(course, Section.KEYS) == [(known.number, "custody_agreement.ends")]
    part = next(one for one in today.day(course.workplace).parts if one.section is Section.KEYS)
    assert (part.rows[0].unit, part.rows[0].who) == (household.unit, household.name)


@pytest.mark.parametrize("said", ["P2026-000001", "p2026000001"])
def test_a_whole_number_opens_the_pass(course: Course, said: str) -> None:
    known = course.draft()
    found = find(course.workplace, said)
    assert found.exact is not None
    assert (found.exact_kind, found.exact.id) == ("release_pass", known.detail.id)


@pytest.mark.parametrize("said", ["12B", "曾德華", "冰箱", "SN-100", "AB 1234", "zengdehua"])
def test_a_pass_is_found_in_the_search_box(course: Course, said: str) -> None:
    known = course.draft(items=THINGS)
    hit = find(course.workplace, said).passes[0]
    assert (hit.number, hit.unit, hit.state) == (known.detail.number, "A座12樓B室", "draft")
    assert hit.excerpt == "雙門冰箱 · 紙箱"
