"""Keys handed over to owners (R34, F36), and back to them (R112), on a real database."""

from dataclasses import replace

import pytest

from desk.clock import FixedClock
from desk.domain.custody_agreement import EndEntry, ExtendEntry
from desk.domain.key_receipt import LineEntry, ReceiptEntry, ReceiptState, SignEntry
from desk.domain.key_set import KeySetState
from desk.domain.key_word import SignedHow
from desk.domain.permissions import Permission
from desk.domain.signed_paper import Home
from desk.errors import RuleRefused
from desk.services import custody_agreement, key_loan, key_receipt, key_set
from desk.services.workplace import Workplace
from tests.conftest import NOW
from tests.services.conftest import Household
from tests.services.key_course import (
    DAY,
    HOUR,
    TODAY,
    WATERING,
    WORD,
    again,
    agreed,
    left_for_gas,
    lent,
    pump,
    under,
    written,
)

BACK = EndEntry(NOW, "曾德華", signed=SignedHow.DESK)


def codes(refused: pytest.ExceptionInfo[RuleRefused]) -> set[str]:
    return {one.code for one in refused.value.reasons}


def receipt(home: Household, *lines: LineEntry) -> ReceiptEntry:
    return ReceiptEntry(NOW, home.unit_id, home.name, lines=lines)


def test_r34_with_the_signature_the_kept_sets_leave_custody(
    workplace: Workplace, household: Household
) -> None:
    one = left_for_gas(workplace, household)
    free = LineEntry(what="信箱", keys=2)
    known = key_receipt.register(workplace, receipt(household, LineEntry(one.id), free))
    assert (known.number, known.state) == ("H2026-000001", ReceiptState.TO_SIGN)
    assert [(line.tag, line.what, line.keys) for line in known.lines] == [
        ("G-07", "大門、鐵閘", 2),
        ("", "信箱", 2),
    ]
    assert again(workplace, one).state is KeySetState.IN
    entry = SignEntry("曾德華", TODAY)
    signed = key_receipt.sign(workplace, known.id, known.version, entry)
    assert (signed.state, signed.signed_by) == (ReceiptState.SIGNED, "曾德華")
    gone = again(workplace, one)
    assert (gone.state, gone.receipt, gone.left_to) == (
        KeySetState.RETURNED,
        known.number,
        "曾德華",
    )
    with pytest.raises(RuleRefused) as refused:
        key_receipt.sign(workplace, known.id, signed.version, entry)
    assert codes(refused) == {"key_receipt.state.signed"}


def test_r34_the_paper_that_comes_home_does_the_same(
    workplace: Workplace, household: Household
) -> None:
    one = left_for_gas(workplace, household)
    known = key_receipt.register(workplace, receipt(household, LineEntry(one.id)))
    lent(workplace, one, purpose="gas")
    with workplace.deed(Permission.REGISTER) as work, pytest.raises(RuleRefused) as refused:
        key_receipt.signed_home(work, known.id, Home(TODAY, "曾德華"))
    assert codes(refused) == {"key_receipt.set.away"}
    free = key_receipt.register(workplace, receipt(household, LineEntry(what="信箱", keys=1)))
    with workplace.deed(Permission.REGISTER) as work:
        home = Home(TODAY, "曾德華")
        assert key_receipt.signed_home(work, free.id, home) == "key_receipt.signature"
        assert key_receipt.signed_home(work, free.id, home) == ""
        work.commit()
    assert key_receipt.get(workplace, free.number).signed_how == "paper"


def test_all_that_is_wrong_with_a_receipt_is_said_at_once(
    workplace: Workplace, household: Household
) -> None:
    one = left_for_gas(workplace, household)
    lent(workplace, one, purpose="gas")
    wrong = receipt(household, LineEntry(one.id, keys=1), LineEntry(one.id), LineEntry())
    with pytest.raises(RuleRefused) as refused:
        key_receipt.register(workplace, replace(wrong, receiver="", is_owner=False, unit_id=None))
    assert codes(refused) == {
        "key_receipt.unit.missing",
        "key_receipt.receiver.missing",
        "key_receipt.authority.missing",
        "key_receipt.set.away",
        "key_receipt.set.other_unit",
        "key_receipt.set.whole",
        "key_receipt.set.twice",
        "key_receipt.what.missing",
        "key_receipt.keys.number",
    }
    with pytest.raises(RuleRefused) as refused:
        key_receipt.register(workplace, receipt(household))
    assert codes(refused) == {"key_receipt.lines.missing"}


def test_a_receipt_that_nobody_signs_is_void(workplace: Workplace, household: Household) -> None:
    known = key_receipt.register(workplace, receipt(household, LineEntry(what="信箱", keys=1)))
    void = key_receipt.void(workplace, known.id, known.version, "改期")
    assert void.state is ReceiptState.VOID
    assert key_receipt.sign_blockers(workplace, void)[0].code == "key_receipt.state.void"
    wanted = key_receipt.KeyReceiptFilter(is_open=True)
    assert key_receipt.page(workplace, wanted).rows == ()


