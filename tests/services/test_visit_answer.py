"""A visit ends with the case or the order it became; its answer is what came of that (R199)."""

from dataclasses import replace

import pytest

from desk.clock import FixedClock
from desk.domain.complaint import Ground
from desk.domain.complaint_filing import Decision, FilingEntry, JoinEntry
from desk.domain.coordination_slip import SlipEntry
from desk.domain.department import DepartmentEntry
from desk.domain.handover import HandoverEntry, HandoverMode, Recipient
from desk.domain.reception import TEXT_LIMIT, Kind, ReceptionEntry, State
from desk.domain.service_order import Kind as OrderKind
from desk.domain.service_order import OrderEntry, ReviewEntry
from desk.services import (
    complaint_case,
    complaint_closing,
    complaint_filing,
    coordination_slip,
    department,
    first_asked,
    handover,
    reception,
    service_order,
    service_order_review,
)
from desk.services.reception import ReceptionDetail, ReceptionFilter
from desk.services.workplace import Workplace
from tests.conftest import NOW
from tests.services import case_course, closing_course, order_course
from tests.services.order_course import REFUSED, REPAIR, Course

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
    """R219: while the order runs it is followed there; then the notice is what is owed."""
    entry = HandoverEntry(Recipient.SUPERIOR, HandoverMode.PHONE, person="林主管")
    handover.hand_over(workplace, visit.id, visit.version, entry)
    course = Course(workplace, clock, replace(REPAIR, reception_id=visit.id))
    course.complete()
    waits = ReceptionFilter(waiting=True)
    assert reception.page(workplace, waits).rows == ()
    assert reception.open_count(workplace, 10) == 0
    course.close()
    assert stands(workplace, visit) == (State.OPEN, "")
    assert [one.number for one in reception.page(workplace, waits).rows] == [visit.number]
    assert reception.open_count(workplace, 10) == 1


def test_a_visit_that_was_handed_over_waits_for_its_notice_once_its_case_is_closed(
    workplace: Workplace, clock: FixedClock, visit: ReceptionDetail
) -> None:
    """R219."""
    desk = closing_course.opened(workplace, clock)
    lee, other = desk.by("lee"), reception.register(workplace, VISIT)
    entry = HandoverEntry(Recipient.SUPERIOR, HandoverMode.PHONE, person="林主管")
    for one in (visit, other):
        handover.hand_over(workplace, one.id, one.version, entry)
    case = case_course.file(lee, case_course.registered(lee, reception_id=visit.id))
    joiner = JoinEntry(clock.now(), other.number, reception_id=other.id)
    case = complaint_filing.join(lee, case.detail.id, case.detail.version, joiner)
    case = closing_course.attested(desk, case_course.handled(lee, case))
    assert reception.open_count(workplace, 10) == 0
    complaint_closing.close(lee, case.detail.id, case.detail.version, RESULT)
    assert reception.open_count(workplace, 10) == 2


def test_a_result_longer_than_an_answer_leaves_the_visit_one_that_can_be_corrected(
    workplace: Workplace, clock: FixedClock, visit: ReceptionDetail
) -> None:
    desk = closing_course.opened(workplace, clock)
    lee = desk.by("lee")
    case = case_course.file(lee, case_course.registered(lee, reception_id=visit.id))
    case = closing_course.attested(desk, case_course.handled(lee, case))
    complaint_closing.close(lee, case.detail.id, case.detail.version, "清" * (TEXT_LIMIT + 1))
    kept = reception.get(workplace, visit.id)
    assert kept.answer == "清" * TEXT_LIMIT
    again = replace(VISIT, answer=kept.answer, state=State.CLOSED, request="水龍頭滴水")
    assert reception.change(workplace, visit.id, kept.version, again).request == "水龍頭滴水"


def test_each_order_says_its_part_of_the_answer(
    workplace: Workplace, clock: FixedClock, visit: ReceptionDetail
) -> None:
    """R237: what was done, and of what cannot be done why, and whom else to ask."""
    course = Course(workplace, clock, replace(REPAIR, reception_id=visit.id))
    wish = OrderEntry(
        OrderKind.COMMISSIONED, "曾德華", "搬鋼琴", place="A座", reception_id=visit.id
    )
    beyond = service_order.write(workplace, wish)
    course.complete()
    course.close()
    others = ReviewEntry(others="順發搬運 2345 6789")
    head = order_course.manager(workplace)
    service_order_review.review(head, *order_course.seen(beyond), others, REFUSED)
    assert stands(workplace, visit) == (State.CLOSED, "換水管一段\n不做\n順發搬運 2345 6789")


