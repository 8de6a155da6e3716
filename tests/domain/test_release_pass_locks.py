"""The locks of a release pass as a table: issued only when all hold (R38-R40, K20)."""

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.domain.release_pass import Item, PassFacts, Role, State
from desk.domain.release_pass_entry import Duplicate
from desk.domain.release_pass_locks import (
    ABOUT,
    FeesHow,
    LockCode,
    OwnerHow,
    about,
    issue_reasons,
    locks,
    print_reasons,
)
from desk.domain.release_pass_rule import PASSES, PassKind, PassRule
from desk.services import policy as service
from tests.domain.release_pass_cases import (
    DAY,
    HOUR,
    MATRIX,
    NOW,
    asked,
    evidence,
    facts,
    refusals,
)

RULES = {one.kind: one for one in PASSES}
MOVING = PassKind.MOVING_OUT
LIMIT = dt.timedelta(days=1)


def codes(known: PassFacts, rule: PassRule | None = None, **told: Any) -> list[str]:
    return [one.code for one in issue_reasons(known, rule or RULES[known.kind], NOW, **told)]


@pytest.mark.parametrize("profile", [one.code for one in service.shipped()])
@pytest.mark.parametrize(("kind", "role", "missing"), MATRIX)
def test_it_is_issued_only_when_every_lock_holds(
    profile: str, kind: PassKind, role: Role, missing: LockCode | None
) -> None:
    rule = service.profile(profile).release(kind)
    known = facts(kind, role, missing)
    assert codes(known, rule) == refusals(kind, role, missing)
    found = {lock.code: lock for lock in locks(known, rule, NOW)}
    assert {code for code, lock in found.items() if lock.asked} == asked(kind, role)
    wrong = missing if refusals(kind, role, missing) else None
    assert {code for code, lock in found.items() if not lock.holds} == ({wrong} - {None})


def test_all_that_is_missing_is_said_at_once() -> None:
    bare = replace(facts(MOVING), items=(), evidence=(), starts=None, ends=None)
    assert codes(bare) == [
        "release_pass.items.missing",
        "release_pass.fees.missing",
        "release_pass.owner.missing",
        "release_pass.starts.missing",
        "release_pass.ends.missing",
    ]


# Evidence counts only for what it was given about


OTHER = {
    "kind": {"kind": PassKind.MOVING_IN},
    "unit": {"unit_id": 8},
    "applicant": {"applicant": "李"},
    "items": {"items": (Item(1, "雙門冰箱", 2),)},
}


@pytest.mark.parametrize("part", OTHER)
def test_what_changed_since_opens_the_lock_and_is_named(part: str) -> None:
    known = replace(facts(MOVING), **OTHER[part])
    told = {
        (one.code, one.parameters["part"])
        for lock in locks(known, RULES[MOVING], NOW)
        for one in lock.reasons
    }
    expected = {
        (f"release_pass.{lock}.changed", part) for lock, parts in ABOUT.items() if part in parts
    }
    assert told == expected
    assert ("release_pass.owner.changed", part) in told


def test_another_role_of_the_applicant_opens_the_locks() -> None:
    known = replace(facts(MOVING, Role.OWNER), role=Role.AGENT)
    assert codes(known) == ["release_pass.fees.changed", "release_pass.owner.changed"]


def test_what_is_listed_anew_as_it_was_holds_again() -> None:
    known = facts(MOVING)
    other = replace(known, items=known.items[:1])
    assert codes(other) == ["release_pass.owner.changed"]
    assert codes(replace(other, items=known.items)) == []


def test_what_the_gate_does_later_changes_no_lock() -> None:
    known = facts(MOVING)
    gone = tuple(replace(item, left=item.quantity) for item in known.items)
    assert all(lock.holds for lock in locks(replace(known, items=gone), RULES[MOVING], NOW))


@given(
    texts=st.lists(st.text(max_size=6), min_size=5, max_size=5),
    other=st.lists(st.text(max_size=6), min_size=5, max_size=5),
)
def test_other_things_never_have_the_same_fingerprint(texts: list[str], other: list[str]) -> None:
    first, second = (_about_items(one) for one in (texts, other))
    plain = [["".join(c for c in t if c != "\x1f") for t in one] for one in (texts, other)]
    if plain == [texts, other]:
        assert (first == second) == (texts == other)


def _about_items(texts: list[str]) -> dict[str, str]:
    what, counted, marks, serial, more = texts
    things = (Item(1, what, 1, counted, marks, serial), Item(2, more, 1))
    return dict(about(replace(facts(MOVING), items=things), LockCode.OWNER))


