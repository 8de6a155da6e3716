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


@dataclass(frozen=True)
class YearChanges:
    """What becomes of a year's special days: days that come, that go, and that are otherwise."""

    added: tuple[SpecialDay, ...]
    gone: tuple[SpecialDay, ...]
    changed: tuple[SpecialDay, ...]

    def __bool__(self) -> bool:
        return bool(self.added or self.gone or self.changed)


def year_changes(before: KnownYear | None, after: KnownYear) -> YearChanges:
    """What another account of a year changes; all of it is new where the year was not known."""
    former = {one.day: one for one in before.days} if before is not None else {}
    present = {one.day: one for one in after.days}
    return YearChanges(
        added=tuple(one for day, one in present.items() if day not in former),
        gone=tuple(one for day, one in former.items() if day not in present),
        changed=tuple(one for day, one in present.items() if former.get(day, one) != one),
    )


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
