"""Service orders on a real database: written, agreed, corrected, void; looked for."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal

import pytest

from desk.clock import FixedClock
from desk.domain.deadlines import Term, Unit
from desk.domain.service_order import State
from desk.domain.service_order_rule import OrderCondition
from desk.domain.today import Section
from desk.errors import RuleRefused
from desk.services import policy, service_order, today
from desk.services.service_order import OrderFilter
from desk.services.today import OwedRow
from desk.services.workplace import Workplace
from tests.services.order_course import REPAIR, Course, seen, worker


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


# The clock to the door


def test_half_an_hour_from_the_slip_to_the_door_is_seen_before_it_is_over(
    course: Course, clock: FixedClock
) -> None:
    course.agree()
    sent = course.dispatch()
    assert sent.detail.arrive_by == clock.moment + dt.timedelta(minutes=30)
    course.go_on(20)
    (row,) = _part(course.workplace)
    assert (row.clock, row.number) == ("service_order.arrive", sent.detail.number)
    assert row.due_at == sent.detail.arrive_by
    assert row.what == "王師傅 · 廚房水管漏水"  # who is expected there, and for what
    assert not service_order.page(course.workplace, OrderFilter(late=True)).rows
    course.go_on(11)
    assert len(service_order.page(course.workplace, OrderFilter(late=True)).rows) == 1
    late = course.arrive(minutes=1)
    assert late.arrival is not None and late.arrival.state == "met_late"
    assert not _part(course.workplace)
    assert not service_order.page(course.workplace, OrderFilter(late=True)).rows


def test_an_appointment_stands_in_place_of_the_half_hour(course: Course, clock: FixedClock) -> None:
    agreed = course.appoint(hours=5)
    assert agreed.detail.arrive_by == agreed.detail.appointed_at
    course.dispatch()
    (row,) = _part(course.workplace)
    assert row.due_at == agreed.detail.appointed_at
    again = course.appoint(hours=8)
    assert again.detail.arrive_by == again.detail.appointed_at
    (row,) = _part(course.workplace)
    assert row.due_at == again.detail.appointed_at
    course.go_on(4 * 60)
    there = course.arrive()
    assert there.arrival is not None and there.arrival.state == "met"


def test_somebody_else_on_the_way_does_not_begin_the_half_hour_anew(course: Course) -> None:
    course.agree()
    due = course.dispatch().detail.arrive_by
    course.go_on(10)
    other = worker(course.workplace, "何師傅")
    with pytest.raises(RuleRefused) as refused:
        course.dispatch(person_id=other)
    assert [one.code for one in refused.value.reasons] == ["service_order.dispatch.why_missing"]
    again = course.dispatch(person_id=other, why="王師傅受傷")
    assert (again.detail.provider, again.detail.arrive_by) == ("何師傅", due)


def test_a_void_order_is_awaited_at_no_door(course: Course) -> None:
    course.agree()
    course.dispatch()
    void = service_order.void(course.workplace, *seen(course.order), "客戶取消")
    assert void.detail.state == State.VOID
    assert not _part(course.workplace)


def _part(workplace: Workplace) -> tuple[OwedRow, ...]:
    parts = today.day(workplace).parts
    return next(part.rows for part in parts if part.section is Section.ORDERS)


# What it is kept under


def test_an_order_keeps_the_policy_of_the_day_it_was_written_down(course: Course) -> None:
    before, desk = course.order.policy, course.workplace
    quick = replace(before.orders, arrive=Term(10, Unit.MINUTES), close=(OrderCondition.DONE,))
    today_ = desk.estate.custom.day(course.clock.moment)
    policy.adopt(desk, replace(before, orders=quick), today_, "試行")
    older = course.finished()
    half = dt.timedelta(minutes=30)
    assert older.detail.arrive_by == (older.detail.dispatched_at or course.clock.moment) + half
    assert len(older.missing) > 1
    course.order = service_order.write(desk, REPAIR)
    newer = course.finished()
    assert (newer.detail.arrive_by or course.clock.moment) - (
        newer.detail.dispatched_at or course.clock.moment
    ) == dt.timedelta(minutes=10)
    assert not newer.missing
