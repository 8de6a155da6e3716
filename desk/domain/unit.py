"""What makes a unit of the estate: that it has a place, and when two writings are one place."""

from functools import lru_cache

from desk.domain import room
from desk.domain.reasons import Reason
from desk.domain.room import Room

BUILDING_LIMIT = 80
PART_LIMIT = 20

UnitKey = tuple[tuple[str, ...], ...]


@lru_cache(maxsize=32_768)
def unit_key(place: Room) -> UnitKey:
    """The same for every writing of the same room, and different for different rooms."""
    return (
        building_key(place.building),
        room.components(Room(entrance=place.entrance)),
        room.components(Room(floor=place.floor, door=place.door)),
    )


@lru_cache(maxsize=4_096)
def building_key(name: str) -> tuple[str, ...]:
    """The same for every writing of the same building."""
    return room.components(Room(building=name))


def building_reasons(name: str) -> tuple[Reason, ...]:
    """A building has a name that says which one it is."""
    return () if building_key(name) else (Reason("building.name.missing", "building"),)


def place_reasons(place: Room) -> tuple[Reason, ...]:
    """A unit stands in a building and has a floor or a door."""
    reasons = building_reasons(place.building)
    if not room.components(Room(floor=place.floor, door=place.door)):
        reasons += (Reason("unit.door.missing", "door"),)
    return reasons
