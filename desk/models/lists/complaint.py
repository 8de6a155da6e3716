"""Complaints, as read: the register by pages, the open ones of a unit or a topic."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import (
    Row,
    Select,
    func,
    literal,
    literal_column,
    select,
    table,
    text,
    tuple_,
)

from desk.domain.complaint import State
from desk.models.base import UtcDateTime
from desk.models.complaint import Complaint
from desk.models.complaint_case import JointComplainant
from desk.models.deadline import Deadline
from desk.models.estate import Unit
from desk.models.lists import Page, Reader, page
from desk.models.lists.deadline import OF_COMPLAINTS
from desk.models.search_index import match_expression

EXCERPT = 120

_NEXT_DUE = (
    select(func.min(Deadline.due_at, type_=UtcDateTime()))
    .where(Deadline.kind == "complaint", Deadline.record_id == Complaint.id)
    .where(Deadline.met_at.is_(None), Deadline.ended_at.is_(None))
    .where(Deadline.category != "promotion")
    .scalar_subquery()
)

_HOT = {True: text("complaint.hot"), False: text("NOT complaint.hot")}  # as its index says it

Key = tuple[datetime, int]


@dataclass(frozen=True)
class ComplaintRow:
    """One line of the register; `excerpt` is how the course of events begins.

    `due_at` is when the next open clock of the case runs out.
    """

    id: int
    version: int
    number: str
    received_at: datetime
    unit: str | None
    complainant: str
    about: str
    excerpt: str
    nature: str
    content_class: str
    severity: str
    state: str
    hot: bool
    filing: str
    due_at: datetime | None


@dataclass(frozen=True)
class Filter:
    """What a page is narrowed to; moments are UTC and half open, empty means everything.

    `terms` are tokens of the search index: of each term a record holds one.
    """

    states: Collection[str] = ()
    severity: str | None = None
    nature: str | None = None
    content_class: str | None = None
    unit_id: int | None = None
    topic: str | None = None
    hot: bool | None = None
    since: datetime | None = None
    until: datetime | None = None
    due_before: datetime | None = None
    terms: tuple[frozenset[str], ...] = ()


def complaints(reader: Reader, wanted: Filter, after: Key | None, limit: int) -> Page[ComplaintRow]:
    """A page of the register, newest first, after the key of the last row seen."""
    query = _narrowed(_rows(), wanted)
    if after is not None:
        last = tuple_(literal(after[0], UtcDateTime()), after[1])
        query = query.where(tuple_(Complaint.received_at, Complaint.id) < last)
    return page(reader, query, _row, _key, limit)


def count(reader: Reader, state: str, limit: int) -> int:
    """How many stand in a state, counted up to the limit."""
    return len(
        reader.scalars(select(Complaint.id).where(Complaint.state == state).limit(limit)).all()
    )


def open_of_unit(
    reader: Reader, unit_id: int, states: Collection[str], limit: int
) -> tuple[ComplaintRow, ...]:
    """The newest complaints of a unit that still wait for something."""
    return complaints(reader, Filter(states=states, unit_id=unit_id), None, limit).rows


def open_topics(reader: Reader, states: Collection[str], limit: int) -> tuple[str, ...]:
    """The topics of the complaints in these states, the newest first."""
    query = (
        select(Complaint.topic)
        .where(Complaint.state.in_(sorted(states)), Complaint.topic != "")
        .group_by(Complaint.topic)
        .order_by(func.max(Complaint.id).desc())
        .limit(limit)
    )
    return tuple(reader.scalars(query))


def ids_in(reader: Reader, states: Collection[str]) -> tuple[int, ...]:
    """The ids of every complaint in these states, in order."""
    query = select(Complaint.id).where(Complaint.state.in_(sorted(states)))
    return tuple(reader.scalars(query.order_by(Complaint.id)))


def id_of_number(reader: Reader, number: str) -> int | None:
    """The id of the complaint of a number."""
    return reader.scalar(select(Complaint.id).where(Complaint.number == number))


def latest_number(reader: Reader) -> str | None:
    """The number of the complaint registered last."""
    query = select(Complaint.number).order_by(Complaint.id.desc()).limit(1)
    return reader.execute(query).scalar()


def number_of_reception(reader: Reader, reception_id: int) -> str | None:
    """The number of the complaint a visit became, or whose case it has joined (R10).

    A case that was explained after all (R161) has let go of those who had joined it.
    """
    became = select(Complaint.number).where(Complaint.reception_id == reception_id)
    joined = (
        select(Complaint.number)
        .join(JointComplainant, JointComplainant.complaint_id == Complaint.id)
        .where(JointComplainant.reception_id == reception_id, Complaint.state != State.EXPLAINED)
    )
    found = reader.execute(became.order_by(Complaint.id).limit(1)).scalar()
    return found or reader.execute(joined.order_by(JointComplainant.id).limit(1)).scalar()


def _rows() -> Select[*tuple[Any, ...]]:
    return (
        select(
            Complaint.id,
            Complaint.version,
            Complaint.number,
            Complaint.received_at,
            Unit.label,
            Complaint.complainant,
            Complaint.about,
            func.substr(Complaint.course, 1, EXCERPT),
            Complaint.nature,
            Complaint.content_class,
            Complaint.severity,
            Complaint.state,
            Complaint.hot,
            Complaint.filing,
            _NEXT_DUE,
        )
        .outerjoin(Unit, Unit.id == Complaint.unit_id)
        .order_by(Complaint.received_at.desc(), Complaint.id.desc())
    )


def _narrowed(query: Select[*tuple[Any, ...]], wanted: Filter) -> Select[Any]:
    if wanted.states:
        query = query.where(Complaint.state.in_(sorted(wanted.states)))
    for column, value in (
        (Complaint.severity, wanted.severity),
        (Complaint.nature, wanted.nature),
        (Complaint.content_class, wanted.content_class),
        (Complaint.unit_id, wanted.unit_id),
        (Complaint.topic, wanted.topic),
    ):
        if value is not None:
            query = query.where(column == value)
    if wanted.hot is not None:
        query = query.where(_HOT[wanted.hot])
    if wanted.since is not None:
        query = query.where(Complaint.received_at >= wanted.since)
    if wanted.until is not None:
        query = query.where(Complaint.received_at < wanted.until)
    if wanted.due_before is not None:
        query = query.where(Complaint.id.in_(_owing(wanted.due_before)))
    if wanted.terms:
        query = query.where(Complaint.id.in_(_matching(wanted.terms)))
    return query


def _owing(before: datetime) -> Select[*tuple[Any, ...]]:
    """The complaints with an open clock that runs out before a moment."""
    return (
        select(Deadline.record_id)
        .where(OF_COMPLAINTS, Deadline.category != "promotion")
        .where(Deadline.met_at.is_(None), Deadline.ended_at.is_(None))
        .where(Deadline.due_at < literal(before, UtcDateTime()))
    )


def _matching(terms: tuple[frozenset[str], ...]) -> Select[*tuple[Any, ...]]:
    index = Complaint.search_table
    match = text(f"{index} MATCH :match").bindparams(match=match_expression(terms))
    return select(literal_column("rowid")).select_from(table(index)).where(match)


def _row(row: Row[*tuple[Any, ...]]) -> ComplaintRow:
    found = ComplaintRow(*row)
    return replace(found, excerpt=" ".join(found.excerpt.split()))


def _key(row: ComplaintRow) -> Key:
    return row.received_at, row.id
