"""A receipt and the record it was paid for: what is owed is asked there (R244, K13)."""

from decimal import Decimal

import pytest

from desk.clock import FixedClock
from desk.domain.receipt import LineEntry, ReceiptEntry
from desk.domain.service_order import EventKind, State
from desk.errors import RuleRefused, StaleRecord
from desk.services import receipt, service_order, service_order_closing
from desk.services.workplace import Workplace
from tests.services.order_course import PRICE, Course, seen


def paid_for(kind: str, record_id: int) -> ReceiptEntry:
    return ReceiptEntry(kind, record_id, payer="曾德華", lines=(LineEntry("上門", Decimal(50)),))


@pytest.mark.parametrize("kind", ["service_order", "move_in"])
def test_the_money_of_an_order_is_not_taken_past_what_is_owed(
    workplace: Workplace, clock: FixedClock, kind: str
) -> None:
    course = Course(workplace, clock)
    course.complete()
    course.close()
    with pytest.raises(RuleRefused) as refused:
        receipt.take(workplace, paid_for(kind, course.order.detail.id))
    assert [one.code for one in refused.value.reasons] == ["receipt.record.own_deed"]
    known = service_order.get(workplace, course.order.detail.id)
    assert (known.facts.paid, len(known.receipts)) == (PRICE, 1)


def test_an_order_whose_receipt_is_void_is_open_again_and_paid_anew(
    workplace: Workplace, clock: FixedClock
) -> None:
    course = Course(workplace, clock)
    course.complete()
    before = course.close()
    (money,) = before.receipts
    receipt.void(workplace, money.id, money.version, "支票退回")
    known = course.order = service_order.get(workplace, before.detail.id)
    assert known.detail.state == State.DONE
    assert [one.code for one in known.missing] == ["service_order.close.paid"]
    assert known.events[-1].kind == EventKind.REOPENED
    course.pay()
    assert course.close().detail.state == State.CLOSED


def test_who_has_the_order_open_is_told_that_its_receipt_is_void(
    workplace: Workplace, clock: FixedClock
) -> None:
    course = Course(workplace, clock)
    read = course.complete()
    (money,) = read.receipts
    receipt.void(workplace, money.id, money.version, "寫錯金額")
    with pytest.raises(StaleRecord):
        service_order_closing.close(workplace, *seen(read))
