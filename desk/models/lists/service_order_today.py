"""What the day asks of service orders 顧客委託服務單: who is to be at which door by when (R240).

And which changes and reviews wait for the manager (R237, R243).
"""

from datetime import datetime
from typing import Any

from sqlalchemy import Row, Select, and_, case, func, literal, literal_column, select

from desk.models.base import UtcDateTime
from desk.models.deadline import Deadline
from desk.models.estate import Unit
from desk.models.lists import Reader
from desk.models.lists.today import EXCERPT, OwedRow
from desk.models.service_order import ServiceChange, ServiceOrder

KIND, ORDER = "service_order", "order"
AGAIN = "service_order.arrive_again"
CHANGE, REVIEW = "service_order.change", "service_order.review"
_OVER = ("closed", "unable", "void")

Owed = Select[*tuple[Any, ...]]


def arrivals(reader: Reader, until: datetime, limit: int) -> tuple[OwedRow, ...]:
    """Doors at which somebody is to be before a moment and is not yet, the earliest first."""
    query = (
        select(_CLOCK, Deadline.started_at, Deadline.due_at, *_LINE)
        .select_from(Deadline)
        .join(ServiceOrder, ServiceOrder.id == Deadline.record_id)
        .outerjoin(Unit, Unit.id == ServiceOrder.unit_id)
        .where(
            Deadline.met_at.is_(None),
            Deadline.ended_at.is_(None),
            Deadline.category == ORDER,
            Deadline.due_at < literal(until, UtcDateTime()),
            literal_column("+deadline.kind") == KIND,
        )
        .order_by(Deadline.due_at, Deadline.id)
        .limit(limit)
    )
    return _rows(reader, query)


def waiting(reader: Reader, limit: int) -> tuple[OwedRow, ...]:
    """Changes and reviews that wait for the manager, the oldest first."""
    changes = (
        select(literal_column(f"'{CHANGE}'"), ServiceChange.at, literal_column("NULL"), *_LINE)
        .select_from(ServiceChange)
        .join(ServiceOrder, ServiceOrder.id == ServiceChange.order_id)
        .outerjoin(Unit, Unit.id == ServiceOrder.unit_id)
        .where(ServiceChange.word == "open", ServiceOrder.state.not_in(_OVER))
        .order_by(ServiceChange.at, ServiceChange.id)
        .limit(limit)
    )
    at = ServiceOrder.written_at
    reviews = (
        select(literal_column(f"'{REVIEW}'"), at, literal_column("NULL"), *_LINE)
        .select_from(ServiceOrder)
        .outerjoin(Unit, Unit.id == ServiceOrder.unit_id)
        .where(ServiceOrder.state == "review")
        .order_by(at, ServiceOrder.id)
        .limit(limit)
    )
    both = (*_rows(reader, changes), *_rows(reader, reviews))
    return tuple(sorted(both, key=_by_start)[:limit])


def late_number(reader: Reader, now: datetime, limit: int) -> int:
    """At how many doors somebody is late, counted up to the limit."""
    query = select(Deadline.id).where(
        Deadline.met_at.is_(None),
        Deadline.ended_at.is_(None),
        Deadline.category == ORDER,
        Deadline.due_at < now,
    )
    return len(reader.scalars(query.limit(limit)).all())


# Another time was agreed after one was missed: the day says so, until somebody is there.
_CLOCK = case(
    (and_(ServiceOrder.missed_by.is_not(None), ServiceOrder.state != "rework"), AGAIN),
    else_=Deadline.clock,
)
_LINE = (
    ServiceOrder.id,
    ServiceOrder.number,
    Unit.label,
    ServiceOrder.place,
    ServiceOrder.customer,
    ServiceOrder.provider,
    ServiceOrder.item_name,
    func.substr(ServiceOrder.wish, 1, EXCERPT),
    ServiceOrder.state,
)


def _rows(reader: Reader, query: Owed) -> tuple[OwedRow, ...]:
    return tuple(map(_row, reader.execute(query)))


def _row(row: Row[*tuple[Any, ...]]) -> OwedRow:
    clock, started_at, due_at, key, number, unit, place, who, provider, item, wish, state = row
    return OwedRow(
        KIND,
        key,
        number,
        unit or place,
        who,
        " · ".join(filter(None, (provider, " ".join((item or wish).split())))),
        started_at,
        state,
        clock=clock,
        category=ORDER,
        post="receptionist",
        due_at=due_at,
    )


def _by_start(row: OwedRow) -> tuple[datetime, int]:
    return row.started_at, row.record_id
