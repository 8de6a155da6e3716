"""Households that moved in and wait for their visit (R74) or a second look (R21), as read."""

from datetime import datetime

from sqlalchemy import exists, literal, literal_column, select

from desk.domain.move_in import State
from desk.models.base import UtcDateTime
from desk.models.deadline import Deadline
from desk.models.estate import Unit
from desk.models.lists import Reader
from desk.models.lists.today import OwedRow
from desk.models.move_in import MoveIn, MoveInFee

CATEGORY = "move_in"


def visits(reader: Reader, now: datetime, limit: int) -> tuple[OwedRow, ...]:
    """The visits that are owed of who has moved in by now, the earliest due first."""
    query = (
        select(
            Deadline.record_id,
            MoveIn.number,
            Unit.label,
            MoveIn.name,
            Deadline.started_at,
            MoveIn.state,
            Deadline.clock,
            Deadline.post,
            Deadline.due_at,
        )
        .select_from(Deadline)
        .join(MoveIn, MoveIn.id == Deadline.record_id)
        .join(Unit, Unit.id == MoveIn.unit_id)
        .where(
            Deadline.met_at.is_(None),
            Deadline.ended_at.is_(None),
            Deadline.category == CATEGORY,
            literal_column("+deadline.kind") == "move_in",
            Deadline.started_at <= literal(now, UtcDateTime()),
        )
        .order_by(Deadline.due_at, Deadline.id)
        .limit(limit)
    )
    return tuple(
        OwedRow(
            "move_in",
            row.record_id,
            row.number,
            row.label,
            row.name,
            "",
            row.started_at,
            row.state,
            clock=row.clock,
            category=CATEGORY,
            post=row.post,
            due_at=row.due_at,
        )
        for row in reader.execute(query)
    )


def unlooked(reader: Reader, limit: int) -> tuple[int, ...]:
    """The open cases with a fee that nobody has looked at a second time (R21), the oldest first."""
    waits = exists().where(
        MoveInFee.move_in_id == MoveIn.id,
        MoveInFee.looked_at.is_(None),
        MoveInFee.receipt_id.is_(None),
        MoveInFee.dropped_at.is_(None),
    )
    query = select(MoveIn.id).where(MoveIn.state == State.OPEN, waits)
    return tuple(reader.scalars(query.order_by(MoveIn.written_at, MoveIn.id).limit(limit)))
