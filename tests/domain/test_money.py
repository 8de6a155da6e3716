"""What an amount of money is: a number of two places, within bounds."""

from decimal import Decimal

import pytest

from desk.domain import (
    authority_letter,
    price_board,
    receipt,
    service_agreement,
    service_order_deeds,
)
from desk.domain.money import AmountRule
from desk.domain.reasons import Reason
from desk.wording import SENTENCES

ROOMS = (authority_letter, price_board, receipt, service_agreement, service_order_deeds)
PRICE = AmountRule(Decimal("999.99"), "outside", "places")
FEE = AmountRule(Decimal("999.99"), "outside", "places", zero=False)


@pytest.mark.parametrize(
    ("amount", "codes"),
    [
        ("0", []),
        ("0.01", []),
        ("999.99", []),
        ("1000", ["outside"]),
        ("-0.01", ["outside"]),
        ("NaN", ["outside"]),
        ("Infinity", ["outside"]),
        ("0.001", ["places"]),
        ("1.50", []),
        ("1.500", []),
    ],
)
def test_an_amount_lies_within_bounds_and_has_two_places(amount: str, codes: list[str]) -> None:
    assert [one.code for one in PRICE.reasons(Decimal(amount), "price")] == codes


def test_nothing_is_no_amount_where_something_is_asked() -> None:
    assert [one.code for one in FEE.reasons(Decimal(0), "amount")] == ["outside"]
    assert not list(PRICE.reasons(Decimal(0), "amount"))


def test_what_was_not_said_is_missing_only_where_it_is_asked_for() -> None:
    assert not list(FEE.reasons(None, "amount"))
    assert list(FEE.reasons(None, "amount", "missing")) == [Reason("missing", "amount")]


def test_a_reason_says_where_and_how_much_at_most() -> None:
    (told,) = PRICE.reasons(Decimal(1_000), "lines", at={"place": 3})
    assert (told.field, dict(told.parameters)) == ("lines", {"most": "999.99", "place": 3})


def test_what_every_room_says_of_an_amount_has_its_sentence() -> None:
    rules = [rule for room in ROOMS for rule in vars(room).values() if isinstance(rule, AmountRule)]
    assert len(rules) >= len(ROOMS)
    assert {code for rule in rules for code in (rule.outside, rule.places)} <= set(SENTENCES)
