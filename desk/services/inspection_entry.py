"""What is written down of an inspection 驗房, made ready: who comes, its rooms and parts (R30)."""

from collections.abc import Sequence
from dataclasses import fields, replace

from desk.domain import inspection as rules
from desk.domain.inspection import (
    InspectionEntry,
    InspectionFacts,
    PartPlan,
    RoomPlan,
    Verdict,
)
from desk.models.inspection import Inspection as InspectionRecord
from desk.models.inspection import InspectionItem
from desk.models.lists.inspection import InspectionRow
from desk.models.unit_of_work import UnitOfWork
from desk.services.cleaning import Cleaning


def entry_of(known: InspectionRow) -> InspectionEntry:
    """What was written down, as it may be written down again."""
    return InspectionEntry(
        **{one.name: getattr(known, one.name) for one in fields(InspectionEntry)}
    )


def plan_of(facts: InspectionFacts) -> tuple[RoomPlan, ...]:
    """The rooms and parts of an inspection, as they may be arranged anew."""
    rooms: list[RoomPlan] = []
    for item in facts.items:
        part = PartPlan(item.part, item.id)
        if rooms and rooms[-1].names == item.room:
            rooms[-1] = replace(rooms[-1], parts=(*rooms[-1].parts, part))
        else:
            rooms.append(RoomPlan(item.room, (part,)))
    return tuple(rooms)


def ready(cleaning: Cleaning, entry: InspectionEntry) -> InspectionEntry:
    """The entry with clean texts."""
    return replace(
        entry,
        builder=cleaning.line(entry.builder, rules.NAME_LIMIT, "builder"),
        contact=cleaning.line(entry.contact, rules.NAME_LIMIT, "contact"),
        phone=cleaning.line(entry.phone, rules.PHONE_LIMIT, "phone"),
        owner=cleaning.line(entry.owner, rules.NAME_LIMIT, "owner"),
        staff=cleaning.line(entry.staff, rules.NAME_LIMIT, "staff"),
        remark=cleaning.text(entry.remark, rules.NOTE_LIMIT, "remark"),
    )


def write(row: InspectionRecord, entry: InspectionEntry) -> None:
    """Put down who comes, and when."""
    for field in fields(entry):
        setattr(row, field.name, getattr(entry, field.name))


def put_rooms(
    work: UnitOfWork,
    inspection_id: int,
    known: dict[int, InspectionItem],
    rooms: Sequence[RoomPlan],
) -> None:
    """Put the parts in their order; each part keeps its row by its id."""
    fresh, left = [], dict(known)
    pairs = [(room, part) for room in rooms for part in room.parts]
    for place, (room, part) in enumerate(pairs, start=1):
        row = left.pop(part.id, None)
        if row is None:
            row = InspectionItem(inspection_id=inspection_id, verdict=Verdict.UNSEEN)
            fresh.append(row)
        row.place, row.room, row.part = place, dict(room.names), dict(part.names)
    for gone in left.values():
        gone.dropped_at = work.now
    if fresh:
        work.add(*fresh)
