"""One deed, one transaction. Explicit commit, rolls back by default, knows who acts.

History, numbers and search tokens are written here, for every table that is `Recorded` and every
record that is `Searchable`; a feature cannot forget them, and cannot go round them either: a bulk
statement against a recorded table is refused.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from functools import cached_property
from types import TracebackType
from typing import Any, Self, TypeVar
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, inspect
from sqlalchemy.orm.exc import StaleDataError

from desk.clock import Clock
from desk.domain import numbering
from desk.errors import NotFound, StaleRecord
from desk.models import insertion, sequences
from desk.models.base import Base, Recorded
from desk.models.history import Deed, last_hand
from desk.models.storage import Storage, faults
from desk.models.trail import RecordingSession, Trail

Row = TypeVar("Row", bound=Recorded)
Seen = TypeVar("Seen")


class UnitOfWork:
    """The transaction of one deed, done by `actor_id` (None: by the program) at one moment."""

    def __init__(
        self, storage: Storage, clock: Clock, *, actor_id: int | None, zone: str = "UTC"
    ) -> None:
        self._storage = storage
        self.now: datetime = clock.now()
        self.actor_id = actor_id
        self._zone = ZoneInfo(zone)
        self._inserted: list[Base] = []

    def __enter__(self) -> Self:
        self._writing = self._storage.writing()
        self._connection: Connection = self._writing.__enter__()
        self._trail = Trail(self._connection, self.now, self.actor_id)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        try:
            if self._has_session():
                self.session.close()
        finally:
            self._writing.__exit__(kind, error, trace)

    @cached_property
    def session(self) -> RecordingSession:
        """The session for changes and for rows with parts; made when it is first needed."""
        session = RecordingSession(self._connection, expire_on_commit=False)
        session.trail = self._trail
        session.add_all(self._inserted)
        return session

    @property
    def reader(self) -> Connection:
        """What the lists take, inside this transaction."""
        return self._connection

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
            number = str(getattr(record, "number", ""))
            by, at = last_hand(self._connection, table.__tablename__, record_id)
            raise StaleRecord(table.__tablename__, number, by, at)
        return record

    def add(self, *rows: Base) -> None:
        """Put new rows under the transaction and give them their ids."""
        if not all(map(insertion.stands_alone, rows)):
            self.session.add_all(rows)
            self.flush()
            return
        with self._refusals():
            insertion.insert_rows(self._connection, rows)
            self._trail.inserted(rows)
        if self._has_session():
            self.session.add_all(rows)
        else:
            self._inserted += rows

    def add_with_parts(
        self, owners: Sequence[Base], parts: Mapping[str, Sequence[Sequence[Base]]]
    ) -> None:
        """Put many new rows and their new parts under the transaction, as imports do.

        `parts` gives for a collection one list an owner. None of the rows is watched for changes.
        """
        if not owners:
            return
        with self._refusals():
            every = insertion.insert_with_parts(self._connection, owners, parts)
            self._trail.inserted([*owners, *every])

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
        return self.day_of(moment).year

    def day_of(self, moment: datetime) -> date:
        """The estate's day at this moment."""
        return moment.astimezone(self._zone).date()

    def record(
        self, deed: str, kind: str, record_id: int, changes: dict[str, Any] | None = None
    ) -> None:
        """Write down a deed that changes no row: a look at an ID, an export, a sign-in."""
        self._trail.write([Deed(deed, kind, record_id, changes or {})])

    def flush(self) -> None:
        """Send what is pending; StaleRecord when someone else saved a row first.

        A row that was changed after it was added is pending too, and wants the session.
        """
        if self._has_session() or any(inspect(row).modified for row in self._inserted):
            with self._refusals():
                self.session.flush()

    def commit(self) -> None:
        """Make the deed durable."""
        self.flush()
        with faults():
            self._connection.commit()

    def committed(
        self, see: Callable[[Connection, int], Seen | None], kind: str, record_id: int
    ) -> Seen:
        """Make the deed durable; the record as it now stands, seen inside the transaction."""
        self.flush()
        found = see(self._connection, record_id)
        if found is None:
            raise NotFound(kind, str(record_id))
        self.commit()
        return found

    def _has_session(self) -> bool:
        return "session" in self.__dict__

    @contextmanager
    def _refusals(self) -> Iterator[None]:
        with faults():
            try:
                yield
            except StaleDataError as stale:
                raise StaleRecord("record") from stale
