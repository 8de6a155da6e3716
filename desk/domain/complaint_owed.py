"""What a case owes beside its policy's clocks: callbacks, promises, answers, consents."""

from collections.abc import Iterator
from datetime import datetime

from desk.domain import complaint_approval, deadlines
from desk.domain.business_calendar import BusinessCalendar
from desk.domain.callback import CallbackOutcome
from desk.domain.complaint import Filing
from desk.domain.complaint_case import CaseFacts, PromiseMade, covers
from desk.domain.complaint_clock import Category, Clock, due_of, moments, pauses_of
from desk.domain.deadlines import Term, Unit
from desk.domain.policy import CallbackRule, ClockRule, Event, Policy, Post

PROMOTION = "promotion"
ASK_FIRST = "ask_first"
PROMISE = "promise"
CONSENT = "consent"

_TODAY = Term(1, Unit.SAME_DAY)


def ask_first(facts: CaseFacts, calendar: BusinessCalendar) -> Iterator[Clock]:
    """R163: what was asked of 主管 or 管理處負責人 at once is answered the same day *(ours)*."""
    if facts.filing is Filing.ASKED and facts.asked_at is not None:
        yield Clock(
            code=ASK_FIRST,
            category=Category.APPROVAL,
            severity=facts.severity,
            started_at=facts.asked_at,
            due_at=deadlines.due(facts.asked_at, _TODAY, calendar),
            clauses=("R163",),
            end=Event.FILED,
            term=_TODAY,
            post=Post(facts.asked_post),
        )


def callbacks(facts: CaseFacts, policy: Policy, calendar: BusinessCalendar) -> Iterator[Clock]:
    """R11, R94, R148: callbacks after the result was told; R191: once more after rework."""
    for rule in policy.callbacks:
        if covers(rule.scope, facts, policy) and rule.coverage > 0:
            yield from _callback(facts, rule, policy, calendar)


def _callback(
    facts: CaseFacts, rule: CallbackRule, policy: Policy, calendar: BusinessCalendar
) -> Iterator[Clock]:
    started = max(moments(facts, rule.start, policy), default=None)
    if started is None:
        return
    turn = facts.round if rule.again else 1
    code = rule.code if turn == 1 else f"{rule.code}:{turn}"
    yield Clock(
        code=code,
        category=Category.CALLBACK,
        severity=facts.severity,
        started_at=started,
        due_at=due_of(facts, code, started, rule.term, calendar),
        clauses=rule.clauses,
        start=rule.start,
        end=Event.CALLED_BACK,
        term=rule.term,
        post=rule.post,
        met_at=called_back_at(facts, rule, turn),
        pauses=pauses_of(facts, rule.code),
    )


def called_back_at(facts: CaseFacts, rule: CallbackRule, turn: int) -> datetime | None:
    """When the callbacks of a round were enough: reached, or let off with a reason (R94)."""
    counted = [
        one.at
        for one in facts.callbacks
        if one.round == turn and one.outcome in (CallbackOutcome.REACHED, *rule.exceptions)
    ]
    return sorted(counted)[rule.least - 1] if len(counted) >= rule.least else None


def promises(facts: CaseFacts, policy: Policy, calendar: BusinessCalendar) -> Iterator[Clock]:
    """R9, R133: a promise once made is kept, and reported to the superior the same day."""
    for promise in facts.promises:
        yield _kept(facts, promise)
        for rule in policy.every_clock():
            if rule.start is Event.PROMISED and covers(rule.scope, facts, policy):
                yield _reported(facts, promise, rule, calendar)


def _kept(facts: CaseFacts, promise: PromiseMade) -> Clock:
    broken = facts.closed_at if promise.broken_why else None
    return Clock(
        code=f"{PROMISE}:{promise.id}",
        category=Category.PROMISE,
        severity=facts.severity,
        started_at=promise.made_at,
        due_at=max(promise.due_at, promise.made_at),
        clauses=("R133",),
        start=Event.PROMISED,
        end=Event.PROMISE_KEPT,
        met_at=promise.kept_at,
        ended_at=None if promise.kept_at else broken,
    )


def _reported(
    facts: CaseFacts, promise: PromiseMade, rule: ClockRule, calendar: BusinessCalendar
) -> Clock:
    return Clock(
        code=f"{rule.code}:{promise.id}",
        category=Category.REPORT,
        severity=facts.severity,
        started_at=promise.made_at,
        due_at=deadlines.due(promise.made_at, rule.term, calendar),
        clauses=rule.clauses,
        start=rule.start,
        end=rule.end,
        term=rule.term,
        bound=rule.bound,
        post=rule.post,
        approver=rule.approver,
        met_at=promise.reported_at,
        ended_at=None if promise.reported_at else facts.closed_at,
    )


def promotion(facts: CaseFacts, policy: Policy, calendar: BusinessCalendar) -> Iterator[Clock]:
    """R137 c: an effective complaint unsolved for a month becomes 重大 by itself."""
    term = policy.switches.promote_after
    if term is None or not facts.is_effective or _is_grave(facts, policy):
        return
    pauses = pauses_of(facts, PROMOTION)
    yield Clock(
        code=PROMOTION,
        category=Category.PROMOTION,
        severity=facts.severity,
        started_at=facts.received_at,
        due_at=deadlines.due(facts.received_at, term, calendar, pauses),
        clauses=("R137",),
        end=Event.HANDLED,
        term=term,
        met_at=facts.handled_at,
        ended_at=None if facts.handled_at else facts.closed_at,
        pauses=pauses,
    )


def _is_grave(facts: CaseFacts, policy: Policy) -> bool:
    rank = policy.severity(facts.severity).rank
    return rank >= policy.severity(policy.switches.promote_to).rank


def consent(facts: CaseFacts, policy: Policy, calendar: BusinessCalendar) -> Iterator[Clock]:
    """R173: what cannot be handled waits for the consent at the end of the quarter.

    What is handled after all waits for none.
    """
    since = facts.unsolvable_at
    if since is None:
        return
    said = [
        one
        for one in facts.approvals
        if one.matter == complaint_approval.CONSENT and one.at >= since
    ]
    given = [one.at for one in said if one.granted]
    yield Clock(
        code=CONSENT,
        category=Category.APPROVAL,
        severity=facts.severity,
        started_at=since,
        due_at=period_end(since, policy.switches.consent_months, calendar),
        clauses=("R173",),
        end=Event.CONSENTED,
        post=Post.OFFICE_MANAGER,
        met_at=max(given, default=None),
        ended_at=None if given else facts.handled_at or facts.closed_at,
    )


def period_end(moment: datetime, months: int, calendar: BusinessCalendar) -> datetime:
    """The end of the quarter, or of another period of whole months in the year."""
    day = calendar.wall(moment).date()
    after = (day.month - 1) // months * months + months
    years, month = divmod(after, 12)
    return calendar.midnight(day.replace(year=day.year + years, month=month + 1, day=1))
