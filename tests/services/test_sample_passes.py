"""The release passes of the sample estate: some of each state, the same for the same seed."""

from pathlib import Path

import pytest

from desk.clock import FixedClock
from desk.config import DataFolder
from desk.domain.estate import Region
from desk.domain.release_pass import State
from desk.domain.today import Section
from desk.services import release_pass, sample_estate, today
from desk.services.release_pass import PassFilter
from desk.services.sample_estate import Size
from desk.services.workplace import Workplace
from tests.conftest import CHEAP


def made(path: Path, clock: FixedClock, region: Region = Region.HK) -> Workplace:
    size = Size(40, 20, seed=4, region=region)
    return sample_estate.create(DataFolder(path), size, clock, cost=CHEAP)[0]


@pytest.mark.parametrize("region", Region)
def test_every_state_is_there_to_be_looked_at(
    tmp_path: Path, clock: FixedClock, region: Region
) -> None:
    workplace = made(tmp_path, clock, region)
    try:
        rows = release_pass.page(workplace, PassFilter()).rows
        assert {row.state for row in rows} == set(State)
        assert [row.number for row in reversed(rows)] == [
            f"P2026-{number:06d}" for number in range(1, len(rows) + 1)
        ]
        assert any(row.out for row in rows)
        drafts = [row for row in rows if row.state == State.DRAFT]
        told = {
            reason.code for row in drafts for reason in release_pass.get(workplace, row.id).blockers
        }
        assert {"release_pass.owner.missing", "release_pass.owner.changed"} <= told
        parts = {one.section: one.rows for one in today.day(workplace).parts}
        clocks = {row.clock for row in parts[Section.PASSES]}
        assert clocks == {"window", "goods_back", "expired"}
    finally:
        workplace.close()


def test_the_same_seed_gives_the_same_passes(tmp_path: Path, clock: FixedClock) -> None:
    told = []
    for name in ("one", "two"):
        workplace = made(tmp_path / name, clock)
        told.append(release_pass.page(workplace, PassFilter()).rows)
        workplace.close()
    assert told[0] == told[1]
