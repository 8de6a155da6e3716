"""A move-in 入住 whole, and how a deed on it begins and ends.

Every deed opens the case with `opened`, refuses or writes, and ends with `finished`, which writes
down that the visit is owed (R74) and makes all of it durable. Identity papers are masked here; a
look at a whole number is a deed of its own and recorded (R36).
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from desk.clock import newer
from desk.domain import identity
from desk.domain import move_in_filing as filing
from desk.domain.estate import IdentityKind, PersonKind, ResidentRole
from desk.domain.move_in import (
    EventKind,
    MoveInFacts,
    Person,
    State,
)
from desk.domain.move_in_document import documents
from desk.domain.move_in_rule import Arrival, Holder, MoveInRule
from desk.domain.permissions import Permission
from desk.domain.policy import Policy, Post
from desk.domain.reasons import Reason
from desk.errors import NotFound
from desk.models import deadlines
from desk.models.lists import Reader
from desk.models.lists import move_in as move_in_list
from desk.models.lists import move_in_parts as parts
from desk.models.lists.move_in import MoveInRow
from desk.models.lists.move_in_parts import PersonRow
from desk.models.move_in import MoveIn as MoveInTable
from desk.models.move_in import MoveInEvent
from desk.models.unit_of_work import UnitOfWork
from desk.services import inspection_case, personal_data, policy
from desk.services.cleaning import Cleaning
from desk.services.move_in_view import ListedStanding, MoveIn, PersonView
from desk.services.move_in_words import named
from desk.services.workplace import Workplace

__all__ = [
    "ListedStanding",
    "MoveIn",
    "Opened",
    "PersonView",
    "add_event",
    "facts",
    "finished",
    "get",
    "opened",
    "settle",
    "touch",
    "whole",
]

KIND = "move_in"
LETTER = "M"
VISIT = "visit"  # the clock of the visit within a week (R74)
CATEGORY = "move_in"


@dataclass(frozen=True)
class Opened:
    """A case inside a deed: its row to be changed, and what its rules ask about."""

    row: MoveInTable
    facts: MoveInFacts
    policy: Policy

    @property
    def rule(self) -> MoveInRule:
        """What its policy says of move-ins."""
        return self.policy.move_in

    def refuse(self, cleaning: Cleaning, *answers: Iterable[Reason]) -> None:
        """Refuse with all reasons, the papers by their names."""
        cleaning.refuse(*(named(one, self.rule) for one in answers))


def get(workplace: Workplace, key: int | str) -> MoveIn:
    """One case by its id or its number; NotFound when there is none."""
    with workplace.reading() as reader:
        known = move_in_list.id_of_number(reader, key) if isinstance(key, str) else key
        found = whole(workplace, reader, known or 0)
    if found is None:
        raise NotFound(KIND, str(key))
    return found


def opened(workplace: Workplace, work: UnitOfWork, move_in_id: int, version: int) -> Opened:
    """The case for a deed, if nobody saved it since the clerk read `version`."""
    row = work.get_as_seen(MoveInTable, move_in_id, version)
    known = facts(workplace, work.reader, move_in_id)
    if known is None:
        raise NotFound(KIND, str(move_in_id))
    return Opened(row, known, policy.by_id(work.reader, row.policy_id).policy)


def finished(workplace: Workplace, work: UnitOfWork, row: MoveInTable) -> MoveIn:
    """End a deed: the row is saved anew, what is owed is written, all of it is durable."""
    settle(workplace, work, row)

    def see(reader: Reader, move_in_id: int) -> MoveIn | None:
        return whole(workplace, reader, move_in_id, work.now)

    return work.committed(see, KIND, row.id)


def settle(workplace: Workplace, work: UnitOfWork, row: MoveInTable) -> None:
    """Make the record newer for whoever has it open, and write what it owes by when."""
    touch(work, row)
    work.flush()
    rule = policy.by_id(work.reader, row.policy_id).policy.move_in
    deadlines.put(work.reader, KIND, row.id, list(_owed(workplace, row, rule)), work.now)


def touch(work: UnitOfWork, row: MoveInTable) -> None:
    """A part of the case has changed."""
    row.touched_at = newer(row.touched_at, work.now)


def add_event(
    work: UnitOfWork, move_in_id: int, kind: EventKind, *, person: str = "", text: str = ""
) -> None:
    """Write into the journal of the case, done now by the clerk."""
    event = MoveInEvent(
        move_in_id=move_in_id, kind=kind, at=work.now, by_id=work.actor_id, person=person, text=text
    )
    work.add(event)


def whole(
    workplace: Workplace, reader: Reader, move_in_id: int, now: datetime | None = None
) -> MoveIn | None:
    """The case with all its parts; None when there is none."""
    workplace.require(Permission.READ)
    detail = move_in_list.detail(reader, move_in_id)
    if detail is None:
        return None
    kept = policy.by_id(reader, detail.policy_id).policy
    rule = kept.move_in
    persons = parts.persons(reader, move_in_id)
    known = _facts(workplace, reader, detail, persons)
    return MoveIn(
        detail=personal_data.shown(workplace, detail),
        facts=known,
        policy=kept,
        persons=tuple(_view(workplace, one) for one in persons),
        documents=tuple(
            replace(one, reasons=named(one.reasons, rule)) for one in documents(known, rule)
        ),
        missing=named(filing.missing(known, rule), rule),
        blockers=named(filing.still_missing(known, rule), rule),
        events=parts.events(reader, move_in_id),
        visit_due=filing.visit_due(detail.moved_on, rule),
        seen_at=now or workplace.now(),
    )


def facts(workplace: Workplace, reader: Reader, move_in_id: int) -> MoveInFacts | None:
    """What the rules ask about a case."""
    workplace.require(Permission.READ)
    detail = move_in_list.detail(reader, move_in_id)
    if detail is None:
        return None
    return _facts(workplace, reader, detail, parts.persons(reader, move_in_id))


# Parts


def _facts(
    workplace: Workplace, reader: Reader, detail: MoveInRow, persons: Iterable[PersonRow]
) -> MoveInFacts:
    inspected = inspection_case.of_move_in(reader, detail.id)
    return MoveInFacts(
        state=State(detail.state),
        arrival=Arrival(detail.arrival),
        holder=Holder(detail.holder),
        by_agent=detail.by_agent,
        moved_on=detail.moved_on,
        persons=tuple(
            Person(one.id, one.name, ResidentRole(one.role), one.permanent) for one in persons
        ),
        documents=parts.documents(reader, detail.id),
        listed=parts.listed(reader, detail.id),
        fees=parts.fees(reader, detail.id),
        keys=parts.keys(reader, detail.id),
        inspection=None if inspected is None else inspection_case.missing(inspected),
        registered=detail.registered_on is not None,
        excepted=parts.exceptions(reader, detail.id, workplace.estate.custom.day),
        visited=detail.visited_on is not None,
    )


def _view(workplace: Workplace, row: PersonRow) -> PersonView:
    kind = IdentityKind(row.identity_kind) if row.identity_kind else None
    view = PersonView(
        id=row.id,
        name=row.name,
        role=ResidentRole(row.role),
        kind=PersonKind(row.kind),
        company=row.company,
        phones=row.phones,
        permanent=row.permanent,
        identity_kind=kind,
        identity_masked="" if kind is None else identity.mask(kind, row.identity),
        note=row.note,
        resident_id=row.resident_id,
    )
    return personal_data.shown(workplace, view)


def _owed(workplace: Workplace, row: MoveInTable, rule: MoveInRule) -> Iterator[Mapping[str, Any]]:
    """The visit within a week of moving in (R74): until it is made, or nobody lives there."""
    if row.state == State.VOID:
        return
    bounds = workplace.estate.custom.day_bounds
    visited, left = row.visited_on, row.left_on
    yield deadlines.ceiling(
        CATEGORY,
        VISIT,
        (bounds(row.moved_on)[0], bounds(filing.visit_due(row.moved_on, rule))[1]),
        None if visited is None else bounds(visited)[0],
        post=Post.RECEPTIONIST.value,
        ended_at=None if left is None else bounds(left)[1],
    )
