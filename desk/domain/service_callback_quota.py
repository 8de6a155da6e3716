"""How many orders of a month are called back 回訪率要求, which, and by when (R107-R110, R250, K9).

A month's orders ask for a share; those of the always-classes are called back whatever the share
(R109). The rest of the share is drawn at random from the others: from a seed that is kept, so that
anybody can draw the same again. What was once drawn stays drawn, also where the month passes the
border of a tier that asks for less. Whoever is let off counts for nothing, and another is drawn.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256

from desk.domain.callback import CallbackHow
from desk.domain.service_order_rule import AlwaysClass, Denominator, OrderCallbackRule

DRAWN = "drawn"  # beside the always-classes: it was drawn 抽樣
VISIT = "visit"  # 上門回訪


@dataclass(frozen=True)
class OrderDone:
    """One order that was done: by whom, what, since when agreement, service and person are there.

    `is_marked`: who did it was complained about at his last service. The days are the estate's.
    """

    id: int
    done_at: datetime
    item: str = ""
    person_id: int | None = None
    supplier_id: int | None = None
    agreement_id: int | None = None
    agreement_since: date | None = None
    item_since: date | None = None
    person_since: date | None = None
    is_marked: bool = False


@dataclass(frozen=True)
class Chosen:
    """An order that is to be called back: why, by when, and what became of it.

    `classes` are the always-classes it is of; without any it was drawn, or called back without
    being asked for. `called_at` is when the customer answered, `how` by which way, `let_off` that
    nobody asks him any more, `is_over` that the work is being done over: he is asked afterwards,
    and no window runs.
    """

    order_id: int
    due_at: datetime
    classes: tuple[AlwaysClass, ...] = ()
    called_at: datetime | None = None
    how: CallbackHow | None = None
    let_off: bool = False
    is_over: bool = False

    @property
    def is_owed(self) -> bool:
        """Whether the customer has still to be asked."""
        return self.called_at is None and not self.let_off

    def is_missed(self, now: datetime) -> bool:
        """Whether its window has passed, and he was not asked."""
        return self.is_owed and not self.is_over and self.due_at < now


@dataclass(frozen=True)
class Owed:
    """How many of a kind are still owed, by when the first of them, how many windows have passed.

    `kind` is an always-class, `drawn`, or `visit` (which may be any of the others).
    """

    kind: str
    count: int
    due_at: datetime | None = None
    missed: int = 0


@dataclass(frozen=True)
class Meter:
    """Where a month stands.

    `least` is what the share of so many orders asks, `always` how many orders are of the
    always-classes, `in_all` how many are owed in all; `made` were asked and answered, `late` of
    them after their window; `owed` are still to be asked, `missed` of them are past their window;
    `to_draw` the share still lacks. `visits_least` is the share of `visits_of` callbacks or orders.
    """

    orders: int
    share: int
    least: int
    always: int
    in_all: int
    made: int
    late: int
    let_off: int
    owed: int
    missed: int
    to_draw: int
    visits_of: int
    visits_least: int
    visits: int
    kinds: tuple[Owed, ...] = ()

    @property
    def visits_owed(self) -> int:
        """How many of the callbacks still have to be made at the door."""
        return max(0, self.visits_least - self.visits)

    @property
    def rate(self) -> float | None:
        """The share that was called back, in percent; None without orders."""
        return self.made * 100 / self.orders if self.orders else None

    @property
    def is_met(self) -> bool:
        """Whether the month asks for nothing more."""
        return not (self.owed or self.to_draw or self.visits_owed)


def part(percent: int, whole: int) -> int:
    """At least so many percent of a number, in whole ones: 30 % of 99 are 30."""
    return -(-percent * whole // 100)


def least(rule: OrderCallbackRule, orders: int) -> int:
    """How many of so many orders the share asks for (R108, R250)."""
    return part(rule.share(orders), orders)


def classes_of(order: OrderDone, rule: OrderCallbackRule, day: date) -> tuple[AlwaysClass, ...]:
    """Of which always-classes an order is that was done on the estate's day (R109)."""
    found = {
        AlwaysClass.NEW_AGREEMENT: _is_new(order.agreement_since, day, rule.new_days),
        AlwaysClass.NEW_SERVICE: _is_new(order.item_since, day, rule.new_days),
        AlwaysClass.NEW_PERSON: _is_new(order.person_since, day, rule.new_days),
        AlwaysClass.COMPLAINED_PERSON: order.is_marked,
    }
    return tuple(one for one in AlwaysClass if one in rule.always and found[one])


