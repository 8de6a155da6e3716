"""When a case may be closed 銷項: every condition that is missing, all at once (R166-R174).

Each condition is one function of the case and its policy; the policy's close rules say which are
asked of which case.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from types import MappingProxyType

from desk.domain import deadlines
from desk.domain.business_calendar import BusinessCalendar
from desk.domain.complaint import Filing, State
from desk.domain.complaint_case import CaseFacts, covers
from desk.domain.complaint_clock import Category, Clock
from desk.domain.complaint_clocks import clocks
from desk.domain.deadlines import Term, Unit
from desk.domain.policy import Condition, Event, Policy, Post
from desk.domain.reasons import Reason

AGREE = "close"
CONSENT = "unsolvable"
OVERRUN = "overrun:"


def close_blockers(
    facts: CaseFacts, policy: Policy, calendar: BusinessCalendar, now: datetime
) -> tuple[Reason, ...]:
    """Everything that keeps the close button shut.

    A case that was never filed or is closed already is said alone; else the conditions of the
    policy are asked one by one, in its order.
    """
    standing = _standing(facts)
    if standing:
        return standing
    asked = _Asked(facts, policy, clocks(facts, policy, calendar), now)
    return tuple(
        reason
        for rule in policy.close
        if covers(rule.scope, facts, policy)
        for reason in CONDITIONS[rule.condition](asked)
    )


def overruns(facts: CaseFacts, running: Iterable[Clock], now: datetime) -> tuple[Clock, ...]:
    """Clocks that were missed, name an approver, and have no approval yet (R5, R6, R150)."""
    return tuple(
        clock
        for clock in running
        if clock.approver is not None
        and clock.is_missed(now)
        and not facts.granted(OVERRUN + clock.code)
    )


def approvals_wanted(
    facts: CaseFacts,
    policy: Policy,
    running: Iterable[Clock],
    calendar: BusinessCalendar,
    now: datetime,
) -> Iterator[Clock]:
    """What waits for a second person's word: overruns behind us, and the closing of a major case.

    An overrun that still runs is on the day's list by itself, with its approver.
    """
    if not facts.is_open:
        return
    for clock in overruns(facts, running, now):
        if not clock.is_open and clock.approver is not None:
            yield _wanted(facts, OVERRUN + clock.code, clock.approver, clock.due_at, calendar)
    asked = [rule for rule in policy.close if rule.condition is Condition.AGREED]
    if any(covers(rule.scope, facts, policy) for rule in asked):
        handled_at = facts.handled_at or facts.unsolvable_at
        if handled_at is not None and not facts.granted(AGREE):
            yield _wanted(facts, AGREE, Post.OFFICE_MANAGER, handled_at, calendar)


def _wanted(
    facts: CaseFacts, matter: str, post: Post, since: datetime, calendar: BusinessCalendar
) -> Clock:
    """Asked for from a moment on, and expected the same day *(ours)*."""
    return Clock(
        code=matter,
        category=Category.APPROVAL,
        severity=facts.severity,
        started_at=since,
        due_at=deadlines.due(since, Term(1, Unit.SAME_DAY), calendar),
        post=post,
    )


class _Asked:
    """What a condition is asked about."""

    def __init__(
        self, facts: CaseFacts, policy: Policy, running: tuple[Clock, ...], now: datetime
    ) -> None:
        self.facts = facts
        self.policy = policy
        self.clocks = running
        self.now = now

    @property
    def unsolvable(self) -> bool:
        """Whether it cannot be solved for now; then its work need not be finished (R173)."""
        return self.facts.unsolvable_at is not None


def _standing(facts: CaseFacts) -> tuple[Reason, ...]:
    """Nothing to close: closed already, explained on the spot, or not filed yet (R152)."""
    if facts.state is State.CLOSED:
        return (Reason("complaint.closed"),)
    if facts.state is State.EXPLAINED:
        return (Reason("complaint.explained"),)
    if facts.filing is not Filing.FILED:
        return (Reason("complaint.not_filed"),)
    return ()


def handled(asked: _Asked) -> Iterable[Reason]:
    """R171: nobody may close before handling is finished."""
    if asked.facts.state is not State.HANDLED and not asked.unsolvable:
        yield Reason("complaint.not_handled")


def result(asked: _Asked) -> Iterable[Reason]:
    """R174: the final result 最後處理結果 is written down."""
    if not asked.facts.result:
        yield Reason("complaint.result.missing", "result")


def signed_copy(asked: _Asked) -> Iterable[Reason]:
    """R166: work on site was signed for on the slip 維修服務單, and its copy is with the desk."""
    facts = asked.facts
    if facts.on_site and facts.signed_copy_at is None and not asked.unsolvable:
        yield Reason("complaint.signed_copy.missing")


def notice(asked: _Asked) -> Iterable[Reason]:
    """R167: other work needs a document, a text or the supervisor's word that it is done."""
    facts = asked.facts
    if not facts.on_site and facts.notice_at is None and not asked.unsolvable:
        yield Reason("complaint.notice.missing")


