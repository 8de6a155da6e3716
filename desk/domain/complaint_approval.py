"""What of a case waits for the word of somebody above: overruns, the close, a consent (K6).

R5, R6, R150: an overrun needs its approver 逾期批准人, whom the clock's rule names. R170: a major
case is closed only after 管理處負責人 agrees. R173: so is, once a quarter, what cannot be handled.
A word counts for what it was given about: an agreement from before the work was redone, a consent
from before the case was called unsolvable again, an approval from before the clock ran out
answer nothing.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from desk.domain import deadlines
from desk.domain.business_calendar import BusinessCalendar
from desk.domain.complaint import Filing, State
from desk.domain.complaint_case import CaseFacts, covers
from desk.domain.complaint_clock import Category, Clock
from desk.domain.deadlines import Term, Unit
from desk.domain.policy import Condition, Policy, Post
from desk.domain.reasons import Reason

AGREE = "close"
CONSENT = "unsolvable"
OVERRUN = "overrun:"
ABOVE = Post.OFFICE_MANAGER  # 管理處負責人, who agrees and consents


@dataclass(frozen=True)
class Wanted:
    """One word that is wanted now: what about, from whom, since when; `clock` is the overrun's."""

    matter: str
    post: Post
    since: datetime
    clock: Clock | None = None


def standing(facts: CaseFacts) -> tuple[Reason, ...]:
    """Nothing changes in what is closed (R174), was only explained, or is not filed yet (R152)."""
    if facts.state is State.CLOSED:
        return (Reason("complaint.closed"),)
    if facts.state is State.EXPLAINED:
        return (Reason("complaint.explained"),)
    if facts.filing is not Filing.FILED:
        return (Reason("complaint.not_filed"),)
    return ()


def is_unsolvable(facts: CaseFacts) -> bool:
    """Whether it cannot be handled for now (R173); what was handled after all is not."""
    return facts.unsolvable_at is not None and facts.handled_at is None


def completed_at(facts: CaseFacts) -> datetime | None:
    """Since when there is an outcome: handled, or found to be unsolvable; else None."""
    return facts.handled_at or facts.unsolvable_at


def is_approved(facts: CaseFacts, clock: Clock) -> bool:
    """Whether the overrun of this clock has its approver's word."""
    return _is_granted(facts, OVERRUN + clock.code, clock.due_at)


def is_agreed(facts: CaseFacts) -> bool:
    """R170: whether 管理處負責人 agreed to closing it as it now stands."""
    done, redone = completed_at(facts), facts.redone_at
    since = done if done is None or redone is None else max(done, redone)
    return _is_granted(facts, AGREE, since)


def is_consented(facts: CaseFacts) -> bool:
    """R173, R174: whether 管理處負責人 consented to what cannot be handled."""
    return _is_granted(facts, CONSENT, facts.unsolvable_at)


def _is_granted(facts: CaseFacts, matter: str, since: datetime | None) -> bool:
    """Whether the last word about a matter, given since then, was a yes."""
    if since is None:
        return False
    said = [one for one in facts.approvals if one.matter == matter and one.at >= since]
    return bool(said) and said[-1].granted


def overruns(facts: CaseFacts, running: Iterable[Clock], now: datetime) -> tuple[Clock, ...]:
    """Clocks that were missed, name an approver, and have no approval yet (R5, R6, R150)."""
    return tuple(
        clock
        for clock in running
        if clock.approver is not None and clock.is_missed(now) and not is_approved(facts, clock)
    )


def healed(before: Iterable[Clock], after: Iterable[Clock]) -> tuple[Clock, ...]:
    """Overruns that would be none after a correction: an overrun is approved, not written away."""
    left = {one.code for one in after}
    return tuple(one for one in before if one.code not in left)


def wants_agreement(facts: CaseFacts, policy: Policy) -> bool:
    """R170, K13: whether a case like this is closed only after somebody above agreed."""
    asked = [rule for rule in policy.close if rule.condition is Condition.AGREED]
    return any(covers(rule.scope, facts, policy) for rule in asked)


def wanted(
    facts: CaseFacts, policy: Policy, running: Iterable[Clock], now: datetime
) -> tuple[Wanted, ...]:
    """Every word that the case waits for now; nothing where nothing changes any more."""
    return () if standing(facts) else tuple(_wanted(facts, policy, running, now))


def _wanted(
    facts: CaseFacts, policy: Policy, running: Iterable[Clock], now: datetime
) -> Iterator[Wanted]:
    for clock in overruns(facts, running, now):
        assert clock.approver is not None
        yield Wanted(OVERRUN + clock.code, clock.approver, clock.due_at, clock)
    since = completed_at(facts)
    if since is not None and wants_agreement(facts, policy) and not is_agreed(facts):
        yield Wanted(AGREE, ABOVE, since)
    if is_unsolvable(facts) and not is_consented(facts):
        assert facts.unsolvable_at is not None
        yield Wanted(CONSENT, ABOVE, facts.unsolvable_at)


def matter_reasons(
    facts: CaseFacts, policy: Policy, running: Iterable[Clock], now: datetime, matter: str
) -> tuple[Reason, ...]:
    """Why nobody's word about a matter is wanted now."""
    if standing(facts):
        return standing(facts)
    if any(one.matter == matter for one in wanted(facts, policy, running, now)):
        return ()
    if matter == AGREE and wants_agreement(facts, policy) and completed_at(facts) is None:
        return (Reason("complaint.not_handled"),)
    if matter.startswith(OVERRUN) and not facts.granted(matter):
        return (Reason("approval.overrun.none"),)
    return (Reason("approval.not_wanted"),)


def approvals_wanted(
    facts: CaseFacts,
    policy: Policy,
    running: Iterable[Clock],
    calendar: BusinessCalendar,
    now: datetime,
) -> Iterator[Clock]:
    """What stands on the day's list as waiting for a word, expected the same day *(ours)*.

    An overrun that still runs is on the list by itself, with its approver; so is the consent,
    which is awaited at the end of its quarter.
    """
    for one in wanted(facts, policy, running, now):
        still_runs = one.clock is not None and one.clock.is_open
        if not still_runs and one.matter != CONSENT:
            yield Clock(
                code=one.matter,
                category=Category.APPROVAL,
                severity=facts.severity,
                started_at=one.since,
                due_at=deadlines.due(one.since, Term(1, Unit.SAME_DAY), calendar),
                post=one.post,
            )
