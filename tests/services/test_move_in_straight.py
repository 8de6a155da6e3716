"""What would bend a move-in: doubt, another unit, a void receipt, somebody else's pass."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from desk.clock import FixedClock
from desk.domain.approval import Answer, Verdict
from desk.domain.inspection import InspectionEntry
from desk.domain.move_in import DocumentEntry, FeeEntry, FeeKind, ListedEntry, State
from desk.domain.move_in_filing import ExceptionEntry, MoveOutEntry
from desk.domain.move_in_rule import Arrival
from desk.domain.permissions import Permission
from desk.domain.release_pass_gate import GateEntry, Outcome
from desk.domain.release_pass_rule import PassKind
from desk.errors import RuleRefused
from desk.models.estate import Building, Unit
from desk.services import (
    inspection,
    move_in,
    move_in_document,
    move_in_fee,
    move_in_filing,
    move_in_leaving,
    move_in_listed,
    receipt,
    release_pass,
    release_pass_gate,
)
from desk.services.move_in_fee import PaidEntry
from desk.services.move_in_view import MoveIn
from desk.services.workplace import Workplace
from tests.conftest import PASSWORD
from tests.services.conftest import Household
from tests.services.move_in_course import MoveInCourse, key
from tests.services.pass_course import GUARD, Course

YES = Answer("wong", PASSWORD, Verdict.GRANTED)


@pytest.fixture
def course(workplace: Workplace, household: Household) -> MoveInCourse:
    return MoveInCourse(workplace, household.unit_id)


@pytest.fixture
def other_unit(workplace: Workplace) -> int:
    with workplace.deed(Permission.EDIT_HOUSEHOLDS) as work:
        building = Building(name="B座")
        row = Unit(building=building, floor="1", door="A", label="B座1樓A室", position="2")
        work.add(row)
        work.commit()
        return row.id


def codes(refused: pytest.ExceptionInfo[RuleRefused]) -> set[str]:
    return {one.code for one in refused.value.reasons}


def doubted(course: MoveInCourse, case: MoveIn, remark: str = "印章不符") -> MoveIn:
    asked = case.documents[0].wanted
    entry = DocumentEntry(
        asked.rule.code, 0, course.today, original=True, copy=True, authentic=False, remark=remark
    )
    return move_in_document.take(course.workplace, *key(case), [entry])


def without_receipt(course: MoveInCourse, case: MoveIn) -> MoveIn:
    receipt_id = case.fees[0].receipt_id
    assert receipt_id is not None
    known = receipt.get(course.workplace, receipt_id)
    receipt.void(course.workplace, known.id, known.version, "支票退回")
    return course.again(case)


def test_that_a_paper_may_come_later_does_not_let_a_false_one_pass(course: MoveInCourse) -> None:
    case = course.written()
    item = case.documents[0].wanted.item
    entry = ExceptionEntry((item,), "下星期補交")
    case = move_in_filing.let_pass(course.workplace, *key(case), entry, YES)
    case = doubted(course, case)
    assert "move_in.document.doubtful" in {one.code for one in case.blockers}


def test_a_doubt_is_let_pass_by_its_own_name_and_the_true_paper_still_comes(
    course: MoveInCourse,
) -> None:
    case = doubted(course, course.ready())
    (lacks,) = case.blockers
    assert lacks.field is not None and lacks.field.endswith(":doubtful")
    entry = ExceptionEntry((lacks.field,), "經理另行查證")
    case = move_in_filing.let_pass(course.workplace, *key(case), entry, YES)
    assert "Doubtful" in case.events[-1].text
    case = move_in_filing.file(course.workplace, *key(case), "李小姐")
    found = [DocumentEntry(case.documents[0].wanted.rule.code, 0, course.today, True, True, True)]
    case = move_in_document.take(course.workplace, *key(case), found)
    assert case.documents[0].state == "complete"


def test_a_case_with_money_keys_or_an_inspection_stays_its_units(
    course: MoveInCourse, other_unit: int
) -> None:
    desk = course.workplace
    case = course.with_keys(course.paid(course.written()))
    with pytest.raises(RuleRefused) as refused:
        move_in.change(desk, *key(case), course.entry(unit_id=other_unit))
    assert codes(refused) == {"move_in.void.paid", "move_in.unit.begun"}
    move_in.change(desk, *key(case), course.entry(remark="電梯卡兩張"))


def test_the_inspection_of_a_home_holds_the_case_to_it(
    course: MoveInCourse, other_unit: int
) -> None:
    desk = course.workplace
    case = move_in.change(desk, *key(course.written()), course.entry(unit_id=other_unit))
    inspection.begin(desk, other_unit, InspectionEntry(), move_in_id=case.detail.id)
    with pytest.raises(RuleRefused) as refused:
        move_in.change(desk, *key(course.again(case)), course.entry())
    assert codes(refused) == {"move_in.unit.begun"}


def test_money_whose_receipt_is_void_is_received_again_after_the_filing(
    course: MoveInCourse,
) -> None:
    case = without_receipt(course, course.filed())
    assert move_in.part_reasons(course.workplace, case, "fee") == ()
    assert move_in_fee.receive_reasons(course.workplace, case) == ()
    case = move_in_fee.receive(course.workplace, *key(case), PaidEntry())
    assert case.fees[0].is_received
    with pytest.raises(RuleRefused) as refused:
        move_in_fee.receive(course.workplace, *key(case), PaidEntry((case.fees[0].id,)))
    assert codes(refused) == {"move_in.state.filed", "move_in.fee.received"}


def test_a_line_that_is_named_twice_is_paid_once(course: MoveInCourse) -> None:
    case = course.with_fee(course.written())
    fee_id = case.fees[0].id
    case = move_in_fee.look(course.workplace, *key(case), [fee_id, fee_id], by=course.colleague)
    case = move_in_fee.receive(course.workplace, *key(case), PaidEntry((fee_id, fee_id)))
    receipt_id = case.fees[0].receipt_id
    assert receipt_id is not None
    assert receipt.get(course.workplace, receipt_id).total == Decimal("980.50")


def test_a_paper_that_is_named_twice_stands_once(course: MoveInCourse) -> None:
    desk, case = course.workplace, course.written()
    found = DocumentEntry(case.documents[0].wanted.rule.code, 0, course.today, original=True)
    case = move_in_document.take(desk, *key(case), [found, replace(found, copy=True)])
    assert [(one.original, one.copy) for one in case.facts.documents] == [(True, True)]
    handed = ListedEntry(case.materials[0].paper.code, course.today, "曾德華")
    case = move_in_listed.hand_over(desk, *key(case), [handed, handed])
    assert len(case.facts.listed) == 1


def test_nobody_leaves_while_money_of_the_move_in_is_owed(course: MoveInCourse) -> None:
    case = without_receipt(course, course.filed())
    told = [one.code for one in move_in_leaving.leaving_reasons(course.workplace, case)]
    assert "move_in.fee.unpaid" in told


@pytest.mark.parametrize("amount", ["NaN", "sNaN", "Infinity", "-Infinity", "1E+400", "0.001"])
def test_a_fee_that_is_no_money_is_refused_in_words(course: MoveInCourse, amount: str) -> None:
    case = course.written()
    fee = FeeEntry(FeeKind.OTHER, "裝修按金", Decimal(amount))
    with pytest.raises(RuleRefused) as refused:
        move_in_fee.add(course.workplace, *key(case), [fee])
    assert codes(refused) == {"move_in.fee.amount"}


def test_the_pass_of_the_tenants_lets_no_owner_out(
    course: MoveInCourse, tmp_path: Path, clock: FixedClock
) -> None:
    desk, passes = course.workplace, Course(course.workplace, course.unit_id, tmp_path)
    owner = course.filed()
    tenant = course.filed(arrival=Arrival.TENANT, name="李租客")
    clock.moment += dt.timedelta(minutes=1)
    known = passes.proven(PassKind.MOVING_OUT)
    known = release_pass.issue(desk, known.detail.id, known.detail.version)
    release_pass_gate.gate(
        desk, known.detail.id, known.detail.version, GateEntry(Outcome.LEFT, GUARD)
    )
    gone = MoveOutEntry(course.today)
    tenant = move_in_leaving.move_out(desk, *key(course.again(tenant)), gone)
    assert tenant.detail.state == State.MOVED_OUT
    with pytest.raises(RuleRefused) as refused:
        move_in_leaving.move_out(desk, *key(course.again(owner)), gone)
    assert "move_in.leave.no_pass" in codes(refused)
