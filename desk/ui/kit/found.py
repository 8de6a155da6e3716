"""What a search finds: groups of things, each of a kind, with a key to open it by."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from desk.ui.kit.chips import Chip


@dataclass(frozen=True)
class Found:
    """One thing that was found. `kind` and `key` say what to open; texts are plain data."""

    kind: str
    key: str
    title: str
    detail: str = ""
    chip: Chip | None = None
    icon: str = ""
    value: Any = field(default=None, compare=False)


@dataclass(frozen=True)
class FoundGroup:
    """What was found of one kind, under a title in the current language."""

    title: str
    items: Sequence[Found]
