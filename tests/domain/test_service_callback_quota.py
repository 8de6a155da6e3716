"""How many orders of a month are called back, which, and by when (R107-R110, R250, K9)."""

import random
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from desk.domain import service_callback_quota as quota
from desk.domain.callback import CallbackHow
from desk.domain.service_callback_quota import DRAWN, VISIT, Chosen, OrderDone
from desk.domain.service_order_rule import (
    NO_QUOTA,
    AlwaysClass,
    Denominator,
    OrderCallbackRule,
)
from tests.domain.callback_profiles import M1, M4, STRICTEST

NOW = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)
DAY = date(2026, 11, 20)
ORDERS = (0, 1, 99, 100, 101, 199, 200, 201, 299, 300, 301)
ASKED = {
    "M1": (M1, (0, 1, 30, 30, 21, 40, 40, 41, 60, 30, 31)),
    "M4": (M4, (0, 1, 60, 60, 61, 120, 120, 121, 180, 180, 181)),
    "strictest": (STRICTEST, (0, 1, 60, 60, 61, 120, 120, 121, 180, 180, 181)),
    "M0 and M2": (NO_QUOTA, (0,) * len(ORDERS)),
}
AT_THE_DOOR = {
    "M1": (M1, (0,) * len(ORDERS)),
    "M4": (M4, (0, 1, 24, 24, 25, 48, 48, 49, 72, 72, 73)),
    "strictest": (STRICTEST, (0, 1, 24, 24, 25, 48, 48, 49, 72, 72, 73)),
}


def table(
    known: dict[str, tuple[OrderCallbackRule, tuple[int, ...]]],
) -> list[tuple[str, int, int]]:
    return [
        (name, orders, asked)
        for name, (_rule, every) in known.items()
        for orders, asked in zip(ORDERS, every, strict=True)
    ]


@pytest.mark.parametrize(("profile", "orders", "asked"), table(ASKED))
def test_so_many_orders_ask_for_so_many_callbacks(profile: str, orders: int, asked: int) -> None:
    rule = ASKED[profile][0]
    assert quota.least(rule, orders) == asked
    found = quota.meter(rule, orders, (), NOW)
    assert (found.least, found.in_all, found.to_draw) == (asked, asked, asked)


@pytest.mark.parametrize(("profile", "orders", "asked"), table(AT_THE_DOOR))
def test_so_many_of_them_are_made_at_the_door(profile: str, orders: int, asked: int) -> None:
    found = quota.meter(AT_THE_DOOR[profile][0], orders, (), NOW)
    assert (found.visits_least, found.visits_owed) == (asked, asked)


def test_the_denominator_of_the_visits_is_the_policys_choice() -> None:
    of_orders = replace(M4, visit_of=Denominator.ORDERS)
    assert quota.visits_least(M4, 100, 60) == (60, 24)
    assert quota.visits_least(of_orders, 100, 60) == (100, 40)


@pytest.mark.parametrize("orders", range(1, 400))
def test_a_share_is_never_rounded_down(orders: int) -> None:
    for rule in (M1, M4, STRICTEST):
        asked = quota.least(rule, orders)
        assert asked * 100 >= rule.share(orders) * orders > (asked - 1) * 100


# The always-classes


def order(key: int = 1, **more: object) -> OrderDone:
    return replace(OrderDone(key, NOW), **more)  # type: ignore[arg-type]


NEW = DAY - timedelta(days=29)
OLD = DAY - timedelta(days=30)


