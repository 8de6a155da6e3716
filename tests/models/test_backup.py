"""Nothing is changed before a good copy lies beside it, and nothing is changed for the worse."""

import datetime as dt
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from sqlalchemy import Connection, text

from desk.clock import FixedClock
from desk.domain.reception import ReceptionEntry
from desk.errors import EnvironmentFault
from desk.models import backup, history, upgrade
from desk.models.storage import Storage
from desk.services import reception
from desk.services.workplace import Workplace

STEP = '''"""A step of the test."""
from alembic import op
revision = "9001"
down_revision = "{before}"
branch_labels = depends_on = None
def upgrade() -> None:
    for statement in {statements!r}:
        op.execute(statement)
'''
GROWS = ("ALTER TABLE building ADD COLUMN colour TEXT",)

Steps = Callable[..., None]


@pytest.fixture
def storage(workplace: Workplace) -> Storage:
    """An estate in which somebody worked, part of it still in the journal."""
    for _visit in range(3):
        entry = ReceptionEntry(workplace.now(), caller_name="李小明", request="查詢")
        reception.register(workplace, entry)
    return workplace.storage


@pytest.fixture
def step(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Steps:
    """`step("ALTER …", …)`: the program knows one step more, which says this."""

    def add(*statements: str) -> None:
        steps = tmp_path / "steps"
        shutil.copytree(upgrade._STEPS, steps, ignore=shutil.ignore_patterns("__pycache__"))
        words = STEP.format(before=upgrade.HEAD, statements=statements)
        (steps / "versions" / "9001_test.py").write_text(words, "utf-8")
        monkeypatch.setattr(upgrade, "_STEPS", steps)
        monkeypatch.setattr(upgrade, "HEAD", "9001")

    return add


def files(storage: Storage) -> list[str]:
    """What lies in the folder of backups."""
    return sorted(path.name for path in (storage.path.parent / "backups").iterdir())


def rows(connection: Connection) -> int | None:
    return connection.scalar(text("SELECT count(*) FROM reception"))


def refused(storage: Storage, clock: FixedClock) -> EnvironmentFault:
    """Why the upgrade did not happen; the data is as it was, to the last page."""
    with storage.reading() as reader:
        before = backup.inventory(upgrade._driver(reader)), history.newest_digest(reader)
    with pytest.raises(EnvironmentFault) as fault:
        upgrade.bring_up_to_date(storage, clock)
    with storage.reading() as reader:
        assert (backup.inventory(upgrade._driver(reader)), history.newest_digest(reader)) == before
        assert list(history.broken_entries(reader)) == []
        assert upgrade.current(reader) != "9001"
    return fault.value


def test_a_backup_of_the_former_state_is_laid_down_before_a_step(
    storage: Storage, step: Steps, clock: FixedClock
) -> None:
    step(*GROWS)

    assert upgrade.bring_up_to_date(storage, clock) is True
    assert files(storage) == ["before-9001-20261121T063000Z.db"]
    kept = Storage.open(storage.path.parent / "backups" / files(storage)[0], storage._key)
    with kept.reading() as copy, storage.reading() as now:
        assert upgrade.current(copy) != upgrade.current(now) == "9001"
        assert rows(copy) == rows(now) == 3
        assert history.newest_digest(copy) == history.newest_digest(now)
        assert list(history.broken_entries(copy)) == []
    kept.close()


@pytest.mark.skipif(os.name != "posix", reason="file modes are posix")
def test_a_backup_is_for_this_user_alone_and_one_file(
    storage: Storage, step: Steps, clock: FixedClock
) -> None:
    (storage.path.parent / "backups").rmdir()
    step(*GROWS)
    upgrade.bring_up_to_date(storage, clock)
    path = storage.path.parent / "backups" / files(storage)[0]

    assert path.parent.stat().st_mode & 0o777 == 0o700
    assert path.stat().st_mode & 0o777 == 0o600
    assert "李小明".encode() not in path.read_bytes()


def test_a_backup_is_never_written_over(storage: Storage, step: Steps, clock: FixedClock) -> None:
    step("DELETE FROM reception")
    refused(storage, clock)
    first = (storage.path.parent / "backups" / files(storage)[0]).read_bytes()
    refused(storage, clock)

    names = ["before-9001-20261121T063000Z-2.db", "before-9001-20261121T063000Z.db"]
    assert files(storage) == names
    assert (storage.path.parent / "backups" / names[1]).read_bytes() == first


def test_what_a_cut_off_run_left_behind_is_not_played_into_the_copy(
    storage: Storage, step: Steps, clock: FixedClock
) -> None:
    for name in ("before-9001.part", "before-9001.part-journal", "before-9001.part-wal"):
        (storage.path.parent / "backups" / name).write_bytes(b"half" * 999)
    step(*GROWS)
    upgrade.bring_up_to_date(storage, clock)

    assert files(storage) == ["before-9001-20261121T063000Z.db"]


def test_a_new_database_needs_no_backup(tmp_path: Path, clock: FixedClock) -> None:
    storage = Storage.create(tmp_path / "desk.db", bytes(range(32)))
    upgrade.bring_up_to_date(storage, clock)
    storage.close()

    assert not (tmp_path / "backups").exists()


def test_without_room_for_the_backup_nothing_happens(
    storage: Storage, step: Steps, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    step(*GROWS)
    monkeypatch.setattr(backup, "disk_usage", lambda _: SimpleNamespace(free=1_000_000))
    fault = refused(storage, clock)

    assert fault.code == "storage.backup_no_room"
    assert 4 < int(fault.parameters["needed"]) < 12
    assert files(storage) == []


def test_a_disk_that_fills_while_the_copy_is_made_leaves_no_half_of_it(
    storage: Storage, step: Steps, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    step(*GROWS)
    small = (*backup.COPY_PRAGMAS, "PRAGMA max_page_count = 5")
    monkeypatch.setattr(backup, "COPY_PRAGMAS", small)

    assert refused(storage, clock).code == "storage.backup_no_room"
    assert files(storage) == []


def test_a_folder_that_takes_no_backup_stops_the_step(
    storage: Storage, step: Steps, clock: FixedClock
) -> None:
    step(*GROWS)
    (storage.path.parent / "backups").rmdir()
    (storage.path.parent / "backups").write_bytes(b"")

    assert refused(storage, clock).code == "storage.unwritable"


def loses_a_row(part: Path, storage: Storage) -> None:
    copy = storage.bare(part)
    copy.execute("PRAGMA foreign_keys = OFF")
    copy.execute("DELETE FROM reception WHERE id = 2")
    copy.close()


def is_nobodys(part: Path, storage: Storage) -> None:
    copy = storage.bare(part)
    copy.execute("PRAGMA application_id = 1")
    copy.close()


def is_of_another_step(part: Path, storage: Storage) -> None:
    copy = storage.bare(part)
    copy.execute("UPDATE alembic_version SET version_num = '0000'")
    copy.close()


def lacks_a_table(part: Path, storage: Storage) -> None:
    copy = storage.bare(part)
    copy.execute("DROP TABLE draft")
    copy.close()


def has_a_turned_bit(part: Path, _storage: Storage) -> None:
    content = bytearray(part.read_bytes())
    content[-2000] ^= 4
    part.write_bytes(bytes(content))


def is_empty(part: Path, _storage: Storage) -> None:
    part.write_bytes(b"")


def has_another_key(part: Path, _storage: Storage) -> None:
    part.unlink()
    Storage.create(part, bytes(32)).close()


@pytest.mark.parametrize(
    "spoil",
    [
        loses_a_row,
        is_nobodys,
        is_of_another_step,
        lacks_a_table,
        has_a_turned_bit,
        is_empty,
        has_another_key,
    ],
    ids=lambda spoil: spoil.__name__,
)
def test_a_copy_that_differs_stops_the_step_and_is_no_backup(
    storage: Storage,
    step: Steps,
    clock: FixedClock,
    monkeypatch: pytest.MonkeyPatch,
    spoil: Callable[[Path, Storage], None],
) -> None:
    step(*GROWS)
    copied = backup._copy

    def spoilt(storage: Storage, part: Path) -> None:
        copied(storage, part)
        spoil(part, storage)

    monkeypatch.setattr(backup, "_copy", spoilt)
    assert refused(storage, clock).code == "storage.backup_failed"
    assert files(storage) == []


HARM = {
    "loses a row": ("DELETE FROM reception WHERE id = 2",),
    "loses a table": ("DROP TABLE draft",),
    "loses search words": ("DELETE FROM search_reception WHERE rowid = 1",),
    "loses a parent": ("UPDATE reception SET first_asked_id = 99",),
    "rewrites history": (
        "DROP TRIGGER history_is_not_changed",
        "UPDATE history SET changes = '{}' WHERE id = 2",
    ),
}


@pytest.mark.parametrize("statements", HARM.values(), ids=HARM)
def test_a_step_that_does_harm_is_taken_back(
    storage: Storage, step: Steps, clock: FixedClock, statements: tuple[str, ...]
) -> None:
    step(*GROWS, *statements)
    fault = refused(storage, clock)

    assert fault.code == "storage.step_failed"
    assert files(storage) == [fault.parameters["backup"]]


def test_a_step_with_a_mistake_in_it_changes_nothing(
    storage: Storage, step: Steps, clock: FixedClock
) -> None:
    step(*GROWS, "DELETE FROM reception", "UPDATE alembic_version SET version_num = '0000'")
    with pytest.raises(Exception, match="9001"):
        upgrade.bring_up_to_date(storage, clock)

    with storage.reading() as reader:
        assert rows(reader) == 3
        assert upgrade.current(reader) not in ("0000", "9001")


def test_a_step_may_add_rows(storage: Storage, step: Steps, clock: FixedClock) -> None:
    step("INSERT INTO building (name, version) VALUES ('新樓', 1)")

    assert upgrade.bring_up_to_date(storage, clock) is True


def test_a_history_that_was_broken_before_does_not_shut_the_new_version_out(
    storage: Storage, step: Steps, clock: FixedClock
) -> None:
    with storage.writing() as connection:
        connection.exec_driver_sql("DROP TRIGGER history_is_not_changed")
        connection.exec_driver_sql("UPDATE history SET changes = '{}' WHERE id = 2")
        connection.commit()
    step(*GROWS)

    assert upgrade.bring_up_to_date(storage, clock) is True
    with storage.reading() as reader:
        assert list(history.broken_entries(reader)) == [2]


def test_another_moment_is_another_backup(storage: Storage, step: Steps, clock: FixedClock) -> None:
    step("DELETE FROM reception")
    refused(storage, clock)
    clock.advance(dt.timedelta(days=1))
    refused(storage, clock)

    assert len(files(storage)) == 2
