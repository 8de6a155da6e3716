"""What a clerk does with the reception register: register, change, close, look (R86, R199, F16)."""

from dataclasses import dataclass, replace
from datetime import date

from desk.domain import first_asked
from desk.domain import reception as rules
from desk.domain.first_asked import FirstAsked
from desk.domain.permissions import Permission, Role
from desk.domain.reasons import Reason
from desk.domain.reception import Channel, Kind, Rank, ReceptionEntry, State
from desk.errors import NotFound
from desk.models.estate import Unit
from desk.models.lists import Page
from desk.models.lists import caller as caller_list
from desk.models.lists import handover as handover_list
from desk.models.lists import reception as reception_list
from desk.models.lists import staff as staff_list
from desk.models.lists.reception import Filter, Key, ReceptionDetail, ReceptionRow
from desk.models.reception import Reception
from desk.models.unit_of_work import UnitOfWork
from desk.services import personal_data
from desk.services.cleaning import Cleaning
from desk.services.search_words import terms_of
from desk.services.workplace import Workplace

__all__ = [
    "Key",
    "ReceptionDetail",
    "ReceptionFilter",
    "ReceptionRow",
    "change",
    "get",
    "last_of_unit",
    "narrowed",
    "open_count",
    "open_of_unit",
    "page",
    "register",
    "unit_of_resident",
]

PAGE = 50
LETTER = "R"


@dataclass(frozen=True)
class ReceptionFilter:
    """What the register is narrowed to; days are the estate's, both included.

    `waiting` keeps to the open ones that go on nowhere else: they wait for an answer.
    """

    kind: Kind | None = None
    channel: Channel | None = None
    state: State | None = None
    first_asked_id: int | None = None
    unit_id: int | None = None
    first_day: date | None = None
    last_day: date | None = None
    text: str = ""
    waiting: bool = False


# Deeds


def register(workplace: Workplace, entry: ReceptionEntry) -> ReceptionDetail:
    """Number and keep a reception; one that was answered at once is closed with it."""
    with workplace.deed(Permission.REGISTER) as work:
        entry = _ready(work, entry)
        row = Reception(
            number=work.next_number(LETTER, entry.happened_at),
            entered_at=work.now,
            first_asked_id=entry.first_asked_id or work.actor_id,
            first_asked_rank=_rank(workplace, work, entry),
            first_asked_name=entry.first_asked_name if entry.first_asked_rank else "",
        )
        _write(work, row, entry)
        work.add(row)
        return work.committed(reception_list.detail, "reception", row.id)


def change(
    workplace: Workplace, reception_id: int, version: int, entry: ReceptionEntry
) -> ReceptionDetail:
    """Correct what was written down, close it or open it again; the history keeps what it said.

    Who was asked first stays (R218), and what was handed over ends with a notice alone (R219).
    """
    with workplace.deed(Permission.REGISTER) as work:
        row = work.get_as_seen(Reception, reception_id, version)
        is_closing = entry.state is State.CLOSED and row.state == State.OPEN
        entry = _ready(
            work,
            entry,
            *_first_asked_reasons(row, entry),
            *(_close_blockers(work, row) if is_closing else ()),
        )
        row.unit = None if entry.unit_id is None else work.get(Unit, entry.unit_id)
        _write(work, row, entry)
        return work.committed(reception_list.detail, "reception", reception_id)


# Looking


def get(workplace: Workplace, key: int | str) -> ReceptionDetail:
    """One reception by its id or its number; NotFound when there is none."""
    with workplace.reading() as reader:
        if isinstance(key, int):
            found = reception_list.detail(reader, key)
        else:
            found = reception_list.detail_by_number(reader, key)
    if found is None:
        raise NotFound("reception", str(key))
    return personal_data.shown(workplace, found)


def page(
    workplace: Workplace,
    wanted: ReceptionFilter,
    after: Key | None = None,
    limit: int = PAGE,
) -> Page[ReceptionRow]:
    """Some of the register, newest first, after the key of the last row seen.

    With words to search for, newest means entered last.
    """
    with workplace.reading() as reader:
        found = reception_list.receptions(reader, narrowed(workplace, wanted), after, limit)
    return personal_data.masked(found)


def open_of_unit(workplace: Workplace, unit_id: int, limit: int = PAGE) -> tuple[ReceptionRow, ...]:
    """What the desk still owes a unit, newest first."""
    with workplace.reading() as reader:
        return personal_data.masked(reception_list.of_unit(reader, unit_id, State.OPEN, limit))


def open_count(workplace: Workplace, limit: int) -> int:
    """How many receptions the desk still owes an answer, counted up to the limit."""
    with workplace.reading() as reader:
        return reception_list.open_count(reader, limit)


