"""A small household, for the deeds that concern one."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest

from desk.clock import FixedClock
from desk.config import DataFolder
from desk.domain.estate import Region
from desk.domain.permissions import Permission
from desk.models.estate import Building, Phone, Resident, Unit
from desk.services import sample_estate
from desk.services.sample_estate import Size
from desk.services.workplace import Workplace
from tests.conftest import CHEAP, NOW

Sample = Callable[[Region], Workplace]
SAMPLE_DAYS = 110


@dataclass(frozen=True)
class Household:
    """One unit with one resident."""

    unit_id: int
    unit: str
    resident_id: int
    name: str


@pytest.fixture
def household(workplace: Workplace) -> Household:
    """曾德華 in A座12樓B室, with a phone."""
    with workplace.deed(Permission.EDIT_HOUSEHOLDS) as work:
        unit = Unit(
            building=Building(name="A座"), floor="12", door="B", label="A座12樓B室", position="1"
        )
        resident = Resident(
            unit=unit,
            name="曾德華",
            role="owner",
            kind="natural",
            phones=[Phone(number="9123 4567", digits="91234567")],
        )
        work.add(resident)
        work.commit()
    return Household(unit.id, unit.label, resident.id, resident.name)


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sample]:
    """The sample estate of a region, made once and only looked at."""
    made: dict[Region, Workplace] = {}

    def of(region: Region) -> Workplace:
        if region not in made:
            folder = DataFolder(tmp_path_factory.mktemp(f"sample-{region}"))
            size = Size(40, SAMPLE_DAYS, 4, region)
            made[region] = sample_estate.create(folder, size, FixedClock(NOW), cost=CHEAP)[0]
        return made[region]

    yield of
    for workplace in made.values():
        workplace.close()
