"""A pause of a case's clocks 時限暫停: one clock or all of them, with its reason (item 2, K10)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from desk.domain.complaint_approval import overruns
from desk.domain.complaint_case import CaseFacts, Pause
from desk.domain.complaint_clock import Clock
from desk.domain.complaint_handling import moment_reasons, open_blockers
from desk.domain.complaint_owed import PROMOTION
from desk.domain.policy import Event, Policy
from desk.domain.reasons import Reason

WHY_LIMIT = 400
ALL = ""


@dataclass(frozen=True)
class PauseEntry:
    """From when on which clock stands still (`ALL`: every one), and why."""

    at: datetime
    clock: str = ALL
    why: str = ""


@dataclass(frozen=True)
class ResumeEntry:
    """When which pause ended, and why it could go on."""

    at: datetime
    pause_id: int = 0
    why: str = ""


def stoppable(policy: Policy, running: Iterable[Clock]) -> tuple[str, ...]:
    """The codes of the running clocks that can stand still; what was promised by a day cannot."""
    rules = {one.code for one in policy.every_clock() if one.start is not Event.PROMISED}
    known = rules | {one.code for one in policy.callbacks} | {PROMOTION}
    codes = (one.code.partition(":")[0] for one in running if one.is_open)
    return tuple(dict.fromkeys(code for code in codes if code in known))


def standing_still(facts: CaseFacts) -> tuple[Pause, ...]:
    """The pauses that last."""
    return tuple(one for one in facts.pauses if one.ends_at is None)


def pause_blockers(
    facts: CaseFacts, policy: Policy, running: Iterable[Clock]
) -> tuple[Reason, ...]:
    """Nothing stands still after closing, nor where no clock runs or all stand still already."""
    return open_blockers(facts) or tuple(_nothing_to_pause(facts, policy, running))


def _nothing_to_pause(
    facts: CaseFacts, policy: Policy, running: Iterable[Clock]
) -> Iterator[Reason]:
    if any(one.clock == ALL for one in standing_still(facts)):
        yield Reason("clock.paused_already")
    elif not stoppable(policy, running):
        yield Reason("clock.none_runs")


def pause_reasons(
    facts: CaseFacts, policy: Policy, running: Iterable[Clock], entry: PauseEntry, now: datetime
) -> tuple[Reason, ...]:
    """A clock stands still once at a time, says why, and never from before its case began.

    Nor from before it ran out, once it has: that is an overrun, and has its approver (R150).
    """
    clocks = tuple(running)
    return (*open_blockers(facts), *_paused(facts, policy, clocks, entry, now))


def _paused(
    facts: CaseFacts, policy: Policy, running: tuple[Clock, ...], entry: PauseEntry, now: datetime
) -> Iterator[Reason]:
    if any(one.clock in (ALL, entry.clock) for one in standing_still(facts)):
        yield Reason("clock.paused_already", "clock")
    codes = stoppable(policy, running)
    if not codes or entry.clock not in (ALL, *codes):
        yield Reason("clock.not_running", "clock")
    if not entry.why:
        yield Reason("clock.pause.why", "why")
    late = (one for one in overruns(facts, running, now) if _concerns(entry, one))
    if any(entry.at < one.due_at for one in late):
        yield Reason("complaint.overrun.written_away", "at")
    yield from moment_reasons(facts, entry.at, now)


def _concerns(entry: PauseEntry, clock: Clock) -> bool:
    return entry.clock in (ALL, clock.code.partition(":")[0])


def resume_blockers(facts: CaseFacts) -> tuple[Reason, ...]:
    """Only what stands still can go on."""
    missing = () if standing_still(facts) else (Reason("clock.none_paused"),)
    return open_blockers(facts) or missing


def resume_reasons(facts: CaseFacts, entry: ResumeEntry, now: datetime) -> tuple[Reason, ...]:
    """A pause ends once, after it began, and says why the clock goes on."""
    return (*open_blockers(facts), *_resumed(facts, entry, now))


def _resumed(facts: CaseFacts, entry: ResumeEntry, now: datetime) -> Iterator[Reason]:
    pause = {one.id: one for one in standing_still(facts)}.get(entry.pause_id)
    if pause is None:
        yield Reason("clock.not_paused", "pause_id")
    elif entry.at < pause.starts_at:
        yield Reason("clock.resume.before_pause", "at")
    if not entry.why:
        yield Reason("clock.resume.why", "why")
    yield from moment_reasons(facts, entry.at, now)
