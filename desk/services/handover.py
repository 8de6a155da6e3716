"""What a clerk does to hand a need over 移交 (R203, R208-R218): hand over, accept, refuse."""

from dataclasses import replace
from datetime import date

from desk.domain import handover as rules
from desk.domain.handover import HandoverEntry
from desk.domain.permissions import Permission
from desk.domain.reasons import Reason
from desk.models.department import Department
from desk.models.handover import Handover
from desk.models.lists import handover as handover_list
from desk.models.lists.handover import HandoverRow, ReceivedRow
from desk.models.reception import Reception
from desk.models.unit_of_work import UnitOfWork
from desk.services import visit_answer
from desk.services.cleaning import Cleaning
from desk.services.first_asked import Duty, seen, seen_in
from desk.services.workplace import Workplace

__all__ = [
    "HandoverRow",
    "ReceivedRow",
    "accept",
    "accept_reasons",
    "hand_over",
    "hand_over_reasons",
    "received",
    "refuse",
]

RECEIVED = 500


# Deeds


def hand_over(workplace: Workplace, reception_id: int, version: int, entry: HandoverEntry) -> Duty:
    """Hand a need over in one of the three ways (R214-R216); a department's head receives it."""
    with workplace.deed(Permission.REGISTER) as work:
        work.get_as_seen(Reception, reception_id, version)
        cleaning = Cleaning()
        entry = replace(entry, person=cleaning.line(entry.person, rules.NAME_LIMIT, "person"))
        known = seen_in(work, reception_id)
        cleaning.refuse(_blockers(known), rules.entry_reasons(entry))
        work.add(_row(work, known, _with_head(work, entry)))
        return work.committed(seen, "reception", reception_id)


def accept(workplace: Workplace, handover_id: int, version: int, accepted_by: str) -> Duty:
    """Somebody takes it: from now on it is the receiver's record too (R218)."""
    with workplace.deed(Permission.REGISTER) as work:
        row = work.get_as_seen(Handover, handover_id, version)
        cleaning = Cleaning()
        accepted_by = cleaning.line(accepted_by, rules.NAME_LIMIT, "accepted_by")
        cleaning.refuse(rules.acceptance_reasons(_link(work, row), accepted_by))
        row.accepted_at, row.accepted_by, row.accepted_by_id = work.now, accepted_by, work.actor_id
        return work.committed(seen, "reception", row.reception_id)


def refuse(workplace: Workplace, handover_id: int, version: int, refused_by: str, why: str) -> Duty:
    """Somebody turned it away, against R206: kept for the inspection; the duty is back."""
    with workplace.deed(Permission.REGISTER) as work:
        row = work.get_as_seen(Handover, handover_id, version)
        cleaning = Cleaning()
        refused_by = cleaning.line(refused_by, rules.NAME_LIMIT, "refused_by")
        why = cleaning.line(why, rules.WHY_LIMIT, "why")
        cleaning.refuse(rules.refusal_reasons(_link(work, row), refused_by, why))
        row.refused_at, row.refused_by, row.refused_by_id = work.now, refused_by, work.actor_id
        row.why = why
        visit_answer.of_visit(work, row.reception_id)
        return work.committed(seen, "reception", row.reception_id)


# Looking


def received(
    workplace: Workplace, department_id: int, first: date, last: date
) -> tuple[ReceivedRow, ...]:
    """A department's own 《接待業主情況記錄》: what it took over, naming the first-asked (R218)."""
    custom = workplace.estate.custom
    since, until = custom.day_bounds(first)[0], custom.day_bounds(last)[1]
    with workplace.reading() as reader:
        return handover_list.received(reader, department_id, since, until, RECEIVED)


def hand_over_reasons(workplace: Workplace, known: Duty) -> tuple[Reason, ...]:
    """Why it may not be handed over now: the words on a shut button."""
    return (*workplace.missing(Permission.REGISTER), *_blockers(known))


def accept_reasons(workplace: Workplace, known: Duty) -> tuple[Reason, ...]:
    """Why nothing may be accepted or refused now: the words on a shut button."""
    last = known.last
    nothing = (Reason("handover.nothing"),)
    blockers = nothing if last is None else rules.receipt_blockers(last.link())
    return (*workplace.missing(Permission.REGISTER), *blockers)


# Parts


def _blockers(known: Duty) -> tuple[Reason, ...]:
    return rules.transfer_blockers(
        known.links,
        is_closed=known.is_closed,
        retransfer_forbidden=known.retransfer_forbidden,
    )


def _link(work: UnitOfWork, row: Handover) -> rules.Handover:
    chain = handover_list.links(work.reader, row.reception_id)
    return next(one for one in chain if one.id == row.id)


def _with_head(work: UnitOfWork, entry: HandoverEntry) -> HandoverEntry:
    """R208: a department's supervisor handles, where nobody else is named."""
    if entry.department_id is None:
        return entry
    head = work.get(Department, entry.department_id).head
    return replace(entry, person=entry.person or head)


def _row(work: UnitOfWork, known: Duty, entry: HandoverEntry) -> Handover:
    return Handover(
        reception_id=known.visit.id,
        recipient=entry.recipient,
        mode=entry.mode,
        department_id=entry.department_id,
        person=entry.person,
        consent=entry.consent,
        first_asked=known.visit.first_asked,
        at=work.now,
        by_id=work.actor_id,
    )
