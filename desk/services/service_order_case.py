"""A service order 顧客委託服務單 whole, and how a deed on it begins and ends.

Every deed opens the order with `opened`, refuses or writes, and ends with `finished`, which writes
down by when somebody is to be there and makes all of it durable.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from desk.clock import newer
from desk.domain import service_order_close as close_rules
from desk.domain import service_order_deeds as rules
from desk.domain.deadlines import Standing, standing
from desk.domain.permissions import Permission
from desk.domain.policy import Policy, Post
from desk.domain.reasons import Reason
from desk.domain.service_order import (
    EventKind,
    Kind,
    OrderFacts,
    Satisfaction,
    State,
    Urgency,
)
from desk.domain.service_order_parts import Change, Damage, Material, Rework
from desk.domain.service_order_rule import OrderRule
from desk.errors import NotFound
from desk.models import deadlines
from desk.models.lists import Reader
from desk.models.lists import service_order as order_list
from desk.models.lists import service_order_parts as parts
from desk.models.lists.receipt import ReceiptRow
from desk.models.lists.service_order import OrderRow
from desk.models.lists.service_order_parts import EventRow
from desk.models.service_order import ServiceOrder, ServiceOrderEvent
from desk.models.unit_of_work import UnitOfWork
from desk.services import business_calendar, personal_data, policy, receipt
from desk.services.workplace import Workplace

__all__ = [
    "EventRow",
    "Opened",
    "Order",
    "OrderRow",
    "add_event",
    "facts",
    "finished",
    "get",
    "opened",
    "settle",
    "whole",
]

KIND = "service_order"
LETTER = "O"
ARRIVE = "service_order.arrive"  # the clock from the slip to the door (R240)
CATEGORY = "order"


@dataclass(frozen=True)
class Order:
    """One order whole, as it stood at `seen_at`; `missing` is what keeps it from being closed.

    `receipts` are those of its money, the void among them.
    """

    detail: OrderRow
    facts: OrderFacts
    policy: Policy
    missing: tuple[Reason, ...]
    receipts: tuple[ReceiptRow, ...]
    events: tuple[EventRow, ...]
    seen_at: datetime

    @property
    def rule(self) -> OrderRule:
        """What its policy says of orders."""
        return self.policy.orders

    @property
    def amounts(self) -> tuple[Decimal | None, ...]:
        """All the money in it, which is written alike."""
        known, price = self.detail, self.detail.unit_price
        counted = None if price is None else price * known.quantity
        return (
            *(known.price, known.amount, known.waived, self.facts.paid, price, counted),
            *(one.price for one in self.materials),
            *(one.price for one in self.changes),
            *(one.compensation for one in self.damages),
            *(one.amount for one in self.events),
        )

    @property
    def slip_taken_by(self) -> str:
        """The clerk who took the slip back at the desk 單據交回, "" while it is not back (R245)."""
        if self.facts.slip_back_at is None:
            return ""
        told = (one.by for one in reversed(self.events) if one.kind == EventKind.SLIP_BACK)
        return next(told, None) or ""

    @property
    def materials(self) -> tuple[Material, ...]:
        """What was used, or was to be."""
        return self.facts.materials

    @property
    def changes(self) -> tuple[Change, ...]:
        """What differed from the agreement (R243)."""
        return self.facts.changes

    @property
    def damages(self) -> tuple[Damage, ...]:
        """What was damaged (R255)."""
        return self.facts.damages

    @property
    def reworks(self) -> tuple[Rework, ...]:
        """How often it was done again (R256)."""
        return self.facts.reworks

    @property
    def arrival(self) -> Standing | None:
        """How the clock to the door stands; None where nobody is awaited yet (R240).

        Who came at a time that was agreed after another was missed came late for the first.
        """
        known, visit = self.facts, self.facts.rework
        if visit is not None:
            start, due, met = visit.dispatched_at, visit.arrive_by, visit.arrived_at
        else:
            start, due, met = _start(known), known.arrive_by, known.arrived_at
        if start is None or due is None:
            return None
        if visit is None and met is not None and known.missed_by is not None:
            due = known.missed_by
            start = min(start, due)
        over = self.seen_at if known.state is State.VOID and met is None else None
        return standing(start, due, met, over, self.seen_at)


@dataclass(frozen=True)
class Opened:
    """An order inside a deed: its row to be changed, and what its rules ask about."""

    row: ServiceOrder
    facts: OrderFacts
    policy: Policy

    @property
    def rule(self) -> OrderRule:
        """What its policy says of orders."""
        return self.policy.orders


def get(workplace: Workplace, key: int | str) -> Order:
    """One order by its id or its number; NotFound when there is none."""
    with workplace.reading() as reader:
        known = order_list.id_of_number(reader, key) if isinstance(key, str) else key
        found = whole(workplace, reader, known or 0)
    if found is None:
        raise NotFound(KIND, str(key))
    return found


def opened(work: UnitOfWork, order_id: int, version: int) -> Opened:
    """The order for a deed, if nobody saved it since the clerk read `version`."""
    row = work.get_as_seen(ServiceOrder, order_id, version)
    known = facts(work.reader, order_id)
    if known is None:
        raise NotFound(KIND, str(order_id))
    return Opened(row, known, policy.by_id(work.reader, row.policy_id).policy)


def finished(workplace: Workplace, work: UnitOfWork, row: ServiceOrder) -> Order:
    """End a deed: the row is saved anew, what is owed is written, all of it is durable."""
    settle(work, row)

    def see(reader: Reader, order_id: int) -> Order | None:
        return whole(workplace, reader, order_id, work.now)

    return work.committed(see, KIND, row.id)


def settle(work: UnitOfWork, row: ServiceOrder) -> None:
    """Make the record newer for whoever has it open, and write by when somebody is to be there.

    No more is let off than was agreed in the end.
    """
    if row.price is not None:
        row.waived = min(row.waived, row.price)
    row.touched_at = newer(row.touched_at, work.now)
    work.flush()
    known = facts(work.reader, row.id)
    if known is not None:
        deadlines.put(work.reader, KIND, row.id, list(_owed(known)), work.now)


def add_event(work: UnitOfWork, order_id: int, kind: EventKind, **told: Any) -> None:
    """Write a step into the order's journal, done now by the clerk unless told otherwise."""
    given: dict[str, Any] = {"at": work.now, "entered_at": work.now, "by_id": work.actor_id}
    work.add(ServiceOrderEvent(order_id=order_id, kind=kind, **given | told))


