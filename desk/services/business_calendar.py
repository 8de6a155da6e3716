"""When the estate works and its desk is open: opening hours, and the years whose days are known.

The program brings the announced years of its three regions; the estate edits them and brings in
later ones. A year that is not among them is counted by its weekdays, and said to be so (K10).
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from desk.domain import calendar_file
from desk.domain.business_calendar import (
    NAME_LIMIT,
    BusinessCalendar,
    DayKind,
    SpecialDay,
    calendar_reasons,
)
from desk.domain.calendar_year import SOURCE_LIMIT, KnownYear, year_reasons
from desk.domain.permissions import Permission
from desk.domain.reasons import Reason
from desk.errors import EnvironmentFault, NotFound, RuleRefused
from desk.models.business_calendar import BusinessCalendar as WeekRow
from desk.models.business_calendar import CalendarYear as YearRow
from desk.models.lists import Reader
from desk.models.lists import business_calendar as calendar_list
from desk.models.lists import estate as estate_list
from desk.models.lists.business_calendar import StoredWeek, StoredYear
from desk.models.unit_of_work import UnitOfWork
from desk.services import calendar_data
from desk.services.calendar_data import calendar_of, shipped
from desk.services.cleaning import Cleaning
from desk.services.workplace import Workplace

__all__ = [
    "KnownYear",
    "OpeningHours",
    "edit_reasons",
    "ensure",
    "hours",
    "import_years",
    "is_kept",
    "of",
    "offered",
    "read_file",
    "save",
    "save_year",
    "shipped",
    "withdraw_year",
    "years",
]

Source = Workplace | UnitOfWork | Reader


@dataclass(frozen=True)
class OpeningHours:
    """The estate's calendar, and the version of its week for saving."""

    calendar: BusinessCalendar
    version: int


# Looking


def of(at: Source) -> BusinessCalendar:
    """The estate's calendar in the estate's zone; one parsed for all who ask for the same."""
    if isinstance(at, Workplace):
        with at.reading() as reader:
            return _calendar(*_stored(reader))
    return _calendar(*_stored(at.reader if isinstance(at, UnitOfWork) else at))


def hours(workplace: Workplace) -> OpeningHours:
    """The calendar as it stands, for editing."""
    with workplace.reading() as reader:
        week, years = _stored(reader)
    return OpeningHours(_calendar(week, years), week.version)


def years(workplace: Workplace) -> tuple[KnownYear, ...]:
    """The announced years that the estate knows, in order."""
    with workplace.reading() as reader:
        _week, stored = _stored(reader)
    return tuple(map(_known, stored))


def edit_reasons(workplace: Workplace) -> tuple[Reason, ...]:
    """Why the clerk may not change it: the words on a shut button."""
    return workplace.missing(Permission.EDIT_POLICY)


def offered(workplace: Workplace) -> tuple[KnownYear, ...]:
    """Years of the estate's region that the estate has not, or has otherwise.

    So they are after the program was renewed, and when the estate's region was corrected.
    """
    _hours, brought = shipped(workplace.estate.region)
    own = {one.year: one.days for one in years(workplace)}
    return _planned(workplace, (one for one in brought if own.get(one.year) != one.days))


def read_file(workplace: Workplace, path: Path) -> tuple[BusinessCalendar, tuple[KnownYear, ...]]:
    """A calendar file from outside, for a preview; `save` and `import_years` carry it out."""
    workplace.require(Permission.EDIT_POLICY)
    calendar, brought = calendar_data.read_file(path)
    return calendar, _planned(workplace, brought)


# Changing


def save(workplace: Workplace, version: int, calendar: BusinessCalendar) -> None:
    """Write working days and opening hours down anew; the years stay as they are."""
    with workplace.deed(Permission.EDIT_POLICY) as work:
        week = _week(work.reader)
        row = work.get_as_seen(WeekRow, week.id, version)
        reasons = calendar_reasons(replace(calendar, zone=week.zone))
        if reasons:
            raise RuleRefused(reasons)
        row.workdays, row.week = _as_stored(calendar)
        work.commit()


def save_year(workplace: Workplace, known: KnownYear) -> None:
    """Write an announced year down, or down anew; StaleRecord when it was changed meanwhile."""
    import_years(workplace, [known])


