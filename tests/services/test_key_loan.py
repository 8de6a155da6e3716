"""Keys that go out and come back, on a real database (R112, R113)."""

from dataclasses import replace
from datetime import timedelta

import pytest

from desk.clock import FixedClock
from desk.domain.custody_agreement import ExtendEntry as AgreementExtend
from desk.domain.custody_agreement import Party
from desk.domain.key_loan import ExtendEntry, KeyCondition, KeyLoanState
from desk.domain.key_set import KeySetState
from desk.domain.key_word import SignedHow
from desk.domain.permissions import Role
from desk.domain.signed_paper import Home
from desk.errors import NotFound, RuleRefused, StaleRecord
from desk.models.lists import deadline
from desk.services import custody_agreement, history, key_loan, key_set
from desk.services.key_loan import KeyLoanFilter
from desk.services.workplace import Workplace
from tests.conftest import NOW
from tests.services.conftest import Household
from tests.services.key_course import (
    BACK,
    DAY,
    HOUR,
    TODAY,
    WATERING,
    WORD,
    again,
    agreed,
    at_desk,
    left_for_gas,
    lent,
    loan_entry,
    pump,
    signed,
    under,
    written,
)


def codes(refused: pytest.ExceptionInfo[RuleRefused]) -> set[str]:
    return {one.code for one in refused.value.reasons}


def test_a_key_goes_out_and_comes_back(workplace: Workplace, clock: FixedClock) -> None:
    known = pump(workplace)
    loan = lent(workplace, known, about="c2026000001")
    assert (loan.number, loan.tag, loan.lent_by) == ("K2026-000001", "E-01", "陳大文")
    assert (loan.about, loan.proof_tail, loan.keys) == ("C2026-000001", "45(6", 2)
    assert loan.state(NOW) is KeyLoanState.OUT
    held = again(workplace, known)
    assert (held.state, held.loan, held.borrower) == (KeySetState.LENT, loan.number, "黃師傅")
    assert key_loan.open_loan(workplace, held) == loan
    clock.moment = NOW + HOUR
    back = key_loan.bring_back(workplace, loan.id, loan.version, BACK)
    assert (back.returned_by, back.received_by, back.condition) == ("黃師傅", "陳大文", "as_lent")
    assert back.state(clock.moment) is KeyLoanState.BACK
    assert again(workplace, known).state is KeySetState.IN
    assert key_loan.get(workplace, "K2026-000001") == key_loan.get(workplace, loan.id) == back
    with pytest.raises(NotFound):
        key_loan.get(workplace, "K2026-000002")


def test_what_is_lent_is_not_lent_again_until_it_is_back(
    workplace: Workplace, clock: FixedClock
) -> None:
    known = pump(workplace)
    loan = lent(workplace, known)
    held = again(workplace, known)
    assert [one.code for one in key_loan.lend_blockers(workplace, held)] == ["key_set.state.lent"]
    with pytest.raises(RuleRefused) as refused:
        lent(workplace, held)
    assert codes(refused) == {"key_set.state.lent"}
    with pytest.raises(StaleRecord):
        lent(workplace, known)
    clock.moment = NOW + HOUR
    key_loan.bring_back(workplace, loan.id, loan.version, BACK)
    with pytest.raises(RuleRefused) as refused:
        lent(workplace, again(workplace, known))
    assert codes(refused) == {"key_loan.out_at.before"}
    later = loan_entry(clock.moment)
    known = again(workplace, known)
    second = key_loan.lend(workplace, known.id, known.version, later)
    assert second.number == "K2026-000002"


def test_everything_that_is_missing_is_said_at_once_and_no_number_is_lost(
    workplace: Workplace,
) -> None:
    known = pump(workplace)
    bare = replace(
        loan_entry(), borrower=" ", company="", phone="", proof=None, purpose="", signed=None
    )
    with pytest.raises(RuleRefused) as refused:
        key_loan.lend(workplace, known.id, known.version, replace(bare, due_at=NOW - HOUR))
    assert codes(refused) == {
        "key_loan.borrower.missing",
        "key_loan.phone.missing",
        "key_loan.proof.missing",
        "key_loan.purpose.missing",
        "key_loan.signature.missing",
        "key_loan.due_at.before_out",
    }
    assert lent(workplace, known).number == "K2026-000001"


def test_of_a_paper_no_more_than_four_characters_are_taken(workplace: Workplace) -> None:
    known = pump(workplace)
    with pytest.raises(RuleRefused) as refused:
        lent(workplace, known, proof_tail="A123456(7)")
    assert codes(refused) == {"key_loan.proof_tail.long"}


