"""What is done with a service order 顧客委託服務單 before anybody is sent (R105, R235, R236).

Written down, corrected, agreed on price and time, declared void; looked for. Who comes and what is
done is `service_order_work`, with `_material`, `_change` and `_damage`; what is beyond the board
`service_order_review`; money `service_order_money`; the end `service_order_closing`.
"""

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from desk.domain import service_order as values
from desk.domain import service_order_deeds as rules
from desk.domain.permissions import Permission
from desk.domain.policy import Policy
from desk.domain.reasons import Reason
from desk.domain.service_order import (
    AgreeEntry,
    EventKind,
    Kind,
    Liability,
    OrderEntry,
    State,
    Urgency,
)
from desk.domain.service_order_deeds import Deed
from desk.domain.service_order_wish import is_another
from desk.models.lists import Page
from desk.models.lists import service_order as order_list
from desk.models.lists.service_order import Filter, Key, OrderRow
from desk.models.service_order import ServiceOrder
from desk.models.unit_of_work import UnitOfWork
from desk.services import (
    paper_let_go,
    personal_data,
    policy,
    service_order_case,
    service_order_catalogue,
    visit_answer,
)
from desk.services.cleaning import Cleaning
from desk.services.search_words import terms_of
from desk.services.service_order_case import (
    KIND,
    LETTER,
    Order,
    add_event,
    finished,
    get,
    opened,
)
from desk.services.service_order_missed import note_missed
from desk.services.workplace import Workplace

__all__ = [
    "KIND",
    "LETTER",
    "Key",
    "Order",
    "OrderFilter",
    "OrderRow",
    "agree",
    "correct",
    "entry_of",
    "get",
    "of_unit",
    "page",
    "policy_today",
    "void",
    "why_not",
    "write",
]

PAGE = 50


@dataclass(frozen=True)
class OrderFilter:
    """What the register is narrowed to; days are the estate's, both included.

    `open`: it is not over; `late`: somebody should have been at the door by now (R240).
    """

    kind: Kind | None = None
    states: Sequence[State] = ()
    unit_id: int | None = None
    person_id: int | None = None
    complaint_id: int | None = None
    reception_id: int | None = None
    open: bool = False
    late: bool = False
    first_day: date | None = None
    last_day: date | None = None
    text: str = ""


# Deeds


def write(workplace: Workplace, entry: OrderEntry) -> Order:
    """Number an order and write it down, under the policy of today (R235, R238)."""
    with workplace.deed(Permission.REGISTER) as work:
        cleaning = Cleaning()
        entry = _ready(cleaning, entry)
        cleaning.refuse(
            rules.entry_reasons(entry, work.now),
            service_order_catalogue.item_reasons(work.reader, entry.item_code),
        )
        row = ServiceOrder(
            number=work.next_number(LETTER),
            state=values.first_state(entry.kind, entry.item_code),
            policy_id=policy.in_force(work, workplace.estate.custom.day(work.now)).id,
            written_at=work.now,
            by_id=work.actor_id,
            waived=Decimal(),
        )
        _write(work, row, entry)
        work.add(row)
        add_event(work, row.id, EventKind.WRITTEN, at=row.asked_at, person=entry.customer)
        return finished(workplace, work, row)


def correct(workplace: Workplace, order_id: int, version: int, entry: OrderEntry) -> Order:
    """Correct it before anybody is sent.

    Another wish, another home's or another customer's is reviewed and agreed anew; what the manager
    let off does not hold for it, and the journal says so (`is_another`).
    """
    with workplace.deed(Permission.REGISTER) as work:
        case = opened(work, order_id, version)
        cleaning = Cleaning()
        entry = _ready(cleaning, entry)
        cleaning.refuse(
            rules.blockers(case.facts, Deed.CORRECT),
            rules.entry_reasons(entry, work.now),
            service_order_catalogue.item_reasons(work.reader, entry.item_code, case.row.item_code),
        )
        before = entry_of(case.row)
        _write(work, case.row, entry)
        add_event(work, order_id, EventKind.CORRECTED)
        if is_another(before, entry_of(case.row)):
            note_missed(work, case)
            _begin_anew(work, case.row)
        return finished(workplace, work, case.row)


def agree(workplace: Workplace, order_id: int, version: int, entry: AgreeEntry) -> Order:
    """The price is told and agreed, and when somebody comes (R105, R236).

    Once somebody is sent the time alone may be agreed anew; a time that was missed stays missed.
    """
    with workplace.deed(Permission.REGISTER) as work:
        case = opened(work, order_id, version)
        cleaning = Cleaning()
        entry = replace(
            entry,
            person=cleaning.line(entry.person, values.NAME_LIMIT, "person"),
            note=cleaning.text(entry.note, values.REMARK_LIMIT, "note"),
        )
        cleaning.refuse(rules.agree_reasons(case.facts, entry, work.now))
        note_missed(work, case)
        row, at = case.row, entry.at or work.now
        row.agreed_at, row.agreed_by = at, entry.person or row.customer
        row.price, row.urgency, row.appointed_at = entry.price, entry.urgency, entry.appointed_at
        if State(row.state) is State.WRITTEN:
            row.state = State.AGREED
        row.arrive_by = _arrive_by(work, case)
        told = {"person": row.agreed_by, "text": entry.note, "amount": entry.price}
        add_event(work, order_id, EventKind.AGREED, at=at, **told)
        return finished(workplace, work, row)


