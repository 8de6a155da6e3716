"""What the sections of the editor share: between a field and a rule, names and terms as cells."""

from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import Any

from desk.domain.deadlines import Counting, Unit
from desk.domain.policy_text import LANGUAGES
from desk.i18n import N_
from desk.services.policy_paths import look
from desk.ui.kit.field_grid import THIRD
from desk.ui.policy import cells
from desk.ui.policy.cells import Cell, Make
from desk.ui.policy.words import InLanguage, Said

# Between what a field holds and what stands in a rule


def as_code(kind: type[StrEnum]) -> Callable[[Any, Any], Any]:
    """A code of a vocabulary, None where nothing is chosen."""

    def taken(value: Any, _rule: Any) -> Any:
        return kind(value) if value else None

    return taken


def yes(value: Any, _rule: Any) -> str:
    """A switch as its field shows it."""
    return "yes" if value else "no"


def is_yes(value: Any, _rule: Any) -> bool:
    """A switch as its field says it."""
    return bool(value == "yes")


def codes(value: Sequence[str], _rule: Any) -> tuple[str, ...]:
    """Codes that stand as texts in a rule."""
    return tuple(value)


def one_line(value: str, _rule: Any) -> str:
    """A name without breaks."""
    return " ".join(value.split())


def is_same_day(path: str) -> Callable[[Any], bool]:
    """Whether a term's amount cannot be but one."""

    def fixed(rule: Any) -> bool:
        return look(rule, f"{path}.unit") is Unit.SAME_DAY

    return fixed


# Cells that several sections share


def names(what: str, path: str, make: Make) -> tuple[Cell, ...]:
    """A text in every language."""
    return tuple(
        Cell(f"{path}.{one}", make, InLanguage(what, one), 2, taken=one_line) for one in LANGUAGES
    )


def term(
    path: str, when: Callable[[Any], bool] | None = None, words: str = N_("How long")
) -> tuple[Cell, ...]:
    """How long, in which unit, on which days."""
    units = cells.one_of("unit", list(Unit))
    countings = cells.one_of("counting", list(Counting))
    return (
        Cell(
            f"{path}.amount", cells.number, Said(words), THIRD,
            when=when, fixed=is_same_day(path),
        ),
        Cell(f"{path}.unit", units, Said(N_("Measured in")), THIRD, taken=as_code(Unit), when=when),
        Cell(
            f"{path}.counting", countings, Said(N_("Counted in")), THIRD,
            taken=as_code(Counting), when=when,
        ),
    )  # fmt: skip
