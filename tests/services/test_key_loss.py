"""Lost keys and the board, on a real database."""

from dataclasses import replace

import pytest

from desk.clock import FixedClock
from desk.domain.key_board import HookState
from desk.domain.key_loss import FoundEntry, LossAnswer, LossEntry, LossState, LossStep, StepEntry
from desk.domain.key_set import KeySetState
from desk.domain.permissions import Role
from desk.errors import RuleRefused, StaleRecord
from desk.services import key_board, key_loan, key_loss, key_set
from desk.services.key_loss import KeyLossRow
from desk.services.key_set import KeySetRow
from desk.services.workplace import Workplace
from tests.conftest import NOW
from tests.services.conftest import Household
from tests.services.key_course import HOUR, again, at_desk, left_for_gas, lent, pump

LOST = LossEntry(NOW, "保安員", "交更時發現掛鉤空置")


def codes(refused: pytest.ExceptionInfo[RuleRefused]) -> set[str]:
    return {one.code for one in refused.value.reasons}


def lost(workplace: Workplace, clock: FixedClock) -> KeyLossRow:
    """Lost while it was lent."""
    known = pump(workplace)
    lent(workplace, known)
    clock.moment = NOW + HOUR
    known = again(workplace, known)
    return key_loss.report(
        workplace, known.id, known.version, replace(LOST, noticed_at=clock.moment)
    )


def answered(workplace: Workplace, known: KeyLossRow) -> KeyLossRow:
    for step in LossStep:
        entry = StepEntry(workplace.now(), step, LossAnswer.WAIVED, "管理處自有")
        known = key_loss.answer(workplace, known.id, known.version, entry)
    return known


def test_a_lost_key_ends_its_loan_and_is_not_lent(workplace: Workplace, clock: FixedClock) -> None:
    loss = lost(workplace, clock)
    assert (loss.loan, loss.borrower, loss.state) == ("K2026-000001", "黃師傅", LossState.OPEN)
    known = key_loan.get(workplace, "K2026-000001")
    assert known.state(clock.moment) == "lost"
    held = again(workplace, pump_of(workplace, loss))
    assert held.state is KeySetState.LOST
    assert [one.code for one in key_loan.lend_blockers(workplace, held)] == ["key_set.state.lost"]
    assert key_loss.report_blockers(workplace, held)[0].code == "key_set.state.lost"
    assert key_loss.of_set(workplace, held.id) == key_loss.get(workplace, loss.id) == loss
    clock.moment = NOW + 9 * HOUR
    assert key_loan.page(workplace, key_loan.KeyLoanFilter(overdue=True)).rows == ()


def pump_of(workplace: Workplace, loss: KeyLossRow) -> KeySetRow:
    return key_set.get(workplace, loss.key_set_id)


def test_it_is_open_until_every_step_is_answered(workplace: Workplace, clock: FixedClock) -> None:
    loss = lost(workplace, clock)
    manager = at_desk(workplace, "lam", Role.MANAGER)
    with pytest.raises(RuleRefused) as refused:
        key_loss.write_off(manager, loss.id, loss.version, "無法尋回")
    assert codes(refused) == {"key_loss.step.open"}
    assert len(refused.value.reasons) == len(LossStep)
    bare = StepEntry(clock.moment, LossStep.OWNER_TOLD, LossAnswer.WAIVED)
    with pytest.raises(RuleRefused) as refused:
        key_loss.answer(workplace, loss.id, loss.version, bare)
    assert codes(refused) == {"key_loss.why.missing"}
    done = replace(bare, answer=LossAnswer.DONE)
    second = key_loss.answer(workplace, loss.id, loss.version, done)
    with pytest.raises(StaleRecord):
        key_loss.answer(workplace, loss.id, loss.version, done)
    with pytest.raises(RuleRefused) as refused:
        key_loss.answer(workplace, loss.id, second.version, done)
    assert codes(refused) == {"key_loss.step.done"}


def test_only_who_may_writes_it_off(workplace: Workplace, clock: FixedClock) -> None:
    loss = answered(workplace, lost(workplace, clock))
    assert loss.state is LossState.ANSWERED
    clerk = at_desk(workplace, "lee")
    with pytest.raises(RuleRefused) as refused:
        key_loss.write_off(clerk, loss.id, loss.version, "無法尋回")
    assert codes(refused) == {"permission.missing"}
    manager = at_desk(workplace, "lam", Role.MANAGER)
    with pytest.raises(RuleRefused) as refused:
        key_loss.write_off(manager, loss.id, loss.version, " ")
    assert codes(refused) == {"key_loss.write_off.why"}
    gone = key_loss.write_off(manager, loss.id, loss.version, "無法尋回")
    assert (gone.state, gone.written_off_by) == (LossState.WRITTEN_OFF, "lam 主任")
    assert pump_of(workplace, loss).state is KeySetState.RETIRED
    assert pump(workplace).tag == "E-01"


def test_a_found_key_closes_it(workplace: Workplace, clock: FixedClock) -> None:
    loss = lost(workplace, clock)
    clock.moment += HOUR
    found = key_loss.found(
        workplace, loss.id, loss.version, FoundEntry(clock.moment, "清潔員", "梯間")
    )
    assert (found.state, key_loss.open_losses(workplace)) == (LossState.FOUND, ())
    assert pump_of(workplace, loss).state is KeySetState.IN
    with pytest.raises(RuleRefused) as refused:
        key_loss.found(workplace, loss.id, found.version, FoundEntry(clock.moment, "清潔員"))
    assert codes(refused) == {"key_loss.state.found"}


def test_the_new_set_is_named(workplace: Workplace, clock: FixedClock) -> None:
    loss = lost(workplace, clock)
    entry = StepEntry(clock.moment, LossStep.REPLACED, LossAnswer.DONE, "補配", "E-02")
    with pytest.raises(RuleRefused) as refused:
        key_loss.answer(workplace, loss.id, loss.version, entry)
    assert codes(refused) == {"key_loss.replaced_by.unknown"}
    pump(workplace, tag="e-02", hook="A2")
    known = key_loss.answer(workplace, loss.id, loss.version, entry)
    assert known.steps[0].replaced_by == "E-02"


def test_the_board_shows_every_hook(
    workplace: Workplace, household: Household, clock: FixedClock
) -> None:
    known = pump(workplace)
    pump(workplace, tag="E-10", hook="A10")
    pump(workplace, tag="E-04", hook="A4")
    pump(workplace, tag="E-99", hook="")
    left_for_gas(workplace, household)
    lent(workplace, known)
    told = [(one.hook, one.state) for one in key_board.board(workplace)]
    gaps = [(f"A{at}", HookState.EMPTY) for at in (2, 3, 5, 6, 7, 8, 9)]
    assert told == [
        ("A1", HookState.LENT),
        *gaps[:2],
        ("A4", HookState.IN),
        *gaps[2:],
        ("A10", HookState.IN),
        ("B1", HookState.IN),
        ("", HookState.IN),
    ]
    clock.moment = NOW + 5 * HOUR
    first = key_board.board(workplace)[0]
    assert (first.state, first.borrower, first.tag) == (HookState.OVERDUE, "黃師傅", "E-01")
    known = again(workplace, known)
    key_loss.report(workplace, known.id, known.version, replace(LOST, noticed_at=clock.moment))
    assert key_board.board(workplace)[0].state is HookState.LOST
