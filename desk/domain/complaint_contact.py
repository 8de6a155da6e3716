"""What is said while a case is open: a clear answer, progress, an urge, a leader called in.

R4, R150 明確答覆; R92 告知進度; R164 催辦; R133 no. 12, R141 請領導接手.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from desk.domain.complaint import ContactMethod
from desk.domain.complaint_case import CaseFacts
from desk.domain.complaint_clock import Clock
from desk.domain.complaint_handling import StepKind, case_blockers, moment_reasons, open_blockers
from desk.domain.policy import Event, Post
from desk.domain.reasons import Reason

CALLED = (Post.SUPERVISOR, Post.PROPERTY_MANAGER, Post.OFFICE_MANAGER)


@dataclass(frozen=True)
class SaidEntry:
    """Something said to or by a person: an answer, progress, an urge, a report."""

    at: datetime
    person: str = ""
    how: ContactMethod | None = None
    text: str = ""
    post: Post | None = None


@dataclass(frozen=True)
class Ageing:
    """How long a case has been open, how often it was urged, and when last (R164)."""

    open_for: timedelta
    urged: int = 0
    urged_at: datetime | None = None


def answer_blockers(facts: CaseFacts, running: Iterable[Clock]) -> tuple[Reason, ...]:
    """R4, R150: a major case owes its complainant a clear answer, once."""
    return open_blockers(facts) or tuple(_nothing_to_answer(running))


def _nothing_to_answer(running: Iterable[Clock]) -> Iterator[Reason]:
    owed = [one for one in running if one.end is Event.ANSWERED]
    if not owed:
        yield Reason("complaint.answer.not_owed")
    elif not any(one.is_open for one in owed):
        yield Reason("complaint.answer.given")


def answer_reasons(
    facts: CaseFacts, running: Iterable[Clock], entry: SaidEntry, now: datetime
) -> tuple[Reason, ...]:
    """R4, R150: the complainant of a major case gets a clear answer 明確答覆."""
    running = tuple(running)
    owed = [one.started_at for one in running if one.end is Event.ANSWERED and one.is_open]
    early = bool(owed) and entry.at < min(owed)
    before = (Reason("complaint.at.before_clock", "at"),) if early else ()
    return (*answer_blockers(facts, running), *_said(facts, entry, now), *before)


def progress_reasons(facts: CaseFacts, entry: SaidEntry, now: datetime) -> tuple[Reason, ...]:
    """R71, R92: progress is told in time; whom, how and what stands in the contact log."""
    return (*open_blockers(facts), *_said(facts, entry, now))


def urge_blockers(facts: CaseFacts) -> tuple[Reason, ...]:
    """R164: what was filed is urged until it is closed."""
    return case_blockers(facts)


def urge_reasons(facts: CaseFacts, entry: SaidEntry, now: datetime) -> tuple[Reason, ...]:
    """R164: whom the desk urged 催辦, and what they said."""
    return (*urge_blockers(facts), *_said(facts, entry, now))


def call_in_reasons(facts: CaseFacts, entry: SaidEntry, now: datetime) -> tuple[Reason, ...]:
    """R133 no. 12, R141: who cannot settle it calls 主管 or 經理, and says why."""
    return (*open_blockers(facts), *_called(entry), *_who_and_what(facts, entry, now))


def ageing(facts: CaseFacts, now: datetime) -> Ageing:
    """R164: how long it has been open, and when it was last urged; a closed one ages no more."""
    urged = [step.at for step in facts.steps_of(StepKind.URGED)]
    until = facts.closed_at or now
    return Ageing(max(until - facts.received_at, timedelta()), len(urged), max(urged, default=None))


def _said(facts: CaseFacts, entry: SaidEntry, now: datetime) -> Iterator[Reason]:
    if entry.how is None:
        yield Reason("complaint.how.missing", "how")
    yield from _who_and_what(facts, entry, now)


def _called(entry: SaidEntry) -> Iterator[Reason]:
    if entry.post not in CALLED:
        yield Reason("complaint.post.missing", "post")


def _who_and_what(facts: CaseFacts, entry: SaidEntry, now: datetime) -> Iterator[Reason]:
    if not entry.person:
        yield Reason("complaint.person.missing", "person")
    if not entry.text:
        yield Reason("complaint.words.missing", "text")
    yield from moment_reasons(facts, entry.at, now)
