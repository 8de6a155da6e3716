"""A release pass at the gate, as tables: what may pass when, what came back, genuine or not."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.domain.release_pass import Item, PassFacts, State, has_run_out
from desk.domain.release_pass_gate import (
    BackEntry,
    ExtendEntry,
    GateEntry,
    Outcome,
    Said,
    after_coming,
    after_extending,
    after_leaving,
    back_reasons,
    coming,
    every_window,
    extend_reasons,
    gate_reasons,
    leaving,
    said,
    seal_texts,
)
from desk.domain.release_pass_rule import PassKind
from tests.domain.release_pass_cases import HOUR, NOW
from tests.domain.release_pass_cases import facts as draft

GUARD = "何保安"
BEFORE = NOW - HOUR


def issued(state: State = State.ISSUED, *items: Item, **told: object) -> PassFacts:
    """Issued an hour ago; its window began then and lasts for three hours more."""
    known = replace(
        draft(PassKind.BULKY_GOODS), state=state, issued_at=BEFORE, starts=BEFORE, ends=NOW + HOUR
    )
    known = replace(known, items=items) if items else known
    return replace(known, **told)  # type: ignore[arg-type]


def left(quantity: int, left: int, back: int = 0, *, returnable: bool = False) -> Item:
    return Item(1, "電鑽", quantity, "件", returnable=returnable, left=left, back=back)


def codes(known: PassFacts, outcome: Outcome, **told: object) -> list[str]:
    entry = replace(GateEntry(outcome, GUARD), **told)  # type: ignore[arg-type]
    return [one.code for one in gate_reasons(known, entry, NOW)]


# Leaving


STATES = {
    State.DRAFT: ["release_pass.not_issued"],
    State.ISSUED: [],
    State.REFUSED: [],
    State.PARTLY_LEFT: [],
    State.LEFT: ["release_pass.gone"],
    State.BACK: ["release_pass.gone"],
    State.EXPIRED: [],  # what left in time may be written down later
    State.VOID: ["release_pass.void"],
}


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("outcome", [Outcome.LEFT, Outcome.REFUSED])
def test_only_what_is_issued_passes(state: State, outcome: Outcome) -> None:
    why = "數量不符" if outcome is Outcome.REFUSED else ""
    assert codes(issued(state), outcome, why=why) == STATES[state]


MOMENTS = [
    (BEFORE - dt.timedelta(minutes=1), ["release_pass.at.before", "release_pass.window.early"]),
    (BEFORE, []),
    (NOW, []),
    (None, []),
    (NOW + 2 * HOUR, ["release_pass.at.future", "release_pass.window.over"]),
]


@pytest.mark.parametrize(("at", "expected"), MOMENTS)
def test_the_gate_keeps_to_the_window(at: dt.datetime | None, expected: list[str]) -> None:
    assert codes(issued(), Outcome.LEFT, at=at) == expected


def test_nothing_passes_after_the_window() -> None:
    known = issued(ends=NOW - dt.timedelta(minutes=1))
    assert codes(known, Outcome.LEFT) == ["release_pass.window.over"]
    assert codes(known, Outcome.LEFT, at=BEFORE) == []


def test_nothing_passes_before_the_window() -> None:
    known = issued(starts=NOW + dt.timedelta(minutes=1))
    assert codes(known, Outcome.LEFT) == ["release_pass.window.early"]


def test_a_guard_is_named_and_a_refusal_says_why() -> None:
    told = codes(issued(), Outcome.REFUSED, guard="")
    assert told == ["release_pass.guard.missing", "release_pass.refusal.missing"]


COUNTS = [
    ({}, ["release_pass.counts.missing"]),
    ({1: 0}, ["release_pass.counts.missing"]),
    ({1: 1}, []),
    ({1: 2, 2: 5}, ["release_pass.counts.outside"]),
    ({2: 6}, ["release_pass.counts.outside"]),
    ({2: -1}, ["release_pass.counts.outside"]),
    ({9: 1}, ["release_pass.counts.unknown"]),
]


def test_what_is_counted_is_never_passed_over() -> None:
    known = issued(State.ISSUED, left(3, 1))
    contradict = ["release_pass.counts.contradict"]
    assert codes(known, Outcome.LEFT, counts={1: 1}) == contradict
    assert codes(known, Outcome.LEFT, counts={9: 2}) == contradict
    assert codes(known, Outcome.LEFT, counts={1: 2}) == []
    assert codes(known, Outcome.REFUSED, why="無人陪同", counts={1: 1}) == contradict
    assert codes(known, Outcome.REFUSED, why="無人陪同", counts={1: 0}) == []


@pytest.mark.parametrize(("counts", "expected"), COUNTS)
def test_no_more_passes_than_is_listed(counts: dict[int, int], expected: list[str]) -> None:
    assert codes(issued(), Outcome.PARTLY_LEFT, counts=counts) == expected


def test_the_last_part_makes_it_left() -> None:
    known = issued(State.PARTLY_LEFT, left(3, 1))
    entry = GateEntry(Outcome.PARTLY_LEFT, GUARD, counts={1: 2})
    assert after_leaving(known, entry) is State.LEFT
    assert after_leaving(known, replace(entry, counts={1: 1})) is State.PARTLY_LEFT
    assert leaving(known, GateEntry(Outcome.LEFT, GUARD)) == {1: 2}


def test_what_is_refused_may_come_again() -> None:
    entry = GateEntry(Outcome.REFUSED, GUARD, why="數量不符")
    assert after_leaving(issued(), entry) is State.REFUSED
    assert after_leaving(issued(State.PARTLY_LEFT, left(3, 1)), entry) is State.PARTLY_LEFT
    assert leaving(issued(), entry) == {}


@given(parts=st.lists(st.integers(1, 5), min_size=1, max_size=6))
def test_parts_add_up_and_never_to_more_than_there_is(parts: list[int]) -> None:
    whole, known = 12, issued(State.ISSUED, left(12, 0))
    gone = 0
    for count in parts:
        entry = GateEntry(Outcome.PARTLY_LEFT, GUARD, counts={1: count})
        if gate_reasons(known, entry, NOW):
            assert gone + count > whole or gone == whole
            continue
        state = after_leaving(known, entry)
        gone += count
        known = replace(known, state=state, items=(left(whole, gone),))
        assert (state is State.LEFT) == (gone == whole)
    assert gone <= whole


# Coming back


def test_returnable_goods_stay_open_until_all_are_back() -> None:
    known = issued(State.LEFT, left(3, 3, returnable=True))
    assert known.out == 3
    assert after_coming(known, {1: 2}) is State.LEFT
    assert after_coming(known, {1: 3}) is State.BACK
    assert coming(known, BackEntry(GUARD)) == {1: 3}


def test_a_pass_of_which_something_may_still_leave_stays_where_it_is() -> None:
    known = issued(State.PARTLY_LEFT, left(3, 2, returnable=True))
    assert after_coming(known, {1: 2}) is State.PARTLY_LEFT


BACK = [
    (left(3, 3, returnable=True), {1: 3}, []),
    (left(3, 3, 1, returnable=True), {1: 3}, ["release_pass.counts.outside"]),
    (left(3, 3, 3, returnable=True), {}, ["release_pass.nothing_out"]),
    (left(3, 3), {1: 1}, ["release_pass.nothing_out"]),
    (left(3, 0, returnable=True), {}, ["release_pass.nothing_out"]),
]


@pytest.mark.parametrize(("item", "counts", "expected"), BACK)
def test_only_what_is_out_comes_back(
    item: Item, counts: dict[int, int], expected: list[str]
) -> None:
    known = issued(State.LEFT, item)
    entry = BackEntry(GUARD, counts=counts)
    assert [one.code for one in back_reasons(known, entry, NOW)] == expected


# The window


EXTEND = [
    (State.EXPIRED, NOW + 2 * HOUR, "貨車延誤", []),
    (State.ISSUED, NOW + 2 * HOUR, "", ["release_pass.why.missing"]),
    (State.ISSUED, NOW, "貨車延誤", ["release_pass.extend.earlier"]),
    (State.ISSUED, NOW + dt.timedelta(days=400), "貨車延誤", ["release_pass.window.long"]),
    (State.DRAFT, NOW + 2 * HOUR, "貨車延誤", ["release_pass.not_issued"]),
    (State.VOID, NOW + 2 * HOUR, "貨車延誤", ["release_pass.void"]),
    (State.LEFT, NOW + 2 * HOUR, "貨車延誤", ["release_pass.gone"]),
]


@pytest.mark.parametrize(("state", "ends", "why", "expected"), EXTEND)
def test_it_is_extended_to_a_later_end_with_the_reason(
    state: State, ends: dt.datetime, why: str, expected: list[str]
) -> None:
    told = extend_reasons(issued(state), ExtendEntry(ends, why), NOW)
    assert [one.code for one in told] == expected


def test_an_end_that_is_over_already_is_none() -> None:
    known = issued(State.EXPIRED, ends=NOW - HOUR)
    entry = ExtendEntry(NOW - dt.timedelta(minutes=1), "貨車延誤")
    assert [one.code for one in extend_reasons(known, entry, NOW)] == ["release_pass.ends.past"]


def test_an_expired_pass_that_is_extended_is_good_again() -> None:
    assert after_extending(issued(State.EXPIRED)) is State.ISSUED
    assert after_extending(issued(State.EXPIRED, left(3, 1))) is State.PARTLY_LEFT
    assert after_extending(issued(State.REFUSED)) is State.REFUSED


def test_it_runs_out_while_something_may_still_leave() -> None:
    late = NOW + 2 * HOUR
    found = {state for state in State if has_run_out(issued(state), late)}
    assert found == {State.ISSUED, State.REFUSED, State.PARTLY_LEFT}
    assert not has_run_out(issued(), NOW + HOUR)


# Genuine or not


SAID = [
    (State.ISSUED, {}, Said.GENUINE),
    (State.REFUSED, {}, Said.GENUINE),
    (State.PARTLY_LEFT, {}, Said.GENUINE),
    (State.LEFT, {}, Said.GONE),
    (State.BACK, {}, Said.GONE),
    (State.EXPIRED, {}, Said.EXPIRED),
    (State.ISSUED, {"ends": NOW - HOUR}, Said.EXPIRED),
    (State.ISSUED, {"starts": NOW + HOUR}, Said.EARLY),
    (State.VOID, {}, Said.VOID),
    (State.VOID, {"issued_at": None}, Said.VOID),
    (State.DRAFT, {"issued_at": None}, Said.NOT_ISSUED),
]


@pytest.mark.parametrize(("state", "told", "expected"), SAID)
def test_what_the_desk_answers_the_guard(
    state: State, told: dict[str, object], expected: Said
) -> None:
    known = issued(state, **told)
    assert said(known, NOW, is_ours=True, sealed=True) is expected


def test_a_seal_that_does_not_fit_is_a_forgery_whatever_else_holds() -> None:
    for state in set(State) - {State.DRAFT}:
        assert said(issued(state), NOW, is_ours=False, sealed=True) is Said.FORGED


def test_a_number_alone_shows_nothing() -> None:
    assert said(issued(), NOW, is_ours=False, sealed=False) is Said.UNSEALED
    assert said(issued(State.VOID), NOW, is_ours=False, sealed=False) is Said.VOID


SEALED = [
    {"unit_id": 8},
    {"kind": PassKind.MOVING_OUT},
    {"plate": "XX 1"},
    {"starts": NOW},
    {"ends": NOW + 2 * HOUR},
    {"items": (Item(1, "雙門冰箱", 2, "台"),)},
    {"items": (Item(1, "雙門冰箱", 1, "台", serial="SN"),)},
]


@pytest.mark.parametrize("other", SEALED)
def test_the_seal_is_over_all_that_the_pass_says(other: dict[str, object]) -> None:
    known = issued()
    before = seal_texts("P2026-000001", known)
    assert before != seal_texts("P2026-000001", replace(known, **other))  # type: ignore[arg-type]
    assert before != seal_texts("P2026-000002", known)


def test_what_became_of_it_changes_no_seal() -> None:
    known = issued()
    gone = tuple(replace(item, left=1) for item in known.items)
    after = replace(known, items=gone, state=State.PARTLY_LEFT, applicant="李")
    assert seal_texts("P2026-000001", known) == seal_texts("P2026-000001", after)


def test_a_paper_printed_before_it_was_extended_stays_genuine() -> None:
    before = issued()
    after = replace(before, ends=NOW + 5 * HOUR, ends_before=(NOW + HOUR,))
    seals = [seal_texts("P2026-000001", one) for one in every_window(after)]
    assert seal_texts("P2026-000001", before) in seals
