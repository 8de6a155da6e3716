"""The database file: encrypted, recognised, and never replaced by mistake."""

import os
from pathlib import Path
from types import SimpleNamespace

import pytest
from sqlcipher3 import dbapi2

from desk.errors import EnvironmentFault
from desk.models import upgrade
from desk.models.storage import Storage, connect, faults

KEY = bytes(range(32))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "desk.db"


def _code(path: Path, key: bytes = KEY) -> str:
    with pytest.raises(EnvironmentFault) as fault:
        Storage.open(path, key)
    return fault.value.code


def test_a_new_database_opens_with_its_key(path: Path) -> None:
    Storage.create(path, KEY).close()
    Storage.open(path, KEY).close()

    assert not path.read_bytes().startswith(b"SQLite format 3")


def test_a_wrong_key_is_a_fault_and_leaves_the_file_alone(path: Path) -> None:
    Storage.create(path, KEY).close()
    before = path.read_bytes()

    assert _code(path, bytes(32)) == "storage.key_or_file_wrong"
    assert path.read_bytes() == before


@pytest.mark.parametrize("content", [b"", b"x"])
def test_a_file_that_was_emptied_is_damaged_and_stays_empty(path: Path, content: bytes) -> None:
    path.write_bytes(content)

    assert _code(path) == "storage.damaged"
    assert path.read_bytes() == content


def test_what_is_wrong_with_a_file_is_told_and_never_printed(
    path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    Storage.create(path, KEY).close()

    assert _code(path, bytes(32)) == "storage.key_or_file_wrong"
    assert capfd.readouterr().err == ""


def test_a_full_disk_is_not_called_a_broken_one(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Storage.create(path, KEY).close()

    def fails(*_: object) -> None:
        raise dbapi2.OperationalError("disk I/O error")

    monkeypatch.setattr("desk.models.storage.connect", fails)
    assert _code(path) == "storage.disk_failed"
    monkeypatch.setattr("desk.models.storage.disk_usage", lambda _: SimpleNamespace(free=1))
    assert _code(path) == "storage.disk_full"


def test_an_existing_file_is_never_made_anew(path: Path) -> None:
    path.write_bytes(b"somebody's work")
    with pytest.raises(EnvironmentFault) as fault:
        Storage.create(path, KEY)

    assert fault.value.code == "storage.folder_in_use"
    assert path.read_bytes() == b"somebody's work"


def test_a_missing_database_is_not_made_by_opening_it(path: Path) -> None:
    assert _code(path) == "storage.database_missing"
    assert not path.exists()


def test_a_text_file_is_not_taken_for_a_database(path: Path) -> None:
    path.write_bytes(b"not a database at all" * 500)

    assert _code(path) == "storage.key_or_file_wrong"


def test_another_programs_database_with_our_key_is_foreign(path: Path) -> None:
    with faults():
        connection = connect(path, KEY)
        connection.execute("CREATE TABLE t (a)")
        connection.close()

    assert _code(path) == "storage.foreign"


def test_a_truncated_database_is_noticed(path: Path) -> None:
    storage = Storage.create(path, KEY)
    upgrade.bring_up_to_date(storage)
    storage.close()
    path.write_bytes(path.read_bytes()[:3000])

    assert _code(path) in {"storage.key_or_file_wrong", "storage.damaged"}


@pytest.mark.skipif(os.name != "posix", reason="an open file keeps its name there")
@pytest.mark.parametrize(
    ("put_there", "code"), [(None, "storage.database_missing"), (b"other", "storage.replaced")]
)
def test_nothing_is_written_into_a_file_that_lost_its_name(
    path: Path, put_there: bytes | None, code: str
) -> None:
    storage = Storage.create(path, KEY)
    with storage.writing() as connection:
        connection.exec_driver_sql("CREATE TABLE kept (id INTEGER)")
        connection.commit()
    path.rename(path.with_name("moved.db"))
    if put_there is not None:
        path.write_bytes(put_there)

    with pytest.raises(EnvironmentFault) as refused, storage.writing():
        pass
    storage.close()
    assert refused.value.code == code


def test_reading_cannot_write(path: Path) -> None:
    storage = Storage.create(path, KEY)
    upgrade.bring_up_to_date(storage)
    with pytest.raises(EnvironmentFault) as fault, storage.reading() as reader:
        reader.exec_driver_sql("DELETE FROM building")
    storage.close()

    assert fault.value.code == "storage.read_only"


def test_the_pragmas_hold_on_every_connection(path: Path) -> None:
    storage = Storage.create(path, KEY)
    with storage.reading() as one, storage.reading() as two:
        for reader in (one, two):
            asked = [
                reader.exec_driver_sql(f"PRAGMA {name}").scalar()
                for name in ("foreign_keys", "journal_mode", "synchronous", "temp_store")
            ]
            assert asked == [1, "wal", 2, 2]
    storage.close()


def test_a_database_of_a_later_program_is_refused(path: Path) -> None:
    storage = Storage.create(path, KEY)
    upgrade.bring_up_to_date(storage)
    with storage.writing() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
    with pytest.raises(EnvironmentFault) as fault:
        upgrade.bring_up_to_date(storage)
    storage.close()

    assert fault.value.code == "storage.newer"


def test_two_programs_wait_for_each_other(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desk.models.storage.BUSY_SECONDS", 0)
    storage = Storage.create(path, KEY)
    upgrade.bring_up_to_date(storage)
    with storage.writing() as one:
        one.exec_driver_sql("UPDATE alembic_version SET version_num = version_num")
        other = connect(path, KEY)
        other.execute("PRAGMA busy_timeout = 0")
        with pytest.raises(EnvironmentFault) as fault, faults():
            other.execute("BEGIN IMMEDIATE")
        other.close()
    storage.close()

    assert fault.value.code == "storage.busy"
