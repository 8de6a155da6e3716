"""What the choice of callbacks is made from: a month's orders, who is new, who was complained
about, what was chosen and drawn so far (R108-R110)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import delete, func, insert, or_, select

from desk.domain.callback import CallbackHow
from desk.domain.service_callback_quota import Chosen, OrderDone
from desk.domain.service_order_rule import AlwaysClass
from desk.models.lists import Reader
from desk.models.price_board import PriceItem
from desk.models.service_agreement import ServiceAgreement
from desk.models.service_callback import (
    ServiceCallbackMonth,
    ServiceChoice,
    ServicePersonMark,
    ServiceSample,
)
from desk.models.service_order import ServiceOrder
from desk.models.service_person import ServicePerson
from desk.models.staff import Account

Seen = tuple[int, datetime | None]


@dataclass(frozen=True)
class SampleRow:
    """One draw; nobody in `by` is the program."""

    id: int
    month: date
    drawn_at: datetime
    by: str | None
    seed: str
    share: int
    orders: int
    among: tuple[int, ...]
    drawn: tuple[int, ...]


def seen(reader: Reader, since: datetime, until: datetime) -> Seen:
    """How many orders were done in a time, and when the last of them: from the index alone."""
    query = select(func.count(), func.max(ServiceOrder.done_at))
    count, last = reader.execute(
        query.where(ServiceOrder.done_at >= since, ServiceOrder.done_at < until)
    ).one()
    return count, last


def seen_before(reader: Reader, month: date) -> Seen | None:
    """What was seen of a month when it was last settled."""
    query = select(ServiceCallbackMonth.orders, ServiceCallbackMonth.last_done_at)
    row = reader.execute(query.where(ServiceCallbackMonth.month == month)).first()
    return None if row is None else (row[0], row[1])


def put_seen(work: Reader, month: date, found: Seen | None) -> None:
    """Note what was seen of a month; None has it looked at again. Derived, so it has no history."""
    work.execute(delete(ServiceCallbackMonth).where(ServiceCallbackMonth.month == month))
    if found is not None:
        told = {"month": month, "orders": found[0], "last_done_at": found[1]}
        work.execute(insert(ServiceCallbackMonth).values(told))


def orders(reader: Reader, since: datetime, until: datetime, day: date) -> tuple[OrderDone, ...]:
    """The orders that were done in a time, each with since when agreement, service and person are
    there; `day` is the first of the time by the estate's calendar."""
    people = _people(reader)
    items = _items(reader)
    agreements, homes = _agreements(reader, day)
    marks = _marks(reader, since)
    query = (
        select(
            ServiceOrder.id,
            ServiceOrder.done_at,
            ServiceOrder.item_code,
            ServiceOrder.person_id,
            ServiceOrder.supplier_id,
            ServiceOrder.agreement_id,
            ServiceOrder.unit_id,
        )
        .where(ServiceOrder.done_at >= since, ServiceOrder.done_at < until)
        .order_by(ServiceOrder.done_at, ServiceOrder.id)
    )
    return tuple(
        OrderDone(
            key,
            at,
            item,
            person,
            supplier,
            agreement,
            agreements.get(agreement) if agreement else homes.get(unit),
            items.get(item),
            people.get(person),
            _is_marked(marks.get(person, ()), at),
        )
        for key, at, item, person, supplier, agreement, unit in reader.execute(query)
        if at is not None
    )


def chosen(reader: Reader, month: date) -> tuple[Chosen, ...]:
    """Every order of a month that was chosen, and what became of it."""
    query = (
        select(
            ServiceChoice.order_id,
            ServiceChoice.due_at,
            ServiceChoice.classes,
            ServiceChoice.called_at,
            ServiceChoice.how,
            ServiceChoice.let_off_at,
            ServiceOrder.state == "rework",
        )
        .join(ServiceOrder, ServiceOrder.id == ServiceChoice.order_id)
        .where(ServiceChoice.month == month)
    )
    return tuple(
        Chosen(
            key,
            due_at,
            tuple(AlwaysClass(one) for one in classes.split(",") if one),
            called_at,
            CallbackHow(how) if how else None,
            let_off_at is not None,
            is_over,
        )
        for key, due_at, classes, called_at, how, let_off_at, is_over in reader.execute(query)
    )


def choices_of(reader: Reader, month: date) -> Mapping[int, tuple[int, datetime]]:
    """The choices of a month by their orders: the id, and the completion they are about."""
    query = select(ServiceChoice.order_id, ServiceChoice.id, ServiceChoice.done_at)
    rows = reader.execute(query.where(ServiceChoice.month == month))
    return {order_id: (key, done_at) for order_id, key, done_at in rows}


