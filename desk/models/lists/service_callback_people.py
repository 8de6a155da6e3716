"""Who is asked about in callbacks: people who were complained about 被投訴的服務人員 (R109 ④), and
customers with a long-term agreement, who are visited at home (R110)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, func, or_, select

from desk.domain.callback import CallbackHow
from desk.models.estate import Unit
from desk.models.lists import Reader
from desk.models.service_agreement import ServiceAgreement
from desk.models.service_callback import ServiceCallback, ServicePersonMark
from desk.models.service_order import ServiceOrder
from desk.models.service_person import ServicePerson


@dataclass(frozen=True)
class MarkRow:
    """Somebody who was complained about (R109 ④); `number` is the order's or the complaint's."""

    id: int
    version: int
    person_id: int
    person: str
    at: datetime
    number: str
    why: str
    cleared_at: datetime | None


@dataclass(frozen=True)
class CustomerRow:
    """A customer with a long-term agreement in force, and when he was last visited (R110)."""

    id: int
    number: str
    unit_id: int
    unit: str
    customer: str
    phone: str
    starts: date
    ends: date
    visited_at: datetime | None


def open_marks(reader: Reader, limit: int) -> tuple[MarkRow, ...]:
    """Who was complained about and has not been found well since (R109 ④)."""
    query = (
        select(
            ServicePersonMark.id,
            ServicePersonMark.version,
            ServicePersonMark.person_id,
            ServicePerson.name,
            ServicePersonMark.at,
            func.coalesce(ServiceOrder.number, ServicePersonMark.complaint),
            ServicePersonMark.why,
            ServicePersonMark.cleared_at,
        )
        .join(ServicePerson, ServicePerson.id == ServicePersonMark.person_id)
        .outerjoin(ServiceCallback, ServiceCallback.id == ServicePersonMark.callback_id)
        .outerjoin(ServiceOrder, ServiceOrder.id == ServiceCallback.order_id)
        .where(ServicePersonMark.cleared_at.is_(None), ServicePersonMark.void_why == "")
        .order_by(ServicePersonMark.person_id, ServicePersonMark.id)
        .limit(limit)
    )
    return tuple(MarkRow(*row) for row in reader.execute(query))


def mark_ids(reader: Reader, person_id: int, before: datetime) -> tuple[int, ...]:
    """The open marks of somebody that are older than a moment."""
    query = select(ServicePersonMark.id).where(
        ServicePersonMark.person_id == person_id,
        ServicePersonMark.cleared_at.is_(None),
        ServicePersonMark.void_why == "",
        ServicePersonMark.at < before,
    )
    return tuple(reader.scalars(query))


def mark_of_number(reader: Reader, person_id: int, number: str) -> int | None:
    """The newest mark that a slip or a complaint made of somebody, by its number; it may be void
    or cleared."""
    query = (
        select(ServicePersonMark.id)
        .where(ServicePersonMark.person_id == person_id, ServicePersonMark.complaint == number)
        .order_by(ServicePersonMark.at.desc(), ServicePersonMark.id.desc())
        .limit(1)
    )
    return reader.scalar(query)


def sent_to(reader: Reader, unit_id: int, limit: int) -> tuple[tuple[int, str], ...]:
    """Who was sent on the newest orders of a unit: id and name."""
    query = (
        select(ServicePerson.id, ServicePerson.name)
        .join(ServiceOrder, ServiceOrder.person_id == ServicePerson.id)
        .where(ServiceOrder.unit_id == unit_id)
        .order_by(ServiceOrder.written_at.desc(), ServiceOrder.id.desc())
        .limit(limit)
    )
    return tuple((key, name) for key, name in reader.execute(query))


def sent_on(reader: Reader, numbers: Sequence[str]) -> tuple[int, ...]:
    """Who was sent on the orders of these numbers."""
    query = select(ServiceOrder.person_id).where(ServiceOrder.number.in_(numbers))
    return tuple(key for key in reader.scalars(query) if key is not None)


def marks_of_callback(reader: Reader, callback_id: int) -> tuple[tuple[int, bool], ...]:
    """The marks a callback made (True) and those it cleared, by their ids."""
    query = select(ServicePersonMark.id, ServicePersonMark.callback_id).where(
        or_(
            ServicePersonMark.callback_id == callback_id,
            ServicePersonMark.cleared_by_id == callback_id,
        )
    )
    return tuple((key, made_by == callback_id) for key, made_by in reader.execute(query))


def customers(reader: Reader, day: date, limit: int) -> tuple[CustomerRow, ...]:
    """Customers whose long-term agreement both have signed and which runs on a day, by its number,
    with their last visit at home (R110)."""
    query = (
        _CUSTOMERS.where(*_runs(day))
        .order_by(ServiceAgreement.ends, ServiceAgreement.id)
        .limit(limit)
    )
    return tuple(CustomerRow(*row) for row in reader.execute(query))


def customer(reader: Reader, agreement_id: int, day: date) -> CustomerRow | None:
    """One of them."""
    query = _CUSTOMERS.where(*_runs(day), ServiceAgreement.id == agreement_id)
    row = reader.execute(query).first()
    return None if row is None else CustomerRow(*row)


def _runs(day: date) -> tuple[ColumnElement[bool], ...]:
    return (
        ServiceAgreement.starts <= day,
        ServiceAgreement.ends >= day,
        or_(ServiceAgreement.ended_on.is_(None), ServiceAgreement.ended_on >= day),
        ServiceAgreement.void_why == "",
        ServiceAgreement.customer_signed_on.is_not(None),
        ServiceAgreement.office_signed_on.is_not(None),
    )


_VISITED = (
    select(func.max(ServiceCallback.at))
    .where(
        ServiceCallback.agreement_id == ServiceAgreement.id,
        ServiceCallback.how == CallbackHow.VISIT,
        ServiceCallback.outcome == "reached",
        ServiceCallback.void_why == "",
    )
    .correlate(ServiceAgreement)
    .scalar_subquery()
)
_CUSTOMERS: Select[*tuple[Any, ...]] = select(
    ServiceAgreement.id,
    ServiceAgreement.number,
    ServiceAgreement.unit_id,
    Unit.label,
    ServiceAgreement.customer,
    ServiceAgreement.phone,
    ServiceAgreement.starts,
    ServiceAgreement.ends,
    _VISITED,
).join(Unit, Unit.id == ServiceAgreement.unit_id)
