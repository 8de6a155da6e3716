"""Which orders are called back: the always-classes, the samples that are drawn, the month's meter.

R107-R110, R250, K9. The choice follows the month: it is looked at again whenever orders were done
since. Whoever looks at the day or at the callbacks has it brought up to date; a sample that draws
itself waits an hour for the next, so that it is drawn from more than the one order just done.
"""

import secrets
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta

from desk.domain import deadlines
from desk.domain import service_callback_quota as quota
from desk.domain.business_calendar import BusinessCalendar
from desk.domain.permissions import Permission
from desk.domain.service_callback_quota import Meter, OrderDone
from desk.domain.service_order_rule import OrderCallbackRule
from desk.domain.work_log import month_of
from desk.models.lists import Reader
from desk.models.lists import service_callback_choice as choice_list
from desk.models.lists.service_callback_choice import SampleRow
from desk.models.service_callback import ServiceChoice, ServiceSample
from desk.models.unit_of_work import UnitOfWork
from desk.services import business_calendar, policy
from desk.services.workplace import Workplace

__all__ = ["Meter", "SampleRow", "draw", "meter", "rule_of", "samples", "settle", "was_drawn_so"]

BETWEEN = timedelta(hours=1)
_DAY = timedelta(days=1)
_TICK = timedelta(microseconds=1)


def fresh_seed() -> str:
    """A seed that nobody can foresee."""
    return secrets.token_hex(16)


def settle(workplace: Workplace, seeds: Callable[[], str] = fresh_seed) -> None:
    """Choose what is to be called back of this month and the last, where orders were done since."""
    today = workplace.today()
    this = today.replace(day=1)
    with workplace.reading() as reader:
        stale = [month for month in (last_month(this), this) if _is_stale(workplace, reader, month)]
    if not stale:
        return
    with workplace.by_itself() as work:
        for month in stale:
            _Month(workplace, work, month, seeds).settle(by_hand=False)
        work.commit()


def draw(workplace: Workplace, month: date | None = None) -> int:
    """Draw now what the share still lacks; how many were drawn."""
    first = _first(workplace, month)
    with workplace.deed(Permission.REGISTER) as work:
        drawn = _Month(workplace, work, first, fresh_seed).settle(by_hand=True)
        work.commit()
    return drawn


def meter(workplace: Workplace, month: date | None = None) -> Meter:
    """Where a month stands; this month and the last are brought up to date first."""
    settle(workplace)
    first = _first(workplace, month)
    with workplace.reading() as reader:
        orders, _last = choice_list.seen(reader, *_bounds(workplace, first))
        chosen = choice_list.chosen(reader, first)
        rule = rule_of(workplace, reader, first)
    return quota.meter(rule, orders, chosen, workplace.now())


def samples(workplace: Workplace, month: date | None = None) -> tuple[SampleRow, ...]:
    """The draws of a month, in their order."""
    with workplace.reading() as reader:
        return choice_list.samples(reader, _first(workplace, month))


def was_drawn_so(sample: SampleRow) -> bool:
    """Whether the kept seed draws the kept orders again from those it was drawn among."""
    return quota.draw(sample.seed, sample.among, len(sample.drawn)) == sample.drawn


def rule_of(workplace: Workplace, at: Reader | UnitOfWork, month: date) -> OrderCallbackRule:
    """The rule that holds at the end of a month, today where that is still to come."""
    today = workplace.today()
    return policy.in_force(at, min(month_of(month)[1], today)).policy.orders.callback


def due_of(workplace: Workplace, work: UnitOfWork, month: date, done_at: datetime) -> datetime:
    """By when an order is called back that was done at a moment of a month (R107, R250)."""
    term = rule_of(workplace, work, month).term
    return deadlines.due(done_at, term, business_calendar.of(work))


def last_month(month: date) -> date:
    """The first day of the month before."""
    return (month.replace(day=1) - _DAY).replace(day=1)


def _first(workplace: Workplace, month: date | None) -> date:
    return (month or workplace.today()).replace(day=1)


def _bounds(workplace: Workplace, month: date) -> tuple[datetime, datetime]:
    """A month of the estate in UTC, half open, up to now."""
    first, last = month_of(month)
    custom = workplace.estate.custom
    return custom.day_bounds(first)[0], min(custom.day_bounds(last)[1], workplace.now() + _TICK)


