"""The day's list, as read: what is open and owed, by when. Closed cases are never touched."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Select, func, literal, or_, select

from desk.models.base import UtcDateTime
from desk.models.complaint import Complaint
from desk.models.deadline import Deadline
from desk.models.estate import Unit
from desk.models.lists import Reader
from desk.models.reception import Reception

EXCERPT = 120


@dataclass(frozen=True)
class OwedRow:
    """One line: what is owed to whom by when. `due_at` is None where no clock runs."""

    kind: str
    record_id: int
    number: str
    unit: str | None
    who: str
    what: str
    clock: str
    category: str
    severity: str
    hot: bool
    immediate: bool
    post: str
    approver: str
    paused: bool
    started_at: datetime
    due_at: datetime | None


@dataclass(frozen=True)
class Narrowed:
    """A time, half open, in which something falls due; None of `paused` means either."""

    since: datetime | None = None
    until: datetime | None = None
    paused: bool | None = None


def owed(
    reader: Reader, categories: Collection[str], narrowed: Narrowed, limit: int
) -> tuple[OwedRow, ...]:
    """Open deadlines of complaints in these categories, the earliest first."""
    query = _due_in(_owed(), narrowed.since, narrowed.until)
    query = query.where(Deadline.category.in_(sorted(categories)))
    if narrowed.paused is not None:
        query = query.where(Deadline.paused.is_(narrowed.paused))
    return _rows(reader, query.order_by(Deadline.due_at, Deadline.id).limit(limit))


def approvals(reader: Reader, now: datetime, limit: int) -> tuple[OwedRow, ...]:
    """What waits for a second person: asked for, or a clock that ran out and names an approver."""
    ran_out = (Deadline.approver != "") & (Deadline.due_at < literal(now, UtcDateTime()))
    query = _owed().where(
        or_(Deadline.category == "approval", ran_out & Deadline.paused.is_(False))
    )
    return _rows(reader, query.order_by(Deadline.due_at, Deadline.id).limit(limit))


def unjudged(reader: Reader, limit: int) -> tuple[OwedRow, ...]:
    """Complaints of which nobody has said yet whether they are cases (R153, R162)."""
    query = (
        select(*_COMPLAINT_LINE)
        .outerjoin(Unit, Unit.id == Complaint.unit_id)
        .where(Complaint.state == "registered", Complaint.filing == "pending")
        .order_by(Complaint.received_at, Complaint.id)
        .limit(limit)
    )
    return tuple(_unclocked("complaint", row) for row in reader.execute(query))


def complaints_since(
    reader: Reader, since: datetime, until: datetime, limit: int
) -> tuple[OwedRow, ...]:
    """The complaints of a time, oldest first (R194)."""
    query = (
        select(*_COMPLAINT_LINE)
        .outerjoin(Unit, Unit.id == Complaint.unit_id)
        .where(Complaint.received_at >= literal(since, UtcDateTime()))
        .where(Complaint.received_at < literal(until, UtcDateTime()))
        .order_by(Complaint.received_at, Complaint.id)
        .limit(limit)
    )
    return tuple(_unclocked("complaint", row) for row in reader.execute(query))


def visits_since(
    reader: Reader, since: datetime, until: datetime, kinds: Collection[str], limit: int
) -> tuple[OwedRow, ...]:
    """The receptions of a time and of some kinds, oldest first (R194)."""
    query = (
        select(*_VISIT_LINE)
        .outerjoin(Unit, Unit.id == Reception.unit_id)
        .where(Reception.kind.in_(sorted(kinds)))
        .where(Reception.happened_at >= literal(since, UtcDateTime()))
        .where(Reception.happened_at < literal(until, UtcDateTime()))
        .order_by(Reception.happened_at, Reception.id)
        .limit(limit)
    )
    return tuple(_unclocked("reception", row) for row in reader.execute(query))


def visits_of(reader: Reader, ids: Collection[int]) -> tuple[OwedRow, ...]:
    """The lines of some receptions, oldest first."""
    query = (
        select(*_VISIT_LINE)
        .outerjoin(Unit, Unit.id == Reception.unit_id)
        .where(Reception.id.in_(list(ids)))
        .order_by(Reception.happened_at, Reception.id)
    )
    return tuple(_unclocked("reception", row) for row in reader.execute(query))


def turned(reader: Reader, since: datetime, until: datetime, limit: int) -> tuple[OwedRow, ...]:
    """The clocks that ran out in a time: what a reminder tells of."""
    return owed(reader, _TOLD, Narrowed(since, until, paused=False), limit)


_TOLD = ("work", "hand_out", "report", "tell", "promise", "callback", "return")
_COMPLAINT_LINE = (
    Complaint.id,
    Complaint.number,
    Unit.label,
    Complaint.complainant,
    func.substr(Complaint.course, 1, EXCERPT),
    Complaint.severity,
    Complaint.hot,
    Complaint.immediate,
    Complaint.received_at,
)
_VISIT_LINE = (
    Reception.id,
    Reception.number,
    Unit.label,
    Reception.caller_name,
    func.substr(Reception.request, 1, EXCERPT),
    literal(""),
    literal(False),
    literal(""),
    Reception.happened_at,
)


def _owed() -> Select[*tuple[Any, ...]]:
    return (
        select(
            *_COMPLAINT_LINE,
            Deadline.clock,
            Deadline.category,
            Deadline.post,
            Deadline.approver,
            Deadline.paused,
            Deadline.started_at,
            Deadline.due_at,
        )
        .join(Complaint, Complaint.id == Deadline.record_id)
        .outerjoin(Unit, Unit.id == Complaint.unit_id)
        .where(Deadline.met_at.is_(None), Deadline.ended_at.is_(None))
        .where(Deadline.kind == "complaint")
    )


def _due_in(
    query: Select[*tuple[Any, ...]], since: datetime | None, until: datetime | None
) -> Select[*tuple[Any, ...]]:
    if since is not None:
        query = query.where(Deadline.due_at >= literal(since, UtcDateTime()))
    if until is not None:
        query = query.where(Deadline.due_at < literal(until, UtcDateTime()))
    return query


def _rows(reader: Reader, query: Select[*tuple[Any, ...]]) -> tuple[OwedRow, ...]:
    return tuple(map(_row, reader.execute(query)))


def _row(row: Row[*tuple[Any, ...]]) -> OwedRow:
    key, number, unit, who, what, severity, hot, immediate, _received, *clock = row
    code, category, post, approver, paused, started_at, due_at = clock
    return OwedRow(
        kind="complaint",
        record_id=key,
        number=number,
        unit=unit,
        who=who,
        what=" ".join(what.split()),
        clock=code,
        category=category,
        severity=severity,
        hot=hot,
        immediate=bool(immediate),
        post=post,
        approver=approver,
        paused=paused,
        started_at=started_at,
        due_at=due_at,
    )


def _unclocked(kind: str, row: Row[*tuple[Any, ...]]) -> OwedRow:
    key, number, unit, who, what, severity, hot, immediate, at = row
    return OwedRow(
        kind=kind,
        record_id=key,
        number=number,
        unit=unit,
        who=who,
        what=" ".join(what.split()),
        clock="",
        category="",
        severity=severity,
        hot=bool(hot),
        immediate=bool(immediate),
        post="",
        approver="",
        paused=False,
        started_at=at,
        due_at=None,
    )
