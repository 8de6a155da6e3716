"""Pre-printed stock 套打: what may be kept of it."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from desk.domain.paper import FORMS
from desk.domain.reasons import Reason

NAME_LIMIT = 80


@dataclass(frozen=True)
class StockField:
    """Where one value of the form stands: upper left corner and width in millimetres.

    `size` is in points; `align` is "left", "middle" or "right".
    """

    name: str
    x: float
    y: float
    width: float
    size: float = 10.5
    align: str = "left"
    lines: int = 1
    bold: bool = False


@dataclass(frozen=True)
class StockEntry:
    """A stock as it is to be kept: what it is called, its paper, its fields."""

    name: str
    paper: str
    fields: tuple[StockField, ...] = ()


def entry_reasons(form: str, entry: StockEntry, taken: Collection[str] = ()) -> tuple[Reason, ...]:
    """Why the stock may not be kept so; `taken` are the names of the form's other stocks."""
    return tuple(_reasons(form, entry, taken))


def _reasons(form: str, entry: StockEntry, taken: Collection[str]) -> Iterator[Reason]:
    if not entry.name:
        yield Reason("stock.name.missing", "name")
    if entry.name in taken:
        yield Reason("stock.name.taken", "name", {"name": entry.name})
    papers = FORMS[form].papers
    if entry.paper not in papers:
        told = {"paper": entry.paper, "papers": ", ".join(papers)}
        yield Reason("paper.size.unfit", "paper", told)
