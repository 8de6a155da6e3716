"""The program log and the crash report tell what happened and never to whom."""

import datetime as dt
import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from desk import log
from desk.errors import EnvironmentFault

CANARY = "陳大文"


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    handler = log.start(tmp_path)
    yield tmp_path
    log.stop(handler)


def failure() -> Exception:
    """An error with a name in its message, its cause and its context."""
    try:
        try:
            raise KeyError(CANARY)
        except KeyError as cause:
            raise ValueError(f"no unit for {CANARY}") from cause
    except ValueError as error:
        return error


def test_an_exception_is_logged_by_type_and_place_without_its_message(folder: Path) -> None:
    logging.getLogger("desk.services").error("import stopped", exc_info=failure())
    text = (folder / "desk.log").read_text(encoding="utf-8")
    assert "ERROR desk.services import stopped" in text
    assert "builtins.ValueError" in text
    assert "builtins.KeyError" in text
    assert "test_log.py" in text
    assert CANARY not in text


def test_the_log_is_written_in_utc(folder: Path) -> None:
    logging.getLogger("desk").info("started")
    stamp = (folder / "desk.log").read_text(encoding="utf-8").split(" ")[0]
    assert dt.datetime.fromisoformat(stamp).utcoffset() == dt.timedelta(0)


def test_the_log_does_not_grow_without_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(log, "LIMIT", 1000)
    handler = log.start(tmp_path)
    for number in range(200):
        logging.getLogger("desk").info("saved R2026-%06d", number)
    log.stop(handler)
    files = list(tmp_path.iterdir())
    assert len(files) == log.KEPT + 1
    assert all(file.stat().st_size <= 1000 for file in files)


def test_a_folder_that_cannot_be_written_costs_the_log_and_not_the_program(
    tmp_path: Path,
) -> None:
    handler = log.start(tmp_path / "missing")
    logging.getLogger("desk").info("started")
    log.stop(handler)
    assert list(tmp_path.iterdir()) == []


def test_a_crash_report_names_versions_type_and_places_and_nobody(
    tmp_path: Path, now: dt.datetime
) -> None:
    path = log.write_crash_report(tmp_path, failure(), now)
    assert path is not None
    text = path.read_text(encoding="utf-8")
    assert path.name == "crash-20261121-063000-000000.txt"
    assert "Python 3." in text
    assert "builtins.ValueError" in text
    assert "test_log.py:" in text
    assert CANARY not in text
    assert str(Path.home()) not in text


def test_a_crash_report_tells_the_code_of_a_fault(tmp_path: Path, now: dt.datetime) -> None:
    path = log.write_crash_report(tmp_path, EnvironmentFault("storage.full", file=CANARY), now)
    assert path is not None
    text = path.read_text(encoding="utf-8")
    assert "desk.errors.EnvironmentFault storage.full" in text
    assert CANARY not in text


def test_errors_that_cause_each_other_in_a_circle_are_told_once() -> None:
    first, second = ValueError(), KeyError()
    first.__cause__, second.__cause__ = second, first
    assert log.places(first) == ["builtins.ValueError", "builtins.KeyError"]


def test_a_report_that_cannot_be_written_is_no_second_crash(
    tmp_path: Path, now: dt.datetime
) -> None:
    blocked = tmp_path / "file"
    blocked.touch()
    assert log.write_crash_report(blocked, failure(), now) is None


def test_a_place_is_named_from_its_package_on() -> None:
    assert log._place("/home/someone/desk/services/find.py") == "desk/services/find.py"
    assert log._place("/home/someone/other.py") == "other.py"
    assert log._place("/x/site-packages/sqlalchemy/orm.py") == "site-packages/sqlalchemy/orm.py"
