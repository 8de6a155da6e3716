"""What is done with a move-in 入住 as a case: write down, correct, declare void; looked for.

Its parts have modules of their own: `move_in_person`, `move_in_document`, `move_in_listed`
(agreements and materials), `move_in_fee`, `move_in_keys`, `move_in_filing`, `move_in_leaving`.
"""

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any

from desk.domain import move_in as rules
from desk.domain import move_in_entry as entries
from desk.domain.estate import PersonKind, ResidentRole
from desk.domain.move_in import EventKind, MoveInEntry, State
from desk.domain.move_in_filing import late_items, open_reasons
from desk.domain.move_in_rule import Arrival, Holder, MoveInRule
from desk.domain.permissions import Permission
from desk.domain.reasons import Reason
from desk.models.estate import Unit
from desk.models.lists import Page
from desk.models.lists import move_in as move_in_list
from desk.models.lists.move_in import Filter, Key, MoveInRow
from desk.models.lists.move_in_parts import EventRow
from desk.models.move_in import MoveIn as MoveInTable
from desk.models.move_in import MoveInPerson
from desk.models.unit_of_work import UnitOfWork
from desk.services import move_in_case, paper_let_go, personal_data, policy
from desk.services.cleaning import Cleaning
from desk.services.move_in_case import (
    KIND,
    LETTER,
    ListedStanding,
    MoveIn,
    PersonView,
    finished,
    get,
    opened,
)
from desk.services.search_words import terms_of
from desk.services.workplace import Workplace

__all__ = [
    "KIND",
    "LETTER",
    "EventRow",
    "Key",
    "ListedStanding",
    "MoveIn",
    "MoveInFilter",
    "MoveInRow",
    "PersonView",
    "change",
    "change_reasons",
    "entry_of",
    "get",
    "of_unit",
    "page",
    "part_reasons",
    "period",
    "rule_today",
    "void",
    "void_reasons",
    "write",
]

PAGE = 50


@dataclass(frozen=True)
class MoveInFilter:
    """What the register is narrowed to; days are the estate's, both included."""

    states: Sequence[State] = ()
    arrival: Arrival | None = None
    unit_id: int | None = None
    first_day: date | None = None
    last_day: date | None = None
    text: str = ""


# Deeds


def write(workplace: Workplace, entry: MoveInEntry) -> MoveIn:
    """Number a case and write it down, under the policy of today.

    Whose case it is stands on it at once as the first who moves in (R22: nothing is typed twice).
    """
    with workplace.deed(Permission.REGISTER) as work:
        today = workplace.estate.custom.day(work.now)
        entry = _ready(work, entry, today, None)
        row = MoveInTable(
            number=work.next_number(LETTER),
            state=State.OPEN,
            policy_id=policy.in_force(work, today).id,
            written_at=work.now,
            by_id=work.actor_id,
            persons=[_first_person(entry)],
        )
        _write(row, entry)
        work.add(row)
        return finished(workplace, work, row)


def change(workplace: Workplace, move_in_id: int, version: int, entry: MoveInEntry) -> MoveIn:
    """Correct an open case; the matrix of papers follows it."""
    with workplace.deed(Permission.REGISTER) as work:
        case = opened(workplace, work, move_in_id, version)
        is_moved = entry.unit_id not in (None, case.row.unit_id)
        unit_reasons = entries.unit_reasons(case.facts) if is_moved else ()
        Cleaning().refuse(open_reasons(case.facts), unit_reasons)
        today = workplace.estate.custom.day(work.now)
        _write(case.row, _ready(work, entry, today, move_in_id))
        return finished(workplace, work, case.row)


def void(workplace: Workplace, move_in_id: int, version: int, why: str) -> MoveIn:
    """Declare it void; it keeps its number. Not after money was taken or keys were given."""
    with workplace.deed(Permission.REGISTER) as work:
        case = opened(workplace, work, move_in_id, version)
        cleaning = Cleaning()
        why = cleaning.line(why, rules.WHY_LIMIT, "why")
        cleaning.refuse(entries.void_reasons(case.facts, why))
        case.row.state, case.row.void_why = State.VOID, why
        move_in_case.add_event(work, move_in_id, EventKind.VOID, text=why)
        paper_let_go.let_go_all(work, KIND, move_in_id, why)
        return finished(workplace, work, case.row)


# Looking


def page(
    workplace: Workplace, wanted: MoveInFilter, after: Key | None = None, limit: int = PAGE
) -> Page[MoveInRow]:
    """Some of the register, newest first, after the key of the last row seen; phones masked."""
    custom = workplace.estate.custom
    first, last = wanted.first_day, wanted.last_day
    narrowed = Filter(
        states=tuple(wanted.states),
        arrival=wanted.arrival,
        unit_id=wanted.unit_id,
        since=custom.day_bounds(first)[0] if first else None,
        until=custom.day_bounds(last)[1] if last else None,
        terms=terms_of(wanted.text),
    )
    with workplace.reading() as reader:
        found = move_in_list.cases(reader, narrowed, after, limit)
    return personal_data.masked(found)


