"""Handling by the book: when it may be handled, done over, acted upon at once (R3, R145, R191)."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from desk.domain import complaint_handling as rules
from desk.domain.complaint import Filing, State, Urgency
from desk.domain.complaint_case import (
    CaseFacts,
    Complainant,
    Correction,
    Era,
    Pause,
    PromiseMade,
)
from desk.domain.complaint_handling import HandleEntry, ReworkEntry
from desk.domain.reasons import Reason
from tests.domain.cases import DAY, HOUR, T0, case, step

NOW = T0 + DAY
MINUTE = timedelta(minutes=1)
DONE = HandleEntry(T0 + HOUR, "已派員清潔", "陳大文")
AGAIN = ReworkEntry(NOW, "仍然漏水")
HANDLED: dict[str, Any] = {"state": State.HANDLED, "handled_at": T0 + 2 * HOUR}
SHUT = [
    ("R174", {"state": State.CLOSED}, "complaint.closed"),
    ("R161", {"state": State.EXPLAINED}, "complaint.explained"),
]


def codes(reasons: tuple[Reason, ...]) -> list[str]:
    return [one.code for one in reasons]


def beside(reasons: tuple[Reason, ...]) -> dict[str, str | None]:
    return {one.code: one.field for one in reasons}


# What the case allows


@pytest.mark.parametrize(("clause", "known", "code"), SHUT)
def test_nothing_is_done_with_what_is_over(clause: str, known: dict[str, Any], code: str) -> None:
    facts = case(**known)
    assert codes(rules.open_blockers(facts)) == [code]
    assert codes(rules.handle_reasons(facts, DONE, NOW)) == [code]
    assert codes(rules.rework_reasons(facts, AGAIN, NOW)) == [code]
    assert codes(rules.immediate_reasons(facts, {Urgency.WORSE})) == [code]


@pytest.mark.parametrize(
    ("clause", "filing", "immediate", "code"),
    [
        ("R152", Filing.PENDING, set(), ["complaint.not_filed"]),
        ("R163", Filing.ASKED, set(), ["complaint.not_filed"]),
        ("R152", Filing.FILED, set(), []),
        ("R3", Filing.PENDING, {Urgency.CRISIS}, []),
        ("R3", Filing.ASKED, {Urgency.WORSE}, []),
    ],
)
def test_it_is_filed_before_it_is_handled_unless_it_is_acted_upon_at_once(
    clause: str, filing: Filing, immediate: set[Urgency], code: list[str]
) -> None:
    facts = case(filing=filing, immediate=frozenset(immediate))
    assert codes(rules.handle_reasons(facts, DONE, NOW)) == code


# Handled


@pytest.mark.parametrize(
    ("clause", "facts", "entry", "told"),
    [
        ("R145", case(), DONE, {}),
        (
            "R145",
            case(),
            replace(DONE, process=""),
            {"complaint.process.missing": "process"},
        ),
        ("R145", case(**HANDLED), DONE, {"complaint.handled_already": None}),
        ("R86", case(), replace(DONE, at=NOW + 2 * MINUTE), {"complaint.at.future": "at"}),
        ("R86", case(), replace(DONE, at=NOW + MINUTE), {}),
        ("R86", case(), replace(DONE, at=T0 - MINUTE), {"complaint.at.before_received": "at"}),
        ("R86", case(), replace(DONE, at=T0), {}),
        (
            "R191",
            case(steps=(step("reworked", T0 + 3 * HOUR),)),
            replace(DONE, at=T0 + 2 * HOUR),
            {"complaint.at.before_rework": "at"},
        ),
        (
            "R191",
            case(steps=(step("reworked", T0 + 3 * HOUR),)),
            replace(DONE, at=T0 + 3 * HOUR),
            {},
        ),
    ],
)
def test_handling_is_recorded_with_its_process_and_its_time(
    clause: str, facts: CaseFacts, entry: HandleEntry, told: dict[str, str | None]
) -> None:
    assert beside(rules.handle_reasons(facts, entry, NOW)) == told


def test_everything_that_is_wrong_is_said_at_once() -> None:
    facts = case(filing=Filing.PENDING, state=State.HANDLED)
    wrong = HandleEntry(NOW + DAY)
    assert codes(rules.handle_reasons(facts, wrong, NOW)) == [
        "complaint.not_filed",
        "complaint.handled_already",
        "complaint.process.missing",
        "complaint.at.future",
    ]


# Done over


@pytest.mark.parametrize(
    ("clause", "facts", "entry", "told"),
    [
        ("R191", case(**HANDLED), AGAIN, {}),
        ("R191", case(**HANDLED), replace(AGAIN, at=T0 + 2 * HOUR), {}),
        ("R191", case(), AGAIN, {"complaint.rework.nothing": None}),
        ("R191", case(**HANDLED), replace(AGAIN, why=""), {"complaint.rework.why": "why"}),
        (
            "R191",
            case(**HANDLED),
            replace(AGAIN, at=T0 + HOUR),
            {"complaint.at.before_handled": "at"},
        ),
        ("R86", case(**HANDLED), replace(AGAIN, at=NOW + DAY), {"complaint.at.future": "at"}),
    ],
)
def test_only_finished_work_is_done_over_and_says_why(
    clause: str, facts: CaseFacts, entry: ReworkEntry, told: dict[str, str | None]
) -> None:
    assert beside(rules.rework_reasons(facts, entry, NOW)) == told


# At once


@pytest.mark.parametrize("urgent", list(Urgency))
def test_r3_each_of_the_five_reasons_is_enough(urgent: Urgency) -> None:
    assert rules.immediate_reasons(case(filing=Filing.PENDING), {urgent}) == ()


def test_r3_acting_at_once_has_a_reason() -> None:
    assert beside(rules.immediate_reasons(case(), set())) == {
        "complaint.immediate.missing": "immediate"
    }


# The minute


SECONDS = timedelta(seconds=33)


@pytest.mark.parametrize(
    "known",
    [
        {"received_at": T0 + HOUR + SECONDS},
        {"handled_at": T0 + HOUR + SECONDS},
        {"eras": (Era("minor", T0 + HOUR + SECONDS),)},
        {"steps": (step("handed_out", T0 + HOUR + SECONDS),)},
        {"joint": (Complainant(1, "何小姐", "", "", "", T0 + HOUR + SECONDS),)},
        {"pauses": (Pause(1, "", T0 + HOUR + SECONDS, None, "等零件"),)},
        {"promises": (PromiseMade(1, "修", T0 + HOUR + SECONDS, "陳", "supervisor", NOW),)},
        {"correction": Correction("老化", "更換", "檢查", "李", T0.date(), T0 + HOUR + SECONDS)},
    ],
    ids=lambda known: next(iter(known)),
)
def test_a_time_typed_as_the_minute_of_an_event_follows_it(known: dict[str, Any]) -> None:
    facts = case(**known)
    assert rules.as_kept(facts, T0 + HOUR) == T0 + HOUR + SECONDS
    assert rules.as_kept(facts, T0 + HOUR + timedelta(seconds=5)) == T0 + HOUR + timedelta(
        seconds=5
    )
    for other in (T0 + HOUR - MINUTE, T0 + HOUR + MINUTE):
        assert rules.as_kept(facts, other) == other


def test_a_time_typed_to_the_whole_minute_of_an_event_is_that_event() -> None:
    assert rules.as_kept(case(), T0) == T0
    assert rules.as_kept(case(handled_at=T0 + MINUTE), T0) == T0
