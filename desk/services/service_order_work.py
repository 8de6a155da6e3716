"""The work of a service order 顧客委託服務單: sent, accepted, there, done and again (R240-R242)."""

from dataclasses import replace

from desk.domain import service_order as values
from desk.domain import service_order_deeds as rules
from desk.domain import service_order_part_rules as part_rules
from desk.domain import service_order_parts as part_values
from desk.domain.permissions import Permission
from desk.domain.service_order import (
    DispatchEntry,
    DoneEntry,
    EventKind,
    State,
    StepEntry,
)
from desk.domain.service_order_parts import ReworkEntry
from desk.models.service_order import ServiceRework
from desk.models.unit_of_work import UnitOfWork
from desk.services import (
    service_callback_follow,
    service_order_case,
    service_order_catalogue,
)
from desk.services.cleaning import Cleaning
from desk.services.service_order_case import Opened, Order, add_event, finished, opened
from desk.services.workplace import Workplace

__all__ = [
    "DispatchEntry",
    "DoneEntry",
    "ReworkEntry",
    "StepEntry",
    "accept",
    "arrive",
    "dispatch",
    "done",
    "rework",
]


def dispatch(workplace: Workplace, order_id: int, version: int, entry: DispatchEntry) -> Order:
    """Somebody is sent 派工: with skill, certificate, and the supplier's agreement in force (R251).

    From then on the clock to the door runs, unless a time was appointed (R240). Sending somebody
    else does not begin it anew.
    """
    with workplace.deed(Permission.REGISTER) as work:
        case = opened(work, order_id, version)
        cleaning = Cleaning()
        entry = replace(
            entry,
            why=cleaning.line(entry.why, values.WHY_LIMIT, "why"),
            skill=cleaning.line(entry.skill, values.CODE_LIMIT, "skill"),
        )
        row, at = case.row, entry.at or work.now
        skill = row.skill or entry.skill
        person = service_order_catalogue.person_of(work.reader, entry.person_id)
        day = workplace.estate.custom.day(at)
        unfit = service_order_catalogue.person_reasons(work.reader, row, person, skill, day)
        cleaning.refuse(
            rules.dispatch_reasons(case.facts, entry, work.now, row.person_id),
            () if entry.person_id is None else unfit,
        )
        assert person is not None
        row.person_id, row.provider, row.skill = person.id, person.name, skill
        row.employer, row.supplier_id = person.employer.kind, person.employer.supplier_id
        _sent(work, case, entry)
        told = {"person": person.name, "text": entry.why, "refers_to": person.id}
        add_event(work, order_id, EventKind.DISPATCHED, at=at, **told)
        return finished(workplace, work, row)


def accept(workplace: Workplace, order_id: int, version: int, entry: StepEntry) -> Order:
    """Whoever is sent has taken the slip 接單."""
    with workplace.deed(Permission.REGISTER) as work:
        case = opened(work, order_id, version)
        cleaning = Cleaning()
        entry = _ready(cleaning, entry)
        cleaning.refuse(rules.accept_reasons(case.facts, entry, work.now))
        case.row.accepted_at = entry.at or work.now
        _tell(work, case, EventKind.ACCEPTED, entry)
        return finished(workplace, work, case.row)


def arrive(workplace: Workplace, order_id: int, version: int, entry: StepEntry) -> Order:
    """Somebody stands at the door 到場 (R240)."""
    with workplace.deed(Permission.REGISTER) as work:
        case = opened(work, order_id, version)
        cleaning = Cleaning()
        entry = _ready(cleaning, entry)
        cleaning.refuse(rules.arrive_reasons(case.facts, entry, work.now))
        at = entry.at or work.now
        if case.facts.rework is None:
            case.row.state, case.row.arrived_at = State.ON_SITE, at
        else:
            work.get(ServiceRework, case.facts.rework.id).arrived_at = at
        _tell(work, case, EventKind.ARRIVED, entry)
        return finished(workplace, work, case.row)


