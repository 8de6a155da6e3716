"""The estate's calendar: working days, opening hours, announced years, the estate's clock."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desk.config import resources_folder
from desk.domain.business_calendar import (
    BusinessCalendar,
    DayKind,
    SpecialDay,
    by_day,
    calendar_reasons,
)
from desk.domain.calendar_file import calendar_data, read_calendar

PLAIN = BusinessCalendar.plain("Asia/Hong_Kong")
OFFICE = ((540, 1080),)
REGIONS = ("HK", "TW", "CN")


def shipped(region: str) -> BusinessCalendar:
    path = resources_folder() / "calendars" / f"{region}.json"
    calendar, reasons = read_calendar(json.loads(path.read_text("utf-8")))
    assert reasons == ()
    assert calendar is not None
    return calendar


def codes(calendar: BusinessCalendar) -> list[str]:
    return [reason.code for reason in calendar_reasons(calendar)]


def test_an_estate_begins_with_a_plain_week_and_no_announced_year() -> None:
    days = [date(2026, 11, 16) + timedelta(days=n) for n in range(7)]

    assert [PLAIN.is_working_day(day) for day in days] == [True] * 5 + [False] * 2
    assert [PLAIN.opening(day) for day in days] == [OFFICE] * 5 + [()] * 2
    assert PLAIN.opening_day == timedelta(hours=9)
    assert not PLAIN.is_announced(2026)
    assert codes(PLAIN) == []


def test_a_desk_may_open_on_a_sunday_that_is_no_working_day() -> None:
    open_always = replace(PLAIN, week=(((0, 1440),),) * 7, holiday=((0, 1440),))
    sunday = date(2026, 11, 22)

    assert not open_always.is_working_day(sunday)
    assert open_always.opening(sunday) == ((0, 1440),)
    assert codes(open_always) == []


def test_a_holiday_is_closed_and_a_make_up_day_opens_like_a_working_day() -> None:
    friday, saturday = date(2026, 10, 9), date(2026, 10, 10)
    calendar = replace(
        PLAIN,
        special=by_day(
            [
                SpecialDay(saturday, DayKind.WORKING, "调休上班"),
                SpecialDay(friday, DayKind.HOLIDAY, "國慶日"),
            ]
        ),
    )

    assert list(calendar.special) == [friday, saturday]
    assert not calendar.is_working_day(friday)
    assert calendar.opening(friday) == ()
    assert calendar.is_working_day(saturday)
    assert calendar.opening(saturday) == OFFICE


def test_a_make_up_day_of_a_desk_closed_on_working_days_opens_like_its_weekday() -> None:
    saturday = date(2026, 10, 10)
    calendar = replace(
        PLAIN,
        week=((),) * 5 + (((600, 660),), ()),
        special=by_day([SpecialDay(saturday, DayKind.WORKING)]),
    )

    assert calendar.opening(saturday) == ((600, 660),)


def test_years_counted_by_weekdays_alone_are_named() -> None:
    calendar = replace(PLAIN, announced=frozenset({2026}))

    assert calendar.unannounced(date(2025, 12, 31), date(2027, 1, 1)) == (2025, 2027)
    assert calendar.unannounced(date(2026, 1, 1), date(2026, 12, 31)) == ()


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"zone": "Asia/Nowhere"}, ["calendar.zone.unknown"]),
        ({"zone": ""}, ["calendar.zone.unknown"]),
        ({"zone": "../etc"}, ["calendar.zone.unknown"]),
        ({"week": (OFFICE,) * 6}, ["calendar.week.incomplete"]),
        ({"week": (((540, 600), (590, 700)),) + (OFFICE,) * 6}, ["calendar.week.spans"]),
        ({"week": (((700, 800), (540, 600)),) + (OFFICE,) * 6}, ["calendar.week.spans"]),
        ({"week": (((540, 540),),) + (OFFICE,) * 6}, ["calendar.week.spans"]),
        ({"week": (((0, 1441),),) + (OFFICE,) * 6}, ["calendar.week.spans"]),
        ({"week": (((-1, 60),),) + (OFFICE,) * 6}, ["calendar.week.spans"]),
        ({"week": (((0, 600), (600, 1440)),) + (OFFICE,) * 6}, []),
        ({"holiday": ((60, 30),)}, ["calendar.holiday.spans"]),
        ({"workdays": frozenset()}, ["calendar.workdays.missing"]),
        ({"workdays": frozenset({7})}, ["calendar.workdays.missing"]),
        ({"week": ((),) * 7}, ["calendar.opening.missing"]),
    ],
)
def test_a_calendar_that_cannot_be_used_is_refused(
    change: dict[str, Any], expected: list[str]
) -> None:
    assert codes(replace(PLAIN, **change)) == expected


# The calendars that are shipped


@pytest.mark.parametrize(
    ("region", "day", "kind"),
    [
        ("HK", date(2026, 4, 7), DayKind.HOLIDAY),  # 復活節星期一翌日
        ("HK", date(2026, 12, 26), DayKind.HOLIDAY),
        ("HK", date(2027, 2, 9), DayKind.HOLIDAY),  # 農曆年初四
        ("TW", date(2024, 2, 17), DayKind.WORKING),  # 補行上班
        ("TW", date(2025, 10, 24), DayKind.HOLIDAY),
        ("TW", date(2026, 10, 26), DayKind.HOLIDAY),
        ("CN", date(2026, 2, 14), DayKind.WORKING),  # 调休上班
        ("CN", date(2026, 2, 23), DayKind.HOLIDAY),
        ("CN", date(2026, 10, 10), DayKind.WORKING),
        ("CN", date(2025, 1, 26), DayKind.WORKING),
    ],
)
def test_the_shipped_days_are_those_the_regions_published(
    region: str, day: date, kind: DayKind
) -> None:
    assert shipped(region).special[day].kind is kind


@pytest.mark.parametrize(
    ("region", "year", "working_days"),
    # Hong Kong: 261 weekdays less 14 of the 17 holidays, the others being Saturdays. Taiwan: 120
    # days off. Mainland: 261 weekdays less 19 days off on them, plus 6 days made up.
    [("HK", 2026, 247), ("TW", 2026, 245), ("CN", 2026, 248)],
)
def test_a_shipped_year_has_as_many_working_days_as_was_published(
    region: str, year: int, working_days: int
) -> None:
    calendar = shipped(region)
    days = (date(year, 1, 1) + timedelta(days=n) for n in range(365))

    assert sum(calendar.is_working_day(day) for day in days) == working_days


@pytest.mark.parametrize(
    ("region", "announced"),
    [
        ("HK", {2024, 2025, 2026, 2027}),
        ("TW", {2024, 2025, 2026}),
        ("CN", {2024, 2025, 2026}),
    ],
)
def test_no_shipped_calendar_claims_a_year_or_a_day_that_was_not_announced(
    region: str, announced: set[int]
) -> None:
    calendar = shipped(region)

    assert calendar.announced == announced
    assert {day.year for day in calendar.special} == announced
    assert all(entry.name for entry in calendar.special.values())


def test_only_regions_with_make_up_days_have_any() -> None:
    kinds = {
        region: {entry.kind for entry in shipped(region).special.values()} for region in REGIONS
    }

    assert kinds["HK"] == {DayKind.HOLIDAY}
    assert kinds["TW"] == kinds["CN"] == set(DayKind)


# The file


@pytest.mark.parametrize("region", REGIONS)
def test_a_calendar_comes_back_from_its_file_as_it_went(region: str) -> None:
    calendar = shipped(region)

    again, reasons = read_calendar(json.loads(json.dumps(calendar_data(calendar))))

    assert reasons == ()
    assert again == calendar


def test_a_file_needs_only_its_week_and_zone() -> None:
    week = [[["00:00", "24:00"]], [], [], [], [], [], []]
    calendar, reasons = read_calendar({"zone": "Asia/Taipei", "week": week, "workdays": [6]})

    assert reasons == ()
    assert calendar == BusinessCalendar(
        "Asia/Taipei", (((0, 1440),),) + ((),) * 6, workdays=frozenset({6})
    )


GOOD = calendar_data(PLAIN)
DAY = {"day": "2026-10-01", "kind": "holiday", "name": "國慶日"}


@pytest.mark.parametrize(
    ("part", "value", "expected"),
    [
        ("zone", 8, ["calendar.zone.unknown"]),
        ("week", None, ["calendar.week.incomplete", "calendar.opening.missing"]),
        ("week", "Monday", ["calendar.week.incomplete", "calendar.opening.missing"]),
        ("week", [[["09:00", "18:00"]]] * 6 + [5], ["calendar.week.spans"]),
        ("week", [[["09:00", "18:00"]]] * 6 + [[["09:00"]]], ["calendar.week.spans"]),
        ("week", [[["09:00", "18:00"]]] * 6 + [[["9", "18:00"]]], ["calendar.week.spans"]),
        ("week", [[["09:00", "18:00"]]] * 6 + [[["09:00", "24:01"]]], ["calendar.week.spans"]),
        (
            "week",
            [[["18:00", "09:00"]]] * 7,
            ["calendar.week.spans"] * 7 + ["calendar.opening.missing"],
        ),
        ("holiday", {}, ["calendar.holiday.spans"]),
        ("workdays", [0, True], ["calendar.workdays.missing"]),
        ("workdays", [0, 9], ["calendar.workdays.missing"]),
        ("announced", [2026, "2027"], ["calendar.announced.unlike"]),
        ("announced", [0], ["calendar.announced.unlike"]),
        ("special", None, ["calendar.special.list"]),
        ("special", [DAY] * 5001, ["calendar.special.list"]),
        ("special", ["2026-10-01"], ["calendar.special.unlike"]),
        ("special", [{**DAY, "day": "2026-02-29"}], ["calendar.special.unlike"]),
        ("special", [{**DAY, "day": "20261001"}], ["calendar.special.unlike"]),
        ("special", [{**DAY, "kind": "party"}], ["calendar.special.unlike"]),
        ("special", [{**DAY, "kind": []}], ["calendar.special.unlike"]),
        ("special", [{**DAY, "name": 5}], ["calendar.special.unlike"]),
        ("special", [{**DAY, "name": "假" * 81}], ["calendar.special.unlike"]),
        ("special", [DAY, DAY], ["calendar.special.twice"]),
    ],
)
def test_a_file_that_stands_for_no_calendar_says_why(
    part: str, value: object, expected: list[str]
) -> None:
    calendar, reasons = read_calendar({**GOOD, part: value})

    assert calendar is None
    assert [reason.code for reason in reasons] == expected


def test_a_file_tells_which_entry_cannot_be_read() -> None:
    _calendar, reasons = read_calendar({**GOOD, "special": [DAY, {}, DAY, 5]})

    assert [(one.code, dict(one.parameters)) for one in reasons] == [
        ("calendar.special.unlike", {"number": 2}),
        ("calendar.special.unlike", {"number": 4}),
        ("calendar.special.twice", {"day": "2026-10-01"}),
    ]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(sorted(GOOD)), JSON, JSON)
def test_no_file_whatever_is_more_than_refused(part: str, value: object, whole: object) -> None:
    for data in ({**GOOD, part: value}, {part: value}, whole):
        calendar, reasons = read_calendar(data)

        assert (calendar is None) is bool(reasons)


# The estate's clock

ZONES = ("Asia/Hong_Kong", "Asia/Taipei", "Asia/Shanghai")


@pytest.mark.parametrize(
    ("zone", "wall", "utc"),
    [
        ("Asia/Hong_Kong", "2026-11-21 14:30", "2026-11-21 06:30"),
        # 13 May 1979 03:30 was put on to 04:30; 21 October 03:30 back to 02:30.
        ("Asia/Hong_Kong", "1979-05-13 04:00", "1979-05-12 19:30"),
        ("Asia/Hong_Kong", "1979-10-21 03:00", "1979-10-20 18:00"),
        # Midnight itself was skipped on 1 July 1979.
        ("Asia/Taipei", "1979-07-01 00:00", "1979-06-30 16:00"),
        ("Asia/Shanghai", "1986-05-04 02:30", "1986-05-03 18:00"),
        ("Asia/Shanghai", "1991-09-15 01:30", "1991-09-14 16:30"),
    ],
)
def test_a_wall_time_is_one_moment_even_where_it_came_twice_or_never(
    zone: str, wall: str, utc: str
) -> None:
    calendar = BusinessCalendar.plain(zone)

    found = calendar.moment(datetime.fromisoformat(wall))

    assert found == datetime.fromisoformat(utc).replace(tzinfo=UTC)


def test_the_second_coming_of_an_hour_is_the_last_moment_of_its_first() -> None:
    hong_kong = BusinessCalendar.plain("Asia/Hong_Kong")
    second = datetime(1979, 10, 20, 18, 45, tzinfo=UTC)  # 02:45 for the second time

    assert second.astimezone(ZoneInfo("Asia/Hong_Kong")).fold == 1
    assert hong_kong.wall(second).isoformat(" ") == "1979-10-21 03:29:59.999999"


CHANGES = st.sampled_from(
    [
        datetime(1979, 5, 12, 19, 30, tzinfo=UTC),
        datetime(1979, 10, 20, 18, 30, tzinfo=UTC),
        datetime(1979, 6, 30, 16, tzinfo=UTC),
        datetime(1979, 9, 30, 15, tzinfo=UTC),
        datetime(1986, 5, 3, 18, tzinfo=UTC),
        datetime(1991, 9, 14, 17, tzinfo=UTC),
        datetime(2026, 11, 21, tzinfo=UTC),
    ]
)
NEAR = st.timedeltas(timedelta(hours=-3), timedelta(hours=3))


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(ZONES), CHANGES, NEAR, NEAR)
def test_the_clock_on_the_wall_never_runs_backwards(
    zone: str, change: datetime, one: timedelta, two: timedelta
) -> None:
    calendar = BusinessCalendar.plain(zone)
    early, late = sorted((change + one, change + two))

    assert calendar.wall(early) <= calendar.wall(late)
    walls = sorted((calendar.wall(change) + one, calendar.wall(change) + two))
    assert calendar.moment(walls[0]) <= calendar.moment(walls[1])
