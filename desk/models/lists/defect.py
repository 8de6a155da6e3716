"""Defects 待整改項, as read: the register by age, one whole, its journal, how many of what age."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, TextClause, and_, func, or_, select

from desk.domain.policy_part import Labels
from desk.domain.search_text import Term
from desk.models.attachment import Attachment
from desk.models.defect import WAITS, Defect, DefectEvent
from desk.models.estate import Unit
from desk.models.inspection import Inspection
from desk.models.lists import Page, Reader, page
from desk.models.lists.order import found_by, in_order
from desk.models.staff import Account

Key = tuple[datetime, int]


@dataclass(frozen=True)
class DefectRow:
    """One defect; `inspection` is the number of the sheet it was found on."""

    id: int
    version: int
    number: str
    state: str
    unit_id: int
    unit: str
    inspection_id: int
    inspection: str
    item_id: int
    move_in_id: int | None
    policy_id: int | None
    room: Labels
    part: Labels
    what: str
    builder: str
    contact: str
    phone: str
    found_at: datetime
    since: datetime
    promised_on: date | None
    due_on: date
    reminded_at: datetime | None
    reminders: int
    done_at: datetime | None
    done_by: str
    fails: int
    passed_at: datetime | None
    by: str
    void_why: str


@dataclass(frozen=True)
class EventRow:
    """One line of a defect's journal."""

    id: int
    kind: str
    at: datetime
    entered_at: datetime
    by: str
    how: str
    person: str
    text: str
    day: date | None


@dataclass(frozen=True)
class Filter:
    """What the register is narrowed to; None means everything. No term finds nothing.

    `since` and `until` bound when it was found, UTC and half open; `overdue_on` wants what should
    have been repaired before this day.
    """

    states: Sequence[str] = ()
    unit_id: int | None = None
    inspection_id: int | None = None
    move_in_id: int | None = None
    since: datetime | None = None
    until: datetime | None = None
    overdue_on: date | None = None
    terms: Sequence[Term] | None = None


def defects(reader: Reader, wanted: Filter, after: Key | None, limit: int) -> Page[DefectRow]:
    """A page of the register, the oldest first, after the key of the last row seen."""
    query = in_order(_narrowed(wanted), Defect.found_at, Defect.id, after)
    return page(reader, query, _row, _key, limit)


def number_of(reader: Reader, wanted: Filter, most: int) -> int:
    """How many there are, counted up to `most`."""
    few = select(Defect.id).where(*_clauses(wanted)).limit(most).subquery()
    return reader.scalar(select(func.count()).select_from(few)) or 0


def of_inspection(reader: Reader, inspection_id: int) -> tuple[DefectRow, ...]:
    """What an inspection found wanting, in the order of the sheet."""
    query = _QUERY.where(Defect.inspection_id == inspection_id).order_by(Defect.id)
    return tuple(map(_row, reader.execute(query)))


def waiting_of_inspection(reader: Reader, inspection_id: int) -> int:
    """How many of them wait for the builder or for a re-inspection."""
    query = select(func.count()).where(
        Defect.inspection_id == inspection_id, Defect.state.in_(("open", "done"))
    )
    return reader.scalar(query) or 0


def detail(reader: Reader, defect_id: int) -> DefectRow | None:
    """One defect by its id."""
    row = reader.execute(_QUERY.where(Defect.id == defect_id)).first()
    return None if row is None else _row(row)


def id_of_number(reader: Reader, number: str) -> int | None:
    """The defect of a number."""
    return reader.scalar(select(Defect.id).where(Defect.number == number))


def events(reader: Reader, defect_id: int) -> tuple[EventRow, ...]:
    """The journal, oldest first."""
    query = (
        select(
            DefectEvent.id,
            DefectEvent.kind,
            DefectEvent.at,
            DefectEvent.entered_at,
            Account.name,
            DefectEvent.how,
            DefectEvent.person,
            DefectEvent.text,
            DefectEvent.day,
        )
        .join(Account, Account.id == DefectEvent.by_id)
        .where(DefectEvent.defect_id == defect_id)
        .order_by(DefectEvent.id)
    )
    return tuple(EventRow(*row) for row in reader.execute(query))


def photos(reader: Reader, row: DefectRow) -> tuple[int, ...]:
    """The ids of its photos: those of the inspection first, then those of its re-inspections."""
    of_item = and_(Attachment.kind == "inspection_item", Attachment.record_id == row.item_id)
    own = and_(Attachment.kind == "defect", Attachment.record_id == row.id)
    found = reader.execute(select(Attachment.id).where(or_(of_item, own)).order_by(Attachment.id))
    return tuple(found.scalars())


def _narrowed(wanted: Filter) -> Select[*tuple[Any, ...]]:
    return _QUERY.where(*_clauses(wanted))


def _clauses(wanted: Filter) -> Iterator[ColumnElement[bool] | TextClause]:
    if set(wanted.states) == {"open", "done"}:
        yield WAITS  # its own index: what waits is little among what was ever found
    elif wanted.states:
        yield Defect.state.in_(wanted.states)
    if wanted.unit_id is not None:
        yield Defect.unit_id == wanted.unit_id
    if wanted.inspection_id is not None:
        yield Defect.inspection_id == wanted.inspection_id
    if wanted.move_in_id is not None:
        yield Defect.move_in_id == wanted.move_in_id
    if wanted.since is not None:
        yield Defect.found_at >= wanted.since
    if wanted.until is not None:
        yield Defect.found_at < wanted.until
    if wanted.overdue_on is not None:
        yield Defect.due_on < wanted.overdue_on
    if wanted.terms is not None:
        yield found_by(wanted.terms, Defect, ordered=True)


def _row(row: Row[*tuple[Any, ...]]) -> DefectRow:
    return DefectRow(*row)


def _key(row: DefectRow) -> Key:
    return row.found_at, row.id


_QUERY: Select[*tuple[Any, ...]] = (
    select(
        Defect.id,
        Defect.version,
        Defect.number,
        Defect.state,
        Defect.unit_id,
        Unit.label,
        Defect.inspection_id,
        Inspection.number,
        Defect.item_id,
        Defect.move_in_id,
        Defect.policy_id,
        Defect.room,
        Defect.part,
        Defect.what,
        Defect.builder,
        Defect.contact,
        Defect.phone,
        Defect.found_at,
        Defect.since,
        Defect.promised_on,
        Defect.due_on,
        Defect.reminded_at,
        Defect.reminders,
        Defect.done_at,
        Defect.done_by,
        Defect.fails,
        Defect.passed_at,
        Account.name,
        Defect.void_why,
    )
    .select_from(Defect)
    .join(Unit, Unit.id == Defect.unit_id)
    .join(Inspection, Inspection.id == Defect.inspection_id)
    .join(Account, Account.id == Defect.by_id)
)
