"""What is done about a defect 待整改項: promised, reminded 催辦, done, rechecked 複驗 (R35)."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from desk.domain import defect as rules
from desk.domain.defect import (
    Age,
    BuilderEntry,
    DoneEntry,
    EventKind,
    PromiseEntry,
    RecheckEntry,
    RemindEntry,
    State,
)
from desk.domain.inspection import Verdict
from desk.domain.permissions import Permission
from desk.domain.reasons import Reason
from desk.errors import RuleRefused
from desk.models.lists import Page
from desk.models.lists import defect as defect_list
from desk.models.lists.defect import DefectRow, EventRow, Filter, Key
from desk.services.cleaning import Cleaning
from desk.services.defect_case import (
    KIND,
    LETTER,
    Defect,
    add_event,
    due_day,
    finished,
    get,
    opened,
)
from desk.services.search_words import terms_of
from desk.services.workplace import Workplace

__all__ = [
    "KIND",
    "LETTER",
    "Defect",
    "DefectFilter",
    "DefectRow",
    "EventRow",
    "Key",
    "builder",
    "builder_reasons",
    "counts",
    "done",
    "done_reasons",
    "get",
    "page",
    "promise",
    "promise_reasons",
    "recheck",
    "recheck_reasons",
    "remind",
    "void",
    "void_reasons",
]

PAGE = 50
TO_VOID = Permission.APPROVE
COUNTED = 1_000  # of one age, the number on its chip
_DAY = timedelta(days=1)


@dataclass(frozen=True)
class DefectFilter:
    """What the register is narrowed to; by default what waits, of every age.

    `states` empty means all of them. `overdue`: its day has passed and it is not done.
    """

    states: tuple[State, ...] = rules.WAITS
    age: Age | None = None
    overdue: bool = False
    unit_id: int | None = None
    inspection_id: int | None = None
    move_in_id: int | None = None
    text: str = ""


# Deeds


def builder(workplace: Workplace, defect_id: int, version: int, entry: BuilderEntry) -> Defect:
    """Somebody else at the builder's is to be turned to, or another builder."""
    with workplace.deed(Permission.REGISTER) as work:
        case = opened(work, defect_id, version)
        cleaning = Cleaning()
        entry = BuilderEntry(
            cleaning.line(entry.builder, rules.NAME_LIMIT, "builder"),
            cleaning.line(entry.contact, rules.NAME_LIMIT, "contact"),
            cleaning.line(entry.phone, rules.PHONE_LIMIT, "phone"),
        )
        cleaning.refuse(rules.builder_reasons(case.facts, entry))
        row = case.row
        row.builder, row.contact, row.phone = entry.builder, entry.contact, entry.phone
        add_event(work, defect_id, EventKind.BUILDER, person=entry.contact, text=entry.builder)
        return finished(workplace, work, row)


def promise(workplace: Workplace, defect_id: int, version: int, entry: PromiseEntry) -> Defect:
    """The builder named a day 承諾完成日; until then it stands in his word."""
    with workplace.deed(Permission.REGISTER) as work:
        case = opened(work, defect_id, version)
        cleaning = Cleaning()
        by = cleaning.line(entry.by, rules.NAME_LIMIT, "by")
        today = workplace.estate.custom.day(work.now)
        cleaning.refuse(rules.promise_reasons(case.facts, entry, today))
        case.row.promised_on = entry.promised_on
        case.row.due_on = due_day(workplace, case.row, case.rule)
        add_event(work, defect_id, EventKind.PROMISED, person=by, day=entry.promised_on)
        return finished(workplace, work, case.row)


def remind(workplace: Workplace, defect_id: int, version: int, entry: RemindEntry) -> Defect:
    """The builder was reminded 催辦: when, how, to whom, and what the answer was (R35)."""
    with workplace.deed(Permission.REGISTER) as work:
        case = opened(work, defect_id, version)
        cleaning = Cleaning()
        entry = replace(
            entry,
            to=cleaning.line(entry.to, rules.NAME_LIMIT, "to"),
            answer=cleaning.line(entry.answer, rules.TEXT_LIMIT, "answer"),
        )
        today = workplace.estate.custom.day(work.now)
        cleaning.refuse(rules.remind_reasons(case.facts, entry, work.now, today))
        row, at, day = case.row, entry.at or work.now, entry.promised_on
        row.reminders += 1
        row.reminded_at = at if row.reminded_at is None else max(at, row.reminded_at)
        if day is not None:
            row.promised_on = day
            row.due_on = due_day(workplace, row, case.rule)
        told = {"how": entry.how, "person": entry.to, "text": entry.answer, "day": day}
        add_event(work, defect_id, EventKind.REMINDED, at=at, **told)
        return finished(workplace, work, row)


