"""How the services went, month and quarter (F27, R111, R257, R258): figures, and what is behind."""

from dataclasses import dataclass
from datetime import date, datetime

from desk.domain import service_figures as rules
from desk.domain.permissions import Permission
from desk.domain.reasons import Reason
from desk.domain.service_figures import (
    Counts,
    FigureKind,
    Figures,
    ItemFigure,
    MonthFigure,
    Share,
    quarter_of,
)
from desk.domain.work_log import month_of
from desk.errors import RuleRefused
from desk.models.lists import Page
from desk.models.lists import service_figures as figure_list
from desk.models.lists.service_figures import Behind, FigureOrder, Key
from desk.services.workplace import Workplace

__all__ = [
    "Behind",
    "Counts",
    "FigureKind",
    "FigureOrder",
    "Figures",
    "ItemFigure",
    "Key",
    "MonthFigure",
    "Share",
    "behind",
    "figures",
    "month_of",
    "quarter_of",
]

PAGE = 50


def figures(workplace: Workplace, since: date, until: date) -> Figures:
    """A period of the estate's days, both in it: whole, by month, by service."""
    workplace.require(Permission.READ)
    if until < since:
        raise RuleRefused([Reason("paper.period.reversed", "until")])
    with workplace.reading() as reader:
        months = tuple(
            MonthFigure(first, figure_list.counts(reader, *_bounds(workplace, first, last)))
            for first, last in rules.months_of(since, until)
        )
        span = _bounds(workplace, since, until)
        whole = months[0].counts if len(months) == 1 else figure_list.counts(reader, *span)
        items = figure_list.items(reader, *span)
    return Figures(since, until, whole, months, items)


def behind(  # noqa: PLR0913, PLR0917 - a period, a figure and a page of it
    workplace: Workplace,
    since: date,
    until: date,
    wanted: Behind,
    after: Key | None = None,
    limit: int = PAGE,
) -> Page[FigureOrder]:
    """Some of the orders behind a figure of a period, the latest first."""
    with workplace.reading() as reader:
        span = _bounds(workplace, since, until)
        return figure_list.behind(reader, span, wanted, after, limit)


@dataclass(frozen=True)
class FigureSpot:
    """A figure of the chart and where it stands there: of a month, or of the whole period.

    `place` is left, top, width and height in points, from the upper left corner.
    """

    kind: FigureKind
    since: date
    until: date
    share: Share
    place: tuple[float, float, float, float]


@dataclass(frozen=True)
class FigureChart:
    """The chart as a page of its own size, and what can be pressed on it."""

    pdf: bytes
    spots: tuple[FigureSpot, ...]


def _bounds(workplace: Workplace, since: date, until: date) -> tuple[datetime, datetime]:
    custom = workplace.estate.custom
    return custom.day_bounds(since)[0], custom.day_bounds(until)[1]
