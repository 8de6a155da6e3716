"""Which test shows which clause, and the rule without which that test has to fail."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

Test = Callable[..., None]


@dataclass(frozen=True)
class Shown:
    """One test of a clause; `without` is the place of its rule, written as in the table."""

    clauses: tuple[str, ...]
    without: tuple[str, ...]
    test: Test

    @property
    def name(self) -> str:
        """The test as the table names it."""
        path = self.test.__module__.replace(".", "/")
        return f"{path}.py::{self.test.__name__}"


SHOWN: dict[str, Shown] = {}


def clause(*clauses: str, without: str | tuple[str, ...]) -> Callable[[Test], Any]:
    """Mark a test that shows these clauses, and fails when any of the places is taken away."""
    places = (without,) if isinstance(without, str) else without

    def mark(test: Test) -> Test:
        shown = Shown(clauses, places, test)
        SHOWN[shown.name] = shown
        return test

    return mark
