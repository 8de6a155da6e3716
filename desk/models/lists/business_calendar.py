"""The estate's opening hours and announced years, as read. Contents are JSON text."""

from dataclasses import dataclass

from sqlalchemy import Text, cast, func, select

from desk.models.business_calendar import BusinessCalendar, CalendarYear
from desk.models.estate import Estate
from desk.models.lists import Reader


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
    row = reader.execute(
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
    ).first()
    return None if row is None else StoredWeek(*row)


def years(reader: Reader) -> tuple[StoredYear, ...]:
    """Every announced year, in order."""
    columns = CalendarYear.id, CalendarYear.version, CalendarYear.year, CalendarYear.source
    query = select(*columns, cast(CalendarYear.days, Text)).order_by(CalendarYear.year)
    return tuple(StoredYear(*row) for row in reader.execute(query))


def is_kept(reader: Reader) -> bool:
    """Whether the estate has opening hours."""
    return bool(reader.scalar(select(func.count()).select_from(BusinessCalendar)))
