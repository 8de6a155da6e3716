"""One real office for all clauses that ask a database; each brings its own matter."""

from collections.abc import Iterator

import pytest

from desk.clock import FixedClock
from desk.config import DataFolder
from tests.conftest import NOW, Begun
from tests.services.closing_course import Desk, opened


@pytest.fixture(scope="session")
def office(begun: Begun, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """An encrypted database with two receptionists, a supervisor, a manager, a general manager."""
    clock = FixedClock(NOW)
    workplace = begun(DataFolder(tmp_path_factory.mktemp("clauses") / "data"), clock)
    yield opened(workplace, clock)
    workplace.close()
