"""《統計分析報告》 (F27, R257, R258): the services of a period in figures, and their chart."""

from collections.abc import Iterator, Sequence
from functools import partial

from desk.domain.paper import FormCode
from desk.domain.permissions import Permission
from desk.domain.service_figures import FigureKind, Figures, months_of
from desk.i18n import pgettext, speaking
from desk.printing.chart import BarChart
from desk.printing.forms.service_figures import (
    FORM,
    MonthLine,
    RateLine,
    RevenueLine,
    ServiceFigures,
    groups_of,
)
from desk.printing.job import Job
from desk.printing.paint import About, paint
from desk.printing.papers import PAPERS
from desk.printing.pen import Hand
from desk.services import service_figures
from desk.services.paper_register import bounds, sheet_of
from desk.services.paper_sheet import Asked, Period, Sheet
from desk.services.service_figures import FigureChart, FigureSpot
from desk.services.workplace import Workplace

CODE = FormCode.SERVICE_FIGURES


def prepare(workplace: Workplace, period: Period, asked: Asked) -> Sheet:
    """The orders that were done in the period."""
    workplace.require(Permission.PRINT)
    bounds(workplace, period)
    told = service_figures.figures(workplace, period.since, period.until)
    gather = partial(gathered, told)
    return sheet_of(workplace, FORM, CODE, until=period.until, asked=asked, gather=gather)


def blank(workplace: Workplace, asked: Asked) -> Sheet:
    """The report without figures, for the drawer."""
    workplace.require(Permission.PRINT)
    today = workplace.today()
    return sheet_of(workplace, FORM, CODE, until=today, asked=asked)


def gathered(told: Figures, job: Job) -> ServiceFigures:
    """The figures as the paper has them; analysis and measures are written by hand."""
    money = job.custom.beside(told.amounts).money
    return ServiceFigures(
        job=job,
        since=told.since,
        until=told.until,
        orders=told.whole.orders,
        charged=money(told.whole.charged),
        received=money(told.whole.received),
        rates=_rates(told),
        months=_months(told),
        revenue=tuple(
            RevenueLine(
                one.name or pgettext("figures", "Repairs, and beyond the price board"),
                one.code,
                one.orders,
                money(one.charged),
                money(one.received),
            )
            for one in told.items
        ),
    )


def chart(told: Figures, language: str, widths: Sequence[float]) -> FigureChart:
    """The chart of the paper alone, as a page of its own size: what the screen shows.

    Of the widths in points that the screen can show it takes the narrowest, on which the chart
    is the largest, at which the figures stand in the fewest rows.
    """
    with speaking(language):
        groups = groups_of(_months(told), _rates(told))
        hand = Hand.of(PAPERS["A4"], language)
        drawn = min((BarChart(hand, one, groups) for one in sorted(widths)), key=_rows)
        pdf = paint([drawn.page()], About("", "", language))
    return FigureChart(pdf, tuple(_spots(told, drawn)))


def _rows(drawn: BarChart) -> int:
    return drawn.rows


def _spots(told: Figures, drawn: BarChart) -> Iterator[FigureSpot]:
    kinds, ends = tuple(FigureKind), months_of(told.since, told.until)
    for spot in drawn.spots():
        kind = kinds[spot.group]
        counts, days = told.whole, (told.since, told.until)
        if spot.bar is not None and told.months:
            counts, days = told.months[spot.bar].counts, ends[spot.bar]
        place = (spot.left, spot.top, spot.width, spot.height)
        yield FigureSpot(kind, *days, counts.share(kind), place)


def _rates(told: Figures) -> tuple[RateLine, ...]:
    shares = ((kind, told.whole.share(kind)) for kind in FigureKind)
    return tuple(RateLine(kind, share.hits, share.whole) for kind, share in shares)


def _months(told: Figures) -> tuple[MonthLine, ...]:
    return tuple(
        MonthLine(one.month, one.counts.orders, *(one.counts.share(kind) for kind in FigureKind))
        for one in told.months
    )
