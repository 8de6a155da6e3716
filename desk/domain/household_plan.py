"""The values of an import of households: what is known, and what each row would do."""

from dataclasses import dataclass
from enum import StrEnum

from desk.domain.estate import InstructionEntry, ResidentEntry
from desk.domain.room import Room


class Status(StrEnum):
    """What a row would do."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"


@dataclass(frozen=True)
class KnownResident:
    """A resident as the estate knows them; ended ones too."""

    id: int
    entry: ResidentEntry
    active: bool


@dataclass(frozen=True)
class KnownInstruction:
    """A standing instruction of a unit."""

    id: int
    entry: InstructionEntry


@dataclass(frozen=True)
class KnownUnit:
    """A unit with everybody in it."""

    id: int
    room: Room
    label: str
    residents: tuple[KnownResident, ...]
    instructions: tuple[KnownInstruction, ...]


@dataclass(frozen=True)
class KnownEstate:
    """Everything the estate knows of its households."""

    buildings: tuple[str, ...]
    units: tuple[KnownUnit, ...]


@dataclass(frozen=True)
class FieldChange:
    """One field of a resident or a unit: codes for vocabularies, numbers of papers masked."""

    field: str
    old: str
    new: str


@dataclass(frozen=True)
class PlannedRow:
    """What one row would do. Ids are None for what is new; what it leaves alone is None."""

    row: int
    status: Status
    room: Room
    label: str
    unit_id: int | None
    name: str
    resident: ResidentEntry | None
    resident_id: int | None
    instruction: InstructionEntry | None
    instruction_id: int | None
    changes: tuple[FieldChange, ...]
