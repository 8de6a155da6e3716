"""What a deed on people, suppliers and agreements asks for, as data."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from desk.cli.case.deed import Given, Option
from desk.services.workplace import Workplace

Do = Callable[[Workplace, Any, Given], Any]


@dataclass(frozen=True)
class ProviderDeed:
    """One deed: its name, what it is for, its words, who does it; a `new` one is of no record."""

    name: str
    help: str
    options: tuple[Option, ...]
    do: Do
    new: bool = False


def given_only(options: tuple[Option, ...], given: Given) -> dict[str, Any]:
    """What was said; what was not said stays as it is."""
    told = {one.key: given[one.key] for one in options}
    return {key: value for key, value in told.items() if value not in (None, "", ())}
