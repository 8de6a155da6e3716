"""Calling the complainant back 回訪, and a new complaint of who is still not content.

R11, R94, R148, R176, R190, R191. Work that is done over is called back about once more: the round
of a callback is that of the work. Callbacks are made before and after the closing.
"""

from dataclasses import dataclass, replace
from datetime import datetime

from desk.domain import callback as rules
from desk.domain import complaint_closing as closing
from desk.domain.callback import CallbackEntry, CallbackHow, CallbackOutcome, Satisfaction
from desk.domain.permissions import Permission
from desk.domain.policy import Post
from desk.domain.reasons import Reason
from desk.errors import NotFound
from desk.models.callback import Callback
from desk.models.lists import complaint_detail
from desk.services import complaint, complaint_case
from desk.services.cleaning import Cleaning
from desk.services.complaint_case import Case
from desk.services.complaint_entry import entry_of
from desk.services.workplace import Workplace

__all__ = [
    "AgainEntry",
    "CallbackEntry",
    "CallbackHow",
    "CallbackOutcome",
    "Satisfaction",
    "call_back",
    "call_back_reasons",
    "complain_again",
    "complain_again_reasons",
    "order",
    "order_reasons",
]

ORDERED = "callback_ordered"
AGAIN = "complained_again"  # on the closed case: the number of the new one
FOLLOWS = "follows"  # on the new case: the number of the closed one


@dataclass(frozen=True)
class AgainEntry:
    """What is wrong still, since when, and what is asked for now; no time is now."""

    course: str
    demand: str
    occurred_at: datetime | None = None


def call_back(workplace: Workplace, complaint_id: int, version: int, entry: CallbackEntry) -> Case:
    """One callback, or one attempt (R94, R148, R176).

    An attempt that reached nobody is kept with its reason; it counts as done where the policy
    lets its outcome off, else the callback stays owed.
    """
    with workplace.deed(Permission.REGISTER) as work:
        case = complaint_case.opened(work, complaint_id, version)
        cleaning = Cleaning()
        entry = replace(
            entry,
            why=cleaning.line(entry.why, rules.WHY_LIMIT, "why"),
            opinion=cleaning.text(entry.opinion, rules.OPINION_LIMIT, "opinion"),
        )
        cleaning.refuse(rules.call_back_reasons(case.facts, entry, work.now))
        row = Callback(
            complaint_id=complaint_id,
            round=case.facts.round,
            at=closing.moment(entry.at, rules.told_at(case.facts), work.now),
            by_id=work.actor_id,
            how=entry.how,
            outcome=entry.outcome,
            why=entry.why,
            satisfaction=entry.satisfaction or "",
            opinion=entry.opinion,
        )
        work.add(row)
        return complaint_case.finished(work, case.row)


def order(workplace: Workplace, complaint_id: int, version: int, person: str) -> Case:
    """主管 orders the callback, and may say by whom (R148)."""
    with workplace.deed(Permission.REGISTER) as work:
        case = complaint_case.opened(work, complaint_id, version)
        cleaning = Cleaning()
        person = cleaning.line(person, rules.PERSON_LIMIT, "person")
        may_order = workplace.actor.role in case.policy.post(Post.SUPERVISOR).roles
        cleaning.refuse(rules.order_reasons(case.facts, may_order=may_order))
        complaint_case.add_step(work, complaint_id, ORDERED, person=person)
        return complaint_case.finished(work, case.row)


def complain_again(
    workplace: Workplace, complaint_id: int, version: int, entry: AgainEntry
) -> Case:
    """A new complaint that follows a closed one; each names the other. Returns the new case.

    Who complains, where and about whom are taken over; nothing is typed twice.
    """
    with workplace.deed(Permission.REGISTER) as work:
        case = complaint_case.opened(work, complaint_id, version)
        detail = complaint_detail.detail(work.reader, complaint_id)
        if detail is None:
            raise NotFound("complaint", str(complaint_id))
        Cleaning().refuse(rules.again_blockers(case.facts))
        before = entry_of(detail)
        anew = complaint.begun(
            workplace,
            work,
            replace(
                before,
                received_at=work.now,
                occurred_at=entry.occurred_at or work.now,
                reception_id=None,
                course=entry.course,
                demand=entry.demand,
                immediate=frozenset(),
                called_in="",
                wanted_by=None,
            ),
        )
        complaint_case.add_step(work, complaint_id, AGAIN, text=anew.number)
        complaint_case.add_step(work, anew.id, FOLLOWS, text=case.row.number)
        complaint_case.touch(case.row, work.now)
        return complaint_case.finished(work, anew)


# Why not: the words on a shut button


def call_back_reasons(workplace: Workplace, case: Case) -> tuple[Reason, ...]:
    """Why nobody is called back now."""
    return (*workplace.missing(Permission.REGISTER), *rules.call_back_blockers(case.facts))


def order_reasons(workplace: Workplace, case: Case) -> tuple[Reason, ...]:
    """Why the clerk may not order a callback."""
    may_order = workplace.actor.role in case.policy.post(Post.SUPERVISOR).roles
    refused = rules.order_reasons(case.facts, may_order=may_order)
    return (*workplace.missing(Permission.REGISTER), *refused)


def complain_again_reasons(workplace: Workplace, case: Case) -> tuple[Reason, ...]:
    """Why no new complaint follows this one."""
    return (*workplace.missing(Permission.REGISTER), *rules.again_blockers(case.facts))
