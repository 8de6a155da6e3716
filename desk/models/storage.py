"""The encrypted database file of one data folder.

SQLCipher through SQLAlchemy's SQLite dialect. Reads run in a deferred transaction, deeds in
`BEGIN IMMEDIATE`, so that a read never turns into a write half-way. Only the unit of work writes.
"""

import json
import os
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from shutil import disk_usage
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2

from desk.errors import EnvironmentFault
from desk.models import disk

APPLICATION_ID = 0x4445534B  # "DESK"
SMALLEST_PAGE = 512
ROOM_TO_OPEN = 65_536  # bytes: the shared memory of the write-ahead log, and more
CACHE_KIB = 16_384
BUSY_SECONDS = 5

PRAGMAS = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    f"PRAGMA busy_timeout = {BUSY_SECONDS * 1000}",
    f"PRAGMA cache_size = -{CACHE_KIB}",
    "PRAGMA temp_store = MEMORY",
)

_FAULTS = (
    ("disk is full", "storage.disk_full"),
    ("readonly", "storage.read_only"),
    ("read-only", "storage.read_only"),
    ("locked", "storage.busy"),
    ("busy", "storage.busy"),
    ("not a database", "storage.key_or_file_wrong"),
    ("malformed", "storage.damaged"),
    ("unable to open", "storage.unreadable"),
    ("disk i/o error", "storage.disk_failed"),
)


class Storage:
    """The open database. Close it before the folder is moved or copied."""

    def __init__(self, path: Path, key: bytes) -> None:
        self.path = path
        self._key = key
        self.engine = _engine(path, key)
        self._file = _file(path)

    @classmethod
    def create(cls, path: Path, key: bytes) -> "Storage":
        """Make a new, empty database file, open to this user alone; never touches an older one."""
        if path.exists():
            raise EnvironmentFault("storage.folder_in_use")
        try:
            path.touch(mode=0o600)
        except OSError as error:
            raise disk.fault(error) from None
        with faults(), closing(connect(path, key)) as connection:
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        return cls(path, key)

    @classmethod
    def open(cls, path: Path, key: bytes) -> "Storage":
        """Open an existing database; faults name a missing, foreign or damaged file."""
        if not path.exists():
            raise EnvironmentFault("storage.database_missing")
        if not os.access(path.parent, os.W_OK):
            raise EnvironmentFault("storage.read_only")
        if path.is_file() and path.stat().st_size < SMALLEST_PAGE:
            raise EnvironmentFault("storage.damaged")  # SQLite would take it for a new one
        if _application_of(path, key) != APPLICATION_ID:
            raise EnvironmentFault("storage.foreign")
        return cls(path, key)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one moment of the database and cannot change it."""
        with faults(), self.engine.connect() as connection:
            set_pragma(connection, "query_only", "ON")
            try:
                yield connection
            finally:
                connection.rollback()
                set_pragma(connection, "query_only", "OFF")

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection whose transaction holds the write lock from its start.

        Refused when the file under the name is no longer the one that is open: what is written
        into a file without a name is lost when the program ends.
        """
        if _file(self.path) != self._file:
            raise EnvironmentFault("storage.replaced")
        with faults(), self.engine.connect() as connection:
            yield connection.execution_options(desk_writes=True)

    def bare(self, path: Path | None = None, pragmas: Sequence[str] = PRAGMAS) -> Any:
        """A bare connection with this key: to the database, or to a copy of it at `path`."""
        return connect(path or self.path, self._key, pragmas)

    def close(self) -> None:
        """Give the file back."""
        self.engine.dispose()


def _application_of(path: Path, key: bytes) -> int:
    """Whose database it is. On a full disk SQLite may merely say that the disk failed."""
    try:
        with faults(), closing(connect(path, key)) as connection:
            (found,) = connection.execute("PRAGMA application_id").fetchone()
    except EnvironmentFault as fault:
        if fault.code == "storage.disk_failed" and disk_usage(path.parent).free < ROOM_TO_OPEN:
            raise EnvironmentFault("storage.disk_full") from None
        raise
    return int(found)


@contextmanager
def faults() -> Iterator[None]:
    """Turns what SQLite says about file, disk and lock into faults with words."""
    try:
        yield
    except DBAPIError as error:
        raise _fault(error.orig) from error if _is_bug(error.orig) else None
    except dbapi2.Error as error:
        raise _fault(error) from error if _is_bug(error) else None


def connect(path: Path, key: bytes, pragmas: Sequence[str] = PRAGMAS) -> Any:
    """A bare SQLCipher connection with our pragmas; `key` is 32 raw bytes."""
    connection = dbapi2.connect(
        str(path), isolation_level=None, check_same_thread=False, timeout=BUSY_SECONDS
    )
    try:
        connection.execute("PRAGMA cipher_log_level = NONE")  # faults are told, not printed
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        for pragma in pragmas:
            connection.execute(pragma)
    except BaseException:
        connection.close()
        raise
    return connection


def set_pragma(connection: Connection, name: str, value: str) -> None:
    """Set a pragma outside any transaction, where alone some of them take effect."""
    driver: Any = connection.connection.driver_connection
    driver.execute(f"PRAGMA {name} = {value}")


def _file(path: Path) -> tuple[int, int]:
    """Which file stands under the name; fault `storage.database_missing` for none."""
    try:
        found = path.stat()
    except FileNotFoundError:
        raise EnvironmentFault("storage.database_missing") from None
    except OSError:
        raise EnvironmentFault("storage.unreadable") from None
    return found.st_dev, found.st_ino


def _engine(path: Path, key: bytes) -> Engine:
    def open_connection() -> Any:
        return connect(path, key)

    engine = create_engine(
        "sqlite://",
        module=dbapi2,
        creator=open_connection,
        poolclass=QueuePool,
        pool_size=2,
        max_overflow=4,
        pool_use_lifo=True,  # one warm page cache rather than two cold ones
        json_serializer=_json,
    )
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("desk_writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _fault(error: BaseException | None) -> BaseException:
    said = str(error).lower()
    for words, code in _FAULTS:
        if words in said:
            return EnvironmentFault(code)
    return error or EnvironmentFault("storage.damaged")


def _is_bug(error: BaseException | None) -> bool:
    return not isinstance(_fault(error), EnvironmentFault)
