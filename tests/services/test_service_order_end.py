"""The end of an order on a real database: money, opinion, the slip that comes home, closed."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from desk.clock import FixedClock
from desk.domain.complaint import Severity
from desk.domain.complaint_filing import Ground
from desk.domain.permissions import Permission, Role
from desk.domain.receipt import Method, Place
from desk.domain.service_order import Satisfaction, State
from desk.domain.service_order_rule import OrderCondition
from desk.domain.signed_paper import Home
from desk.errors import RuleRefused
from desk.services import (
    complaint_case,
    complaint_handling,
    policy,
    receipt,
    service_order,
    service_order_closing,
    service_order_money,
)
from desk.services.find import find
from desk.services.service_order import Order, OrderFilter
from desk.services.service_order_money import PayEntry, WaiveEntry
from desk.services.workplace import Workplace
from tests.services import case_course
from tests.services.conftest import Household
from tests.services.order_course import (
    GRANTED,
    PRICE,
    REFUSED,
    REPAIR,
    Course,
    manager,
    seated,
    seen,
)


@pytest.fixture
def course(workplace: Workplace, clock: FixedClock) -> Course:
    return Course(workplace, clock)


def missing(course: Course) -> list[str]:
    told = [one.code for one in service_order.get(course.workplace, course.order.detail.id).missing]
    return [one.removeprefix("service_order.close.") for one in told]


# Money


def test_the_technician_collects_and_the_desk_writes_the_receipt(course: Course) -> None:
    """R244, K16."""
    course.finished()
    entry = PayEntry(Decimal(200), Method.CASH, Place.ON_SITE, collected_by="王師傅")
    known = course.do(service_order_money.pay, entry)
    (written,) = known.receipts
    assert (written.number, written.total, written.place) == (
        "Y2026-000001",
        Decimal(200),
        "on_site",
    )
    assert (written.payer, written.collected_by) == ("曾德華", "王師傅")
    assert known.facts.owed == Decimal(80)
    assert known.events[-1].refers_to == written.id
    assert course.pay().facts.owed == 0


def test_a_collector_at_the_home_has_a_name(course: Course) -> None:
    course.finished()
    with pytest.raises(RuleRefused) as refused:
        course.do(service_order_money.pay, PayEntry(place=Place.ON_SITE))
    assert [one.code for one in refused.value.reasons] == ["receipt.collected_by.missing"]


def test_no_money_came_in_for_an_order_before_it_was_asked_for(course: Course) -> None:
    asked_at = course.finished().detail.asked_at
    entry = PayEntry(received_at=asked_at - dt.timedelta(minutes=2))
    with pytest.raises(RuleRefused) as refused:
        course.do(service_order_money.pay, entry)
    assert [(one.code, one.field) for one in refused.value.reasons] == [
        ("service_order.at.before", "received_at")
    ]
    paid = course.do(service_order_money.pay, PayEntry(received_at=asked_at))
    assert paid.facts.owed == 0


def test_a_void_receipt_is_owed_again(course: Course) -> None:
    course.complete()
    assert missing(course) == []
    written = course.order.receipts[0]
    receipt.void(course.workplace, written.id, written.version, "金額寫錯")
    assert missing(course) == ["paid"]


def test_the_manager_lets_somebody_go_without_paying(course: Course) -> None:
    """R256: a second person's word."""
    course.finished()
    clerk = seated(course.workplace, "reception", Role.RECEPTIONIST)
    known, entry = course.order, WaiveEntry(Decimal(80), "返工一次")
    own = service_order_money.own_reasons(clerk, known)
    assert [one.code for one in own] == ["approval.role"]
    head = manager(course.workplace)
    known = service_order_money.waive(head, *seen(known), entry, REFUSED)
    assert known.facts.waived == 0
    known = service_order_money.waive(head, *seen(known), entry, GRANTED)
    assert (known.facts.waived, known.facts.owed) == (Decimal(80), PRICE - 80)
    assert (known.events[-1].kind, known.events[-1].by) == ("waived", "manager")


@pytest.mark.parametrize("corrected", [{"wish": "更換全屋水管"}, {"place": "B座9樓A室"}])
def test_what_was_let_off_was_let_off_of_that_order_alone(
    course: Course, corrected: dict[str, Any]
) -> None:
    """R256: another order has another word of the manager; the journal keeps the first."""
    known = let_off(course)
    again = course.do(service_order.correct, replace(REPAIR, **corrected))
    assert (known.facts.waived, again.facts.waived, again.detail.waived_why) == (PRICE, 0, "")
    assert [one.kind for one in again.events][-3:] == ["waived", "corrected", "waiver_ended"]
    assert (again.events[-1].amount, again.events[-1].text) == (PRICE, "住戶投訴後協商")
    assert (again.detail.state, again.facts.price) == (State.WRITTEN, None)
    assert course.agree().facts.owed == PRICE


