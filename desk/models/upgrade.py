"""Brings a database to the shape this program knows.

Alembic is loaded late, here and nowhere else: a database that is already up to date is recognised
by one query. A step runs with foreign keys off (a rebuilt table must not take its children along),
in one transaction. Before it a verified backup is laid down; after it, before it is committed,
every table is counted again, and references and history are checked. Whatever fails leaves the
database as it was.
"""

from pathlib import Path

from sqlalchemy import Connection

from desk.clock import Clock, SystemClock
from desk.errors import EnvironmentFault
from desk.models import backup, history
from desk.models.backup import Inventory, inventory
from desk.models.storage import Storage, faults, set_pragma

HEAD = "0015"
_STEPS = Path(__file__).parent / "migrations"
_VERSION = "SELECT version_num FROM alembic_version"
_HAS_VERSION = "SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'"
_LOST_REFERENCES = "PRAGMA foreign_key_check"


def bring_up_to_date(storage: Storage, clock: Clock | None = None) -> bool:
    """Run the missing steps; True when there were any. Fault `storage.newer` for a later one.

    What holds anything is backed up first, under the moment of `clock` (default: the PC's).
    """
    with storage.reading() as connection:
        if _is_up_to_date(connection):
            return False
    with faults(), storage.engine.connect() as connection:
        set_pragma(connection, "foreign_keys", "OFF")
        try:
            writing = connection.execution_options(desk_writes=True)
            with writing.begin():
                return _run(storage, writing, clock or SystemClock())
        finally:
            connection.rollback()
            set_pragma(connection, "foreign_keys", "ON")


def current(connection: Connection) -> str | None:
    """The step this database stands at; None for an empty one."""
    if connection.exec_driver_sql(_HAS_VERSION).first() is None:
        return None
    row = connection.exec_driver_sql(_VERSION).first()
    return None if row is None else str(row[0])


def _is_up_to_date(connection: Connection) -> bool:
    found = current(connection)
    if found is not None and found > HEAD:
        raise EnvironmentFault("storage.newer")
    return found == HEAD


def _run(storage: Storage, connection: Connection, clock: Clock) -> bool:
    """Back up, step, check; under the write lock, so that nobody changes anything in between."""
    if _is_up_to_date(connection):  # another program came first
        return False
    before = inventory(_driver(connection))
    if before.is_empty:
        _step(connection)
        return True
    kept = backup.keep(storage, before, f"before-{HEAD}", clock.now())
    _step(connection)
    if not _is_whole(connection, before) or _broke_history(storage, connection):
        raise EnvironmentFault("storage.step_failed", backup=kept.name)
    return True


def _step(connection: Connection) -> None:
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(_STEPS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, HEAD)


def _is_whole(connection: Connection, before: Inventory) -> bool:
    """Whether no table lost a row, every reference leads somewhere, and the step is the last."""
    after = inventory(_driver(connection))
    dangling = connection.exec_driver_sql(_LOST_REFERENCES).first()
    return after.step == HEAD and dangling is None and not after.lost_since(before)


def _broke_history(storage: Storage, connection: Connection) -> bool:
    """Whether the step broke the trail where it was whole; others still see the state before."""
    broken = set(history.broken_entries(connection))
    if not broken:
        return False
    with storage.reading() as reader:
        return not broken <= set(history.broken_entries(reader))


def _driver(connection: Connection) -> object:
    return connection.connection.driver_connection