@pytest.mark.parametrize(
    ("told", "wanted"),
    [
        ({}, ()),
        ({"agreement_since": NEW}, (AlwaysClass.NEW_AGREEMENT,)),
        ({"agreement_since": OLD}, ()),
        ({"item_since": NEW}, (AlwaysClass.NEW_SERVICE,)),
        ({"item_since": OLD}, ()),
        ({"person_since": NEW}, (AlwaysClass.NEW_PERSON,)),
        ({"person_since": OLD}, ()),
        ({"is_marked": True}, (AlwaysClass.COMPLAINED_PERSON,)),
        (
            {"agreement_since": DAY, "item_since": DAY, "person_since": DAY, "is_marked": True},
            tuple(AlwaysClass),
        ),
    ],
)
def test_an_order_is_of_these_classes(told: dict[str, object], wanted: tuple[str, ...]) -> None:
    assert quota.classes_of(order(**told), M1, DAY) == wanted
    assert quota.classes_of(order(**told), STRICTEST, DAY) == wanted
    assert quota.classes_of(order(**told), M4, DAY) == ()


def test_a_policy_says_how_long_something_is_new() -> None:
    of_a_week = replace(M1, new_days=7)
    assert quota.classes_of(order(person_since=DAY - timedelta(6)), of_a_week, DAY)
    assert not quota.classes_of(order(person_since=DAY - timedelta(7)), of_a_week, DAY)


def test_the_always_classes_count_for_the_share_and_go_beyond_it() -> None:
    every = [chosen(key, classes=(AlwaysClass.NEW_PERSON,)) for key in range(50)]
    found = quota.meter(M1, 100, every[:5], NOW)
    assert (found.least, found.always, found.in_all, found.to_draw) == (30, 5, 30, 25)
    found = quota.meter(M1, 100, every, NOW)
    assert (found.least, found.always, found.in_all, found.to_draw) == (30, 50, 50, 0)


# What was chosen


def chosen(key: int, *, due: int = 1, **more: object) -> Chosen:
    made = Chosen(key, NOW + timedelta(hours=due))
    return replace(made, **more)  # type: ignore[arg-type]


def test_the_meter_says_how_many_of_which_kind_are_owed_by_when() -> None:
    new, marked = AlwaysClass.NEW_PERSON, AlwaysClass.COMPLAINED_PERSON
    every = (
        chosen(1, due=5, classes=(new,)),
        chosen(2, due=-2, classes=(new, marked)),
        chosen(3, due=8),
        chosen(4, due=3, called_at=NOW, how=CallbackHow.VISIT),
        chosen(5, due=-3, called_at=NOW, how=CallbackHow.PHONE),
        chosen(6, due=9, let_off=True),
    )
    found = quota.meter(STRICTEST, 8, every, NOW)
    assert (found.orders, found.share, found.least, found.in_all) == (8, 60, 5, 5)
    assert (found.made, found.late, found.let_off) == (2, 1, 1)
    assert (found.owed, found.missed, found.to_draw) == (3, 1, 0)
    assert (found.visits_of, found.visits_least, found.visits, found.visits_owed) == (5, 2, 1, 1)
    kinds = {one.kind: (one.count, one.due_at, one.missed) for one in found.kinds}
    assert kinds == {
        new: (2, NOW - timedelta(hours=2), 1),
        marked: (1, NOW - timedelta(hours=2), 1),
        DRAWN: (1, NOW + timedelta(hours=8), 0),
        VISIT: (1, NOW + timedelta(hours=8), 0),
    }
    assert found.rate == 25
    assert not found.is_met


def test_the_last_moment_of_a_window_is_in_it() -> None:
    due = chosen(1, due=0)
    assert quota.meter(STRICTEST, 1, (due,), NOW).missed == 0
    assert quota.meter(STRICTEST, 1, (due,), NOW + timedelta(microseconds=1)).missed == 1
    called = replace(due, called_at=NOW, how=CallbackHow.PHONE)
    assert quota.meter(STRICTEST, 1, (called,), NOW).late == 0


def test_a_month_that_was_called_back_asks_for_nothing_more() -> None:
    every = [chosen(key, called_at=NOW, how=CallbackHow.VISIT) for key in range(6)]
    found = quota.meter(STRICTEST, 10, every, NOW)
    assert found.is_met
    assert found.kinds == ()
    assert not quota.meter(STRICTEST, 11, every, NOW).is_met


