"""The first page: what is due, overdue and waiting, for each role, on a real database."""

from dataclasses import replace
from datetime import timedelta

import pytest

from desk.clock import FixedClock
from desk.domain.clock_pause import PauseEntry
from desk.domain.complaint import Ground, Severity, Urgency
from desk.domain.complaint_filing import Decision, FilingEntry, JoinEntry
from desk.domain.first_asked import NextStep
from desk.domain.permissions import Role
from desk.domain.policy import Post
from desk.domain.reception import Kind, ReceptionEntry
from desk.domain.today import SECTIONS, Section
from desk.services import (
    clock_pause,
    complaint,
    complaint_case,
    complaint_handling,
    first_asked,
    reception,
    service_order,
    today,
)
from desk.services import complaint_filing as filing
from desk.services.reception import ReceptionFilter
from desk.services.workplace import Workplace
from tests.conftest import NOW
from tests.services import case_course as course
from tests.services import order_course
from tests.services.test_complaint import WHOLE

HOUR = timedelta(hours=1)


def filed(workplace: Workplace) -> str:
    """The number of a complaint registered and filed now."""
    entry = replace(WHOLE, received_at=workplace.now(), occurred_at=workplace.now())
    one = complaint.register(workplace, entry)
    filing.judge(workplace, one.id, one.version, FilingEntry(Decision.FILE, Ground.QUESTION))
    return one.number


def lines(workplace: Workplace, section: Section) -> list[tuple[str, str]]:
    found = {part.section: part.rows for part in today.day(workplace).parts}
    return [(row.number, row.clock) for row in found[section]]


def waiting(workplace: Workplace, text: str = "") -> list[str]:
    """What the register shows as waiting for an answer, the newest first."""
    found = reception.page(workplace, ReceptionFilter(waiting=True, text=text))
    return [row.number for row in found.rows]


def test_an_empty_desk_has_a_clear_day(workplace: Workplace) -> None:
    assert today.day(workplace).is_clear
    assert today.owed_count(workplace) == 0


def test_what_is_due_today_becomes_overdue_when_its_clock_turns(
    workplace: Workplace, clock: FixedClock
) -> None:
    number = filed(workplace)
    assert (number, "hand_out") in lines(workplace, Section.DUE)
    assert (number, "hand_out") not in lines(workplace, Section.OVERDUE)
    clock.advance(HOUR)
    assert (number, "hand_out") in lines(workplace, Section.OVERDUE)
    assert (number, "hand_out") not in lines(workplace, Section.DUE)


def test_the_reminder_tells_of_each_clock_once(workplace: Workplace, clock: FixedClock) -> None:
    number = filed(workplace)
    seen = workplace.now()
    clock.advance(HOUR)
    found = today.turned(workplace, seen)
    assert (number, "hand_out") in [(row.number, row.clock) for row in found.rows]
    assert today.turned(workplace, found.seen_at).rows == ()


def test_r162_what_nobody_has_judged_waits(workplace: Workplace) -> None:
    one = complaint.register(workplace, WHOLE)
    assert lines(workplace, Section.JUDGE) == [(one.number, "")]


def test_r163_what_was_asked_waits_for_its_answer(workplace: Workplace) -> None:
    one = complaint.register(workplace, WHOLE)
    ask = FilingEntry(Decision.ASK, None, "?", Post.SUPERVISOR)
    filing.judge(workplace, one.id, one.version, ask)
    assert lines(workplace, Section.APPROVALS) == [(one.number, "ask_first")]


def test_an_overrun_that_names_an_approver_waits_for_the_word(
    workplace: Workplace, clock: FixedClock
) -> None:
    number = filed(workplace)
    assert lines(workplace, Section.APPROVALS) == []
    clock.advance(timedelta(days=3))
    assert (number, "solve.minor") in lines(workplace, Section.APPROVALS)


def test_r194_the_morning_list_shows_yesterdays_complaints_and_help(
    workplace: Workplace, clock: FixedClock
) -> None:
    number = filed(workplace)
    visit = ReceptionEntry(NOW, caller_name="王大明", request="水龍頭漏水", kind=Kind.HELP)
    seen = reception.register(workplace, visit)
    assert lines(workplace, Section.YESTERDAY) == []
    clock.advance(timedelta(days=1))
    assert {one for one, _clock in lines(workplace, Section.YESTERDAY)} == {number, seen.number}
    assert (seen.number, "") in lines(workplace, Section.VISITS)