def of_unit(workplace: Workplace, unit_id: int, limit: int = PAGE) -> tuple[MoveInRow, ...]:
    """The cases of a unit, newest first."""
    return page(workplace, MoveInFilter(unit_id=unit_id), None, limit).rows


def rule_today(workplace: Workplace) -> MoveInRule:
    """What holds for a case that is written down today."""
    workplace.require(Permission.READ)
    return policy.in_force(workplace, workplace.today()).policy.move_in


def period(workplace: Workplace) -> tuple[date | None, date | None]:
    """The concentrated period 集中交付期 that runs today, as the last case has it; None, None where
    none does (R23). The window offers it, so that nobody types it for every flat."""
    with workplace.reading() as reader:
        starts, ends = move_in_list.last_period(reader)
    today = workplace.today()
    if starts is None or ends is None or not starts <= today <= ends:
        return None, None
    return starts, ends


def change_reasons(workplace: Workplace, known: MoveIn) -> tuple[Reason, ...]:
    """Why nothing is taken in or corrected now: the words on a shut button."""
    return (*workplace.missing(Permission.REGISTER), *open_reasons(known.facts))


def part_reasons(workplace: Workplace, known: MoveIn, kind: str) -> tuple[Reason, ...]:
    """Why no part of a kind (`document`, `agreement`, `material`, `fee`, `keys`) is taken in now:
    after the filing that alone which was let pass."""
    late = late_items(known.facts, kind)
    return (*workplace.missing(Permission.REGISTER), *(() if late else open_reasons(known.facts)))


def void_reasons(workplace: Workplace, known: MoveIn) -> tuple[Reason, ...]:
    """Why it is not declared void now."""
    missing = workplace.missing(Permission.REGISTER)
    return (*missing, *entries.void_reasons(known.facts, known.detail.number))


# Parts


def entry_of(known: MoveInRow) -> MoveInEntry:
    """What was written down, as it may be written down again."""
    told: dict[str, Any] = {one.name: getattr(known, one.name) for one in fields(MoveInEntry)}
    arrival, holder = Arrival(known.arrival), Holder(known.holder)
    return MoveInEntry(**told | {"arrival": arrival, "holder": holder})


def _ready(
    work: UnitOfWork, entry: MoveInEntry, today: date, move_in_id: int | None
) -> MoveInEntry:
    """The entry with clean texts, or every reason against it."""
    cleaning = Cleaning()
    entry = replace(
        entry,
        name=cleaning.line(entry.name, rules.NAME_LIMIT, "name"),
        contact=cleaning.line(entry.contact, rules.NAME_LIMIT, "contact"),
        phone=cleaning.line(entry.phone, rules.PHONE_LIMIT, "phone"),
        agent=cleaning.line(entry.agent, rules.NAME_LIMIT, "agent") if entry.by_agent else "",
        agent_phone=cleaning.line(entry.agent_phone, rules.PHONE_LIMIT, "agent_phone"),
        remark=cleaning.text(entry.remark, rules.REMARK_LIMIT, "remark"),
    )
    if not entry.by_agent:
        entry = replace(entry, agent_phone="")
    if not entry.concentrated:
        entry = replace(entry, period_starts=None, period_ends=None)
    cleaning.refuse(entries.entry_reasons(entry, today, _other(work, entry, move_in_id)))
    assert entry.unit_id is not None
    work.get(Unit, entry.unit_id)
    return entry


def _other(work: UnitOfWork, entry: MoveInEntry, move_in_id: int | None) -> str:
    """The number of the unit's other case of this arrival that lives."""
    if entry.unit_id is None:
        return ""
    known = move_in_list.living(work.reader, entry.unit_id)
    others = (
        number
        for id, number, arrival, _state in known
        if arrival == entry.arrival and id != move_in_id
    )
    return next(others, "")


def _first_person(entry: MoveInEntry) -> MoveInPerson:
    """Whose case it is; a company lives nowhere, so that nobody asks for its photo."""
    is_person = entry.holder is Holder.PERSON
    role = ResidentRole.OWNER if entry.arrival is Arrival.OWNER else ResidentRole.TENANT
    return MoveInPerson(
        name=entry.name,
        role=role,
        kind=PersonKind.NATURAL if is_person else PersonKind.LEGAL,
        phones=[entry.phone] if entry.phone else [],
        permanent=is_person,
    )


def _write(row: MoveInTable, entry: MoveInEntry) -> None:
    for field in fields(entry):
        setattr(row, field.name, getattr(entry, field.name))