def test_a_name_spelled_anew_takes_nothing_away(course: Course) -> None:
    known = let_off(course)
    entry = replace(REPAIR, customer="曾德樺", phone="9123 4568", remark="下午在家")
    again = course.do(service_order.correct, entry)
    assert (again.facts.waived, again.detail.state) == (PRICE, known.detail.state)
    assert again.events[-1].kind == "corrected"


def test_no_more_is_let_off_than_is_asked_for(course: Course) -> None:
    """A lower price that is agreed afterwards brings no figure below nothing."""
    let_off(course)
    known = course.agree(Decimal(100))
    assert (known.facts.waived, known.facts.owed) == (Decimal(100), Decimal(0))


def let_off(course: Course) -> Order:
    """The manager lets the customer go without paying, before anybody is sent."""
    known = course.agree()
    head = manager(course.workplace)
    entry = WaiveEntry(PRICE, "住戶投訴後協商")
    course.order = service_order_money.waive(head, *seen(known), entry, GRANTED)
    return course.order


# The slip comes home


HOME = Home(dt.date(2026, 11, 21), "曾德華", "很滿意")


def home(course: Course) -> str:
    with course.workplace.deed(Permission.REGISTER) as work:
        ticked = service_order_closing.signed_home(work, course.order.detail.id, HOME)
        work.commit()
    course.order = service_order.get(course.workplace, course.order.detail.id)
    return ticked


def test_a_slip_that_comes_home_is_back_and_signed_once(course: Course) -> None:
    """R189, R245."""
    course.on_site()
    assert home(course) == ""
    course.done()
    assert home(course) == "service_order.slip_back"
    detail = course.order.detail
    assert (detail.signed_by, detail.signed_on, detail.slip_back_at) == (
        "曾德華",
        HOME.signed_on,
        course.clock.moment,
    )
    assert home(course) == ""
    assert missing(course) == ["opinion", "paid"]


def test_the_slip_of_a_complaint_is_its_signed_copy(
    workplace: Workplace, clock: FixedClock
) -> None:
    """R166."""
    case = case_course.filed(workplace, Severity.MINOR, Ground.ON_SITE)
    course = Course(workplace, clock, replace(REPAIR, complaint_id=case.detail.id))
    course.finished()
    case_course.handled(workplace, complaint_case.get(workplace, case.detail.id), on_site=True)
    home(course)
    after = complaint_case.get(workplace, case.detail.id)
    assert after.facts.signed_copy_at == clock.moment
    of_case = service_order.page(workplace, OrderFilter(complaint_id=case.detail.id)).rows
    assert [one.complaint for one in of_case] == [case.detail.number]


def test_a_slip_handed_in_at_the_desk_is_the_signed_copy_too(
    workplace: Workplace, clock: FixedClock
) -> None:
    """R166: once it is back and signed, in whatever order."""
    for first, then in ((Course.back, Course.sign), (Course.sign, Course.back)):
        case = case_course.filed(workplace, Severity.MINOR, Ground.ON_SITE)
        course = Course(workplace, clock, replace(REPAIR, complaint_id=case.detail.id))
        course.finished()
        case_course.handled(workplace, complaint_case.get(workplace, case.detail.id), on_site=True)
        first(course)
        assert complaint_case.get(workplace, case.detail.id).facts.signed_copy_at is None
        then(course)
        after = complaint_case.get(workplace, case.detail.id)
        assert after.facts.signed_copy_at == clock.moment


def test_a_slip_that_was_home_before_the_complaint_was_handled_ticks_it_then(
    workplace: Workplace, clock: FixedClock
) -> None:
    """R166: the copy that is already there is not asked for again."""
    case = case_course.filed(workplace, Severity.MINOR, Ground.ON_SITE)
    course = Course(workplace, clock, replace(REPAIR, complaint_id=case.detail.id))
    course.finished()
    home(course)
    came = clock.moment
    course.go_on()
    case = complaint_case.get(workplace, case.detail.id)
    assert case.facts.signed_copy_at is None
    after = case_course.handled(workplace, case, on_site=True)
    assert (after.facts.signed_copy_at, after.texts.signed_copy_by) == (came, "曾德華")
    assert "complaint.signed_copy.missing" not in {one.code for one in after.blockers}


