"""Moving out 遷出: only through the release pass's locks, all reasons at once (R34, R37-R40)."""

import datetime as dt
from pathlib import Path

import pytest

from desk.clock import FixedClock
from desk.domain.custody_agreement import AgreementEntry, EndEntry
from desk.domain.estate import ResidentEntry, ResidentRole
from desk.domain.key_set import KeyBasis, KeySetEntry
from desk.domain.key_word import SignedHow
from desk.domain.move_in import State
from desk.domain.move_in_filing import MoveOutEntry
from desk.domain.move_in_rule import Arrival
from desk.domain.reasons import Reason
from desk.domain.release_pass_gate import GateEntry, Outcome
from desk.domain.release_pass_rule import PassKind
from desk.errors import RuleRefused
from desk.services import (
    custody_agreement,
    household,
    key_set,
    move_in_leaving,
    release_pass,
    release_pass_gate,
    resident,
)
from desk.services.release_pass import Pass
from desk.services.workplace import Workplace
from tests.services.conftest import Household
from tests.services.move_in_course import MoveInCourse, key
from tests.services.pass_course import GUARD, Course

MOVING = PassKind.MOVING_OUT


@pytest.fixture
def course(workplace: Workplace, household: Household, clock: FixedClock) -> MoveInCourse:
    return MoveInCourse(workplace, household.unit_id)


@pytest.fixture
def passes(workplace: Workplace, household: Household, tmp_path: Path) -> Course:
    return Course(workplace, household.unit_id, tmp_path)


def codes(refused: pytest.ExceptionInfo[RuleRefused]) -> list[str]:
    return [one.code for one in refused.value.reasons]


def gone(passes: Course, known: Pass) -> Pass:
    """The pass is issued, and everything has left."""
    desk = passes.workplace
    known = release_pass.issue(desk, known.detail.id, known.detail.version)
    entry = GateEntry(Outcome.LEFT, GUARD)
    return release_pass_gate.gate(desk, known.detail.id, known.detail.version, entry)


def test_all_that_ties_the_household_is_said_at_once(course: MoveInCourse) -> None:
    case = course.filed()
    today = course.today
    agreed = custody_agreement.register(
        course.workplace,
        AgreementEntry(
            course.unit_id,
            "曾德華",
            custodian_id=course.workplace.actor.id,
            starts=today,
            ends=today + dt.timedelta(days=30),
            purposes=("澆花",),
        ),
    )
    now = course.workplace.now()
    key_set.register(
        course.workplace,
        KeySetEntry(
            "T1", opens="大門", basis=KeyBasis.AGREEMENT, agreement_id=agreed.id, received_at=now
        ),
    )
    with pytest.raises(RuleRefused) as refused:
        move_in_leaving.move_out(course.workplace, *key(case), MoveOutEntry(today))
    assert codes(refused) == [
        "move_in.leave.no_pass",
        "move_in.leave.fees",
        "move_in.leave.key",
        "move_in.leave.agreement",
    ]
    shown = move_in_leaving.leaving_reasons(course.workplace, case)
    assert [one.code for one in shown] == codes(refused)
    entry = EndEntry(now, "曾德華", signed=SignedHow.DESK)
    agreed = custody_agreement.get(course.workplace, agreed.id)
    custody_agreement.end(course.workplace, agreed.id, agreed.version, entry)
    assert [one.code for one in move_in_leaving.leaving_reasons(course.workplace, case)] == [
        "move_in.leave.no_pass",
        "move_in.leave.fees",
    ]


def test_an_agreement_that_has_run_out_and_keeps_nothing_is_declared_void(
    course: MoveInCourse,
) -> None:
    """What to do is said; once it is void nothing keeps the household but its pass."""
    case = course.filed()
    over = course.today - dt.timedelta(days=1)
    agreed = custody_agreement.register(
        course.workplace,
        AgreementEntry(
            course.unit_id,
            "曾德華",
            custodian_id=course.workplace.actor.id,
            starts=over,
            ends=over,
            purposes=("澆花",),
        ),
    )
    reasons = move_in_leaving.leaving_reasons(course.workplace, case)
    assert reasons[-1] == Reason("move_in.leave.agreement_empty", None, {"number": agreed.number})
    assert [one.id for one in move_in_leaving.custody(course.workplace, case)] == [agreed.id]
    custody_agreement.void(course.workplace, agreed.id, agreed.version, "期滿無鑰匙")
    assert len(move_in_leaving.leaving_reasons(course.workplace, case)) == len(reasons) - 1


def test_r39_a_pass_that_is_not_issued_says_what_its_locks_lack(
    course: MoveInCourse, passes: Course
) -> None:
    case = course.filed()
    passes.draft(MOVING)
    with pytest.raises(RuleRefused) as refused:
        move_in_leaving.move_out(course.workplace, *key(case), MoveOutEntry(course.today))
    assert codes(refused) == [
        "move_in.leave.not_issued",
        "release_pass.fees.missing",
        "release_pass.owner.missing",
    ]


def test_r37_what_has_not_left_keeps_the_household(course: MoveInCourse, passes: Course) -> None:
    case = course.filed()
    known = passes.proven(MOVING)
    release_pass.issue(course.workplace, known.detail.id, known.detail.version)
    with pytest.raises(RuleRefused) as refused:
        move_in_leaving.move_out(course.workplace, *key(case), MoveOutEntry(course.today))
    assert codes(refused) == ["move_in.leave.not_left"]


def test_a_pass_of_an_earlier_household_does_not_count(
    course: MoveInCourse, passes: Course, clock: FixedClock
) -> None:
    gone(passes, passes.proven(MOVING))
    clock.advance(dt.timedelta(hours=1))
    case = course.filed()
    with pytest.raises(RuleRefused) as refused:
        move_in_leaving.move_out(course.workplace, *key(case), MoveOutEntry(course.today))
    assert codes(refused) == ["move_in.leave.no_pass", "move_in.leave.fees"]


def test_when_nothing_ties_it_the_household_is_closed(course: MoveInCourse, passes: Course) -> None:
    case = course.filed()
    gone(passes, passes.proven(MOVING))
    case = move_in_leaving.move_out(
        course.workplace, *key(case), MoveOutEntry(course.today, "搬往九龍")
    )
    assert (case.detail.state, case.detail.left_on) == (State.MOVED_OUT, course.today)
    seen = household.household(course.workplace, course.unit_id)
    assert seen.residents == ()
    assert {one.name for one in seen.former} == {"曾德華", "曾小明"}


def test_with_a_tenant_go_the_tenants_and_the_owner_stays(
    course: MoveInCourse, passes: Course
) -> None:
    case = course.filed(arrival=Arrival.TENANT, name="李租客", phone="61112222")
    resident.add(course.workplace, course.unit_id, ResidentEntry("合租人", ResidentRole.TENANT))
    gone(passes, passes.proven(MOVING))
    move_in_leaving.move_out(course.workplace, *key(case), MoveOutEntry(course.today))
    seen = household.household(course.workplace, course.unit_id)
    assert [one.name for one in seen.residents] == ["曾德華"]