def _is_stale(workplace: Workplace, reader: Reader, month: date) -> bool:
    found = choice_list.seen(reader, *_bounds(workplace, month))
    before = choice_list.seen_before(reader, month)
    return found != before and (before is not None or found[0] > 0)


class _Month:
    """One month inside the transaction of a deed."""

    def __init__(
        self, workplace: Workplace, work: UnitOfWork, month: date, seeds: Callable[[], str]
    ) -> None:
        self._work = work
        self._seeds = seeds
        self._month = month
        self._custom = workplace.estate.custom
        self._span = _bounds(workplace, month)
        self._rule = rule_of(workplace, work, month)
        self._calendar: BusinessCalendar = business_calendar.of(work)

    def settle(self, *, by_hand: bool) -> int:
        """Always-classes are added, what was done over is asked about again, the share is drawn."""
        reader = self._work.reader
        orders = choice_list.orders(reader, *self._span, self._month)
        kept = {
            **choice_list.chosen_before(reader, *self._span, self._month),
            **choice_list.choices_of(reader, self._month),
        }
        self._begin_again(orders, kept)
        classes = quota.always(orders, self._rule, self._custom.day)
        self._add([one for one in orders if one.id in classes and one.id not in kept], classes)
        known = kept.keys() | classes.keys()
        drawn, waits = self._draw(orders, [one for one in orders if one.id not in known], by_hand)
        found = choice_list.seen(reader, *self._span)
        choice_list.put_seen(reader, self._month, None if waits else found)
        return drawn

    def _begin_again(
        self, orders: Sequence[OrderDone], kept: Mapping[int, tuple[int, datetime]]
    ) -> None:
        """Work that was done over is called back about once more (R191, R256)."""
        for order in orders:
            key, done_at = kept.get(order.id, (0, order.done_at))
            if done_at < order.done_at:
                row = self._work.get(ServiceChoice, key)
                row.done_at, row.due_at = order.done_at, self._due(order)
                row.called_at, row.how, row.satisfaction, row.let_off_at = None, "", "", None
        self._work.flush()

    def _add(
        self,
        orders: Sequence[OrderDone],
        classes: Mapping[int, Sequence[str]],
        sample: ServiceSample | None = None,
    ) -> None:
        rows = [
            ServiceChoice(
                order_id=one.id,
                month=self._month,
                classes=",".join(classes.get(one.id, ())),
                sample_id=None if sample is None else sample.id,
                done_at=one.done_at,
                due_at=self._due(one),
                chosen_at=self._work.now,
            )
            for one in orders
        ]
        if rows:
            self._work.add(*rows)

    def _draw(
        self, orders: Sequence[OrderDone], free: Sequence[OrderDone], by_hand: bool
    ) -> tuple[int, bool]:
        """How many were drawn, and whether more wait to be."""
        chosen = choice_list.chosen(self._work.reader, self._month)
        count = quota.to_draw(self._rule, len(orders), chosen)
        if not count or not free:
            return 0, False
        last = choice_list.last_draw(self._work.reader, self._month)
        if not by_hand and last is not None and self._work.now - last < BETWEEN:
            return 0, True
        drawn = 0
        for among in self._parts(free):
            part = min(count - drawn, len(among))
            if part:
                self._sample(orders, among, part)
            drawn += part
        return drawn, False

    def _parts(self, free: Sequence[OrderDone]) -> Iterator[Sequence[OrderDone]]:
        """Those whose window is open come first; `free` stands in the order of completion."""
        passed = len(free)
        while passed and self._due(free[passed - 1]) >= self._work.now:
            passed -= 1
        yield free[passed:]
        yield free[:passed]

    def _sample(self, orders: Sequence[OrderDone], among: Sequence[OrderDone], count: int) -> None:
        seed = self._seeds()
        ids = sorted(one.id for one in among)
        drawn = quota.draw(seed, ids, count)
        sample = ServiceSample(
            month=self._month,
            drawn_at=self._work.now,
            by_id=self._work.actor_id,
            seed=seed,
            share=self._rule.share(len(orders)),
            orders=len(orders),
            among=ids,
            drawn=list(drawn),
        )
        self._work.add(sample)
        self._add([one for one in among if one.id in set(drawn)], {}, sample)

    def _due(self, order: OrderDone) -> datetime:
        return deadlines.due(order.done_at, self._rule.term, self._calendar)
