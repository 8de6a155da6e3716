"""The speed table: what was measured, against which floor, within which budget."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass

_HEAD = ("what", "figure", "floor", "ratio", "budget", "held", "note")


@dataclass(frozen=True)
class Row:
    """One figure. `floor` is the bare libraries doing the same in the same run.

    `budget_ratio` bounds figure / floor, `budget` bounds the figure itself; either may be None.
    """

    what: str
    figure: float
    unit: str
    floor: float | None = None
    budget_ratio: float | None = None
    budget: float | None = None
    note: str = ""

    @property
    def ratio(self) -> float | None:
        """How many times the floor the figure is."""
        return self.figure / self.floor if self.floor else None

    @property
    def held(self) -> bool:
        """Whether every budget of the row holds."""
        if self.budget is not None and self.figure > self.budget:
            return False
        if self.budget_ratio is None:
            return True
        return self.ratio is not None and self.ratio <= self.budget_ratio


def render(rows: Sequence[Row]) -> str:
    """The rows as a plain table."""
    lines = [_HEAD, *map(_cells, rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(_HEAD))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in lines
    )


def as_json(rows: Sequence[Row]) -> list[dict[str, object]]:
    """The rows as plain values for a file."""
    return [{**asdict(row), "ratio": row.ratio, "held": row.held} for row in rows]


def _cells(row: Row) -> tuple[str, ...]:
    budgets = []
    if row.budget is not None:
        budgets.append(f"{_number(row.budget)} {row.unit}")
    if row.budget_ratio is not None:
        budgets.append(f"{row.budget_ratio:g} x")
    return (
        row.what,
        f"{_number(row.figure)} {row.unit}",
        "" if row.floor is None else f"{_number(row.floor)} {row.unit}",
        "" if row.ratio is None else f"{row.ratio:.2f}",
        ", ".join(budgets),
        "yes" if row.held else "NO",
        row.note,
    )


def _number(value: float) -> str:
    return f"{value:,.0f}" if value >= 1000 else f"{value:.3g}"
