"""When a case may be closed 銷項: every condition that is missing, all at once (R166-R174).

Each condition is one function of the case and its policy; the policy's close rules say which are
asked of which case.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from types import MappingProxyType

from desk.domain.business_calendar import BusinessCalendar
from desk.domain.complaint import State
from desk.domain.complaint_approval import (
    completed_at,
    is_agreed,
    is_consented,
    is_unsolvable,
    overruns,
    standing,
)
from desk.domain.complaint_case import CaseFacts, covers
from desk.domain.complaint_clock import Clock
from desk.domain.complaint_clocks import clocks
from desk.domain.policy import Condition, Policy
from desk.domain.reasons import Reason


def close_blockers(
    facts: CaseFacts, policy: Policy, calendar: BusinessCalendar, now: datetime
) -> tuple[Reason, ...]:
    """Everything that keeps the close button shut.

    A case that was never filed or is closed already is said alone; else the conditions of the
    policy are asked one by one, in its order.
    """
    if standing(facts):
        return standing(facts)
    asked = _Asked(facts, policy, clocks(facts, policy, calendar), now)
    return tuple(
        reason
        for rule in policy.close
        if covers(rule.scope, facts, policy)
        for reason in CONDITIONS[rule.condition](asked)
    )


def conditions(
    facts: CaseFacts, policy: Policy, calendar: BusinessCalendar, now: datetime
) -> tuple[tuple[Condition, bool], ...]:
    """What has to hold before this very case is closed, in the policy's order, and what does.

    What cannot concern it is left out: no signed copy where nobody went (R166), no consent where
    the work was done (R173). All that a closed case was asked for held.
    """
    asked = _Asked(facts, policy, clocks(facts, policy, calendar), now)
    return tuple(
        (rule.condition, facts.state is State.CLOSED or not any(CONDITIONS[rule.condition](asked)))
        for rule in policy.close
        if covers(rule.scope, facts, policy) and _concerns(asked, rule.condition)
    )


def _concerns(asked: "_Asked", condition: Condition) -> bool:
    facts, is_done = asked.facts, not asked.unsolvable
    known = {
        Condition.HANDLED: is_done,
        Condition.VERIFIED: is_done,
        Condition.SIGNED_COPY: is_done and facts.on_site,
        Condition.NOTICE: is_done and not facts.on_site,
        Condition.CONSENT: asked.unsolvable,
        Condition.SIDE_PROBLEMS: bool(facts.sides),
        Condition.OVERRUNS: any(
            one.approver is not None and one.is_missed(asked.now) for one in asked.clocks
        ),
    }
    return known.get(condition, True)


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
        return is_unsolvable(self.facts)


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
    if not is_agreed(asked.facts):
        yield Reason("complaint.agreement.missing")


def consent(asked: _Asked) -> Iterable[Reason]:
    """R173: what cannot be handled is closed once a quarter, after 管理處負責人 coordinated."""
    if asked.unsolvable and not is_consented(asked.facts):
        yield Reason("complaint.consent.missing")


def overruns_approved(asked: _Asked) -> Iterable[Reason]:
    """R5, R6, R150: each overrun has the word of its approver."""
    for clock in overruns(asked.facts, asked.clocks, asked.now):
        assert clock.approver is not None
        told = {"clock": clock.code, "post": str(clock.approver)}
        yield Reason("complaint.overrun.unapproved", None, told)


def told(asked: _Asked) -> Iterable[Reason]:
    """R7, R147: the complainant has heard the result, and not that of before the rework (R191)."""
    if completed_at(asked.facts) is None or not asked.facts.told:
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
