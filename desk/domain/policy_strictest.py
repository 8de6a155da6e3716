"""The strictest of the chosen policies 從嚴: whoever keeps it breaks none of them (H).

Rules with the same code are one rule: the shorter term, the wider scope, the higher approver, the
clauses of all. Rules that only one manual has are kept as they are (K3, K4). Names and definitions
are those of the first chosen; the order of the choice is the estate's.
"""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import replace
from functools import reduce
from typing import TypeVar

from desk.domain import policy_part_strictest
from desk.domain.deadlines import Bound, strictness
from desk.domain.policy import (
    CallbackRule,
    ClockRule,
    CloseRule,
    Policy,
    Post,
    PostRule,
    Scope,
    Severity,
    Switches,
)
from desk.domain.policy_part import Labels, Part
from desk.domain.release_pass_rule import OWNER_RANKS, PassRule

CODE = "strictest"

# From the desk upwards: of two approvers the later is the higher (K6).
RANKS: tuple[Post, ...] = (
    Post.RECEPTIONIST,
    Post.DEPARTMENT_HEAD,
    Post.SUPERVISOR,
    Post.CUSTOMER_RELATIONS,
    Post.QUALITY_SUPERVISOR,
    Post.PROPERTY_MANAGER,
    Post.OFFICE_MANAGER,
    Post.COMPLAINT_DEPARTMENT,
    Post.GENERAL_MANAGER,
    Post.COMPANY_MANAGEMENT,
)

Rule = TypeVar("Rule")
Key = TypeVar("Key", bound=Hashable)


def strictest(policies: Sequence[Policy], labels: Labels) -> Policy:
    """One policy that holds all of them; a single one is itself. ValueError when there is none."""
    if len(policies) < 2:
        (only,) = policies
        return only
    return Policy(
        code=CODE,
        labels=labels,
        manuals=_union(one.manuals for one in policies),
        severities=_merged(policies, lambda one: one.severities, lambda one: one.code, _severity),
        posts=_merged(policies, lambda one: one.posts, lambda one: one.post, _post),
        clocks=_needed(_merged(policies, lambda one: one.clocks, lambda one: one.code, stricter)),
        forwards=_merged(policies, lambda one: one.forwards, lambda one: one.code, stricter),
        callbacks=_callbacks(policies),
        close=_merged(policies, lambda one: one.close, lambda one: one.condition, _close),
        forms=_merged(policies, lambda one: one.forms, lambda one: one.act, _first),
        reports=_merged(policies, lambda one: one.reports, lambda one: one.code, _first),
        passes=_merged(policies, lambda one: one.passes, lambda one: one.kind, _pass),
        orders=reduce(policy_part_strictest.orders, (one.orders for one in policies)),
        move_in=reduce(policy_part_strictest.move_in, (one.move_in for one in policies)),
        switches=reduce(_switches, (one.switches for one in policies)),
    )


def stricter(one: ClockRule, other: ClockRule) -> ClockRule:
    """Two clocks of one code as one: the shorter, for every case that either covers.

    An overrun is for the higher of both approvers (K6). The time that the complainant asked for
    stands only where both let it.
    """
    hard, mild = _by_term(one, other)
    approver = _higher(one, other)
    return replace(
        hard,
        clauses=_union((one.clauses, other.clauses)),
        scope=wider(one.scope, other.scope),
        approver=approver.approver,
        as_wanted=one.as_wanted and other.as_wanted,
        bound=Bound.CEILING if Bound.CEILING in (one.bound, other.bound) else Bound.TARGET,
        ours=(
            *(part for part in hard.ours if part is not Part.APPROVER),
            *(part for part in approver.ours if part is Part.APPROVER),
        ),
        to=hard.to or mild.to,
    )


def wider(one: Scope, other: Scope) -> Scope:
    """The cases that either covers, and as few more as can be said in one scope."""
    every = not one.severities or not other.severities
    return Scope(
        severities=() if every else _union((one.severities, other.severities)),
        hot=one.hot or other.hot,
        joint=one.joint and other.joint,
        effective_only=one.effective_only and other.effective_only,
    )


def _merged(
    policies: Iterable[Policy],
    parts: Callable[[Policy], Iterable[Rule]],
    key: Callable[[Rule], Key],
    merge: Callable[[Rule, Rule], Rule],
) -> tuple[Rule, ...]:
    """The rules of all, those of one key as one, in the order in which they first come."""
    found: dict[Key, Rule] = {}
    for policy in policies:
        for rule in parts(policy):
            known = found.get(key(rule))
            found[key(rule)] = rule if known is None else merge(known, rule)
    return tuple(found.values())


