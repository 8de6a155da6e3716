"""The complaints of a month in figures, as read (F7, R148)."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, and_, exists, func, literal, or_, select

from desk.models.base import UtcDateTime
from desk.models.callback import Callback
from desk.models.complaint import Complaint
from desk.models.deadline import Deadline
from desk.models.lists import Reader

_OPEN_STATES = ("registered", "handled")


@dataclass(frozen=True)
class Figures:
    """What became of the complaints that came in, as it is known now."""

    received: int
    filed: int
    explained: int
    closed: int
    still_open: int
    overrun: int
    called_back: int
    satisfied: int


def figures(reader: Reader, since: datetime, until: datetime, now: datetime) -> Figures:
    """The complaints received from `since` to before `until`, counted.

    Overrun is one whose work was not done in the time of a ceiling; satisfied one whose last
    answer to a callback was so.
    """
    query = select(
        func.count(),
        _count(Complaint.filing == "filed"),
        _count(Complaint.filing == "explained"),
        _count(Complaint.state == "closed"),
        _count(Complaint.state.in_(_OPEN_STATES)),
        _count(_overrun(now)),
        _count(_called_back()),
        _count(_last_satisfaction() == "satisfied"),
    ).select_from(Complaint)
    row: tuple[int, ...] = tuple(reader.execute(query.where(*_within(since, until))).one())
    return Figures(*row)


def counts(
    reader: Reader, since: datetime, until: datetime
) -> tuple[tuple[str, str, str, int], ...]:
    """How many were of which nature, severity and content; what is none is left out."""
    kinds = (Complaint.nature, Complaint.severity, Complaint.content_class)
    query = select(*kinds, func.count()).where(*_within(since, until))
    rows = reader.execute(query.group_by(*kinds).order_by(*kinds))
    return tuple((nature, severity, content, count) for nature, severity, content, count in rows)


def _within(since: datetime, until: datetime) -> tuple[ColumnElement[bool], ...]:
    return (
        Complaint.received_at >= literal(since, UtcDateTime()),
        Complaint.received_at < literal(until, UtcDateTime()),
    )


def _count(holds: ColumnElement[bool]) -> ColumnElement[int]:
    return func.count().filter(holds)


def _overrun(now: datetime) -> ColumnElement[bool]:
    """A clock that stands still does not run out."""
    until = func.coalesce(Deadline.met_at, Deadline.ended_at, literal(now, UtcDateTime()))
    is_open = and_(Deadline.met_at.is_(None), Deadline.ended_at.is_(None))
    return exists().where(
        Deadline.kind == "complaint",
        Deadline.record_id == Complaint.id,
        Deadline.category == "work",
        Deadline.bound == "ceiling",
        until > Deadline.due_at,
        or_(~is_open, Deadline.paused.is_(False)),
    )


def _called_back() -> ColumnElement[bool]:
    return exists().where(Callback.complaint_id == Complaint.id, Callback.outcome == "reached")


def _last_satisfaction() -> ColumnElement[str | None]:
    return (
        select(Callback.satisfaction)
        .where(Callback.complaint_id == Complaint.id, Callback.satisfaction != "")
        .order_by(Callback.id.desc())
        .limit(1)
        .scalar_subquery()
    )