def test_r112_back_to_the_owner_only_with_a_signature(
    workplace: Workplace, household: Household
) -> None:
    one = left_for_gas(workplace, household)
    bare = replace(BACK, person="", is_owner=False, signed=None)
    with pytest.raises(RuleRefused) as refused:
        key_set.give_back(workplace, one.id, one.version, bare)
    assert codes(refused) == {
        "key_set.person.missing",
        "key_set.authority.missing",
        "key_set.signature.missing",
    }
    gone = key_set.give_back(workplace, one.id, one.version, BACK)
    assert (gone.state, gone.left_signed) == (KeySetState.RETURNED, "desk")
    assert key_set.give_back_blockers(workplace, gone)[0].code == "key_set.state.returned"
    assert left_for_gas(workplace, household).tag == one.tag


def test_the_estates_own_set_is_retired_and_nobody_elses(
    workplace: Workplace, household: Household
) -> None:
    own, other = pump(workplace), left_for_gas(workplace, household)
    with pytest.raises(RuleRefused) as refused:
        key_set.give_back(workplace, own.id, own.version, BACK)
    assert codes(refused) == {"key_set.estate_own"}
    with pytest.raises(RuleRefused) as refused:
        key_set.retire(workplace, other.id, other.version, "")
    assert codes(refused) == {"key_set.not_estate_own", "key_set.why.missing"}
    assert key_set.retire(workplace, own.id, own.version, "換鎖").state is KeySetState.RETIRED


def test_one_set_a_hook_and_one_tag_a_set(workplace: Workplace) -> None:
    first = pump(workplace)
    with pytest.raises(RuleRefused) as refused:
        pump(workplace, tag="ｅ-01 ", hook="a1")
    assert codes(refused) == {"key_set.tag.taken", "key_set.hook.taken"}
    key_set.retire(workplace, first.id, first.version, "換鎖")
    second = pump(workplace)
    assert key_set.get(workplace, "e-01") == second


def test_what_is_away_keeps_its_number_of_keys(workplace: Workplace) -> None:
    known = pump(workplace)
    lent(workplace, known)
    known = again(workplace, known)
    entry = key_set.entry_of(known)
    with pytest.raises(RuleRefused) as refused:
        key_set.change(workplace, known.id, known.version, replace(entry, keys=1))
    assert codes(refused) == {"key_set.keys.away"}
    moved = key_set.change(workplace, known.id, known.version, replace(entry, hook="A9"))
    assert moved.hook == "A9"


def test_an_agreement_ends_with_all_its_keys_back(
    workplace: Workplace, household: Household, clock: FixedClock
) -> None:
    known, one = agreed(workplace, household)
    under(workplace, known, "D-12")
    loan = lent(workplace, one, purpose=WATERING)
    known = custody_agreement.get(workplace, known.id)
    with pytest.raises(RuleRefused) as refused:
        custody_agreement.end(workplace, known.id, known.version, BACK)
    assert codes(refused) == {"custody_agreement.keys_away"}
    void_loan(workplace, loan.id)
    clock.moment = NOW + HOUR
    back = replace(BACK, at=clock.moment)
    ended = custody_agreement.end(workplace, known.id, known.version, back)
    assert (ended.state(TODAY), ended.kept, ended.received) == ("ended", 0, 2)
    states = {row.state for row in custody_agreement.sets(workplace, known.id)}
    assert states == {KeySetState.RETURNED}


def void_loan(workplace: Workplace, loan_id: int) -> None:
    key_loan.void(workplace, loan_id, 1, "登記錯誤")


def test_what_was_signed_is_not_changed_and_is_extended_by_the_owners_word(
    workplace: Workplace, household: Household
) -> None:
    known, _one = agreed(workplace, household)
    with pytest.raises(RuleRefused) as refused:
        custody_agreement.change(
            workplace, known.id, known.version, custody_agreement.entry_of(known)
        )
    assert codes(refused) == {"custody_agreement.signed"}
    entry = ExtendEntry(known.ends, "")
    with pytest.raises(RuleRefused) as refused:
        custody_agreement.extend(workplace, known.id, known.version, entry)
    assert codes(refused) == {
        "custody_agreement.until.not_later",
        "custody_agreement.why.missing",
        "key_word.missing",
    }
    entry = ExtendEntry(known.ends + 30 * DAY, "業主未返港", WORD)
    later = custody_agreement.extend(workplace, known.id, known.version, entry)
    assert later.ends == TODAY + 60 * DAY
    (told,) = custody_agreement.extensions(workplace, known.id)
    assert (told.word_person, told.why) == ("曾德華", "業主未返港")


def test_the_paper_that_the_owner_signed_ticks_the_agreement(
    workplace: Workplace, household: Household
) -> None:
    known = written(workplace, household)
    under(workplace, known)
    with workplace.deed(Permission.REGISTER) as work:
        told = custody_agreement.signed_home(work, known.id, Home(TODAY, "曾德華"))
        assert told == "custody_agreement.owner_signature"
        assert custody_agreement.signed_home(work, known.id, Home(TODAY, "曾德華")) == ""
        work.commit()
    known = custody_agreement.get(workplace, known.number)
    assert (known.owner_signed_how, known.office_signed_on) == ("paper", None)
    assert [one.code for one in custody_agreement.force_blockers(workplace, known)] == [
        "custody_agreement.office_signature.missing"
    ]
