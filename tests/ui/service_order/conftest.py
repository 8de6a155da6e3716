"""A register of service orders on a real database, with a unit, people and a price board."""

from collections.abc import Iterator, Sequence

import pytest

from desk.clock import FixedClock
from desk.services.workplace import Workplace
from desk.ui.kit.result_list import FoundGroup
from desk.ui.service_order.deeds import OrderDeeds
from desk.ui.service_order.orders_page import OrdersPage
from tests.services.conftest import Household
from tests.services.conftest import household as of_estate
from tests.services.order_course import Course

__all__ = ["of_estate"]

household = of_estate


def nobody(_text: str) -> Sequence[FoundGroup]:
    return ()


@pytest.fixture
def course(workplace: Workplace, clock: FixedClock, household: Household) -> Course:
    return Course(workplace, clock)


@pytest.fixture
def deeds(workplace: Workplace) -> OrderDeeds:
    return OrderDeeds(workplace, nobody)


@pytest.fixture
def page(deeds: OrderDeeds) -> Iterator[OrdersPage]:
    made = OrdersPage(deeds)
    made.resize(1280, 720)
    made.show()
    made.shown()
    yield made
    made.close()
    made.deleteLater()
