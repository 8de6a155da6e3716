"""What the program brings along says what the estate's region says."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from desk.config import resources_folder
from desk.domain import policy_text
from desk.domain.estate import Region
from desk.services import inspection_template, policy, shipped_words
from tests.services.conftest import Sample

# The words of Hong Kong that `translations/GLOSSARY.md` keeps out of Taiwan.
_GLOSSARY = Path(__file__).parents[2] / "translations" / "GLOSSARY.md"


def never() -> list[str]:
    rows = _GLOSSARY.read_text("utf-8").partition("## Never\n")[2].splitlines()
    return next(row.split("|")[2].split() for row in rows if row.startswith("| zh_Hant_TW |"))


def names(content: Any) -> Iterator[str]:
    """Every name of the script, however deep it stands."""
    if isinstance(content, dict):
        for key, value in content.items():
            yield from [value] if key == "zh_Hant" else names(value)
    if isinstance(content, list):
        for value in content:
            yield from names(value)


def shipped(region: str) -> list[str]:
    """Every name of the profiles and of the rooms."""
    rooms = json.loads((resources_folder() / "inspection" / "rooms.json").read_text("utf-8"))
    plain = [policy_text.write(one) for one in policy.shipped(region)]
    return [*names(plain), *names(shipped_words.in_region(rooms, region))]


def test_no_word_of_hong_kong_is_brought_to_taiwan() -> None:
    found = {name for name in shipped(Region.TW) for word in never() if word in name}
    assert found == set()


def test_every_word_of_the_table_is_one_that_is_shipped() -> None:
    assert set(shipped_words.table(Region.TW)) - set(shipped(Region.HK)) == set()


@pytest.mark.parametrize("region", [Region.HK, Region.CN, ""])
def test_elsewhere_everything_is_said_as_it_is_written(region: str) -> None:
    assert shipped(region) == shipped("")
    assert policy.profile("M0", region) == policy.profile("M0")


def test_the_estate_keeps_the_words_of_its_region_as_its_own(sample: Sample) -> None:
    workplace = sample(Region.TW)
    kept = policy.in_force(workplace, workplace.today()).policy
    asked = {one.code: one.labels["zh_Hant"] for one in kept.move_in.documents}
    rooms = [room.names["zh_Hant"] for room in inspection_template.in_force(workplace).rooms]
    assert asked["identity"] == "屋主身分證或護照"
    assert (rooms[2], rooms[6]) == ("主臥室", "陽台")