def test_an_order_of_another_complaint_answers_its_visit_too(
    workplace: Workplace, clock: FixedClock, visit: ReceptionDetail
) -> None:
    case = case_course.registered(workplace)
    entry = replace(REPAIR, reception_id=visit.id, complaint_id=case.detail.id)
    course = Course(workplace, clock, entry)
    course.complete()
    course.close()
    assert stands(workplace, visit) == (State.CLOSED, "換水管一段")


def test_the_order_of_a_complaint_is_told_by_the_result_of_the_case(
    workplace: Workplace, clock: FixedClock, visit: ReceptionDetail
) -> None:
    desk = closing_course.opened(workplace, clock)
    lee = desk.by("lee")
    case = case_course.file(lee, case_course.registered(lee, reception_id=visit.id))
    entry = replace(REPAIR, reception_id=visit.id, complaint_id=case.detail.id)
    course = Course(workplace, clock, entry)
    course.complete()
    course.close()
    assert stands(workplace, visit) == (State.OPEN, "")
    case = complaint_case.get(workplace, case.detail.id)
    case = closing_course.attested(desk, case_course.handled(lee, case))
    complaint_closing.close(lee, case.detail.id, case.detail.version, RESULT)
    assert stands(workplace, visit) == (State.CLOSED, RESULT)


def test_the_last_order_that_goes_on_is_void_and_the_visit_ends_with_what_was_done(
    workplace: Workplace, clock: FixedClock, visit: ReceptionDetail
) -> None:
    course = Course(workplace, clock, replace(REPAIR, reception_id=visit.id))
    other = service_order.write(workplace, replace(REPAIR, reception_id=visit.id))
    course.complete()
    course.close()
    assert stands(workplace, visit)[0] == State.OPEN
    service_order.void(workplace, *order_course.seen(other), "寫錯")
    assert stands(workplace, visit) == (State.CLOSED, "換水管一段")


def test_a_visit_whose_only_order_is_void_waits_for_the_desk_again(
    workplace: Workplace, visit: ReceptionDetail
) -> None:
    order = service_order.write(workplace, replace(REPAIR, reception_id=visit.id))
    assert reception.open_count(workplace, 10) == 0
    service_order.void(workplace, *order_course.seen(order), "寫錯")
    assert stands(workplace, visit) == (State.OPEN, "")
    assert reception.open_count(workplace, 10) == 1


def test_who_joined_a_case_that_is_explained_ends_with_the_order_that_was_done(
    workplace: Workplace, clock: FixedClock, visit: ReceptionDetail
) -> None:
    course = Course(workplace, clock, replace(REPAIR, reception_id=visit.id))
    case = case_course.registered(workplace)
    joiner = JoinEntry(clock.now(), visit.number, reception_id=visit.id)
    case = complaint_filing.join(workplace, case.detail.id, case.detail.version, joiner)
    course.complete()
    course.close()
    assert stands(workplace, visit)[0] == State.OPEN
    explained = FilingEntry(Decision.EXPLAIN, Ground.SATISFIED, "已當面解釋")
    complaint_filing.judge(workplace, case.detail.id, case.detail.version, explained)
    assert stands(workplace, visit) == (State.CLOSED, "換水管一段")


def test_a_hand_over_that_was_turned_away_keeps_no_visit_open(
    workplace: Workplace, clock: FixedClock, visit: ReceptionDetail
) -> None:
    entry = HandoverEntry(Recipient.SUPERIOR, HandoverMode.PHONE, person="林主管")
    duty = handover.hand_over(workplace, visit.id, visit.version, entry)
    course = Course(workplace, clock, replace(REPAIR, reception_id=visit.id))
    course.complete()
    course.close()
    last = duty.chain[-1]
    ended = handover.refuse(workplace, last.id, last.version, "林主管", "不屬本職")
    assert (ended.visit.state, ended.visit.answer) == (State.CLOSED, "換水管一段")
    assert first_asked.duty(workplace, visit.id).is_closed


def test_a_slip_that_is_answered_keeps_no_visit_open(
    workplace: Workplace, clock: FixedClock, visit: ReceptionDetail
) -> None:
    works, guards = (
        department.add(workplace, DepartmentEntry(name, head, "2345 1001")).id
        for name, head in (("工程部", "張主管"), ("保安部", "李主管"))
    )
    entry = SlipEntry(works, "外牆滲水，須協調", "何主管", (guards,))
    coordination_slip.fill_for_several(workplace, visit.id, visit.version, entry)
    course = Course(workplace, clock, replace(REPAIR, reception_id=visit.id))
    course.complete()
    course.close()
    slip = first_asked.duty(workplace, visit.id).open_slip
    assert slip is not None
    ended = coordination_slip.answer(workplace, slip.id, slip.version, "已修妥", "林主管")
    assert (ended.visit.state, ended.visit.answer) == (State.CLOSED, "換水管一段")
