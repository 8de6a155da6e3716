"""Looking at households: who lives in a unit, how to reach them, what the desk must mind."""

from dataclasses import dataclass
from datetime import date

from desk import hanzi
from desk.domain import identity, search_text
from desk.domain.estate import IdentityKind, PersonKind, ResidentRole, instruction_holds
from desk.domain.permissions import Permission
from desk.errors import NotFound
from desk.models.lists import Page, Reader
from desk.models.lists import household as household_list
from desk.models.lists.household import (
    BuildingRow,
    DocumentRow,
    InstructionRow,
    ResidentRow,
    UnitKey,
    UnitRow,
)
from desk.models.search_index import find
from desk.services import personal_data
from desk.services.workplace import Workplace

__all__ = ["BuildingRow", "InstructionRow", "UnitKey", "UnitRow"]

PAGE = 50
FOUND_LIMIT = 200


@dataclass(frozen=True)
class DocumentView:
    """An identity paper with its number masked; `see_identity` answers with the whole."""

    id: int
    kind: IdentityKind
    masked: str


@dataclass(frozen=True)
class ResidentView:
    """One resident. Phones are whole for those who may register, because they must call."""

    id: int
    unit_id: int
    name: str
    role: ResidentRole
    kind: PersonKind
    company: str
    note: str
    active: bool
    version: int
    phones: tuple[str, ...]
    documents: tuple[DocumentView, ...]


@dataclass(frozen=True)
class Household:
    """One unit: who lives there, who did, what holds today and what is written for other days."""

    unit: UnitRow
    residents: tuple[ResidentView, ...]
    former: tuple[ResidentView, ...]
    instructions: tuple[InstructionRow, ...]
    other_instructions: tuple[InstructionRow, ...]


def household(workplace: Workplace, unit_id: int) -> Household:
    """The household of a unit, with the instructions of the estate's day."""
    with workplace.reading() as reader:
        unit = household_list.unit(reader, unit_id)
        residents = household_list.residents(reader, unit_id)
        instructions = household_list.instructions(reader, unit_id)
    if unit is None:
        raise NotFound("unit", str(unit_id))
    today = workplace.today()
    views = [_view(workplace, row) for row in residents]
    return Household(
        unit=unit,
        residents=tuple(view for view in views if view.active),
        former=tuple(view for view in views if not view.active),
        instructions=tuple(one for one in instructions if _holds(one, today)),
        other_instructions=tuple(one for one in instructions if not _holds(one, today)),
    )


def see_identity(workplace: Workplace, document_id: int) -> str:
    """The whole number of an identity paper. Who looked, and when, stands in the history (R36)."""
    with workplace.deed(Permission.SEE_IDENTITY) as work:
        found = household_list.document_of(work.reader, document_id)
        if found is None:
            raise NotFound("identity_document", str(document_id))
        row, resident_id = found
        personal_data.record_look(work, "identity_document", row.id, {"resident_id": resident_id})
        work.commit()
    return row.number


def units(
    workplace: Workplace, text: str = "", after: UnitKey | None = None, limit: int = PAGE
) -> Page[UnitRow]:
    """A page of units in their natural order; with words, the units and residents they find."""
    with workplace.reading() as reader:
        if text.strip():
            return Page(household_list.units_of(reader, _found(reader, text)), None)
        return household_list.units(reader, after, limit)


def unit_of_resident(workplace: Workplace, resident_id: int) -> int:
    """The unit a resident belongs to or belonged to."""
    with workplace.reading() as reader:
        found = household_list.unit_ids_of_residents(reader, [resident_id])
    if not found:
        raise NotFound("resident", str(resident_id))
    return found[0]


def _found(reader: Reader, text: str) -> set[int]:
    terms = search_text.query_terms(text, hanzi)
    residents = find(reader, "search_resident", terms, FOUND_LIMIT)
    return {
        *find(reader, "search_unit", terms, FOUND_LIMIT),
        *household_list.unit_ids_of_residents(reader, residents),
    }


def _view(workplace: Workplace, row: ResidentRow) -> ResidentView:
    view = ResidentView(
        id=row.id,
        unit_id=row.unit_id,
        name=row.name,
        role=ResidentRole(row.role),
        kind=PersonKind(row.kind),
        company=row.company,
        note=row.note,
        active=row.active,
        version=row.version,
        phones=row.phones,
        documents=tuple(map(_masked, row.documents)),
    )
    return personal_data.shown(workplace, view)


def _masked(row: DocumentRow) -> DocumentView:
    kind = IdentityKind(row.kind)
    return DocumentView(row.id, kind, identity.mask(kind, row.number))


def _holds(row: InstructionRow, day: date) -> bool:
    return instruction_holds(row.starts, row.ends, day)
