"""What a clerk does with the estate: its buildings and units.

The people in them are in `resident`, what the desk must mind in `instruction`, looking at a whole
household in `household`.
"""

from desk.domain import unit as rules
from desk.domain.permissions import Permission
from desk.domain.reasons import Reason
from desk.domain.room import Room
from desk.errors import RuleRefused
from desk.models.estate import Building, Unit
from desk.models.lists import household as household_list
from desk.models.unit_of_work import UnitOfWork
from desk.services.cleaning import Cleaning
from desk.services.household_writing import new_unit, place_unit
from desk.services.workplace import Workplace


def add_unit(workplace: Workplace, place: Room) -> int:
    """Write a unit down, and its building where that is new; returns the unit's id."""
    place = _ready(place)
    with workplace.deed(Permission.EDIT_HOUSEHOLDS) as work:
        _refuse_twin(work, place, None)
        building = _building(work, place.building)
        unit = new_unit(building.id, _as_in(building, place), workplace.estate.region)
        work.add(unit)
        work.commit()
        return unit.id


def change_unit(workplace: Workplace, unit_id: int, version: int, place: Room) -> None:
    """Correct where a unit is; its residents are found by the new room."""
    place = _ready(place)
    with workplace.deed(Permission.EDIT_HOUSEHOLDS) as work:
        unit = work.get_as_seen(Unit, unit_id, version)
        _refuse_twin(work, place, unit_id)
        unit.building = _building(work, place.building)
        place_unit(unit, _as_in(unit.building, place), workplace.estate.region)
        work.commit()


def _ready(place: Room) -> Room:
    """The place with clean texts; refused with everything that is wrong."""
    cleaning = Cleaning()
    place = Room(
        cleaning.line(place.building, rules.BUILDING_LIMIT, "building"),
        cleaning.line(place.entrance, rules.PART_LIMIT, "entrance"),
        cleaning.line(place.floor, rules.PART_LIMIT, "floor"),
        cleaning.line(place.door, rules.PART_LIMIT, "door"),
    )
    cleaning.refuse(rules.place_reasons(place))
    return place


def _building_of(work: UnitOfWork, name: str) -> int | None:
    """The id of the building that is meant by this writing."""
    key = rules.building_key(name)
    known = household_list.buildings(work.reader)
    return next((one.id for one in known if rules.building_key(one.name) == key), None)


def _building(work: UnitOfWork, name: str) -> Building:
    known = _building_of(work, name)
    if known is not None:
        return work.get(Building, known)
    building = Building(name=name)
    work.add(building)
    return building


def _as_in(building: Building, place: Room) -> Room:
    """The place with its building written as the estate writes it."""
    return Room(building.name, place.entrance, place.floor, place.door)


def _refuse_twin(work: UnitOfWork, place: Room, but: int | None) -> None:
    """One place is one unit, in whatever writing."""
    key = rules.unit_key(place)
    twins = (one for one in household_list.all_units(work.reader) if one.id != but)
    if any(rules.unit_key(one.room) == key for one in twins):
        raise RuleRefused([Reason("unit.exists", "door")])
