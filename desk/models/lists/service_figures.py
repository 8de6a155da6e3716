"""What is counted of the orders that were done, and the orders behind each figure (R257, R258)."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, and_, case, func, or_, select

from desk.domain.service_figures import NOTHING, Counts, FigureKind, ItemFigure
from desk.models.estate import Unit
from desk.models.lists import Page, Reader, page
from desk.models.lists.order import newest_first
from desk.models.receipt import Receipt
from desk.models.service_callback import ServiceChoice
from desk.models.service_order import ServiceOrder

Key = tuple[datetime, int]
Span = tuple[datetime, datetime]  # half open, in UTC


@dataclass(frozen=True)
class Behind:
    """Which orders stand behind a figure: a kind of figure, those it counts or those it does not
    (`hit`; None both); or those of one item of the price board."""

    kind: FigureKind | None = None
    hit: bool | None = None
    item: str | None = None


@dataclass(frozen=True)
class FigureOrder:
    """An order behind a figure; `item_name` is the wish of one beyond the price board, `answer` how
    content the customer was."""

    id: int
    number: str
    unit: str | None
    customer: str
    item_name: str
    provider: str
    arrive_by: datetime | None
    missed_by: datetime | None
    arrived_at: datetime | None
    done_at: datetime
    reworks: int
    answer: str
    called_at: datetime | None
    charged: Decimal


def counts(reader: Reader, since: datetime, until: datetime) -> Counts:
    """What is counted of the orders that were done in a time."""
    query = (
        select(
            func.count(),
            *(_number(one) for one in _COUNTED),
            func.sum(ServiceOrder.amount),
            func.sum(ServiceOrder.waived),
            func.sum(_RECEIVED),
        )
        .select_from(ServiceOrder)
        .outerjoin(ServiceChoice, ServiceChoice.order_id == ServiceOrder.id)
        .where(*_done(since, until))
    )
    row: tuple[Any, ...] = tuple(reader.execute(query).one())
    orders, *numbers, amount, waived, received = row
    moment, on_time, right_first, answered, satisfied, called_back = (one or 0 for one in numbers)
    return Counts(
        orders,
        moment,
        on_time,
        right_first,
        answered,
        satisfied,
        called_back,
        charged=(amount or NOTHING) - (waived or NOTHING),
        received=received or NOTHING,
    )


def items(reader: Reader, since: datetime, until: datetime) -> tuple[ItemFigure, ...]:
    """What each service brought in, the most first."""
    query = (
        select(
            ServiceOrder.item_code,
            func.max(ServiceOrder.item_name),
            func.count(),
            func.sum(ServiceOrder.amount),
            func.sum(ServiceOrder.waived),
            func.sum(_RECEIVED),
        )
        .where(*_done(since, until))
        .group_by(ServiceOrder.item_code)
    )
    found = [
        ItemFigure(
            code,
            name,
            count,
            (amount or NOTHING) - (waived or NOTHING),
            received or NOTHING,
        )
        for code, name, count, amount, waived, received in reader.execute(query)
    ]
    return tuple(sorted(found, key=_by_money))


def behind(
    reader: Reader, span: Span, wanted: Behind, after: Key | None, limit: int
) -> Page[FigureOrder]:
    """A page of the orders behind a figure of a time, the latest first."""
    query = _ORDERS.where(*_done(*span), *_narrowed(wanted))
    query = newest_first(query, ServiceOrder.done_at, ServiceOrder.id, after)
    return page(reader, query, _row, _key, limit)


def _done(since: datetime, until: datetime) -> tuple[ColumnElement[bool], ...]:
    return ServiceOrder.done_at >= since, ServiceOrder.done_at < until


def _number(clause: ColumnElement[bool]) -> ColumnElement[int]:
    return func.sum(case((clause, 1), else_=0))


def _narrowed(wanted: Behind) -> list[ColumnElement[bool]]:
    clauses: list[ColumnElement[bool]] = []
    if wanted.item is not None:
        clauses.append(ServiceOrder.item_code == wanted.item)
    if wanted.kind is not None:
        whole, hit = _MEASURED[wanted.kind]
        clauses.append(whole)
        if wanted.hit is not None:
            clauses.append(hit if wanted.hit else ~hit)
    return clauses


def _row(row: Row[*tuple[Any, ...]]) -> FigureOrder:
    *told, amount, waived = tuple(row)
    values: tuple[Any, ...] = (*told, (amount or NOTHING) - (waived or NOTHING))
    return FigureOrder(*values)


def _key(row: FigureOrder) -> Key:
    return row.done_at, row.id


def _by_money(one: ItemFigure) -> tuple[Decimal, Decimal, int, str]:
    return -one.received, -one.charged, -one.orders, one.code


# Of each order by itself: the receipts of its time are few among those of all years.
_RECEIVED = (
    select(func.sum(Receipt.total))
    .where(
        Receipt.kind == "service_order",
        Receipt.record_id == ServiceOrder.id,
        Receipt.void_why == "",
    )
    .correlate(ServiceOrder)
    .scalar_subquery()
)
_ANSWER = func.coalesce(func.nullif(ServiceChoice.satisfaction, ""), ServiceOrder.satisfaction)
_KEPT = ServiceOrder.missed_by.is_(None)  # another time, agreed too late, mends nothing
_WITH_MOMENT = or_(ServiceOrder.arrive_by.is_not(None), ~_KEPT)
_IN_TIME = func.coalesce(ServiceOrder.arrived_at <= ServiceOrder.arrive_by, 0)
_ON_TIME = and_(_WITH_MOMENT, _KEPT, _IN_TIME)
_RIGHT_FIRST = ServiceOrder.reworks == 0
_ANSWERED = _ANSWER != ""
_SATISFIED = _ANSWER.in_(("very", "satisfied"))
_CALLED_BACK = ServiceChoice.called_at.is_not(None)
_ANY = ServiceOrder.done_at.is_not(None)
_COUNTED = (_WITH_MOMENT, _ON_TIME, _RIGHT_FIRST, _ANSWERED, _SATISFIED, _CALLED_BACK)
_MEASURED: dict[FigureKind, tuple[ColumnElement[bool], ColumnElement[bool]]] = {
    FigureKind.ON_TIME: (_WITH_MOMENT, _ON_TIME),
    FigureKind.RIGHT_FIRST: (_ANY, _RIGHT_FIRST),
    FigureKind.SATISFIED: (_ANSWERED, _SATISFIED),
    FigureKind.CALLED_BACK: (_ANY, _CALLED_BACK),
}
_WHAT = func.coalesce(
    func.nullif(ServiceOrder.item_name, ""), func.substr(ServiceOrder.wish, 1, 60)
)
_ORDERS: Select[*tuple[Any, ...]] = (
    select(
        ServiceOrder.id,
        ServiceOrder.number,
        Unit.label,
        ServiceOrder.customer,
        _WHAT,
        ServiceOrder.provider,
        ServiceOrder.arrive_by,
        ServiceOrder.missed_by,
        ServiceOrder.arrived_at,
        ServiceOrder.done_at,
        ServiceOrder.reworks,
        _ANSWER,
        ServiceChoice.called_at,
        ServiceOrder.amount,
        ServiceOrder.waived,
    )
    .select_from(ServiceOrder)
    .outerjoin(ServiceChoice, ServiceChoice.order_id == ServiceOrder.id)
    .outerjoin(Unit, Unit.id == ServiceOrder.unit_id)
)
