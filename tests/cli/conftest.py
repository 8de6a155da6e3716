"""A small sample estate, and the command line as a script would call it."""

import datetime as dt
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from desk.cli import main
from desk.clock import FixedClock
from desk.config import DataFolder
from desk.domain.estate import Region
from desk.services import sample_estate
from desk.services.sample_estate import Size
from tests.conftest import CHEAP

TODAY = dt.datetime(2026, 11, 21, 6, 30, tzinfo=dt.UTC)


class Estate(NamedTuple):
    """A data folder and the passwords of its accounts."""

    path: Path
    passwords: dict[str, str]


class Told(NamedTuple):
    """What a command answered."""

    code: int
    out: str
    err: str

    @property
    def rows(self) -> list[list[str]]:
        """Standard output as cells."""
        return [line.split("\t") for line in self.out.splitlines()]


Desk = Callable[..., Told]


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Estate:
    """One estate for all tests that only look."""
    path = tmp_path_factory.mktemp("cli") / "data"
    size = Size(households=40, days=30, seed=3, region=Region.HK)
    workplace, accounts = sample_estate.create(
        DataFolder(path), size, FixedClock(TODAY), cost=CHEAP
    )
    workplace.close()
    return Estate(path, {one.login: one.password for one in accounts})


@pytest.fixture
def estate(made: Estate, tmp_path: Path) -> Estate:
    """An estate of the test's own."""
    path = tmp_path / "data"
    shutil.copytree(made.path, path)
    return Estate(path, made.passwords)


@pytest.fixture
def desk(
    estate: Estate, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Desk:
    """`desk("find", "陳", login="supervisor")` on the estate, in English."""
    for name in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "C")

    def run(*words: str, login: str = "admin", data: Path | None = estate.path) -> Told:
        monkeypatch.setenv("DESK_USER", login)
        monkeypatch.setenv("DESK_PASSWORD", estate.passwords.get(login, "unknown"))
        capsys.readouterr()
        code = main(words if data is None else ["--data", str(data), *words])
        told = capsys.readouterr()
        return Told(code, told.out, told.err)

    return run


def is_one_plain_line(told: Told) -> bool:
    """What a failure looks like: a code, one line, no traceback."""
    lines = told.err.splitlines()
    return (
        told.code != 0
        and len(lines) == 1
        and lines[0].startswith("desk: ")
        and "Traceback" not in told.err
        and "Error" not in told.err
    )
