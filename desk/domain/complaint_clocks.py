"""The clocks 時限 of a case: what its policy starts, what has stopped, what is owed by when.

A clock is started by an event and met by another. While a severity holds, its rules run; a
promotion starts those of the graver level anew and leaves what was missed behind (K19), a clerk's
correction replaces them from the beginning.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from desk.domain import complaint_owed as owed
from desk.domain.business_calendar import BusinessCalendar
from desk.domain.complaint import Filing
from desk.domain.complaint_case import CaseFacts, Era, covers
from desk.domain.complaint_clock import CATEGORIES, Category, Clock, due_of, moments, pauses_of
from desk.domain.policy import ClockRule, Event, Policy


def clocks(facts: CaseFacts, policy: Policy, calendar: BusinessCalendar) -> tuple[Clock, ...]:
    """Every clock of the case, run or still running, by when it is due.

    The procedure says for each step who does it by when (R85), by whichever way the complaint came
    (R149); a promotion begins anew what is to be solved (K19). A case that is not filed has only
    the question of filing open (R163).
    """
    if facts.filing is not Filing.FILED:
        return tuple(owed.ask_first(facts, calendar))
    found = [
        *_ruled(facts, policy, calendar),
        *owed.callbacks(facts, policy, calendar),
        *owed.promises(facts, policy, calendar),
        *owed.promotion(facts, policy, calendar),
        *owed.consent(facts, policy, calendar),
    ]
    return tuple(sorted(found, key=_by_due))


def _by_due(clock: Clock) -> tuple[datetime, str]:
    return clock.due_at, clock.code


# The policy's clocks and forward rules


def _ruled(facts: CaseFacts, policy: Policy, calendar: BusinessCalendar) -> Iterator[Clock]:
    for rule in policy.every_clock():
        if rule.start is Event.PROMISED:
            continue
        for held in _held(facts, rule, policy):
            started = _started(facts, rule, policy, held)
            if started is not None:
                yield _clock(facts, rule, held, started, calendar)


@dataclass(frozen=True)
class _Held:
    """A time in which a rule held: from an era's beginning, under a severity, to its end."""

    severity: str
    since: datetime
    promoted: bool
    until: datetime | None


def _held(facts: CaseFacts, rule: ClockRule, policy: Policy) -> Iterator[_Held]:
    """The times in which the rule held.

    A correction carries the clock on under the new level, or ends it; a promotion begins anew.
    """
    ends = [*(era.since for era in facts.eras[1:]), None]
    held: _Held | None = None
    for era, until in zip(facts.eras, ends, strict=True):
        applies = covers(rule.scope, facts, policy, era.severity)
        if held is not None and applies and not _begins_anew(era, rule):
            held = replace(held, severity=era.severity, until=until)
            continue
        if held is not None:
            yield held
        held = _Held(era.severity, era.since, era.promoted, until) if applies else None
    if held is not None:
        yield held


def _begins_anew(era: Era, rule: ClockRule) -> bool:
    """A promotion starts the solving clocks anew (K19); a hand-out done is done."""
    return era.promoted and CATEGORIES.get(rule.end, Category.WORK) is Category.WORK


def _started(facts: CaseFacts, rule: ClockRule, policy: Policy, held: _Held) -> datetime | None:
    """When the rule's clock was started; not before the promotion that made it apply."""
    found = min(moments(facts, rule.start, policy), default=None)
    if found is None or not held.promoted:
        return found
    return max(found, held.since)


def _clock(
    facts: CaseFacts, rule: ClockRule, held: _Held, started: datetime, calendar: BusinessCalendar
) -> Clock:
    met, ended = _outcome(facts, rule, started, held.until)
    pauses = pauses_of(facts, rule.code)
    return Clock(
        code=rule.code,
        category=CATEGORIES.get(rule.end, Category.WORK),
        severity=held.severity,
        started_at=started,
        due_at=_due(facts, rule, started, calendar),
        clauses=rule.clauses,
        start=rule.start,
        end=rule.end,
        term=rule.term,
        bound=rule.bound,
        post=rule.post,
        approver=rule.approver,
        to=rule.to,
        met_at=met,
        ended_at=ended,
        pauses=pauses,
    )


def _due(
    facts: CaseFacts, rule: ClockRule, started: datetime, calendar: BusinessCalendar
) -> datetime:
    """The end of the term, or the time that the complainant asked for (R6, R142)."""
    if rule.as_wanted and facts.wanted_by is not None:
        return max(started, facts.wanted_by)
    return due_of(facts, rule.code, started, rule.term, calendar)


def _outcome(
    facts: CaseFacts, rule: ClockRule, started: datetime, until: datetime | None
) -> tuple[datetime | None, datetime | None]:
    """When the clock was met, or when it ended unmet: another level, or the case was closed.

    Papers and calls stay expected after the closing.
    """
    code = rule.code if rule.end is Event.FORWARDED else ""
    met = min((at for at in _done(facts, rule.end, code) if at >= started), default=None)
    if met is not None and (until is None or met <= until):
        return met, None
    if until is not None or rule.end in _AFTER_CLOSING:
        return None, until
    return None, facts.closed_at


def _done(facts: CaseFacts, event: Event, code: str) -> Iterator[datetime]:
    yield from moments(facts, event, None, code)
    if event is Event.ANSWERED:  # who hears the result has a clear answer
        yield from moments(facts, Event.TOLD, None)
    if event is Event.REPORTED and facts.report is not None and facts.closed_at is not None:
        yield max(facts.report.written_at, facts.closed_at)  # written before it closed (R93)
    if event is Event.HANDED_OUT:  # what the desk solves at once needs no department (R186)
        yield from moments(facts, Event.HANDLED, None)


_AFTER_CLOSING = (Event.SHEET_RETURNED, Event.REPORTED, Event.CALLED_BACK)
