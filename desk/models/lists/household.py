"""Buildings, units and the people in them, as read."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import Row, Select, select, tuple_

from desk.domain.room import Room
from desk.models.estate import (
    Building,
    IdentityDocument,
    Phone,
    Resident,
    StandingInstruction,
    Unit,
)
from desk.models.lists import Page, Reader, page

UnitKey = tuple[str, int]


@dataclass(frozen=True)
class BuildingRow:
    """One building."""

    id: int
    name: str
    version: int


@dataclass(frozen=True)
class UnitRow:
    """One unit in the list of the estate; `names` are those who live there now."""

    id: int
    label: str
    position: str
    building_id: int
    room: Room
    version: int
    names: tuple[str, ...] = ()


@dataclass(frozen=True)
class DocumentRow:
    """An identity paper; whoever shows `number` masks it."""

    id: int
    kind: str
    number: str


@dataclass(frozen=True)
class ResidentRow:
    """One resident with phones as written and identity papers."""

    id: int
    unit_id: int
    name: str
    role: str
    kind: str
    company: str
    note: str
    active: bool
    version: int
    phones: tuple[str, ...] = ()
    documents: tuple[DocumentRow, ...] = ()


@dataclass(frozen=True)
class InstructionRow:
    """One standing instruction, from a day to a day (both included; None: until further notice)."""

    id: int
    unit_id: int
    text: str
    starts: date
    ends: date | None
    version: int


_UNITS: Any = select(
    Unit.id,
    Unit.label,
    Unit.position,
    Unit.building_id,
    Building.name,
    Unit.entrance,
    Unit.floor,
    Unit.door,
    Unit.version,
).join_from(Unit, Building)
_RESIDENTS = select(
    Resident.id,
    Resident.unit_id,
    Resident.name,
    Resident.role,
    Resident.kind,
    Resident.company,
    Resident.note,
    Resident.active,
    Resident.version,
).order_by(Resident.id)
_INSTRUCTIONS = select(
    StandingInstruction.id,
    StandingInstruction.unit_id,
    StandingInstruction.text,
    StandingInstruction.starts,
    StandingInstruction.ends,
    StandingInstruction.version,
).order_by(StandingInstruction.starts, StandingInstruction.id)


def buildings(reader: Reader) -> tuple[BuildingRow, ...]:
    """Every building, in the order in which they were written down."""
    query = select(Building.id, Building.name, Building.version).order_by(Building.id)
    return tuple(BuildingRow(*row) for row in reader.execute(query))


def units(reader: Reader, after: UnitKey | None, limit: int) -> Page[UnitRow]:
    """A page of units in their natural order, each with who lives there."""
    query = _UNITS.order_by(Unit.position, Unit.id)
    if after is not None:
        query = query.where(tuple_(Unit.position, Unit.id) > tuple_(*after))
    found = page(reader, query, _unit, _key, limit)
    return Page(_with_names(reader, found.rows), found.next_key)


def units_of(reader: Reader, ids: Iterable[int]) -> tuple[UnitRow, ...]:
    """These units, in their natural order, each with who lives there."""
    wanted = list(ids)
    query = _UNITS.where(Unit.id.in_(wanted)).order_by(Unit.position, Unit.id)
    return _with_names(reader, _made(reader, query)) if wanted else ()


def unit(reader: Reader, unit_id: int) -> UnitRow | None:
    """One unit."""
    return next(iter(units_of(reader, [unit_id])), None)


def residents(reader: Reader, unit_id: int | None = None) -> tuple[ResidentRow, ...]:
    """The residents of a unit, or of all units, ended ones too, in the order of entry."""
    chosen = None if unit_id is None else select(Resident.id).where(Resident.unit_id == unit_id)
    phones, documents = _phones(reader, chosen), _documents(reader, chosen)
    query = _RESIDENTS if unit_id is None else _RESIDENTS.where(Resident.unit_id == unit_id)
    return tuple(
        ResidentRow(*row, tuple(phones[row.id]), tuple(documents[row.id]))
        for row in reader.execute(query)
    )


def instructions(reader: Reader, unit_id: int | None = None) -> tuple[InstructionRow, ...]:
    """The standing instructions of a unit, or of all units, ended ones too, the oldest first."""
    query = _INSTRUCTIONS
    if unit_id is not None:
        query = query.where(StandingInstruction.unit_id == unit_id)
    return tuple(InstructionRow(*row) for row in reader.execute(query))


def all_units(reader: Reader) -> tuple[UnitRow, ...]:
    """Every unit in its natural order, without names."""
    return _made(reader, _UNITS.order_by(Unit.position, Unit.id))


def unit_ids_of_residents(reader: Reader, ids: Sequence[int]) -> tuple[int, ...]:
    """The units of these residents."""
    if not ids:
        return ()
    query = select(Resident.unit_id).where(Resident.id.in_(ids)).distinct()
    return tuple(reader.scalars(query))


def document_of(reader: Reader, document_id: int) -> tuple[DocumentRow, int] | None:
    """An identity paper and the id of its resident."""
    query = select(
        IdentityDocument.id,
        IdentityDocument.kind,
        IdentityDocument.number,
        IdentityDocument.resident_id,
    ).where(IdentityDocument.id == document_id)
    row = reader.execute(query).first()
    return None if row is None else (DocumentRow(row.id, row.kind, row.number), row.resident_id)


def _phones(reader: Reader, chosen: Select[Any] | None) -> defaultdict[int, list[str]]:
    query = select(Phone.resident_id, Phone.number).order_by(Phone.id)
    if chosen is not None:
        query = query.where(Phone.resident_id.in_(chosen))
    found: defaultdict[int, list[str]] = defaultdict(list)
    for resident_id, number in reader.execute(query):
        found[resident_id].append(number)
    return found


def _documents(reader: Reader, chosen: Select[Any] | None) -> defaultdict[int, list[DocumentRow]]:
    query = select(
        IdentityDocument.resident_id,
        IdentityDocument.id,
        IdentityDocument.kind,
        IdentityDocument.number,
    ).order_by(IdentityDocument.id)
    if chosen is not None:
        query = query.where(IdentityDocument.resident_id.in_(chosen))
    found: defaultdict[int, list[DocumentRow]] = defaultdict(list)
    for row in reader.execute(query):
        found[row.resident_id].append(DocumentRow(row.id, row.kind, row.number))
    return found


def _with_names(reader: Reader, found: tuple[UnitRow, ...]) -> tuple[UnitRow, ...]:
    """The units, each with the names of those who live there now."""
    query = (
        select(Resident.unit_id, Resident.name)
        .where(Resident.unit_id.in_([one.id for one in found]), Resident.active)
        .order_by(Resident.id)
    )
    names: defaultdict[int, list[str]] = defaultdict(list)
    for unit_id, name in reader.execute(query) if found else ():
        names[unit_id].append(name)
    return tuple(replace(one, names=tuple(names[one.id])) for one in found)


def _made(reader: Reader, query: Select[Any]) -> tuple[UnitRow, ...]:
    return tuple(_unit(row) for row in reader.execute(query))


def _unit(row: Row[Any]) -> UnitRow:
    room = Room(row.name, row.entrance, row.floor, row.door)
    return UnitRow(row.id, row.label, row.position, row.building_id, room, row.version)


def _key(row: UnitRow) -> UnitKey:
    return row.position, row.id
