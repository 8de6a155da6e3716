"""Opening hours and announced years: what an estate begins with, and what it changes."""

import datetime as dt
import json
from dataclasses import replace
from pathlib import Path

import pytest

from desk.domain.business_calendar import BusinessCalendar, DayKind, SpecialDay
from desk.domain.calendar_year import KnownYear
from desk.domain.estate import Calendar, EstateEntry, Region
from desk.domain.permissions import Permission, Role
from desk.domain.staff import AccountEntry
from desk.errors import EnvironmentFault, NotFound, RuleRefused, StaleRecord
from desk.services import business_calendar, estate_settings, sign_in, staff
from desk.services.workplace import Workplace
from tests.conftest import CHEAP, PASSWORD

NEW_YEAR = SpecialDay(dt.date(2031, 1, 1), DayKind.HOLIDAY, "元旦")
YEAR = KnownYear(2031, "政府公告", (NEW_YEAR,))
REGIONS = ("HK", "TW", "CN")


def year_of(workplace: Workplace, year: int) -> KnownYear:
    return {one.year: one for one in business_calendar.years(workplace)}[year]


def codes(refused: RuleRefused) -> list[str]:
    return [one.code for one in refused.reasons]


@pytest.mark.parametrize("region", REGIONS)
def test_each_region_comes_with_hours_and_announced_years(region: str) -> None:
    calendar, years = business_calendar.shipped(region)
    assert 2026 in calendar.announced
    assert [one.year for one in years] == sorted(calendar.announced)
    assert all(one.source and one.days for one in years)
    assert sum(len(one.days) for one in years) == len(calendar.special)


def test_an_estate_begins_with_its_regions_calendar(workplace: Workplace) -> None:
    calendar = business_calendar.of(workplace)
    assert calendar == business_calendar.shipped("HK")[0]
    assert calendar.zone == "Asia/Hong_Kong"
    assert not calendar.is_working_day(dt.date(2026, 12, 25))


def test_it_is_the_same_inside_a_deed_and_parsed_once(workplace: Workplace) -> None:
    with workplace.deed(Permission.READ) as work:
        assert business_calendar.of(work) is business_calendar.of(work.reader)
    assert business_calendar.of(workplace) is business_calendar.of(workplace)


def test_opening_hours_are_written_down_anew(workplace: Workplace) -> None:
    known = business_calendar.hours(workplace)
    late = replace(
        known.calendar, week=(((600, 1440),),) * 7, workdays=frozenset(range(6)), holiday=((0, 60),)
    )
    business_calendar.save(workplace, known.version, late)
    changed = business_calendar.of(workplace)
    assert (changed.week, changed.holiday, changed.workdays) == (
        late.week,
        late.holiday,
        late.workdays,
    )
    assert changed.announced == known.calendar.announced
    with pytest.raises(StaleRecord):
        business_calendar.save(workplace, known.version, late)


def test_hours_that_overlap_are_refused(workplace: Workplace) -> None:
    known = business_calendar.hours(workplace)
    wrong = replace(known.calendar, week=(((600, 700), (650, 800)),) * 7, workdays=frozenset())
    with pytest.raises(RuleRefused) as refused:
        business_calendar.save(workplace, known.version, wrong)
    assert codes(refused.value) == [*["calendar.week.spans"] * 7, "calendar.workdays.missing"]


def test_a_year_not_announced_is_said_to_be_so_until_it_is_brought_in(workplace: Workplace) -> None:
    assert business_calendar.of(workplace).unannounced(dt.date(2031, 1, 1), dt.date(2031, 2, 1))
    business_calendar.save_year(workplace, YEAR)
    calendar = business_calendar.of(workplace)
    assert calendar.is_announced(2031)
    assert calendar.special[NEW_YEAR.day] == NEW_YEAR
    assert year_of(workplace, 2031) == replace(YEAR, version=1)


def test_a_year_is_corrected_and_nobodys_correction_is_lost(workplace: Workplace) -> None:
    business_calendar.save_year(workplace, YEAR)
    seen = year_of(workplace, 2031)
    business_calendar.save_year(workplace, replace(seen, days=()))
    assert year_of(workplace, 2031).days == ()
    with pytest.raises(StaleRecord):
        business_calendar.save_year(workplace, seen)
    with pytest.raises(StaleRecord):
        business_calendar.save_year(workplace, YEAR)


def test_a_year_taken_out_counts_by_its_weekdays_again(workplace: Workplace) -> None:
    business_calendar.save_year(workplace, YEAR)
    business_calendar.withdraw_year(workplace, 2031, 1)
    assert not business_calendar.of(workplace).is_announced(2031)
    with pytest.raises(NotFound):
        business_calendar.withdraw_year(workplace, 2031, 1)


