"""A copy of the database that is known to be good before anybody relies on it.

The copy is made by the database itself (a file copy of a live database loses what its journal
holds), encrypted with the same key, so that the same passwords open it. It stands under a name of
its own only once it was read back: application, version, every table and its rows, every page.
A copy is never written over and never deleted here.
"""

from collections.abc import Mapping
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from shutil import disk_usage
from typing import Any

from desk.config import DataFolder, sync_folder
from desk.errors import EnvironmentFault
from desk.models import disk
from desk.models.storage import Storage, faults

MEGABYTE = 1024**2
SPARE = 4 * MEGABYTE  # bytes that stay free beside a copy: journals, logs
COPY_PRAGMAS = (
    "PRAGMA journal_mode = DELETE",
    "PRAGMA synchronous = FULL",
    "PRAGMA temp_store = MEMORY",
)

_TABLES = (
    "SELECT name, type FROM pragma_table_list"
    " WHERE schema = 'main' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
)
_VERSION = "SELECT version_num FROM alembic_version"
_VERSION_TABLE = "alembic_version"
_OWN_AFFAIR = "shadow"  # what a search table keeps for itself


@dataclass(frozen=True)
class Inventory:
    """What a database holds: whose it is, its step, its size in bytes, and rows per table.

    `inner` are the tables in which a search table keeps its tokens; their rows come and go.
    """

    application: int
    step: str | None
    size: int
    rows: Mapping[str, int]
    inner: Mapping[str, int]

    @property
    def is_empty(self) -> bool:
        """Whether nothing was ever put into it."""
        return not self.rows

    def lost_since(self, before: "Inventory") -> tuple[str, ...]:
        """The tables that have fewer rows than before, or are gone."""
        return tuple(name for name, rows in before.rows.items() if self.rows.get(name, -1) < rows)


def inventory(driver: Any) -> Inventory:
    """What the database of a bare connection holds, in the transaction that it is in."""
    rows: dict[str, int] = {}
    inner: dict[str, int] = {}
    for name, kind in driver.execute(_TABLES).fetchall():
        (inner if kind == _OWN_AFFAIR else rows)[name] = _one(
            driver, f'SELECT count(*) FROM "{name}"'
        )
    return Inventory(
        application=_one(driver, "PRAGMA application_id"),
        step=_one(driver, _VERSION) if _VERSION_TABLE in rows else None,
        size=int(_one(driver, "PRAGMA page_count")) * int(_one(driver, "PRAGMA page_size")),
        rows=rows,
        inner=inner,
    )


def keep(storage: Storage, holds: Inventory, name: str, at: datetime) -> Path:
    """Lay a verified copy into the folder's backups as `name` and the moment (UTC); its path.

    Nobody may write meanwhile: the caller holds the write lock, in which `holds` was found. There
    is to be room for the copy and for as much again, which a step that follows may write.
    Faults `storage.backup_no_room`, `storage.backup_failed`; nothing stays behind then.
    """
    folder = DataFolder(storage.path.parent).backups
    needed = 2 * holds.size + SPARE
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if disk_usage(folder).free < needed:
            raise EnvironmentFault("storage.disk_full")
        return _kept(storage, holds, folder / f"{name}.part", at)
    except OSError as error:
        fault = disk.fault(error)
    except EnvironmentFault as error:
        fault = error
    if fault.code == "storage.disk_full":
        raise EnvironmentFault("storage.backup_no_room", needed=-(-needed // MEGABYTE))
    raise fault


def _kept(storage: Storage, holds: Inventory, part: Path, at: datetime) -> Path:
    """The copy grows under the name of its part; it takes its own when it is known to be good."""
    _clear(part)  # of a run that was cut off: the write lock says that it is nobody's now
    try:
        part.touch(mode=0o600)
        _copy(storage, part)
        _refuse_unless_same(storage, part, holds)
        kept = _free_name(part, at)
        part.rename(kept)
    finally:
        with suppress(OSError):
            _clear(part)
    sync_folder(kept.parent)
    return kept


def _clear(part: Path) -> None:
    """Take the unfinished copy away, and its journals, which would be played into the next."""
    for ending in ("", "-journal", "-wal", "-shm"):
        part.with_name(part.name + ending).unlink(missing_ok=True)


def _copy(storage: Storage, part: Path) -> None:
    with (
        faults(),
        closing(storage.bare()) as source,
        closing(storage.bare(part, COPY_PRAGMAS)) as target,
    ):
        source.backup(target)
        target.execute("PRAGMA journal_mode = DELETE")  # one file, nothing beside it


def _refuse_unless_same(storage: Storage, part: Path, holds: Inventory) -> None:
    """Read the copy back: every page whole, and in it what the data holds."""
    try:
        with faults(), closing(storage.bare(part, COPY_PRAGMAS)) as copy:
            damaged = copy.execute("PRAGMA cipher_integrity_check").fetchone()
            found = inventory(copy)
    except EnvironmentFault:
        raise EnvironmentFault("storage.backup_failed") from None
    if damaged is not None or found != holds:
        raise EnvironmentFault("storage.backup_failed")


def _free_name(part: Path, at: datetime) -> Path:
    """A name that nothing has, be it that the PC's clock says the same moment twice."""
    stem = f"{part.stem}-{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    path, count = part.with_name(f"{stem}.db"), 1
    while path.exists():
        count += 1
        path = part.with_name(f"{stem}-{count}.db")
    return path


def _one(driver: Any, statement: str) -> Any:
    row = driver.execute(statement).fetchone()
    return None if row is None else row[0]
