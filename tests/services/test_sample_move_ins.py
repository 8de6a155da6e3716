"""The move-ins of the sample estate: some of each state, the same for the same seed."""

from pathlib import Path

import pytest

from desk.clock import FixedClock
from desk.config import DataFolder
from desk.domain.estate import Region
from desk.domain.move_in import State
from desk.domain.today import Section
from desk.services import move_in, sample_estate, today
from desk.services.move_in import MoveInFilter
from desk.services.sample_estate import Size
from desk.services.workplace import Workplace
from tests.conftest import CHEAP


def made(path: Path, clock: FixedClock, region: Region = Region.HK) -> Workplace:
    size = Size(40, 30, seed=4, region=region)
    return sample_estate.create(DataFolder(path), size, clock, cost=CHEAP)[0]


@pytest.mark.parametrize("region", Region)
def test_cases_in_hand_and_filed_are_there_to_be_looked_at(
    tmp_path: Path, clock: FixedClock, region: Region
) -> None:
    workplace = made(tmp_path, clock, region)
    try:
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
    finally:
        workplace.close()


def test_the_same_seed_gives_the_same_cases(tmp_path: Path, clock: FixedClock) -> None:
    told = []
    for name in ("one", "two"):
        workplace = made(tmp_path / name, clock)
        told.append(move_in.page(workplace, MoveInFilter()).rows)
        workplace.close()
    assert told[0] == told[1]
