"""What a supervisor may not save as the estate's policy: everything wrong with it, at once.

Each reason stands beside a place such as `clocks.2.term`, counted from 0 as in `policy_text`.
"""

from collections.abc import Iterator

from desk.domain import complaint, complaint_approval
from desk.domain import complaint_owed as owed
from desk.domain.approval import gives_word
from desk.domain.deadlines import Bound
from desk.domain.policy import (
    EVERY,
    CallbackRule,
    ClockRule,
    CloseRule,
    Condition,
    Event,
    Every,
    Policy,
    Post,
    ReportDay,
    Scope,
    Severity,
    Switches,
)
from desk.domain.policy_checks import between, code, labels, once, term, told
from desk.domain.policy_part_rules import move_in_reasons, order_reasons
from desk.domain.reasons import Reason
from desk.domain.release_pass_rule import PassKind, PassRule

REQUIRED = (Condition.HANDLED, Condition.RESULT)

# Clocks that the case itself runs, beside those of the policy.
RESERVED = frozenset({owed.ASK_FIRST, owed.CONSENT, owed.PROMISE, owed.PROMOTION})
DAYS = {Every.DAY: 1, Every.WEEK: 7, Every.MONTH: 31, Every.QUARTER: 31, Every.YEAR: 31}
SWITCHES = {"joint_from": (2, 1_000), "consent_months": (1, 12), "duty_open_days": (1, 3_660)}


def policy_reasons(policy: Policy) -> tuple[Reason, ...]:
    """Why the policy may not be kept.

    A case may not be closed before it is handled and without its result (R171, R174): these two
    conditions stay, for every case. Each severity has a time in which it is to be solved.
    """
    return tuple(_reasons(policy))


def _reasons(policy: Policy) -> Iterator[Reason]:
    yield from code(policy.code, "code")
    yield from labels(policy.labels, "labels")
    yield from _severities(policy.severities)
    yield from once("posts", (one.post for one in policy.posts))
    for at, post in enumerate(policy.posts):
        yield from labels(post.labels, f"posts.{at}.labels")
    yield from _clocks(policy)
    for at, callback in enumerate(policy.callbacks):
        yield from _callback(policy, callback, f"callbacks.{at}")
    yield from _close(policy)
    yield from once("forms", (one.act for one in policy.forms))
    for at, form in enumerate(policy.forms):
        yield from labels(form.labels, f"forms.{at}.labels")
    yield from once("reports", (one.code for one in policy.reports))
    for at, report in enumerate(policy.reports):
        yield from _report(policy, report, f"reports.{at}")
    yield from _passes(policy.passes)
    yield from order_reasons(policy.orders)
    yield from move_in_reasons(policy.move_in)
    yield from _switches(policy.switches)


def _severities(severities: tuple[Severity, ...]) -> Iterator[Reason]:
    """K1: minor, important, major under the policy's own names, each graver than the last."""
    ranks = {one.code: one.rank for one in severities}
    known = [str(one) for one in complaint.Severity]
    yield from once("severities", (one.code for one in severities))
    for at, one in enumerate(severities):
        if one.code not in known:
            yield Reason(
                "policy.severity.unknown",
                f"severities.{at}.code",
                told(f"severities.{at}.code", severity=one.code),
            )
        yield from labels(one.labels, f"severities.{at}.labels")
    for level in known:
        if level not in ranks:
            yield Reason(
                "policy.severity.missing", "severities", told("severities", severity=level)
            )
    found = [ranks[code] for code in known if code in ranks]
    if found != sorted(set(found)) or len(set(ranks.values())) < len(ranks):
        yield Reason("policy.severity.rank", "severities", told("severities"))


def _clocks(policy: Policy) -> Iterator[Reason]:
    yield from once("clocks", (one.code for one in policy.every_clock()))
    for name, clocks in (("clocks", policy.clocks), ("forwards", policy.forwards)):
        for at, clock in enumerate(clocks):
            yield from _clock(policy, clock, f"{name}.{at}")
    for at, clock in enumerate(policy.forwards):
        if clock.to is None:
            yield Reason("policy.forward.nowhere", f"forwards.{at}.to", told(f"forwards.{at}.to"))
    for severity in policy.severities:
        if not any(_solves(clock, severity.code) for clock in policy.clocks):
            yield Reason("policy.solve.missing", "clocks", told("clocks", severity=severity.code))


