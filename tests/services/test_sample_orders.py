"""The service orders of the sample estate: some of each state."""

import pytest

from desk.domain.estate import Region
from desk.domain.service_order import State
from desk.domain.today import Section
from desk.services import receipt, service_order, today
from desk.services.receipt import ReceiptFilter
from desk.services.service_order import OrderFilter
from tests.services.conftest import Sample


@pytest.mark.parametrize("region", Region)
def test_every_state_is_there_to_be_looked_at(sample: Sample, region: Region) -> None:
    workplace = sample(region)
    rows = service_order.page(workplace, OrderFilter(), limit=500).rows
    assert {row.state for row in rows} == set(State)
    assert [row.number for row in reversed(rows)] == [
        f"O2026-{number:06d}" for number in range(1, len(rows) + 1)
    ]
    assert service_order.page(workplace, OrderFilter(late=True)).rows
    parts = {one.section: one.rows for one in today.day(workplace).parts}
    clocks = {row.clock for row in parts[Section.ORDERS]}
    assert clocks == {
        "service_order.arrive",
        "service_order.change",
        "service_order.review",
    }
    done = [row for row in rows if row.state == State.DONE]
    missing = {one.code for row in done for one in service_order.get(workplace, row.id).missing}
    assert {"service_order.close.slip_back", "service_order.close.damage"} <= missing


def test_the_receipts_are_numbered_as_they_were_written(sample: Sample) -> None:
    """Of orders, of move-ins and of whatever else is paid at the desk."""
    rows = receipt.page(sample(Region.HK), ReceiptFilter(), limit=500).rows
    assert {"", "service_order", "move_in"} == {row.kind for row in rows}
    assert [row.number for row in reversed(rows)] == [
        f"Y2026-{number:06d}" for number in range(1, len(rows) + 1)
    ]
    moments = [row.entered_at for row in rows]
    assert moments == sorted(moments, reverse=True)
