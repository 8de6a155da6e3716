"""The catalogue of the sample estate: a board in its third version, agreements in every state."""

from datetime import timedelta
from pathlib import Path

import pytest

from desk.clock import FixedClock
from desk.config import DataFolder
from desk.domain.estate import Region
from desk.domain.service_order_rule import OrderRule
from desk.services import (
    price_board,
    sample_estate,
    service_agreement,
    service_person,
    supplier_agreement,
)
from desk.services.sample_estate import Size
from desk.services.workplace import Workplace
from tests.conftest import CHEAP


def made(path: Path, clock: FixedClock, region: Region = Region.HK, seed: int = 1) -> Workplace:
    size = Size(30, 30, seed, region)
    return sample_estate.create(DataFolder(path), size, clock, cost=CHEAP)[0]


@pytest.mark.parametrize("region", list(Region))
def test_everything_is_offered_by_somebody_who_may_be_sent(
    tmp_path: Path, clock: FixedClock, region: Region
) -> None:
    workplace = made(tmp_path, clock, region)
    today = workplace.estate.custom.day(workplace.now())
    items, people = price_board.items(workplace), service_person.everyone(workplace)
    for item in items:
        with workplace.reading() as reader:
            refused = [
                service_person.dispatch_reasons(reader, one.id, item.skill, today, OrderRule())
                for one in people
            ]
        assert () in refused, item.name
    boards = price_board.page(workplace).rows
    states = {
        known.state(today)
        for room in (supplier_agreement, service_agreement)
        for known in room.page(workplace, room.AgreementFilter()).rows
    }
    workplace.close()
    assert len(items) == 17
    assert [one.state for one in boards] == ["draft", "in_force", "superseded"]
    assert [one.items for one in boards] == [18, 17, 16]
    assert {one.launched_on for one in items} == {
        today - timedelta(days=30),
        today - timedelta(days=12),
    }
    assert states == {"in_force", "signing"}
    assert len([one for one in people if one.employer.supplier_id]) == 2


def test_the_same_seed_gives_the_same_catalogue(tmp_path: Path, clock: FixedClock) -> None:
    told = []
    for name, seed in (("one", 5), ("two", 5), ("three", 6)):
        workplace = made(tmp_path / name, clock, seed=seed)
        told.append(service_person.everyone(workplace))
        workplace.close()
    assert told[0] == told[1]
    assert told[1] != told[2]
