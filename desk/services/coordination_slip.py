"""What is done with the coordination slip 《客戶接待事項協調單》 (F17, R211, R213)."""

from collections.abc import Iterable
from dataclasses import replace

from desk.domain import coordination_slip as rules
from desk.domain import first_asked as duty_rules
from desk.domain.coordination_slip import SlipCause, SlipEntry, SlipState
from desk.domain.first_asked import DutyScope
from desk.domain.permissions import Permission
from desk.domain.reasons import Reason
from desk.domain.signed_paper import Home
from desk.errors import RuleRefused
from desk.models.coordination_slip import CoordinationSlip, SlipDepartment
from desk.models.department import Department
from desk.models.handover import Handover
from desk.models.lists import department as department_list
from desk.models.lists.coordination_slip import SlipRow
from desk.models.reception import Reception
from desk.models.unit_of_work import UnitOfWork
from desk.services import visit_answer
from desk.services.cleaning import Cleaning
from desk.services.first_asked import Duty, seen, seen_in
from desk.services.workplace import Workplace

__all__ = [
    "SlipRow",
    "answer",
    "answer_reasons",
    "fill_for_several",
    "fill_for_wrong",
    "several_reasons",
    "signed_home",
    "wrong_reasons",
]

LETTER = "X"
ANSWERED = "slip_answered"


# Deeds


def fill_for_wrong(workplace: Workplace, handover_id: int, version: int, entry: SlipEntry) -> Duty:
    """A department was handed the wrong matter: it serves the customer, and fills a slip (R213)."""
    with workplace.deed(Permission.REGISTER) as work:
        link = work.get_as_seen(Handover, handover_id, version)
        known = seen_in(work, link.reception_id)
        seen_link = next(one.link() for one in known.chain if one.id == handover_id)
        blockers = rules.wrong_blockers(seen_link, is_closed=known.is_closed)
        _fill(work, known, SlipCause.WRONG_HANDOVER, entry, blockers, handover_id)
        link.wrong_at = work.now
        return work.committed(seen, "reception", link.reception_id)


def fill_for_several(
    workplace: Workplace, reception_id: int, version: int, entry: SlipEntry
) -> Duty:
    """Several departments: the slip names the lead department (R211).

    How many departments and divisions it names also judges whose duty the matter is (R212).
    """
    with workplace.deed(Permission.REGISTER) as work:
        visit = work.get_as_seen(Reception, reception_id, version)
        known = seen_in(work, reception_id)
        filled = _fill(
            work, known, SlipCause.SEVERAL_DEPARTMENTS, entry, _several_blockers(known), None
        )
        visit.duty_scope = _scope(work, filled)
        return work.committed(seen, "reception", reception_id)


def answer(workplace: Workplace, slip_id: int, version: int, result: str, answered_by: str) -> Duty:
    """The receiving department answers the result (R213)."""
    with workplace.deed(Permission.REGISTER) as work:
        row = work.get_as_seen(CoordinationSlip, slip_id, version)
        cleaning = Cleaning()
        result = cleaning.text(result, rules.TEXT_LIMIT, "result")
        answered_by = cleaning.line(answered_by, rules.NAME_LIMIT, "answered_by")
        cleaning.refuse(rules.answer_reasons(SlipState(row.state), result, answered_by))
        row.state, row.result = SlipState.ANSWERED, result
        row.answered_at, row.answered_by, row.answered_by_id = work.now, answered_by, work.actor_id
        visit_answer.of_visit(work, row.reception_id)
        return work.committed(seen, "reception", row.reception_id)


def signed_home(work: UnitOfWork, slip_id: int, home: Home) -> str:
    """The slip came home signed: the remark is what the department answered (R213)."""
    row = work.get(CoordinationSlip, slip_id)
    if rules.answer_blockers(SlipState(row.state)):
        return ""
    by = home.signed_by[: rules.NAME_LIMIT]
    if not home.remark:
        raise RuleRefused([Reason("coordination_slip.result.missing", "remark")])
    row.state, row.result = SlipState.ANSWERED, home.remark
    row.answered_at, row.answered_by, row.answered_by_id = work.now, by, work.actor_id
    visit_answer.of_visit(work, row.reception_id)
    return ANSWERED


# Looking


def wrong_reasons(workplace: Workplace, known: Duty) -> tuple[Reason, ...]:
    """Why the last hand-over cannot be called wrong now: the words on a shut button."""
    last = None if known.last is None else known.last.link()
    blockers = rules.wrong_blockers(last, is_closed=known.is_closed)
    return (*workplace.missing(Permission.REGISTER), *blockers)


def several_reasons(workplace: Workplace, known: Duty) -> tuple[Reason, ...]:
    """Why no slip for several departments is filled now: the words on a shut button."""
    return (*workplace.missing(Permission.REGISTER), *_several_blockers(known))


def answer_reasons(workplace: Workplace, known: Duty) -> tuple[Reason, ...]:
    """Why no slip is answered now: the words on a shut button."""
    waits = known.open_slip is not None
    blockers = () if waits else rules.answer_blockers(SlipState.ANSWERED)
    return (*workplace.missing(Permission.REGISTER), *blockers)


# Parts


def _several_blockers(known: Duty) -> tuple[Reason, ...]:
    return rules.several_blockers(is_closed=known.is_closed, has_slip=known.has_slip_for_several)


def _fill(  # noqa: PLR0913, PLR0917 - what a slip is about
    work: UnitOfWork,
    known: Duty,
    cause: SlipCause,
    entry: SlipEntry,
    blockers: Iterable[Reason],
    handover_id: int | None,
) -> SlipEntry:
    entry = _ready(entry, cause, blockers)
    lead = work.get(Department, entry.lead_id or 0)
    row = CoordinationSlip(
        number=work.next_number(LETTER),
        cause=cause,
        reception_id=known.visit.id,
        handover_id=handover_id,
        lead_id=lead.id,
        matter=entry.matter,
        addressee=entry.addressee,
        at=work.now,
        by_id=work.actor_id,
        state=SlipState.OPEN,
    )
    work.add(row)
    others = [work.get(Department, one) for one in entry.other_ids]
    work.add(*(SlipDepartment(slip_id=row.id, department_id=one.id) for one in others))
    return entry


def _ready(entry: SlipEntry, cause: SlipCause, blockers: Iterable[Reason]) -> SlipEntry:
    cleaning = Cleaning()
    entry = replace(
        entry,
        matter=cleaning.text(entry.matter, rules.TEXT_LIMIT, "matter"),
        addressee=cleaning.line(entry.addressee, rules.NAME_LIMIT, "addressee"),
        other_ids=tuple(dict.fromkeys(entry.other_ids)),
    )
    cleaning.refuse(blockers, rules.entry_reasons(entry, cause))
    return entry


def _scope(work: UnitOfWork, entry: SlipEntry) -> DutyScope:
    named = {entry.lead_id or 0, *entry.other_ids}
    divisions = department_list.divisions(work.reader, named)
    return duty_rules.scope_of(own=False, departments=len(named), divisions=divisions)
