"""A release pass 放行條 at the gate 門崗: left, partly left, refused, back, extended, expired."""

from dataclasses import replace
from datetime import datetime
from typing import TypeVar

from desk.domain import release_pass as rules
from desk.domain import release_pass_gate as gate_rules
from desk.domain.permissions import Permission
from desk.domain.reasons import Reason
from desk.domain.release_pass import State
from desk.domain.release_pass_gate import (
    BackEntry,
    Counts,
    EventKind,
    ExtendEntry,
    GateEntry,
    Outcome,
)
from desk.models.lists import deadline as deadline_list
from desk.models.release_pass import ReleasePass
from desk.models.unit_of_work import UnitOfWork
from desk.services import release_pass_case
from desk.services.cleaning import Cleaning
from desk.services.release_pass_case import CATEGORY, WINDOW, Pass, finished, opened
from desk.services.workplace import Workplace

__all__ = [
    "BackEntry",
    "ExtendEntry",
    "GateEntry",
    "Outcome",
    "expire_due",
    "extend",
    "extend_reasons",
    "gate",
    "gate_reasons",
    "take_back",
    "take_back_reasons",
]

AtGate = TypeVar("AtGate", GateEntry, BackEntry)

_EVENTS = {
    State.LEFT: EventKind.LEFT,
    State.PARTLY_LEFT: EventKind.PARTLY_LEFT,
    State.REFUSED: EventKind.REFUSED,
}


def gate(workplace: Workplace, pass_id: int, version: int, entry: GateEntry) -> Pass:
    """What the guard did: let all of it pass, some of it, or none (R37)."""
    with workplace.deed(Permission.REGISTER) as work:
        case = opened(workplace, work, pass_id, version)
        cleaning = Cleaning()
        entry = _clean(cleaning, entry)
        cleaning.refuse(gate_rules.gate_reasons(case.facts, entry, work.now))
        counts = gate_rules.leaving(case.facts, entry)
        for item in case.row.items:
            item.left += counts.get(item.id, 0)
        case.row.state = gate_rules.after_leaving(case.facts, entry)
        refused = entry.outcome is Outcome.REFUSED
        kind = EventKind.REFUSED if refused else _EVENTS[case.row.state]
        _tell(work, pass_id, kind, entry, counts)
        return finished(workplace, work, case.row)


def take_back(workplace: Workplace, pass_id: int, version: int, entry: BackEntry) -> Pass:
    """Returnable goods came back, all of them or some."""
    with workplace.deed(Permission.REGISTER) as work:
        case = opened(workplace, work, pass_id, version)
        cleaning = Cleaning()
        entry = _clean(cleaning, entry)
        cleaning.refuse(gate_rules.back_reasons(case.facts, entry, work.now))
        counts = gate_rules.coming(case.facts, entry)
        for item in case.row.items:
            item.back += counts.get(item.id, 0)
        case.row.state = gate_rules.after_coming(case.facts, counts)
        _tell(work, pass_id, EventKind.BACK, entry, counts)
        return finished(workplace, work, case.row)


def extend(workplace: Workplace, pass_id: int, version: int, entry: ExtendEntry) -> Pass:
    """The supervisor lets it pass longer; what was printed stays genuine."""
    with workplace.deed(Permission.APPROVE) as work:
        case = opened(workplace, work, pass_id, version)
        cleaning = Cleaning()
        entry = replace(entry, why=cleaning.line(entry.why, rules.WHY_LIMIT, "why"))
        cleaning.refuse(gate_rules.extend_reasons(case.facts, entry, work.now))
        ended, case.row.ends = case.row.ends, entry.ends
        case.row.state = gate_rules.after_extending(case.facts)
        told = {"why": entry.why, "ends": entry.ends, "ended": ended}
        release_pass_case.add_event(work, pass_id, EventKind.EXTENDED, **told)
        return finished(workplace, work, case.row)


def expire_due(workplace: Workplace, limit: int = 200) -> int:
    """Passes whose window is over are expired; the program does it by itself, whenever somebody
    looks. Returns how many."""
    workplace.require(Permission.READ)
    with workplace.reading() as reader:
        due = deadline_list.due(reader, CATEGORY, workplace.now(), limit, WINDOW)
    return sum(_expired(workplace, one.record_id) for one in due)


# Why not: the words on a shut button


def gate_reasons(workplace: Workplace, known: Pass) -> tuple[Reason, ...]:
    """Why nothing passes the gate by it."""
    missing = workplace.missing(Permission.REGISTER)
    return (*missing, *gate_rules.gate_blockers(known.facts))


def take_back_reasons(workplace: Workplace, known: Pass) -> tuple[Reason, ...]:
    """Why nothing is taken back."""
    missing = workplace.missing(Permission.REGISTER)
    return (*missing, *gate_rules.back_blockers(known.facts))


def extend_reasons(workplace: Workplace, known: Pass) -> tuple[Reason, ...]:
    """Why its window is not extended: a supervisor does that."""
    missing = workplace.missing(Permission.APPROVE)
    return (*missing, *gate_rules.gate_blockers(known.facts))


# Parts


def _expired(workplace: Workplace, pass_id: int) -> bool:
    """Whether it was declared expired here: another desk may have done so since it was found."""
    with workplace.by_itself() as work:
        known = release_pass_case.facts(workplace, work.reader, pass_id)
        if known is None or not rules.has_run_out(known, work.now):
            return False
        row = work.get(ReleasePass, pass_id)
        row.state = State.EXPIRED
        release_pass_case.add_event(work, pass_id, EventKind.EXPIRED, at=_over(known.ends, work))
        release_pass_case.settle(workplace, work, row)
        work.commit()
    return True


def _over(ends: datetime | None, work: UnitOfWork) -> datetime:
    return ends or work.now


def _tell(
    work: UnitOfWork, pass_id: int, kind: EventKind, entry: GateEntry | BackEntry, counts: Counts
) -> None:
    release_pass_case.add_event(
        work,
        pass_id,
        kind,
        at=entry.at or work.now,
        person=entry.guard,
        why=entry.why,
        counts=[[key, count] for key, count in sorted(counts.items())],
    )


def _clean(cleaning: Cleaning, entry: AtGate) -> AtGate:
    return replace(
        entry,
        guard=cleaning.line(entry.guard, rules.NAME_LIMIT, "guard"),
        why=cleaning.line(entry.why, rules.WHY_LIMIT, "why"),
    )