# Each kind of evidence


FEES = [
    ({"person": ""}, "release_pass.fees.person.missing"),
    ({"until": None}, "release_pass.fees.until.missing"),
    ({"attachment_id": None}, "release_pass.fees.statement.missing"),
    ({"until": DAY - LIMIT}, "release_pass.fees.short"),
    ({"at": NOW + HOUR}, "release_pass.at.future"),
    ({"how": FeesHow.WAIVED, "note": ""}, "release_pass.why.missing"),
]


@pytest.mark.parametrize(("told", "code"), FEES)
def test_the_fees_are_cleared_by_whole_evidence(told: dict[str, Any], code: str) -> None:
    """R39: who checked, up to which day, with the statement."""
    known = facts(MOVING)
    given = replace(evidence(known, LockCode.FEES), **told)
    assert codes(replace(known, evidence=(given, known.evidence[1]))) == [code]


def test_a_waiver_needs_neither_day_nor_statement() -> None:
    known = facts(MOVING)
    waived = replace(
        evidence(known, LockCode.FEES),
        how=FeesHow.WAIVED,
        until=None,
        attachment_id=None,
        note="已議定分期",
    )
    assert codes(replace(known, evidence=(waived, known.evidence[1]))) == []


OWNER = [
    ({"person": ""}, ["release_pass.owner.phone.person"]),
    ({"caller": ""}, ["release_pass.owner.caller.missing"]),
    ({"phone": ""}, ["release_pass.owner.phone.missing"]),
    ({"at": NOW + HOUR}, ["release_pass.at.future"]),
    ({"how": OwnerHow.LETTER}, ["release_pass.owner.letter.missing"]),
    ({"how": OwnerHow.LETTER, "attachment_id": 3}, []),
    ({"how": OwnerHow.SIGNATURE, "caller": "", "phone": ""}, []),
    ({"how": OwnerHow.SIGNATURE, "person": ""}, ["release_pass.owner.signature.person"]),
]


@pytest.mark.parametrize(("told", "expected"), OWNER)
def test_the_owner_confirms_by_signature_phone_or_letter(
    told: dict[str, Any], expected: list[str]
) -> None:
    """R40."""
    known = facts(MOVING)
    given = replace(evidence(known, LockCode.OWNER), **told)
    assert codes(replace(known, evidence=(known.evidence[0], given))) == expected


def test_the_last_word_counts() -> None:
    known = facts(MOVING)
    later = replace(evidence(known, LockCode.FEES), until=DAY - LIMIT)
    assert codes(replace(known, evidence=(*known.evidence, later))) == ["release_pass.fees.short"]


# Things


def test_on_a_pass_of_returnable_goods_everything_comes_back_by_a_day() -> None:
    known = facts(PassKind.RETURNABLE_GOODS)
    stays = tuple(replace(item, returnable=False) for item in known.items)
    assert codes(replace(known, items=stays)) == ["release_pass.items.returnable"]
    assert codes(replace(known, back_by=None)) == ["release_pass.back_by.missing"]


def test_a_thing_with_the_same_serial_number_is_refused_whatever_is_said() -> None:
    found = [Duplicate("冰箱", "SN-1", "P2026-000004")]
    for said in ("", "另一台"):
        told = codes(facts(MOVING), found=found, acknowledged=said)
        assert told == ["release_pass.serial.out"]


def test_the_same_words_are_let_through_when_somebody_says_so() -> None:
    found = [Duplicate("冰箱", "", "P2026-000004")]
    assert codes(facts(MOVING), found=found) == ["release_pass.words.out"]
    assert codes(facts(MOVING), found=found, acknowledged="另一台") == []


@pytest.mark.parametrize("state", [one for one in State if one is not State.DRAFT])
def test_what_is_no_draft_is_not_issued_again(state: State) -> None:
    code = "void" if state is State.VOID else "issued"
    assert codes(replace(facts(MOVING), state=state)) == [f"release_pass.{code}"]


def test_a_time_that_is_over_is_refused() -> None:
    over = replace(facts(MOVING), ends=NOW)
    assert codes(over) == ["release_pass.ends.past"]


def test_a_draft_prints_nothing() -> None:
    draft = facts(MOVING)
    assert [one.code for one in print_reasons(draft)] == ["release_pass.not_issued"]
    assert not list(print_reasons(replace(draft, state=State.ISSUED, issued_at=NOW)))
    void = replace(draft, state=State.VOID)
    assert [one.code for one in print_reasons(void)] == ["release_pass.not_issued"]
    assert not list(print_reasons(replace(void, issued_at=NOW)))
