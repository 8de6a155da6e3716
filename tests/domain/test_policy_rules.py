"""What a supervisor may not save: a table of one change each, and what is told."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from desk.domain.deadlines import Bound, Term, Unit
from desk.domain.permissions import Role
from desk.domain.policy import Act, Condition, Event, Every, FormTitle, Policy, Post, Scope
from desk.domain.policy_rules import policy_reasons
from desk.services import policy as service

Change = Callable[[Policy], Policy]


def told(policy: Policy) -> list[tuple[str, str | None]]:
    return [(one.code.removeprefix("policy."), one.field) for one in policy_reasons(policy)]


def swap(name: str, at: int, **change: Any) -> Change:
    """One field of one part, otherwise."""

    def changed(policy: Policy) -> Policy:
        parts = list(getattr(policy, name))
        parts[at] = replace(parts[at], **change)
        return replace(policy, **{name: tuple(parts)})

    return changed


def drop(name: str, at: int) -> Change:
    def changed(policy: Policy) -> Policy:
        parts = getattr(policy, name)
        return replace(policy, **{name: (*parts[:at], *parts[at + 1 :])})

    return changed


def twice(name: str) -> Change:
    return lambda policy: replace(
        policy, **{name: (*getattr(policy, name), getattr(policy, name)[0])}
    )


def switch(**change: Any) -> Change:
    return lambda policy: replace(policy, switches=replace(policy.switches, **change))


WEEKS = Term(0, Unit.DAYS)
TITLES = {"zh_Hans": "登记表"}

# M2: clock 3 solves the important ones; post 4 is the estate manager; condition 0 is `handled`.
REFUSED: list[tuple[Change, str, str]] = [
    (lambda policy: replace(policy, code="from me"), "code.form", "code"),
    (lambda policy: replace(policy, labels=TITLES), "label.missing", "labels.zh_Hant"),
    (swap("severities", 0, labels={}), "label.missing", "severities.0.labels.zh_Hant"),
    (swap("severities", 0, code="tiny"), "severity.unknown", "severities.0.code"),
    (drop("severities", 1), "severity.missing", "severities"),
    (swap("severities", 0, rank=2), "severity.rank", "severities"),
    (swap("severities", 0, rank=9), "severity.rank", "severities"),
    (twice("severities"), "code.twice", "severities"),
    (swap("posts", 0, labels=TITLES), "label.missing", "posts.0.labels.zh_Hant"),
    (twice("posts"), "code.twice", "posts"),
    (drop("posts", 3), "post.unknown", "clocks.1.post"),
    (swap("posts", 5, roles=()), "approver.nobody", "clocks.2.approver"),
    (swap("clocks", 0, code="hand out"), "code.form", "clocks.0.code"),
    (swap("clocks", 0, code="solve:1"), "code.form", "clocks.0.code"),
    (swap("clocks", 0, code="promotion"), "code.reserved", "clocks.0.code"),
    (swap("clocks", 0, code="forward.by_supervisor"), "code.twice", "clocks"),
    (swap("clocks", 0, term=WEEKS), "term.amount.outside", "clocks.0.term.amount"),
    (swap("clocks", 0, end=Event.RECEIVED), "clock.nothing", "clocks.0.end"),
    (swap("clocks", 0, scope=Scope(("tiny",))), "severity.unknown", "clocks.0.scope.severities"),
    (drop("clocks", 3), "solve.missing", "clocks"),
    (swap("clocks", 3, bound=Bound.TARGET), "solve.missing", "clocks"),
    (swap("clocks", 3, scope=Scope(("important",), joint=True)), "solve.missing", "clocks"),
    (swap("forwards", 0, to=None), "forward.nowhere", "forwards.0.to"),
    (swap("callbacks", 0, least=0), "number.outside", "callbacks.0.least"),
    (swap("callbacks", 0, coverage=101), "number.outside", "callbacks.0.coverage"),
    (swap("callbacks", 0, coverage=-1), "number.outside", "callbacks.0.coverage"),
    (swap("callbacks", 0, exceptions=("no ",)), "code.form", "callbacks.0.exceptions"),
    (swap("callbacks", 0, term=WEEKS), "term.amount.outside", "callbacks.0.term.amount"),
    (drop("close", 0), "close.required", "close"),
    (drop("close", 1), "close.required", "close"),
    (swap("close", 0, scope=Scope(("major",))), "close.required", "close"),
    (swap("close", 1, scope=Scope(effective_only=True)), "close.required", "close"),
    (twice("close"), "code.twice", "close"),
    (swap("forms", 0, labels=TITLES), "label.missing", "forms.0.labels.zh_Hant"),
    (twice("forms"), "code.twice", "forms"),
    (swap("reports", 0, day=32), "number.outside", "reports.0.day"),
    (swap("reports", 0, every=Every.WEEK, day=8), "number.outside", "reports.0.day"),
    (twice("reports"), "code.twice", "reports"),
    (switch(joint_from=1), "number.outside", "switches.joint_from"),
    (switch(consent_months=0), "number.outside", "switches.consent_months"),
    (switch(duty_open_days=0), "number.outside", "switches.duty_open_days"),
    (switch(promote_after=WEEKS), "term.amount.outside", "switches.promote_after.amount"),
    (switch(promote_to="worst"), "severity.unknown", "switches.promote_to"),
    (swap("posts", 5, roles=(Role.RECEPTIONIST,)), "approver.nobody", "clocks.2.approver"),
    (swap("posts", 4, roles=(Role.QUALITY_SUPERVISOR,)), "approver.nobody", "close.5.condition"),
]


@pytest.mark.parametrize(("change", "code", "place"), REFUSED)
def test_it_may_not_be_saved(change: Change, code: str, place: str) -> None:
    assert (code, place) in told(change(service.profile("M2")))


@pytest.mark.parametrize(
    "change",
    [
        drop("close", 2),
        drop("close", 9),
        drop("callbacks", 0),
        drop("forwards", 0),
        swap("clocks", 3, term=Term(5, Unit.DAYS)),
        swap("clocks", 3, approver=None),
        swap("callbacks", 0, coverage=0),
        switch(promote_after=None, verifier_is_other=False),
        lambda policy: replace(policy, forms=(FormTitle(Act.INTAKE, "F4", policy.labels),)),
    ],
)
def test_it_may_be_saved(change: Change) -> None:
    assert told(change(service.profile("M2"))) == []


def test_every_place_names_itself_to_the_reader() -> None:
    reasons = policy_reasons(swap("posts", 5, roles=())(service.profile("M2")))
    assert [one.parameters["post"] for one in reasons] == [Post.GENERAL_MANAGER] * 2


def test_all_faults_are_told_at_once() -> None:
    policy = service.profile("M2")
    for change, _code, _place in (REFUSED[0], REFUSED[8], REFUSED[16], REFUSED[28]):
        policy = change(policy)
    assert {code for code, _place in told(policy)} == {
        "code.form",
        "label.missing",
        "term.amount.outside",
        "close.required",
    }


def test_handled_and_result_can_never_be_taken_away() -> None:
    """R171, R174."""
    policy = service.profile("M0")
    bare = replace(policy, close=())
    missing = [one.parameters["condition"] for one in policy_reasons(bare)]
    assert missing == [Condition.HANDLED, Condition.RESULT]