def test_r112_no_key_goes_out_before_both_have_signed(
    workplace: Workplace, household: Household
) -> None:
    known = written(workplace, household)
    one = under(workplace, known)
    with pytest.raises(RuleRefused) as refused:
        lent(workplace, one, purpose=WATERING)
    assert codes(refused) == {
        "custody_agreement.owner_signature.missing",
        "custody_agreement.office_signature.missing",
    }
    known = signed(workplace, known, Party.OFFICE)
    with pytest.raises(RuleRefused) as refused:
        lent(workplace, one, purpose=WATERING)
    assert codes(refused) == {"custody_agreement.owner_signature.missing"}
    signed(workplace, known, Party.OWNER)
    assert lent(workplace, one, purpose=WATERING).agreement == known.number


def test_r112_beyond_the_purpose_only_with_the_owners_word(
    workplace: Workplace, household: Household
) -> None:
    _known, one = agreed(workplace, household)
    assert key_set.purposes(workplace, one) == (WATERING, "通風")
    with pytest.raises(RuleRefused) as refused:
        lent(workplace, one, purpose="看房")
    assert codes(refused) == {"key_word.missing"}
    with pytest.raises(RuleRefused) as refused:
        lent(workplace, one, purpose="看房", word=replace(WORD, phone="", at=None))
    assert codes(refused) == {"key_word.phone.missing", "key_word.at.missing"}
    loan = lent(workplace, one, purpose="看房", word=replace(WORD, caller=""))
    assert (loan.word_how, loan.word_phone, loan.word_caller) == ("phone", "9123 4567", "陳大文")


def test_r113_a_key_left_for_gas_is_lent_for_gas_alone(
    workplace: Workplace, household: Household
) -> None:
    one = left_for_gas(workplace, household)
    with pytest.raises(RuleRefused) as refused:
        lent(workplace, one, purpose="裝修")
    assert codes(refused) == {"key_word.missing"}
    assert lent(workplace, one, purpose="gas").word_how == ""


def test_a_slip_comes_home_and_ticks_the_signature_once(workplace: Workplace) -> None:
    loan = lent(workplace, pump(workplace), signed=SignedHow.PAPER)
    home = Home(TODAY, "黃師傅")
    with workplace.deed(key_loan.Permission.REGISTER) as work:
        assert key_loan.signed_home(work, loan.id, home) == "key_loan.slip"
        assert key_loan.signed_home(work, loan.id, home) == ""
        work.commit()
    assert key_loan.get(workplace, loan.id).slip_home_on == TODAY


def test_what_is_not_back_in_time_is_told_and_owed(workplace: Workplace, clock: FixedClock) -> None:
    loan = lent(workplace, pump(workplace))
    assert key_loan.page(workplace, KeyLoanFilter(overdue=True)).rows == ()
    clock.moment = NOW + 5 * HOUR
    assert owed(workplace) == [(loan.id, "key_loan.due")]
    found = key_loan.page(workplace, KeyLoanFilter(overdue=True)).rows
    assert [one.id for one in found] == [loan.id]
    until = ExtendEntry(clock.moment + HOUR, "未完工")
    later = key_loan.extend(workplace, loan.id, loan.version, until)
    assert (later.due_at, owed(workplace)) == (until.until, [])
    assert key_loan.page(workplace, KeyLoanFilter(overdue=True)).rows == ()
    (told,) = key_loan.extensions(workplace, loan.id)
    assert (told.before, told.until, told.why) == (loan.due_at, until.until, "未完工")
    clock.moment += 2 * HOUR
    assert owed(workplace) == [(loan.id, "key_loan.due")]
    key_loan.bring_back(workplace, later.id, later.version, replace(BACK, at=clock.moment))
    assert owed(workplace) == []


def owed(workplace: Workplace) -> list[tuple[int, str]]:
    with workplace.reading() as reader:
        found = deadline.due(reader, "key", workplace.now(), 10)
    return [(one.record_id, one.clock) for one in found]


def test_a_return_says_in_what_condition_and_is_signed_for(
    workplace: Workplace, clock: FixedClock
) -> None:
    loan = lent(workplace, pump(workplace))
    clock.moment = NOW + HOUR
    bare = replace(BACK, returned_by="", condition=KeyCondition.DAMAGED, signed=None)
    with pytest.raises(RuleRefused) as refused:
        key_loan.bring_back(workplace, loan.id, loan.version, bare)
    assert codes(refused) == {
        "key_loan.returned_by.missing",
        "key_loan.condition.words",
        "key_loan.return_signature.missing",
    }


