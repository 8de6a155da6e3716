"""Service orders on a real database: written, agreed, corrected, void; looked for."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal

import pytest

from desk.clock import FixedClock
from desk.domain.service_order import OrderEntry, State
from desk.errors import RuleRefused
from desk.services import service_order
from desk.services.service_order import OrderFilter
from desk.services.workplace import Workplace
from tests.services.conftest import Household
from tests.services.order_course import REPAIR, Course, seen


@pytest.fixture
def course(workplace: Workplace, clock: FixedClock) -> Course:
    return Course(workplace, clock)


def test_an_order_goes_from_the_wish_to_its_end(course: Course) -> None:
    course.complete()
    closed = course.close()
    assert closed.detail.state == State.CLOSED
    assert closed.detail.number == "O2026-000001"
    assert [one.kind for one in closed.events] == [
        "written", "agreed", "dispatched", "arrived", "done", "opinion", "signed", "paid",
        "slip_back", "closed",
    ]  # fmt: skip
    assert closed.facts.paid == Decimal("280.00")
