"""Inspections and defects on a real database, as the screens show them."""

import pytest

from desk.services.workplace import Workplace
from desk.ui.inspection.deeds import InspectionDeeds
from tests.services.conftest import Household
from tests.services.conftest import household as of_estate
from tests.services.inspection_course import Course

household = of_estate


@pytest.fixture
def course(workplace: Workplace, household: Household) -> Course:
    return Course(workplace, household.unit_id)


@pytest.fixture
def deeds(workplace: Workplace) -> InspectionDeeds:
    return InspectionDeeds(workplace)