def void(workplace: Workplace, order_id: int, version: int, why: str) -> Order:
    """Declare it void before it is done; it keeps its number, and nobody waits for its papers."""
    with workplace.deed(Permission.REGISTER) as work:
        case = opened(work, order_id, version)
        cleaning = Cleaning()
        why = cleaning.line(why, values.WHY_LIMIT, "why")
        cleaning.refuse(rules.void_reasons(case.facts, why))
        case.row.state, case.row.void_why = State.VOID, why
        add_event(work, order_id, EventKind.VOID, text=why)
        paper_let_go.let_go_all(work, KIND, order_id, why)
        visit_answer.of_visit(work, case.row.reception_id)
        return finished(workplace, work, case.row)


# Looking


def page(
    workplace: Workplace, wanted: OrderFilter, after: Key | None = None, limit: int = PAGE
) -> Page[OrderRow]:
    """Some of the register, newest first, after the key of the last row seen."""
    custom = workplace.estate.custom
    first, last = wanted.first_day, wanted.last_day
    narrowed = Filter(
        kind=wanted.kind,
        states=tuple(wanted.states),
        unit_id=wanted.unit_id,
        person_id=wanted.person_id,
        complaint_id=wanted.complaint_id,
        reception_id=wanted.reception_id,
        open=wanted.open,
        late_at=workplace.now() if wanted.late else None,
        since=custom.day_bounds(first)[0] if first else None,
        until=custom.day_bounds(last)[1] if last else None,
        terms=terms_of(wanted.text),
    )
    with workplace.reading() as reader:
        return personal_data.masked(order_list.orders(reader, narrowed, after, limit))


def of_unit(workplace: Workplace, unit_id: int, limit: int = PAGE) -> tuple[OrderRow, ...]:
    """The newest orders of a home."""
    return page(workplace, OrderFilter(unit_id=unit_id), None, limit).rows


def policy_today(workplace: Workplace) -> Policy:
    """The policy an order written down today is kept under."""
    workplace.require(Permission.READ)
    return policy.in_force(workplace, workplace.today()).policy


def why_not(workplace: Workplace, known: Order, deed: Deed) -> tuple[Reason, ...]:
    """Why a deed is not done now: the words on a shut button."""
    workplace.require(Permission.READ)
    needed = Permission.CLOSE if deed is Deed.CLOSE else Permission.REGISTER
    reasons = known.missing if deed is Deed.CLOSE else rules.blockers(known.facts, deed)
    return (*workplace.missing(needed), *reasons)


def entry_of(known: OrderRow | ServiceOrder) -> OrderEntry:
    """What was written down, as it may be written down again."""
    told: dict[str, Any] = {one.name: getattr(known, one.name) for one in fields(OrderEntry)}
    liability = Liability(known.liability) if known.liability else None
    return OrderEntry(**told | {"kind": Kind(known.kind), "liability": liability})


# Parts


def _ready(cleaning: Cleaning, entry: OrderEntry) -> OrderEntry:
    return replace(
        entry,
        customer=cleaning.line(entry.customer, values.NAME_LIMIT, "customer"),
        wish=cleaning.text(entry.wish, values.WISH_LIMIT, "wish"),
        phone=cleaning.line(entry.phone, values.PHONE_LIMIT, "phone"),
        place=cleaning.line(entry.place, values.PLACE_LIMIT, "place"),
        item_code=cleaning.line(entry.item_code, values.CODE_LIMIT, "item_code"),
        plan=cleaning.text(entry.plan, values.PLAN_LIMIT, "plan"),
        remark=cleaning.text(entry.remark, values.REMARK_LIMIT, "remark"),
    )


def _write(work: UnitOfWork, row: ServiceOrder, entry: OrderEntry) -> None:
    service_order_catalogue.refuse_unknown(work, entry)
    kept_item = row.item_code
    for field in fields(entry):
        if field.name != "asked_at":
            setattr(row, field.name, getattr(entry, field.name))
    row.liability = entry.liability or ""
    row.asked_at = entry.asked_at or row.asked_at or work.now
    if entry.item_code != kept_item or not row.item_name:
        service_order_catalogue.put_item(work.reader, row, entry.item_code)


def _begin_anew(work: UnitOfWork, row: ServiceOrder) -> None:
    if row.waived:
        told = {"amount": row.waived, "text": row.waived_why}
        add_event(work, row.id, EventKind.WAIVER_ENDED, person=row.customer, **told)
    row.state = values.first_state(Kind(row.kind), row.item_code)
    row.reviewed_at = row.agreed_at = row.appointed_at = row.price = row.arrive_by = None
    row.agreed_by, row.urgency, row.others = "", Urgency.USUAL, ""
    row.waived, row.waived_why = Decimal(), ""


def _arrive_by(work: UnitOfWork, case: service_order_case.Opened) -> datetime | None:
    """The appointed time, or what the slip says since it went out; None before that."""
    row = case.row
    if row.urgency == Urgency.APPOINTED:
        return row.appointed_at
    if row.dispatched_at is None:
        return None
    return service_order_case.due_by(work, case, row.dispatched_at)
