"""Service orders 顧客委託服務單 and repair slips, as read: by pages, and one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, select, text
from sqlalchemy.orm import aliased

from desk.domain.search_text import Term
from desk.models.complaint import Complaint
from desk.models.estate import Unit
from desk.models.lists import Page, Reader, page
from desk.models.lists.order import found_by, newest_first
from desk.models.reception import Reception
from desk.models.service_order import ServiceOrder
from desk.models.staff import Account

Key = tuple[datetime, int]

_By = aliased(Account)
_ClosedBy = aliased(Account)


@dataclass(frozen=True)
class OrderRow:
    """One order or slip; `by` wrote it down. `reception` and `complaint` are the numbers of what it
    came from; `provider` is whoever is sent, as the name stood that day."""

    id: int
    version: int
    number: str
    kind: str
    state: str
    policy_id: int | None
    asked_at: datetime
    written_at: datetime
    by_id: int
    by: str
    unit_id: int | None
    unit: str | None
    resident_id: int | None
    reception_id: int | None
    reception: str | None
    complaint_id: int | None
    complaint: str | None
    customer: str
    phone: str
    place: str
    wish: str
    plan: str
    liability: str
    remark: str
    item_code: str
    item_name: str
    counted: str
    unit_price: Decimal | None
    quantity: Decimal
    skill: str
    agreement_id: int | None
    reviewed_at: datetime | None
    others: str
    agreed_at: datetime | None
    agreed_by: str
    price: Decimal | None
    urgency: str
    appointed_at: datetime | None
    employer: str
    person_id: int | None
    supplier_id: int | None
    provider: str
    dispatched_at: datetime | None
    accepted_at: datetime | None
    arrive_by: datetime | None
    missed_by: datetime | None
    arrived_at: datetime | None
    first_done_at: datetime | None
    done_at: datetime | None
    work_done: str
    amount: Decimal | None
    satisfaction: str
    opinion: str
    signed_on: date | None
    signed_by: str
    waived: Decimal
    waived_why: str
    reworks: int
    slip_back_at: datetime | None
    slip_back_by: str
    closed_at: datetime | None
    closed_by: str | None
    void_why: str


@dataclass(frozen=True)
class Filter:
    """What the register is narrowed to; None means everything.

    `open`: it is not over; `late_at`: nobody had come at that moment though somebody should have.
    `since` and `until` are UTC and half open. No term in `terms` means that nothing can be found.
    """

    kind: str | None = None
    states: Sequence[str] = ()
    unit_id: int | None = None
    person_id: int | None = None
    complaint_id: int | None = None
    reception_id: int | None = None
    open: bool = False
    late_at: datetime | None = None
    since: datetime | None = None
    until: datetime | None = None
    terms: Sequence[Term] | None = None


def orders(reader: Reader, wanted: Filter, after: Key | None, limit: int) -> Page[OrderRow]:
    """A page of the register, newest first, after the key of the last row seen."""
    query = newest_first(_narrowed(wanted), ServiceOrder.written_at, ServiceOrder.id, after)
    return page(reader, query, _row, _key, limit)


def detail(reader: Reader, order_id: int) -> OrderRow | None:
    """One order by its id."""
    row = reader.execute(_QUERY.where(ServiceOrder.id == order_id)).first()
    return None if row is None else _row(row)


def id_of_number(reader: Reader, number: str) -> int | None:
    """The order of a number."""
    return reader.scalar(select(ServiceOrder.id).where(ServiceOrder.number == number))


def _narrowed(wanted: Filter) -> Select[*tuple[Any, ...]]:
    query = _QUERY.where(*_clauses(wanted))
    if wanted.terms is None:
        return query
    return query.where(found_by(wanted.terms, ServiceOrder, ordered=True))


def _clauses(wanted: Filter) -> Iterator[ColumnElement[bool]]:
    for name in ("kind", "unit_id", "person_id", "complaint_id", "reception_id"):
        given = getattr(wanted, name)
        if given is not None:
            yield getattr(ServiceOrder, name) == given
    if wanted.states:
        yield ServiceOrder.state.in_(wanted.states)
    if wanted.open or wanted.late_at is not None:
        yield _OPEN
    if wanted.late_at is not None:
        yield ServiceOrder.arrived_at.is_(None)
        yield ServiceOrder.arrive_by < wanted.late_at
    if wanted.since is not None:
        yield ServiceOrder.written_at >= wanted.since
    if wanted.until is not None:
        yield ServiceOrder.written_at < wanted.until


def _row(row: Row[*tuple[Any, ...]]) -> OrderRow:
    return OrderRow(*row)


def _key(row: OrderRow) -> Key:
    return row.written_at, row.id


_OPEN: Any = text("service_order.state NOT IN ('closed', 'unable', 'void')")  # its index
_ELSEWHERE: dict[str, Any] = {
    "by": _By.name,
    "unit": Unit.label,
    "reception": Reception.number,
    "complaint": Complaint.number,
    "closed_by": _ClosedBy.name,
}


def _columns(row: type[Any]) -> list[Any]:
    names = row.__dataclass_fields__
    return [_ELSEWHERE[one] if one in _ELSEWHERE else getattr(ServiceOrder, one) for one in names]


_QUERY: Select[*tuple[Any, ...]] = (
    select(*_columns(OrderRow))
    .select_from(ServiceOrder)
    .join(_By, _By.id == ServiceOrder.by_id)
    .outerjoin(Unit, Unit.id == ServiceOrder.unit_id)
    .outerjoin(Reception, Reception.id == ServiceOrder.reception_id)
    .outerjoin(Complaint, Complaint.id == ServiceOrder.complaint_id)
    .outerjoin(_ClosedBy, _ClosedBy.id == ServiceOrder.closed_by_id)
)
