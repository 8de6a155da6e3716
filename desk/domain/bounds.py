"""How far from today a day or a moment may lie that is written down: one rule for what is told late
and for what is still to come. What lies farther off is a slip of the keys."""

from datetime import date, datetime, timedelta
from typing import TypeVar

Told = TypeVar("Told", date, datetime)

LOOK_BACK = timedelta(days=3_653)  # ten years: what happened and is written down only now
AHEAD = timedelta(days=366)  # a year: what is arranged beforehand
MOST_YEARS = 30  # from the first year to the last of what two parties bind themselves to


def is_long_ago(told: Told | None, now: Told) -> bool:
    """Whether a day or a moment lies more than ten years back."""
    return told is not None and now - told > LOOK_BACK


def is_far_ahead(told: Told | None, now: Told) -> bool:
    """Whether a day or a moment lies more than a year ahead."""
    return told is not None and told - now > AHEAD


def is_overlong(starts: date | None, ends: date | None) -> bool:
    """Whether a term runs for more years than anybody binds himself."""
    return starts is not None and ends is not None and ends.year - starts.year > MOST_YEARS
