"""The move-ins of the sample estate: some of each state."""

import pytest

from desk.domain.estate import Region
from desk.domain.move_in import State
from desk.domain.today import Section
from desk.services import move_in, today
from desk.services.move_in import MoveInFilter
from tests.services.conftest import Sample


@pytest.mark.parametrize("region", Region)
def test_cases_in_hand_and_filed_are_there_to_be_looked_at(sample: Sample, region: Region) -> None:
    workplace = sample(region)
    rows = move_in.page(workplace, MoveInFilter()).rows
    assert {row.state for row in rows} == {State.OPEN, State.FILED}
    assert {row.arrival for row in rows} == {"owner", "tenant"}
    assert [row.number for row in reversed(rows)] == [
        f"M2026-{number:06d}" for number in range(1, len(rows) + 1)
    ]
    open_ones = [move_in.get(workplace, row.id) for row in rows if row.state == State.OPEN]
    codes = {reason.code for one in open_ones for reason in one.missing}
    assert {"move_in.document.missing", "move_in.document.doubtful"} <= codes
    assert {"move_in.fee.look", "move_in.fee.unpaid", "move_in.keys.missing"} <= codes
    parts = {one.section: one.rows for one in today.day(workplace).parts}
    assert {row.clock for row in parts[Section.MOVE_INS]} == {"visit"}
