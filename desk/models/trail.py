"""What the unit of work writes by itself: history and search tokens of everything it changed."""

from collections.abc import Iterable
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import Connection, event, inspect
from sqlalchemy.orm import Mapper, ORMExecuteState, Session, UOWTransaction, object_session

from desk.models import history, search_index
from desk.models.base import AffectsSearch, Base, Recorded, Searchable
from desk.models.history import Deed
from desk.models.rooms import Rooms

_UNTOLD = frozenset({"id", "version", "touched_at"})


class Trail:
    """The trail of one unit of work: its moment, its actor, and the newest digest."""

    def __init__(self, connection: Connection, at: datetime, actor_id: int | None) -> None:
        self._connection = connection
        self._at = at
        self._actor_id = actor_id
        self._head: bytes | None = None
        self._rooms = Rooms(connection)
        self.removed: list[Deed] = []

    def write(self, deeds: Iterable[Deed]) -> None:
        """Chain the deeds to the history."""
        self._head = history.append(
            self._connection, deeds, at=self._at, actor_id=self._actor_id, head=self._head
        )

    def inserted(self, rows: Iterable[Base]) -> None:
        """New rows that stand alone: told and indexed."""
        recorded = [row for row in rows if isinstance(row, Recorded)]
        self.write(_created(recorded))
        self._index([row for row in recorded if isinstance(row, Searchable)], fresh=True)

    def flushed(self, session: Session) -> None:
        """Everything a session has just sent."""
        self.write(_deeds(session, self.removed))
        self.removed.clear()
        fresh, changed = _to_index(session)
        if changed:  # perhaps a unit or a building, so rooms are read again
            self._rooms = Rooms(self._connection)
        self._index(fresh, fresh=True)
        self._index(changed, fresh=False)

    def _index(self, records: Iterable[Searchable], *, fresh: bool) -> None:
        search_index.put(self._connection, records, self._rooms, fresh=fresh)


class RecordingSession(Session):
    """The session of one unit of work; its events write the trail."""

    trail: Trail


@event.listens_for(RecordingSession, "after_flush")
def _write_trail(session: RecordingSession, _context: UOWTransaction) -> None:
    with session.no_autoflush:
        session.trail.flushed(session)


@event.listens_for(Recorded, "after_delete", propagate=True)
def _note_removal(_mapper: Mapper[Any], _connection: Connection, row: Recorded) -> None:
    """Parts that fell out of their owner's collection are told as removed."""
    session = object_session(row)
    if isinstance(session, RecordingSession):
        deed = Deed("removed", row.__tablename__, row.id, _values(row))
        session.trail.removed.append(deed)


@event.listens_for(RecordingSession, "do_orm_execute")
def _refuse_bulk_writes(state: ORMExecuteState) -> None:
    """A statement that writes would leave no trail."""
    if not state.is_select:
        raise TypeError("recorded tables are changed through their rows, never in bulk")


def _deeds(session: Session, removed: Iterable[Deed]) -> Iterable[Deed]:
    yield from _created(_in_order(session.new))
    for row in _in_order(session.dirty):
        changes = _changes(row)
        if changes:
            yield Deed("changed", row.__tablename__, row.id, changes)
    yield from removed


def _created(rows: Iterable[Recorded]) -> Iterable[Deed]:
    for row in rows:
        yield Deed("created", row.__tablename__, row.id, _values(row))


def _in_order(rows: Iterable[object]) -> list[Recorded]:
    recorded = [row for row in rows if isinstance(row, Recorded)]
    return sorted(recorded, key=_table_and_id)


def _table_and_id(row: Recorded) -> tuple[str, int]:
    return row.__tablename__, row.id


@cache
def _columns(table: type[Recorded]) -> tuple[str, ...]:
    return tuple(one.key for one in inspect(table).column_attrs if one.key not in _UNTOLD)


def _values(row: Recorded) -> dict[str, Any]:
    given = row.__dict__
    return {key: given[key] for key in _columns(type(row)) if given.get(key) not in (None, "")}


def _changes(row: Recorded) -> dict[str, list[Any]]:
    state = inspect(row)
    changes = {}
    for key in _columns(type(row)):
        told = state.attrs[key].history
        if told.has_changes():
            before, after = told.deleted or [None], told.added or [None]
            changes[key] = [before[0], after[0]]
    return changes


def _to_index(session: Session) -> tuple[list[Searchable], list[Searchable]]:
    """Records that are new to the index, and records whose tokens may have changed."""
    fresh = [row for row in session.new if isinstance(row, Searchable)]
    known = {id(row) for row in fresh}
    changed: dict[int, Searchable] = {}
    for row in (*session.new, *filter(_alters_tokens, session.dirty)):
        if isinstance(row, AffectsSearch) and id(row) not in known:
            changed.update((id(one), one) for one in row.affected_records() if id(one) not in known)
    return fresh, list(changed.values())


def _alters_tokens(row: object) -> bool:
    """Whether a dirty row changed in itself, or in a part whose words it is found by."""
    if not isinstance(row, Recorded) or not isinstance(row, AffectsSearch):
        return False
    state = inspect(row)
    parts = (state.attrs[name].history.has_changes() for name in row.search_parts)
    return bool(_changes(row)) or any(parts)
