"""The service orders of the sample estate: some of each state, the same for the same seed."""

from pathlib import Path

import pytest

from desk.clock import FixedClock
from desk.config import DataFolder
from desk.domain.estate import Region
from desk.domain.service_order import State
from desk.domain.today import Section
from desk.services import sample_estate, service_order, today
from desk.services.sample_estate import Size
from desk.services.service_order import OrderFilter
from desk.services.workplace import Workplace
from tests.conftest import CHEAP


def made(path: Path, clock: FixedClock, region: Region = Region.HK, days: int = 20) -> Workplace:
    size = Size(30, days, seed=4, region=region)
    return sample_estate.create(DataFolder(path), size, clock, cost=CHEAP)[0]


@pytest.mark.parametrize("region", Region)
def test_every_state_is_there_to_be_looked_at(
    tmp_path: Path, clock: FixedClock, region: Region
) -> None:
    workplace = made(tmp_path, clock, region)
    try:
        rows = service_order.page(workplace, OrderFilter()).rows
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
    finally:
        workplace.close()


def test_the_same_seed_gives_the_same_orders(tmp_path: Path, clock: FixedClock) -> None:
    told = []
    for name in ("one", "two"):
        workplace = made(tmp_path / name, clock, days=5)
        told.append(service_order.page(workplace, OrderFilter()).rows)
        workplace.close()
    assert told[0] == told[1]
