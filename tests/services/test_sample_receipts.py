"""Money in the sample estate: a mandate in force, receipts of three days, one of them void."""

import pytest

from desk.domain.estate import Region
from desk.domain.receipt import Method
from desk.services import fee_mandate, receipt
from tests.conftest import NOW
from tests.services.conftest import Sample


@pytest.mark.parametrize("region", list(Region))
def test_there_is_money_of_every_day_and_a_mandate_in_force(sample: Sample, region: Region) -> None:
    workplace = sample(region)
    today = workplace.estate.custom.day(NOW)
    (held,) = fee_mandate.in_force(workplace)
    every = fee_mandate.page(workplace, fee_mandate.MandateFilter()).rows
    rows = receipt.page(workplace, receipt.ReceiptFilter(), limit=500).rows
    of_builder = receipt.page(workplace, receipt.ReceiptFilter(mandate_id=held.id)).rows
    ways = {one.method for one in receipt.sums(workplace, today, today)}
    assert len(every) == 2
    assert len(rows) >= 18
    assert any(row.is_void for row in rows)
    assert [row.method for row in of_builder] == [Method.CHEQUE]
    assert {Method.CASH, Method.CARD, Method.ELECTRONIC, Method.CHEQUE} <= ways
    assert all(row.received_at <= NOW for row in rows)
