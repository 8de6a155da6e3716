"""《統計分析報告》, the services of a period in figures (F27, R111, R257, R258).

Monthly for the centre's manager, quarterly for the quality department to approve: the four rates
with what each is counted of, month by month, as a chart, and what every service brought in;
shortcomings and measures are written by hand. The manual names no fields; they are our design.
"""

from dataclasses import dataclass
from datetime import date

from desk.domain.service_figures import FigureKind, Share
from desk.i18n import pgettext
from desk.printing.cells import Words
from desk.printing.chart import Bar, BarChart, Group
from desk.printing.flow import Section
from desk.printing.form import Form, FormData
from desk.printing.grid import Row
from desk.printing.pen import Hand
from desk.printing.rows import Rows, signer, stacked, words
from desk.printing.signatures import SignatureRow
from desk.printing.table import Column, Ruling, Table
from desk.wording import label
from desk.wording.service_figures import percent_words

TEMPLATE_VERSION = "F27-1"

_PRINTED = Ruling(least=6.4)
_BY_HAND = Ruling(least=8, blank=6)
_NONE = "—"
_EXACT = 6  # bars of a group


@dataclass(frozen=True)
class RateLine:
    """One of the four rates: so many of so many."""

    kind: FigureKind
    hits: int
    whole: int


@dataclass(frozen=True)
class MonthLine:
    """One month: its orders, and each of the rates."""

    month: date
    orders: int
    on_time: Share
    right_first: Share
    satisfied: Share
    called_back: Share

    def share(self, kind: FigureKind) -> Share:
        """A rate of the month."""
        found: Share = getattr(self, kind)
        return found


@dataclass(frozen=True)
class RevenueLine:
    """What a service brought in; amounts as the estate writes them."""

    name: str
    code: str
    orders: int
    charged: str
    received: str


@dataclass(frozen=True, kw_only=True)
class ServiceFigures(FormData):
    """The values of a period, both days in it; without rates all is written by hand."""

    since: date | None = None
    until: date | None = None
    orders: int | None = None
    charged: str = ""
    received: str = ""
    rates: tuple[RateLine, ...] = ()
    months: tuple[MonthLine, ...] = ()
    revenue: tuple[RevenueLine, ...] = ()
    analysis: str = ""
    measures: str = ""


def title_name() -> str:
    """The form's name in the current language."""
    return pgettext("paper", "Analysis of Commissioned Services")


def groups_of(months: tuple[MonthLine, ...], rates: tuple[RateLine, ...]) -> tuple[Group, ...]:
    """The bars of the chart: every rate, month by month, else of the whole period."""
    return tuple(_group(one, months) for one in rates)


def _group(rate: RateLine, months: tuple[MonthLine, ...]) -> Group:
    told = [(str(one.month.month), one.share(rate.kind)) for one in months]
    told = told or [("", Share(rate.hits, rate.whole))]
    exact = len(told) <= _EXACT
    bars = tuple(_bar(*one, exact=exact) for one in told)
    return Group(label("figure_kind", rate.kind), bars)


def _bar(month: str, share: Share, *, exact: bool) -> Bar:
    """Of many bars the place behind the point is left to the table, so that they stand closer."""
    if share.percent is None:
        return Bar(month, None, _NONE)
    said = f"{share.percent:.1f}" if exact else f"{share.percent:.0f}"
    return Bar(month, float(share.percent) / 100, said)


def _sections(figures: ServiceFigures, hand: Hand) -> list[Section]:
    rows = Rows(hand, figures.job)
    sections = [
        Section(pgettext("paper", "Overview"), _overview(figures, rows)),
        Section(pgettext("paper", "Figures"), _figures(figures, rows)),
    ]
    if figures.rates:
        chart = BarChart(hand, rows.width, groups_of(figures.months, figures.rates))
        sections.append(Section(pgettext("paper", "Chart"), [chart]))
    return [
        *sections,
        Section(pgettext("paper", "Revenue"), [_revenue(figures, rows)]),
        Section(pgettext("paper", "Improvement"), _analysis(figures, rows)),
        Section(pgettext("paper", "Signatures"), _signatures(rows)),
    ]


def _overview(figures: ServiceFigures, rows: Rows) -> list[Row]:
    orders = "" if figures.orders is None else str(figures.orders)
    return [
        rows.row(
            rows.period(pgettext("paper", "Period"), figures.since, figures.until, 0.6),
            words(pgettext("paper", "Orders done"), orders, 0.4),
        ),
        rows.row(
            words(pgettext("paper", "Amount charged"), figures.charged, 0.5),
            words(pgettext("paper", "Money received"), figures.received, 0.5),
        ),
    ]


def _figures(figures: ServiceFigures, rows: Rows) -> list[Table]:
    columns = (
        Column(pgettext("paper", "Figure"), 27, middle=True),
        Column(pgettext("paper", "How it is counted"), 78),
        Column(pgettext("paper", "Counted"), 25, middle=True),
        Column(pgettext("paper", "Share"), 20, middle=True),
    )
    given = figures.rates or tuple(RateLine(kind, 0, 0) for kind in FigureKind)
    lines = [
        (
            label("figure_kind", one.kind),
            label("figure_formula", one.kind),
            f"{one.hits} / {one.whole}" if figures.rates else "",
            percent_words(Share(one.hits, one.whole).percent) if figures.rates else "",
        )
        for one in given
    ]
    tables = [rows.table(columns, lines, _PRINTED)]
    return [*tables, _months(figures, rows)] if len(figures.months) > 1 else tables


def _months(figures: ServiceFigures, rows: Rows) -> Table:
    columns = (
        Column(pgettext("paper", "Month"), 26, middle=True),
        Column(pgettext("paper", "Orders"), 20, middle=True),
        *(Column(label("figure_kind", kind), 26, middle=True) for kind in FigureKind),
    )
    lines = [
        (
            _month(rows, one.month),
            str(one.orders),
            *(percent_words(one.share(kind).percent) for kind in FigureKind),
        )
        for one in figures.months
    ]
    return rows.table(columns, lines, _PRINTED)


def _month(rows: Rows, day: date) -> str:
    content = rows.month("", day).content
    return content.text if isinstance(content, Words) else ""


def _revenue(figures: ServiceFigures, rows: Rows) -> Table:
    columns = (
        Column(pgettext("paper", "Service"), 60),
        Column(pgettext("paper", "Orders"), 18, middle=True),
        Column(pgettext("paper", "Amount charged"), 36, end=True),
        Column(pgettext("paper", "Money received"), 36, end=True),
    )
    lines = [
        (stacked(one.name, one.code), str(one.orders), one.charged, one.received)
        for one in figures.revenue
    ]
    return rows.table(columns, lines, _PRINTED if lines else _BY_HAND)


def _analysis(figures: ServiceFigures, rows: Rows) -> list[Row]:
    """Shortcomings, and what is done about them (R257, R258)."""
    return [
        rows.long(pgettext("paper", "Analysis"), figures.analysis, 16, 2),
        rows.long(pgettext("paper", "Corrective and preventive measures"), figures.measures, 16, 2),
    ]


def _signatures(rows: Rows) -> list[SignatureRow]:
    return rows.signatures(
        signer(pgettext("paper", "Made by")),
        signer(pgettext("paper", "Centre manager")),
        signer(pgettext("paper", "Quality department")),
    )


FORM = Form(ServiceFigures, title_name, TEMPLATE_VERSION, _sections, numbered=False)
build, blank, lay = FORM.build, FORM.blank, FORM.lay
