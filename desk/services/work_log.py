"""What is done with the work log 工作日誌: write down, change, hand in, give back, look (R195)."""

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from desk.domain import numbering
from desk.domain import work_log as rules
from desk.domain.permissions import Permission
from desk.domain.policy import ReportDay
from desk.domain.reasons import Reason
from desk.domain.work_log import Kind, Measure, State, WorkLogEntry
from desk.errors import NotFound
from desk.models.estate import Unit
from desk.models.lists import Page
from desk.models.lists import history as history_list
from desk.models.lists import work_log as work_log_list
from desk.models.lists.work_log import Filter, Key, WorkLogRow
from desk.models.unit_of_work import UnitOfWork
from desk.models.work_log import WorkLog
from desk.services import policy
from desk.services.cleaning import Cleaning
from desk.services.search_words import terms_of
from desk.services.workplace import Workplace

__all__ = [
    "Key",
    "WorkLogFilter",
    "WorkLogRow",
    "change",
    "entry_of",
    "get",
    "give_back",
    "give_back_reasons",
    "kinds_for",
    "page",
    "register",
    "submit",
    "submit_reasons",
    "void",
    "void_reasons",
    "written",
]

KIND = "work_log"
LETTER = "L"
PAGE = 50


@dataclass(frozen=True)
class WorkLogFilter:
    """What the register is narrowed to; days are the estate's, both included."""

    kind: Kind | None = None
    state: State | None = None
    unit_id: int | None = None
    first_day: date | None = None
    last_day: date | None = None
    text: str = ""


# Deeds


def register(workplace: Workplace, entry: WorkLogEntry) -> WorkLogRow:
    """Number an entry and write it down; a check of filing asks who may do it (R154)."""
    with workplace.deed(rules.permission_for(entry.kind)) as work:
        row = written(workplace, work, entry)
        return work.committed(work_log_list.detail, KIND, row.id)


def written(workplace: Workplace, work: UnitOfWork, entry: WorkLogEntry) -> WorkLog:
    """An entry written down inside a deed, which goes on; every reason against it is raised."""
    workplace.require(rules.permission_for(entry.kind))
    entry = _ready(work, entry, None)
    row = WorkLog(
        number=work.next_number(LETTER, entry.happened_at),
        state=State.KEPT,
        entered_at=work.now,
        by_id=work.actor_id,
    )
    _write(workplace, work, row, entry)
    work.add(row)
    return row


def change(workplace: Workplace, entry_id: int, version: int, entry: WorkLogEntry) -> WorkLogRow:
    """Correct what was written down; the history keeps what it said (R195)."""
    with workplace.deed(rules.permission_for(entry.kind)) as work:
        row = work.get_as_seen(WorkLog, entry_id, version)
        _write(workplace, work, row, _ready(work, entry, row))
        return work.committed(work_log_list.detail, KIND, entry_id)


def submit(workplace: Workplace, entry_id: int, version: int, to: str) -> WorkLogRow:
    """Hand it in to the superior before going off duty (R195)."""
    with workplace.deed(Permission.REGISTER) as work:
        row = work.get_as_seen(WorkLog, entry_id, version)
        cleaning = Cleaning()
        to = cleaning.line(to, rules.NAME_LIMIT, "submitted_to")
        cleaning.refuse(rules.submit_reasons(Kind(row.kind), State(row.state), to))
        row.state, row.submitted_to, row.submitted_at = State.SUBMITTED, to, work.now
        row.back_by = rules.back_by(work.now, ZoneInfo(workplace.estate.zone))
        return work.committed(work_log_list.detail, KIND, entry_id)


def give_back(workplace: Workplace, entry_id: int, version: int, remark: str) -> WorkLogRow:
    """The superior signs it and gives it back, with a remark or without (R195)."""
    with workplace.deed(Permission.APPROVE) as work:
        row = work.get_as_seen(WorkLog, entry_id, version)
        cleaning = Cleaning()
        remark = cleaning.text(remark, rules.TEXT_LIMIT, "remark")
        is_own = row.by_id == work.actor_id
        cleaning.refuse(rules.return_reasons(State(row.state), is_own=is_own))
        row.state, row.remark = State.RETURNED, remark
        row.returned_at, row.returned_by_id = work.now, work.actor_id
        return work.committed(work_log_list.detail, KIND, entry_id)


def void(workplace: Workplace, entry_id: int, version: int, why: str) -> WorkLogRow:
    """Declare it void; it keeps its number and stays to be seen."""
    with workplace.deed(Permission.REGISTER) as work:
        row = work.get_as_seen(WorkLog, entry_id, version)
        workplace.require(rules.permission_for(Kind(row.kind)))
        cleaning = Cleaning()
        why = cleaning.line(why, rules.WHY_LIMIT, "why")
        cleaning.refuse(rules.void_reasons(State(row.state), why))
        row.state, row.void_why = State.VOID, why
        return work.committed(work_log_list.detail, KIND, entry_id)


# Looking


