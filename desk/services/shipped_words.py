"""What the program brings along, in the words of the estate's region.

The profiles and the rooms are written once for a script, in Hong Kong's words. `resources/words`
has what an office in Taiwan says instead. An estate keeps the words it began with as its own, so
its clerks find and change one text a language.
"""

import json
from functools import cache
from typing import Any

from desk.config import resources_folder
from desk.domain.estate import Region

_SCRIPT = "zh_Hant"
_TABLES = {Region.TW: "zh_Hant_TW"}


def in_region(content: Any, region: str) -> Any:
    """Plain content (objects, lists, texts) with the names of its script as the region says them.

    A name that the region has no other word for stays; "" is no region.
    """
    if isinstance(content, list):
        return [in_region(one, region) for one in content]
    if not isinstance(content, dict):
        return content
    words = table(region)
    return {
        key: words.get(value, value) if key == _SCRIPT else in_region(value, region)
        for key, value in content.items()
    }


@cache
def table(region: str) -> dict[str, str]:
    """Hong Kong's words and what the region says instead; empty where nothing differs."""
    named = {str(key): name for key, name in _TABLES.items()}.get(region)
    if named is None:
        return {}
    path = resources_folder() / "words" / f"{named}.json"
    words: dict[str, str] = json.loads(path.read_text("utf-8"))
    return words
