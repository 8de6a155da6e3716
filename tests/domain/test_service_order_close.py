"""The close conditions of an order as a matrix: every state x one flipped condition (K13)."""

from dataclasses import replace
from decimal import Decimal
from functools import reduce

import pytest

from desk.domain.service_order import Kind, OrderFacts, State
from desk.domain.service_order_close import close_reasons, missing
from desk.domain.service_order_rule import ORDERS, OrderCondition
from tests.domain.order_cases import FLIPS, PRICE, facts


def codes(known: OrderFacts, *conditions: OrderCondition) -> list[str]:
    rule = replace(ORDERS, close=conditions or ORDERS.close)
    return [one.code for one in close_reasons(known, rule)]


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("flipped", [None, *OrderCondition])
def test_an_order_is_closed_from_done_alone_and_with_every_condition(
    kind: Kind, state: State, flipped: OrderCondition | None
) -> None:
    known = facts(state, kind)
    expected = [] if state is State.DONE else [f"service_order.is.{state}"]
    if flipped is not None:
        flip, code = FLIPS[flipped]
        known, expected = flip(known), [*expected, code]
    assert codes(known) == expected


def test_all_that_is_missing_is_said_at_once_in_the_order_of_the_policy() -> None:
    flips = [FLIPS[one] for one in OrderCondition]
    known = reduce(lambda one, flip: flip[0](one), flips, facts())
    assert codes(known) == [code for _flip, code in flips]


@pytest.mark.parametrize("condition", OrderCondition)
def test_a_condition_the_policy_does_not_ask_for_keeps_nothing_open(
    condition: OrderCondition,
) -> None:
    others = [one for one in OrderCondition if one is not condition]
    flip, code = FLIPS[condition]
    assert not codes(flip(facts()), *others)
    assert codes(flip(facts()), condition) == [code]


@pytest.mark.parametrize(
    ("paid", "waived", "amount", "said"),
    [
        ("280", "0", "280", ""),
        ("200", "80", "280", ""),
        ("0", "280", "280", ""),
        ("0", "0", "0", ""),
        ("279.99", "0", "280", "paid"),
        ("0", "279.99", "280", "paid"),
        ("280.01", "0", "280", "overpaid"),
        ("200", "100", "280", "overpaid"),
        ("0", "300", "280", ""),
    ],
)
def test_what_is_paid_and_what_is_let_off_make_up_the_amount(
    paid: str, waived: str, amount: str, said: str
) -> None:
    sums = {"paid": Decimal(paid), "waived": Decimal(waived), "amount": Decimal(amount)}
    known = replace(facts(), **sums)
    assert codes(known, OrderCondition.PAID) == ([f"service_order.close.{said}"] if said else [])


def test_what_is_still_owed_is_told_with_its_sum() -> None:
    known = replace(facts(), paid=Decimal("80.50"), waived=Decimal("99.50"))
    (reason,) = missing(known, ORDERS)
    assert reason.parameters == {"owed": "100.00"}
    assert known.owed == PRICE - Decimal(180)
