"""The day's list, as read: what is open and owed, by when. Closed cases are never touched.

What is owed is found through the indices of what is open. The case a row belongs to is looked up
by its id, whatever is known about the tables' sizes: the joins are outer ones.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import Row, Select, bindparam, func, select

from desk.models.base import UtcDateTime
from desk.models.complaint import Complaint
from desk.models.deadline import Deadline
from desk.models.estate import Unit
from desk.models.lists import Reader
from desk.models.lists.deadline import OF_COMPLAINTS
from desk.models.promise import Promise

EXCERPT = 120


@dataclass(frozen=True)
class OwedRow:
    """One line: what is owed to whom by when. `due_at` is None where no clock runs.

    `state` is the record's own, `category` that of the clock, or the kind of a visit; `calls_back`
    says that a callback of the case is still expected. `by` is who did what is to be looked at.
    """

    kind: str
    record_id: int
    number: str
    unit: str | None
    who: str
    what: str
    started_at: datetime
    state: str = ""
    policy_id: int | None = None
    severity: str = ""
    hot: bool = False
    immediate: bool = False
    clock: str = ""
    category: str = ""
    post: str = ""
    approver: str = ""
    paused: bool = False
    due_at: datetime | None = None
    calls_back: bool = False
    by: str = ""


@dataclass(frozen=True)
class Narrowed:
    """A time, half open, in which something falls due; None of `paused` means either."""

    since: datetime | None = None
    until: datetime | None = None
    paused: bool | None = None


Owed = Select[*tuple[Any, ...]]


def owed(
    reader: Reader,
    categories: Collection[str],
    narrowed: Narrowed,
    limit: int,
    ids: Collection[int] | None = None,
) -> tuple[OwedRow, ...]:
    """Open deadlines of complaints in these categories, the earliest first; of some alone."""
    given = _given(narrowed) | {"categories": sorted(categories), "limit": limit}
    if ids is not None:
        given["ids"] = sorted(ids)
    query = _lines(_Asked.of(narrowed, ids=ids is not None))
    return tuple(map(_row, reader.execute(query, given)))


def approvals(reader: Reader, now: datetime, limit: int) -> tuple[OwedRow, ...]:
    """What waits for a second person: asked for, or a clock that ran out and names an approver."""
    asked = owed(reader, ("approval",), Narrowed(), limit)
    late = Narrowed(until=now, paused=False)
    query = _lines(_Asked.of(late, approver=True, categories=False))
    ran_out = map(_row, reader.execute(query, _given(late) | {"limit": limit}))
    return tuple(sorted((*asked, *ran_out), key=_by_due)[:limit])


def owed_number(reader: Reader, categories: Collection[str], until: datetime, limit: int) -> int:
    """How many fall due before a moment and are not paused, counted up to the limit."""
    given = {"categories": sorted(categories), "until": until, "limit": limit}
    return len(reader.execute(_number(records=False), given).all())


def overdue_records(reader: Reader, categories: Collection[str], now: datetime, limit: int) -> int:
    """How many complaints have a clock that ran out, counted up to the limit."""
    given = {"categories": sorted(categories), "until": now, "limit": limit}
    return len(reader.execute(_number(records=True), given).all())


def unjudged(reader: Reader, limit: int) -> tuple[OwedRow, ...]:
    """Complaints of which nobody has said yet whether they are cases (R153, R162)."""
    query = (
        select(*COMPLAINT_LINE)
        .outerjoin(Unit, Unit.id == Complaint.unit_id)
        .where(Complaint.state == "registered", Complaint.filing == "pending")
        .order_by(Complaint.received_at, Complaint.id)
        .limit(limit)
    )
    return tuple(complaint_line(row) for row in reader.execute(query))


def unjudged_number(reader: Reader, limit: int) -> int:
    """How many complaints nobody has judged, counted up to the limit."""
    query = select(Complaint.id).where(
        Complaint.state == "registered", Complaint.filing == "pending"
    )
    return len(reader.scalars(query.limit(limit)).all())


def immediate_ids(reader: Reader, limit: int) -> tuple[int, ...]:
    """Open complaints that are to be acted on at once (R3)."""
    query = select(Complaint.id).where(
        Complaint.state.in_(("registered", "handled")), Complaint.immediate != ""
    )
    return tuple(reader.scalars(query.limit(limit)))


def promise_texts(reader: Reader, ids: Collection[int]) -> Mapping[int, str]:
    """What was promised, by the promise's id."""
    query = select(Promise.id, func.substr(Promise.text, 1, EXCERPT))
    rows = reader.execute(query.where(Promise.id.in_(sorted(ids))))
    return {key: " ".join(text.split()) for key, text in rows}


