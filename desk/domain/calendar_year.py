"""One announced year of a calendar: its holidays and make-up days, and who announced them."""

from collections.abc import Iterator
from dataclasses import dataclass

from desk.domain.business_calendar import BusinessCalendar, SpecialDay, special_reasons
from desk.domain.reasons import Reason

SOURCE_LIMIT = 200
YEARS = range(1990, 2200)


@dataclass(frozen=True)
class KnownYear:
    """The special days of one announced year; `source` says who announced them.

    `version` is 0 for a year that the estate has not yet.
    """

    year: int
    source: str
    days: tuple[SpecialDay, ...]
    version: int = 0


def years_of(calendar: BusinessCalendar, source: str) -> Iterator[KnownYear]:
    """The announced years of a calendar, each with its days in order."""
    for year in sorted(calendar.announced):
        days = (entry for day, entry in sorted(calendar.special.items()) if day.year == year)
        yield KnownYear(year, source, tuple(days))


def year_reasons(known: KnownYear) -> tuple[Reason, ...]:
    """An announced year says who announced it, and holds days of its own, each once."""
    return tuple(_reasons(known))


def _reasons(known: KnownYear) -> Iterator[Reason]:
    if known.year not in YEARS:
        yield Reason("calendar.year.outside", "year", {"least": YEARS[0], "most": YEARS[-1]})
    if not known.source:
        yield Reason("calendar.source.missing", "source")
    for one in known.days:
        if one.day.year != known.year:
            day, year = one.day.isoformat(), str(known.year)
            yield Reason("calendar.special.other_year", "special", {"day": day, "year": year})
    yield from special_reasons(known.days)
