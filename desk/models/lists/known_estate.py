"""Everything the estate knows of its households, as an import is planned against it."""

import unicodedata
from collections import defaultdict

from desk.domain.estate import (
    IdentityDocument,
    IdentityKind,
    InstructionEntry,
    PersonKind,
    ResidentEntry,
    ResidentRole,
)
from desk.domain.household_plan import KnownEstate, KnownInstruction, KnownResident, KnownUnit
from desk.models.lists import Reader, household
from desk.models.lists.household import InstructionRow, ResidentRow


def known_estate(reader: Reader) -> KnownEstate:
    """Buildings and units in their natural order, ended residents and instructions too."""
    residents: defaultdict[int, list[KnownResident]] = defaultdict(list)
    for resident in household.residents(reader):
        residents[resident.unit_id].append(_resident(resident))
    instructions: defaultdict[int, list[KnownInstruction]] = defaultdict(list)
    for row in household.instructions(reader):
        instructions[row.unit_id].append(_instruction(row))
    units = tuple(
        KnownUnit(
            unit.id, unit.room, unit.label, tuple(residents[unit.id]), tuple(instructions[unit.id])
        )
        for unit in household.all_units(reader)
    )
    return KnownEstate(tuple(one.name for one in household.buildings(reader)), units)


def _resident(row: ResidentRow) -> KnownResident:
    entry = ResidentEntry(
        name=unicodedata.normalize("NFC", row.name),
        role=ResidentRole(row.role),
        kind=PersonKind(row.kind),
        company=row.company,
        phones=row.phones,
        documents=tuple(
            IdentityDocument(IdentityKind(one.kind), one.number) for one in row.documents
        ),
        note=row.note,
    )
    return KnownResident(row.id, entry, row.active)


def _instruction(row: InstructionRow) -> KnownInstruction:
    return KnownInstruction(row.id, InstructionEntry(row.text, row.starts, row.ends))
