"""The homes of a sample estate: its buildings, floor by floor, and who lives there."""

from collections.abc import Iterator
from random import Random

from desk.domain.estate import Region
from desk.domain.room import Room
from desk.models.estate import Building, Unit
from desk.models.unit_of_work import UnitOfWork
from desk.services import sample_people
from desk.services.household_writing import place_unit
from desk.services.sample_people import Script
from desk.services.sample_visits import Caller
from desk.services.workplace import Workplace

_FLATS = "ABCDEFGH"
_INSTRUCTION_SHARE = 0.05


def fill(workplace: Workplace, chance: Random, script: Script, households: int) -> list[Caller]:
    """Every home with who lives in it; who may call at the counter."""
    callers: list[Caller] = []
    zone = workplace.estate.zone
    today = workplace.today()
    with UnitOfWork(workplace.storage, workplace.clock, actor_id=1, zone=zone) as work:
        buildings = {name: Building(name=name) for name in script.words["buildings"]}
        for room in _rooms(script, households):
            unit = _unit(buildings[room.building], room, script.region)
            residents = sample_people.household(chance, script, unit)
            work.session.add_all(residents)
            if chance.random() < _INSTRUCTION_SHARE:
                work.session.add(sample_people.instruction(chance, script, unit, today))
            work.flush()
            callers += map(Caller.of, residents)
        work.commit()
    return callers


def _unit(building: Building, room: Room, region: Region) -> Unit:
    unit = Unit(building=building)
    place_unit(unit, room, region)
    return unit


def _rooms(script: Script, households: int) -> Iterator[Room]:
    """As many rooms as households, spread over the buildings, floor by floor."""
    buildings = script.words["buildings"]
    for at in range(households):
        building = buildings[at % len(buildings)]
        level, flat = divmod(at // len(buildings), len(_FLATS))
        yield _room(script.region, building, level, flat)


def _room(region: Region, building: str, level: int, flat: int) -> Room:
    if region is Region.HK:
        return Room(building, "", str(level + 1), _FLATS[flat])
    if region is Region.TW:
        return Room(building, "", str(level + 1), "" if flat == 0 else f"之{flat}")
    entrance, door = divmod(flat, 4)
    return Room(building, f"{entrance + 1}单元", str(level + 1), f"{level + 1}{door + 1:02d}")