def _clock(policy: Policy, clock: ClockRule, place: str) -> Iterator[Reason]:
    yield from code(clock.code, f"{place}.code")
    if clock.code in RESERVED:
        yield Reason(
            "policy.code.reserved", f"{place}.code", told(f"{place}.code", code=clock.code)
        )
    yield from term(clock.term, f"{place}.term")
    if clock.start is clock.end:
        yield Reason("policy.clock.nothing", f"{place}.end", told(f"{place}.end"))
    yield from _scope(policy, clock.scope, f"{place}.scope")
    for field in ("post", "approver", "to", "or_to"):
        yield from _known(policy, getattr(clock, field), f"{place}.{field}")
    if clock.approver is not None and not _gives_word(policy, clock.approver):
        yield Reason(
            "policy.approver.nobody",
            f"{place}.approver",
            told(f"{place}.approver", post=clock.approver),
        )


def _gives_word(policy: Policy, post: Post) -> bool:
    """Whether anybody whose word counts may act for the post; else nothing gets past it."""
    return any(map(gives_word, policy.post(post).roles))


def _solves(clock: ClockRule, severity: str) -> bool:
    """Whether it says by when an effective complaint of this severity is to be handled."""
    covers = clock.scope.covers(severity, hot=False, joint=False, effective=True)
    is_limit = (clock.start, clock.end) == (Event.RECEIVED, Event.HANDLED)
    return covers and is_limit and clock.bound is Bound.CEILING


def _scope(policy: Policy, scope: Scope, place: str) -> Iterator[Reason]:
    known = {one.code for one in policy.severities}
    for level in scope.severities:
        if level not in known:
            yield Reason(
                "policy.severity.unknown",
                f"{place}.severities",
                told(f"{place}.severities", severity=level),
            )


def _known(policy: Policy, post: Post | None, place: str) -> Iterator[Reason]:
    if post is not None and post not in {one.post for one in policy.posts}:
        yield Reason("policy.post.unknown", place, told(place, post=post))


def _callback(policy: Policy, rule: CallbackRule, place: str) -> Iterator[Reason]:
    yield from code(rule.code, f"{place}.code")
    yield from term(rule.term, f"{place}.term")
    yield from _scope(policy, rule.scope, f"{place}.scope")
    yield from _known(policy, rule.post, f"{place}.post")
    yield from between(rule.least, 1, 100, f"{place}.least")
    yield from between(rule.coverage, 0, 100, f"{place}.coverage")
    for exception in rule.exceptions:
        yield from code(exception, f"{place}.exceptions")


def _close(policy: Policy) -> Iterator[Reason]:
    yield from once("close", (one.condition for one in policy.close))
    for at, rule in enumerate(policy.close):
        yield from _scope(policy, rule.scope, f"close.{at}.scope")
        asks_above = rule.condition in (Condition.AGREED, Condition.CONSENT)
        if asks_above and not _gives_word(policy, complaint_approval.ABOVE):
            place, post = f"close.{at}.condition", complaint_approval.ABOVE
            yield Reason("policy.approver.nobody", place, told(place, post=post))
    for condition in REQUIRED:
        if not any(_requires(rule, condition) for rule in policy.close):
            yield Reason("policy.close.required", "close", told("close", condition=condition))


def _requires(rule: CloseRule, condition: Condition) -> bool:
    return rule.condition is condition and rule.scope == EVERY


def _report(policy: Policy, report: ReportDay, place: str) -> Iterator[Reason]:
    yield from code(report.code, f"{place}.code")
    yield from labels(report.labels, f"{place}.labels")
    yield from _known(policy, report.post, f"{place}.post")
    yield from between(report.day, 1, DAYS[report.every], f"{place}.day")


def _passes(passes: tuple[PassRule, ...]) -> Iterator[Reason]:
    """K20: each kind of release pass has its locks."""
    yield from once("passes", (one.kind for one in passes))
    for at, one in enumerate(passes):
        if one.labels:
            yield from labels(one.labels, f"passes.{at}.labels")
    for kind in PassKind:
        if kind not in {one.kind for one in passes}:
            yield Reason("policy.pass.missing", "passes", told("passes", kind=kind))


def _switches(switches: Switches) -> Iterator[Reason]:
    place = "switches"
    for name, (least, most) in SWITCHES.items():
        yield from between(getattr(switches, name), least, most, f"{place}.{name}")
    if switches.promote_after is not None:
        yield from term(switches.promote_after, f"{place}.promote_after")
    if switches.promote_to not in set(complaint.Severity):
        severity = switches.promote_to
        yield Reason(
            "policy.severity.unknown",
            f"{place}.promote_to",
            told(f"{place}.promote_to", severity=severity),
        )
