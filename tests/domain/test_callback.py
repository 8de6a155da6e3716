"""Callbacks: when, with what answer, and which attempts count (R11, R94, R148, R176, R191)."""

from dataclasses import replace
from typing import Any

import pytest

from desk.domain import callback as rules
from desk.domain.callback import CallbackEntry, CallbackHow, CallbackOutcome, Satisfaction
from desk.domain.complaint import Filing, State
from desk.domain.complaint_case import CallbackMade, CaseFacts
from desk.domain.complaint_clocks import clocks
from desk.domain.policy import Policy, Scope
from desk.services.policy import profile
from tests.domain.cases import CALENDAR, DAY, HOUR, T0, case, step

NOW = T0 + 2 * DAY
HANDLED: dict[str, Any] = {"state": State.HANDLED, "handled_at": T0 + HOUR}
TOLD = case(**HANDLED, steps=(step("told", T0 + 2 * HOUR),))
CONTENT = CallbackEntry(
    CallbackHow.PHONE, CallbackOutcome.REACHED, satisfaction=Satisfaction.SATISFIED
)


def codes(facts: CaseFacts, entry: CallbackEntry) -> list[tuple[str, str | None]]:
    return [(one.code, one.field) for one in rules.call_back_reasons(facts, entry, NOW)]


def made(outcome: str, round: int = 1, satisfaction: str = "") -> CallbackMade:
    return CallbackMade(1, round, T0 + DAY, "陳大文", "phone", outcome, "", satisfaction)


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (TOLD, []),
        (replace(TOLD, state=State.CLOSED, closed_at=T0 + DAY), []),
        (case(state=State.CLOSED, closed_at=T0 + DAY), []),
        (case(**HANDLED), [("callback.not_told", None)]),
        (case(), [("callback.not_told", None)]),
        (case(state=State.EXPLAINED), [("complaint.explained", None)]),
        (case(filing=Filing.PENDING), [("complaint.not_filed", None)]),
    ],
)
def test_a_callback_follows_the_result_before_and_after_the_closing(
    facts: CaseFacts, expected: list[tuple[str, str | None]]
) -> None:
    assert codes(facts, CONTENT) == expected


def test_r176_who_was_reached_is_asked_how_content_and_why_not() -> None:
    silent = replace(CONTENT, satisfaction=None)
    assert codes(TOLD, silent) == [("callback.satisfaction.missing", "satisfaction")]
    angry = replace(CONTENT, satisfaction=Satisfaction.DISSATISFIED)
    assert codes(TOLD, angry) == [("callback.opinion.missing", "opinion")]
    assert codes(TOLD, replace(angry, opinion="仍有異味")) == []


@pytest.mark.parametrize("outcome", set(CallbackOutcome) - {CallbackOutcome.REACHED})
def test_r94_who_was_not_reached_is_kept_with_the_reason_and_says_nothing(
    outcome: CallbackOutcome,
) -> None:
    attempt = CallbackEntry(CallbackHow.VISIT, outcome)
    assert codes(TOLD, attempt) == [("callback.why.missing", "why")]
    assert codes(TOLD, replace(attempt, why="三次無人接聽")) == []
    told = replace(attempt, why="x", satisfaction=Satisfaction.SATISFIED)
    assert codes(TOLD, told) == [("callback.not_reached", "satisfaction")]


def test_everything_that_is_missing_is_said_at_once() -> None:
    assert codes(TOLD, CallbackEntry(None, None, T0)) == [
        ("callback.how.missing", "how"),
        ("closing.at.before", "at"),
        ("callback.outcome.missing", "outcome"),
    ]


@pytest.mark.parametrize(
    ("code", "severity", "allowed"),
    [
        ("M0", "major", set()),
        ("M1", "minor", {"unreachable", "inconvenient"}),
        ("M2", "minor", set()),
        ("M4", "minor", set()),
    ],
)
def test_k8_only_the_policy_lets_somebody_off(code: str, severity: str, allowed: set[str]) -> None:
    policy = profile(code)
    facts = replace(TOLD, eras=case(severity).eras)
    assert rules.let_off(facts, policy) == allowed
    for outcome in CallbackOutcome:
        if outcome is not CallbackOutcome.REACHED:
            assert still_owed(facts, policy, outcome) == (
                bool(policy.callbacks) and outcome not in allowed
            )


def test_a_rule_about_other_cases_takes_no_exception_away() -> None:
    m1 = profile("M1")
    grave = replace(m1.callbacks[0], code="grave", exceptions=(), scope=Scope(("major",)))
    both = replace(m1, callbacks=(*m1.callbacks, grave))
    assert rules.let_off(TOLD, both) == {"unreachable", "inconvenient"}
    assert rules.let_off(replace(TOLD, eras=case("major").eras), both) == frozenset()


def still_owed(facts: CaseFacts, policy: Policy, outcome: str) -> bool:
    """Whether a callback is still owed after one attempt with this outcome."""
    after = replace(facts, callbacks=(made(outcome),))
    owed = [one for one in clocks(after, policy, CALENDAR) if one.category == "callback"]
    return any(one.is_open for one in owed)


def test_the_last_answer_of_the_round_says_whether_anybody_is_dissatisfied() -> None:
    angry = replace(TOLD, callbacks=(made("reached", satisfaction="dissatisfied"),))
    assert rules.is_dissatisfied(angry)
    calmed = (*angry.callbacks, made("reached", satisfaction="satisfied"))
    assert not rules.is_dissatisfied(replace(angry, callbacks=calmed))
    assert rules.is_dissatisfied(replace(angry, callbacks=(*angry.callbacks, made("unreachable"))))
    redone = replace(angry, steps=(*angry.steps, step("reworked", T0 + DAY)))
    assert not rules.is_dissatisfied(redone)


def test_r148_the_supervisor_orders_the_callback_after_completion() -> None:
    assert rules.order_reasons(TOLD, may_order=True) == ()
    (refused,) = rules.order_reasons(TOLD, may_order=False)
    assert refused.code == "callback.order.not_supervisor"
    (early,) = rules.order_reasons(case(), may_order=True)
    assert early.code == "callback.not_told"


def test_r174_a_new_complaint_follows_only_what_is_closed() -> None:
    assert rules.again_blockers(case(state=State.CLOSED)) == ()
    (reason,) = rules.again_blockers(TOLD)
    assert reason.code == "callback.again.open"
