"""The estate's opening hours and announced years, as read. Contents are JSON text."""

from dataclasses import dataclass
from functools import cache, partial
from typing import Any

from sqlalchemy import Select, Text, cast, func, select

from desk.models.business_calendar import BusinessCalendar, CalendarYear
from desk.models.estate import Estate
from desk.models.lists import Reader, once


@dataclass(frozen=True)
class StoredWeek:
    """The week with the zone of the estate."""

    id: int
    version: int
    zone: str
    workdays: str
    week: str


@dataclass(frozen=True)
class StoredYear:
    """One announced year."""

    id: int
    version: int
    year: int
    source: str
    days: str


def week(reader: Reader) -> StoredWeek | None:
    """The one week; None where the estate has none yet."""
    return once(reader, "week", partial(_read_week, reader))


def years(reader: Reader) -> tuple[StoredYear, ...]:
    """Every announced year, in order."""
    return once(reader, "years", partial(_read_years, reader))


def is_kept(reader: Reader) -> bool:
    """Whether the estate has opening hours."""
    return bool(reader.scalar(select(func.count()).select_from(BusinessCalendar)))


def _read_week(reader: Reader) -> StoredWeek | None:
    row = reader.execute(_week()).first()
    return None if row is None else StoredWeek(*row)


def _read_years(reader: Reader) -> tuple[StoredYear, ...]:
    return tuple(StoredYear(*row) for row in reader.execute(_years()))


@cache
def _week() -> Select[*tuple[Any, ...]]:
    return (
        select(
            BusinessCalendar.id,
            BusinessCalendar.version,
            Estate.zone,
            cast(BusinessCalendar.workdays, Text),
            cast(BusinessCalendar.week, Text),
        )
        .select_from(BusinessCalendar)
        .join(Estate, Estate.id > 0)
        .limit(1)
    )


@cache
def _years() -> Select[*tuple[Any, ...]]:
    columns = CalendarYear.id, CalendarYear.version, CalendarYear.year, CalendarYear.source
    return select(*columns, cast(CalendarYear.days, Text)).order_by(CalendarYear.year)
