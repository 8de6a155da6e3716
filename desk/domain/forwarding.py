"""A case presented to those above 呈報: by the policy's forward rules, and jointly (R4-R6, R10).

R88, R142, R144; K3, K4: where two rules ask for it, both are met, each by itself.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from desk.domain.complaint import ContactMethod
from desk.domain.complaint_case import CaseFacts
from desk.domain.complaint_clock import Clock
from desk.domain.complaint_contact import SaidEntry
from desk.domain.complaint_handling import moment_reasons, open_blockers
from desk.domain.policy import Event, Policy, Post
from desk.domain.reasons import Reason

WRITTEN = frozenset({ContactMethod.LETTER, ContactMethod.EMAIL})


@dataclass(frozen=True)
class ForwardEntry:
    """Presented under a forward rule: to the person who holds the post, and how."""

    at: datetime
    rule: str = ""
    post: Post | None = None
    person: str = ""
    how: ContactMethod | None = None
    text: str = ""


def open_forwards(running: Iterable[Clock]) -> tuple[Clock, ...]:
    """The forward rules that are still to be met; K3, K4: each of them, however many."""
    return tuple(one for one in running if one.end is Event.FORWARDED and one.is_open)


def forward_blockers(facts: CaseFacts, running: Iterable[Clock]) -> tuple[Reason, ...]:
    """R4-R6, R88, R142, R144: a rule asks for the case to be presented, and it was not yet."""
    missing = () if open_forwards(running) else (Reason("complaint.forward.none"),)
    return open_blockers(facts) or missing


def forward_reasons(
    facts: CaseFacts, policy: Policy, running: Iterable[Clock], entry: ForwardEntry, now: datetime
) -> tuple[Reason, ...]:
    """R4, R142: presented to the very post that the rule names, or to its other (R144)."""
    clocks = {one.code: one for one in open_forwards(running)}
    return (
        *open_blockers(facts),
        *_presented(policy, clocks.get(entry.rule), entry),
        *moment_reasons(facts, entry.at, now),
    )


def _presented(policy: Policy, clock: Clock | None, entry: ForwardEntry) -> Iterator[Reason]:
    rule = policy.rule(entry.rule)
    if clock is None or rule is None:
        yield Reason("complaint.forward.rule", "rule")
    else:
        if entry.post is None or entry.post not in (rule.to, rule.or_to):
            yield Reason("complaint.forward.post", "post")
        if entry.at < clock.started_at:
            yield Reason("complaint.at.before_clock", "at")
    if not entry.person:
        yield Reason("complaint.person.missing", "person")
    if entry.how is None:
        yield Reason("complaint.how.missing", "how")


def joint_blockers(facts: CaseFacts, policy: Policy) -> tuple[Reason, ...]:
    """R10: three or more complain, and the last of them joined after the last report."""
    return open_blockers(facts) or tuple(_nothing_to_report(facts, policy))


def _nothing_to_report(facts: CaseFacts, policy: Policy) -> Iterator[Reason]:
    reported = [step.at for step in facts.steps_of(Event.JOINT_REPORTED)]
    if not facts.is_joint(policy):
        least = policy.switches.joint_from
        count = facts.complainants
        yield Reason("complaint.joint.too_few", None, {"count": count, "least": least})
    elif reported and max(reported) >= facts.joint[-1].joined_at:
        yield Reason("complaint.joint.reported_already")


def joint_reasons(
    facts: CaseFacts, policy: Policy, entry: SaidEntry, now: datetime
) -> tuple[Reason, ...]:
    """R10: a joint complaint is presented to 分公司投訴管理部門 in writing (F15)."""
    return (*joint_blockers(facts, policy), *_joint(facts, policy, entry, now))


def _joint(facts: CaseFacts, policy: Policy, entry: SaidEntry, now: datetime) -> Iterator[Reason]:
    if not entry.person:
        yield Reason("complaint.person.missing", "person")
    if entry.how not in WRITTEN:
        yield Reason("complaint.joint.written", "how")
    if facts.is_joint(policy) and entry.at < facts.joint[-1].joined_at:
        yield Reason("complaint.at.before_joined", "at")
    yield from moment_reasons(facts, entry.at, now)
