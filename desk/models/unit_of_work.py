"""One deed, one transaction. Explicit commit, rolls back by default, knows who acts.

History, numbers and search tokens are written here, for every table that is `Recorded` and every
record that is `Searchable`; a feature cannot forget them, and cannot go round them either: a bulk
statement against a recorded table is refused.
"""

from collections.abc import Iterable
from datetime import datetime
from types import TracebackType
from typing import Any, Self, TypeVar
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, event, inspect
from sqlalchemy.orm import Mapper, ORMExecuteState, Session, UOWTransaction, object_session
from sqlalchemy.orm.exc import StaleDataError

from desk.clock import Clock
from desk.domain import numbering
from desk.errors import NotFound, StaleRecord
from desk.models import history, search_index, sequences
from desk.models.base import AffectsSearch, Base, Recorded, Searchable
from desk.models.storage import Storage, faults

Row = TypeVar("Row", bound=Recorded)

_UNTOLD = frozenset({"id", "version"})


class RecordingSession(Session):
    """The session of one unit of work; its events write the trail."""

    work: "UnitOfWork"


class UnitOfWork:
    """The transaction of one deed, done by `actor_id` (None: by the program) at one moment."""

    def __init__(
        self, storage: Storage, clock: Clock, *, actor_id: int | None, zone: str = "UTC"
    ) -> None:
        self._storage = storage
        self.now: datetime = clock.now()
        self.actor_id = actor_id
        self.removed: list[history.Deed] = []
        self._zone = ZoneInfo(zone)

    def __enter__(self) -> Self:
        self._writing = self._storage.writing()
        connection = self._writing.__enter__()
        self.session = RecordingSession(connection, expire_on_commit=False)
        self.session.work = self
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        try:
            self.session.close()
        finally:
            self._writing.__exit__(kind, error, trace)

    def get(self, table: type[Row], record_id: int) -> Row:
        """The record by its id; NotFound when there is none."""
        record = self.session.get(table, record_id)
        if record is None:
            raise NotFound(table.__tablename__, str(record_id))
        return record

    def get_as_seen(self, table: type[Row], record_id: int, version: int) -> Row:
        """The record, if nobody saved it since the clerk read `version`; else StaleRecord."""
        record = self.get(table, record_id)
        if record.version != version:
            raise StaleRecord(table.__tablename__, str(getattr(record, "number", "")))
        return record

    def add(self, *rows: Base) -> None:
        """Put new rows under the transaction and give them their ids."""
        self.session.add_all(rows)
        self.flush()

    def next_number(self, letter: str, at: datetime | None = None) -> str:
        """The next number of the series in the estate's year of `at` (default: now)."""
        return self.next_numbers(letter, 1, at)[0]

    def next_numbers(self, letter: str, count: int, at: datetime | None = None) -> list[str]:
        """The next `count` numbers of the series, gapless and in order."""
        year = self.year_of(at or self.now)
        taken = sequences.take(self._connection, letter, year, count)
        return [numbering.format_number(letter, year, value) for value in taken]

    def year_of(self, moment: datetime) -> int:
        """The year that is written at the estate at this moment."""
        return moment.astimezone(self._zone).year

    def record(
        self, deed: str, kind: str, record_id: int, changes: dict[str, Any] | None = None
    ) -> None:
        """Write down a deed that changes no row: a look at an ID, an export, a sign-in."""
        entry = history.Deed(deed, kind, record_id, changes or {})
        history.append(self._connection, [entry], at=self.now, actor_id=self.actor_id)

    def flush(self) -> None:
        """Send what is pending; StaleRecord when someone else saved a row first."""
        with faults():
            try:
                self.session.flush()
            except StaleDataError as stale:
                raise StaleRecord("record") from stale

    def commit(self) -> None:
        """Make the deed durable."""
        self.flush()
        with faults():
            self.session.commit()

    @property
    def reader(self) -> Connection:
        """For the lists: what stands inside this transaction."""
        return self._connection

    @property
    def _connection(self) -> Connection:
        return self.session.connection()


@event.listens_for(RecordingSession, "after_flush")
def _write_trail(session: RecordingSession, _context: UOWTransaction) -> None:
    """History and search tokens of everything that this flush changed."""
    work, connection = session.work, session.connection()
    with session.no_autoflush:
        history.append(connection, _deeds(session), at=work.now, actor_id=work.actor_id)
        fresh, changed = _to_index(session)
        search_index.put(connection, fresh, fresh=True)
        search_index.put(connection, changed, fresh=False)


@event.listens_for(Recorded, "after_delete", propagate=True)
def _note_removal(_mapper: Mapper[Any], _connection: Connection, row: Recorded) -> None:
    """Parts that fell out of their owner's collection are told as removed."""
    session = object_session(row)
    if isinstance(session, RecordingSession):
        values = _values(row)
        session.work.removed.append(history.Deed("removed", row.__tablename__, row.id, values))


@event.listens_for(RecordingSession, "do_orm_execute")
def _refuse_bulk_writes(state: ORMExecuteState) -> None:
    """A statement that writes would leave no trail."""
    if not state.is_select:
        raise TypeError("recorded tables are changed through their rows, never in bulk")


def _deeds(session: RecordingSession) -> Iterable[history.Deed]:
    for row in _in_order(session.new):
        yield history.Deed("created", row.__tablename__, row.id, _values(row))
    for row in _in_order(session.dirty):
        changes = _changes(row)
        if changes:
            yield history.Deed("changed", row.__tablename__, row.id, changes)
    yield from session.work.removed
    session.work.removed.clear()


def _in_order(rows: Iterable[object]) -> list[Recorded]:
    recorded = [row for row in rows if isinstance(row, Recorded)]
    return sorted(recorded, key=_table_and_id)


def _table_and_id(row: Recorded) -> tuple[str, int]:
    return row.__tablename__, row.id


def _columns(row: Recorded) -> Iterable[str]:
    return (column.key for column in inspect(type(row)).column_attrs if column.key not in _UNTOLD)


def _values(row: Recorded) -> dict[str, Any]:
    given = row.__dict__
    return {key: given[key] for key in _columns(row) if given.get(key) not in (None, "")}


def _changes(row: Recorded) -> dict[str, list[Any]]:
    state = inspect(row)
    changes = {}
    for key in _columns(row):
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
