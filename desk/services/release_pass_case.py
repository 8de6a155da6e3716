"""A release pass 放行條 whole, and how a deed on it begins and ends.

Every deed opens the pass with `opened`, refuses or writes, and ends with `finished`, which writes
down what is owed by when and makes all of it durable.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from desk.clock import newer
from desk.domain import release_pass_locks as lock_rules
from desk.domain.permissions import Permission
from desk.domain.policy import Policy, Post
from desk.domain.reasons import Reason
from desk.domain.release_pass import Evidence, Item, PassFacts, Role, State
from desk.domain.release_pass_entry import Duplicate
from desk.domain.release_pass_gate import EventKind
from desk.domain.release_pass_locks import Lock
from desk.domain.release_pass_rule import PassKind, PassRule
from desk.errors import NotFound
from desk.models import deadlines
from desk.models.lists import Reader
from desk.models.lists import release_pass as pass_list
from desk.models.lists import release_pass_parts as parts
from desk.models.lists.release_pass import PassRow
from desk.models.lists.release_pass_parts import EventRow
from desk.models.release_pass import ReleaseEvent, ReleasePass
from desk.models.unit_of_work import UnitOfWork
from desk.services import personal_data, policy
from desk.services.release_pass_same import same_keys
from desk.services.workplace import Workplace

__all__ = [
    "EventRow",
    "Opened",
    "Pass",
    "PassRow",
    "add_event",
    "duplicates",
    "facts",
    "finished",
    "get",
    "opened",
    "settle",
    "whole",
]

KIND = "release_pass"
LETTER = "P"
WINDOW = "window"  # the clock of the time in which the gate lets it pass
GOODS_BACK = "goods_back"  # the clock of what is to come back
CATEGORY = "pass"


@dataclass(frozen=True)
class Pass:
    """One pass whole, as it stood at `seen_at`; `blockers` keep its issue button shut.

    `duplicates` are things of it that another pass has out.
    """

    detail: PassRow
    facts: PassFacts
    policy: Policy
    locks: tuple[Lock, ...]
    blockers: tuple[Reason, ...]
    duplicates: tuple[Duplicate, ...]
    events: tuple[EventRow, ...]
    seen_at: datetime

    @property
    def rule(self) -> PassRule:
        """The locks of its kind."""
        return self.policy.release(self.facts.kind)

    @property
    def items(self) -> tuple[Item, ...]:
        """What is on it."""
        return self.facts.items

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """What was given for its locks, oldest first."""
        return self.facts.evidence


@dataclass(frozen=True)
class Opened:
    """A pass inside a deed: its row to be changed, and what its rules ask about."""

    row: ReleasePass
    facts: PassFacts
    rule: PassRule


def get(workplace: Workplace, key: int | str) -> Pass:
    """One pass by its id or its number; NotFound when there is none."""
    with workplace.reading() as reader:
        known = pass_list.id_of_number(reader, key) if isinstance(key, str) else key
        found = whole(workplace, reader, known or 0)
    if found is None:
        raise NotFound(KIND, str(key))
    return found


def opened(workplace: Workplace, work: UnitOfWork, pass_id: int, version: int) -> Opened:
    """The pass for a deed, if nobody saved it since the clerk read `version`."""
    row = work.get_as_seen(ReleasePass, pass_id, version)
    known = facts(workplace, work.reader, pass_id)
    if known is None:
        raise NotFound(KIND, str(pass_id))
    rules_of = policy.by_id(work.reader, row.policy_id).policy
    return Opened(row, known, rules_of.release(known.kind))


def finished(workplace: Workplace, work: UnitOfWork, row: ReleasePass) -> Pass:
    """End a deed: the row is saved anew, what is owed is written, all of it is durable."""
    settle(workplace, work, row)

    def see(reader: Reader, pass_id: int) -> Pass | None:
        return whole(workplace, reader, pass_id, work.now)

    return work.committed(see, KIND, row.id)


def settle(workplace: Workplace, work: UnitOfWork, row: ReleasePass) -> None:
    """Make the record newer for whoever has it open, and write what it owes by when."""
    row.touched_at = newer(row.touched_at, work.now)
    work.flush()
    known = facts(workplace, work.reader, row.id)
    if known is not None:
        owed = list(_owed(workplace, known, parts.events(work.reader, row.id)))
        deadlines.put(work.reader, KIND, row.id, owed, work.now)


def add_event(work: UnitOfWork, pass_id: int, kind: EventKind, **told: Any) -> None:
    """Write into the pass's journal, done now by the clerk unless told otherwise."""
    given: dict[str, Any] = {"at": work.now, "entered_at": work.now, "by_id": work.actor_id}
    given["counts"] = []
    work.add(ReleaseEvent(pass_id=pass_id, kind=kind, **given | told))