@pytest.mark.parametrize("role", Role)
def test_every_role_has_its_page(workplace: Workplace, role: Role) -> None:
    desk = workplace.signed_in_as(replace(workplace.actor, role=role))
    assert tuple(part.section for part in today.day(desk).parts) == SECTIONS[role]


def test_a_part_shows_its_first_lines_and_says_that_there_are_more(workplace: Workplace) -> None:
    for _time in range(3):
        filed(workplace)
    part = {one.section: one for one in today.day(workplace, lines=2).parts}[Section.DUE]
    assert (len(part.rows), part.more) == (2, True)


def numbers(workplace: Workplace, section: Section) -> list[str]:
    return [number for number, _clock in lines(workplace, section)]


def test_r3_what_is_to_be_acted_on_at_once_stands_on_top_of_its_part(
    workplace: Workplace, clock: FixedClock
) -> None:
    first = filed(workplace)
    clock.advance(timedelta(minutes=5))
    urgent = course.filed(workplace)
    complaint_handling.act_immediately(
        workplace, urgent.detail.id, urgent.detail.version, {Urgency.CRISIS}
    )
    assert numbers(workplace, Section.DUE)[0] == urgent.detail.number
    assert first in numbers(workplace, Section.DUE)
    clock.advance(HOUR)
    assert numbers(workplace, Section.OVERDUE)[0] == urgent.detail.number
    assert len(set(lines(workplace, Section.OVERDUE))) == len(lines(workplace, Section.OVERDUE))


def test_what_runs_to_the_end_of_today_is_due_today_and_counted(
    workplace: Workplace, clock: FixedClock
) -> None:
    grave = course.filed(workplace, Severity.MAJOR)
    (end,) = {one.due_at for one in grave.clocks if one.code == "forward.general_manager"}
    assert workplace.estate.custom.time(end) == "00:00"
    told = lines(workplace, Section.DUE)
    assert (grave.detail.number, "forward.general_manager") in told
    assert today.owed_count(workplace) == len(told)
    clock.moment = end + timedelta(minutes=1)
    assert (grave.detail.number, "forward.general_manager") in lines(workplace, Section.OVERDUE)


def test_what_stands_still_comes_last_and_is_neither_overdue_nor_counted(
    workplace: Workplace, clock: FixedClock
) -> None:
    case = course.filed(workplace)
    clock_pause.pause(
        workplace, case.detail.id, case.detail.version, PauseEntry(workplace.now(), why="業主外遊")
    )
    other = filed(workplace)
    clock.advance(timedelta(days=3))
    assert case.detail.number not in numbers(workplace, Section.OVERDUE)
    assert numbers(workplace, Section.OVERDUE)[0] == other
    assert numbers(workplace, Section.DUE)[-1] == case.detail.number
    clocks = {one for one in lines(workplace, Section.OVERDUE) if one[0] == other}
    assert today.owed_count(workplace) == len(clocks)


def test_r194_a_visit_that_became_a_complaint_is_told_of_once(
    workplace: Workplace, clock: FixedClock
) -> None:
    visit = ReceptionEntry(NOW, caller_name="王大明", request="水龍頭漏水", kind=Kind.HELP)
    seen = reception.register(workplace, visit)
    made = complaint.register(workplace, replace(WHOLE, reception_id=seen.id))
    clock.advance(timedelta(days=1))
    assert numbers(workplace, Section.YESTERDAY) == [made.number]


def test_r199_the_visit_that_has_waited_longest_is_shown_when_there_is_not_room_for_all(
    workplace: Workplace, clock: FixedClock
) -> None:
    visit = ReceptionEntry(NOW, caller_name="王大明", request="水龍頭漏水", kind=Kind.HELP)
    seen = []
    for _time in range(4):
        seen.append(reception.register(workplace, replace(visit, happened_at=clock.now())).number)
        clock.advance(HOUR)
    found = {part.section: part for part in today.day(workplace, lines=2).parts}[Section.VISITS]
    assert [row.number for row in found.rows] == seen[:2]
    assert found.more


