"""Keeps what is owed for a record: one row a clock, open ones found by when they are due."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, insert, select, update

from desk.models.deadline import Deadline

_TABLE = Deadline.__table__
_KNOWN = select(_TABLE).where(
    _TABLE.c.kind == bindparam("of_kind"), _TABLE.c.record_id == bindparam("of_record")
)


def ceiling(  # noqa: PLR0913 - the line of one clock
    category: str,
    clock: str,
    span: tuple[datetime, datetime],
    met_at: datetime | None,
    *,
    post: str = "",
    ended_at: datetime | None = None,
) -> dict[str, Any]:
    """What must be met by the end of its span and never pauses, as a line that `put` writes.

    `post` is who sees to it; `ended_at` is when nobody waits for it any more.
    """
    started_at, due_at = span
    return {
        "clock": clock,
        "category": category,
        "bound": "ceiling",
        "severity": "",
        "post": post,
        "approver": "",
        "started_at": started_at,
        "due_at": due_at,
        "paused": False,
        "met_at": met_at,
        "ended_at": ended_at,
    }


def put(
    connection: Connection,
    kind: str,
    record_id: int,
    owed: Iterable[Mapping[str, Any]],
    now: datetime,
) -> None:
    """Write what the record owes, as columns of `Deadline` without kind and record.

    A clock is known again by its code and its start. One that is no longer among them is ended
    now; rows are never taken away, so that what was missed stays counted.
    """
    rows = connection.execute(_KNOWN, {"of_kind": kind, "of_record": record_id}).mappings()
    known = {(row["clock"], row["started_at"]): dict(row) for row in rows}
    fresh = []
    for one in owed:
        row = known.pop((one["clock"], one["started_at"]), None)
        if row is None:
            fresh.append({"kind": kind, "record_id": record_id, **one})
        elif any(row[name] != value for name, value in one.items()):
            connection.execute(update(Deadline).where(_TABLE.c.id == row["id"]).values(**one))
    for row in known.values():
        if row["met_at"] is None and row["ended_at"] is None:
            ended = update(Deadline).where(_TABLE.c.id == row["id"]).values(ended_at=now)
            connection.execute(ended)
    if fresh:
        connection.execute(insert(Deadline), fresh)
