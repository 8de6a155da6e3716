"""How buildings, units and residents are put into their rows; for single deeds and imports."""

from collections.abc import Iterable

from desk.domain import identity, room
from desk.domain.estate import IdentityDocument, ResidentEntry
from desk.domain.room import Room
from desk.models import estate as tables
from desk.models.estate import Building, Phone, Resident, Unit


def new_unit(building: Building, place: Room, region: str) -> Unit:
    """The row of a unit, labelled and ordered by the custom of the region."""
    unit = Unit(building=building)
    place_unit(unit, place, region)
    return unit


def place_unit(unit: Unit, place: Room, region: str) -> None:
    """Write where a unit is; `place.building` is the name of its building."""
    unit.entrance, unit.floor, unit.door = place.entrance, place.floor, place.door
    unit.label = room.label(place, region)
    unit.position = room.sort_key(place)


def new_resident(unit: Unit, entry: ResidentEntry, region: str) -> Resident:
    """The row of a resident with phones and identity papers."""
    resident = Resident(unit=unit, active=True)
    write_resident(resident, entry, region)
    write_documents(resident, entry.documents)
    return resident


def write_resident(resident: Resident, entry: ResidentEntry, region: str) -> None:
    """Write everything about a resident but the identity papers, which have deeds of their own."""
    resident.name, resident.role, resident.kind = entry.name, entry.role, entry.kind
    resident.company, resident.note = entry.company, entry.note
    wanted = [(number, identity.phone_digits(number, region)) for number in entry.phones]
    for row, (number, digits) in zip(resident.phones, wanted, strict=False):
        row.number, row.digits = number, digits
    kept = len(resident.phones)
    del resident.phones[len(wanted) :]
    resident.phones += [Phone(number=number, digits=digits) for number, digits in wanted[kept:]]


def write_documents(resident: Resident, documents: Iterable[IdentityDocument]) -> None:
    """Let the resident have exactly these identity papers; those that stay keep their rows."""
    wanted = {(str(one.kind), one.number) for one in documents}
    stay = [row for row in resident.documents if (row.kind, row.number) in wanted]
    known = {(row.kind, row.number) for row in stay}
    fresh = [
        tables.IdentityDocument(kind=str(one.kind), number=one.number)
        for one in documents
        if (str(one.kind), one.number) not in known
    ]
    resident.documents = [*stay, *fresh]