def last_of_unit(workplace: Workplace, unit_id: int, limit: int) -> tuple[ReceptionRow, ...]:
    """The last visits of a unit, newest first, open or closed."""
    with workplace.reading() as reader:
        return personal_data.masked(reception_list.of_unit(reader, unit_id, None, limit))


def unit_of_resident(workplace: Workplace, resident_id: int) -> int | None:
    """The unit a resident belongs to; None for one who is not there."""
    with workplace.reading() as reader:
        return reception_list.unit_of_resident(reader, resident_id)


def narrowed(workplace: Workplace, wanted: ReceptionFilter) -> Filter:
    """The filter as the lists take it: days as moments of the estate's clock, words as tokens."""
    custom = workplace.estate.custom
    first, last = wanted.first_day, wanted.last_day
    return Filter(
        kind=wanted.kind,
        channel=wanted.channel,
        state=State.OPEN if wanted.waiting else wanted.state,
        first_asked_id=wanted.first_asked_id,
        unit_id=wanted.unit_id,
        since=custom.day_bounds(first)[0] if first else None,
        until=custom.day_bounds(last)[1] if last else None,
        terms=terms_of(wanted.text),
        unfollowed=wanted.waiting,
    )


# Parts


def _ready(work: UnitOfWork, entry: ReceptionEntry, *others: Reason) -> ReceptionEntry:
    """The entry with clean texts and what is known of the resident, or every reason against it."""
    cleaning = Cleaning()
    entry = replace(
        entry,
        caller_name=cleaning.line(entry.caller_name, rules.NAME_LIMIT, "person"),
        caller_phone=cleaning.line(entry.caller_phone, rules.PHONE_LIMIT, "caller_phone"),
        request=cleaning.text(entry.request, rules.TEXT_LIMIT, "request"),
        answer=cleaning.text(entry.answer, rules.TEXT_LIMIT, "answer"),
        first_asked_name=cleaning.line(
            entry.first_asked_name, rules.NAME_LIMIT, "first_asked_name"
        ),
    )
    entry = _with_household(work, entry)
    cleaning.refuse(rules.entry_reasons(entry, work.now), others)
    return entry


def _with_household(work: UnitOfWork, entry: ReceptionEntry) -> ReceptionEntry:
    """Name, phone and unit as they stand that day, where the clerk wrote nothing else."""
    known = caller_list.caller(
        work.reader,
        resident=entry.resident_id,
        unit=entry.unit_id,
        account=entry.first_asked_id,
    )
    return replace(
        entry,
        caller_name=entry.caller_name or known.name,
        caller_phone=entry.caller_phone or known.phone,
        unit_id=known.unit_id if entry.unit_id is None else entry.unit_id,
    )


def _rank(workplace: Workplace, work: UnitOfWork, entry: ReceptionEntry) -> Rank:
    """What the first-asked person is: as told, or as the role of the account says."""
    if entry.first_asked_rank is not None:
        return entry.first_asked_rank
    if entry.first_asked_id in (None, workplace.actor.id):
        return first_asked.rank_of(workplace.actor.role)
    role = staff_list.role_of(work.reader, entry.first_asked_id or 0)
    return first_asked.rank_of(Role(role or Role.RECEPTIONIST))


def _first_asked_reasons(row: Reception, entry: ReceptionEntry) -> tuple[Reason, ...]:
    """An entry that says nothing of who was asked first leaves it as it is."""
    before = FirstAsked(row.first_asked_id, Rank(row.first_asked_rank), row.first_asked_name)
    is_told = entry.first_asked_rank is not None
    after = FirstAsked(
        entry.first_asked_id or before.account_id,
        entry.first_asked_rank or before.rank,
        entry.first_asked_name if is_told else before.name,
    )
    return first_asked.unchanged_reasons(before, after)


def _close_blockers(work: UnitOfWork, row: Reception) -> tuple[Reason, ...]:
    return first_asked.direct_close_blockers(handover_list.links(work.reader, row.id))


def _write(work: UnitOfWork, row: Reception, entry: ReceptionEntry) -> None:
    for field in _WRITTEN:
        setattr(row, field, getattr(entry, field))
    _move(work, row, entry.state)


def _move(work: UnitOfWork, row: Reception, state: State) -> None:
    """Whoever closes it is written down with the moment; opening it again takes that back."""
    if row.state == state:
        return
    row.state = state
    is_closed = state is State.CLOSED
    row.closed_at = work.now if is_closed else None
    row.closed_by_id = work.actor_id if is_closed else None


_WRITTEN = (
    "happened_at",
    "channel",
    "kind",
    "unit_id",
    "resident_id",
    "caller_name",
    "caller_phone",
    "request",
    "answer",
)