def test_a_month_without_orders_has_no_rate() -> None:
    found = quota.meter(STRICTEST, 0, (), NOW)
    assert found.rate is None
    assert found.is_met


@pytest.mark.parametrize("border", [100, 299])
def test_what_was_drawn_stays_where_the_next_tier_asks_for_less(border: int) -> None:
    drawn = [chosen(key) for key in range(quota.least(M1, border))]
    assert quota.to_draw(M1, border, drawn) == 0
    assert quota.to_draw(M1, border + 1, drawn) == 0
    assert quota.meter(M1, border + 1, drawn, NOW).in_all == len(drawn)


def test_another_is_drawn_in_the_place_of_one_that_was_let_off() -> None:
    drawn = [chosen(key, let_off=key == 0) for key in range(6)]
    assert quota.to_draw(STRICTEST, 10, drawn) == 1


# Drawing


def test_the_same_seed_draws_the_same_orders_again() -> None:
    among = list(range(1, 201))
    once = quota.draw("5f2c", among, 40)
    random.Random(7).shuffle(among)
    assert quota.draw("5f2c", [*among, *among], 40) == once
    assert quota.draw("5f2d", among, 40) != once
    assert len(once) == 40
    assert set(once) <= set(among)


def test_a_known_draw_stays_what_it_was() -> None:
    assert quota.draw("seed", range(1, 11), 3) == (5, 7, 8)


@pytest.mark.parametrize("count", [-1, 0, 1, 9, 10, 11])
def test_as_many_are_drawn_as_there_are(count: int) -> None:
    assert len(quota.draw("a", range(10), count)) == max(0, min(count, 10))


def test_every_order_is_drawn_about_as_often() -> None:
    counts = dict.fromkeys(range(20), 0)
    for seed in range(2_000):
        for one in quota.draw(str(seed), range(20), 6):
            counts[one] += 1
    assert all(520 < count < 680 for count in counts.values())  # 600 each, 4 deviations


# Home visits


@pytest.mark.parametrize(
    ("day", "months", "first", "after"),
    [
        (date(2026, 1, 1), 3, date(2026, 1, 1), date(2026, 4, 1)),
        (date(2026, 3, 31), 3, date(2026, 1, 1), date(2026, 4, 1)),
        (date(2026, 11, 20), 3, date(2026, 10, 1), date(2027, 1, 1)),
        (date(2026, 11, 20), 1, date(2026, 11, 1), date(2026, 12, 1)),
        (date(2026, 11, 20), 6, date(2026, 7, 1), date(2027, 1, 1)),
        (date(2026, 11, 20), 5, date(2026, 11, 1), date(2027, 1, 1)),
        (date(2026, 11, 20), 24, date(2026, 1, 1), date(2027, 1, 1)),
    ],
)
def test_periods_begin_with_the_year(day: date, months: int, first: date, after: date) -> None:
    assert quota.visit_period(day, months) == (first, after)


@pytest.mark.parametrize(
    ("starts", "ends", "visited", "months", "owed"),
    [
        (date(2026, 1, 1), None, (), 3, True),
        (date(2026, 1, 1), None, (date(2026, 9, 30),), 3, True),
        (date(2026, 1, 1), None, (date(2026, 10, 1),), 3, False),
        (date(2026, 1, 1), None, (date(2026, 12, 31),), 3, False),
        (date(2026, 1, 1), None, (date(2027, 1, 1),), 3, True),
        (date(2026, 11, 20), None, (), 3, True),
        (date(2026, 11, 21), None, (), 3, False),
        (date(2026, 1, 1), date(2026, 11, 20), (), 3, True),
        (date(2026, 1, 1), date(2026, 11, 19), (), 3, False),
        (date(2026, 1, 1), None, (), 0, False),
    ],
)
def test_a_customer_is_visited_once_in_a_quarter(
    starts: date, ends: date | None, visited: tuple[date, ...], months: int, owed: bool
) -> None:
    assert quota.is_visit_owed(starts, ends, visited, DAY, months) is owed
