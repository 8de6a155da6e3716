"""A signature is under the work it was given for, not under the former work (R244, R256)."""

import datetime as dt

import pytest

from desk.clock import FixedClock
from desk.domain.permissions import Permission
from desk.domain.service_order import OpinionEntry, Satisfaction
from desk.domain.signed_paper import Home
from desk.errors import RuleRefused
from desk.services import service_order, service_order_closing
from desk.services.workplace import Workplace
from tests.services.order_course import Course, seen

DAYS = dt.timedelta(days=3)


@pytest.fixture
def again(workplace: Workplace, clock: FixedClock) -> Course:
    """An order that was closed, and is done over three days later."""
    course = Course(workplace, clock)
    course.complete()
    course.close()
    clock.moment += DAYS
    course.rework()
    course.dispatch()
    course.arrive()
    course.done(None)
    return course


def test_the_slip_of_the_former_work_signs_no_rework(again: Course, workplace: Workplace) -> None:
    today = workplace.estate.custom.day(workplace.now())
    with workplace.deed(Permission.REGISTER) as work:
        order_id = again.order.detail.id
        assert not service_order_closing.signed_home(work, order_id, Home(today - DAYS, "曾德華"))
        assert service_order_closing.signed_home(work, order_id, Home(today, "曾德華"))
        work.commit()
    assert service_order.get(workplace, order_id).detail.signed_on == today


@pytest.mark.parametrize("days", [1, 3, 36_500])
def test_nobody_signs_before_the_visit(again: Course, workplace: Workplace, days: int) -> None:
    day = workplace.estate.custom.day(workplace.now()) - dt.timedelta(days=days)
    entry = OpinionEntry(Satisfaction.VERY, "", "曾德華", day)
    with pytest.raises(RuleRefused) as refused:
        service_order_closing.sign(workplace, *seen(again.order), entry)
    (reason,) = refused.value.reasons
    assert (reason.code, reason.field) == ("service_order.at.before", "signed_on")
