"""A register of move-ins on a real database, and a unit into which somebody moves."""

from collections.abc import Iterator, Sequence

import pytest

from desk.services.workplace import Workplace
from desk.ui.kit.result_list import FoundGroup
from desk.ui.move_in.cases_page import CasesPage
from desk.ui.move_in.deeds import MoveInDeeds
from tests.services.conftest import Household
from tests.services.conftest import household as of_estate
from tests.services.move_in_course import MoveInCourse

__all__ = ["of_estate"]

household = of_estate


def nobody(_text: str) -> Sequence[FoundGroup]:
    return ()


@pytest.fixture
def course(workplace: Workplace, household: Household) -> MoveInCourse:
    return MoveInCourse(workplace, household.unit_id)


@pytest.fixture
def deeds(workplace: Workplace) -> MoveInDeeds:
    return MoveInDeeds(workplace, nobody)


@pytest.fixture
def page(deeds: MoveInDeeds) -> Iterator[CasesPage]:
    made = CasesPage(deeds)
    made.resize(1280, 720)
    made.show()
    made.shown()
    yield made
    made.close()
    made.deleteLater()