def import_years(workplace: Workplace, brought: Iterable[KnownYear]) -> None:
    """Write announced years down, all of them or none; a year that is known is replaced."""
    workplace.require(Permission.EDIT_POLICY)
    cleaning = Cleaning()
    brought = [_clean(cleaning, one) for one in brought]
    cleaning.refuse([reason for one in brought for reason in year_reasons(one)])
    with workplace.deed(Permission.EDIT_POLICY) as work:
        own = {one.year: one for one in calendar_list.years(work.reader)}
        for one in brought:
            _put(work, own.get(one.year), one)
        work.commit()


def withdraw_year(workplace: Workplace, year: int, version: int) -> None:
    """Take a year out that was announced wrongly, or for another region; the trail keeps it."""
    with workplace.deed(Permission.EDIT_POLICY) as work:
        found = [one for one in calendar_list.years(work.reader) if one.year == year]
        if not found:
            raise NotFound("calendar_year", str(year))
        work.session.delete(work.get_as_seen(YearRow, found[0].id, version))
        work.commit()


def is_kept(reader: Reader) -> bool:
    """Whether the estate has a calendar."""
    return calendar_list.is_kept(reader)


def ensure(work: UnitOfWork) -> None:
    """An estate without a calendar begins with its region's hours and announced years."""
    if is_kept(work.reader):
        return
    calendar, brought = shipped(estate_list.estate(work.reader).region)
    workdays, week = _as_stored(calendar)
    work.add(WeekRow(workdays=workdays, week=week))
    work.add(*(_row(one) for one in brought))


# Parts


def _stored(reader: Reader) -> tuple[StoredWeek, tuple[StoredYear, ...]]:
    return _week(reader), calendar_list.years(reader)


def _week(reader: Reader) -> StoredWeek:
    found = calendar_list.week(reader)
    if found is None:
        raise EnvironmentFault("storage.unfinished")
    return found


@lru_cache(maxsize=4)
def _calendar(week: StoredWeek, years: tuple[StoredYear, ...]) -> BusinessCalendar:
    *days, holiday = json.loads(week.week)
    return calendar_of(
        {
            "zone": week.zone,
            "workdays": json.loads(week.workdays),
            "week": days,
            "holiday": holiday,
            "announced": [one.year for one in years],
            "special": [day for one in years for day in json.loads(one.days)],
        }
    )


def _as_stored(calendar: BusinessCalendar) -> tuple[list[int], list[Any]]:
    data = calendar_file.calendar_data(calendar)
    return data["workdays"], [*data["week"], data["holiday"]]


def _known(stored: StoredYear) -> KnownYear:
    days = tuple(map(_special_day, json.loads(stored.days)))
    return KnownYear(stored.year, stored.source, days, stored.version)


def _special_day(entry: Mapping[str, str]) -> SpecialDay:
    return SpecialDay(date.fromisoformat(entry["day"]), DayKind(entry["kind"]), entry["name"])


def _planned(workplace: Workplace, brought: Iterable[KnownYear]) -> tuple[KnownYear, ...]:
    """The years with the versions of those that they would replace."""
    versions = {one.year: one.version for one in years(workplace)}
    return tuple(replace(one, version=versions.get(one.year, 0)) for one in brought)


def _clean(cleaning: Cleaning, known: KnownYear) -> KnownYear:
    days = (replace(one, name=cleaning.line(one.name, NAME_LIMIT, "special")) for one in known.days)
    source = cleaning.line(known.source, SOURCE_LIMIT, "source")
    return replace(known, source=source, days=tuple(sorted(days, key=lambda one: one.day)))


def _put(work: UnitOfWork, stored: StoredYear | None, known: KnownYear) -> None:
    if stored is None:
        work.add(_row(known))
        return
    row = work.get_as_seen(YearRow, stored.id, known.version)
    row.source, row.days = known.source, _days(known)


def _row(known: KnownYear) -> YearRow:
    return YearRow(year=known.year, source=known.source, days=_days(known))


def _days(known: KnownYear) -> list[dict[str, str]]:
    return [
        {"day": one.day.isoformat(), "kind": str(one.kind), "name": one.name} for one in known.days
    ]
