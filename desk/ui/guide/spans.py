"""The spans of days that an inspection looks at."""

import datetime as dt
from collections.abc import Sequence

from desk.i18n import _
from desk.ui.kit.choice_field import Choice

_DAY = dt.timedelta(days=1)
MONTH = "month"


def span_choices() -> Sequence[Choice]:
    """The usual ones."""
    return [
        Choice("week", _("Last 7 days")),
        Choice(MONTH, _("This month")),
        Choice("last_month", _("Last month")),
        Choice("quarter", _("Last 90 days")),
        Choice("year", _("This year")),
    ]


def span_of(code: str | None, today: dt.date) -> tuple[dt.date, dt.date]:
    """First and last day, both included; the last 365 days where none is named."""
    month = today.replace(day=1)
    before = month - _DAY
    spans = {
        "week": (today - 6 * _DAY, today),
        MONTH: (month, today),
        "last_month": (before.replace(day=1), before),
        "quarter": (today - 89 * _DAY, today),
        "year": (today.replace(month=1, day=1), today),
    }
    return spans.get(code or "", (today - 364 * _DAY, today))
