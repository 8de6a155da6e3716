"""What a clerk does with a complaint 投訴: register, change, look (F4, R132)."""

from dataclasses import dataclass
from datetime import date, datetime

from desk import hanzi
from desk.domain import complaint as rules
from desk.domain import search_text
from desk.domain.complaint import ComplaintEntry, ContentClass, Filing, Nature, Severity, State
from desk.domain.complaint_approval import healed
from desk.domain.permissions import Permission
from desk.domain.reasons import Reason
from desk.domain.reception import Kind
from desk.errors import RuleRefused
from desk.models.complaint import Complaint
from desk.models.lists import Page, complaint_detail
from desk.models.lists import complaint as complaint_list
from desk.models.lists import complaint_case as case_list
from desk.models.lists.complaint import ComplaintRow, Key
from desk.models.lists.complaint_detail import ComplaintDetail, Reclassification
from desk.models.reception import Reception
from desk.models.unit_of_work import UnitOfWork
from desk.services import complaint_case, personal_data, policy, service_callback_mark
from desk.services.cleaning import Cleaning
from desk.services.complaint_entry import (
    entry_for_resident,
    entry_from_reception,
    entry_of,
    ready,
)
from desk.services.policy import KeptPolicy
from desk.services.workplace import Workplace

__all__ = [
    "ComplaintDetail",
    "ComplaintFilter",
    "ComplaintRow",
    "Reclassification",
    "begun",
    "change",
    "change_reasons",
    "entry_for_resident",
    "entry_from_reception",
    "entry_of",
    "linked_reasons",
    "of_reception",
    "open_of_unit",
    "page",
    "print_reasons",
    "reclassifications",
    "register",
    "registered_count",
]

PAGE = 50
LETTER = "C"
KIND = "complaint"


@dataclass(frozen=True)
class ComplaintFilter:
    """What the register is narrowed to; days are the estate's, both included.

    `due`: an open clock runs out today or has run out; `overdue`: it has.
    """

    states: frozenset[State] = frozenset()
    severity: Severity | None = None
    nature: Nature | None = None
    content_class: ContentClass | None = None
    unit_id: int | None = None
    hot: bool | None = None
    due: bool = False
    overdue: bool = False
    first_day: date | None = None
    last_day: date | None = None
    text: str = ""


# Deeds


def register(workplace: Workplace, entry: ComplaintEntry) -> ComplaintDetail:
    """Number and keep a complaint; a visit it came from is marked as one."""
    with workplace.deed(Permission.REGISTER) as work:
        row = begun(workplace, work, entry)
        return work.committed(complaint_detail.detail, KIND, row.id)


def begun(workplace: Workplace, work: UnitOfWork, entry: ComplaintEntry) -> Complaint:
    """A complaint begun inside a deed, which goes on; every reason against it is raised."""
    workplace.require(Permission.REGISTER)
    entry = ready(work, entry, *linked_reasons(work, entry.reception_id))
    row = Complaint(
        number=work.next_number(LETTER, entry.received_at),
        received_by_id=work.actor_id,
        entered_at=work.now,
        state=State.REGISTERED,
        filing=Filing.PENDING,
        reception_id=entry.reception_id,
        policy_id=_in_force(workplace, work, entry).id,
    )
    _write(row, entry)
    work.add(row)
    complaint_case.begin(work, row)
    complaint_case.settle(work, row.id)
    _mark_visit(work, row)
    return row


def change(
    workplace: Workplace, complaint_id: int, version: int, entry: ComplaintEntry, why: str = ""
) -> ComplaintDetail:
    """Correct what was written down; a new judgement of the nature says why (R130)."""
    with workplace.deed(Permission.REGISTER) as work:
        row = work.get_as_seen(Complaint, complaint_id, version)
        cleaning = Cleaning()
        why = cleaning.line(why, rules.WHY_LIMIT, "why")
        before = Nature(row.nature)
        moved = [name for name in _MOVES_CLOCKS if getattr(row, name) != getattr(entry, name)]
        late = complaint_case.overrun(work, complaint_id) if moved else ()
        entry = ready(
            work,
            entry,
            *cleaning.reasons,
            *rules.change_blockers(State(row.state)),
            *rules.reclassification_reasons(before, entry.nature, why),
            *rules.regrading_reasons(row.severity, entry.severity, why),
            *rules.moved_reasons(row.received_at, entry.received_at, _done(work, complaint_id)),
        )
        graver = row.severity != entry.severity
        _write(row, entry)
        work.flush()
        if graver:
            complaint_case.judge_anew(work, row, why)
        if healed(late, complaint_case.overrun(work, complaint_id) if late else ()):
            raise RuleRefused([Reason("complaint.overrun.written_away", moved[0])])
        service_callback_mark.follow_case(work, row)
        complaint_case.settle(work, row.id)
        if before.is_communicative is not entry.nature.is_communicative:
            told = {"nature": [before, entry.nature], "why": why}
            work.record("reclassified", KIND, row.id, told)
        return work.committed(complaint_detail.detail, KIND, complaint_id)


