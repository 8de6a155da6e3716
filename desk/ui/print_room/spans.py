"""The spans of days that the print log is narrowed to."""

import datetime as dt
from collections.abc import Sequence

from desk.i18n import _, pgettext
from desk.ui.kit.choice_field import Choice

_DAY = dt.timedelta(days=1)


def span_choices() -> Sequence[Choice]:
    """The usual ones."""
    return [
        Choice("today", pgettext("span", "Today")),
        Choice("week", _("Last 7 days")),
        Choice("month", _("This month")),
        Choice("year", _("This year")),
    ]


def first_day(code: str | None, today: dt.date) -> dt.date | None:
    """The first day of a span, up to today; None for all days."""
    firsts = {
        "today": today,
        "week": today - 6 * _DAY,
        "month": today.replace(day=1),
        "year": today.replace(month=1, day=1),
    }
    return firsts.get(code or "")