def done(workplace: Workplace, defect_id: int, version: int, entry: DoneEntry) -> Defect:
    """The builder says that it is repaired 已整改; it is to be looked at again."""
    with workplace.deed(Permission.REGISTER) as work:
        case = opened(work, defect_id, version)
        cleaning = Cleaning()
        entry = replace(
            entry,
            by=cleaning.line(entry.by, rules.NAME_LIMIT, "by"),
            remark=cleaning.line(entry.remark, rules.TEXT_LIMIT, "remark"),
        )
        cleaning.refuse(rules.done_reasons(case.facts, entry, work.now))
        row, at = case.row, entry.at or work.now
        row.state, row.done_at, row.done_by = State.DONE, at, entry.by
        add_event(work, defect_id, EventKind.DONE, at=at, person=entry.by, text=entry.remark)
        return finished(workplace, work, row)


def recheck(workplace: Workplace, defect_id: int, version: int, entry: RecheckEntry) -> Defect:
    """Looked at again 複驗: it passes, or it fails, is counted, and its term starts anew."""
    with workplace.deed(Permission.REGISTER) as work:
        case = opened(work, defect_id, version)
        cleaning = Cleaning()
        entry = replace(
            entry,
            by=cleaning.line(entry.by, rules.NAME_LIMIT, "by"),
            remark=cleaning.line(entry.remark, rules.TEXT_LIMIT, "remark"),
        )
        cleaning.refuse(rules.recheck_reasons(case.facts, entry, work.now))
        row, at = case.row, entry.at or work.now
        if entry.verdict is Verdict.PASS:
            row.state, row.passed_at = State.PASSED, at
        else:
            row.state, row.since, row.fails = State.OPEN, at, row.fails + 1
            row.done_at, row.done_by, row.promised_on, row.reminded_at = None, "", None, None
            row.due_on = due_day(workplace, row, case.rule)
        kind = EventKind.PASSED if entry.verdict is Verdict.PASS else EventKind.FAILED
        add_event(work, defect_id, kind, at=at, person=entry.by, text=entry.remark)
        return finished(workplace, work, row)


def void(workplace: Workplace, defect_id: int, version: int, why: str) -> Defect:
    """Declare it void; it keeps its number and stays to be seen.

    What the builder owed is gone with it: for a supervisor or the manager, not for the desk (R35).
    """
    if not workplace.allows(TO_VOID):
        raise RuleRefused([rules.VOID_BY])
    with workplace.deed(TO_VOID) as work:
        case = opened(work, defect_id, version)
        cleaning = Cleaning()
        why = cleaning.line(why, rules.WHY_LIMIT, "why")
        cleaning.refuse(rules.void_reasons(case.facts, why))
        case.row.state, case.row.void_why = State.VOID, why
        add_event(work, defect_id, EventKind.VOID, text=why)
        return finished(workplace, work, case.row)


# Looking


def page(
    workplace: Workplace, wanted: DefectFilter, after: Key | None = None, limit: int = PAGE
) -> Page[DefectRow]:
    """Some of the register, the oldest first, after the key of the last row seen."""
    narrowed = _narrowed(workplace, wanted)
    with workplace.reading() as reader:
        return defect_list.defects(reader, narrowed, after, limit)


def counts(workplace: Workplace, wanted: DefectFilter, most: int = COUNTED) -> Mapping[Age, int]:
    """The age list 帳齡: how many there are of each age, counted up to `most`."""
    with workplace.reading() as reader:
        return {
            age: defect_list.number_of(reader, _narrowed(workplace, replace(wanted, age=age)), most)
            for age in Age
        }


def promise_reasons(workplace: Workplace, known: Defect) -> tuple[Reason, ...]:
    """Why the builder is not pressed now: no day promised, nobody reminded."""
    return (*workplace.missing(Permission.REGISTER), *rules.open_reasons(known.facts))


done_reasons = promise_reasons


def recheck_reasons(workplace: Workplace, known: Defect) -> tuple[Reason, ...]:
    """Why it is not looked at again now."""
    return (*workplace.missing(Permission.REGISTER), *rules.recheck_now_reasons(known.facts))


def builder_reasons(workplace: Workplace, known: Defect) -> tuple[Reason, ...]:
    """Why its builder is not changed now."""
    return (*workplace.missing(Permission.REGISTER), *rules.wait_reasons(known.facts))


def void_reasons(workplace: Workplace, known: Defect) -> tuple[Reason, ...]:
    """Why it is not declared void now: the words on a shut button, by whom it may be."""
    missing = (rules.VOID_BY,) if workplace.missing(TO_VOID) else ()
    return (*missing, *rules.wait_reasons(known.facts))


def _narrowed(workplace: Workplace, wanted: DefectFilter) -> Filter:
    custom = workplace.estate.custom
    today = custom.day(workplace.now())
    first: date | None = None
    last = date.max
    if wanted.age is not None:
        first, last = rules.found_between(wanted.age, today)
    return Filter(
        states=(State.OPEN,) if wanted.overdue else wanted.states,
        unit_id=wanted.unit_id,
        inspection_id=wanted.inspection_id,
        move_in_id=wanted.move_in_id,
        since=custom.day_bounds(first)[0] if first else None,
        until=custom.day_bounds(last)[1] if last != date.max else None,
        overdue_on=today if wanted.overdue else None,
        terms=terms_of(wanted.text),
    )
