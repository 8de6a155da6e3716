"""Cases in which everything holds, and what takes away one condition of closing at a time."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from desk.domain.complaint import Nature, State
from desk.domain.complaint_case import (
    ApprovalGiven,
    CaseFacts,
    Correction,
    SideProblem,
    covers,
)
from desk.domain.policy import Condition, Policy
from tests.domain.cases import DAY, HOUR, T0, case, step

HANDLER, VERIFIER = 1, 2
NOW = T0 + DAY
LATE = T0 + 20 * DAY
DONE = T0 + HOUR

ON_SITE, ELSEWHERE, UNSOLVABLE = "on_site", "elsewhere", "unsolvable"
KINDS = (ON_SITE, ELSEWHERE, UNSOLVABLE)


def word(matter: str, at: datetime, decision: str = "granted", id: int = 1) -> ApprovalGiven:
    """What somebody above said."""
    return ApprovalGiven(id, matter, decision, "黃經理", at)


def closable(severity: str, kind: str, nature: Nature = Nature.EFFECTIVE) -> CaseFacts:
    """A case of which nothing is missing: worked on site or not, or found to be unsolvable."""
    facts = case(
        severity,
        nature=nature,
        state=State.HANDLED,
        on_site=kind == ON_SITE,
        handled_at=DONE,
        handled_by_id=HANDLER,
        result="已更換水泵，住戶滿意",
        signed_copy_at=DONE,
        notice_kind="document",
        notice_at=DONE,
        verified_at=DONE + HOUR,
        verified_by_id=VERIFIER,
        why_it_happened="水泵老化",
        what_was_learnt="巡查未及時",
        how_to_avoid="每月檢查",
        steps=(step("told", DONE + HOUR),),
        approvals=(word("close", DONE + HOUR), word("unsolvable", DONE + HOUR)),
        correction=Correction(
            "老化", "更換", "檢查", "工程部", date(2026, 4, 1), DONE, DONE, DONE, "林主管"
        ),
    )
    if kind != UNSOLVABLE:
        return replace(facts, approvals=facts.approvals[:1])
    return replace(
        facts,
        state=State.REGISTERED,
        unsolvable_at=DONE,
        **dict.fromkeys(("handled_at", "handled_by_id", "signed_copy_at", "notice_at"), None),
        verified_at=None,
        verified_by_id=None,
    )


@dataclass(frozen=True)
class Flip:
    """One condition taken away, when it is looked at, and what it must answer, of which kinds."""

    change: Callable[[CaseFacts], CaseFacts]
    answer: tuple[str, ...]
    kinds: tuple[str, ...] = KINDS
    now: datetime = NOW


def unhandled(facts: CaseFacts) -> CaseFacts:
    """As it was before it was handled, though everything else had been written down."""
    return replace(facts, state=State.REGISTERED, handled_at=None, handled_by_id=None)


def _late(facts: CaseFacts) -> CaseFacts:
    """All of it was done, long after its time."""
    return replace(
        facts,
        handled_at=LATE if facts.handled_at else None,
        unsolvable_at=LATE if facts.unsolvable_at else None,
        steps=(step("told", LATE + HOUR),),
        approvals=tuple(replace(one, at=LATE + HOUR) for one in facts.approvals),
    )


def _without(matter: str) -> Callable[[CaseFacts], CaseFacts]:
    def change(facts: CaseFacts) -> CaseFacts:
        kept = tuple(one for one in facts.approvals if one.matter != matter)
        return replace(facts, approvals=kept)

    return change


WORKED = (ON_SITE, ELSEWHERE)
FLIPS: Mapping[Condition, Flip] = {
    # What is told and agreed to is the outcome: without one, neither is there.
    Condition.HANDLED: Flip(unhandled, ("complaint.not_handled",), WORKED),
    Condition.RESULT: Flip(lambda one: replace(one, result=""), ("complaint.result.missing",)),
    Condition.SIGNED_COPY: Flip(
        lambda one: replace(one, signed_copy_at=None),
        ("complaint.signed_copy.missing",),
        (ON_SITE,),
    ),
    Condition.NOTICE: Flip(
        lambda one: replace(one, notice_at=None, notice_kind=""),
        ("complaint.notice.missing",),
        (ELSEWHERE,),
    ),
    Condition.VERIFIED: Flip(
        lambda one: replace(one, verified_at=None, verified_by_id=None),
        ("complaint.verified.missing",),
        WORKED,
    ),
    Condition.SIDE_PROBLEMS: Flip(
        lambda one: replace(one, sides=(SideProblem(1, "電梯大堂滲水"),)),
        ("complaint.side_problem.open",),
    ),
    Condition.AGREED: Flip(_without("close"), ("complaint.agreement.missing",)),
    Condition.CONSENT: Flip(_without("unsolvable"), ("complaint.consent.missing",), (UNSOLVABLE,)),
    Condition.OVERRUNS: Flip(_late, ("complaint.overrun.unapproved",), now=LATE + DAY),
    Condition.TOLD: Flip(lambda one: replace(one, steps=()), ("complaint.told.missing",)),
    Condition.SUMMARY: Flip(
        lambda one: replace(one, why_it_happened="", what_was_learnt="", how_to_avoid=""),
        (
            "complaint.why_it_happened.missing",
            "complaint.what_was_learnt.missing",
            "complaint.how_to_avoid.missing",
        ),
    ),
    Condition.CORRECTIVE_ACTION: Flip(
        lambda one: replace(one, correction=None), ("complaint.corrective_action.missing",)
    ),
}


def is_asked(policy: Policy, condition: Condition, facts: CaseFacts) -> bool:
    """Whether the policy asks a condition of a case like this."""
    rules = [rule for rule in policy.close if rule.condition is condition]
    return any(covers(rule.scope, facts, policy) for rule in rules)


def answers(policy: Policy, condition: Condition, facts: CaseFacts, kind: str) -> list[str]:
    """What taking a condition away has to answer under a policy: its reasons, or nothing."""
    flip = FLIPS[condition]
    if kind not in flip.kinds or not is_asked(policy, condition, facts):
        return []
    if condition is Condition.OVERRUNS:
        clocks = [one for one in policy.every_clock() if one.approver is not None]
        return list(flip.answer) * sum(covers(one.scope, facts, policy) for one in clocks)
    return list(flip.answer)


def follows_from_unhandled(policy: Policy, facts: CaseFacts) -> list[str]:
    """What nobody can have heard or agreed to before there is an outcome."""
    hanging = (Condition.TOLD, Condition.AGREED)
    return [code for one in hanging if is_asked(policy, one, facts) for code in FLIPS[one].answer]
