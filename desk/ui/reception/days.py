"""Which days of the register are asked for: the usual spans by a name, any other by its ends."""

import calendar
import datetime as dt
from collections.abc import Mapping, Sequence

from desk.i18n import EstateFormat, _
from desk.ui.kit.choice_field import Choice

Span = tuple[dt.date | None, dt.date | None]
CHOSEN = "chosen"
_DAY = dt.timedelta(days=1)


def day_choices() -> Sequence[Choice]:
    """The spans a desk asks for."""
    return [
        Choice("today", _("Today")),
        Choice("yesterday", _("Yesterday")),
        Choice("week", _("Last 7 days")),
        Choice("month", _("This month")),
        Choice("last_month", _("Last month")),
        Choice("year", _("This year")),
        Choice(CHOSEN, _("From … to …")),
    ]


def span_of(asked: Mapping[str, str], today: dt.date, custom: EstateFormat) -> Span:
    """First and last day, both included; None where there is no bound.

    A day that cannot be read bounds nothing.
    """
    code = asked.get("days")
    if code == CHOSEN:
        first = custom.parse_date(asked.get("first_day", ""))
        last = custom.parse_date(asked.get("last_day", ""))
        return first, last
    return (None, None) if code is None else _named(code, today)


def _named(code: str, today: dt.date) -> Span:
    month = today.replace(day=1)
    before = month - _DAY
    return {
        "today": (today, today),
        "yesterday": (today - _DAY, today - _DAY),
        "week": (today - 6 * _DAY, today),
        "month": (month, month.replace(day=calendar.monthrange(month.year, month.month)[1])),
        "last_month": (before.replace(day=1), before),
        "year": (today.replace(month=1, day=1), today.replace(month=12, day=31)),
    }[code]
