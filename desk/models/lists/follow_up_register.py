"""The cases of a period, as read: the rows of 《客戶投訴案件登記追蹤表》 (F13, R164)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Select, func, literal, select, tuple_
from sqlalchemy.orm import aliased

from desk.models.base import UtcDateTime
from desk.models.callback import Callback
from desk.models.complaint import Complaint
from desk.models.deadline import Deadline
from desk.models.estate import Unit
from desk.models.lists import Page, Reader, page

EXCERPT = 200

Key = tuple[datetime, int]
Span = tuple[datetime, datetime]

_SOLVED_BY = (
    select(func.max(Deadline.due_at, type_=UtcDateTime()))
    .where(Deadline.kind == "complaint", Deadline.record_id == Complaint.id)
    .where(Deadline.category == "work", Deadline.severity == Complaint.severity)
    .scalar_subquery()
)
_Made = aliased(Callback)
_LAST_CALLBACK = (
    select(func.max(_Made.id)).where(_Made.complaint_id == Complaint.id).scalar_subquery()
)


@dataclass(frozen=True)
class CaseRow:
    """One case; `excerpt` and `result` are how course and result begin.

    `due_at` is when it has to be solved by the rules of its level; `outcome` and `satisfaction`
    are those of its last callback.
    """

    id: int
    number: str
    received_at: datetime
    topic: str
    excerpt: str
    unit: str | None
    complainant: str
    content_class: str
    severity: str
    policy_id: int | None
    about: str
    department: str
    due_at: datetime | None
    state: str
    closed_at: datetime | None
    result: str
    outcome: str | None
    satisfaction: str | None


def cases(
    reader: Reader, span: Span, states: Collection[str], after: Key | None, limit: int
) -> Page[CaseRow]:
    """The complaints received within a half-open span in these states, oldest first."""
    since, until = span
    query = _rows().where(Complaint.state.in_(sorted(states)))
    query = query.where(Complaint.received_at >= literal(since, UtcDateTime()))
    query = query.where(Complaint.received_at < literal(until, UtcDateTime()))
    if after is not None:
        last = tuple_(literal(after[0], UtcDateTime()), after[1])
        query = query.where(tuple_(Complaint.received_at, Complaint.id) > last)
    return page(reader, query, _row, _key, limit)


def _rows() -> Select[*tuple[Any, ...]]:
    return (
        select(
            Complaint.id,
            Complaint.number,
            Complaint.received_at,
            Complaint.topic,
            func.substr(Complaint.course, 1, EXCERPT),
            Unit.label,
            Complaint.complainant,
            Complaint.content_class,
            Complaint.severity,
            Complaint.policy_id,
            Complaint.about,
            Complaint.department,
            _SOLVED_BY,
            Complaint.state,
            Complaint.closed_at,
            func.substr(Complaint.result, 1, EXCERPT),
            Callback.outcome,
            Callback.satisfaction,
        )
        .outerjoin(Unit, Unit.id == Complaint.unit_id)
        .outerjoin(Callback, Callback.id == _LAST_CALLBACK)
        .order_by(Complaint.received_at, Complaint.id)
    )


def _row(row: Row[*tuple[Any, ...]]) -> CaseRow:
    return CaseRow(*row)


def _key(row: CaseRow) -> Key:
    return row.received_at, row.id