def _by_term(one: ClockRule, other: ClockRule) -> tuple[ClockRule, ClockRule]:
    """The stricter first; of two equal ones the first chosen."""
    if strictness(other.term) < strictness(one.term):
        return other, one
    return one, other


def _higher(one: ClockRule, other: ClockRule) -> ClockRule:
    return max(one, other, key=lambda rule: -1 if rule.approver is None else _rank(rule.approver))


def _rank(post: Post) -> int:
    return RANKS.index(post)


def _needed(clocks: tuple[ClockRule, ...]) -> tuple[ClockRule, ...]:
    """Without targets that another manual's ceiling has caught up with (K7)."""
    ceilings = [one for one in clocks if one.bound is Bound.CEILING]
    return tuple(one for one in clocks if not any(_makes_idle(two, one) for two in ceilings))


def _makes_idle(ceiling: ClockRule, one: ClockRule) -> bool:
    return (
        one.bound is Bound.TARGET
        and (ceiling.start, ceiling.end) == (one.start, one.end)
        and strictness(ceiling.term) <= strictness(one.term)
        and wider(ceiling.scope, one.scope) == ceiling.scope
    )


def _severity(one: Severity, other: Severity) -> Severity:
    return replace(
        one,
        definition=one.definition or other.definition,
        clauses=_union((one.clauses, other.clauses)),
    )


def _post(one: PostRule, other: PostRule) -> PostRule:
    return replace(one, roles=_union((one.roles, other.roles)))


def _callbacks(policies: Sequence[Policy]) -> tuple[CallbackRule, ...]:
    """The highest coverage and count within the shortest window (K8).

    A manual without exceptions is silent about them; where several name some, those of all hold.
    """
    merged = _merged(policies, lambda one: one.callbacks, lambda one: one.code, _callback)
    named = [rule for one in policies for rule in one.callbacks if rule.exceptions]
    return tuple(replace(rule, exceptions=_fewest(rule.code, named)) for rule in merged)


def _callback(one: CallbackRule, other: CallbackRule) -> CallbackRule:
    hard = other if strictness(other.term) < strictness(one.term) else one
    return replace(
        hard,
        clauses=_union((one.clauses, other.clauses)),
        least=max(one.least, other.least),
        coverage=max(one.coverage, other.coverage),
        again=one.again or other.again,
        scope=wider(one.scope, other.scope),
    )


def _fewest(code: str, named: Iterable[CallbackRule]) -> tuple[str, ...]:
    lists = [rule.exceptions for rule in named if rule.code == code]
    return tuple(one for one in _union(lists[:1]) if all(one in others for others in lists))


def _close(one: CloseRule, other: CloseRule) -> CloseRule:
    return replace(
        one,
        clauses=_union((one.clauses, other.clauses)),
        scope=wider(one.scope, other.scope),
        ours=tuple(part for part in one.ours if part in other.ours),
    )


def _pass(one: PassRule, other: PassRule) -> PassRule:
    """The locks of both (K20). A manual that is silent, whose rule is our reading, adds no lock's
    clause to one that speaks."""
    told, also = (other, one) if Part.RULE in one.ours else (one, other)
    is_silent = Part.RULE in also.ours and Part.RULE not in told.ours
    return replace(
        told,
        clauses=told.clauses if is_silent else _union((told.clauses, also.clauses)),
        owner=max(one.owner, other.owner, key=OWNER_RANKS.index),
        fees=one.fees or other.fees,
        returnable=one.returnable or other.returnable,
        labels=one.labels or other.labels,
        ours=told.ours if is_silent else tuple(part for part in one.ours if part in other.ours),
    )


def _first(one: Rule, _other: Rule) -> Rule:
    return one


def _switches(one: Switches, other: Switches) -> Switches:
    terms = [term for term in (one.promote_after, other.promote_after) if term is not None]
    return Switches(
        joint_from=min(one.joint_from, other.joint_from),
        promote_after=min(terms, key=strictness, default=None),
        promote_to=one.promote_to if one.promote_after else other.promote_to,
        consent_months=max(one.consent_months, other.consent_months),
        verifier_is_other=one.verifier_is_other or other.verifier_is_other,
        retransfer_forbidden=one.retransfer_forbidden or other.retransfer_forbidden,
        duty_open_days=min(one.duty_open_days, other.duty_open_days),
    )


def _union(lists: Iterable[Iterable[Key]]) -> tuple[Key, ...]:
    """Everything once, in the order in which it first comes."""
    return tuple(dict.fromkeys(one for several in lists for one in several))
