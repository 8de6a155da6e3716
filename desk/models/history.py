"""The append-only trail: who did what to which record, and when, each entry chained to the last.

Written by the unit of work in the transaction of the deed itself. An entry's digest covers the
digest before it, so that nothing can be changed or taken out of the middle unnoticed; the newest
digest, the head, belongs on signed paper.
"""

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, Index, LargeBinary, String, Text, insert, select, text
from sqlalchemy.orm import Mapped, mapped_column

from desk.models.base import Base, from_microseconds, to_microseconds

GENESIS = bytes(32)
_TOLD_EVERY = 500


class History(Base):
    """One entry. `actor_id` is None for what the program did by itself."""

    __tablename__ = "history"
    __table_args__ = (Index(None, "kind", "record_id", "id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    actor_id: Mapped[int | None]
    deed: Mapped[str] = mapped_column(String(16))
    kind: Mapped[str] = mapped_column(String(32))
    record_id: Mapped[int]
    changes: Mapped[str] = mapped_column(Text)
    digest: Mapped[bytes] = mapped_column(LargeBinary(32))


_INSERT = insert(History)
_LAST_HAND = text(
    "SELECT account.name, history.at FROM history JOIN account ON account.id = history.actor_id"
    " WHERE history.kind = :kind AND history.record_id = :record_id AND history.deed <> 'seen'"
    " ORDER BY history.id DESC LIMIT 1"
)
_NEWEST = text("SELECT digest FROM history ORDER BY id DESC LIMIT 1")


@dataclass(frozen=True)
class Deed:
    """What is to be written down: `changes` maps a column to its value, or to [old, new]."""

    deed: str
    kind: str
    record_id: int
    changes: dict[str, Any]


def append(
    connection: Connection,
    deeds: Iterable[Deed],
    *,
    at: datetime,
    actor_id: int | None,
    head: bytes | None = None,
) -> bytes:
    """Chain the deeds to the trail, in their order; returns the new head.

    `head` is the newest digest, where this transaction knows it already.
    """
    digest = newest_digest(connection) if head is None else head
    rows = []
    for deed in deeds:
        changes = json.dumps(deed.changes, ensure_ascii=False, default=_plain, sort_keys=True)
        line = (at, actor_id, deed.deed, deed.kind, deed.record_id, changes)
        digest = _digest(digest, line)
        rows.append(
            {
                "at": at,
                "actor_id": actor_id,
                "deed": deed.deed,
                "kind": deed.kind,
                "record_id": deed.record_id,
                "changes": changes,
                "digest": digest,
            }
        )
    if rows:
        connection.execute(_INSERT, rows)
    return digest


def last_hand(connection: Connection, kind: str, record_id: int) -> tuple[str, datetime | None]:
    """Who changed the record last, and when; ("", None) for nobody known. A look is no change."""
    row = connection.execute(_LAST_HAND, {"kind": kind, "record_id": record_id}).first()
    return ("", None) if row is None else (row.name, from_microseconds(row.at))


def newest_digest(connection: Connection) -> bytes:
    """The head of the trail, or 32 zero bytes for an empty one."""
    return connection.scalar(_NEWEST) or GENESIS


def broken_entries(
    connection: Connection, reached: Callable[[int], None] | None = None
) -> Iterator[int]:
    """The ids of entries that do not follow from the one before, or whose place is empty.

    `reached` is told now and then which entry the check has come to; it may raise to end it.
    """
    digest, expected = GENESIS, 1
    for row in connection.execute(select(History.__table__).order_by(History.id)):
        if reached is not None and row.id % _TOLD_EVERY == 0:
            reached(row.id)
        line = (row.at, row.actor_id, row.deed, row.kind, row.record_id, row.changes)
        digest = _digest(digest, line)
        if row.digest != digest or row.id != expected:
            yield row.id
        digest, expected = row.digest, row.id + 1


def _digest(before: bytes, line: tuple[datetime, int | None, str, str, int, str]) -> bytes:
    """The digest of an entry: at, actor, deed, kind, record and changes, after the one before."""
    at, *rest = line
    plain = "|".join(map(str, (to_microseconds(at), *rest)))
    return hashlib.sha256(before + plain.encode("utf-8", "surrogatepass")).digest()


def _plain(value: Any) -> str:
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    raise TypeError(f"{type(value).__name__} has no place in the history")
