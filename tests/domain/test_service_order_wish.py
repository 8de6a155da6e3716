"""When a corrected order is another one, and when the same customer's (R105, R256)."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from desk.domain.service_order import Kind, OrderEntry
from desk.domain.service_order_wish import is_another

AT_HOME = OrderEntry(Kind.COMMISSIONED, "曾德華", "抹窗", 7, 3, "9123 4567", item_code="window")
IN_THE_LOBBY = replace(AT_HOME, unit_id=None, resident_id=None, place="A座大堂")


@pytest.mark.parametrize(
    "corrected",
    [
        {"kind": Kind.REPAIR},
        {"wish": "抹窗及抹地"},
        {"item_code": "floor"},
        {"quantity": Decimal(2)},
        {"unit_id": 8},
        {"unit_id": None},
        {"resident_id": 4},
        {"resident_id": 4, "customer": "余俊"},
        {"resident_id": None, "customer": "余俊"},
    ],
)
def test_another_wish_home_or_customer_is_another_order(corrected: dict[str, Any]) -> None:
    assert is_another(AT_HOME, replace(AT_HOME, **corrected))


@pytest.mark.parametrize(
    "corrected",
    [
        {},
        {"customer": "曾德樺"},
        {"phone": "9123 4568"},
        {"resident_id": None},
        {"place": "廚房"},
        {"plan": "帶長梯", "remark": "下午在家", "agreement_id": 5},
    ],
)
def test_the_same_customer_spelled_anew_is_the_same_order(corrected: dict[str, Any]) -> None:
    assert not is_another(AT_HOME, replace(AT_HOME, **corrected))


def test_where_there_is_no_home_the_place_is_one() -> None:
    assert is_another(IN_THE_LOBBY, replace(IN_THE_LOBBY, place="B座大堂"))
    assert is_another(IN_THE_LOBBY, replace(IN_THE_LOBBY, unit_id=7))
    assert not is_another(IN_THE_LOBBY, replace(IN_THE_LOBBY, customer="曾德樺"))
