"""What the estate's screens ask of the program, on the open desk."""

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

from desk.domain.estate import (
    IdentityDocument,
    IdentityKind,
    InstructionEntry,
    PersonKind,
    Region,
    ResidentEntry,
)
from desk.domain.household_file import Group
from desk.domain.household_sheet import CARD_OF_PERSON, PAPER_OF_COMPANY
from desk.domain.permissions import Permission
from desk.domain.room import Room
from desk.i18n import EstateFormat
from desk.services import (
    estate,
    household,
    household_export,
    household_file,
    household_import,
    instruction,
    move_in,
    resident,
)
from desk.services.household import Household, InstructionRow, ResidentView, UnitRow
from desk.services.household_file import FileRow, HouseholdFile, Key
from desk.services.household_import import ImportPlan, Outcome
from desk.services.move_in_words import document_name
from desk.services.workplace import Workplace
from desk.ui.kit.record_model import Page
from desk.ui.kit.tasks import Progress


class EstateDeeds:
    """Thin: each method is one deed of the services."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    @property
    def custom(self) -> EstateFormat:
        """How the estate writes days."""
        return self._workplace.estate.custom

    def today(self) -> dt.date:
        """The estate's day."""
        return self.custom.day(self._workplace.now())

    def may(self, permission: Permission) -> bool:
        """Whether the clerk may."""
        return self._workplace.allows(permission)

    # Looking

    def file(self, unit_id: int) -> HouseholdFile:
        """Whose file it is, and how it begins."""
        return household_file.of(self._workplace, unit_id, limit=1)

    def file_entries(
        self, unit_id: int, groups: Collection[Group], after: Key | None
    ) -> tuple[Sequence[FileRow], Key | None]:
        """Some of the file, newest first, and the key of the last row where others follow."""
        found = household_file.entries(self._workplace, unit_id, groups, after)
        return found.rows, found.next_key

    def document_names(self) -> Mapping[str, str]:
        """What the policy calls the papers of a move-in, by their codes."""
        rule = move_in.rule_today(self._workplace)
        return {one.code: document_name(rule, one.code) for one in rule.documents}

    def page(self, text: str, after: object | None) -> Page[UnitRow]:
        """Some units in their order, or those that words find."""
        key = after if isinstance(after, tuple) else None
        found = household.units(self._workplace, text, key)
        return Page(found.rows, found.next_key)

    def household(self, unit_id: int) -> Household:
        """One household."""
        return household.household(self._workplace, unit_id)

    def unit_of_resident(self, resident_id: int) -> int:
        """Where somebody lives."""
        return household.unit_of_resident(self._workplace, resident_id)

    def see_identity(self, document_id: int) -> str:
        """A whole number; the look is recorded."""
        return household.see_identity(self._workplace, document_id)

    def usual_paper(self, kind: PersonKind) -> IdentityKind:
        """The identity paper that a person or a company of this region has."""
        usual = PAPER_OF_COMPANY if kind is PersonKind.LEGAL else CARD_OF_PERSON
        return usual[Region(self._workplace.estate.region)]

    # Changing

    def save_unit(self, unit: UnitRow | None, place: Room) -> int:
        """Write a new unit down or correct one; gives its id."""
        if unit is None:
            return estate.add_unit(self._workplace, place)
        estate.change_unit(self._workplace, unit.id, unit.version, place)
        return unit.id

    def save_resident(self, unit_id: int, seen: ResidentView | None, entry: ResidentEntry) -> None:
        """Write a new resident down or correct one."""
        if seen is None:
            resident.add(self._workplace, unit_id, entry)
        else:
            resident.change(self._workplace, seen, entry)

    def end_resident(self, seen: ResidentView) -> None:
        """Somebody has left."""
        resident.end(self._workplace, seen.id, seen.version)

    def bring_back(self, seen: ResidentView) -> None:
        """Somebody lives there again."""
        resident.bring_back(self._workplace, seen.id, seen.version)

    def add_document(self, resident_id: int, document: IdentityDocument) -> None:
        """One identity paper more."""
        resident.add_document(self._workplace, resident_id, document)

    def remove_document(self, document_id: int) -> None:
        """A paper that was written down wrongly."""
        resident.remove_document(self._workplace, document_id)

    def save_instruction(
        self, unit_id: int, row: InstructionRow | None, entry: InstructionEntry
    ) -> None:
        """Write a new instruction down or correct one."""
        if row is None:
            instruction.add(self._workplace, unit_id, entry)
        else:
            instruction.change(self._workplace, row.id, row.version, entry)

    def end_instruction(self, row: InstructionRow) -> None:
        """An instruction holds no more."""
        instruction.end(self._workplace, row.id, row.version)

    # Sheets

    def read_sheet(self, path: Path) -> ImportPlan:
        """What a sheet would do."""
        return household_import.read(self._workplace, path)

    def carry_out(self, plan: ImportPlan, progress: Progress) -> Outcome:
        """Do it, all or nothing; a cancelled task raises out of its progress."""
        return household_import.carry_out(self._workplace, plan, progress.step)

    def export(self, path: Path) -> int:
        """Every household into a file."""
        return household_export.export(self._workplace, path)

    def template(self, path: Path) -> None:
        """An empty sheet to fill in."""
        household_export.template(self._workplace, path)
