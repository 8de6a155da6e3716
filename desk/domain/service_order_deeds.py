"""Which deed an order allows where it stands, and what each of them asks for (R235-R245, R256)."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType

from desk.domain import deadlines
from desk.domain.business_calendar import BusinessCalendar
from desk.domain.money import AmountRule
from desk.domain.reasons import Reason
from desk.domain.service_order import (
    BEFORE_DONE,
    MOST,
    MOST_COUNTED,
    AgreeEntry,
    DispatchEntry,
    DoneEntry,
    OpinionEntry,
    OrderEntry,
    OrderFacts,
    ReviewEntry,
    Satisfaction,
    State,
    StepEntry,
    Urgency,
)
from desk.domain.service_order_moments import appointed_reasons, asked_reasons, at_reasons
from desk.domain.service_order_parts import Fit
from desk.domain.service_order_rule import OrderRule

_AMOUNT = AmountRule(MOST, "service_order.amount.outside", "service_order.amount.places")
_QUANTITY = AmountRule(
    MOST_COUNTED, "service_order.quantity.outside", "service_order.quantity.places", zero=False
)


class Deed(StrEnum):
    """What is done with an order."""

    CORRECT = "correct"
    REVIEW = "review"
    AGREE = "agree"
    DISPATCH = "dispatch"
    ACCEPT = "accept"
    ARRIVE = "arrive"
    MATERIALS = "materials"
    CHANGE = "change"
    DONE = "done"
    SIGN = "sign"
    PAY = "pay"
    WAIVE = "waive"
    DAMAGE = "damage"
    REWORK = "rework"
    BACK = "back"
    CLOSE = "close"
    VOID = "void"


_AT_WORK = (State.DISPATCHED, State.ON_SITE, State.REWORK)
# An estate may close what is not paid yet (M1): then it is owed still.
_MONEY = (State.AGREED, *_AT_WORK, State.DONE, State.CLOSED)
WHEN: Mapping[Deed, tuple[State, ...]] = MappingProxyType(
    {
        Deed.CORRECT: (State.REVIEW, State.WRITTEN, State.AGREED),
        Deed.REVIEW: (State.REVIEW,),
        Deed.AGREE: (State.WRITTEN, State.AGREED, State.DISPATCHED),
        Deed.DISPATCH: (State.AGREED, *_AT_WORK),
        Deed.ACCEPT: (State.DISPATCHED, State.REWORK),
        Deed.ARRIVE: (State.DISPATCHED, State.REWORK),
        Deed.MATERIALS: (State.AGREED, *_AT_WORK),
        Deed.CHANGE: _AT_WORK,
        Deed.DONE: (State.ON_SITE, State.REWORK),
        Deed.SIGN: (State.DONE,),
        Deed.PAY: _MONEY,
        Deed.WAIVE: _MONEY,
        Deed.DAMAGE: (State.ON_SITE, State.DONE, State.REWORK, State.CLOSED),
        Deed.REWORK: (State.DONE, State.CLOSED),
        Deed.BACK: (State.DONE,),
        Deed.CLOSE: (State.DONE,),
        Deed.VOID: BEFORE_DONE,
    }
)


def blockers(facts: OrderFacts, deed: Deed) -> tuple[Reason, ...]:
    """Why the deed is not possible where the order stands (R102): the words on a shut button."""
    if facts.state not in WHEN[deed]:
        return (Reason(f"service_order.is.{facts.state}"),)
    return tuple(_blockers(facts, deed))


def _blockers(facts: OrderFacts, deed: Deed) -> Iterator[Reason]:
    if deed in (Deed.ACCEPT, Deed.ARRIVE, Deed.DONE) and not facts.is_sent:
        yield Reason("service_order.is.agreed")
    elif deed in (Deed.ACCEPT, Deed.ARRIVE) and facts.is_there:
        yield Reason("service_order.is.on_site")
    elif deed is Deed.DONE and not facts.is_there:
        yield Reason("service_order.is.dispatched")
    if deed is Deed.ACCEPT and facts.accepted_at is not None and facts.rework is None:
        yield Reason("service_order.accepted")
    if deed is Deed.DONE:
        yield from done_blockers(facts)
    if deed in (Deed.PAY, Deed.WAIVE) and not facts.owed:
        yield Reason("service_order.nothing_owed")
    if deed is Deed.BACK and facts.slip_back_at is not None:
        yield Reason("service_order.slip_is_back")
    if deed is Deed.VOID and facts.paid:
        yield Reason("service_order.void.paid")


def done_blockers(facts: OrderFacts) -> Iterator[Reason]:
    """What is settled before work is called finished: materials checked (R253, R254), changes
    confirmed (R243)."""
    for one in facts.materials:
        if one.fit is Fit.UNCHECKED:
            yield Reason("service_order.material.unchecked", None, {"what": one.what})
    if any(one.is_open for one in facts.changes):
        yield Reason("service_order.change.open")


# What each deed asks for


def entry_reasons(entry: OrderEntry, now: datetime) -> tuple[Reason, ...]:
    """R231, R235: who wishes what, and where; the need is clear."""
    return tuple(_entry_reasons(entry, now))


def _entry_reasons(entry: OrderEntry, now: datetime) -> Iterator[Reason]:
    if not entry.customer:
        yield Reason("service_order.customer.missing", "customer")
    if not entry.wish:
        yield Reason("service_order.wish.missing", "wish")
    if entry.unit_id is None and not entry.place:
        yield Reason("service_order.place.missing", "unit")
    yield from asked_reasons(entry.asked_at, now)
    yield from quantity_reasons(entry.quantity)


def agree_reasons(facts: OrderFacts, entry: AgreeEntry, now: datetime) -> tuple[Reason, ...]:
    """R105, R236: the price is told and agreed, and when somebody comes."""
    return (*blockers(facts, Deed.AGREE), *_agree_reasons(facts, entry, now))


def _agree_reasons(facts: OrderFacts, entry: AgreeEntry, now: datetime) -> Iterator[Reason]:
    yield from amount_reasons(entry.price, "price", "service_order.price.missing")
    yield from at_reasons(entry.at, facts.asked_at, now)
    if facts.dispatched_at is not None and entry.price != facts.price:
        yield Reason("service_order.price.by_change", "price")
    yield from appointed_reasons(entry, entry.at or now, now)


def board_reasons(entry: ReviewEntry, *, granted: bool) -> tuple[Reason, ...]:
    """R237: what joins the board has a name, what it is counted in, and a price."""
    if not (granted and entry.to_board):
        return ()
    return tuple(_board_reasons(entry))


def _board_reasons(entry: ReviewEntry) -> Iterator[Reason]:
    if not entry.name:
        yield Reason("service_order.review.name_missing", "name")
    if not entry.counted:
        yield Reason("service_order.review.counted_missing", "counted")
    yield from amount_reasons(entry.price, "price", "service_order.review.price_missing")


def dispatch_reasons(
    facts: OrderFacts, entry: DispatchEntry, now: datetime, before: int | None = None
) -> tuple[Reason, ...]:
    """Somebody is sent; why it is somebody else than before (`before`: who was sent till now)."""
    return (*blockers(facts, Deed.DISPATCH), *_dispatch_reasons(facts, entry, now, before))


def _dispatch_reasons(
    facts: OrderFacts, entry: DispatchEntry, now: datetime, before: int | None
) -> Iterator[Reason]:
    if entry.person_id is None:
        yield Reason("service_order.person.missing", "person")
    if facts.is_sent and before not in (None, entry.person_id) and not entry.why:
        yield Reason("service_order.dispatch.why_missing", "why")
    visit = facts.rework
    yield from at_reasons(entry.at, facts.agreed_at if visit is None else visit.at, now)


def accept_reasons(facts: OrderFacts, entry: StepEntry, now: datetime) -> tuple[Reason, ...]:
    """Whoever is sent has taken the slip 接單."""
    return (*blockers(facts, Deed.ACCEPT), *at_reasons(entry.at, _sent_at(facts), now))


def arrive_reasons(facts: OrderFacts, entry: StepEntry, now: datetime) -> tuple[Reason, ...]:
    """Somebody stands at the door (R240), after having been sent."""
    return (*blockers(facts, Deed.ARRIVE), *at_reasons(entry.at, _sent_at(facts), now))


def done_reasons(facts: OrderFacts, entry: DoneEntry, now: datetime) -> tuple[Reason, ...]:
    """R242, R243, R256: what was done, for what was agreed or confirmed; less has the manager's
    word afterwards."""
    return (*blockers(facts, Deed.DONE), *_done_reasons(facts, entry, now))


def _done_reasons(facts: OrderFacts, entry: DoneEntry, now: datetime) -> Iterator[Reason]:
    if not entry.work_done:
        yield Reason("service_order.work_done.missing", "work_done")
    visit = facts.rework
    yield from at_reasons(entry.at, facts.arrived_at if visit is None else visit.arrived_at, now)
    if visit is not None:
        if entry.amount not in (None, facts.amount):
            yield Reason("service_order.rework.free", "amount")
        return
    yield from amount_reasons(entry.amount, "amount", "service_order.amount.missing")
    if entry.amount is None or facts.price is None:
        return
    told = {"price": str(facts.price)}
    if entry.amount > facts.price:
        yield Reason("service_order.amount.exceeds", "amount", told)
    elif entry.amount < facts.price:
        yield Reason("service_order.amount.below", "amount", told)


def opinion_reasons(facts: OrderFacts, entry: OpinionEntry, today: date) -> tuple[Reason, ...]:
    """R105, R244: what the customer thinks of it; a signature has a name and its day."""
    return (*blockers(facts, Deed.SIGN), *_opinion_reasons(entry, today))


def _opinion_reasons(entry: OpinionEntry, today: date) -> Iterator[Reason]:
    if entry.satisfaction is None and not entry.signed_by:
        yield Reason("service_order.opinion.missing", "satisfaction")
    if entry.satisfaction is Satisfaction.DISSATISFIED and not entry.words:
        yield Reason("service_order.opinion.words_missing", "words")
    if entry.signed_on is not None and not entry.signed_by:
        yield Reason("service_order.signed_by.missing", "signed_by")
    if entry.signed_on is not None and entry.signed_on > today:
        yield Reason("service_order.signed_on.future", "signed_on")


def back_reasons(facts: OrderFacts, entry: StepEntry, now: datetime) -> tuple[Reason, ...]:
    """R245, R189: the slip is handed in at the desk after the work."""
    who = () if entry.person else (Reason("service_order.back.person_missing", "person"),)
    return (*blockers(facts, Deed.BACK), *who, *at_reasons(entry.at, facts.done_at, now))


def void_reasons(facts: OrderFacts, why: str) -> tuple[Reason, ...]:
    """It is declared void before it is done, with its reason; the number stays."""
    missing = () if why else (Reason("service_order.why.missing", "why"),)
    return (*blockers(facts, Deed.VOID), *missing)


# Parts


def arrive_by(
    start: datetime,
    urgency: Urgency,
    appointed_at: datetime | None,
    rule: OrderRule,
    calendar: BusinessCalendar,
) -> datetime:
    """R240: by when somebody stands at the door: the appointed time, or so long after the slip."""
    if urgency is Urgency.APPOINTED and appointed_at is not None:
        return appointed_at
    return deadlines.due(start, rule.arrive, calendar)


def amount_reasons(amount: Decimal | None, field: str, missing: str = "") -> Iterator[Reason]:
    """An amount of money: nothing or more, two places; `missing` where it must be given."""
    return _AMOUNT.reasons(amount, field, missing)


def quantity_reasons(quantity: Decimal) -> Iterator[Reason]:
    """More than nothing, two places."""
    return _QUANTITY.reasons(quantity, "quantity")


def _sent_at(facts: OrderFacts) -> datetime | None:
    visit = facts.rework
    return facts.dispatched_at if visit is None else visit.dispatched_at
