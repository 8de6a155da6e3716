"""One real office for all clauses that ask a database; each brings its own matter."""

from collections.abc import Iterator

import pytest

from desk.clock import FixedClock
from desk.config import DataFolder
from desk.domain.estate import Calendar, Region
from desk.domain.permissions import Role
from desk.domain.staff import AccountEntry
from desk.services import sign_in
from tests.conftest import CHEAP, NOW, PASSWORD
from tests.services.closing_course import Desk, opened


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """An encrypted database with two receptionists, a supervisor, a manager, a general manager."""
    beginning = sign_in.Beginning(
        estate="海濱花園",
        region=Region.HK,
        calendar=Calendar.GREGORIAN,
        account=AccountEntry("admin", "陳大文", Role.ADMINISTRATOR, "zh_Hant"),
        password=PASSWORD,
    )
    folder = DataFolder(tmp_path_factory.mktemp("clauses") / "data")
    clock = FixedClock(NOW)
    workplace, _code = sign_in.begin(folder, beginning, clock, CHEAP)
    yield opened(workplace, clock)
    workplace.close()
