"""A defect 待整改項 whole, how one is found, and how a deed on it begins and ends (R35).

What it owes by when is derived from its journal: the repair by the promised day or the policy's
days, a reminder every so many days until it is done, the re-inspection as many days after.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from desk.clock import newer
from desk.domain import defect as rules
from desk.domain.defect import Age, DefectFacts, EventKind, State
from desk.domain.inspection import Item
from desk.domain.move_in_rule import MoveInRule
from desk.domain.permissions import Permission
from desk.domain.policy import Post
from desk.errors import NotFound
from desk.models import deadlines
from desk.models.defect import Defect as DefectRecord
from desk.models.defect import DefectEvent
from desk.models.inspection import Inspection as InspectionRecord
from desk.models.lists import Reader
from desk.models.lists import defect as defect_list
from desk.models.lists.defect import DefectRow, EventRow
from desk.models.unit_of_work import UnitOfWork
from desk.services import policy
from desk.services.workplace import Workplace

__all__ = ["KIND", "LETTER", "Defect", "DefectRow", "EventRow", "finished", "get", "opened"]

KIND = "defect"
LETTER = "F"
CATEGORY = "defect"
REPAIR = "defect.repair"  # the clock of the promised day
REMIND = "defect.remind"
RECHECK = "defect.recheck"


@dataclass(frozen=True)
class Defect:
    """One defect whole, as it stood on `today`; `photos` are attachments, the first ones those of
    the inspection."""

    detail: DefectRow
    facts: DefectFacts
    rule: MoveInRule
    events: tuple[EventRow, ...]
    photos: tuple[int, ...]
    today: date
    found_on: date

    @property
    def days(self) -> int:
        """How many days ago it was found."""
        return max((self.today - self.found_on).days, 0)

    @property
    def age(self) -> Age:
        """Where it stands in the age list."""
        return rules.age(self.found_on, self.today)

    @property
    def is_overdue(self) -> bool:
        """Whether its day has passed and nobody says that it is done."""
        return self.facts.state is State.OPEN and self.detail.due_on < self.today


@dataclass(frozen=True)
class Opened:
    """A defect inside a deed: its row to be changed, what its rules ask, its policy's rule."""

    row: DefectRecord
    facts: DefectFacts
    rule: MoveInRule


def get(workplace: Workplace, key: int | str) -> Defect:
    """One defect by its id or its number; NotFound when there is none."""
    with workplace.reading() as reader:
        known = defect_list.id_of_number(reader, key) if isinstance(key, str) else key
        found = whole(workplace, reader, known or 0)
    if found is None:
        raise NotFound(KIND, str(key))
    return found


def whole(
    workplace: Workplace, reader: Reader, defect_id: int, now: datetime | None = None
) -> Defect | None:
    """The defect with its journal; None when there is none."""
    workplace.require(Permission.READ)
    detail = defect_list.detail(reader, defect_id)
    if detail is None:
        return None
    custom = workplace.estate.custom
    return Defect(
        detail=detail,
        facts=_facts(detail),
        rule=policy.by_id(reader, detail.policy_id).policy.move_in,
        events=defect_list.events(reader, defect_id),
        photos=defect_list.photos(reader, detail),
        today=custom.day(now or workplace.now()),
        found_on=custom.day(detail.found_at),
    )


def opened(work: UnitOfWork, defect_id: int, version: int) -> Opened:
    """The defect for a deed, if nobody saved it since the clerk read `version`."""
    row = work.get_as_seen(DefectRecord, defect_id, version)
    return Opened(row, _facts(row), policy.by_id(work.reader, row.policy_id).policy.move_in)


def finished(workplace: Workplace, work: UnitOfWork, row: DefectRecord) -> Defect:
    """End a deed: the row is saved anew, what is owed is written, all of it is durable."""
    settle(workplace, work, row)

    def see(reader: Reader, defect_id: int) -> Defect | None:
        return whole(workplace, reader, defect_id, work.now)

    return work.committed(see, KIND, row.id)


def settle(workplace: Workplace, work: UnitOfWork, row: DefectRecord) -> None:
    """Make the record newer for whoever has it open, and write what it owes by when."""
    workplace.require(Permission.READ)
    row.touched_at = newer(row.touched_at, work.now)
    work.flush()
    rule = policy.by_id(work.reader, row.policy_id).policy.move_in
    owed = list(_owed(workplace, row, rule, defect_list.events(work.reader, row.id)))
    deadlines.put(work.reader, KIND, row.id, owed, work.now)


