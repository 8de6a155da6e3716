"""What an import of households would do: rows of a sheet against what the estate knows.

A unit is known by its room in any writing, a resident by unit and name, exactly as written. What
a row leaves blank stays as it is; who is missing from the sheet is left alone; so a sheet can be
imported again, and the second time nothing changes.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from desk.domain import identity, room
from desk.domain.estate import (
    IdentityDocument,
    InstructionEntry,
    ResidentEntry,
    instruction_reasons,
    resident_reasons,
)
from desk.domain.household_layout import Fault, Layout
from desk.domain.household_plan import (
    FieldChange,
    KnownEstate,
    KnownInstruction,
    KnownResident,
    KnownUnit,
    PlannedRow,
    Status,
)
from desk.domain.household_rows import Custom, SheetInstruction, SheetRow
from desk.domain.household_sheet import Column
from desk.domain.reasons import Reason
from desk.domain.room import Room
from desk.domain.unit import UnitKey, building_key, unit_key

_COLUMNS = {
    "name": Column.NAME,
    "company": Column.COMPANY,
    "text": Column.INSTRUCTION,
    "ends": Column.ENDS,
}
_FIELDS = ("role", "kind", "company", "note")


def plan(
    rows: Sequence[SheetRow], known: KnownEstate, found: Layout, custom: Custom
) -> tuple[tuple[PlannedRow, ...], tuple[Fault, ...]]:
    """What every row would do, and what is wrong between the rows."""
    planner = _Planner(known, found, custom)
    planned = tuple(planner.row(row) for row in rows)
    return planned, tuple(planner.faults)


class _Planner:
    """Goes through the rows in order and remembers what they have said already."""

    def __init__(self, known: KnownEstate, found: Layout, custom: Custom) -> None:
        self.faults: list[Fault] = []
        self._layout = found
        self._custom = custom
        self._units = {unit_key(unit.room): unit for unit in known.units}
        self._buildings = {building_key(name): name for name in known.buildings}
        self._mentioned: set[UnitKey] = set()
        self._bare: set[UnitKey] = set()
        self._namesakes: dict[tuple[UnitKey, str], int] = defaultdict(int)
        self._instructions: dict[tuple[UnitKey, str, date | None], date | None] = {}

    def row(self, row: SheetRow) -> PlannedRow:
        """What this row would do after all rows before it."""
        key = unit_key(row.room)
        unit = self._units.get(key)
        place = self._room(row.room) if unit is None else unit.room
        is_new_unit = unit is None and key not in self._mentioned
        self._mentioned.add(key)
        person, entry, changes = self._resident(row, key, unit)
        order, instruction, more = self._instruction(row, key, unit)
        if row.resident is None and row.instruction is None:
            self._refuse_bare_repetition(row, key)
        is_new = is_new_unit or (entry is not None and person is None)
        changes += more
        status = Status.NEW if is_new else Status.CHANGED if changes else Status.UNCHANGED
        return PlannedRow(
            row=row.row,
            status=status,
            room=place,
            label=room.label(place, self._custom.region) if unit is None else unit.label,
            unit_id=None if unit is None else unit.id,
            name="" if row.resident is None else row.resident.name,
            resident=entry,
            resident_id=None if person is None else person.id,
            instruction=instruction,
            instruction_id=None if order is None else order.id,
            changes=tuple(changes),
        )

    def _room(self, place: Room) -> Room:
        """The room of a new unit, in a building that is written as it was first written."""
        key = building_key(place.building)
        return replace(place, building=self._buildings.setdefault(key, place.building))

    def _resident(
        self, row: SheetRow, key: UnitKey, unit: KnownUnit | None
    ) -> tuple[KnownResident | None, ResidentEntry | None, list[FieldChange]]:
        if row.resident is None:
            return None, None, []
        person = self._person(row, row.resident.name, key, unit)
        if person is None:
            self._refuse(row, resident_reasons(row.resident))
            return None, row.resident, []
        entry = _merged(person.entry, row.resident, row.given, self._custom)
        changes = list(_differences(person, entry))
        if changes:
            self._refuse(row, resident_reasons(entry))
        return person, entry if changes else None, changes

    def _person(
        self, row: SheetRow, name: str, key: UnitKey, unit: KnownUnit | None
    ) -> KnownResident | None:
        """The next resident of this name; a name twice is refused unless the unit has two."""
        residents = () if unit is None else unit.residents
        namesakes = [one for one in residents if one.entry.name == name]
        namesakes.sort(key=_ended)
        seen = self._namesakes[key, name]
        self._namesakes[key, name] += 1
        if seen >= max(1, len(namesakes)):
            reason = Reason("import.resident.twice")
            self.faults.append(self._layout.fault(row.row, Column.NAME, reason))
        return namesakes[seen] if seen < len(namesakes) else None

    def _instruction(
        self, row: SheetRow, key: UnitKey, unit: KnownUnit | None
    ) -> tuple[KnownInstruction | None, InstructionEntry | None, list[FieldChange]]:
        if row.instruction is None:
            return None, None, []
        known = _same_instruction(row.instruction, unit)
        entry = _whole_instruction(row.instruction, known, self._custom.today)
        told = (key, entry.text, entry.starts)
        if told in self._instructions:
            if self._instructions[told] != entry.ends:
                self._refuse(row, [Reason("import.instruction.twice", "ends")])
            return None, None, []
        self._instructions[told] = entry.ends
        self._refuse(row, instruction_reasons(entry))
        if known is None:
            return None, entry, [FieldChange("instruction", "", entry.text)]
        if known.entry == entry:
            return known, None, []
        return known, entry, [FieldChange("ends", _day(known.entry.ends), _day(entry.ends))]

    def _refuse_bare_repetition(self, row: SheetRow, key: UnitKey) -> None:
        """A row with a room and nothing else says so once."""
        if key in self._bare:
            self.faults.append(self._layout.fault(row.row, None, Reason("import.unit.twice")))
        self._bare.add(key)

    def _refuse(self, row: SheetRow, reasons: Iterable[Reason]) -> None:
        for reason in reasons:
            column = _COLUMNS.get(reason.field or "")
            told = Reason(reason.code, None, reason.parameters)
            self.faults.append(self._layout.fault(row.row, column, told))


def _merged(
    known: ResidentEntry, given: ResidentEntry, fields: frozenset[str], custom: Custom
) -> ResidentEntry:
    """What is known, with what the row fills in; the same figures written otherwise stay."""
    entry = replace(known, **{name: getattr(given, name) for name in _FIELDS if name in fields})
    if "phones" in fields and _figures(known, custom) != _figures(given, custom):
        entry = replace(entry, phones=given.phones)
    if "documents" in fields and set(known.documents) != set(given.documents):
        entry = replace(entry, documents=given.documents)
    return entry


def _figures(entry: ResidentEntry, custom: Custom) -> list[str]:
    return [identity.phone_digits(phone, custom.region) for phone in entry.phones]


def _differences(person: KnownResident, entry: ResidentEntry) -> Iterable[FieldChange]:
    known = person.entry
    for name in _FIELDS:
        old, new = str(getattr(known, name)), str(getattr(entry, name))
        if old != new:
            yield FieldChange(name, old, new)
    if known.phones != entry.phones:
        yield FieldChange("phones", "; ".join(known.phones), "; ".join(entry.phones))
    if known.documents != entry.documents:
        yield FieldChange("documents", _masked(known.documents), _masked(entry.documents))
    if not person.active:
        yield FieldChange("active", "no", "yes")


def _masked(documents: Iterable[IdentityDocument]) -> str:
    return "; ".join(identity.mask(one.kind, one.number) for one in documents)


def _same_instruction(given: SheetInstruction, unit: KnownUnit | None) -> KnownInstruction | None:
    """The instruction of the same words and first day; without a day, the latest of the words."""
    known = [] if unit is None else unit.instructions
    same = [one for one in known if one.entry.text == given.text]
    if given.starts is not None:
        same = [one for one in same if one.entry.starts == given.starts]
    return max(same, key=_start, default=None)


def _whole_instruction(
    given: SheetInstruction, known: KnownInstruction | None, today: date
) -> InstructionEntry:
    if known is None:
        return InstructionEntry(given.text, given.starts or today, given.ends)
    return replace(known.entry, ends=given.ends or known.entry.ends)


def _start(one: KnownInstruction) -> date:
    return one.entry.starts


def _ended(one: KnownResident) -> tuple[bool, int]:
    return (not one.active, one.id)


def _day(day: date | None) -> str:
    return "" if day is None else day.isoformat()