# Looking


def page(
    workplace: Workplace, wanted: ComplaintFilter, after: Key | None = None, limit: int = PAGE
) -> Page[ComplaintRow]:
    """A page of the register, newest first."""
    custom = workplace.estate.custom
    terms = search_text.query_terms(wanted.text, hanzi)
    if wanted.text.strip() and not terms:
        return Page((), None)
    narrowed = complaint_list.Filter(
        states=wanted.states,
        severity=wanted.severity,
        nature=wanted.nature,
        content_class=wanted.content_class,
        unit_id=wanted.unit_id,
        hot=wanted.hot,
        due_before=_due_before(workplace, wanted),
        since=custom.day_bounds(wanted.first_day)[0] if wanted.first_day else None,
        until=custom.day_bounds(wanted.last_day)[1] if wanted.last_day else None,
        terms=terms,
    )
    with workplace.reading() as reader:
        return complaint_list.complaints(reader, narrowed, after, limit)


def registered_count(workplace: Workplace, limit: int) -> int:
    """How many complaints nobody has handled yet, counted up to the limit."""
    with workplace.reading() as reader:
        return complaint_list.count(reader, State.REGISTERED, limit)


def open_of_unit(workplace: Workplace, unit_id: int, limit: int = 20) -> tuple[ComplaintRow, ...]:
    """The unit's complaints that still wait for something, newest first."""
    with workplace.reading() as reader:
        return complaint_list.open_of_unit(reader, unit_id, rules.OPEN_STATES, limit)


def of_reception(workplace: Workplace, reception_id: int) -> ComplaintDetail | None:
    """The complaint a visit has become or joined, None while there is none."""
    with workplace.reading() as reader:
        number = complaint_list.number_of_reception(reader, reception_id)
        found = None if number is None else complaint_detail.detail_by_number(reader, number)
    return personal_data.shown(workplace, found)


def reclassifications(workplace: Workplace, complaint_id: int) -> tuple[Reclassification, ...]:
    """How the nature was judged anew, with reasons, oldest first (R130)."""
    with workplace.reading() as reader:
        return complaint_detail.reclassifications(reader, complaint_id)


def change_reasons(workplace: Workplace, detail: ComplaintDetail) -> tuple[Reason, ...]:
    """Why nothing may be changed now: the words on a shut button."""
    blockers = rules.change_blockers(State(detail.state))
    return (*workplace.missing(Permission.REGISTER), *blockers)


def print_reasons(workplace: Workplace) -> tuple[Reason, ...]:
    """Why its sheet may not be printed: the words on a shut button."""
    return workplace.missing(Permission.PRINT)


# Parts


def _due_before(workplace: Workplace, wanted: ComplaintFilter) -> datetime | None:
    """Until when a clock has to run out: now, or the end of today."""
    if wanted.overdue:
        return workplace.now()
    return workplace.after_today() if wanted.due else None


def linked_reasons(work: UnitOfWork, reception_id: int | None) -> tuple[Reason, ...]:
    """One visit becomes one complaint, or joins one; a second press registers nothing."""
    if reception_id is None:
        return ()
    number = complaint_list.number_of_reception(work.reader, reception_id)
    return () if number is None else (Reason("complaint.linked", None, {"number": number}),)


def _done(work: UnitOfWork, complaint_id: int) -> tuple[datetime, ...]:
    """When what was done in the case was done."""
    facts = case_list.facts(work.reader, complaint_id)
    return () if facts is None else tuple(one.at for one in facts.steps)


def _mark_visit(work: UnitOfWork, row: Complaint) -> None:
    if row.reception_id is None:
        return
    visit = work.get(Reception, row.reception_id)
    visit.kind = Kind.COMPLAINT
    work.record("became_complaint", "reception", visit.id, {"complaint": row.number})


def _in_force(workplace: Workplace, work: UnitOfWork, entry: ComplaintEntry) -> KeptPolicy:
    """The policy of the day on which the complaint was made."""
    day = workplace.estate.custom.day(entry.received_at)
    return policy.in_force(work.reader, day)


def _write(row: Complaint, entry: ComplaintEntry) -> None:
    for field in _WRITTEN:
        setattr(row, field, getattr(entry, field))
    row.immediate = "".join(sorted(entry.immediate))


_MOVES_CLOCKS = ("received_at", "wanted_by", "hot")
_WRITTEN = (
    "received_at",
    "occurred_at",
    "place",
    "channel",
    "unit_id",
    "resident_id",
    "complainant",
    "contact",
    "contact_method",
    "about",
    "course",
    "demand",
    "nature",
    "content_class",
    "severity",
    "topic",
    "hot",
    "impact",
    "called_in",
    "wanted_by",
)
