"""What every test may rely on: no display, English, and a clock that stands still."""

import datetime as dt
import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from tests.compiled_once import compiled_once  # noqa: F401 - for every test
from tests.longest_first import pytest_collection_modifyitems  # noqa: F401 - a hook
from tests.printing_queue.place import SOCKET, own_socket
from tests.printing_queue.summary import pytest_terminal_summary  # noqa: F401 - a hook

os.environ[SOCKET] = str(own_socket())  # no test meets a printer of this machine

from desk import i18n
from desk.clock import FixedClock
from desk.config import DataFolder
from desk.domain.estate import Calendar, Region
from desk.domain.permissions import Role
from desk.domain.staff import AccountEntry
from desk.models.storage import Storage
from desk.models.vault import Cost
from desk.services import sign_in
from desk.services.workplace import Workplace

NOW = dt.datetime(2026, 11, 21, 6, 30, tzinfo=dt.UTC)


@pytest.fixture
def now() -> dt.datetime:
    """21 November 2026, 14:30 in Hong Kong, Taipei and Shanghai: a Saturday."""
    return NOW


@pytest.fixture
def clock(now: dt.datetime) -> FixedClock:
    """A clock that stands at `now` until a test lets it go on."""
    return FixedClock(now)


CHEAP = Cost(passes=1, memory=8, lanes=1)
PASSWORD = "open sesame 1"  # of every account the tests make


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    """A data folder that nobody has begun in."""
    return DataFolder(tmp_path / "data")


Begun = Callable[[DataFolder, FixedClock], Workplace]


@pytest.fixture(scope="session")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Begun:
    """An open desk on its first day: the first run is made once a moment, then only copied."""
    made: dict[dt.datetime, Workplace] = {}

    def on(folder: DataFolder, clock: FixedClock) -> Workplace:
        if clock.now() not in made:
            made[clock.now()] = _first_run(DataFolder(tmp_path_factory.mktemp("begun")), clock)
        first = made[clock.now()]
        shutil.copytree(first.folder.path, folder.path, dirs_exist_ok=True)
        i18n.serve(first.estate.region)
        storage = Storage.open(folder.database, first.key)
        return replace(first, folder=folder, storage=storage, clock=clock)

    return on


def _first_run(folder: DataFolder, clock: FixedClock) -> Workplace:
    """Closed again, for others to copy."""
    beginning = sign_in.Beginning(
        estate="海濱花園",
        region=Region.HK,
        calendar=Calendar.GREGORIAN,
        account=AccountEntry("admin", "陳大文", Role.ADMINISTRATOR, "zh_Hant"),
        password=PASSWORD,
    )
    opened, _code = sign_in.begin(folder, beginning, clock, CHEAP)
    opened.close()
    return opened


@pytest.fixture
def workplace(begun: Begun, folder: DataFolder, clock: FixedClock) -> Iterator[Workplace]:
    """A real encrypted database on disk, with its administrator (login `admin`) signed in."""
    opened = begun(folder, clock)
    yield opened
    opened.close()


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    i18n.use("en")
    i18n.serve("")
    yield
    i18n.use("en")
    i18n.serve("")
