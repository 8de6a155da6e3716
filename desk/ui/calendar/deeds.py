"""What the calendar window asks of the program, on the open desk."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from desk.domain.business_calendar import BusinessCalendar
from desk.domain.calendar_year import KnownYear
from desk.i18n import EstateFormat
from desk.services import business_calendar
from desk.services.business_calendar import OpeningHours
from desk.services.workplace import Workplace
from desk.ui.kit.record_model import Page
from desk.wording import reasons_words

HOURS = "hours"


@dataclass(frozen=True)
class CalendarRow:
    """The opening hours, or a year; `known` is None for a year that is not announced.

    `is_offered` says that the program brings the year otherwise than the estate has it.
    """

    key: str
    year: int = 0
    known: KnownYear | None = None
    is_offered: bool = False


@dataclass(frozen=True)
class Brought:
    """What a file or the program brings: years, and opening hours where it has any."""

    source: str
    years: tuple[KnownYear, ...]
    calendar: BusinessCalendar | None = None


class CalendarDeeds:
    """Thin: each method is one deed of the services."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    @property
    def custom(self) -> EstateFormat:
        """How this estate writes dates."""
        return self._workplace.estate.custom

    def today(self) -> dt.date:
        """The estate's calendar day."""
        return self.custom.day(self._workplace.now())

    def why_not_edit(self) -> str:
        """Why the clerk may not change it, "" where she may."""
        return reasons_words(business_calendar.edit_reasons(self._workplace))

    # Looking

    def page(self, _asked: Mapping[str, str], _after: object | None) -> Page[CalendarRow]:
        """Opening hours first, then the years, the latest first."""
        return Page(self.rows())

    def rows(self) -> Sequence[CalendarRow]:
        """The same: up to the first year that nobody has announced yet."""
        known = {one.year: one for one in business_calendar.years(self._workplace)}
        offered = {one.year for one in self.offered()}
        now = self.today().year
        first, last = min((*known, now)), max((*known, now + 1, self.first_unannounced()))
        years = [
            CalendarRow(str(year), year, known.get(year), year in offered)
            for year in range(last, first - 1, -1)
        ]
        return [CalendarRow(HOURS), *years]

    def hours(self) -> OpeningHours:
        """The calendar as it stands, for editing."""
        return business_calendar.hours(self._workplace)

    def year(self, year: int) -> KnownYear:
        """A year; one that is not announced has no days and no source yet."""
        known = {one.year: one for one in business_calendar.years(self._workplace)}
        return known.get(year) or KnownYear(year, "", ())

    def first_unannounced(self) -> int:
        """The next year that somebody has to announce."""
        calendar = self.hours().calendar
        year = self.today().year
        while calendar.is_announced(year):
            year += 1
        return year

    def offered(self) -> tuple[KnownYear, ...]:
        """What the program brings and the estate has not, or has otherwise."""
        return business_calendar.offered(self._workplace)

    def read_file(self, path: Path) -> Brought:
        """A calendar file, for a preview."""
        calendar, years = business_calendar.read_file(self._workplace, path)
        return Brought(path.name, years, calendar)

    # Changing

    def save_hours(self, version: int, calendar: BusinessCalendar) -> OpeningHours:
        """Working days and opening hours anew."""
        business_calendar.save(self._workplace, version, calendar)
        return self.hours()

    def save_year(self, known: KnownYear) -> KnownYear:
        """Announce a year, or correct one."""
        business_calendar.save_year(self._workplace, known)
        return self.year(known.year)

    def withdraw(self, known: KnownYear) -> None:
        """Take a year out that was announced wrongly."""
        business_calendar.withdraw_year(self._workplace, known.year, known.version)

    def bring(self, years: Sequence[KnownYear], calendar: BusinessCalendar | None) -> int:
        """Years, and with a calendar its hours too; gives how many years."""
        if calendar is not None:
            self.save_hours(self.hours().version, calendar)
        business_calendar.import_years(self._workplace, years)
        return len(years)
