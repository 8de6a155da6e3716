"""Defects: promised, reminded, done, looked at again, overdue on Today."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from desk.clock import FixedClock
from desk.domain.defect import (
    Age,
    BuilderEntry,
    EventKind,
    PromiseEntry,
    RemindEntry,
    RemindHow,
    State,
)
from desk.domain.inspection import Signer, Verdict
from desk.domain.permissions import Permission, Role
from desk.domain.signed_paper import Home
from desk.domain.today import Section
from desk.errors import RuleRefused
from desk.services import attachment, today
from desk.services import defect as defects
from desk.services import inspection as inspections
from desk.services import inspection_signed as signed
from desk.services.defect import DefectFilter
from desk.services.workplace import Workplace
from tests.services.conftest import Household
from tests.services.inspection_course import Course

DAY = dt.timedelta(days=1)
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(20)


@pytest.fixture
def course(workplace: Workplace, household: Household) -> Course:
    return Course(workplace, household.unit_id)


def day_of(course: Course, days: int = 0) -> dt.date:
    return course.workplace.estate.custom.day(course.workplace.now()) + days * DAY


def at_post(course: Course, role: Role) -> Workplace:
    return course.workplace.signed_in_as(replace(course.workplace.actor, role=role))


def owed(course: Course) -> list[str]:
    parts = today.day(course.workplace).parts
    return [row.clock for part in parts if part.section is Section.DEFECTS for row in part.rows]


def test_without_a_promise_the_policys_days_hold(course: Course) -> None:
    known = course.defect()
    assert known.detail.due_on == day_of(course, known.rule.defect_days)


def test_a_promised_day_holds_instead(course: Course) -> None:
    known = course.defect()
    entry = PromiseEntry(day_of(course, 5), "林工")
    known = defects.promise(course.workplace, known.detail.id, known.detail.version, entry)
    assert known.detail.due_on == day_of(course, 5)
    assert known.events[-1].kind == EventKind.PROMISED


def test_a_reminder_says_when_how_to_whom_and_what_was_answered(course: Course) -> None:
    known = course.defect()
    entry = RemindEntry(RemindHow.PHONE, "林工", "下週派人", promised_on=day_of(course, 9))
    known = defects.remind(course.workplace, known.detail.id, known.detail.version, entry)
    last = known.events[-1]
    assert (last.how, last.person, last.text, last.day) == (
        "phone",
        "林工",
        "下週派人",
        day_of(course, 9),
    )
    assert (known.detail.reminders, known.detail.due_on) == (1, day_of(course, 9))


def test_a_reminder_is_due_every_so_many_days_until_it_is_done(
    course: Course, clock: FixedClock
) -> None:
    known = course.defect()
    assert owed(course) == []
    clock.advance(known.rule.remind_days * DAY)
    assert owed(course) == ["defect.remind"]
    entry = RemindEntry(RemindHow.PHONE, "林工")
    known = defects.remind(course.workplace, known.detail.id, known.detail.version, entry)
    assert owed(course) == []
    clock.advance(known.rule.remind_days * DAY)
    assert owed(course) == ["defect.remind"]
    course.done(known)
    assert owed(course) == []


def test_its_repair_is_overdue_on_today_until_it_is_done(course: Course, clock: FixedClock) -> None:
    known = course.defect()
    clock.advance((known.rule.defect_days + 1) * DAY)
    assert set(owed(course)) == {"defect.remind", "defect.repair"}
    known = defects.get(course.workplace, known.detail.number)
    assert known.is_overdue
    overdue = defects.page(course.workplace, DefectFilter(overdue=True)).rows
    assert [one.id for one in overdue] == [known.detail.id]
    course.done(known)
    assert owed(course) == []


def test_a_passed_recheck_ends_it(course: Course) -> None:
    known = course.rechecked(course.done(course.defect()), Verdict.PASS)
    assert known.facts.state is State.PASSED
    assert defects.page(course.workplace, DefectFilter()).rows == ()


def test_a_failed_recheck_counts_and_starts_its_term_anew(
    course: Course, clock: FixedClock
) -> None:
    known = course.defect()
    found_on = known.found_on
    clock.advance(10 * DAY)
    known = course.rechecked(course.done(known), Verdict.FAIL)
    assert (known.facts.state, known.detail.fails) == (State.OPEN, 1)
    assert known.detail.due_on == day_of(course, known.rule.defect_days)
    assert (known.found_on, known.days) == (found_on, 10)
    clock.advance(known.rule.remind_days * DAY)
    assert owed(course) == ["defect.remind"]


def test_what_is_done_waits_for_its_recheck(course: Course, clock: FixedClock) -> None:
    known = course.done(course.defect())
    clock.advance(known.rule.remind_days * DAY)
    assert owed(course) == ["defect.recheck"]
    course.rechecked(known, Verdict.PASS)
    assert owed(course) == []


def test_it_is_not_looked_at_again_before_it_is_done(course: Course) -> None:
    with pytest.raises(RuleRefused) as refused:
        course.rechecked(course.defect(), Verdict.PASS)
    assert [one.code for one in refused.value.reasons] == ["defect.not_done"]


def test_a_void_one_owes_nothing_and_keeps_its_number(course: Course, clock: FixedClock) -> None:
    known = course.defect()
    lead = at_post(course, Role.SUPERVISOR)
    known = defects.void(lead, known.detail.id, known.detail.version, "重複")
    clock.advance(100 * DAY)
    assert owed(course) == []
    assert known.detail.number == "F2026-000001"
    with pytest.raises(RuleRefused):
        course.done(known)


@pytest.mark.parametrize("role", Role)
def test_r35_the_builders_duty_goes_by_a_word_of_who_may_approve_alone(
    course: Course, role: Role
) -> None:
    known, desk = course.defect(), at_post(course, role)
    shut = [one.code for one in defects.void_reasons(desk, known)]
    if role in {Role.SUPERVISOR, Role.MANAGER, Role.GENERAL_MANAGER}:
        assert shut == []
        voided = defects.void(desk, known.detail.id, known.detail.version, "重複")
        assert voided.facts.state is State.VOID
        return
    with pytest.raises(RuleRefused) as refused:
        defects.void(desk, known.detail.id, known.detail.version, "重複")
    assert shut == [one.code for one in refused.value.reasons] == ["defect.void.by"]
    assert defects.get(course.workplace, known.detail.id).facts.state is State.OPEN


@pytest.mark.parametrize("role", Role)
def test_another_builder_is_the_desks_to_name(course: Course, role: Role) -> None:
    shut = defects.builder_reasons(at_post(course, role), course.defect())
    assert bool(shut) is (role in {Role.GENERAL_MANAGER, Role.QUALITY_SUPERVISOR})


def test_the_age_list_counts_from_the_day_it_was_found(course: Course, clock: FixedClock) -> None:
    course.settled("窗")
    for days, age in ((30, Age.TO_30), (1, Age.TO_60), (30, Age.TO_90), (30, Age.OVER_90)):
        clock.advance(days * DAY)
        found = defects.counts(course.workplace, DefectFilter())
        assert [one for one, number in found.items() if number] == [age]
        rows = defects.page(course.workplace, DefectFilter(age=age)).rows
        assert len(rows) == 1


def test_it_is_found_by_room_part_words_and_number(course: Course) -> None:
    known = course.defect("地漏")
    for text in ("A座12樓B室", "廚房", "裂縫", known.detail.number):
        rows = defects.page(course.workplace, DefectFilter(text=text)).rows
        assert [one.id for one in rows] == [known.detail.id], text
    assert defects.page(course.workplace, DefectFilter(text="天花")).rows == ()


def test_pages_go_on_after_the_last_row(course: Course) -> None:
    course.settled("牆面", "窗", "地漏")
    first = defects.page(course.workplace, DefectFilter(), limit=2)
    rest = defects.page(course.workplace, DefectFilter(), after=first.next_key, limit=2)
    numbers = [one.number for one in (*first.rows, *rest.rows)]
    assert numbers == ["F2026-000001", "F2026-000002", "F2026-000003"]
    assert rest.next_key is None


def test_another_builder_is_turned_to(course: Course) -> None:
    known = course.defect()
    entry = BuilderEntry("東方門窗", "趙工", "2222 3333")
    known = defects.builder(course.workplace, known.detail.id, known.detail.version, entry)
    assert known.detail.builder == "東方門窗"


def test_photos_of_the_inspection_and_of_the_recheck_stand_together(
    course: Course, tmp_path: Path
) -> None:
    path = tmp_path / "crack.png"
    path.write_bytes(PNG)
    known = course.defect()
    before = attachment.add(course.workplace, "inspection_item", known.detail.item_id, path)
    after = attachment.add(course.workplace, defects.KIND, known.detail.id, path)
    assert defects.get(course.workplace, known.detail.id).photos == (before.id, after.id)


def test_the_sheet_that_comes_home_carries_the_signatures_that_wait(course: Course) -> None:
    known = course.signed(course.settled(), Signer.OWNER)
    with course.workplace.deed(Permission.REGISTER) as work:
        ticked = signed.signed_home(work, known.detail.id, Home(day_of(course), "王先生"))
        again = signed.signed_home(work, known.detail.id, Home(day_of(course), "王先生"))
        work.commit()
    assert (ticked, again) == (signed.SHEET, "")
    known = inspections.get(course.workplace, known.detail.id)
    assert known.detail.owner_signed_by == "曾德華"
    assert (known.detail.builder_signed_by, known.detail.staff_signed_by) == ("林工", "何小姐")
    assert known.is_complete
