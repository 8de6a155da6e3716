"""The catalogue of the sample estate: a board in its third version, agreements in every state."""

from datetime import timedelta

import pytest

from desk.domain.estate import Region
from desk.domain.service_order_rule import OrderRule
from desk.services import (
    price_board,
    service_agreement,
    service_person,
    supplier_agreement,
)
from tests.services.conftest import SAMPLE_DAYS, Sample


@pytest.mark.parametrize("region", list(Region))
def test_everything_is_offered_by_somebody_who_may_be_sent(sample: Sample, region: Region) -> None:
    workplace = sample(region)
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
    assert len(items) == 17
    assert [one.state for one in boards] == ["draft", "in_force", "superseded"]
    assert [one.items for one in boards] == [18, 17, 16]
    assert {one.launched_on for one in items} == {
        today - timedelta(days=SAMPLE_DAYS),
        today - timedelta(days=12),
    }
    assert states == {"in_force", "signing"}
    assert len([one for one in people if one.employer.supplier_id]) == 2
