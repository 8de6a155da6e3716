"""Brings a database to the shape this program knows.

Alembic is loaded late, here and nowhere else: a database that is already up to date is recognised
by one query. A step runs with foreign keys off (a rebuilt table must not take its children along),
in one transaction, and is checked before it is committed.
"""

from pathlib import Path

from sqlalchemy import Connection

from desk.errors import EnvironmentFault
from desk.models.storage import Storage, faults, set_pragma

HEAD = "0001"
_STEPS = Path(__file__).parent / "migrations"
_VERSION = "SELECT version_num FROM alembic_version"
_HAS_VERSION = "SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'"


def bring_up_to_date(storage: Storage) -> bool:
    """Run the missing steps; True when there were any. Fault `storage.newer` for a later one."""
    with storage.reading() as connection:
        found = current(connection)
    if found == HEAD:
        return False
    if found is not None and found > HEAD:
        raise EnvironmentFault("storage.newer")
    with faults(), storage.engine.connect() as connection:
        set_pragma(connection, "foreign_keys", "OFF")
        try:
            _run(connection.execution_options(desk_writes=True))
        finally:
            connection.rollback()
            set_pragma(connection, "foreign_keys", "ON")
    return True


def current(connection: Connection) -> str | None:
    """The step this database stands at; None for an empty one."""
    if connection.exec_driver_sql(_HAS_VERSION).first() is None:
        return None
    row = connection.exec_driver_sql(_VERSION).first()
    return None if row is None else str(row[0])


def _run(connection: Connection) -> None:
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415

    with connection.begin():
        config = Config()
        config.set_main_option("script_location", str(_STEPS).replace("%", "%%"))
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
            raise EnvironmentFault("storage.damaged")
