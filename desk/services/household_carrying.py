"""One import being carried out: planned rows put into the tables of a unit of work."""

from desk.domain.estate import InstructionEntry, ResidentEntry
from desk.domain.household_plan import PlannedRow
from desk.domain.unit import UnitKey, building_key, unit_key
from desk.models.estate import Building, Resident, StandingInstruction, Unit
from desk.models.lists import household as household_list
from desk.models.unit_of_work import UnitOfWork
from desk.services.household_writing import (
    new_resident,
    new_unit,
    write_documents,
    write_resident,
)


class Carrying:
    """Knows the buildings and units that are there already, and those it has made."""

    def __init__(self, work: UnitOfWork, region: str) -> None:
        self._work = work
        self._region = region
        self._units: dict[UnitKey, Unit] = {}
        self._buildings = {
            building_key(one.name): work.get(Building, one.id)
            for one in household_list.buildings(work.reader)
        }

    def row(self, row: PlannedRow) -> None:
        """Write what a planned row adds or changes; what it leaves alone is not even read."""
        if row.unit_id is not None and row.resident is None and row.instruction is None:
            return
        unit = self._unit(row)
        if row.resident is not None:
            self._resident(unit, row.resident_id, row.resident)
        if row.instruction is not None:
            self._instruction(unit, row.instruction_id, row.instruction)

    def _unit(self, row: PlannedRow) -> Unit:
        if row.unit_id is not None:
            return self._work.get(Unit, row.unit_id)
        key = unit_key(row.room)
        if key not in self._units:
            self._units[key] = new_unit(self._building(row.room.building), row.room, self._region)
            self._work.session.add(self._units[key])
        return self._units[key]

    def _building(self, name: str) -> Building:
        key = building_key(name)
        if key not in self._buildings:
            self._buildings[key] = Building(name=name)
        return self._buildings[key]

    def _resident(self, unit: Unit, known: int | None, entry: ResidentEntry) -> None:
        if known is None:
            self._work.session.add(new_resident(unit, entry, self._region))
            return
        resident = self._work.get(Resident, known)
        write_resident(resident, entry, self._region)
        write_documents(resident, entry.documents)
        resident.active = True

    def _instruction(self, unit: Unit, known: int | None, entry: InstructionEntry) -> None:
        if known is not None:
            self._work.get(StandingInstruction, known).ends = entry.ends
            return
        row = StandingInstruction(unit=unit, text=entry.text, starts=entry.starts, ends=entry.ends)
        self._work.session.add(row)