def test_a_year_says_who_announced_it_and_holds_its_own_days_once(workplace: Workplace) -> None:
    other = SpecialDay(dt.date(2032, 1, 1), DayKind.HOLIDAY)
    wrong = KnownYear(2031, " ", (NEW_YEAR, NEW_YEAR, other))
    with pytest.raises(RuleRefused) as refused:
        business_calendar.import_years(workplace, [wrong, replace(YEAR, year=1066, days=())])
    assert set(codes(refused.value)) == {
        "calendar.source.missing",
        "calendar.special.other_year",
        "calendar.special.twice",
        "calendar.year.outside",
    }
    assert not business_calendar.of(workplace).is_announced(2031)


def test_names_of_days_are_cleaned(workplace: Workplace) -> None:
    named = replace(YEAR, days=(replace(NEW_YEAR, name=" 元\u202e旦 "),))
    business_calendar.save_year(workplace, named)
    assert year_of(workplace, 2031).days[0].name == "元旦"


def test_what_the_region_announced_meanwhile_is_offered(workplace: Workplace) -> None:
    assert business_calendar.offered(workplace) == ()
    known = year_of(workplace, 2026)
    business_calendar.save_year(workplace, replace(known, days=known.days[1:]))
    (offer,) = business_calendar.offered(workplace)
    business_calendar.save_year(workplace, offer)
    assert year_of(workplace, 2026).days == known.days


def test_another_regions_years_are_offered_when_the_region_is_corrected(
    workplace: Workplace,
) -> None:
    entry = EstateEntry("翠湖花園", Region.TW, Calendar.ROC)
    version = estate_settings.current(workplace).version
    moved = estate_settings.change(workplace, version, entry)
    assert business_calendar.of(moved).zone == "Asia/Taipei"
    offer = business_calendar.offered(moved)
    business_calendar.import_years(moved, offer)
    assert business_calendar.offered(moved) == ()
    (*_others, last) = business_calendar.shipped("TW")[1]
    assert year_of(moved, last.year).days == last.days


def calendar_file(path: Path, **change: object) -> Path:
    content = {
        "zone": "Asia/Hong_Kong",
        "workdays": [0, 1],
        "week": [[["09:00", "18:00"]]] * 7,
        "announced": [2026, 2031],
        "special": [{"day": "2031-01-01", "kind": "holiday", "name": "元旦"}],
        **change,
    }
    path.write_text(json.dumps(content), encoding="utf-8-sig")
    return path


def test_a_calendar_file_is_read_and_brought_in(workplace: Workplace, tmp_path: Path) -> None:
    path = calendar_file(tmp_path / "年曆.json")
    calendar, years = business_calendar.read_file(workplace, path)
    assert [(one.year, one.version) for one in years] == [(2026, 1), (2031, 0)]
    business_calendar.import_years(workplace, years)
    business_calendar.save(workplace, business_calendar.hours(workplace).version, calendar)
    brought = business_calendar.of(workplace)
    assert brought.special[NEW_YEAR.day] == NEW_YEAR
    assert brought.workdays == {0, 1}
    assert year_of(workplace, 2031).source == "年曆.json"


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"[]", b"{", b"[" * 100_000, b"3"])
def test_a_file_that_holds_no_calendar_is_refused(
    workplace: Workplace, tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(content)
    with pytest.raises(RuleRefused) as refused:
        business_calendar.read_file(workplace, path)
    assert codes(refused.value) == ["calendar.file.unlike"]


def test_a_file_with_faults_tells_all_of_them(workplace: Workplace, tmp_path: Path) -> None:
    path = calendar_file(tmp_path / "a.json", week=[], workdays=[9], special=[{"day": "x"}])
    with pytest.raises(RuleRefused) as refused:
        business_calendar.read_file(workplace, path)
    assert len(refused.value.reasons) >= 3


def test_a_file_that_is_gone_or_too_big_is_said(workplace: Workplace, tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFault, match="missing"):
        business_calendar.read_file(workplace, tmp_path / "gone.json")
    (tmp_path / "big.json").write_bytes(b" " * 3_000_000)
    with pytest.raises(EnvironmentFault, match="too_big"):
        business_calendar.read_file(workplace, tmp_path / "big.json")


def test_only_who_edits_the_policy_edits_the_calendar(workplace: Workplace) -> None:
    staff.add(workplace, AccountEntry("lee", "李美玲", Role.RECEPTIONIST), PASSWORD, CHEAP)
    other = sign_in.switch(workplace, "lee", PASSWORD)
    assert business_calendar.edit_reasons(other)
    with pytest.raises(RuleRefused):
        business_calendar.save_year(other, YEAR)
    with pytest.raises(RuleRefused):
        business_calendar.save(other, 1, BusinessCalendar.plain("Asia/Hong_Kong"))
    assert business_calendar.of(other).is_announced(2026)
