"""What a complaint says before it is kept: where it begins, and how it is made ready (F4, R140)."""

from dataclasses import replace

from desk.domain import complaint as rules
from desk.domain.complaint import (
    ComplaintEntry,
    ContactMethod,
    ContentClass,
    Impact,
    Nature,
    Severity,
    Urgency,
)
from desk.domain.permissions import Permission
from desk.domain.reception import Channel
from desk.errors import NotFound, ReasonLike
from desk.models.estate import Resident, Unit
from desk.models.lists import complaint_source as sources
from desk.models.lists.complaint_detail import ComplaintDetail
from desk.models.unit_of_work import UnitOfWork
from desk.services.cleaning import Cleaning
from desk.services.workplace import Workplace


def entry_from_reception(workplace: Workplace, reception_id: int) -> ComplaintEntry:
    """A complaint begun from a visit: who, where, how to reach them and what was said."""
    workplace.require(Permission.REGISTER)
    with workplace.reading() as reader:
        visit = sources.visit(reader, reception_id)
    if visit is None:
        raise NotFound("reception", str(reception_id))
    return ComplaintEntry(
        received_at=visit.happened_at,
        channel=Channel(visit.channel),
        reception_id=reception_id,
        unit_id=visit.unit_id,
        resident_id=visit.resident_id,
        complainant=visit.caller_name,
        contact=visit.caller_phone,
        place=(visit.unit or "")[: rules.SHORT_LIMIT],
        course=visit.request,
    )


def entry_for_resident(workplace: Workplace, resident_id: int) -> ComplaintEntry:
    """A complaint begun from a person of the estate."""
    workplace.require(Permission.REGISTER)
    with workplace.reading() as reader:
        person = sources.person(reader, resident_id)
    if person is None:
        raise NotFound("resident", str(resident_id))
    return ComplaintEntry(
        received_at=workplace.now(),
        unit_id=person.unit_id,
        resident_id=resident_id,
        complainant=person.name,
        contact=person.phone or "",
        place=person.unit[: rules.SHORT_LIMIT],
    )


def entry_of(detail: ComplaintDetail) -> ComplaintEntry:
    """What a registered complaint says, to be changed."""
    return ComplaintEntry(
        received_at=detail.received_at,
        occurred_at=detail.occurred_at,
        place=detail.place,
        channel=Channel(detail.channel),
        reception_id=detail.reception_id,
        unit_id=detail.unit_id,
        resident_id=detail.resident_id,
        complainant=detail.complainant,
        contact=detail.contact,
        contact_method=ContactMethod(detail.contact_method),
        about=detail.about,
        course=detail.course,
        demand=detail.demand,
        nature=Nature(detail.nature),
        content_class=ContentClass(detail.content_class),
        severity=Severity(detail.severity),
        topic=detail.topic,
        hot=detail.hot,
        impact=Impact(detail.impact),
        immediate=frozenset(map(Urgency, detail.immediate)),
        called_in=detail.called_in,
        wanted_by=detail.wanted_by,
    )


def ready(work: UnitOfWork, entry: ComplaintEntry, *others: ReasonLike) -> ComplaintEntry:
    """The entry with clean texts and the resident's name and unit, or every reason against it."""
    cleaning = Cleaning()
    lines = {
        field: cleaning.line(getattr(entry, field), limit, field)
        for field, limit in rules.LINE_LIMITS.items()
    }
    longs = {
        field: cleaning.text(getattr(entry, field), rules.TEXT_LIMIT, field)
        for field in rules.LONG_TEXTS
    }
    entry = _with_household(work, replace(entry, **lines, **longs))  # type: ignore[arg-type]
    cleaning.reasons += others
    cleaning.refuse(rules.entry_reasons(entry, work.now))
    return entry


def _with_household(work: UnitOfWork, entry: ComplaintEntry) -> ComplaintEntry:
    """The name stands as it is that day; the unit is the resident's where none was named."""
    if entry.unit_id is not None:
        work.get(Unit, entry.unit_id)
    if entry.resident_id is None:
        return entry
    resident = work.get(Resident, entry.resident_id)
    unit_id = resident.unit_id if entry.unit_id is None else entry.unit_id
    return replace(entry, complainant=entry.complainant or resident.name, unit_id=unit_id)
