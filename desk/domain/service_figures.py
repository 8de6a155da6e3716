"""How the services went, in figures 統計分析 (F27, R111, R257, R258): what is counted of what.

Every figure is a share of the orders that were done in a period: so many of so many. What is
counted stands in words beside it, and the list of the orders behind it can be seen.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum

from desk.domain.work_log import month_of

NOTHING = Decimal(0)
MOST_MONTHS = 24


class FigureKind(StrEnum):
    """What is measured (R257)."""

    ON_TIME = "on_time"  # 及時率
    RIGHT_FIRST = "right_first"  # 一次合格率
    SATISFIED = "satisfied"  # 滿意率
    CALLED_BACK = "called_back"  # 回訪率


@dataclass(frozen=True)
class Share:
    """So many of so many."""

    hits: int
    whole: int

    @property
    def percent(self) -> Decimal | None:
        """The share in percent with one place; None of nothing."""
        if not self.whole:
            return None
        return (Decimal(self.hits) * 100 / self.whole).quantize(Decimal("0.1"))


@dataclass(frozen=True)
class Counts:
    """What was counted of the orders that were done in a period.

    On time are those who came by the agreed or promised moment, of the orders that had one, and
    missed none before that was agreed anew (R240); right first time those that needed no rework
    (R256); satisfied those whose customer answered so in the callback, else on the slip, of those
    who answered; called back those whose customer answered a callback. `charged` is the orders'
    amounts less what was waived, `received` what their receipts say.
    """

    orders: int = 0
    with_moment: int = 0
    on_time: int = 0
    right_first: int = 0
    answered: int = 0
    satisfied: int = 0
    called_back: int = 0
    charged: Decimal = NOTHING
    received: Decimal = NOTHING

    def share(self, kind: FigureKind) -> Share:
        """A figure of the period."""
        match kind:
            case FigureKind.ON_TIME:
                return Share(self.on_time, self.with_moment)
            case FigureKind.RIGHT_FIRST:
                return Share(self.right_first, self.orders)
            case FigureKind.SATISFIED:
                return Share(self.satisfied, self.answered)
            case FigureKind.CALLED_BACK:
                return Share(self.called_back, self.orders)


@dataclass(frozen=True)
class ItemFigure:
    """What one service brought in: its code, its name as it last stood, how many orders."""

    code: str
    name: str
    orders: int
    charged: Decimal
    received: Decimal


@dataclass(frozen=True)
class MonthFigure:
    """What was counted in one month of a period; `month` is its first day there."""

    month: date
    counts: Counts


@dataclass(frozen=True)
class Figures:
    """A period in figures: the whole of it, month by month, service by service."""

    since: date
    until: date
    whole: Counts
    months: tuple[MonthFigure, ...]
    items: tuple[ItemFigure, ...]

    @property
    def amounts(self) -> tuple[Decimal, ...]:
        """All the money in it, which is written alike."""
        named = [amount for one in self.items for amount in (one.charged, one.received)]
        return (self.whole.charged, self.whole.received, *named)


def quarter_of(day: date) -> tuple[date, date]:
    """The first and the last day of a quarter (R111, R258)."""
    first = day.replace(month=(day.month - 1) // 3 * 3 + 1, day=1)
    return first, month_of(first.replace(month=first.month + 2))[1]


def months_of(since: date, until: date) -> tuple[tuple[date, date], ...]:
    """The months a period is in, each with its days in it; the latest where there are too many."""
    found = []
    first = since
    while first <= until:
        last = min(month_of(first)[1], until)
        found.append((first, last))
        if last == until:
            break
        first = last + timedelta(days=1)
    return tuple(found[-MOST_MONTHS:])