def test_a_loan_written_by_mistake_is_void_and_frees_the_set(workplace: Workplace) -> None:
    known = pump(workplace)
    loan = lent(workplace, known)
    void = key_loan.void(workplace, loan.id, loan.version, "登記錯誤")
    assert void.state(NOW) is KeyLoanState.VOID
    assert again(workplace, known).state is KeySetState.IN
    assert key_loan.uses(workplace, KeyLoanFilter(key_set_id=known.id)) == ()
    with pytest.raises(RuleRefused):
        key_loan.bring_back(workplace, void.id, void.version, BACK)


def test_who_may_only_look_lends_nothing(workplace: Workplace) -> None:
    known = pump(workplace)
    looker = at_desk(workplace, "quality", Role.QUALITY_SUPERVISOR)
    with pytest.raises(RuleRefused) as refused:
        lent(looker, known)
    assert codes(refused) == {"permission.missing"}
    assert key_loan.lend_blockers(looker, known)[0].code == "permission.missing"


def test_the_use_log_of_an_agreement_has_every_use(
    workplace: Workplace, household: Household, clock: FixedClock
) -> None:
    known, one = agreed(workplace, household)
    loan = lent(workplace, one, purpose=WATERING)
    clock.moment = NOW + HOUR
    key_loan.bring_back(workplace, loan.id, loan.version, BACK)
    one = again(workplace, one)
    entry = loan_entry(clock.moment, WATERING)
    key_loan.lend(workplace, one.id, one.version, entry)
    found = key_loan.uses(workplace, KeyLoanFilter(agreement_id=known.id))
    assert [row.number for row in found] == ["K2026-000001", "K2026-000002"]


def test_an_agreement_that_ran_out_lends_nothing_and_is_owed(
    workplace: Workplace, household: Household, clock: FixedClock
) -> None:
    known, one = agreed(workplace, household)
    clock.moment = NOW + 32 * DAY
    with pytest.raises(RuleRefused) as refused:
        key_loan.lend(workplace, one.id, one.version, loan_entry(clock.moment, WATERING))
    assert codes(refused) == {"custody_agreement.run_out"}
    assert owed(workplace) == [(known.id, "custody_agreement.ends")]


def test_r112_nothing_is_lent_beyond_the_last_day_of_its_agreement(
    workplace: Workplace, household: Household, clock: FixedClock
) -> None:
    known, one = agreed(workplace, household)
    bounds = workplace.estate.custom.day_bounds
    over = bounds(known.ends)[1]
    with pytest.raises(RuleRefused) as refused:
        lent(workplace, one, purpose=WATERING, due_at=over)
    assert codes(refused) == {"key_loan.beyond_agreement"}
    loan = lent(workplace, one, purpose=WATERING, due_at=over - HOUR)
    with pytest.raises(RuleRefused) as refused:
        key_loan.extend(workplace, loan.id, loan.version, ExtendEntry(over, "人未返"))
    assert [(one.code, one.field) for one in refused.value.reasons] == [
        ("key_loan.beyond_agreement", "until")
    ]
    word = replace(WORD, at=NOW)
    longer = AgreementExtend(known.ends + DAY, "業主遲返", word)
    custody_agreement.extend(workplace, known.id, known.version, longer)
    assert key_loan.extend(workplace, loan.id, loan.version, ExtendEntry(over, "人未返")).due_at


def test_a_mistyped_year_does_not_hide_a_loan_for_ever(workplace: Workplace) -> None:
    one, far = pump(workplace), NOW + 367 * DAY
    with pytest.raises(RuleRefused) as refused:
        lent(workplace, one, due_at=far)
    assert codes(refused) == {"key_loan.far"}
    loan = lent(workplace, one, due_at=far - DAY)
    with pytest.raises(RuleRefused) as refused:
        key_loan.extend(workplace, loan.id, loan.version, ExtendEntry(far, "工程未完"))
    assert [(one.code, one.field) for one in refused.value.reasons] == [("key_loan.far", "until")]


def test_the_day_of_a_loan_ends_at_the_estates_midnight(workplace: Workplace) -> None:
    by = key_loan.due_by_default(workplace, NOW)
    assert workplace.estate.custom.local(by).strftime("%d %H:%M") == "21 23:59"


def test_a_loan_is_in_the_history(workplace: Workplace) -> None:
    loan = lent(workplace, pump(workplace))
    kept = history.page(workplace, history.Filter(kind="key_loan", record_id=loan.id)).rows
    assert [one.deed for one in kept] == ["created"]
    assert timedelta() <= NOW - kept[0].at < HOUR
    assert custody_agreement.page(workplace, custody_agreement.AgreementFilter()).rows == ()
