"""Callbacks 回訪 after the result was told, and what follows from a dissatisfied answer.

R11, R94, R148, R176: the complainant is called back about the work and how content he is; who
cannot be reached or finds it inconvenient is written down with the reason, and is let off where
the policy says so. R191: work that did not content him is redone 返工, and called back about again.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from desk.domain.complaint import Filing, State
from desk.domain.complaint_case import CallbackMade, CaseFacts, covers
from desk.domain.complaint_clock import moments
from desk.domain.complaint_closing import moment_reasons
from desk.domain.policy import Event, Policy
from desk.domain.reasons import Reason

WHY_LIMIT = 400
OPINION_LIMIT = 4_000
PERSON_LIMIT = 120


class CallbackHow(StrEnum):
    """By which way it was asked (R190, R247)."""

    PHONE = "phone"  # 電話
    VISIT = "visit"  # 上門
    QUESTIONNAIRE = "questionnaire"  # 調查問卷


class CallbackOutcome(StrEnum):
    """What became of the attempt (R94)."""

    REACHED = "reached"  # 已回訪
    UNREACHABLE = "unreachable"  # 無法聯繫
    INCONVENIENT = "inconvenient"  # 不便回訪
    DECLINED = "declined"  # 拒絕回訪


class Satisfaction(StrEnum):
    """How content the complainant is (R176, R190); the month's rates count it (R12)."""

    SATISFIED = "satisfied"  # 滿意
    FAIR = "fair"  # 基本滿意
    DISSATISFIED = "dissatisfied"  # 不滿意


@dataclass(frozen=True)
class CallbackEntry:
    """One callback, or one attempt; texts are already clean, no time is now."""

    how: CallbackHow | None
    outcome: CallbackOutcome | None
    at: datetime | None = None
    why: str = ""
    satisfaction: Satisfaction | None = None
    opinion: str = ""


def told_at(facts: CaseFacts) -> datetime | None:
    """Since when there is something to call back about: told the result, or closed without."""
    told = max(moments(facts, Event.TOLD, None), default=None)
    return told or facts.closed_at


def call_back_blockers(facts: CaseFacts) -> tuple[Reason, ...]:
    """A callback follows the result; it is made before or after the closing."""
    if facts.state is State.EXPLAINED:
        return (Reason("complaint.explained"),)
    if facts.filing is not Filing.FILED:
        return (Reason("complaint.not_filed"),)
    return () if told_at(facts) is not None else (Reason("callback.not_told"),)


def call_back_reasons(facts: CaseFacts, entry: CallbackEntry, now: datetime) -> tuple[Reason, ...]:
    """R94: whoever is not reached is written down with the reason; R176: how content he is."""
    return (*call_back_blockers(facts), *_call_back(facts, entry, now))


def _call_back(facts: CaseFacts, entry: CallbackEntry, now: datetime) -> Iterator[Reason]:
    if entry.how is None:
        yield Reason("callback.how.missing", "how")
    yield from moment_reasons(entry.at, told_at(facts) or facts.received_at, now)
    match entry.outcome:
        case None:
            yield Reason("callback.outcome.missing", "outcome")
        case CallbackOutcome.REACHED:
            yield from _answered(entry)
        case _:
            if not entry.why:
                yield Reason("callback.why.missing", "why")
            if entry.satisfaction is not None:
                yield Reason("callback.not_reached", "satisfaction")


def _answered(entry: CallbackEntry) -> Iterator[Reason]:
    if entry.satisfaction is None:
        yield Reason("callback.satisfaction.missing", "satisfaction")
    if entry.satisfaction is Satisfaction.DISSATISFIED and not entry.opinion:
        yield Reason("callback.opinion.missing", "opinion")


def let_off(facts: CaseFacts, policy: Policy) -> frozenset[str]:
    """R94: the outcomes that every callback rule of the case takes for done; else call again."""
    rules = [one for one in policy.callbacks if covers(one.scope, facts, policy)]
    found = [frozenset(one.exceptions) for one in rules]
    return frozenset.intersection(*found) if found else frozenset()


def last_answer(facts: CaseFacts) -> CallbackMade | None:
    """The last callback of this round that reached somebody."""
    reached = [
        one
        for one in facts.callbacks
        if one.round == facts.round and one.outcome == CallbackOutcome.REACHED
    ]
    return reached[-1] if reached else None


def last_callback(facts: CaseFacts) -> CallbackMade | None:
    """What is known about the work as it stands (R191): the last answer, else the last attempt."""
    made = [one for one in facts.callbacks if one.round == facts.round]
    return last_answer(facts) or (made[-1] if made else None)


def is_dissatisfied(facts: CaseFacts) -> bool:
    """Whether the last answer of this round was a complaint again."""
    answer = last_answer(facts)
    return answer is not None and answer.satisfaction == Satisfaction.DISSATISFIED


def order_reasons(facts: CaseFacts, *, may_order: bool) -> tuple[Reason, ...]:
    """R148: 主管 orders the callback after completion."""
    if call_back_blockers(facts):
        return call_back_blockers(facts)
    return () if may_order else (Reason("callback.order.not_supervisor"),)


def again_blockers(facts: CaseFacts) -> tuple[Reason, ...]:
    """A closed case is not opened again (R174): who is not content complains anew, linked to it."""
    return () if facts.state is State.CLOSED else (Reason("callback.again.open"),)