def get(workplace: Workplace, key: int | str) -> WorkLogRow:
    """One entry by its id or its number; NotFound when there is none."""
    with workplace.reading() as reader:
        if isinstance(key, int):
            found = work_log_list.detail(reader, key)
        else:
            found = work_log_list.detail_by_number(reader, key)
    if found is None:
        raise NotFound(KIND, str(key))
    return found


def page(
    workplace: Workplace, wanted: WorkLogFilter, after: Key | None = None, limit: int = PAGE
) -> Page[WorkLogRow]:
    """Some of the register, newest first, after the key of the last row seen."""
    custom = workplace.estate.custom
    first, last = wanted.first_day, wanted.last_day
    narrowed = Filter(
        kind=wanted.kind,
        state=wanted.state,
        unit_id=wanted.unit_id,
        since=custom.day_bounds(first)[0] if first else None,
        until=custom.day_bounds(last)[1] if last else None,
        terms=terms_of(wanted.text),
    )
    with workplace.reading() as reader:
        return work_log_list.entries(reader, narrowed, after, limit)


def kinds_for(workplace: Workplace) -> tuple[Kind, ...]:
    """What the clerk at the desk may write down."""
    workplace.require(Permission.READ)
    return tuple(kind for kind in Kind if workplace.allows(rules.permission_for(kind)))


def submit_reasons(workplace: Workplace, known: WorkLogRow) -> tuple[Reason, ...]:
    """Why it is not handed in now: the words on a shut button."""
    kind, state = Kind(known.kind), State(known.state)
    blockers = rules.submit_reasons(kind, state, known.submitted_to or known.by)
    return (*workplace.missing(Permission.REGISTER), *blockers)


def give_back_reasons(workplace: Workplace, known: WorkLogRow) -> tuple[Reason, ...]:
    """Why it is not given back now: the words on a shut button."""
    is_own = known.by_id == workplace.actor.id
    blockers = rules.return_reasons(State(known.state), is_own=is_own)
    return (*workplace.missing(Permission.APPROVE), *blockers)


def void_reasons(workplace: Workplace, known: WorkLogRow) -> tuple[Reason, ...]:
    """Why it is not declared void now: the words on a shut button."""
    missing = workplace.missing(rules.permission_for(Kind(known.kind)))
    return (*missing, *rules.void_reasons(State(known.state), known.number))


# Parts


def entry_of(known: WorkLogRow | WorkLog) -> WorkLogEntry:
    """What was written down, as it may be written down again."""
    told = {one.name: getattr(known, one.name) for one in fields(WorkLogEntry)}
    return WorkLogEntry(**told | {"kind": Kind(told["kind"]), "measure": Measure(told["measure"])})


def _ready(work: UnitOfWork, entry: WorkLogEntry, known: WorkLog | None) -> WorkLogEntry:
    """The entry with clean texts, or every reason against it."""
    cleaning = Cleaning()
    number = cleaning.line(entry.about, rules.NUMBER_LIMIT, "about")
    read = numbering.from_scan_code(number) or numbering.parse_number(number)
    entry = replace(
        entry,
        about=number if read is None else str(read),
        participants=cleaning.line(entry.participants, rules.NAMES_LIMIT, "participants"),
        topic=cleaning.line(entry.topic, rules.TOPIC_LIMIT, "topic"),
        text=cleaning.text(entry.text, rules.TEXT_LIMIT, "text"),
        findings=cleaning.text(entry.findings, rules.TEXT_LIMIT, "findings"),
        measure_text=cleaning.text(entry.measure_text, rules.TEXT_LIMIT, "measure_text"),
        plan=cleaning.text(entry.plan, rules.TEXT_LIMIT, "plan"),
    )
    cleaning.refuse(
        rules.entry_reasons(entry, work.now),
        _about_reasons(work, entry.about if read else ""),
        _change_reasons(known, entry),
    )
    return entry


def _about_reasons(work: UnitOfWork, number: str) -> Iterable[Reason]:
    """What was checked is one of the desk's records (R154)."""
    if number and history_list.record_of_number(work.reader, number) is None:
        return (Reason("work_log.about.unknown", "about"),)
    return ()


def _change_reasons(known: WorkLog | None, entry: WorkLogEntry) -> Iterable[Reason]:
    if known is None:
        return ()
    return rules.change_reasons(State(known.state), entry_of(known), entry)


def _write(workplace: Workplace, work: UnitOfWork, row: WorkLog, entry: WorkLogEntry) -> None:
    for field in fields(entry):
        setattr(row, field.name, getattr(entry, field.name))
    if entry.unit_id is not None:
        work.get(Unit, entry.unit_id)
    row.hand_in_by = _hand_in_by(workplace, work, entry)


def _hand_in_by(workplace: Workplace, work: UnitOfWork, entry: WorkLogEntry) -> datetime | None:
    """The end of the last day to hand it in (R195, R198)."""
    custom = workplace.estate.custom
    day = custom.day(entry.happened_at)
    last = rules.hand_in_by(entry, day, _summary_report(work, entry.last_day or day))
    return None if last is None else custom.day_bounds(last)[1]


def _summary_report(work: UnitOfWork, day: date) -> ReportDay | None:
    reports = policy.in_force(work, day).policy.reports
    return next((one for one in reports if one.code == rules.SUMMARY_REPORT), None)