def turned(reader: Reader, since: datetime, until: datetime, limit: int) -> tuple[OwedRow, ...]:
    """The clocks that ran out in a time: what a reminder tells of."""
    return owed(reader, _TOLD, Narrowed(since, until, paused=False), limit)


_TOLD = ("work", "hand_out", "report", "tell", "promise", "callback", "return")
COMPLAINT_LINE = (
    Complaint.id,
    Complaint.number,
    Unit.label,
    Complaint.complainant,
    func.substr(Complaint.course, 1, EXCERPT),
    Complaint.received_at,
    Complaint.state,
    Complaint.policy_id,
    Complaint.severity,
    Complaint.hot,
    Complaint.immediate,
)
_CLOCK = (
    Deadline.clock,
    Deadline.category,
    Deadline.post,
    Deadline.approver,
    Deadline.paused,
    Deadline.due_at,
    Deadline.started_at,
)


def complaint_line(row: Row[*tuple[Any, ...]], **more: Any) -> OwedRow:
    """The line of a complaint, from its columns."""
    key, number, unit, who, what, at, state, policy_id, severity, hot, immediate, *_more = row
    line = {
        "kind": "complaint",
        "record_id": key,
        "number": number,
        "unit": unit,
        "who": who,
        "what": " ".join(what.split()),
        "started_at": at,
        "state": state,
        "policy_id": policy_id,
        "severity": severity,
        "hot": hot,
        "immediate": bool(immediate),
    }
    return OwedRow(**line | more)


class _Asked(NamedTuple):
    """Which clauses a statement has; each combination is built once, and known to the engine."""

    since: bool = False
    until: bool = False
    paused: bool | None = None
    categories: bool = True
    approver: bool = False
    ids: bool = False

    @classmethod
    def of(cls, narrowed: Narrowed, **more: bool) -> "_Asked":
        is_from, is_to = narrowed.since is not None, narrowed.until is not None
        return cls(is_from, is_to, narrowed.paused)._replace(**more)


def _given(narrowed: Narrowed) -> dict[str, Any]:
    given = {"since": narrowed.since, "until": narrowed.until}
    return {name: moment for name, moment in given.items() if moment is not None}


@cache
def _lines(asked: _Asked) -> Owed:
    """The lines of open deadlines, the earliest first."""
    joined = (
        _open(select(*COMPLAINT_LINE, *_CLOCK), asked)
        .outerjoin(Complaint, Complaint.id == Deadline.record_id)
        .outerjoin(Unit, Unit.id == Complaint.unit_id)
    )
    return joined.order_by(Deadline.due_at, Deadline.id).limit(bindparam("limit"))


@cache
def _number(*, records: bool) -> Owed:
    """What falls due before a moment: every clock, or every record that has one."""
    asked = _Asked(until=True, paused=False)
    if records:
        query = _open(select(Deadline.record_id), asked).distinct()
    else:
        query = _open(select(Deadline.id), asked)
    return query.limit(bindparam("limit"))


def _open(query: Owed, asked: _Asked) -> Owed:
    clauses = (
        (asked.categories, Deadline.category.in_(bindparam("categories", expanding=True))),
        (asked.approver, Deadline.approver != ""),
        (asked.ids, Deadline.record_id.in_(bindparam("ids", expanding=True))),
        (asked.since, Deadline.due_at >= bindparam("since", type_=UtcDateTime())),
        (asked.until, Deadline.due_at < bindparam("until", type_=UtcDateTime())),
        (asked.paused is not None, Deadline.paused.is_(bool(asked.paused))),
    )
    return (
        query.select_from(Deadline)
        .where(Deadline.met_at.is_(None), Deadline.ended_at.is_(None))
        .where(OF_COMPLAINTS, *(clause for wanted, clause in clauses if wanted))
    )


def _row(row: Row[*tuple[Any, ...]]) -> OwedRow:
    clock, category, post, approver, paused, due_at, started_at = row[-len(_CLOCK) :]
    return complaint_line(
        row,
        clock=clock,
        category=category,
        post=post,
        approver=approver,
        paused=paused,
        due_at=due_at,
        started_at=started_at,
    )


def _by_due(row: OwedRow) -> tuple[bool, datetime, int]:
    return row.due_at is None, row.due_at or row.started_at, row.record_id