def always(
    orders: Iterable[OrderDone], rule: OrderCallbackRule, day_of: Callable[[datetime], date]
) -> Mapping[int, tuple[AlwaysClass, ...]]:
    """The orders of a month that are called back whatever the share, each with its classes."""
    every = ((one.id, classes_of(one, rule, day_of(one.done_at))) for one in orders)
    return {key: classes for key, classes in every if classes}


def to_draw(rule: OrderCallbackRule, orders: int, chosen: Iterable[Chosen]) -> int:
    """How many have still to be drawn for the share, beside those that were chosen already."""
    counted = sum(not one.let_off for one in chosen)
    return max(0, least(rule, orders) - counted)


def draw(seed: str, among: Iterable[int], count: int) -> tuple[int, ...]:
    """So many of the orders, by chance: the same seed and orders always give the same ones.

    Each order's lot is the SHA-256 of `seed:id`; the lowest lots are drawn. The order in which
    they are given does not matter.
    """
    lots = sorted((sha256(f"{seed}:{one}".encode()).hexdigest(), one) for one in set(among))
    return tuple(sorted(one for _lot, one in lots[: max(0, count)]))


def visits_least(rule: OrderCallbackRule, orders: int, callbacks: int) -> tuple[int, int]:
    """Of how many the share of visits is counted, and how many that are (R250, K9)."""
    whole = orders if rule.visit_of is Denominator.ORDERS else callbacks
    return whole, part(rule.visit_share, whole)


def meter(rule: OrderCallbackRule, orders: int, chosen: Sequence[Chosen], now: datetime) -> Meter:
    """Where a month of so many orders stands; `chosen` are those that are to be called back, and
    those that were without being asked for."""
    live = [one for one in chosen if not one.let_off]
    called = [one for one in live if one.called_at is not None]
    owed = [one for one in live if one.is_owed]
    asked = least(rule, orders)
    in_all = max(asked, len(live))
    visits = sum(one.how is CallbackHow.VISIT for one in called)
    visits_of, visits_asked = visits_least(rule, orders, in_all)
    return Meter(
        orders=orders,
        share=rule.share(orders),
        least=asked,
        always=sum(bool(one.classes) for one in chosen),
        in_all=in_all,
        made=len(called),
        late=sum(one.called_at is not None and one.called_at > one.due_at for one in called),
        let_off=len(chosen) - len(live),
        owed=len(owed),
        missed=sum(one.is_missed(now) for one in owed),
        to_draw=to_draw(rule, orders, chosen),
        visits_of=visits_of,
        visits_least=visits_asked,
        visits=visits,
        kinds=_kinds(owed, max(0, visits_asked - visits), now),
    )


def _kinds(owed: Sequence[Chosen], visits: int, now: datetime) -> tuple[Owed, ...]:
    """How many of each class, of the drawn ones, and at the door; an order of two classes counts
    in both."""
    groups: list[tuple[str, list[Chosen]]] = [
        (one, [order for order in owed if one in order.classes]) for one in AlwaysClass
    ]
    groups.append((DRAWN, [order for order in owed if not order.classes]))
    found = [_owed(kind, some, now) for kind, some in groups if some]
    if visits:
        last = sorted(one.due_at for one in owed)[-visits:]
        found.append(Owed(VISIT, visits, last[0] if last else None))
    return tuple(found)


def _owed(kind: str, some: Sequence[Chosen], now: datetime) -> Owed:
    first = min(one.due_at for one in some)
    return Owed(kind, len(some), first, sum(one.is_missed(now) for one in some))


def _is_new(since: date | None, day: date, days: int) -> bool:
    return since is not None and (day - since).days < days


# Home visits of customers with a long-term agreement


def visit_period(day: date, months: int) -> tuple[date, date]:
    """The first day of the period a day is in, and the first day after it (R110).

    Periods of so many months begin with the year: a quarter where it is 3. What does not divide
    the year begins anew with it.
    """
    first = (day.month - 1) // months * months
    after = min(first + months, 12)
    year, month = divmod(day.year * 12 + after, 12)
    return date(day.year, first + 1, 1), date(year, month + 1, 1)


def is_visit_owed(
    starts: date, ends: date | None, visited: Iterable[date], day: date, months: int
) -> bool:
    """Whether a customer whose agreement runs has not been visited in the period of the day."""
    if months <= 0 or starts > day or (ends is not None and ends < day):
        return False
    first, after = visit_period(day, months)
    return not any(first <= one < after for one in visited)
