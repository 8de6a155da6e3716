"""What the day asks about defects 待整改項, as read: repairs, reminders, re-inspections (R35)."""

from datetime import datetime
from typing import Any

from sqlalchemy import Row, literal, literal_column, select

from desk.models.base import UtcDateTime
from desk.models.deadline import Deadline
from desk.models.defect import Defect
from desk.models.estate import Unit
from desk.models.lists import Reader
from desk.models.lists.today import OwedRow

CATEGORY = "defect"


def defects(reader: Reader, until: datetime, limit: int) -> tuple[OwedRow, ...]:
    """What is owed before a moment, the earliest first; `who` is the builder."""
    query = (
        select(
            Deadline.record_id,
            Deadline.clock,
            Deadline.post,
            Deadline.started_at,
            Deadline.due_at,
            Defect.number,
            Unit.label,
            Defect.builder,
            Defect.what,
            Defect.state,
        )
        .select_from(Deadline)
        .join(Defect, Defect.id == Deadline.record_id)
        .join(Unit, Unit.id == Defect.unit_id)
        .where(
            Deadline.met_at.is_(None),
            Deadline.ended_at.is_(None),
            Deadline.category == CATEGORY,
            Deadline.due_at < literal(until, UtcDateTime()),
            literal_column("+deadline.kind") == "defect",
        )
        .order_by(Deadline.due_at, Deadline.id)
        .limit(limit)
    )
    return tuple(map(_row, reader.execute(query)))


def _row(row: Row[*tuple[Any, ...]]) -> OwedRow:
    record_id, clock, post, started_at, due_at, number, unit, builder, what, state = row
    return OwedRow(
        "defect",
        record_id,
        number,
        unit,
        builder,
        " ".join(what.split()),
        started_at,
        state,
        clock=clock,
        category=CATEGORY,
        post=post,
        due_at=due_at,
    )
