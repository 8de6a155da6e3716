"""Computing open cases anew under the policy and the calendar of today: a deed that is told.

A record keeps the policy it was opened under, and due times that were told once stay. Only here
does either change, by a supervisor's word and with a reason.
"""

from dataclasses import dataclass

from desk.domain.complaint import OPEN_STATES
from desk.domain.permissions import Permission
from desk.domain.reasons import Reason
from desk.models.complaint import Complaint
from desk.models.lists import complaint as complaint_list
from desk.models.unit_of_work import UnitOfWork
from desk.services import complaint_case, policy
from desk.services.cleaning import Cleaning
from desk.services.workplace import Workplace

WHY_LIMIT = 400


@dataclass(frozen=True)
class Recomputed:
    """How many open cases were computed anew, and under which version of the policy."""

    cases: int
    number: int


def recompute_reasons(workplace: Workplace) -> tuple[Reason, ...]:
    """Why the clerk may not: the words on a shut button."""
    return workplace.missing(Permission.EDIT_POLICY)


def recompute(workplace: Workplace, why: str) -> Recomputed:
    """Put every open case under today's policy and calendar; each says from which to which."""
    with workplace.deed(Permission.EDIT_POLICY) as work:
        cleaning = Cleaning()
        why = cleaning.line(why, WHY_LIMIT, "why")
        cleaning.refuse(() if why else (Reason("policy.why.missing", "why"),))
        kept = policy.in_force(work, workplace.estate.custom.day(work.now))
        ids = complaint_list.ids_in(work.reader, OPEN_STATES)
        for complaint_id in ids:
            _recompute(work, complaint_id, kept, why)
        work.commit()
    return Recomputed(len(ids), kept.number)


def _recompute(work: UnitOfWork, complaint_id: int, kept: policy.KeptPolicy, why: str) -> None:
    row = work.get(Complaint, complaint_id)
    before = policy.by_id(work, row.policy_id).number
    row.policy_id = kept.id
    complaint_case.touch(row, work.now)
    complaint_case.settle(work, complaint_id, afresh=True)
    told = {"policy": [before, kept.number], "why": why}
    work.record("recomputed", complaint_case.KIND, complaint_id, told)


def settle_open(work: UnitOfWork) -> None:
    """Cases of a folder from before there were policies: what they owe is written for once."""
    for complaint_id in complaint_list.ids_in(work.reader, OPEN_STATES):
        complaint_case.settle(work, complaint_id)
