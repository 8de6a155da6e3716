"""Receipts, builder's mandates and the work log, from record to paper (F19, F25, F35)."""

from dataclasses import replace
from decimal import Decimal

import pytest

from desk.clock import FixedClock
from desk.domain.approval import Answer, Verdict
from desk.domain.fee_mandate import SignEntry
from desk.domain.paper import SIZES, FormCode
from desk.domain.receipt import LineEntry
from desk.domain.service_order import Kind, OrderEntry, ReviewEntry
from desk.errors import NotFound
from desk.services import fee_mandate, paper, receipt, service_order, service_order_review
from desk.services.workplace import Workplace
from tests.services.conftest import Household
from tests.services.order_course import REPAIR, Course, manager, seen
from tests.services.test_receipt import ENTRY, MANDATE, TODAY

ASKED = paper.Asked("zh_Hant")


def test_a_receipt_on_paper_says_what_the_record_says(
    workplace: Workplace, household: Household
) -> None:
    about = {"kind": "unit", "record_id": household.unit_id, "unit_id": household.unit_id}
    known = receipt.take(workplace, replace(ENTRY, **about))  # type: ignore[arg-type]
    sheet = paper.prepare(workplace, FormCode.RECEIPT, known.number, ASKED)
    said = sheet.content
    assert (said["payer"], said["unit"]) == ("曾德華", household.unit)
    assert (said["total"], said["capitals"]) == ("HK$120.50", "港幣壹佰貳拾元零伍角正")
    assert said["lines"] == [{"what": "修水龍頭", "amount": "HK$120.50"}]
    assert said["collected_by"] == workplace.actor.name
    assert sheet.copies == 3
    assert not sheet.is_void


@pytest.mark.parametrize("size", list(SIZES))
def test_a_void_receipt_prints_as_void_on_every_paper(workplace: Workplace, size: str) -> None:
    known = receipt.take(workplace, ENTRY)
    receipt.void(workplace, known.id, known.version, "退款")
    sheet = paper.prepare(workplace, FormCode.RECEIPT, known.id, replace(ASKED, paper=size))
    assert sheet.is_void
    assert sheet.content["void_why"] == "退款"
    assert sheet.pdf.startswith(b"%PDF")


def test_a_receipt_for_the_builder_names_the_mandate_on_paper(workplace: Workplace) -> None:
    draft = fee_mandate.register(workplace, MANDATE)
    fee_mandate.sign(workplace, draft.id, draft.version, SignEntry("何經理", TODAY))
    lines = (LineEntry("裝修按金", Decimal(2000)),)
    known = receipt.take(workplace, replace(ENTRY, mandate_id=draft.id, lines=lines))
    said = paper.prepare(workplace, FormCode.RECEIPT, known.id, ASKED).content
    assert MANDATE.builder in said["mandate"]
    assert draft.number in said["mandate"]


def test_a_mandate_on_paper_has_its_fees_and_is_signed(workplace: Workplace) -> None:
    draft = fee_mandate.register(workplace, replace(MANDATE, valid_until=None))
    said = paper.prepare(workplace, FormCode.FEE_MANDATE, paper.LATEST, ASKED).content
    (item,) = MANDATE.items
    assert said["items"] == [{"name": item.name, "standard": item.standard, "basis": item.basis}]
    assert (said["endless"], said.get("signed_by")) == (True, None)
    fee_mandate.sign(workplace, draft.id, draft.version, SignEntry("何經理", TODAY))
    said = paper.prepare(workplace, FormCode.FEE_MANDATE, draft.number, ASKED).content
    assert (said["signed_by"], said["signed_on"]) == ("何經理", TODAY.isoformat())


def test_a_number_that_nobody_gave_has_no_paper(workplace: Workplace) -> None:
    for form in (FormCode.RECEIPT, FormCode.FEE_MANDATE):
        with pytest.raises(NotFound):
            paper.prepare(workplace, form, "Y2026-000009", ASKED)
        with pytest.raises(NotFound):
            paper.prepare(workplace, form, paper.LATEST, ASKED)


def test_the_log_of_a_period_without_wishes_is_an_empty_page(workplace: Workplace) -> None:
    period = paper.Period(TODAY, TODAY)
    sheet = paper.prepare_register(workplace, FormCode.WORK_LOG, period, ASKED)
    assert "wishes" not in sheet.content
    assert sheet.pdf.startswith(b"%PDF")


def test_r235_r237_the_log_has_every_wish_and_what_became_of_it(
    workplace: Workplace, clock: FixedClock
) -> None:
    course = Course(workplace, clock)
    course.complete()
    beyond = service_order.write(
        workplace, OrderEntry(Kind.COMMISSIONED, "李小姐", "搬鋼琴", place="B座")
    )
    waits = service_order.write(workplace, replace(REPAIR, customer="黃先生"))
    void = service_order.write(workplace, REPAIR)
    service_order.void(workplace, *seen(void), "重複登記")
    said = _log(workplace)
    assert [one["number"] for one in said] == [
        course.order.detail.number,
        beyond.detail.number,
        waits.detail.number,
        void.detail.number,
    ]
    done, reviewed, waiting, gone = (one["handling"] for one in said)
    assert "Sent: 王師傅" in done
    assert "換水管一段" in done
    assert reviewed == "Beyond the price board, with the manager for review."
    assert waiting == "Registered, to be sent for."
    assert gone == "Void: 重複登記"
    assert said[0]["wish"] == REPAIR.wish
    assert said[0]["unit"] == REPAIR.place


def test_r237_what_cannot_be_done_says_who_else_can(
    workplace: Workplace, clock: FixedClock
) -> None:
    entry = OrderEntry(Kind.COMMISSIONED, "李小姐", "搬鋼琴\n三樓無電梯", place="B座")
    beyond = service_order.write(workplace, entry)
    answer = Answer("", "", Verdict.REFUSED, "無此人手")
    others = ReviewEntry(others="順安搬運 2345 6789")
    service_order_review.review(manager(workplace), *seen(beyond), others, answer)
    (said,) = _log(workplace)
    assert said["handling"].splitlines() == [
        "Cannot be provided, explained to the customer.",
        "順安搬運 2345 6789",
    ]


def test_the_receipt_of_an_order_names_it_on_paper(workplace: Workplace, clock: FixedClock) -> None:
    course = Course(workplace, clock)
    course.complete()
    (row,) = course.order.receipts
    said = paper.prepare(workplace, FormCode.RECEIPT, row.id, ASKED).content
    assert said["about"] == course.order.detail.number
    receipt.void(workplace, row.id, row.version, "退款")
    again = service_order.get(workplace, course.order.detail.id)
    assert again.facts.paid == 0


def _log(workplace: Workplace) -> list[dict[str, str]]:
    period = paper.Period(TODAY, TODAY)
    sheet = paper.prepare_register(workplace, FormCode.WORK_LOG, period, paper.Asked("en"))
    said: list[dict[str, str]] = sheet.content["wishes"]
    return said
