"""Customers with a long-term agreement are visited at home once in a quarter (R110)."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from desk.clock import FixedClock
from desk.domain.callback import CallbackHow, CallbackOutcome
from desk.domain.permissions import Permission
from desk.domain.service_callback import CallbackEntry
from desk.domain.service_order_rule import AlwaysClass
from desk.errors import NotFound, RuleRefused
from desk.models.service_agreement import ServiceAgreement
from desk.services import service_callback, service_callback_choice, service_callback_visit, today
from desk.services.workplace import Workplace
from tests.domain.callback_profiles import M1, M4
from tests.services.callback_course import done_orders, under
from tests.services.conftest import Household

TODAY = date(2026, 11, 21)
VISIT = CallbackEntry(
    CallbackHow.VISIT,
    CallbackOutcome.REACHED,
    timeliness=5,
    manners=5,
    quality=4,
    requirement=5,
    signed_by="曾德華",
)


def agreement(workplace: Workplace, home: Household, starts: date, **more: object) -> int:
    told = {
        "number": f"W2026-{starts:%m%d}00",
        "unit_id": home.unit_id,
        "customer": home.name,
        "content": ["每週清潔"],
        "starts": starts,
        "ends": date(2027, 6, 30),
        "amount": Decimal(800),
        "per": "month",
        "office_terms": "派員清潔",
        "customer_terms": "按時付費",
        "customer_signed_on": starts,
        "office_signed_on": starts,
    }
    with workplace.deed(Permission.REGISTER) as work:
        row = ServiceAgreement(**told | more, entered_at=work.now, entered_by_id=workplace.actor.id)
        work.add(row)
        work.commit()
    return row.id


@pytest.fixture
def under_m1(workplace: Workplace) -> Workplace:
    under(workplace, M1, TODAY)
    return workplace


def test_a_customer_is_owed_a_visit_by_the_end_of_the_quarter(
    under_m1: Workplace, household: Household
) -> None:
    key = agreement(under_m1, household, date(2026, 5, 1))
    (one,) = service_callback_visit.owed(under_m1)
    assert (one.customer.id, one.last_day) == (key, date(2026, 12, 31))
    assert one.due_at == datetime(2026, 12, 31, 16, 0, tzinfo=UTC)
    service_callback_visit.visit(under_m1, key, VISIT)
    assert service_callback_visit.owed(under_m1) == ()
    assert [row.how for row in service_callback_visit.of_agreement(under_m1, key)] == ["visit"]


def test_the_next_quarter_asks_again(
    under_m1: Workplace, household: Household, clock: FixedClock
) -> None:
    key = agreement(under_m1, household, date(2026, 5, 1))
    service_callback_visit.visit(under_m1, key, VISIT)
    clock.advance(timedelta(days=41))
    assert [one.customer.id for one in service_callback_visit.owed(under_m1)] == [key]


def test_who_was_not_at_home_is_visited_again(under_m1: Workplace, household: Household) -> None:
    key = agreement(under_m1, household, date(2026, 5, 1))
    nobody = CallbackEntry(CallbackHow.VISIT, CallbackOutcome.UNREACHABLE, why="無人應門")
    service_callback_visit.visit(under_m1, key, nobody)
    assert len(service_callback_visit.owed(under_m1)) == 1


def test_a_call_is_no_visit(under_m1: Workplace, household: Household) -> None:
    key = agreement(under_m1, household, date(2026, 5, 1))
    with pytest.raises(RuleRefused) as refused:
        service_callback_visit.visit(under_m1, key, replace(VISIT, how=CallbackHow.PHONE))
    assert [one.code for one in refused.value.reasons] == ["service_callback.not_a_visit"]


def test_a_callback_at_the_door_under_the_agreement_is_the_quarters_visit(
    under_m1: Workplace, household: Household
) -> None:
    key = agreement(under_m1, household, date(2026, 5, 1))
    done = datetime(2026, 11, 20, 6, 0, tzinfo=UTC)
    (order_id,) = done_orders(under_m1, 1, done, agreement_id=key)
    service_callback.call_back(under_m1, order_id, VISIT)
    assert service_callback_visit.owed(under_m1) == ()


@pytest.mark.parametrize(
    "more",
    [
        {"customer_signed_on": None},
        {"office_signed_on": None},
        {"ended_on": date(2026, 11, 20)},
        {"void_why": "寫錯"},
        {"ends": date(2026, 11, 20)},
    ],
)
def test_an_agreement_that_does_not_hold_asks_for_no_visit(
    under_m1: Workplace, household: Household, more: dict[str, object]
) -> None:
    key = agreement(under_m1, household, date(2026, 5, 1), **more)
    assert service_callback_visit.owed(under_m1) == ()
    with pytest.raises(NotFound):
        service_callback_visit.customer(under_m1, key)


def test_a_policy_without_home_visits_asks_for_none(
    workplace: Workplace, household: Household
) -> None:
    under(workplace, M4, TODAY)
    agreement(workplace, household, date(2026, 5, 1))
    assert service_callback_visit.owed(workplace) == ()


def test_the_last_day_of_the_quarter_shows_the_visit(
    under_m1: Workplace, household: Household, clock: FixedClock
) -> None:
    agreement(under_m1, household, date(2026, 5, 1))
    assert not any(one.rows for one in today.day(under_m1).parts)
    clock.advance(timedelta(days=40))
    lines = [row for one in today.day(under_m1).parts for row in one.rows]
    assert [(row.clock, row.who) for row in lines] == [
        (service_callback_visit.OWED, household.name)
    ]


def test_an_order_under_a_newly_signed_agreement_is_always_called_back(
    under_m1: Workplace, household: Household
) -> None:
    key = agreement(under_m1, household, date(2026, 11, 1))
    done = datetime(2026, 11, 20, 6, 0, tzinfo=UTC)
    by_agreement, by_home, other = (
        *done_orders(under_m1, 1, done, agreement_id=key),
        *done_orders(under_m1, 1, done, unit_id=household.unit_id),
        *done_orders(under_m1, 1, done),
    )
    service_callback_choice.settle(under_m1)
    new = {
        one: AlwaysClass.NEW_AGREEMENT in service_callback.get(under_m1, one).order.always
        for one in (by_agreement, by_home, other)
    }
    assert new == {by_agreement: True, by_home: True, other: False}
