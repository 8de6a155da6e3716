"""The rules of the key log as tables: every ground, every state, every way of the owner's word."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.domain import custody_agreement, key_board, key_count, key_loan, key_loss, key_set
from desk.domain.custody_agreement import AgreementFacts, AgreementState
from desk.domain.key_count import CountExpected, Expected
from desk.domain.key_loan import KeyLoanState, KeyProof, LoanEntry, LoanFacts
from desk.domain.key_loss import LossAnswer, LossFacts, LossState, LossStep
from desk.domain.key_set import KeyBasis, KeyLeftFor, KeySetEntry, KeySetState, SetFacts
from desk.domain.key_word import OwnerWord, SignedHow, WordHow, word_reasons
from desk.domain.reasons import Reason

NOW = datetime(2026, 11, 21, 6, 30, 25, tzinfo=UTC)
TODAY = date(2026, 11, 21)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
HELD = AgreementFacts(TODAY, TODAY + 9 * DAY, ("澆花",), (), True, True, received=1, kept=1)
LOAN = LoanEntry(
    NOW,
    NOW + HOUR,
    "黃師傅",
    phone="98765432",
    proof=KeyProof.KNOWN,
    purpose="澆花",
    signed=SignedHow.DESK,
)
WORD = OwnerWord(WordHow.SIGNATURE, "曾德華", NOW)


def codes(reasons: Iterable[Reason]) -> set[str]:
    return {one.code for one in reasons}


def facts(basis: KeyBasis, state: KeySetState = KeySetState.IN, **told: object) -> SetFacts:
    known = {
        KeyBasis.ESTATE: SetFacts(state, basis, 2),
        KeyBasis.AGREEMENT: SetFacts(state, basis, 2, agreement=HELD),
        KeyBasis.EXCEPTION: SetFacts(state, basis, 2, KeyLeftFor.GAS),
    }[basis]
    return replace(known, **told)  # type: ignore[arg-type]


@pytest.mark.parametrize("basis", list(KeyBasis))
@pytest.mark.parametrize("state", list(KeySetState))
def test_only_what_is_on_its_hook_is_lent(basis: KeyBasis, state: KeySetState) -> None:
    found = codes(key_loan.lend_blockers(facts(basis, state), TODAY))
    assert found == (set() if state is KeySetState.IN else {f"key_set.state.{state}"})


AGREED = {
    KeyBasis.ESTATE: ("whatever", "澆花", "gas"),
    KeyBasis.AGREEMENT: ("澆花",),
    KeyBasis.EXCEPTION: ("gas",),
}


@pytest.mark.parametrize("basis", list(KeyBasis))
@pytest.mark.parametrize("purpose", ["whatever", "澆花", "gas"])
@pytest.mark.parametrize("word", [None, WORD])
def test_r112_beyond_what_was_agreed_only_with_the_owners_word(
    basis: KeyBasis, purpose: str, word: OwnerWord | None
) -> None:
    entry = replace(LOAN, purpose=purpose, word=word)
    found = codes(key_loan.lend_reasons(facts(basis), entry, NOW, TODAY))
    free = purpose in AGREED[basis] or word is not None
    assert found == (set() if free else {"key_word.missing"})


def test_what_was_left_for_something_else_is_lent_for_that_alone() -> None:
    other = facts(KeyBasis.EXCEPTION, left_for=KeyLeftFor.OTHER, left_for_text="量窗簾")
    assert key_set.purposes(other) == ("量窗簾",)
    assert not key_set.needs_word(other, "量窗簾")
    assert key_set.needs_word(other, "other")


@pytest.mark.parametrize(
    ("told", "missing"),
    [
        ({}, set()),
        ({"person": ""}, {"key_word.person.missing"}),
        ({"at": None}, {"key_word.at.missing"}),
        ({"at": NOW + HOUR}, {"key_word.at.future"}),
        ({"how": WordHow.PHONE}, {"key_word.phone.missing", "key_word.caller.missing"}),
        ({"how": WordHow.PHONE, "phone": "9123", "caller": "陳"}, set()),
        ({"how": WordHow.LETTER}, {"key_word.text.missing"}),
        ({"how": WordHow.LETTER, "text": "11 月 20 日來信"}, set()),
    ],
)
def test_the_owners_word_says_who_when_and_by_which_number(
    told: dict[str, object], missing: set[str]
) -> None:
    assert codes(word_reasons(replace(WORD, **told), NOW)) == missing  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("told", "missing"),
    [
        ({}, set()),
        ({"owner_signed": False}, {"owner_signature.missing"}),
        ({"office_signed": False}, {"office_signature.missing"}),
        ({"received": 0}, {"nothing_handed_over"}),
        ({"received": 0, "things": ("信件",)}, set()),
        ({"starts": TODAY + DAY}, {"not_begun"}),
        ({"starts": TODAY - 9 * DAY, "ends": TODAY - DAY}, {"run_out"}),
        ({"is_void": True, "owner_signed": False}, {"void"}),
        ({"is_ended": True}, {"ended"}),
        (
            {"owner_signed": False, "office_signed": False, "received": 0},
            {"owner_signature.missing", "office_signature.missing", "nothing_handed_over"},
        ),
    ],
)
def test_r112_an_agreement_is_in_force_only_when_complete(
    told: dict[str, object], missing: set[str]
) -> None:
    known = replace(HELD, **told)  # type: ignore[arg-type]
    blockers = codes(custody_agreement.force_blockers(known, TODAY))
    assert blockers == {f"custody_agreement.{one}" for one in missing}
    in_force = custody_agreement.state(known, TODAY) is AgreementState.IN_FORCE
    assert in_force == (not missing)
    lent = key_loan.lend_blockers(facts(KeyBasis.AGREEMENT, agreement=known), TODAY)
    assert codes(lent) == blockers


@pytest.mark.parametrize(
    ("told", "missing"),
    [
        ({}, set()),
        ({"borrower": ""}, {"borrower.missing"}),
        ({"phone": ""}, {"phone.missing"}),
        ({"phone": "", "company": "永安"}, set()),
        ({"proof": None}, {"proof.missing"}),
        ({"proof": KeyProof.HKID}, {"proof_tail.missing"}),
        ({"proof": KeyProof.HKID, "proof_tail": "567A"}, set()),
        ({"proof_tail": "A1234567"}, {"proof_tail.long"}),
        ({"purpose": ""}, {"purpose.missing"}),
        ({"signed": None}, {"signature.missing"}),
        ({"keys": 0}, {"keys.number"}),
        ({"keys": 3}, {"keys.number"}),
        ({"keys": 1}, set()),
        ({"out_at": NOW + HOUR, "due_at": NOW + 2 * HOUR}, {"out_at.future"}),
        ({"due_at": NOW - HOUR}, {"due_at.before_out"}),
        ({"out_at": NOW.replace(second=0)}, set()),
        ({"out_at": NOW - HOUR}, {"out_at.before"}),
    ],
)
def test_a_loan_says_who_for_what_until_when(told: dict[str, object], missing: set[str]) -> None:
    known = facts(KeyBasis.ESTATE, free_at=NOW)
    entry = replace(LOAN, **told)  # type: ignore[arg-type]
    found = codes(key_loan.lend_reasons(known, entry, NOW, TODAY))
    assert found == {f"key_loan.{one}" for one in missing}


@pytest.mark.parametrize(
    ("told", "state"),
    [
        ({}, KeyLoanState.OUT),
        ({"due_at": NOW - HOUR}, KeyLoanState.OVERDUE),
        ({"due_at": NOW - HOUR, "is_back": True}, KeyLoanState.BACK),
        ({"is_back": True, "is_lost": True}, KeyLoanState.LOST),
        ({"is_lost": True, "is_void": True}, KeyLoanState.VOID),
    ],
)
def test_where_a_loan_stands(told: dict[str, object], state: KeyLoanState) -> None:
    known = replace(LoanFacts(NOW - 2 * HOUR, NOW + HOUR), **told)  # type: ignore[arg-type]
    assert key_loan.state(known, NOW) is state
    closed = state not in (KeyLoanState.OUT, KeyLoanState.OVERDUE)
    assert bool(key_loan.open_blockers(known)) == closed


ENTRY = KeySetEntry("E-01", "A1", "水泵房", received_at=NOW)


@pytest.mark.parametrize(
    ("told", "missing"),
    [
        ({}, set()),
        ({"tag": "", "opens": ""}, {"tag.missing", "opens.missing"}),
        ({"keys": 0}, {"keys.number"}),
        ({"basis": KeyBasis.AGREEMENT}, {"agreement.missing"}),
        (
            {"basis": KeyBasis.EXCEPTION},
            {"left_for.missing", "left_by.missing", "unit.missing"},
        ),
        (
            {
                "basis": KeyBasis.EXCEPTION,
                "left_for": KeyLeftFor.OTHER,
                "left_by": "曾",
                "unit_id": 1,
            },
            {"left_for_text.missing"},
        ),
        (
            {
                "basis": KeyBasis.EXCEPTION,
                "left_for": KeyLeftFor.GAS,
                "left_by": "曾",
                "unit_id": 1,
            },
            set(),
        ),
        ({"received_at": NOW + HOUR}, {"received_at.future"}),
        ({"received_at": NOW - 4_000 * DAY}, {"received_at.past"}),
    ],
)
def test_r113_nobodys_key_is_kept_but_by_agreement_or_registered(
    told: dict[str, object], missing: set[str]
) -> None:
    entry = replace(ENTRY, **told)  # type: ignore[arg-type]
    assert codes(key_set.entry_reasons(entry, None, NOW)) == {f"key_set.{one}" for one in missing}


@pytest.mark.parametrize("answered", range(len(LossStep) + 1))
def test_a_loss_is_open_until_every_step_is_answered(answered: int) -> None:
    answers = {step.value: LossAnswer.WAIVED.value for step in list(LossStep)[:answered]}
    known = LossFacts(NOW, answers)
    waiting = key_loss.write_off_blockers(known)
    assert len(waiting) == len(LossStep) - answered
    done = answered == len(LossStep)
    assert key_loss.state(known) is (LossState.ANSWERED if done else LossState.OPEN)
    assert codes(key_loss.write_off_reasons(known, "")) >= {"key_loss.write_off.why"}
    assert key_loss.state(replace(known, is_found=True)) is LossState.FOUND


def line(set_id: int, expected: CountExpected = CountExpected.IN, loan: str = "") -> Expected:
    return Expected(set_id, f"E-{set_id:02d}", "", "水泵房", 1, expected, loan)


LINES = st.dictionaries(
    st.integers(1, 9),
    st.tuples(st.sampled_from(CountExpected), st.sampled_from(("", "K2026-000001"))),
)


@given(LINES, LINES)
def test_what_moved_between_two_looks_is_what_differs(
    before: dict[int, tuple[CountExpected, str]], after: dict[int, tuple[CountExpected, str]]
) -> None:
    then = [line(key, *told) for key, told in before.items()]
    now = [line(key, *told) for key, told in after.items()]
    differ = {f"E-{key:02d}" for key in before | after if before.get(key) != after.get(key)}
    assert set(key_count.moved(then, now)) == differ
    assert key_count.moved(then, reversed(then)) == ()


@given(st.lists(st.builds(line, st.integers(1, 9), st.sampled_from(CountExpected))))
def test_a_snapshot_is_kept_without_loss(lines: list[Expected]) -> None:
    told = [replace(one, due_at=NOW, holder="黃師傅") for one in lines]
    assert [key_count.from_plain(key_count.to_plain(one)) for one in told] == told


@given(st.sets(st.integers(0, 60)), st.sampled_from(("A", "B-", "")))
def test_an_empty_hook_is_between_two_that_are_used(numbers: set[int], row: str) -> None:
    used = [f"{row}{one}" for one in numbers]
    empty = key_board.empty_hooks(used, [*used, "Z9"])
    between = set(range(min(numbers), max(numbers) + 1)) - numbers if numbers else set()
    assert set(empty) == {f"{row}{one}" for one in between} | {"Z9"}
    assert list(empty) == sorted(empty, key=key_board.natural)


def test_a_row_is_as_wide_as_it_is_written() -> None:
    assert key_board.empty_hooks(["A08", "A11"], []) == ("A09", "A10")
    assert key_board.empty_hooks(["A1", "A300"], []) == ()


@given(st.text("ab19-０Ａ ", max_size=8))
def test_a_tag_is_the_same_however_it_is_typed(tag: str) -> None:
    plain = key_set.plain(tag)
    assert key_set.plain(plain) == plain == key_set.plain(f" {tag.lower()}")


def test_hooks_hang_in_their_natural_order() -> None:
    hooks = ["A10", "A2", "B1", "a1", "10", "9"]
    assert sorted(hooks, key=key_board.natural) == ["9", "10", "a1", "A2", "A10", "B1"]
