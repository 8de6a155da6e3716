"""Release passes 放行條, as read: by pages, one pass with its items, evidence and journal."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, exists, func, select, text
from sqlalchemy.orm import aliased

from desk.domain.search_text import Term
from desk.models.estate import Resident, Unit
from desk.models.lists import Page, Reader, page
from desk.models.lists.order import found_by, newest_first
from desk.models.release_pass import ReleaseItem, ReleasePass
from desk.models.staff import Account

Key = tuple[datetime, int]

_By = aliased(Account)
_IssuedBy = aliased(Account)


@dataclass(frozen=True)
class PassRow:
    """One pass; `by` wrote it down. `goods` is how its list begins, `items` how many lines it has,
    `out` how many things are still to come back. Of the identity paper the kind alone is told."""

    id: int
    version: int
    number: str
    kind: str
    state: str
    policy_id: int | None
    unit_id: int | None
    unit: str | None
    let: bool
    applicant: str
    role: str
    identity: str
    phone: str
    plate: str
    starts: datetime | None
    ends: datetime | None
    gate: str
    back_by: date | None
    remark: str
    written_at: datetime
    by_id: int
    by: str
    issued_at: datetime | None
    issued_by: str | None
    acknowledged: str
    owner_signed_on: date | None
    owner_signed_by: str
    gate_copy_on: date | None
    gate_copy_by: str
    void_why: str
    goods: str
    items: int
    out: int


@dataclass(frozen=True)
class Filter:
    """What the register is narrowed to; None means everything.

    `since` and `until` are UTC and half open. No term in `terms` means that nothing can be found.
    """

    kind: str | None = None
    states: Sequence[str] = ()
    unit_id: int | None = None
    out: bool = False
    since: datetime | None = None
    until: datetime | None = None
    terms: Sequence[Term] | None = None


def passes(reader: Reader, wanted: Filter, after: Key | None, limit: int) -> Page[PassRow]:
    """A page of the register, newest first, after the key of the last row seen."""
    query = newest_first(_narrowed(wanted), ReleasePass.written_at, ReleasePass.id, after)
    return page(reader, query, _row, _key, limit)


def detail(reader: Reader, pass_id: int) -> PassRow | None:
    """One pass by its id."""
    row = reader.execute(_QUERY.where(ReleasePass.id == pass_id)).first()
    return None if row is None else _row(row)


def id_of_number(reader: Reader, number: str) -> int | None:
    """The pass of a number."""
    return reader.scalar(select(ReleasePass.id).where(ReleasePass.number == number))


def identity_tail(reader: Reader, pass_id: int) -> str:
    """The last characters of the identity paper that was seen."""
    query = select(ReleasePass.identity_tail).where(ReleasePass.id == pass_id)
    return reader.scalar(query) or ""


def _narrowed(wanted: Filter) -> Select[*tuple[Any, ...]]:
    query = _QUERY.where(*_clauses(wanted))
    return query if wanted.terms is None else query.where(found_by(wanted.terms, ReleasePass))


def _clauses(wanted: Filter) -> Iterator[ColumnElement[bool]]:
    if wanted.kind is not None:
        yield ReleasePass.kind == wanted.kind
    if wanted.states:
        yield ReleasePass.state.in_(wanted.states)
    if wanted.unit_id is not None:
        yield ReleasePass.unit_id == wanted.unit_id
    if wanted.out:
        yield ReleasePass.id.in_(_OUT_IDS)
    if wanted.since is not None:
        yield ReleasePass.written_at >= wanted.since
    if wanted.until is not None:
        yield ReleasePass.written_at < wanted.until


def _row(row: Row[*tuple[Any, ...]]) -> PassRow:
    return PassRow(*row)


def _key(row: PassRow) -> Key:
    return row.written_at, row.id


_TENANT = exists().where(Resident.role == "tenant", Resident.active.is_(True))
_KEPT = ReleaseItem.dropped_at.is_(None)
_IS_OUT = (text("release_item.returnable"), ReleaseItem.left > ReleaseItem.back)  # its index
_OUT_IDS = select(ReleaseItem.pass_id).where(*_IS_OUT)
_OF_PASS = ReleaseItem.pass_id == ReleasePass.id
_GOODS = (
    select(ReleaseItem.what)
    .where(_OF_PASS, _KEPT)
    .order_by(ReleaseItem.place)
    .limit(1)
    .scalar_subquery()
)
_ITEMS = select(func.count()).where(_OF_PASS, _KEPT).scalar_subquery()
_OUT = (
    select(func.coalesce(func.sum(ReleaseItem.left - ReleaseItem.back), 0))
    .where(_OF_PASS, *_IS_OUT)
    .scalar_subquery()
)
_QUERY: Select[*tuple[Any, ...]] = (
    select(
        ReleasePass.id,
        ReleasePass.version,
        ReleasePass.number,
        ReleasePass.kind,
        ReleasePass.state,
        ReleasePass.policy_id,
        ReleasePass.unit_id,
        Unit.label,
        _TENANT.where(Resident.unit_id == ReleasePass.unit_id),
        ReleasePass.applicant,
        ReleasePass.role,
        ReleasePass.identity,
        ReleasePass.phone,
        ReleasePass.plate,
        ReleasePass.starts,
        ReleasePass.ends,
        ReleasePass.gate,
        ReleasePass.back_by,
        ReleasePass.remark,
        ReleasePass.written_at,
        ReleasePass.by_id,
        _By.name,
        ReleasePass.issued_at,
        _IssuedBy.name,
        ReleasePass.acknowledged,
        ReleasePass.owner_signed_on,
        ReleasePass.owner_signed_by,
        ReleasePass.gate_copy_on,
        ReleasePass.gate_copy_by,
        ReleasePass.void_why,
        func.coalesce(_GOODS, ""),
        _ITEMS,
        _OUT,
    )
    .select_from(ReleasePass)
    .join(_By, _By.id == ReleasePass.by_id)
    .outerjoin(Unit, Unit.id == ReleasePass.unit_id)
    .outerjoin(_IssuedBy, _IssuedBy.id == ReleasePass.issued_by_id)
)
