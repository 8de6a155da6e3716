"""How units and residents are put into their rows; for single deeds and imports."""

from collections.abc import Iterable

from desk.domain import identity, room
from desk.domain.estate import IdentityDocument, ResidentEntry
from desk.domain.room import Room
from desk.models import estate as tables
from desk.models.estate import Phone, Resident, Unit


def new_unit(building_id: int, place: Room, region: str) -> Unit:
    """The row of a unit, labelled and ordered by the custom of the region."""
    unit = Unit(building_id=building_id)
    place_unit(unit, place, region)
    return unit


def place_unit(unit: Unit, place: Room, region: str) -> None:
    """Write where a unit is; `place.building` is the name of its building."""
    unit.entrance, unit.floor, unit.door = place.entrance, place.floor, place.door
    unit.label = room.label(place, region)
    unit.position = room.sort_key(place)


def new_resident(unit_id: int, entry: ResidentEntry) -> Resident:
    """The row of a resident, without phones and identity papers."""
    return Resident(
        unit_id=unit_id,
        name=entry.name,
        role=str(entry.role),
        kind=str(entry.kind),
        company=entry.company,
        note=entry.note,
        active=True,
    )


def phone_rows(phones: Iterable[str], region: str) -> list[Phone]:
    """A row for each phone, as written and in figures."""
    return [Phone(number=one, digits=identity.phone_digits(one, region)) for one in phones]


def document_rows(documents: Iterable[IdentityDocument]) -> list[tables.IdentityDocument]:
    """A row for each identity paper."""
    return [tables.IdentityDocument(kind=str(one.kind), number=one.number) for one in documents]


def write_resident(resident: Resident, entry: ResidentEntry, region: str) -> None:
    """Write everything about a resident but the identity papers, which have deeds of their own."""
    resident.name, resident.role, resident.kind = entry.name, str(entry.role), str(entry.kind)
    resident.company, resident.note = entry.company, entry.note
    wanted = phone_rows(entry.phones, region)
    for row, new in zip(resident.phones, wanted, strict=False):
        row.number, row.digits = new.number, new.digits
    kept = len(resident.phones)
    del resident.phones[len(wanted) :]
    resident.phones += wanted[kept:]


def write_documents(resident: Resident, documents: Iterable[IdentityDocument]) -> None:
    """Let the resident have exactly these identity papers; those that stay keep their rows."""
    wanted = {(str(one.kind), one.number): one for one in documents}
    stay = [row for row in resident.documents if wanted.pop((row.kind, row.number), None)]
    resident.documents = [*stay, *document_rows(wanted.values())]
