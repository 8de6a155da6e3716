"""The word from above about a case: overruns, the agreement to close, the consent (K6).

R5, R6, R150, R170, R173. A word is given in one of two ways, and never by the handler of the case.
Over the clerk's shoulder a second person signs in, who is not the clerk. Or whoever holds the post
sits at the desk herself: then nobody asks, and the word is her own deed, in her own session.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from desk.domain import complaint_approval as rules
from desk.domain import complaint_owed
from desk.domain.approval import Answer
from desk.domain.complaint_approval import CONSENT, OVERRUN, Wanted
from desk.domain.permissions import Permission
from desk.domain.policy import Post
from desk.domain.reasons import Reason
from desk.errors import RuleRefused
from desk.models.complaint import Complaint
from desk.models.lists import unsolvable as unsolvable_list
from desk.models.lists.unsolvable import UnsolvableRow
from desk.models.unit_of_work import UnitOfWork
from desk.services import approval, business_calendar, complaint_case
from desk.services.approval import Matter
from desk.services.complaint_case import Case
from desk.services.workplace import Workplace

__all__ = [
    "ApproveEntry",
    "UnsolvableRow",
    "approve",
    "approve_own",
    "consent",
    "consent_reasons",
    "own_reasons",
    "unsolvable",
    "wanted",
]

KIND = "complaint"


@dataclass(frozen=True)
class ApproveEntry:
    """The matters that were shown together, such as `overrun:solve.minor`, and the answer."""

    matters: tuple[str, ...]
    answer: Answer


def approve(workplace: Workplace, complaint_id: int, version: int, entry: ApproveEntry) -> Case:
    """A second person's word, given over the clerk's shoulder.

    She is another person than the clerk who asks and than the handler, and her role may act for
    the post that the clock's rule, or the clause, names. What was shown to her is kept.
    """
    workplace.require(Permission.READ)
    case = complaint_case.get(workplace, complaint_id)
    matters = _asked(workplace, case, version, entry.matters)
    also = partial(_settle, [complaint_id])
    approval.give_each(workplace, matters, entry.answer, also)
    return complaint_case.get(workplace, complaint_id)


def approve_own(workplace: Workplace, complaint_id: int, version: int, entry: ApproveEntry) -> Case:
    """The word of the clerk at the desk, who holds the post and did not handle the case.

    It is her own deed: nobody asks, no second person signs in, and login and password of the
    answer are not read.
    """
    workplace.require(Permission.READ)
    case = complaint_case.get(workplace, complaint_id)
    matters = _asked(workplace, case, version, entry.matters)
    also = partial(_settle, [complaint_id])
    approval.give_own(workplace, matters, entry.answer, also)
    return complaint_case.get(workplace, complaint_id)


def wanted(case: Case) -> tuple[Wanted, ...]:
    """Every word that the case waits for, as it stood when it was read."""
    return rules.wanted(case.facts, case.policy, case.clocks, case.seen_at)


def own_reasons(workplace: Workplace, case: Case, matters: Iterable[str]) -> tuple[Reason, ...]:
    """Why the clerk at the desk may not give the word herself; then a second person signs in."""
    asked = [_matter(case, None, one) for one in matters]
    return workplace.missing(Permission.READ) or approval.own_reasons(workplace, asked)


# The quarterly consent


def unsolvable(workplace: Workplace) -> tuple[UnsolvableRow, ...]:
    """The quarterly list: what cannot be handled and waits for the consent (R173)."""
    with workplace.reading() as reader:
        return unsolvable_list.waiting(reader, complaint_owed.CONSENT)


def consent(
    workplace: Workplace, seen: Sequence[tuple[int, int]], answer: Answer, *, own: bool = False
) -> tuple[Case, ...]:
    """One word about many cases, in the one sitting of the quarter (R173): all of them or none.

    `seen` are ids with the versions that were shown. With `own` who holds the post sits at the
    desk herself.
    """
    workplace.require(Permission.READ)
    cases = [complaint_case.get(workplace, key) for key, _version in seen]
    matters = [
        matter
        for case, (_key, version) in zip(cases, seen, strict=True)
        for matter in _asked(workplace, case, version, (CONSENT,))
    ]
    give = approval.give_own if own else approval.give_each
    give(workplace, matters, answer, partial(_settle, [key for key, _version in seen]))
    return tuple(complaint_case.get(workplace, key) for key, _version in seen)


def consent_reasons(workplace: Workplace, case: Case) -> tuple[Reason, ...]:
    """R173: consents are given once in a quarter, or in what the policy has for it.

    The sitting may last a day; what was forgotten waits for the next.
    """
    with workplace.reading() as reader:
        last = unsolvable_list.last_consent(reader, CONSENT)
        calendar = business_calendar.of(reader)
    if last is None:
        return ()
    months = case.policy.switches.consent_months
    until = complaint_owed.period_end(last, months, calendar)
    today, that_day = (calendar.wall(one).date() for one in (workplace.now(), last))
    if workplace.now() >= until or today == that_day:
        return ()
    told = {"day": that_day.isoformat(), "next": calendar.wall(until).date().isoformat()}
    return (Reason("approval.consent.held", None, told),)


# Parts


def _asked(workplace: Workplace, case: Case, version: int, codes: Iterable[str]) -> list[Matter]:
    """What the approver is asked about; RuleRefused for what is not wanted now."""
    chosen = tuple(dict.fromkeys(codes))
    found: list[Reason] = []
    for code in chosen:
        wrong = rules.matter_reasons(case.facts, case.policy, case.clocks, workplace.now(), code)
        found += [one for one in wrong if one not in found]
    if CONSENT in chosen and not found:
        found += consent_reasons(workplace, case)
    if found or not chosen:
        raise RuleRefused(found or [Reason("approval.not_wanted")])
    return [_matter(case, version, code) for code in chosen]


def _matter(case: Case, version: int | None, code: str) -> Matter:
    handler = case.facts.handled_by_id
    return Matter(
        kind=KIND,
        record_id=case.detail.id,
        code=code,
        roles=case.policy.post(_post(case, code)).roles,
        version=version,
        handled_by=() if handler is None else (handler,),
    )


def _post(case: Case, code: str) -> Post:
    """The approver that the clock's rule names; 管理處負責人 for the rest."""
    found = [one.post for one in wanted(case) if one.matter == code]
    if found:
        return found[0]
    rule = case.policy.rule(code.removeprefix(OVERRUN))
    return rule.approver if rule is not None and rule.approver is not None else rules.ABOVE


def _settle(complaint_ids: Iterable[int], work: UnitOfWork) -> None:
    """What a word leads to: the case is newer, and waits for it no more."""
    for complaint_id in complaint_ids:
        complaint_case.touch(work.get(Complaint, complaint_id), work.now)
        complaint_case.settle(work, complaint_id)
