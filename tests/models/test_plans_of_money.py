"""A register of a million receipts is read by its indices: no page and no sum walks it all."""

import datetime as dt

import pytest

from desk.models.lists import receipt
from desk.models.lists.receipt import Filter
from desk.services.workplace import Workplace
from tests.models.test_plans_of_papers import LAST, plan

SINCE, UNTIL = LAST[0] - dt.timedelta(days=1), LAST[0]


@pytest.mark.parametrize(
    ("wanted", "index"),
    [
        (Filter(), "ix_receipt_received_at_id"),
        (Filter(since=SINCE, until=UNTIL), "ix_receipt_received_at_id"),
        (Filter(method="cash"), "ix_receipt_method_received_at_id"),
        (Filter(unit_id=3), "ix_receipt_unit_id_received_at_id"),
        (Filter(mandate_id=3), "ix_receipt_mandate_id_received_at_id"),
    ],
)
def test_a_page_of_the_register(workplace: Workplace, wanted: Filter, index: str) -> None:
    with workplace.reading() as reader:
        found = plan(reader, lambda: receipt.receipts(reader, wanted, LAST, 50))
    assert index in found
    assert "TEMP B-TREE" not in found


def test_what_came_in_on_a_day(workplace: Workplace) -> None:
    with workplace.reading() as reader:
        found = plan(reader, lambda: receipt.sums(reader, SINCE, UNTIL))
    assert "received_at>? AND received_at<?" in found


def test_the_receipts_of_a_record(workplace: Workplace) -> None:
    with workplace.reading() as reader:
        found = plan(reader, lambda: receipt.of_record(reader, "service_order", 7))
    assert "ix_receipt_kind_record_id_id" in found
    assert "TEMP B-TREE" not in found
