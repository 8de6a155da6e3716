"""The inspection of the first-asked duty (R220, R221): what may be a breach, what was found."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime

from desk.domain import breach as rules
from desk.domain.breach import BreachEntry, BreachKind, Candidate, DutyRecord
from desk.domain.permissions import Permission
from desk.domain.reasons import Reason
from desk.models.breach import Breach
from desk.models.department import Department
from desk.models.handover import Handover
from desk.models.lists import Reader
from desk.models.lists import breach as breach_list
from desk.models.lists import handover as handover_list
from desk.models.lists.breach import FoundRow, InspectedVisit
from desk.models.lists.handover import HandoverRow
from desk.models.reception import Reception
from desk.models.unit_of_work import UnitOfWork
from desk.services.cleaning import Cleaning
from desk.services.first_asked import switches
from desk.services.workplace import Workplace

__all__ = ["BreachFilter", "BreachRow", "change", "record", "rows"]


@dataclass(frozen=True)
class BreachFilter:
    """Which visits are inspected (days are the estate's, both included), and what is shown.

    `finding`: "" everything, "open" what nobody has looked at, or a finding.
    """

    first_day: date
    last_day: date
    kind: BreachKind | None = None
    finding: str = ""


@dataclass(frozen=True)
class BreachRow:
    """A line of the inspection: what may be a breach (`id` 0, no finding), or what was found."""

    id: int
    version: int
    reception_id: int
    number: str
    caller: str
    unit: str | None
    kind: str
    clause: str
    at: datetime
    handover_id: int | None
    person: str
    department_id: int | None
    department: str
    finding: str = ""
    measure: str = ""
    note: str = ""
    found_by: str = ""
    found_at: datetime | None = None

    @property
    def key(self) -> str:
        """What tells this line from every other, before and after it was looked at."""
        return f"{self.reception_id}:{self.kind}:{self.handover_id or 0}:{self.id}"


OPEN = "open"


def rows(workplace: Workplace, wanted: BreachFilter) -> tuple[BreachRow, ...]:
    """The inspection of a span of days, newest first: candidates and findings together."""
    workplace.require(Permission.RECORD_BREACHES)
    custom = workplace.estate.custom
    since = custom.day_bounds(wanted.first_day)[0]
    until = custom.day_bounds(wanted.last_day)[1]
    with workplace.reading() as reader:
        found = breach_list.findings(reader, since, until)
        visits = breach_list.visits(reader, since, until)
        chains = handover_list.in_span(reader, since, until)
        notified = breach_list.notified(reader, since, until)
        days = switches(reader, workplace.now()).duty_open_days
    known = {(one.reception_id, one.kind, one.handover_id) for one in found}
    lines = [*map(_found, found)]
    for visit in visits:
        chain = chains.get(visit.id, ())
        told = _record(visit, chain, was_notified=visit.id in notified)
        lines += (
            _candidate(one, visit, chain)
            for one in rules.candidates(told, days, workplace.now())
            if (one.reception_id, one.kind, one.handover_id) not in known
        )
    return tuple(sorted(_narrowed(lines, wanted), key=_at, reverse=True))


def record(workplace: Workplace, at: datetime, entry: BreachEntry) -> BreachRow:
    """Write a finding down: a breach with its measure, or that it is none (R221).

    `at` is when it happened.
    """
    with workplace.deed(Permission.RECORD_BREACHES) as work:
        entry = _ready(work, entry, _known_reasons(work, entry))
        row = Breach(
            reception_id=work.get(Reception, entry.reception_id).id,
            kind=entry.kind,
            handover_id=entry.handover_id,
            at=at,
            found_at=work.now,
            found_by_id=work.actor_id,
        )
        _write(row, entry)
        work.add(row)
        return work.committed(_seen, "breach", row.id)


def change(workplace: Workplace, breach_id: int, version: int, entry: BreachEntry) -> BreachRow:
    """Correct a finding; the history keeps what it said."""
    with workplace.deed(Permission.RECORD_BREACHES) as work:
        row = work.get_as_seen(Breach, breach_id, version)
        _write(row, _ready(work, entry, ()))
        return work.committed(_seen, "breach", breach_id)


# Parts


def _ready(work: UnitOfWork, entry: BreachEntry, known: Iterable[Reason]) -> BreachEntry:
    cleaning = Cleaning()
    entry = replace(
        entry,
        person=cleaning.line(entry.person, rules.NAME_LIMIT, "person"),
        measure=cleaning.text(entry.measure, rules.TEXT_LIMIT, "measure"),
        note=cleaning.text(entry.note, rules.TEXT_LIMIT, "note"),
    )
    cleaning.refuse(known, rules.entry_reasons(entry))
    if entry.department_id is not None:
        work.get(Department, entry.department_id)
    if entry.handover_id is not None:
        work.get(Handover, entry.handover_id)
    return entry


def _known_reasons(work: UnitOfWork, entry: BreachEntry) -> tuple[Reason, ...]:
    """What the program found is looked at once; what somebody saw may happen twice."""
    if entry.kind in (BreachKind.RUDE, BreachKind.OTHER):
        return ()
    is_known = breach_list.is_known(work.reader, entry.reception_id, entry.kind, entry.handover_id)
    return (Reason("breach.known"),) if is_known else ()


def _write(row: Breach, entry: BreachEntry) -> None:
    for field in ("finding", "person", "department_id", "measure", "note"):
        setattr(row, field, getattr(entry, field))


def _record(
    visit: InspectedVisit, chain: Iterable[HandoverRow], *, was_notified: bool
) -> DutyRecord:
    links = tuple(one.link() for one in chain)
    return DutyRecord(visit.id, visit.happened_at, visit.closed_at, links, was_notified)


def _candidate(one: Candidate, visit: InspectedVisit, chain: Iterable[HandoverRow]) -> BreachRow:
    link = next((row for row in chain if row.id == one.handover_id), None)
    return BreachRow(
        id=0,
        version=0,
        reception_id=visit.id,
        number=visit.number,
        caller=visit.caller,
        unit=visit.unit,
        kind=one.kind,
        clause=one.clause,
        at=one.at,
        handover_id=one.handover_id,
        person=_person(one.kind, visit, link),
        department_id=link.department_id if link else None,
        department=(link.department or "") if link else "",
    )


def _person(kind: BreachKind, visit: InspectedVisit, link: HandoverRow | None) -> str:
    """Who is asked about it first: who refused, who passed on, else the first-asked person."""
    if link is not None and kind is BreachKind.REFUSED:
        return link.refused_by
    if link is not None and kind is BreachKind.SECOND_TRANSFER:
        return link.by
    return visit.first_asked


def _seen(reader: Reader, breach_id: int) -> BreachRow | None:
    row = breach_list.finding(reader, breach_id)
    return None if row is None else _found(row)


def _found(one: FoundRow) -> BreachRow:
    return BreachRow(
        id=one.id,
        version=one.version,
        reception_id=one.reception_id,
        number=one.number,
        caller=one.caller,
        unit=one.unit,
        kind=one.kind,
        clause=rules.CLAUSES[BreachKind(one.kind)],
        at=one.at,
        handover_id=one.handover_id,
        person=one.person,
        department_id=one.department_id,
        department=one.department or "",
        finding=one.finding,
        measure=one.measure,
        note=one.note,
        found_by=one.found_by,
        found_at=one.found_at,
    )


def _narrowed(lines: Iterable[BreachRow], wanted: BreachFilter) -> Iterator[BreachRow]:
    for one in lines:
        shown = one.finding or OPEN
        if wanted.kind in (None, one.kind) and wanted.finding in ("", shown):
            yield one


def _at(one: BreachRow) -> tuple[datetime, int, str]:
    return one.at, one.reception_id, one.key
