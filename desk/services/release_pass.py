"""What is done with a release pass 放行條 before it leaves the desk (R37-R41, F37).

Written down, its things listed one by one, issued when all locks hold, declared void; looked for.
The evidence of the locks is given in `release_pass_evidence`, the gate is `release_pass_gate`.
"""

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any

from desk.domain import release_pass as rules
from desk.domain import release_pass_entry as entries
from desk.domain import release_pass_locks as locks
from desk.domain.estate import IdentityKind
from desk.domain.permissions import Permission
from desk.domain.policy import Policy
from desk.domain.reasons import Reason
from desk.domain.release_pass import ItemEntry, PassEntry, Role, State
from desk.domain.release_pass_gate import EventKind
from desk.domain.release_pass_rule import PassKind
from desk.errors import RuleRefused
from desk.models import seal
from desk.models.estate import Unit
from desk.models.lists import Page
from desk.models.lists import release_pass as pass_list
from desk.models.lists.release_pass import Filter, Key, PassRow
from desk.models.release_pass import ReleasePass
from desk.models.unit_of_work import UnitOfWork
from desk.services import (
    paper_let_go,
    personal_data,
    policy,
    release_pass_case,
    release_pass_gate,
    release_pass_items,
)
from desk.services.cleaning import Cleaning
from desk.services.release_pass_case import KIND, LETTER, Pass, finished, get, opened
from desk.services.release_pass_items import item_entries, list_items
from desk.services.search_words import terms_of
from desk.services.workplace import Workplace

__all__ = [
    "KIND",
    "LETTER",
    "Key",
    "Pass",
    "PassFilter",
    "PassRow",
    "change",
    "change_reasons",
    "draft",
    "entry_of",
    "get",
    "issue",
    "issue_reasons",
    "item_entries",
    "list_items",
    "page",
    "policy_today",
    "print_reasons",
    "see_identity",
    "see_reasons",
    "void",
    "void_reasons",
]

PAGE = 50
_NO_TAIL = Reason("release_pass.identity.none")


@dataclass(frozen=True)
class PassFilter:
    """What the register is narrowed to; days are the estate's, both included.

    `out`: returnable goods are still to come back.
    """

    kind: PassKind | None = None
    states: Sequence[State] = ()
    unit_id: int | None = None
    out: bool = False
    first_day: date | None = None
    last_day: date | None = None
    text: str = ""


# Deeds


def draft(workplace: Workplace, entry: PassEntry, items: Sequence[ItemEntry] = ()) -> Pass:
    """Number a pass and write it down, under the policy of today; it is not issued yet."""
    with workplace.deed(Permission.REGISTER) as work:
        kept = policy.in_force(work, workplace.estate.custom.day(work.now))
        cleaning = Cleaning()
        entry, items = _ready(cleaning, entry), release_pass_items.ready(cleaning, items)
        cleaning.refuse(
            entries.entry_reasons(entry, kept.policy.release(entry.kind)),
            entries.items_reasons(items),
        )
        row = ReleasePass(
            number=work.next_number(LETTER),
            state=State.DRAFT,
            policy_id=kept.id,
            written_at=work.now,
            by_id=work.actor_id,
            items=[release_pass_items.row(one, place) for place, one in enumerate(items, start=1)],
        )
        _write(work, row, entry)
        work.add(row)
        return finished(workplace, work, row)


def change(workplace: Workplace, pass_id: int, version: int, entry: PassEntry) -> Pass:
    """Correct a draft; a lock whose evidence was about something else opens again.

    An empty tail of the identity paper leaves the one that is known, if its kind is the same.
    """
    with workplace.deed(Permission.REGISTER) as work:
        case = opened(workplace, work, pass_id, version)
        kept = policy.by_id(work, case.row.policy_id).policy
        cleaning = Cleaning()
        entry = _ready(cleaning, entry)
        cleaning.refuse(
            entries.change_reasons(case.facts.state),
            entries.entry_reasons(entry, kept.release(entry.kind)),
        )
        if not entry.identity_tail and entry.identity == (case.row.identity or None):
            entry = replace(entry, identity_tail=case.row.identity_tail)
        _write(work, case.row, entry)
        return finished(workplace, work, case.row)


def issue(workplace: Workplace, pass_id: int, version: int, acknowledged: str = "") -> Pass:
    """Issue it when every lock holds (R37-R40); refused with all that is missing.

    `acknowledged` says why things in the same words may leave though another pass has some out.
    """
    with workplace.deed(Permission.REGISTER) as work:
        case = opened(workplace, work, pass_id, version)
        cleaning = Cleaning()
        acknowledged = cleaning.line(acknowledged, rules.WHY_LIMIT, "acknowledged")
        found = release_pass_case.duplicates(work.reader, pass_id, case.facts)
        cleaning.refuse(locks.issue_reasons(case.facts, case.rule, work.now, found, acknowledged))
        seal.ensured(work.reader, work.now)
        row = case.row
        row.state, row.issued_at, row.issued_by_id = State.ISSUED, work.now, work.actor_id
        row.acknowledged = acknowledged if found else ""
        release_pass_case.add_event(work, pass_id, EventKind.ISSUED, why=row.acknowledged)
        return finished(workplace, work, row)


