"""One import being carried out: planned rows put into the tables of a unit of work.

New rows are gathered and written many at a time; what changes goes through the session, row by
row. What a row leaves alone is not even read.
"""

from collections.abc import Sequence

from desk.domain.estate import InstructionEntry, ResidentEntry
from desk.domain.household_plan import PlannedRow
from desk.domain.unit import UnitKey, building_key, unit_key
from desk.models.estate import Building, Resident, StandingInstruction
from desk.models.lists import household as household_list
from desk.models.unit_of_work import UnitOfWork
from desk.services.household_writing import (
    document_rows,
    new_resident,
    new_unit,
    phone_rows,
    write_documents,
    write_resident,
)


class Carrying:
    """Knows the buildings and units that are there already, and those it has made."""

    def __init__(self, work: UnitOfWork, region: str) -> None:
        self._work = work
        self._region = region
        self._units: dict[UnitKey, int] = {}
        self._buildings = {
            building_key(one.name): one.id for one in household_list.buildings(work.reader)
        }

    def rows(self, rows: Sequence[PlannedRow]) -> None:
        """Write what some planned rows add or change."""
        self._add_units([row for row in rows if row.unit_id is None])
        people: list[tuple[int, ResidentEntry]] = []
        instructions: list[StandingInstruction] = []
        for row in rows:
            if row.resident is not None and row.resident_id is not None:
                self._change_resident(row.resident_id, row.resident)
            elif row.resident is not None:
                people.append((self._unit(row), row.resident))
            if row.instruction is not None and row.instruction_id is not None:
                self._work.get(StandingInstruction, row.instruction_id).ends = row.instruction.ends
            elif row.instruction is not None:
                instructions.append(_instruction(self._unit(row), row.instruction))
        self._add_people(people)
        self._work.add_with_parts(instructions, {})
        self._work.flush()

    def _unit(self, row: PlannedRow) -> int:
        return self._units[unit_key(row.room)] if row.unit_id is None else row.unit_id

    def _add_units(self, rows: Sequence[PlannedRow]) -> None:
        wanted = {unit_key(row.room): row.room for row in rows}
        fresh = {key: room for key, room in wanted.items() if key not in self._units}
        units = [
            new_unit(self._building(room.building), room, self._region) for room in fresh.values()
        ]
        self._work.add_with_parts(units, {})
        self._units.update(zip(fresh, (unit.id for unit in units), strict=True))

    def _building(self, name: str) -> int:
        key = building_key(name)
        if key not in self._buildings:
            building = Building(name=name)
            self._work.add_with_parts([building], {})
            self._buildings[key] = building.id
        return self._buildings[key]

    def _add_people(self, people: Sequence[tuple[int, ResidentEntry]]) -> None:
        residents = [new_resident(unit_id, entry) for unit_id, entry in people]
        phones = [phone_rows(entry.phones, self._region) for _, entry in people]
        documents = [document_rows(entry.documents) for _, entry in people]
        self._work.add_with_parts(residents, {"phones": phones, "documents": documents})

    def _change_resident(self, resident_id: int, entry: ResidentEntry) -> None:
        resident = self._work.get(Resident, resident_id)
        write_resident(resident, entry, self._region)
        write_documents(resident, entry.documents)
        resident.active = True


def _instruction(unit_id: int, entry: InstructionEntry) -> StandingInstruction:
    return StandingInstruction(
        unit_id=unit_id, text=entry.text, starts=entry.starts, ends=entry.ends
    )
