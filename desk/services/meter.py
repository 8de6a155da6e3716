"""The start readings of a home's meters 水電氣錶起始數, copied down at its inspection (R30)."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from desk.domain import inspection as inspection_rules
from desk.domain import meter as rules
from desk.domain.meter import ReadingEntry
from desk.domain.permissions import Permission
from desk.domain.reasons import Reason
from desk.models.inspection import Inspection as InspectionRecord
from desk.models.lists import Reader
from desk.models.lists import meter as meter_list
from desk.models.lists.meter import ReadingRow
from desk.models.meter import MeterReading
from desk.models.unit_of_work import UnitOfWork
from desk.services.cleaning import Cleaning
from desk.services.inspection_case import Inspection, finished, opened
from desk.services.workplace import Workplace

READINGS = 60  # of a unit, shown at once

__all__ = ["ReadingRow", "of_unit", "write"]


def write(
    workplace: Workplace, inspection_id: int, version: int, entries: Sequence[ReadingEntry]
) -> Inspection:
    """Copy down what the meters show, or why one is absent; each kind anew replaces what stood.

    Refused where a reading cannot follow the last one of that unit and meter, unless `why` is said.
    """
    with workplace.deed(Permission.REGISTER) as work:
        case = opened(work, inspection_id, version)
        read_on = case.row.held_on or workplace.estate.custom.day(work.now)
        cleaning = Cleaning()
        entries = [_ready(cleaning, one) for one in entries]
        cleaning.refuse(
            inspection_rules.change_reasons(case.facts.state),
            _odd_reasons(work.reader, case.row, entries, read_on),
        )
        known = {one.kind: one for one in meter_list.of_inspection(work.reader, inspection_id)}
        for entry in entries:
            _put(work, case.row, known.get(entry.kind), entry, read_on)
        return finished(work, case.row)


def of_unit(workplace: Workplace, unit_id: int) -> tuple[ReadingRow, ...]:
    """The last readings of a unit, newest first."""
    with workplace.reading() as reader:
        return meter_list.of_unit(reader, unit_id, READINGS)


def _ready(cleaning: Cleaning, entry: ReadingEntry) -> ReadingEntry:
    kind = entry.kind
    number = cleaning.line(entry.meter_number, rules.NUMBER_LIMIT, f"{kind}.meter_number")
    return replace(
        entry,
        meter_number=number.upper(),
        absent=cleaning.line(entry.absent, rules.WHY_LIMIT, f"{kind}.absent"),
        why=cleaning.line(entry.why, rules.WHY_LIMIT, f"{kind}.why"),
    )


def _odd_reasons(
    reader: Reader, row: InspectionRecord, entries: Sequence[ReadingEntry], read_on: date
) -> Iterator[Reason]:
    for entry in entries:
        number = entry.meter_number
        last = meter_list.last(reader, row.unit_id, entry.kind, number=number, but=row.id)
        other = meter_list.other_unit(reader, row.unit_id, entry.kind, number) if number else ""
        yield from rules.reading_reasons(entry, last, read_on, other_unit=other)


def _put(
    work: UnitOfWork,
    inspection: InspectionRecord,
    known: ReadingRow | None,
    entry: ReadingEntry,
    read_on: date,
) -> None:
    told = {
        "meter_number": entry.meter_number,
        "value": entry.value,
        "absent": entry.absent,
        "why": entry.why,
        "read_on": read_on,
    }
    if known is not None:
        if all(getattr(known, name) == value for name, value in told.items()):
            return
        work.get(MeterReading, known.id).dropped_at = work.now
    work.add(
        MeterReading(
            unit_id=inspection.unit_id,
            inspection_id=inspection.id,
            kind=entry.kind,
            entered_at=work.now,
            by_id=work.actor_id,
            **told,
        )
    )
