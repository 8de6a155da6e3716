"""The sample estate has inspections and defects of every age and state."""

import datetime as dt
import json
from pathlib import Path

from desk.clock import FixedClock
from desk.config import DataFolder, resources_folder
from desk.domain.defect import Age, State
from desk.domain.estate import Region
from desk.services import defect, inspection, sample_estate
from desk.services.defect import DefectFilter
from desk.services.inspection import Filter
from desk.services.sample_estate import Size
from tests.conftest import CHEAP

WORDS = resources_folder() / "sample" / "inspections.json"
NOW = dt.datetime(2026, 11, 21, 6, 30, tzinfo=dt.UTC)


def test_defects_of_every_age_and_state(tmp_path: Path) -> None:
    size = Size(households=20, days=110, seed=3, region=Region.HK)
    workplace, _accounts = sample_estate.create(
        DataFolder(tmp_path / "data"), size, FixedClock(NOW), cost=CHEAP
    )
    every = defect.page(workplace, DefectFilter(states=())).rows
    found = inspection.page(workplace, Filter()).rows
    counts = defect.counts(workplace, DefectFilter())
    workplace.close()
    assert {one.state for one in every} == {State.OPEN, State.DONE, State.PASSED}
    assert all(counts[age] for age in Age)
    assert {one.state for one in found} == {"open", "done"}
    assert any(one.fails for one in every) and any(one.reminders for one in every)


def test_every_region_has_the_same_words() -> None:
    words = json.loads(WORDS.read_text("utf-8"))
    assert set(words) == {one.value for one in Region}
    assert len({tuple(one) for one in words.values()}) == 1
