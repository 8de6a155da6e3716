"""A register of passes on a real database, and a unit whose passes they are."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from desk.services.workplace import Workplace
from desk.ui.kit.result_list import FoundGroup
from desk.ui.release_pass.deeds import PassDeeds
from desk.ui.release_pass.page import PassPage
from tests.services.conftest import Household
from tests.services.conftest import household as of_estate
from tests.services.pass_course import Course

__all__ = ["of_estate"]

household = of_estate


def nobody(_text: str) -> Sequence[FoundGroup]:
    return ()


@pytest.fixture
def course(workplace: Workplace, household: Household, tmp_path: Path) -> Course:
    return Course(workplace, household.unit_id, tmp_path)


@pytest.fixture
def deeds(workplace: Workplace) -> PassDeeds:
    return PassDeeds(workplace, nobody)


@pytest.fixture
def page(deeds: PassDeeds) -> Iterator[PassPage]:
    made = PassPage(deeds)
    made.resize(1280, 720)
    made.show()
    made.shown()
    yield made
    made.close()
    made.deleteLater()
