"""Move-ins 入住, as read: by pages, one case; its parts are `move_in_parts`."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, select, text
from sqlalchemy.orm import aliased

from desk.domain.search_text import Term
from desk.models.estate import Unit
from desk.models.lists import Page, Reader, page
from desk.models.lists.order import found_by, newest_first
from desk.models.move_in import MoveIn
from desk.models.staff import Account

Key = tuple[datetime, int]

_By = aliased(Account)
_FiledBy = aliased(Account)


@dataclass(frozen=True)
class MoveInRow:
    """One case; `by` wrote it down. Phones are whole: whoever shows them masks them."""

    id: int
    version: int
    number: str
    unit_id: int
    unit: str
    arrival: str
    holder: str
    state: str
    policy_id: int | None
    name: str
    contact: str
    phone: str
    by_agent: bool
    agent: str
    agent_phone: str
    moved_on: date
    concentrated: bool
    period_starts: date | None
    period_ends: date | None
    remark: str
    written_at: datetime
    by_id: int
    by: str
    registered_on: date | None
    registered_by: str
    filed_at: datetime | None
    filed_by: str | None
    told_to: str
    visited_on: date | None
    visited_by: str
    visit_alarm: bool
    visit_text: str
    left_on: date | None
    left_remark: str
    void_why: str


@dataclass(frozen=True)
class Filter:
    """What the register is narrowed to; None means everything.

    `since` and `until` are UTC and half open. No term in `terms` means that nothing can be found.
    """

    states: Sequence[str] = ()
    arrival: str | None = None
    unit_id: int | None = None
    since: datetime | None = None
    until: datetime | None = None
    terms: Sequence[Term] | None = None


def cases(reader: Reader, wanted: Filter, after: Key | None, limit: int) -> Page[MoveInRow]:
    """A page of the register, newest first, after the key of the last row seen."""
    query = newest_first(_narrowed(wanted), MoveIn.written_at, MoveIn.id, after)
    return page(reader, query, _row, _key, limit)


def detail(reader: Reader, move_in_id: int) -> MoveInRow | None:
    """One case by its id."""
    row = reader.execute(_QUERY.where(MoveIn.id == move_in_id)).first()
    return None if row is None else _row(row)


def id_of_number(reader: Reader, number: str) -> int | None:
    """The case of a number."""
    return reader.scalar(select(MoveIn.id).where(MoveIn.number == number))


def living(reader: Reader, unit_id: int) -> tuple[tuple[int, str, str, str], ...]:
    """The cases of a unit that are open or filed: id, number, arrival, state."""
    query = (
        select(MoveIn.id, MoveIn.number, MoveIn.arrival, MoveIn.state)
        .where(MoveIn.unit_id == unit_id, text("move_in.state IN ('open', 'filed')"))
        .order_by(MoveIn.id)
    )
    return tuple((row.id, row.number, row.arrival, row.state) for row in reader.execute(query))


def last_period(reader: Reader) -> tuple[date | None, date | None]:
    """The concentrated period of the case written down last, if it lay in one (R23)."""
    query = (
        select(MoveIn.concentrated, MoveIn.period_starts, MoveIn.period_ends)
        .where(MoveIn.state != "void")
        .order_by(MoveIn.written_at.desc(), MoveIn.id.desc())
        .limit(1)
    )
    row = reader.execute(query).first()
    if row is None or not row.concentrated:
        return None, None
    return row.period_starts, row.period_ends


def _narrowed(wanted: Filter) -> Select[*tuple[Any, ...]]:
    query = _QUERY.where(*_clauses(wanted))
    if wanted.terms is None:
        return query
    return query.where(found_by(wanted.terms, MoveIn, ordered=True))


def _clauses(wanted: Filter) -> Iterator[ColumnElement[bool]]:
    if wanted.states:
        yield MoveIn.state.in_(wanted.states)
    if wanted.arrival is not None:
        yield MoveIn.arrival == wanted.arrival
    if wanted.unit_id is not None:
        yield MoveIn.unit_id == wanted.unit_id
    if wanted.since is not None:
        yield MoveIn.written_at >= wanted.since
    if wanted.until is not None:
        yield MoveIn.written_at < wanted.until


def _row(row: Row[*tuple[Any, ...]]) -> MoveInRow:
    return MoveInRow(*row)


def _key(row: MoveInRow) -> Key:
    return row.written_at, row.id


_QUERY: Select[*tuple[Any, ...]] = (
    select(
        MoveIn.id,
        MoveIn.version,
        MoveIn.number,
        MoveIn.unit_id,
        Unit.label,
        MoveIn.arrival,
        MoveIn.holder,
        MoveIn.state,
        MoveIn.policy_id,
        MoveIn.name,
        MoveIn.contact,
        MoveIn.phone,
        MoveIn.by_agent,
        MoveIn.agent,
        MoveIn.agent_phone,
        MoveIn.moved_on,
        MoveIn.concentrated,
        MoveIn.period_starts,
        MoveIn.period_ends,
        MoveIn.remark,
        MoveIn.written_at,
        MoveIn.by_id,
        _By.name,
        MoveIn.registered_on,
        MoveIn.registered_by,
        MoveIn.filed_at,
        _FiledBy.name,
        MoveIn.told_to,
        MoveIn.visited_on,
        MoveIn.visited_by,
        MoveIn.visit_alarm,
        MoveIn.visit_text,
        MoveIn.left_on,
        MoveIn.left_remark,
        MoveIn.void_why,
    )
    .select_from(MoveIn)
    .join(Unit, Unit.id == MoveIn.unit_id)
    .join(_By, _By.id == MoveIn.by_id)
    .outerjoin(_FiledBy, _FiledBy.id == MoveIn.filed_by_id)
)