def test_a_slip_of_the_work_that_was_done_over_is_no_copy_of_the_new_work(
    workplace: Workplace, clock: FixedClock
) -> None:
    """R166, R191: what attested the first work falls with it."""
    case = case_course.filed(workplace, Severity.MINOR, Ground.ON_SITE)
    course = Course(workplace, clock, replace(REPAIR, complaint_id=case.detail.id))
    course.finished()
    home(course)
    course.go_on()
    case = complaint_case.get(workplace, case.detail.id)
    case = case_course.handled(workplace, case, on_site=True)
    course.go_on()
    over = complaint_handling.ReworkEntry(clock.moment, "仍然滴水")
    case = complaint_handling.rework(workplace, case.detail.id, case.detail.version, over)
    course.go_on()
    after = case_course.handled(workplace, case, on_site=True)
    assert after.facts.signed_copy_at is None


# Closed


def test_an_order_is_closed_with_everything_or_not_at_all(course: Course) -> None:
    course.finished()
    with pytest.raises(RuleRefused) as refused:
        course.close()
    codes = [one.code.rpartition(".")[2] for one in refused.value.reasons]
    assert codes == ["signed", "opinion", "paid", "slip_back"]
    course.sign(Satisfaction.VERY)
    course.pay()
    course.back()
    closed = course.close()
    assert (closed.detail.state, closed.detail.closed_by) == (State.CLOSED, "陳大文")
    assert closed.detail.closed_at == course.clock.moment


def test_what_is_owed_of_a_closed_order_is_taken_later(course: Course) -> None:
    """Where the estate closes without the money (M1), it comes in afterwards, or is let off."""
    desk, before = course.workplace, course.order.policy
    early = replace(before.orders, close=(OrderCondition.DONE, OrderCondition.SIGNED))
    day = desk.estate.custom.day(course.clock.moment)
    policy.adopt(desk, replace(before, orders=early), day, "試行")
    course.order = service_order.write(desk, REPAIR)
    course.finished()
    course.sign()
    course.close()
    paid = course.pay(Decimal(200))
    assert (paid.facts.state, paid.facts.owed) == (State.CLOSED, PRICE - 200)
    head, entry = manager(desk), WaiveEntry(PRICE - 200, "住戶投訴後協商")
    assert not service_order_money.waive(head, *seen(paid), entry, GRANTED).facts.owed
    with pytest.raises(RuleRefused) as refused:
        course.order = service_order.get(desk, paid.detail.id)
        course.pay(Decimal(1))
    assert "service_order.nothing_owed" in [one.code for one in refused.value.reasons]


# Looked for


def test_an_order_is_found_by_number_room_name_wish_and_who_came(
    workplace: Workplace, clock: FixedClock, household: Household
) -> None:
    course = Course(workplace, clock, replace(REPAIR, unit_id=household.unit_id))
    course.agree()
    course.dispatch()
    number = course.order.detail.number
    assert find(workplace, number).exact_kind == "service_order"
    for typed in ("曾德華", "水管漏水", "12樓B室", "王師傅", "4567"):
        assert [one.number for one in find(workplace, typed).orders] == [number], typed
        assert service_order.page(workplace, OrderFilter(text=typed)).rows
    assert not find(workplace, "冷氣").orders
    assert [one.number for one in service_order.of_unit(workplace, household.unit_id)] == [number]


def test_the_register_is_narrowed_and_turned_page_by_page(
    workplace: Workplace, clock: FixedClock
) -> None:
    course = Course(workplace, clock)
    for _ in range(4):
        course.go_on()
        service_order.write(workplace, REPAIR)
    void = service_order.void(workplace, *seen(course.order), "取消")
    first = service_order.page(workplace, OrderFilter(), None, 3)
    rest = service_order.page(workplace, OrderFilter(), first.next_key, 3)
    numbers = [one.number for one in (*first.rows, *rest.rows)]
    assert numbers == [f"O2026-00000{at}" for at in (5, 4, 3, 2, 1)]
    assert rest.next_key is None
    open_ = service_order.page(workplace, OrderFilter(open=True)).rows
    assert [one.number for one in open_] == numbers[:4]
    states = service_order.page(workplace, OrderFilter(states=(State.VOID,))).rows
    assert [one.id for one in states] == [void.detail.id]