def void(workplace: Workplace, pass_id: int, version: int, why: str) -> Pass:
    """Declare it void; it keeps its number. Not after anything has left by it."""
    with workplace.deed(Permission.REGISTER) as work:
        case = opened(workplace, work, pass_id, version)
        cleaning = Cleaning()
        why = cleaning.line(why, rules.WHY_LIMIT, "why")
        cleaning.refuse(entries.void_reasons(case.facts, why))
        case.row.state, case.row.void_why = State.VOID, why
        release_pass_case.add_event(work, pass_id, EventKind.VOID, why=why)
        paper_let_go.let_go_all(work, KIND, pass_id, why)
        return finished(workplace, work, case.row)


# Looking


def page(
    workplace: Workplace, wanted: PassFilter, after: Key | None = None, limit: int = PAGE
) -> Page[PassRow]:
    """Some of the register, newest first, after the key of the last row seen.

    What has run out meanwhile is expired before the first page is shown.
    """
    if after is None:
        release_pass_gate.expire_due(workplace)
    custom = workplace.estate.custom
    first, last = wanted.first_day, wanted.last_day
    narrowed = Filter(
        kind=wanted.kind,
        states=tuple(wanted.states),
        unit_id=wanted.unit_id,
        out=wanted.out,
        since=custom.day_bounds(first)[0] if first else None,
        until=custom.day_bounds(last)[1] if last else None,
        terms=terms_of(wanted.text),
    )
    with workplace.reading() as reader:
        return personal_data.masked(pass_list.passes(reader, narrowed, after, limit))


def policy_today(workplace: Workplace) -> Policy:
    """The policy a pass written down today is kept under: its `release(kind)` names the locks."""
    workplace.require(Permission.READ)
    return policy.in_force(workplace, workplace.today()).policy


def see_identity(workplace: Workplace, pass_id: int) -> str:
    """The last characters of the identity paper that was seen. Who looked is recorded (R36)."""
    with workplace.deed(Permission.SEE_IDENTITY) as work:
        row = work.get(ReleasePass, pass_id)
        if not row.identity_tail:
            raise RuleRefused([_NO_TAIL])
        personal_data.record_look(work, KIND, pass_id, {"identity": row.identity})
        work.commit()
        return row.identity_tail


def see_reasons(workplace: Workplace, known: Pass) -> tuple[Reason, ...]:
    """Why it is not shown: no right to, or no paper was seen."""
    missing = workplace.missing(Permission.SEE_IDENTITY)
    return missing if known.detail.identity else (_NO_TAIL,)


def issue_reasons(workplace: Workplace, known: Pass) -> tuple[Reason, ...]:
    """Why it is not issued now: the words on a shut button."""
    return (*workplace.missing(Permission.REGISTER), *known.blockers)


def change_reasons(workplace: Workplace, known: Pass) -> tuple[Reason, ...]:
    """Why it is not corrected now."""
    missing = workplace.missing(Permission.REGISTER)
    return (*missing, *entries.change_reasons(known.facts.state))


def void_reasons(workplace: Workplace, known: Pass) -> tuple[Reason, ...]:
    """Why it is not declared void now."""
    missing = workplace.missing(Permission.REGISTER)
    return (*missing, *entries.void_reasons(known.facts, known.detail.number))


def print_reasons(workplace: Workplace, known: Pass) -> tuple[Reason, ...]:
    """Why it is not printed now: a draft prints nothing but a blank."""
    return (*workplace.missing(Permission.PRINT), *locks.print_reasons(known.facts))


# Parts


def entry_of(known: PassRow) -> PassEntry:
    """What was written down, as it may be written down again."""
    told: dict[str, Any] = {one.name: getattr(known, one.name, "") for one in fields(PassEntry)}
    kind, role = PassKind(known.kind), Role(known.role)
    identity = IdentityKind(known.identity) if known.identity else None
    return PassEntry(**told | {"kind": kind, "role": role, "identity": identity})


def _ready(cleaning: Cleaning, entry: PassEntry) -> PassEntry:
    return replace(
        entry,
        applicant=cleaning.line(entry.applicant, rules.NAME_LIMIT, "applicant"),
        identity_tail=cleaning.line(entry.identity_tail, rules.WHAT_LIMIT, "identity_tail"),
        phone=cleaning.line(entry.phone, rules.PHONE_LIMIT, "phone"),
        plate=cleaning.line(entry.plate, rules.PLATE_LIMIT, "plate"),
        gate=cleaning.line(entry.gate, rules.GATE_LIMIT, "gate"),
        remark=cleaning.text(entry.remark, rules.REMARK_LIMIT, "remark"),
    )


def _write(work: UnitOfWork, row: ReleasePass, entry: PassEntry) -> None:
    for field in fields(entry):
        setattr(row, field.name, getattr(entry, field.name))
    row.identity = entry.identity or ""
    if entry.unit_id is not None:
        work.get(Unit, entry.unit_id)
