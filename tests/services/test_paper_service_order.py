"""The paper of an order from its record: what stands on it, when, whose code; what waits."""

from dataclasses import replace

import pytest

from desk.clock import FixedClock
from desk.domain import paper_code
from desk.domain.callback import CallbackHow, CallbackOutcome
from desk.domain.paper import FormCode
from desk.domain.service_callback import CallbackEntry
from desk.domain.service_order import Kind, OrderEntry
from desk.domain.service_order_parts import ChangeEntry, Fit, MaterialEntry, Source
from desk.errors import NotFound, RuleRefused
from desk.services import (
    paper,
    policy,
    service_callback,
    service_order,
    service_order_change,
    service_order_material,
    service_order_waiting,
)
from desk.services.paper_sheet import Asked, Sheet
from desk.services.workplace import Workplace
from tests.printing.checks import squeezed, writing
from tests.services.order_course import Course

HANT = Asked("zh_Hant")


@pytest.fixture
def course(workplace: Workplace, clock: FixedClock) -> Course:
    return Course(workplace, clock)


def slip(course: Course) -> Sheet:
    return paper.prepare(course.workplace, FormCode.REPAIR_SLIP, course.order.detail.id, HANT)


def said(sheet: Sheet) -> str:
    return squeezed("".join(map(writing, sheet.drawn)))


def test_the_phone_stands_whole_because_the_technician_rings_it(course: Course) -> None:
    course.agree()
    course.dispatch()
    text = said(slip(course))
    assert "91234567" in text
    assert "王師傅" in text
    assert "廚房水管漏水" in text
    assert "280.00" in text


def test_the_code_on_it_names_record_form_and_print(course: Course) -> None:
    sheet = slip(course)
    code = sheet.content["scan_code"]
    read = paper_code.read(code)
    assert read is not None
    assert (read.number, read.form) == (course.order.detail.number, FormCode.REPAIR_SLIP)


def test_each_kind_has_its_own_paper(course: Course, workplace: Workplace) -> None:
    with pytest.raises(NotFound):
        paper.prepare(workplace, FormCode.SERVICE_ORDER, course.order.detail.id, HANT)
    entry = OrderEntry(Kind.COMMISSIONED, "李太", "擦窗", place="A座")
    order = service_order.write(workplace, entry)
    assert paper.prepare(workplace, FormCode.SERVICE_ORDER, order.detail.number, HANT)
    assert paper.prepare(workplace, FormCode.SERVICE_ORDER, "latest", HANT).number == (
        order.detail.number
    )


def test_the_reprint_carries_all_that_is_known_afterwards(course: Course) -> None:
    """R238, R243, R244, R247."""
    course.on_site()
    entry = MaterialEntry(
        Source.CUSTOMER, "舊龍頭", fit=Fit.INSISTED, checked_by="王師傅", signed_by="曾德華"
    )
    course.do(service_order_material.put, entry)
    course.do(service_order_change.ask, ChangeEntry("閘閥也壞", person="王師傅"))
    text = said(slip(course))
    assert "舊龍頭" in text
    assert "曾德華" in text
    assert "閘閥也壞" in text


def test_the_receipt_and_the_callback_stand_on_the_order(course: Course) -> None:
    course.complete()
    course.go_on(60)
    called = CallbackEntry(
        CallbackHow.PHONE,
        CallbackOutcome.REACHED,
        timeliness=5,
        manners=5,
        quality=5,
        requirement=5,
        words="很滿意",
        signed_by="陳大文",
    )
    service_callback.call_back(course.workplace, course.order.detail.id, called)
    course.order = service_order.get(course.workplace, course.order.detail.id)
    text = said(slip(course))
    [receipt] = course.order.receipts
    assert receipt.number in text
    assert "很滿意" in text


def test_who_signed_and_when_the_slip_came_back_stand_on_a_later_print(course: Course) -> None:
    """R244, R245; before, the boxes are empty."""
    course.finished()
    assert not {"signed_by", "signed_on", "back_at", "back_by"} & set(slip(course).content)
    course.sign()
    course.pay()
    known = course.back()
    content = slip(course).content
    assert content["signed_by"] == known.detail.signed_by
    assert {"signed_on", "back_at"} <= set(content)
    assert content["back_by"] == known.slip_taken_by == course.workplace.actor.name
    assert course.workplace.actor.name in said(slip(course))


def test_a_void_one_says_so_across_the_page(course: Course) -> None:
    course.do(service_order.void, "住戶取消")
    assert slip(course).is_void


def test_the_policy_names_the_order_and_not_the_repair(
    workplace: Workplace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """K11: one record, the title belongs to the policy."""
    entry = OrderEntry(Kind.COMMISSIONED, "李太", "擦窗", place="A座")
    order = service_order.write(workplace, entry)
    named = {"zh_Hant": "居家服務情況記錄表"}
    kept = policy.by_id

    def of_estate(reader: object, policy_id: int | None) -> object:
        found = kept(reader, policy_id)  # type: ignore[arg-type]
        orders = replace(found.policy.orders, labels=named)
        return replace(found, policy=replace(found.policy, orders=orders))

    monkeypatch.setattr(policy, "by_id", of_estate)
    sheet = paper.prepare(workplace, FormCode.SERVICE_ORDER, order.detail.id, HANT)
    assert "居家服務情況記錄表" in said(sheet)


def test_a_blank_one_lies_in_the_drawer(workplace: Workplace) -> None:
    for form in (FormCode.SERVICE_ORDER, FormCode.REPAIR_SLIP):
        assert paper.prepare_blank(workplace, form, HANT).record_id is None


def test_a_paper_it_does_not_stand_on_is_refused(course: Course) -> None:
    with pytest.raises(RuleRefused):
        paper.prepare(
            course.workplace,
            FormCode.REPAIR_SLIP,
            course.order.detail.id,
            Asked("zh_Hant", "A3"),
        )


def test_the_rail_counts_late_doors_and_what_waits_for_the_manager(course: Course) -> None:
    """R237, R240, R243."""
    workplace = course.workplace
    course.agree()
    course.dispatch()
    assert service_order_waiting.waiting(workplace) == 0
    course.go_on(45)
    assert service_order_waiting.waiting(workplace) == 1
    course.arrive()
    assert service_order_waiting.waiting(workplace) == 0
    course.do(service_order_change.ask, ChangeEntry("閘閥也壞", person="王師傅"))
    assert service_order_waiting.waiting(workplace) == 1
    service_order.write(workplace, OrderEntry(Kind.COMMISSIONED, "李太", "擦窗", place="A座"))
    assert service_order_waiting.waiting(workplace) == 2
