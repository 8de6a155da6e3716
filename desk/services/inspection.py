"""What is done at the inspection of a home 驗房 (R30, R35, F30).

Begun from the estate's template, walked through part by part, the meters read (`services.meter`),
settled: each fail becomes a defect. The signatures are `inspection_signed`.
"""

from collections.abc import Sequence
from dataclasses import replace

from desk.domain import inspection as rules
from desk.domain.inspection import (
    InspectionEntry,
    Mark,
    RoomPlan,
    State,
    Verdict,
)
from desk.domain.permissions import Permission
from desk.domain.reasons import Reason
from desk.models.estate import Unit
from desk.models.inspection import Inspection as InspectionRecord
from desk.models.inspection import InspectionItem
from desk.models.lists import Page
from desk.models.lists import defect as defect_list
from desk.models.lists import inspection as inspection_list
from desk.models.lists.inspection import Filter, InspectionRow, Key
from desk.models.meter import MeterReading
from desk.models.move_in import MoveIn
from desk.services import defect_case, inspection_template, paper_let_go, policy
from desk.services import inspection_entry as entries
from desk.services.cleaning import Cleaning
from desk.services.inspection_case import (
    KIND,
    Inspection,
    ReadingRow,
    change_reasons,
    finished,
    get,
    missing,
    of_move_in,
    opened,
    whole,
)
from desk.services.inspection_entry import entry_of, plan_of
from desk.services.workplace import Workplace

__all__ = [
    "KIND",
    "LETTER",
    "Filter",
    "Inspection",
    "InspectionRow",
    "Key",
    "ReadingRow",
    "arrange",
    "begin",
    "begin_reasons",
    "change",
    "change_reasons",
    "entry_of",
    "finish",
    "finish_reasons",
    "get",
    "judge",
    "judge_room",
    "missing",
    "of_move_in",
    "of_unit",
    "page",
    "plan_of",
    "void",
    "void_reasons",
    "whole",
]

LETTER = "A"  # 驗收 acceptance
PAGE = 50


# Deeds


def begin(
    workplace: Workplace,
    unit_id: int,
    entry: InspectionEntry,
    rooms: Sequence[RoomPlan] | None = None,
    move_in_id: int | None = None,
) -> Inspection:
    """Number a sheet for a home, with the estate's rooms and parts unless other ones are given."""
    with workplace.deed(Permission.REGISTER) as work:
        work.get(Unit, unit_id)
        today = workplace.estate.custom.day(work.now)
        template = inspection_template.current(work.reader)
        cleaning = Cleaning()
        entry = entries.ready(cleaning, entry)
        plan = inspection_template.cleaned(cleaning, template.rooms if rooms is None else rooms)
        is_open = inspection_list.open_of_unit(work.reader, unit_id) is not None
        case_unit_id = unit_id if move_in_id is None else work.get(MoveIn, move_in_id).unit_id
        cleaning.refuse(
            rules.begin_reasons(is_open=is_open),
            rules.case_reasons(unit_id, case_unit_id),
            rules.entry_reasons(entry, today),
            rules.template_reasons(plan),
        )
        row = InspectionRecord(
            number=work.next_number(LETTER),
            unit_id=unit_id,
            move_in_id=move_in_id,
            policy_id=policy.in_force(work.reader, today).id,
            state=State.OPEN,
            template=template.number,
            begun_at=work.now,
            by_id=work.actor_id,
        )
        entries.write(row, entry)
        work.add(row)
        entries.put_rooms(work, row.id, {}, plan)
        return work.committed(whole, KIND, row.id)


def change(
    workplace: Workplace, inspection_id: int, version: int, entry: InspectionEntry
) -> Inspection:
    """Who goes through the home, and when; while it is open."""
    with workplace.deed(Permission.REGISTER) as work:
        case = opened(work, inspection_id, version)
        cleaning = Cleaning()
        entry = entries.ready(cleaning, entry)
        today = workplace.estate.custom.day(work.now)
        cleaning.refuse(rules.change_reasons(case.facts.state), rules.entry_reasons(entry, today))
        entries.write(case.row, entry)
        return finished(work, case.row)