def add_event(work: UnitOfWork, defect_id: int, kind: EventKind, **told: Any) -> None:
    """Write into the defect's journal, done now unless told otherwise."""
    given = {"at": work.now, "entered_at": work.now, "by_id": work.actor_id}
    work.add(DefectEvent(defect_id=defect_id, kind=kind, **given | told))


def found(
    workplace: Workplace, work: UnitOfWork, inspection: InspectionRecord, failed: Sequence[Item]
) -> None:
    """Each part that failed becomes a defect of the builder's, inside the inspection's own deed."""
    workplace.require(Permission.REGISTER)
    if not failed:
        return
    custom = workplace.estate.custom
    today = custom.day(work.now)
    on = inspection.held_on or today
    at = work.now if on == today else custom.day_bounds(on)[0]
    rule = policy.by_id(work.reader, inspection.policy_id).policy.move_in
    for number, item in zip(work.next_numbers(LETTER, len(failed)), failed, strict=True):
        row = DefectRecord(
            number=number,
            state=State.OPEN,
            unit_id=inspection.unit_id,
            inspection_id=inspection.id,
            item_id=item.id,
            move_in_id=inspection.move_in_id,
            policy_id=inspection.policy_id,
            room=dict(item.room),
            part=dict(item.part),
            what=item.remark,
            builder=inspection.builder,
            contact=inspection.contact,
            phone=inspection.phone,
            found_at=at,
            since=at,
            due_on=rules.due_on(None, on, rule),
            by_id=work.actor_id,
        )
        work.add(row)
        add_event(work, row.id, EventKind.FOUND, at=at, text=item.remark)
        settle(workplace, work, row)


def due_day(workplace: Workplace, row: DefectRecord, rule: MoveInRule) -> date:
    """The last day to repair it as the row now stands."""
    workplace.require(Permission.READ)
    return rules.due_on(row.promised_on, workplace.estate.custom.day(row.since), rule)


def _facts(row: DefectRow | DefectRecord) -> DefectFacts:
    return DefectFacts(
        state=State(row.state),
        builder=row.builder,
        found_at=row.found_at,
        since=row.since,
        promised_on=row.promised_on,
        done_at=row.done_at,
        fails=row.fails,
    )


# What is owed


def _owed(
    workplace: Workplace, row: DefectRecord, rule: MoveInRule, events: Sequence[EventRow]
) -> Iterator[Mapping[str, Any]]:
    """Of the term that runs: the repair, each reminder, the re-inspection of what is done."""
    custom = workplace.estate.custom
    last_day = timedelta(days=rule.remind_days)

    def end_of(day: date) -> datetime:
        return custom.day_bounds(day)[1]

    recheck = _last_recheck(events)
    if recheck is not None:
        start, met = recheck
        if row.state != State.VOID or met is not None:
            yield _clock(RECHECK, start, end_of(custom.day(start) + last_day), met)
    if row.state == State.VOID:
        return
    yield _clock(REPAIR, row.since, end_of(row.due_on), row.done_at)
    reminded = sorted(
        one.at for one in events if one.kind == EventKind.REMINDED and one.at >= row.since
    )
    starts = (row.since, *reminded)
    for start, met in zip(starts, (*reminded, None), strict=True):
        if met is not None or row.state == State.OPEN:
            yield _clock(REMIND, start, end_of(custom.day(start) + last_day), met)


def _last_recheck(events: Sequence[EventRow]) -> tuple[datetime, datetime | None] | None:
    """When the builder last said that it is done, and when it was looked at again."""
    start, met = None, None
    for one in events:
        if one.kind == EventKind.DONE:
            start, met = one.at, None
        elif one.kind in {EventKind.PASSED, EventKind.FAILED}:
            met = one.at
    return None if start is None else (start, met)


def _clock(code: str, start: datetime, due: datetime, met: datetime | None) -> Mapping[str, Any]:
    return deadlines.ceiling(CATEGORY, code, (start, due), met, post=Post.RECEPTIONIST.value)
