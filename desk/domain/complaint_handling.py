"""Handling a case 處理: what may be done with it, handled, done over, acted upon at once.

R3, R132, R145, R171, R191. Each rule takes the case, what the clerk wrote down (texts are clean)
and the moment, and names everything that is wrong at once; `..._blockers` ask the case alone: the
words on a shut button. Hand-outs, forwards and contacts are rooms of their own.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from desk.domain.complaint import Filing, State, Urgency
from desk.domain.complaint_case import CaseFacts
from desk.domain.policy import Event
from desk.domain.reasons import Reason

PROCESS_LIMIT = 20_000
PERSON_LIMIT = 80
WORDS_LIMIT = 4_000

_MINUTE = timedelta(minutes=1)


class StepKind(StrEnum):
    """What the journal of a case holds beside the events that meet its clocks."""

    SHEET_SIGNED = "sheet_signed"  # 領表人簽收
    PROGRESS = "progress"  # 告知進度
    URGED = "urged"  # 催辦
    CALLED_IN = "called_in"  # 請主管或經理接手
    IMMEDIATE = "immediate"  # 即時行動


@dataclass(frozen=True)
class HandleEntry:
    """How it was handled, when it was finished, by whom, and whether somebody went there."""

    at: datetime
    process: str = ""
    handler: str = ""
    on_site: bool = False


@dataclass(frozen=True)
class ReworkEntry:
    """Why what was done has to be done over, and when that was found."""

    at: datetime
    why: str = ""


def open_blockers(facts: CaseFacts) -> tuple[Reason, ...]:
    """R174, R161: nothing is done any more with what was closed or explained on the spot."""
    if facts.state is State.CLOSED:
        return (Reason("complaint.closed"),)
    if facts.state is State.EXPLAINED:
        return (Reason("complaint.explained"),)
    return ()


def case_blockers(facts: CaseFacts) -> tuple[Reason, ...]:
    """R152: what is followed up is filed first; R3: what is acted upon at once need not wait."""
    shut = open_blockers(facts)
    if shut or facts.filing is Filing.FILED or facts.immediate:
        return shut
    return (Reason("complaint.not_filed"),)


def work_blockers(facts: CaseFacts) -> tuple[Reason, ...]:
    """R143, R145: work is given out and finished once, until it has to be done over."""
    shut = case_blockers(facts)
    if facts.state is State.HANDLED:
        return (*shut, Reason("complaint.handled_already"))
    return shut


def moment_reasons(facts: CaseFacts, at: datetime, now: datetime) -> Iterator[Reason]:
    """Nothing is done in the future, nor before the complaint was reported (R86: the real time)."""
    if at > now + _MINUTE:
        yield Reason("complaint.at.future", "at")
    if at < facts.received_at:
        yield Reason("complaint.at.before_received", "at")


def as_kept(facts: CaseFacts, at: datetime) -> datetime:
    """The desk writes minutes: what was typed as the very minute of an event came after it."""
    if at.second or at.microsecond:
        return at
    known = (
        facts.received_at,
        facts.handled_at,
        *(one.since for one in facts.eras),
        *(one.at for one in facts.steps),
        *(one.joined_at for one in facts.joint),
        *(one.made_at for one in facts.promises),
        *(one.starts_at for one in facts.pauses),
        facts.correction.written_at if facts.correction is not None else None,
    )
    found = (one for one in known if one is not None and at <= one < at + _MINUTE)
    return max(found, default=at)


def handle_reasons(facts: CaseFacts, entry: HandleEntry, now: datetime) -> tuple[Reason, ...]:
    """R145: the process is recorded when the work is finished; R171 waits for it."""
    return (*work_blockers(facts), *_handled(facts, entry), *moment_reasons(facts, entry.at, now))


def _handled(facts: CaseFacts, entry: HandleEntry) -> Iterator[Reason]:
    if not entry.process:
        yield Reason("complaint.process.missing", "process")
    redone = [step.at for step in facts.steps_of(Event.REWORKED)]
    if redone and entry.at < max(redone):
        yield Reason("complaint.at.before_rework", "at")


def rework_blockers(facts: CaseFacts) -> tuple[Reason, ...]:
    """R191: only what was done can be done over."""
    shut = open_blockers(facts)
    if not shut and facts.state is not State.HANDLED:
        return (Reason("complaint.rework.nothing"),)
    return shut


def rework_reasons(facts: CaseFacts, entry: ReworkEntry, now: datetime) -> tuple[Reason, ...]:
    """R191 (9): work that is done over says why, and is called back about once more."""
    return (*rework_blockers(facts), *_rework(facts, entry), *moment_reasons(facts, entry.at, now))


def _rework(facts: CaseFacts, entry: ReworkEntry) -> Iterator[Reason]:
    if not entry.why:
        yield Reason("complaint.rework.why", "why")
    if facts.handled_at is not None and entry.at < facts.handled_at:
        yield Reason("complaint.at.before_handled", "at")


def immediate_reasons(facts: CaseFacts, urgent: Collection[Urgency]) -> tuple[Reason, ...]:
    """R3: one of the five reasons is enough to act at once."""
    missing = () if urgent else (Reason("complaint.immediate.missing", "immediate"),)
    return (*open_blockers(facts), *missing)
