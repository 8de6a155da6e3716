"""A small household, for the deeds that concern one."""

from dataclasses import dataclass

import pytest

from desk.domain.permissions import Permission
from desk.models.estate import Building, Phone, Resident, Unit
from desk.services.workplace import Workplace


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
