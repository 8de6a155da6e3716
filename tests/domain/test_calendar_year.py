"""What another account of an announced year changes."""

import datetime as dt

from desk.domain.business_calendar import DayKind, SpecialDay
from desk.domain.calendar_year import KnownYear, year_changes

LABOUR = SpecialDay(dt.date(2026, 5, 1), DayKind.HOLIDAY, "勞動節")
CHRISTMAS = SpecialDay(dt.date(2026, 12, 25), DayKind.HOLIDAY, "聖誕節")
MADE_UP = SpecialDay(dt.date(2026, 12, 25), DayKind.WORKING, "補班")


def year(*days: SpecialDay, source: str = "憲報") -> KnownYear:
    return KnownYear(2026, source, days, 1)


def test_days_come_go_and_change() -> None:
    told = year_changes(year(LABOUR, CHRISTMAS), year(MADE_UP))
    assert (told.added, told.gone, told.changed) == ((), (LABOUR,), (MADE_UP,))
    assert year_changes(year(LABOUR), year(LABOUR, CHRISTMAS)).added == (CHRISTMAS,)


def test_of_a_year_nobody_knew_everything_is_new() -> None:
    assert year_changes(None, year(LABOUR)).added == (LABOUR,)


def test_the_same_days_change_nothing_whoever_announced_them() -> None:
    assert not year_changes(year(LABOUR), year(LABOUR, source="公告"))
    assert year_changes(year(LABOUR), year())
