"""The first page: what is due, overdue and waiting, for each role, on a real database."""

from dataclasses import replace
from datetime import timedelta

import pytest

from desk.clock import FixedClock
from desk.domain.complaint import Ground
from desk.domain.complaint_filing import Decision, FilingEntry
from desk.domain.permissions import Role
from desk.domain.policy import Post
from desk.domain.reception import Kind, ReceptionEntry
from desk.domain.today import SECTIONS, Section
from desk.services import complaint, reception, today
from desk.services import complaint_filing as filing
from desk.services.workplace import Workplace
from tests.conftest import NOW
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