def chosen_before(
    reader: Reader, since: datetime, until: datetime, month: date
) -> Mapping[int, tuple[int, datetime]]:
    """Those of a time's orders that were chosen in another month, and done over since."""
    query = (
        select(ServiceChoice.order_id, ServiceChoice.id, ServiceChoice.done_at)
        .join(ServiceOrder, ServiceOrder.id == ServiceChoice.order_id)
        .where(ServiceOrder.done_at >= since, ServiceOrder.done_at < until)
        .where(ServiceOrder.first_done_at < since, ServiceChoice.month != month)
    )
    return {order_id: (key, done_at) for order_id, key, done_at in reader.execute(query)}


def choice_id(reader: Reader, order_id: int) -> int | None:
    """The choice of an order, where there is one."""
    return reader.scalar(select(ServiceChoice.id).where(ServiceChoice.order_id == order_id))


# Draws


def last_draw(reader: Reader, month: date) -> datetime | None:
    """When the last sample of a month was drawn."""
    query = select(ServiceSample.drawn_at).where(ServiceSample.month == month)
    return reader.scalar(query.order_by(ServiceSample.id.desc()).limit(1))


def samples(reader: Reader, month: date) -> tuple[SampleRow, ...]:
    """The draws of a month, in their order."""
    query = (
        select(
            ServiceSample.id,
            ServiceSample.month,
            ServiceSample.drawn_at,
            Account.name,
            ServiceSample.seed,
            ServiceSample.share,
            ServiceSample.orders,
            ServiceSample.among,
            ServiceSample.drawn,
        )
        .outerjoin(Account, Account.id == ServiceSample.by_id)
        .where(ServiceSample.month == month)
        .order_by(ServiceSample.id)
    )
    return tuple(
        SampleRow(*row[:-2], among=tuple(row[-2]), drawn=tuple(row[-1]))
        for row in reader.execute(query)
    )


def _people(reader: Reader) -> Mapping[int | None, date]:
    query = select(ServicePerson.id, ServicePerson.since)
    return {row[0]: row[1] for row in reader.execute(query)}


def _items(reader: Reader) -> Mapping[str, date]:
    """Since when a service is offered: the first version with it."""
    query = select(PriceItem.code, func.min(PriceItem.launched_on)).group_by(PriceItem.code)
    rows = reader.execute(query.where(PriceItem.launched_on.is_not(None)))
    return {code: since for code, since in rows if since is not None}


def _agreements(
    reader: Reader, day: date
) -> tuple[Mapping[int | None, date], Mapping[int | None, date]]:
    """Since when customers have an agreement, by its id and by their home; one that renews another
    is not new (R109 ①)."""
    query = select(
        ServiceAgreement.id,
        ServiceAgreement.unit_id,
        ServiceAgreement.starts,
        ServiceAgreement.customer_signed_on,
    ).where(
        ServiceAgreement.ends >= day,
        ServiceAgreement.void_why == "",
        ServiceAgreement.follows_id.is_(None),
        ServiceAgreement.customer_signed_on.is_not(None),
    )
    by_id: dict[int | None, date] = {}
    by_home: dict[int | None, date] = {}
    for row in reader.execute(query):
        key, unit_id, starts, signed_on = row
        since = starts if signed_on is None else max(starts, signed_on)
        by_id[key] = since
        by_home[unit_id] = max(since, by_home.get(unit_id, since))
    return by_id, by_home


def _marks(
    reader: Reader, since: datetime
) -> Mapping[int | None, tuple[tuple[datetime, datetime | None], ...]]:
    """When somebody was complained about and when cleared, of what still held at a moment."""
    query = select(
        ServicePersonMark.person_id, ServicePersonMark.at, ServicePersonMark.cleared_at
    ).where(
        ServicePersonMark.void_why == "",
        or_(ServicePersonMark.cleared_at.is_(None), ServicePersonMark.cleared_at >= since),
    )
    found: dict[int | None, tuple[tuple[datetime, datetime | None], ...]] = {}
    for person_id, at, cleared_at in reader.execute(query):
        found[person_id] = (*found.get(person_id, ()), (at, cleared_at))
    return found


def _is_marked(marks: tuple[tuple[datetime, datetime | None], ...], at: datetime) -> bool:
    return any(begun <= at and (ended is None or ended > at) for begun, ended in marks)
