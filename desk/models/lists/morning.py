"""The morning list of R194, as read: what came in at a time, and which visits nobody answered."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, exists, func, literal, literal_column, select
from sqlalchemy.orm import aliased

from desk.models.base import UtcDateTime
from desk.models.complaint import Complaint
from desk.models.deadline import Deadline
from desk.models.estate import Unit
from desk.models.lists import Reader
from desk.models.lists import reception as reception_list
from desk.models.lists.today import COMPLAINT_LINE, EXCERPT, OwedRow, complaint_line
from desk.models.reception import Reception

_Made = aliased(Complaint)
# A plus keeps a column out of the choice of an index: the time and the record narrow far more.
_KIND: ColumnElement[str] = literal_column("+reception.kind", Reception.kind.type)
_CATEGORY: ColumnElement[str] = literal_column("+deadline.category", Deadline.category.type)
_CALLS_BACK = exists().where(
    Deadline.kind == "complaint",
    Deadline.record_id == Complaint.id,
    _CATEGORY == "callback",
    Deadline.met_at.is_(None),
    Deadline.ended_at.is_(None),
)
_VISIT_LINE = (
    Reception.id,
    Reception.number,
    Unit.label,
    Reception.caller_name,
    func.substr(Reception.request, 1, EXCERPT),
    Reception.happened_at,
    Reception.state,
    Reception.kind,
)


def complaints_since(
    reader: Reader, since: datetime, until: datetime, limit: int
) -> tuple[OwedRow, ...]:
    """The complaints of a time, oldest first (R194)."""
    query = (
        select(*COMPLAINT_LINE, _CALLS_BACK)
        .outerjoin(Unit, Unit.id == Complaint.unit_id)
        .where(Complaint.received_at >= literal(since, UtcDateTime()))
        .where(Complaint.received_at < literal(until, UtcDateTime()))
        .order_by(Complaint.received_at, Complaint.id)
        .limit(limit)
    )
    rows = reader.execute(query)
    return tuple(complaint_line(row, calls_back=bool(row[-1])) for row in rows)


def visits_since(
    reader: Reader, since: datetime, until: datetime, kinds: Collection[str], limit: int
) -> tuple[OwedRow, ...]:
    """The receptions of a time and of some kinds, oldest first (R194).

    One that became a complaint is told of as the complaint.
    """
    query = (
        select(*_VISIT_LINE)
        .outerjoin(Unit, Unit.id == Reception.unit_id)
        .where(_KIND.in_(sorted(kinds)))
        .where(Reception.happened_at >= literal(since, UtcDateTime()))
        .where(Reception.happened_at < literal(until, UtcDateTime()))
        .where(~exists().where(_Made.reception_id == Reception.id))
        .order_by(Reception.happened_at, Reception.id)
        .limit(limit)
    )
    return tuple(map(_visit, reader.execute(query)))


def open_visits(reader: Reader, limit: int) -> tuple[OwedRow, ...]:
    """The receptions nobody has answered, the longest waiting first (R199).

    What became a complaint or an order has been handed on.
    """
    ids = reception_list.unanswered(reader, limit)
    query = (
        select(*_VISIT_LINE)
        .outerjoin(Unit, Unit.id == Reception.unit_id)
        .where(Reception.id.in_(ids))
        .order_by(Reception.happened_at, Reception.id)
    )
    return tuple(map(_visit, reader.execute(query)))


def _visit(row: Row[*tuple[Any, ...]]) -> OwedRow:
    key, number, unit, who, what, at, state, kind = row
    return OwedRow(
        "reception", key, number, unit, who, " ".join(what.split()), at, state, category=kind
    )
