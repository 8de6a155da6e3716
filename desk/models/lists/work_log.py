"""The work log, as read: by pages, one entry."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, Select, select
from sqlalchemy.orm import aliased

from desk.domain.search_text import Term
from desk.models.estate import Unit
from desk.models.lists import Page, Reader, page
from desk.models.lists.order import found_by, newest_first
from desk.models.staff import Account
from desk.models.work_log import WorkLog

Key = tuple[datetime, int]

_By = aliased(Account)
_ReturnedBy = aliased(Account)


@dataclass(frozen=True)
class WorkLogRow:
    """One entry whole; `by` wrote it down."""

    id: int
    version: int
    number: str
    kind: str
    state: str
    happened_at: datetime
    entered_at: datetime
    by_id: int
    by: str
    participants: str
    topic: str
    text: str
    findings: str
    measure: str
    measure_text: str
    plan: str
    about: str
    unit_id: int | None
    unit: str | None
    first_day: date | None
    last_day: date | None
    hand_in_by: datetime | None
    submitted_to: str
    submitted_at: datetime | None
    back_by: datetime | None
    returned_at: datetime | None
    returned_by: str | None
    remark: str
    void_why: str


@dataclass(frozen=True)
class Filter:
    """What the register is narrowed to; None means everything.

    `since` and `until` are UTC and half open. No term in `terms` means that nothing can be found.
    """

    kind: str | None = None
    state: str | None = None
    unit_id: int | None = None
    since: datetime | None = None
    until: datetime | None = None
    terms: Sequence[Term] | None = None


def entries(reader: Reader, wanted: Filter, after: Key | None, limit: int) -> Page[WorkLogRow]:
    """A page of the register, newest first, after the key of the last row seen."""
    query = newest_first(_narrowed(wanted), WorkLog.happened_at, WorkLog.id, after)
    return page(reader, query, _row, _key, limit)


def detail(reader: Reader, entry_id: int) -> WorkLogRow | None:
    """One entry by its id."""
    return _first(reader, _QUERY.where(WorkLog.id == entry_id))


def detail_by_number(reader: Reader, number: str) -> WorkLogRow | None:
    """One entry by its number."""
    return _first(reader, _QUERY.where(WorkLog.number == number))


def _narrowed(wanted: Filter) -> Select[*tuple[Any, ...]]:
    query = _QUERY
    if wanted.kind is not None:
        query = query.where(WorkLog.kind == wanted.kind)
    if wanted.state is not None:
        query = query.where(WorkLog.state == wanted.state)
    if wanted.unit_id is not None:
        query = query.where(WorkLog.unit_id == wanted.unit_id)
    if wanted.since is not None:
        query = query.where(WorkLog.happened_at >= wanted.since)
    if wanted.until is not None:
        query = query.where(WorkLog.happened_at < wanted.until)
    if wanted.terms is not None:
        query = query.where(found_by(wanted.terms, WorkLog))
    return query


def _first(reader: Reader, query: Select[*tuple[Any, ...]]) -> WorkLogRow | None:
    row = reader.execute(query).first()
    return None if row is None else _row(row)


def _row(row: Row[*tuple[Any, ...]]) -> WorkLogRow:
    return WorkLogRow(*row)


def _key(row: WorkLogRow) -> Key:
    return row.happened_at, row.id


_QUERY: Select[*tuple[Any, ...]] = (
    select(
        WorkLog.id,
        WorkLog.version,
        WorkLog.number,
        WorkLog.kind,
        WorkLog.state,
        WorkLog.happened_at,
        WorkLog.entered_at,
        WorkLog.by_id,
        _By.name,
        WorkLog.participants,
        WorkLog.topic,
        WorkLog.text,
        WorkLog.findings,
        WorkLog.measure,
        WorkLog.measure_text,
        WorkLog.plan,
        WorkLog.about,
        WorkLog.unit_id,
        Unit.label,
        WorkLog.first_day,
        WorkLog.last_day,
        WorkLog.hand_in_by,
        WorkLog.submitted_to,
        WorkLog.submitted_at,
        WorkLog.back_by,
        WorkLog.returned_at,
        _ReturnedBy.name,
        WorkLog.remark,
        WorkLog.void_why,
    )
    .select_from(WorkLog)
    .join(_By, _By.id == WorkLog.by_id)
    .outerjoin(Unit, Unit.id == WorkLog.unit_id)
    .outerjoin(_ReturnedBy, _ReturnedBy.id == WorkLog.returned_by_id)
)
