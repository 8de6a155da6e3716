"""The sample estate has inspections and defects of every age and state."""

import json

import pytest

from desk.config import resources_folder
from desk.domain.defect import Age, State
from desk.domain.estate import Region
from desk.services import defect, inspection
from desk.services.defect import DefectFilter
from desk.services.inspection import Filter
from tests.services.conftest import Sample

WORDS = resources_folder() / "sample" / "inspections.json"


@pytest.mark.parametrize("region", Region)
def test_defects_of_every_age_and_state(sample: Sample, region: Region) -> None:
    workplace = sample(region)
    every = defect.page(workplace, DefectFilter(states=())).rows
    found = inspection.page(workplace, Filter()).rows
    counts = defect.counts(workplace, DefectFilter())
    assert {one.state for one in every} == {State.OPEN, State.DONE, State.PASSED}
    assert all(counts[age] for age in Age)
    assert {one.state for one in found} == {"open", "done"}
    assert any(one.fails for one in every) and any(one.reminders for one in every)


def test_every_region_has_the_same_words() -> None:
    words = json.loads(WORDS.read_text("utf-8"))
    assert set(words) == {one.value for one in Region}
    assert len({tuple(one) for one in words.values()}) == 1