def verified(asked: _Asked) -> Iterable[Reason]:
    """R172, R167: what was reported is verified true 核實, by another than the handler."""
    facts = asked.facts
    if facts.verified_at is None:
        if not asked.unsolvable:
            yield Reason("complaint.verified.missing")
    elif asked.policy.switches.verifier_is_other and facts.verified_by_id == facts.handled_by_id:
        yield Reason("complaint.verified.by_handler")


def side_problems(asked: _Asked) -> Iterable[Reason]:
    """R168, R169: a side problem is filed on its own, or settled; else the case stays open."""
    waiting = [one for one in asked.facts.sides if not one.is_filed and one.settled_at is None]
    if waiting:
        yield Reason("complaint.side_problem.open", None, {"count": len(waiting)})


def agreed(asked: _Asked) -> Iterable[Reason]:
    """R170: a major case is closed only after 管理處負責人 agrees."""
    if not asked.facts.granted(AGREE):
        yield Reason("complaint.agreement.missing")


def consent(asked: _Asked) -> Iterable[Reason]:
    """R173: what cannot be handled is closed once a quarter, after 管理處負責人 coordinated."""
    if asked.unsolvable and not asked.facts.granted(CONSENT):
        yield Reason("complaint.consent.missing")


def overruns_approved(asked: _Asked) -> Iterable[Reason]:
    """R5, R6, R150: each overrun has the word of its approver."""
    for clock in overruns(asked.facts, asked.clocks, asked.now):
        assert clock.approver is not None
        told = {"clock": clock.code, "post": str(clock.approver)}
        yield Reason("complaint.overrun.unapproved", None, told)


def told(asked: _Asked) -> Iterable[Reason]:
    """R7, R147: the complainant has heard the result."""
    facts = asked.facts
    since = facts.handled_at or facts.unsolvable_at
    if not any(since is None or step.at >= since for step in facts.steps_of(Event.TOLD)):
        yield Reason("complaint.told.missing")


def summary(asked: _Asked) -> Iterable[Reason]:
    """R14, R132: why it happened, what was learnt, how to avoid it."""
    for field in ("why_it_happened", "what_was_learnt", "how_to_avoid"):
        if not getattr(asked.facts, field):
            yield Reason(f"complaint.{field}.missing", field)


def corrective_action(asked: _Asked) -> Iterable[Reason]:
    """R146: a grave case has its corrective-action sheet, done and verified."""
    sheet = asked.facts.correction
    if sheet is None:
        yield Reason("complaint.corrective_action.missing")
    elif sheet.verified_at is None:
        yield Reason("complaint.corrective_action.unverified")


CONDITIONS: Mapping[Condition, Callable[[_Asked], Iterable[Reason]]] = MappingProxyType(
    {
        Condition.HANDLED: handled,
        Condition.RESULT: result,
        Condition.SIGNED_COPY: signed_copy,
        Condition.NOTICE: notice,
        Condition.VERIFIED: verified,
        Condition.SIDE_PROBLEMS: side_problems,
        Condition.AGREED: agreed,
        Condition.CONSENT: consent,
        Condition.OVERRUNS: overruns_approved,
        Condition.TOLD: told,
        Condition.SUMMARY: summary,
        Condition.CORRECTIVE_ACTION: corrective_action,
    }
)