def whole(
    workplace: Workplace, reader: Reader, order_id: int, now: datetime | None = None
) -> Order | None:
    """The order with all its parts; None when there is none."""
    workplace.require(Permission.READ)
    detail = order_list.detail(reader, order_id)
    if detail is None:
        return None
    kept = policy.by_id(reader, detail.policy_id).policy
    receipts = receipt.of_record(reader, KIND, order_id)
    known = _facts(reader, detail, receipts)
    return Order(
        detail=personal_data.shown(workplace, detail),
        facts=known,
        policy=kept,
        missing=close_rules.close_reasons(known, kept.orders),
        receipts=receipts,
        events=parts.events(reader, order_id),
        seen_at=now or workplace.now(),
    )


def facts(reader: Reader, order_id: int) -> OrderFacts | None:
    """What the rules ask about an order."""
    detail = order_list.detail(reader, order_id)
    if detail is None:
        return None
    return _facts(reader, detail, receipt.of_record(reader, KIND, order_id))


def due_by(work: UnitOfWork, case: Opened, start: datetime) -> datetime:
    """By when somebody is at the door, sent at `start` (R240)."""
    row, calendar = case.row, business_calendar.of(work.reader)
    urgency = Urgency.USUAL if case.facts.rework is not None else Urgency(row.urgency)
    return rules.arrive_by(start, urgency, row.appointed_at, case.rule, calendar)


def _facts(reader: Reader, detail: OrderRow, receipts: tuple[ReceiptRow, ...]) -> OrderFacts:
    return OrderFacts(
        kind=Kind(detail.kind),
        state=State(detail.state),
        asked_at=detail.asked_at,
        item_code=detail.item_code,
        skill=detail.skill,
        reviewed_at=detail.reviewed_at,
        price=detail.price,
        urgency=Urgency(detail.urgency),
        appointed_at=detail.appointed_at,
        agreed_at=detail.agreed_at,
        dispatched_at=detail.dispatched_at,
        accepted_at=detail.accepted_at,
        arrive_by=detail.arrive_by,
        missed_by=detail.missed_by,
        arrived_at=detail.arrived_at,
        done_at=detail.done_at,
        amount=detail.amount,
        satisfaction=Satisfaction(detail.satisfaction) if detail.satisfaction else None,
        signed_on=detail.signed_on,
        slip_back_at=detail.slip_back_at,
        paid=receipt.paid(receipts),
        waived=detail.waived,
        materials=parts.materials(reader, detail.id),
        changes=parts.changes(reader, detail.id),
        damages=parts.damages(reader, detail.id),
        reworks=parts.reworks(reader, detail.id),
    )


# What is owed


def _owed(known: OrderFacts) -> Iterator[Mapping[str, Any]]:
    """Somebody at the door, for the first visit and for each rework (R240)."""
    if known.state in (State.VOID, State.UNABLE):
        return
    start = _start(known)
    if start is not None and known.arrive_by is not None:
        yield _clock(start, known.arrive_by, known.arrived_at)
    for one in known.reworks:
        if one.dispatched_at is not None and one.arrive_by is not None:
            yield _clock(one.dispatched_at, one.arrive_by, one.arrived_at)


def _start(known: OrderFacts) -> datetime | None:
    """From the agreement to the appointed time, else from the slip."""
    return known.agreed_at if known.urgency is Urgency.APPOINTED else known.dispatched_at


def _clock(start: datetime, due: datetime, met: datetime | None) -> Mapping[str, Any]:
    return deadlines.ceiling(CATEGORY, ARRIVE, (start, due), met, post=Post.RECEPTIONIST.value)
