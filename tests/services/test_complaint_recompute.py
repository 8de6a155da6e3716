"""What was told once stays, until a supervisor has the open cases computed anew."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from desk.domain.complaint import Ground
from desk.domain.complaint_filing import Decision, FilingEntry
from desk.domain.deadlines import Counting, Term, Unit
from desk.domain.permissions import Role
from desk.domain.policy import Policy
from desk.errors import RuleRefused
from desk.services import business_calendar, complaint, complaint_case, complaint_recompute, policy
from desk.services import complaint_filing as filing
from desk.services.workplace import Workplace
from tests.conftest import NOW
from tests.services.test_complaint import WHOLE

SOLVE = "solve.minor"


def solved_within(kept: Policy, term: Term) -> Policy:
    """The policy with another time limit for minor cases."""
    clocks = tuple(replace(one, term=term) if one.code == SOLVE else one for one in kept.clocks)
    return replace(kept, clocks=clocks)


def begin(workplace: Workplace) -> int:
    one = complaint.register(workplace, WHOLE)
    filing.judge(workplace, one.id, one.version, FilingEntry(Decision.FILE, Ground.QUESTION))
    return one.id


def due(workplace: Workplace, complaint_id: int) -> timedelta:
    """How long the case may take, from its report."""
    case = complaint_case.get(workplace, complaint_id)
    return next(one for one in case.clocks if one.code == SOLVE).due_at - NOW


def adopt(workplace: Workplace, term: Term) -> None:
    with workplace.reading() as reader:
        kept = policy.in_force(reader, date(2026, 11, 21))
    policy.adopt(workplace, solved_within(kept.policy, term), date(2026, 11, 21), "試行")


def test_an_open_case_keeps_the_policy_it_was_opened_under(workplace: Workplace) -> None:
    known = begin(workplace)
    adopt(workplace, Term(5, Unit.DAYS))
    assert due(workplace, known) == timedelta(days=2)
    assert due(workplace, begin(workplace)) == timedelta(days=5)


def test_recomputing_is_a_recorded_deed_with_its_reason(workplace: Workplace) -> None:
    known = begin(workplace)
    adopt(workplace, Term(5, Unit.DAYS))
    with pytest.raises(RuleRefused):
        complaint_recompute.recompute(workplace, " ")
    done = complaint_recompute.recompute(workplace, "統一標準")
    assert (done.cases, done.number) == (1, 2)
    assert due(workplace, known) == timedelta(days=5)
    with workplace.reading() as reader:
        told = reader.exec_driver_sql(
            "SELECT changes FROM history WHERE deed = 'recomputed' AND record_id = ?", (known,)
        ).scalar()
    assert told == '{"policy": [1, 2], "why": "統一標準"}'


def test_a_receptionist_does_not_recompute(workplace: Workplace) -> None:
    desk = workplace.signed_in_as(replace(workplace.actor, role=Role.RECEPTIONIST))
    with pytest.raises(RuleRefused):
        complaint_recompute.recompute(desk, "統一標準")


def test_a_calendar_edited_later_moves_nothing_that_was_told(workplace: Workplace) -> None:
    adopt(workplace, Term(2, Unit.DAYS, Counting.WORKING))
    known = begin(workplace)
    told = due(workplace, known)
    with workplace.reading() as reader:
        calendar = business_calendar.of(reader)
    every_day = replace(calendar, workdays=frozenset(range(7)), special={})
    business_calendar.save(workplace, business_calendar.hours(workplace).version, every_day)
    case = complaint_case.get(workplace, known)
    assert due(workplace, known) == told
    complaint.change(workplace, known, case.detail.version, replace(WHOLE, about="工程部"))
    assert due(workplace, known) == told
    complaint_recompute.recompute(workplace, "改用新日曆")
    assert due(workplace, known) == timedelta(days=2)
