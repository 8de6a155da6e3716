"""What of the complaints runs out by when, one row a clock, as read."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Select, literal, select, tuple_

from desk.models.base import UtcDateTime
from desk.models.complaint import Complaint
from desk.models.deadline import Deadline
from desk.models.estate import Unit
from desk.models.lists import Page, Reader, page
from desk.models.lists.deadline import OF_COMPLAINTS

Key = tuple[datetime, int]


@dataclass(frozen=True)
class DueRow:
    """One open clock of a complaint, with what the register says of it."""

    id: int
    complaint_id: int
    number: str
    due_at: datetime
    clock: str
    category: str
    bound: str
    post: str
    approver: str
    paused: bool
    started_at: datetime
    severity: str
    state: str
    hot: bool
    unit: str | None
    complainant: str
    about: str


@dataclass(frozen=True)
class Filter:
    """What runs out before a moment; empty means every state, None every severity."""

    before: datetime
    states: Collection[str] = ()
    severity: str | None = None


def due(reader: Reader, wanted: Filter, after: Key | None, limit: int) -> Page[DueRow]:
    """A page of open clocks, the earliest first; closed cases cost nothing."""
    query: Select[*tuple[Any, ...]] = (
        select(
            Deadline.id,
            Complaint.id,
            Complaint.number,
            Deadline.due_at,
            Deadline.clock,
            Deadline.category,
            Deadline.bound,
            Deadline.post,
            Deadline.approver,
            Deadline.paused,
            Deadline.started_at,
            Complaint.severity,
            Complaint.state,
            Complaint.hot,
            Unit.label,
            Complaint.complainant,
            Complaint.about,
        )
        .join(Complaint, Complaint.id == Deadline.record_id)
        .outerjoin(Unit, Unit.id == Complaint.unit_id)
        .where(Deadline.met_at.is_(None), Deadline.ended_at.is_(None))
        .where(OF_COMPLAINTS, Deadline.category != "promotion")
        .where(Deadline.due_at < literal(wanted.before, UtcDateTime()))
        .order_by(Deadline.due_at, Deadline.id)
    )
    if wanted.states:
        query = query.where(Complaint.state.in_(sorted(wanted.states)))
    if wanted.severity is not None:
        query = query.where(Complaint.severity == wanted.severity)
    if after is not None:
        last = tuple_(literal(after[0], UtcDateTime()), after[1])
        query = query.where(tuple_(Deadline.due_at, Deadline.id) > last)
    return page(reader, query, _row, _key, limit)


def _row(row: Row[*tuple[Any, ...]]) -> DueRow:
    return DueRow(*row)


def _key(row: DueRow) -> Key:
    return row.due_at, row.id
