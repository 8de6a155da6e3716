"""A visit ends with the case or the order it became; its answer is what came of that (R199)."""

from dataclasses import replace

import pytest

from desk.clock import FixedClock
from desk.domain.complaint_filing import JoinEntry
from desk.domain.handover import HandoverEntry, HandoverMode, Recipient
from desk.domain.reception import Kind, ReceptionEntry, State
from desk.services import complaint_closing, complaint_filing, handover, reception, service_order
from desk.services.reception import ReceptionDetail
from desk.services.workplace import Workplace
from tests.conftest import NOW
from tests.services import case_course, closing_course, order_course
from tests.services.order_course import REPAIR, Course

VISIT = ReceptionEntry(NOW, caller_name="王大明", request="水龍頭漏水", kind=Kind.HELP)
RESULT = "已清潔，住戶滿意"


@pytest.fixture
def visit(workplace: Workplace) -> ReceptionDetail:
    return reception.register(workplace, VISIT)


def stands(workplace: Workplace, visit: ReceptionDetail) -> tuple[str, str]:
    seen = reception.get(workplace, visit.id)
    return seen.state, seen.answer


def test_a_case_that_is_closed_answers_its_visit_and_those_that_joined(
    workplace: Workplace, clock: FixedClock, visit: ReceptionDetail
) -> None:
    desk = closing_course.opened(workplace, clock)
    lee, other = desk.by("lee"), reception.register(workplace, VISIT)
    told = reception.register(workplace, replace(VISIT, answer="已電話回覆"))
    case = case_course.file(lee, case_course.registered(lee, reception_id=visit.id))
    for one in (other, told):
        joiner = JoinEntry(clock.now(), one.number, reception_id=one.id)
        case = complaint_filing.join(lee, case.detail.id, case.detail.version, joiner)
    case = closing_course.attested(desk, case_course.handled(lee, case))
    assert {stands(workplace, one)[0] for one in (visit, other, told)} == {State.OPEN}
    complaint_closing.close(lee, case.detail.id, case.detail.version, RESULT)
    assert stands(workplace, visit) == stands(workplace, other) == (State.CLOSED, RESULT)
    assert stands(workplace, told) == (State.CLOSED, "已電話回覆")
    assert reception.get(workplace, visit.id).closed_by == lee.actor.name


def test_a_visit_of_two_orders_ends_with_the_last_of_them(
    workplace: Workplace, clock: FixedClock, visit: ReceptionDetail
) -> None:
    first, second = (
        Course(workplace, clock, replace(REPAIR, reception_id=visit.id)) for _time in range(2)
    )
    first.complete()
    first.close()
    assert stands(workplace, visit) == (State.OPEN, "")
    second.complete()
    second.close()
    assert stands(workplace, visit) == (State.CLOSED, "換水管一段")


def test_an_order_that_is_void_keeps_no_visit_open(
    workplace: Workplace, clock: FixedClock, visit: ReceptionDetail
) -> None:
    course = Course(workplace, clock, replace(REPAIR, reception_id=visit.id))
    other = service_order.write(workplace, replace(REPAIR, reception_id=visit.id))
    service_order.void(workplace, *order_course.seen(other), "寫錯")
    course.complete()
    course.close()
    assert stands(workplace, visit)[0] == State.CLOSED


def test_what_was_handed_over_ends_with_its_notice_alone(
    workplace: Workplace, clock: FixedClock, visit: ReceptionDetail
) -> None:
    """R219."""
    entry = HandoverEntry(Recipient.SUPERIOR, HandoverMode.PHONE, person="林主管")
    handover.hand_over(workplace, visit.id, visit.version, entry)
    course = Course(workplace, clock, replace(REPAIR, reception_id=visit.id))
    course.complete()
    course.close()
    assert stands(workplace, visit) == (State.OPEN, "")