def arrange(
    workplace: Workplace, inspection_id: int, version: int, rooms: Sequence[RoomPlan]
) -> Inspection:
    """The rooms and parts of this home, in this order; what is not among them is off the sheet."""
    with workplace.deed(Permission.REGISTER) as work:
        case = opened(work, inspection_id, version)
        cleaning = Cleaning()
        plan = inspection_template.cleaned(cleaning, rooms)
        cleaning.refuse(rules.arrange_reasons(case.facts, plan))
        kept = {one.id: work.get(InspectionItem, one.id) for one in case.facts.items}
        entries.put_rooms(work, inspection_id, kept, plan)
        return finished(work, case.row)


def judge(
    workplace: Workplace, inspection_id: int, version: int, marks: Sequence[Mark]
) -> Inspection:
    """What was found of some parts: to pass or to fail, with its remark."""
    with workplace.deed(Permission.REGISTER) as work:
        case = opened(work, inspection_id, version)
        cleaning = Cleaning()
        limit = rules.REMARK_LIMIT
        marks = [
            replace(one, remark=cleaning.line(one.remark, limit, f"items.{one.item_id}"))
            for one in marks
        ]
        cleaning.refuse(rules.marks_reasons(case.facts, marks))
        for mark in marks:
            item = work.get(InspectionItem, mark.item_id)
            item.verdict, item.remark = mark.verdict, mark.remark
        return finished(work, case.row)


def judge_room(known: Inspection, item_id: int) -> tuple[Mark, ...]:
    """The marks that pass all of a part's room that nobody has looked at yet."""
    room = next((one.room for one in known.items if one.id == item_id), None)
    return tuple(
        Mark(one.id, Verdict.PASS, one.remark)
        for one in known.items
        if one.room == room and one.verdict is Verdict.UNSEEN
    )


def finish(workplace: Workplace, inspection_id: int, version: int) -> Inspection:
    """Settle what was found; each fail becomes a defect of the builder's (R35)."""
    with workplace.deed(Permission.REGISTER) as work:
        case = opened(work, inspection_id, version)
        Cleaning().refuse(rules.finish_reasons(case.facts))
        case.row.state, case.row.finished_at = State.DONE, work.now
        if case.row.held_on is None:
            case.row.held_on = workplace.estate.custom.day(work.now)
        defect_case.found(workplace, work, case.row, case.facts.failed)
        return finished(work, case.row)


def void(workplace: Workplace, inspection_id: int, version: int, why: str) -> Inspection:
    """Declare it void; it keeps its number, its readings count no more."""
    with workplace.deed(Permission.REGISTER) as work:
        case = opened(work, inspection_id, version)
        cleaning = Cleaning()
        why = cleaning.line(why, rules.WHY_LIMIT, "why")
        waiting = defect_list.waiting_of_inspection(work.reader, inspection_id)
        cleaning.refuse(rules.void_reasons(case.facts, why, waiting))
        case.row.state, case.row.void_why = State.VOID, why
        known = whole(work.reader, inspection_id)
        for reading in known.readings if known is not None else ():
            work.get(MeterReading, reading.id).dropped_at = work.now
        paper_let_go.let_go_all(work, KIND, inspection_id, why)
        return finished(work, case.row)


# Looking


def page(
    workplace: Workplace, wanted: Filter, after: Key | None = None, limit: int = PAGE
) -> Page[InspectionRow]:
    """Some of the register, newest first, after the key of the last row seen."""
    with workplace.reading() as reader:
        return inspection_list.inspections(reader, wanted, after, limit)


def of_unit(workplace: Workplace, unit_id: int, limit: int = PAGE) -> tuple[InspectionRow, ...]:
    """The inspections of a unit, newest first, void ones too."""
    return page(workplace, Filter(unit_id=unit_id), limit=limit).rows


def begin_reasons(workplace: Workplace, unit_id: int) -> tuple[Reason, ...]:
    """Why no inspection of the home is begun now."""
    with workplace.reading() as reader:
        is_open = inspection_list.open_of_unit(reader, unit_id) is not None
    return (*workplace.missing(Permission.REGISTER), *rules.begin_reasons(is_open=is_open))


def finish_reasons(workplace: Workplace, known: Inspection) -> tuple[Reason, ...]:
    """Why what was found is not settled now: the words on a shut button."""
    return (*workplace.missing(Permission.REGISTER), *known.blockers)


def void_reasons(workplace: Workplace, known: Inspection) -> tuple[Reason, ...]:
    """Why it is not declared void now."""
    waiting = sum(one.state in {"open", "done"} for one in known.defects)
    blockers = rules.void_reasons(known.facts, known.detail.number, waiting)
    return (*workplace.missing(Permission.REGISTER), *blockers)
