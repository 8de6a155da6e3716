"""An inspection of a home 驗房 whole, and how a deed on it begins and ends (R30, F30).

Every deed opens it with `opened`, refuses or writes, and ends with `finished`, which makes all of
it durable.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from desk.clock import newer
from desk.domain import inspection as rules
from desk.domain.inspection import InspectionFacts, Item, Signature, Signer, State
from desk.domain.meter import KnownReading, MeterKind
from desk.domain.permissions import Permission
from desk.domain.reasons import Reason
from desk.errors import NotFound
from desk.models.inspection import Inspection as InspectionRecord
from desk.models.lists import Reader
from desk.models.lists import defect as defect_list
from desk.models.lists import inspection as inspection_list
from desk.models.lists import meter as meter_list
from desk.models.lists.defect import DefectRow
from desk.models.lists.inspection import InspectionRow
from desk.models.lists.meter import ReadingRow
from desk.models.unit_of_work import UnitOfWork
from desk.services.workplace import Workplace

__all__ = [
    "KIND",
    "Inspection",
    "InspectionRow",
    "Opened",
    "ReadingRow",
    "finished",
    "get",
    "missing",
    "of_move_in",
    "opened",
    "whole",
]

KIND = "inspection"


@dataclass(frozen=True)
class Inspection:
    """One inspection whole. `lasts` are the readings the unit's meters showed before; `missing` is
    what it still lacks, `blockers` what keeps it from being settled."""

    detail: InspectionRow
    facts: InspectionFacts
    readings: tuple[ReadingRow, ...]
    lasts: Mapping[MeterKind, KnownReading]
    defects: tuple[DefectRow, ...]
    missing: tuple[Reason, ...]
    blockers: tuple[Reason, ...]

    @property
    def items(self) -> tuple[Item, ...]:
        """Its parts, in their order."""
        return self.facts.items

    @property
    def is_complete(self) -> bool:
        """Whether nothing is missing: settled, read and signed by all three."""
        return not self.missing

    def reading(self, kind: MeterKind) -> ReadingRow | None:
        """What a meter showed."""
        return next((one for one in self.readings if one.kind == kind), None)


@dataclass(frozen=True)
class Opened:
    """An inspection inside a deed: its row to be changed, and what its rules ask about."""

    row: InspectionRecord
    facts: InspectionFacts


def get(workplace: Workplace, key: int | str) -> Inspection:
    """One inspection by its id or its number; NotFound when there is none."""
    with workplace.reading() as reader:
        known = inspection_list.id_of_number(reader, key) if isinstance(key, str) else key
        found = whole(reader, known or 0)
    if found is None:
        raise NotFound(KIND, str(key))
    return found


def of_move_in(reader: Reader, move_in_id: int) -> Inspection | None:
    """The inspection of a move-in, the last one that is not void; None when there is none."""
    found = inspection_list.of_move_in(reader, move_in_id)
    return None if found is None else whole(reader, found)


def missing(inspection: Inspection | None) -> tuple[Reason, ...]:
    """What a home's inspection lacks before its move-in can be filed; none was begun, or all."""
    return (Reason("inspection.missing"),) if inspection is None else inspection.missing


def whole(reader: Reader, inspection_id: int) -> Inspection | None:
    """The inspection with all its parts; None when there is none."""
    detail = inspection_list.detail(reader, inspection_id)
    if detail is None:
        return None
    readings = meter_list.of_inspection(reader, inspection_id)
    known = _facts(reader, detail, readings)
    lasts = {
        kind: last
        for kind in MeterKind
        if (last := meter_list.last(reader, detail.unit_id, kind, but=inspection_id)) is not None
    }
    return Inspection(
        detail=detail,
        facts=known,
        readings=readings,
        lasts=lasts,
        defects=defect_list.of_inspection(reader, inspection_id),
        missing=rules.missing(known),
        blockers=rules.finish_reasons(known),
    )


def opened(work: UnitOfWork, inspection_id: int, version: int) -> Opened:
    """The inspection for a deed, if nobody saved it since the clerk read `version`."""
    row = work.get_as_seen(InspectionRecord, inspection_id, version)
    return Opened(row, facts(work.reader, inspection_id))


def finished(work: UnitOfWork, row: InspectionRecord) -> Inspection:
    """End a deed: the row is saved anew, all of it is durable."""
    touch(work, row)
    return work.committed(whole, KIND, row.id)


def touch(work: UnitOfWork, row: InspectionRecord) -> None:
    """Make the record newer for whoever has it open."""
    row.touched_at = newer(row.touched_at, work.now)


def facts(reader: Reader, inspection_id: int) -> InspectionFacts:
    """What the rules ask about an inspection; NotFound when there is none."""
    detail = inspection_list.detail(reader, inspection_id)
    if detail is None:
        raise NotFound(KIND, str(inspection_id))
    return _facts(reader, detail, meter_list.of_inspection(reader, inspection_id))


def change_reasons(workplace: Workplace, known: Inspection) -> tuple[Reason, ...]:
    """Why nothing is written on the sheet now: the words on a shut field."""
    missing_permission = workplace.missing(Permission.REGISTER)
    return (*missing_permission, *rules.change_reasons(known.facts.state))


def _facts(
    reader: Reader, detail: InspectionRow, readings: tuple[ReadingRow, ...]
) -> InspectionFacts:
    return InspectionFacts(
        state=State(detail.state),
        builder=detail.builder,
        contact=detail.contact,
        phone=detail.phone,
        items=inspection_list.items(reader, detail.id),
        metered=frozenset(MeterKind(one.kind) for one in readings),
        signatures=_signatures(detail),
    )


def _signatures(detail: InspectionRow) -> Mapping[Signer, Signature]:
    given = {
        Signer.BUILDER: (detail.builder_signed_by, detail.builder_signed_on),
        Signer.OWNER: (detail.owner_signed_by, detail.owner_signed_on),
        Signer.STAFF: (detail.staff_signed_by, detail.staff_signed_on),
    }
    return {signer: Signature(by, on) for signer, (by, on) in given.items() if on is not None}