def whole(
    workplace: Workplace, reader: Reader, pass_id: int, now: datetime | None = None
) -> Pass | None:
    """The pass with all its parts; None when there is none."""
    workplace.require(Permission.READ)
    detail = pass_list.detail(reader, pass_id)
    if detail is None:
        return None
    seen_at = now or workplace.now()
    known = _facts(workplace, reader, detail)
    kept = policy.by_id(reader, detail.policy_id).policy
    rule = kept.release(known.kind)
    found = duplicates(reader, pass_id, known) if known.state is State.DRAFT else ()
    found_pass = Pass(
        detail=detail,
        facts=known,
        policy=kept,
        locks=lock_rules.locks(known, rule, seen_at),
        blockers=lock_rules.issue_reasons(known, rule, seen_at, found),
        duplicates=found,
        events=parts.events(reader, pass_id),
        seen_at=seen_at,
    )
    return personal_data.shown(workplace, found_pass)


def facts(workplace: Workplace, reader: Reader, pass_id: int) -> PassFacts | None:
    """What the rules ask about a pass."""
    workplace.require(Permission.READ)
    detail = pass_list.detail(reader, pass_id)
    return None if detail is None else _facts(workplace, reader, detail)


def duplicates(reader: Reader, pass_id: int, known: PassFacts) -> tuple[Duplicate, ...]:
    """Things of the pass that another one has out: by serial number, else in the same words."""
    keys = [same_keys(item.what, item.serial) for item in known.items]
    certain = parts.same_serials(reader, pass_id, {serial for _words, serial in keys if serial})
    if known.unit_id is None:
        return certain
    words = {said for said, serial in keys if not serial}
    return (*certain, *parts.same_words(reader, pass_id, known.unit_id, words))


def _facts(workplace: Workplace, reader: Reader, detail: PassRow) -> PassFacts:
    extended = (one for one in parts.events(reader, detail.id) if one.kind == EventKind.EXTENDED)
    custom = workplace.estate.custom
    return PassFacts(
        kind=PassKind(detail.kind),
        state=State(detail.state),
        applicant=detail.applicant,
        role=Role(detail.role),
        unit_id=detail.unit_id,
        let=detail.let,
        items=parts.items(reader, detail.id),
        evidence=parts.evidence(reader, detail.id),
        plate=detail.plate,
        starts=detail.starts,
        ends=detail.ends,
        first_day=None if detail.starts is None else custom.day(detail.starts),
        back_by=detail.back_by,
        issued_at=detail.issued_at,
        ends_before=tuple(one.ended for one in extended if one.ended is not None),
    )


# What is owed


def _owed(
    workplace: Workplace, known: PassFacts, events: Iterable[EventRow]
) -> Iterator[Mapping[str, Any]]:
    """The window of what may still leave, and the day of what is to come back."""
    if known.issued_at is None:
        return
    at = {one.kind: one.at for one in events}
    if known.ends is not None:
        met = at.get(EventKind.LEFT) if known.state in (State.LEFT, State.BACK) else None
        over = {State.VOID: EventKind.VOID, State.EXPIRED: EventKind.EXPIRED}.get(known.state)
        yield _clock(WINDOW, known.issued_at, known.ends, met, at.get(over or ""))
    if known.back_by is not None and known.has_left:
        due = workplace.estate.custom.day_bounds(known.back_by)[1]
        met = at.get(EventKind.BACK) if known.out == 0 else None
        yield _clock(GOODS_BACK, known.issued_at, due, met, None)


def _clock(
    code: str, start: datetime, due: datetime, met: datetime | None, ended: datetime | None
) -> Mapping[str, Any]:
    span = start, due
    return deadlines.ceiling(
        CATEGORY, code, span, met, post=Post.RECEPTIONIST.value, ended_at=ended
    )
