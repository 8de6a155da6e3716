"""What is owed by when, as read: only what is still open, so closed cases cost nothing."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import literal, literal_column, select

from desk.models.base import UtcDateTime
from desk.models.deadline import Deadline
from desk.models.lists import Reader

# Of complaints alone. The plus keeps the kind out of the choice of an index: nearly every deadline
# has the same, and what is open has indices of its own.
OF_COMPLAINTS = literal_column("+deadline.kind", Deadline.kind.type) == "complaint"


@dataclass(frozen=True)
class Owed:
    """One open deadline of a record."""

    id: int
    kind: str
    record_id: int
    clock: str
    due_at: datetime


def due(
    reader: Reader, category: str, now: datetime, limit: int, clock: str | None = None
) -> tuple[Owed, ...]:
    """What of a category, or of one clock of it, has run out, the longest first.

    What is paused does not run out.
    """
    query = (
        select(Deadline.id, Deadline.kind, Deadline.record_id, Deadline.clock, Deadline.due_at)
        .where(Deadline.met_at.is_(None), Deadline.ended_at.is_(None))
        .where(Deadline.category == category, Deadline.paused.is_(False))
        .where(Deadline.due_at <= literal(now, UtcDateTime()))
        .order_by(Deadline.due_at, Deadline.id)
        .limit(limit)
    )
    if clock is not None:
        query = query.where(Deadline.clock == clock)
    return tuple(Owed(*row) for row in reader.execute(query))
