"""Cases that cannot be handled and wait for the quarterly consent, as read (R173)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, select

from desk.models.approval import Approval
from desk.models.complaint import Complaint
from desk.models.deadline import Deadline
from desk.models.estate import Unit
from desk.models.lists import Reader


@dataclass(frozen=True)
class UnsolvableRow:
    """One case that waits: since when, why, and by when the consent is awaited."""

    id: int
    version: int
    number: str
    unit: str
    complainant: str
    severity: str
    since: datetime
    why: str
    due_at: datetime


def waiting(reader: Reader, clock: str) -> tuple[UnsolvableRow, ...]:
    """Every case whose clock of consent is open, the longest waiting first.

    Read from what is owed, so that closed cases cost nothing.
    """
    query = (
        select(
            Complaint.id,
            Complaint.version,
            Complaint.number,
            func.coalesce(Unit.label, ""),
            Complaint.complainant,
            Complaint.severity,
            Complaint.unsolvable_at,
            Complaint.unsolvable_why,
            Deadline.due_at,
        )
        .join(Complaint, Complaint.id == Deadline.record_id)
        .outerjoin(Unit, Unit.id == Complaint.unit_id)
        .where(Deadline.met_at.is_(None), Deadline.ended_at.is_(None))
        .where(Deadline.category == "approval", Deadline.kind == "complaint")
        .where(Deadline.clock == clock)
        .order_by(Complaint.unsolvable_at, Complaint.id)
    )
    rows: Iterable[Any] = reader.execute(query)
    return tuple(UnsolvableRow(*row) for row in rows)


def last_consent(reader: Reader, matter: str) -> datetime | None:
    """When somebody last consented to such a case."""
    return reader.execute(
        select(Approval.at)
        .where(Approval.kind == "complaint", Approval.matter == matter)
        .where(Approval.decision == "granted")
        .order_by(Approval.at.desc())
        .limit(1)
    ).scalar()
