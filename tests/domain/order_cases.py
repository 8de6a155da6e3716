"""An order of which everything holds, and each way in which one thing does not."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal

from desk.domain.service_order import Kind, OrderFacts, Satisfaction, State
from desk.domain.service_order_parts import Change, Damage, Fit, Material, Rework, Source, Word
from desk.domain.service_order_rule import OrderCondition

NOW = dt.datetime(2026, 11, 21, 6, 30, tzinfo=dt.UTC)
HOUR = dt.timedelta(hours=1)
PRICE = Decimal("280.00")


def facts(state: State = State.DONE, kind: Kind = Kind.COMMISSIONED) -> OrderFacts:
    """Everything that a closed order needs, whatever its state is said to be."""
    return OrderFacts(
        kind=kind,
        state=state,
        asked_at=NOW - 9 * HOUR,
        item_code="001",
        price=PRICE,
        agreed_at=NOW - 8 * HOUR,
        dispatched_at=NOW - 7 * HOUR,
        arrive_by=NOW - 6.5 * HOUR,
        arrived_at=NOW - 6.6 * HOUR,
        done_at=NOW - 5 * HOUR,
        amount=PRICE,
        satisfaction=Satisfaction.SATISFIED,
        signed_on=NOW.date(),
        slip_back_at=NOW - HOUR,
        paid=PRICE,
        materials=(material(),),
        changes=(change(Word.CONFIRMED),),
        damages=(damage(settled=True),),
        reworks=(rework(done=True),),
    )


def material(fit: Fit = Fit.FIT, source: Source = Source.STORE) -> Material:
    """A pipe from the store."""
    signed = "曾" if fit is Fit.INSISTED else ""
    at = NOW - 6 * HOUR
    return Material(1, source, "水管", Decimal(1), "條", None, "王", fit, "王", signed, "", at)


def change(word: Word) -> Change:
    """The wall was opened too."""
    return Change(1, "另需開牆", PRICE, "王", NOW - 6 * HOUR, word)


def damage(*, settled: bool) -> Damage:
    """A broken tile."""
    at = NOW - 5.5 * HOUR
    return Damage(1, "瓷磚破裂", "王", at, NOW - 4 * HOUR if settled else None, Decimal(50))


def rework(*, done: bool) -> Rework:
    """Done again once."""
    ends = NOW - 5 * HOUR if done else None
    at = NOW - 5.8 * HOUR
    return Rework(1, 1, "仍然滴水", "曾", at, at, at, at, ends)


Flip = Callable[[OrderFacts], OrderFacts]

# Of each condition: how it is made not to hold, and which reason says so.
FLIPS: Mapping[OrderCondition, tuple[Flip, str]] = {
    OrderCondition.DONE: (lambda one: replace(one, done_at=None), "service_order.close.done"),
    OrderCondition.SIGNED: (lambda one: replace(one, signed_on=None), "service_order.close.signed"),
    OrderCondition.OPINION: (
        lambda one: replace(one, satisfaction=None),
        "service_order.close.opinion",
    ),
    OrderCondition.PAID: (lambda one: replace(one, paid=Decimal(0)), "service_order.close.paid"),
    OrderCondition.SLIP_BACK: (
        lambda one: replace(one, slip_back_at=None),
        "service_order.close.slip_back",
    ),
    OrderCondition.CHANGES: (
        lambda one: replace(one, changes=(change(Word.OPEN),)),
        "service_order.close.changes",
    ),
    OrderCondition.DAMAGE: (
        lambda one: replace(one, damages=(damage(settled=False),)),
        "service_order.close.damage",
    ),
    OrderCondition.REWORK: (
        lambda one: replace(one, reworks=(rework(done=False),)),
        "service_order.close.rework",
    ),
}