def test_r199_a_visit_that_became_an_order_or_a_complaint_has_been_handed_on(
    workplace: Workplace,
) -> None:
    entry = ReceptionEntry(NOW, caller_name="王大明", request="水龍頭漏水", kind=Kind.HELP)
    of_order, of_complaint, kept = (reception.register(workplace, entry) for _time in range(3))
    wanted = replace(order_course.REPAIR, reception_id=of_order.id)
    order = service_order.write(workplace, wanted)
    complaint.register(workplace, replace(WHOLE, reception_id=of_complaint.id))
    assert lines(workplace, Section.VISITS) == [(kept.number, "")]
    assert reception.open_count(workplace, 10) == 1
    duty = first_asked.duty(workplace, of_order.id)
    assert (duty.visit.order, duty.advice.step) == (order.detail.number, NextStep.FOLLOW_ORDER)
    service_order.void(workplace, *order_course.seen(order), "寫錯")
    assert lines(workplace, Section.VISITS) == [(of_order.number, ""), (kept.number, "")]
    assert first_asked.duty(workplace, of_order.id).visit.order is None


def test_r10_a_visit_that_joined_a_case_is_followed_with_it_until_that_is_explained(
    workplace: Workplace,
) -> None:
    entry = ReceptionEntry(NOW, caller_name="王大明", request="水龍頭漏水", kind=Kind.COMPLAINT)
    joined, kept = (reception.register(workplace, entry) for _time in range(2))
    case = complaint_case.get(workplace, complaint.register(workplace, WHOLE).id)
    told = JoinEntry(joined_at=NOW, name="王大明", reception_id=joined.id)
    case = filing.join(workplace, case.detail.id, case.detail.version, told)
    assert lines(workplace, Section.VISITS) == [(kept.number, "")]
    assert reception.open_count(workplace, 10) == 1
    assert waiting(workplace) == waiting(workplace, "漏水") == [kept.number]
    duty = first_asked.duty(workplace, joined.id)
    known = (duty.visit.complaint, duty.advice.step)
    assert known == (case.detail.number, NextStep.FOLLOW_COMPLAINT)
    explained = FilingEntry(Decision.EXPLAIN, Ground.SATISFIED, "已當面解釋。")
    filing.judge(workplace, case.detail.id, case.detail.version, explained)
    assert lines(workplace, Section.VISITS) == [(joined.number, ""), (kept.number, "")]
    assert waiting(workplace) == waiting(workplace, "漏水") == [kept.number, joined.number]
    duty = first_asked.duty(workplace, joined.id)
    assert (duty.visit.complaint, duty.advice.step) == (None, NextStep.FILE_COMPLAINT)
    own = complaint.register(workplace, replace(WHOLE, reception_id=joined.id))
    assert first_asked.duty(workplace, joined.id).visit.complaint == own.number


def test_what_the_clerk_may_give_a_word_to_stands_first(
    workplace: Workplace, clock: FixedClock
) -> None:
    minor = filed(workplace)
    clock.advance(timedelta(minutes=1))
    grave = course.filed(workplace, Severity.IMPORTANT)
    clock.advance(timedelta(days=4))
    told = {}
    for role in (Role.MANAGER, Role.GENERAL_MANAGER):
        desk = workplace.signed_in_as(replace(workplace.actor, role=role))
        told[role] = numbers(desk, Section.APPROVALS)
    assert told[Role.MANAGER] == [minor, grave.detail.number]
    assert told[Role.GENERAL_MANAGER] == [grave.detail.number, minor]


def test_the_complaints_on_the_rail_are_those_not_judged_and_those_overdue(
    workplace: Workplace, clock: FixedClock
) -> None:
    assert today.complaint_count(workplace) == 0
    complaint.register(workplace, WHOLE)
    assert today.complaint_count(workplace) == 1
    filed(workplace)
    assert today.complaint_count(workplace) == 1
    clock.advance(timedelta(days=1))
    assert today.complaint_count(workplace) == 2
    assert today.complaint_count(workplace, limit=1) == 1


def test_every_case_on_the_page_brings_the_rules_that_name_its_clocks(
    workplace: Workplace,
) -> None:
    filed(workplace)
    day = today.day(workplace)
    rows = [row for part in day.parts for row in part.rows]
    assert rows
    assert {row.policy_id for row in rows} == set(day.policies)
