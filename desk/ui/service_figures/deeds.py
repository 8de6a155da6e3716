"""What the screens of the figures ask of the program, on the open desk."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from desk.domain.permissions import Permission
from desk.i18n import EstateFormat
from desk.services import paper, service_figures
from desk.services.paper import FormCode, Period
from desk.services.service_figures import (
    Behind,
    FigureChart,
    FigureKind,
    FigureOrder,
    Figures,
    ItemFigure,
    Share,
)
from desk.services.workplace import Workplace
from desk.ui.kit.record_model import Page
from desk.ui.paper.deeds import PaperDeeds, PaperPlan
from desk.wording import sentence

MONTH, LAST_MONTH, QUARTER, LAST_QUARTER, YEAR = (
    "month",
    "last_month",
    "quarter",
    "last_quarter",
    "year",
)
_DAY = dt.timedelta(days=1)


@dataclass(frozen=True)
class Line:
    """One figure of the list: a rate, or what a service brought in, of a period."""

    since: dt.date
    until: dt.date
    kind: FigureKind | None = None
    share: Share | None = None
    item: ItemFigure | None = None

    @property
    def key(self) -> str:
        """What tells it from the others of its period."""
        return f"rate:{self.kind}" if self.item is None else f"item:{self.item.code}"


class FigureDeeds:
    """Bridges the screens to the services."""

    def __init__(self, workplace: Workplace) -> None:
        self.workplace = workplace
        self.paper = PaperDeeds(workplace)
        self._read: tuple[str, Figures] | None = None

    @property
    def custom(self) -> EstateFormat:
        """How this estate writes dates and money."""
        return self.workplace.estate.custom

    def days(self, when: str) -> tuple[dt.date, dt.date]:
        """The days a choice means, both in it."""
        today = self.custom.day(self.workplace.now())
        first_of_quarter = service_figures.quarter_of(today)[0]
        known = {
            LAST_MONTH: service_figures.month_of(today.replace(day=1) - _DAY),
            QUARTER: service_figures.quarter_of(today),
            LAST_QUARTER: service_figures.quarter_of(first_of_quarter - _DAY),
            YEAR: (today.replace(month=1, day=1), today.replace(month=12, day=31)),
        }
        return known.get(when) or service_figures.month_of(today)

    def read_again(self, when: str) -> Figures:
        """The figures of a period as they are now."""
        found = service_figures.figures(self.workplace, *self.days(when))
        self._read = when, found
        return found

    def figures(self, when: str) -> Figures:
        """The figures of a period as they were last read."""
        if self._read is None or self._read[0] != when:
            return self.read_again(when)
        return self._read[1]

    def page(self, asked: Mapping[str, str], _after: object | None) -> Page[Line]:
        """The rates, and below them what each service brought in."""
        found = self.figures(asked.get("when", MONTH))
        days = found.since, found.until
        rates = [Line(*days, kind, found.whole.share(kind)) for kind in FigureKind]
        return Page([*rates, *(Line(*days, item=one) for one in found.items)])

    def behind(self, line: Line, hit: bool | None, after: object | None) -> Page[FigureOrder]:
        """A page of the orders behind a figure: counted, not counted, or all of its whole."""
        item = None if line.item is None else line.item.code
        wanted = Behind(line.kind, hit, item)
        key = after if isinstance(after, tuple) else None
        found = service_figures.behind(self.workplace, line.since, line.until, wanted, key)
        return Page(found.rows, found.next_key)

    def chart(self, when: str, widths: Sequence[float]) -> FigureChart:
        """The chart of a period as a page, in the best of these widths (points)."""
        return paper.figures_chart(self.workplace, self.figures(when), widths)

    def paper_plan(self, when: str) -> PaperPlan:
        """The report of a period (F27)."""
        return self.paper.register(FormCode.SERVICE_FIGURES, Period(*self.days(when)))

    def why_not_print(self) -> str:
        """Why nothing is printed."""
        missing = self.workplace.missing(Permission.PRINT)
        return " ".join(sentence(one.code, one.parameters) for one in missing)
