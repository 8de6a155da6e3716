"""The release passes of the sample estate: some of each state."""

import pytest

from desk.domain.estate import Region
from desk.domain.release_pass import State
from desk.domain.today import Section
from desk.services import release_pass, today
from desk.services.release_pass import PassFilter
from tests.services.conftest import Sample


@pytest.mark.parametrize("region", Region)
def test_every_state_is_there_to_be_looked_at(sample: Sample, region: Region) -> None:
    workplace = sample(region)
    rows = release_pass.page(workplace, PassFilter(), limit=500).rows
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