def done(workplace: Workplace, order_id: int, version: int, entry: DoneEntry) -> Order:
    """The work is finished 完工: what was done and what it costs (R242); rework is free."""
    with workplace.deed(Permission.REGISTER) as work:
        case = opened(work, order_id, version)
        cleaning = Cleaning()
        work_done = cleaning.text(entry.work_done, values.PLAN_LIMIT, "work_done")
        entry = replace(entry, work_done=work_done)
        cleaning.refuse(rules.done_reasons(case.facts, entry, work.now))
        row, at, again = case.row, entry.at or work.now, case.facts.rework
        if again is None:
            row.amount, row.first_done_at = entry.amount, at
        else:
            work.get(ServiceRework, again.id).done_at = at
            service_callback_follow.done_again(workplace, work, order_id, at)
        row.state, row.done_at, row.work_done = State.DONE, at, entry.work_done
        told = {"person": row.provider, "text": _head(entry.work_done), "amount": row.amount}
        add_event(work, order_id, EventKind.DONE, at=at, **told)
        return finished(workplace, work, row)


def rework(workplace: Workplace, order_id: int, version: int, entry: ReworkEntry) -> Order:
    """The work is not as it should be: done again, free, until it is right (R256).

    Opinion, signature and callback were about the former work; they and the slip are asked for
    anew.
    """
    with workplace.deed(Permission.REGISTER) as work:
        case = opened(work, order_id, version)
        cleaning = Cleaning()
        entry = replace(
            entry,
            why=cleaning.line(entry.why, part_values.WHY_LIMIT, "why"),
            found_by=cleaning.line(entry.found_by, part_values.NAME_LIMIT, "found_by"),
        )
        cleaning.refuse(part_rules.rework_reasons(case.facts, entry, work.now))
        row, at = case.row, entry.at or work.now
        if row.closed_at is not None:
            add_event(work, order_id, EventKind.REOPENED, at=at, text=entry.why)
        row.reworks += 1
        _add_rework(work, case, entry)
        row.state, row.closed_at, row.closed_by_id = State.REWORK, None, None
        row.satisfaction, row.opinion, row.signed_on, row.signed_by = "", "", None, ""
        row.slip_back_at, row.slip_back_by, row.accepted_at = None, "", None
        told = {"person": entry.found_by, "text": entry.why, "refers_to": row.reworks}
        add_event(work, order_id, EventKind.REWORK, at=at, **told)
        service_callback_follow.done_over(work, order_id)
        return finished(workplace, work, row)


# Parts


def _ready(cleaning: Cleaning, entry: StepEntry) -> StepEntry:
    return replace(
        entry,
        person=cleaning.line(entry.person, values.NAME_LIMIT, "person"),
        note=cleaning.text(entry.note, values.REMARK_LIMIT, "note"),
    )


def _tell(work: UnitOfWork, case: Opened, kind: EventKind, entry: StepEntry) -> None:
    told = {"person": entry.person or case.row.provider, "text": entry.note}
    add_event(work, case.row.id, kind, at=entry.at or work.now, **told)


def _sent(work: UnitOfWork, case: Opened, entry: DispatchEntry) -> None:
    """The slip goes out: the first time of a visit begins its clock."""
    row, at, again = case.row, entry.at or work.now, case.facts.rework
    row.accepted_at = None
    if again is not None:
        visit = work.get(ServiceRework, again.id)
        if visit.dispatched_at is None:
            visit.dispatched_at = at
            visit.arrive_by = service_order_case.due_by(work, case, at)
    elif row.dispatched_at is None:
        row.dispatched_at, row.state = at, State.DISPATCHED
        row.arrive_by = service_order_case.due_by(work, case, at)


def _add_rework(work: UnitOfWork, case: Opened, entry: ReworkEntry) -> None:
    work.add(
        ServiceRework(
            order_id=case.row.id,
            place=case.row.reworks,
            why=entry.why,
            found_by=entry.found_by,
            at=entry.at or work.now,
            entered_at=work.now,
            by_id=work.actor_id,
        )
    )


def _head(text: str) -> str:
    return text[: values.REMARK_LIMIT]
