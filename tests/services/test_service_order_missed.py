"""A time at the door that was missed stays missed, whatever is agreed afterwards (R240, R257)."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal

import pytest

from desk.clock import FixedClock
from desk.domain.deadlines import ClockState
from desk.domain.service_figures import FigureKind, Share
from desk.domain.service_order import EventKind, Urgency
from desk.domain.today import Section
from desk.services import service_figures, service_order, service_order_work, today
from desk.services.service_figures import Behind
from desk.services.service_order import Order
from desk.services.workplace import Workplace
from tests.services.order_course import REPAIR, Course

HOUR = dt.timedelta(hours=1)


@pytest.fixture
def course(workplace: Workplace, clock: FixedClock) -> Course:
    return Course(workplace, clock)


def on_time(course: Course) -> Share:
    """The figure of the month, as it stands."""
    first, last = service_figures.month_of(course.workplace.today())
    found = service_figures.figures(course.workplace, first, last)
    return found.whole.share(FigureKind.ON_TIME)


def listed(course: Course, *, hit: bool) -> list[int]:
    """The orders behind the figure."""
    span = service_figures.month_of(course.workplace.today())
    wanted = Behind(FigureKind.ON_TIME, hit)
    return [row.id for row in service_figures.behind(course.workplace, *span, wanted).rows]


def missed(known: Order) -> list[dt.datetime]:
    """What the journal says of it."""
    return [one.at for one in known.events if one.kind == EventKind.MISSED]


def doors(course: Course) -> list[tuple[str, dt.datetime | None]]:
    """What the day says of the order."""
    parts = {one.section: one.rows for one in today.day(course.workplace).parts}
    return [(row.clock, row.due_at) for row in parts[Section.ORDERS]]


def test_a_time_agreed_after_one_was_missed_mends_no_figure(course: Course) -> None:
    course.appoint(1)
    course.dispatch()
    first = course.order.detail.arrive_by
    course.go_on(90)
    again = course.appoint(2)
    assert (again.detail.missed_by, missed(again)) == (first, [first])
    assert doors(course) == [("service_order.arrive_again", again.detail.arrive_by)]
    there = course.arrive(30)
    assert there.detail.arrived_at is not None and again.detail.arrive_by is not None
    assert there.detail.arrived_at < again.detail.arrive_by
    assert there.arrival is not None and first is not None
    assert there.arrival.state is ClockState.MET_LATE
    assert there.arrival.over == there.detail.arrived_at - first
    course.done()
    assert on_time(course) == Share(0, 1)
    assert (listed(course, hit=True), listed(course, hit=False)) == ([], [there.detail.id])


def test_a_time_agreed_before_the_first_has_passed_is_as_good(course: Course) -> None:
    course.appoint(1)
    course.dispatch()
    again = course.appoint(3)
    assert (again.detail.missed_by, missed(again)) == (None, [])
    assert doors(course) == [("service_order.arrive", again.detail.arrive_by)]
    course.arrive(120)
    course.done()
    assert on_time(course) == Share(1, 1)


def test_who_says_that_it_was_agreed_before_mends_nothing(course: Course) -> None:
    course.appoint(1)
    first = course.order.detail.arrive_by
    course.go_on(90)
    earlier = course.clock.moment - HOUR
    course.agree(urgency=Urgency.APPOINTED, appointed_at=earlier + 2 * HOUR, at=earlier)
    assert course.order.detail.missed_by == first


def test_the_half_hour_of_a_slip_is_not_mended_by_an_appointment(course: Course) -> None:
    course.agree()
    due = course.dispatch().detail.arrive_by
    course.go_on(31)
    assert course.appoint(1).detail.missed_by == due
    course.agree(urgency=Urgency.USUAL)
    course.arrive()
    course.done()
    assert on_time(course) == Share(0, 1)


def test_the_first_of_several_misses_is_kept(course: Course) -> None:
    course.appoint(1)
    first = course.order.detail.arrive_by
    for _again in range(3):
        course.go_on(90)
        course.appoint(1)
    assert (course.order.detail.missed_by, missed(course.order)) == (first, [first])


def test_another_wish_begins_anew_but_what_was_missed_stays(course: Course) -> None:
    course.appoint(1)
    first = course.order.detail.arrive_by
    course.go_on(90)
    course.do(service_order.correct, replace(REPAIR, wish="廚房天花漏水"))
    course.agree()
    course.dispatch()
    course.arrive()
    done = course.done()
    assert (done.detail.missed_by, on_time(course)) == (first, Share(0, 1))


def test_a_rework_has_its_own_time(course: Course) -> None:
    course.appoint(1)
    course.go_on(90)
    course.appoint(1)
    course.dispatch()
    course.arrive()
    course.done()
    course.rework()
    course.do(service_order_work.dispatch, service_order_work.DispatchEntry(course.worker_id))
    assert doors(course)[0][0] == "service_order.arrive"
    assert course.arrive().arrival is not None
    assert course.order.arrival is not None
    assert course.order.arrival.state is ClockState.MET


def test_the_price_alone_agreed_anew_in_time_is_no_miss(course: Course) -> None:
    course.agree()
    assert course.agree(Decimal(300)).detail.missed_by is None
