"""Dates, times, numbers and amounts in the custom of each region."""

import datetime as dt
from dataclasses import FrozenInstanceError
from decimal import Decimal
from zoneinfo import ZoneInfoNotFoundError

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.estate_format import CALENDARS, REGIONS, EstateFormat

HK = EstateFormat.of("HK")
TW = EstateFormat.of("TW")
ROC = EstateFormat.of("TW", "roc")
CN = EstateFormat.of("CN")
CUSTOMS = [EstateFormat.of(region, calendar) for region in REGIONS for calendar in CALENDARS]
DAY = dt.date(2026, 11, 21)


def utc(*parts: int) -> dt.datetime:
    return dt.datetime(*parts, tzinfo=dt.UTC)  # type: ignore[misc, arg-type]


@pytest.mark.parametrize(
    ("custom", "day", "short", "long"),
    [
        (HK, DAY, "21/11/2026", "2026年11月21日"),
        (TW, DAY, "2026/11/21", "2026年11月21日"),
        (CN, DAY, "2026/11/21", "2026年11月21日"),
        (ROC, DAY, "115/11/21", "民國115年11月21日"),
        (HK, dt.date(2026, 3, 4), "04/03/2026", "2026年3月4日"),
        (ROC, dt.date(2024, 2, 29), "113/02/29", "民國113年2月29日"),
        (ROC, dt.date(1912, 1, 1), "1/01/01", "民國1年1月1日"),
        (ROC, dt.date(1911, 12, 31), "1911/12/31", "1911年12月31日"),
        (CN, dt.date(2000, 2, 29), "2000/02/29", "2000年2月29日"),
    ],
)
def test_a_day_is_written_in_the_custom(
    custom: EstateFormat, day: dt.date, short: str, long: str
) -> None:
    assert (custom.date(day), custom.long_date(day)) == (short, long)


@pytest.mark.parametrize(
    ("custom", "text", "day"),
    [
        (HK, "21/11/2026", DAY),
        (HK, "1/2/2026", dt.date(2026, 2, 1)),
        (HK, "21-11-2026", DAY),
        (HK, "21.11.2026", DAY),
        (HK, "2026/11/21", DAY),
        (HK, "2026-11-21", DAY),
        (HK, "20261121", DAY),
        (HK, " 21 / 11 / 2026 ", DAY),
        (HK, "２１／１１／２０２６", DAY),
        (HK, "2026年11月21日", DAY),
        (TW, "2026/11/21", DAY),
        (TW, "115/11/21", DAY),
        (ROC, "115/11/21", DAY),
        (ROC, "115.11.21", DAY),
        (ROC, "1151121", DAY),
        (ROC, "民國115年11月21日", DAY),
        (ROC, "民國 115 年 11 月 21 日", DAY),
        (ROC, "中華民國115年11月21日", DAY),
        (ROC, "民国115年11月21日", DAY),
        (ROC, "56/7/8", dt.date(1967, 7, 8)),
        (ROC, "1/01/01", dt.date(1912, 1, 1)),
        (ROC, "1911/12/31", dt.date(1911, 12, 31)),
        (ROC, "113/2/29", dt.date(2024, 2, 29)),
        (ROC, "2026/11/21", DAY),
        (CN, "民國115年11月21日", DAY),
        (CN, "2026.11.21", DAY),
        (CN, "2026年2月3日", dt.date(2026, 2, 3)),
    ],
)
def test_a_day_is_read_as_it_is_typed(custom: EstateFormat, text: str, day: dt.date) -> None:
    assert custom.parse_date(text) == day


@pytest.mark.parametrize(
    ("custom", "text"),
    [
        (HK, ""),
        (HK, "tomorrow"),
        (HK, "21/11/26"),
        (HK, "11/21/2026"),
        (HK, "31/4/2026"),
        (HK, "29/2/2026"),
        (HK, "115/11/21"),
        (HK, "21/11"),
        (HK, "21/11/2026/1"),
        (HK, "21/011/2026"),
        (HK, "-21/11/2026"),
        (HK, "٢١/١١/٢٠٢٦"),
        (CN, "21/11/2026"),
        (CN, "26/11/21"),
        (CN, "2026/13/1"),
        (CN, "02026/11/21"),
        (CN, "0000/01/01"),
        (ROC, "0/1/1"),
        (ROC, "民國0年1月1日"),
        (ROC, "民國2026年1月1日"),
        (ROC, "114/2/29"),
        (ROC, "民國前1年1月1日"),
        (ROC, "9" * 5000),
    ],
)
def test_what_is_no_day_or_could_be_two_is_refused(custom: EstateFormat, text: str) -> None:
    assert custom.parse_date(text) is None


@given(st.sampled_from(CUSTOMS), st.dates(dt.date(1000, 1, 1), dt.date(2910, 12, 31)))
def test_a_written_day_is_read_back(custom: EstateFormat, day: dt.date) -> None:
    assert custom.parse_date(custom.long_date(day)) == day
    if custom.region == "TW" or custom.calendar == "gregorian":
        assert custom.parse_date(custom.date(day)) == day


@given(st.sampled_from(CUSTOMS), st.text(max_size=20))
def test_reading_a_day_or_a_time_never_raises(custom: EstateFormat, text: str) -> None:
    custom.parse_date(text)
    custom.parse_time(text)


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("9:05", dt.time(9, 5)),
        ("09:05:30", dt.time(9, 5, 30)),
        ("0905", dt.time(9, 5)),
        ("２３：５９", dt.time(23, 59)),
        ("24:00", None),
        ("12:60", None),
        ("12:30:60", None),
        ("2460", None),
        ("9.05", None),
        ("", None),
    ],
)
def test_a_time_is_read_on_a_24_hour_clock(text: str, time: dt.time | None) -> None:
    assert HK.parse_time(text) == time


@pytest.mark.parametrize(
    ("zone", "day", "time"),
    [
        ("Asia/Hong_Kong", "2026/11/22", "00:00"),
        ("UTC", "2026/11/21", "16:00"),
        ("America/New_York", "2026/11/21", "11:00"),
        ("Pacific/Kiritimati", "2026/11/22", "06:00"),
    ],
)
def test_midnight_falls_on_another_day_in_another_zone(zone: str, day: str, time: str) -> None:
    custom = EstateFormat("CN", zone)
    moment = utc(2026, 11, 21, 16)
    assert (custom.date(moment), custom.time(moment)) == (day, time)
    assert custom.datetime(moment) == f"{day} {time}"


def test_a_day_begins_at_the_estates_midnight() -> None:
    assert HK.day_bounds(DAY) == (utc(2026, 11, 20, 16), utc(2026, 11, 21, 16))
    assert HK.day(utc(2026, 11, 20, 16)) == DAY
    assert HK.day(utc(2026, 11, 20, 15, 59, 59)) == DAY - dt.timedelta(days=1)


def test_the_first_and_the_last_day_there_is_have_bounds_too() -> None:
    for custom in (HK, TW, CN):
        assert custom.day_bounds(dt.date.min)[0] == dt.datetime(1, 1, 1, tzinfo=dt.UTC)
        assert custom.day_bounds(dt.date.max)[1] > utc(9999, 12, 31, 23, 59, 59)


def test_old_summer_time_is_honoured() -> None:
    assert HK.time(utc(1976, 7, 1)) == "09:00"
    assert HK.time(utc(1976, 12, 31)) == "08:00"
    assert CN.time(utc(1988, 7, 1)) == "09:00"
    assert TW.time(utc(1975, 7, 1)) == "09:00"


def test_a_day_on_which_the_clock_changed_is_not_24_hours_long() -> None:
    began, ended = CN.day_bounds(dt.date(1988, 4, 17))
    assert ended - began == dt.timedelta(hours=23)


def test_an_hour_that_came_twice_means_its_first_coming() -> None:
    assert CN.utc(dt.datetime(1988, 9, 11, 1, 30)) == utc(1988, 9, 10, 16, 30)  # noqa: DTZ001


def test_an_hour_that_was_skipped_is_read_by_the_clock_before() -> None:
    assert CN.utc(dt.datetime(1988, 4, 17, 2, 30)) == utc(1988, 4, 16, 18, 30)  # noqa: DTZ001


def test_a_moment_without_a_zone_and_a_wall_clock_with_one_are_refused() -> None:
    with pytest.raises(ValueError, match="zone"):
        HK.time(dt.datetime(2026, 11, 21))  # noqa: DTZ001
    with pytest.raises(ValueError, match="zone"):
        HK.utc(utc(2026, 11, 21))


@pytest.mark.parametrize(("custom", "first"), [(HK, 6), (TW, 6), (CN, 0)])
def test_the_week_starts_where_the_region_starts_it(custom: EstateFormat, first: int) -> None:
    assert custom.week_starts == first


@pytest.mark.parametrize(
    ("custom", "amount", "text"),
    [
        (HK, "1234.5", "HK$1,234.50"),
        (HK, "0", "HK$0.00"),
        (HK, "-1234.005", "-HK$1,234.01"),
        (TW, "1234", "NT$1,234"),
        (TW, "1234.50", "NT$1,234.50"),
        (TW, "1E+6", "NT$1,000,000"),
        (CN, "1234567.891", "¥1,234,567.89"),
        (CN, "-0.001", "¥0.00"),
    ],
)
def test_an_amount_carries_the_regions_sign(custom: EstateFormat, amount: str, text: str) -> None:
    assert custom.money(Decimal(amount)) == text


def test_amounts_that_stand_together_all_have_cents_or_none() -> None:
    """Taiwan pays in whole dollars; a price may have cents."""
    whole, price = Decimal(1280), Decimal("50.50")
    assert TW.beside([whole, None]).money(whole) == "NT$1,280"
    column = TW.beside([whole, None, price])
    assert [column.money(one) for one in (whole, price)] == ["NT$1,280.00", "NT$50.50"]
    assert column.beside([whole]).money(whole) == "NT$1,280.00"
    assert HK.beside([whole]).money(whole) == HK.beside([price]).money(whole) == "HK$1,280.00"


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("2200", "2200"),
        ("HK$2,200.00", "2200.00"),
        ("＄1,234.5", "1234.5"),
        ("-¥20", "-20"),
        ("NT$ -20", "-20"),
        ("−NT$0.50", "-0.50"),
        (".5", "0.5"),
        ("1,200元", "1200"),
        ("\u200e1200\u202c", "1200"),
    ],
)
def test_an_amount_is_read_with_its_currency_or_without(text: str, amount: str) -> None:
    assert HK.parse_money(text) == Decimal(amount)


@pytest.mark.parametrize(
    "text", ["", "HK$", "many", "1.2.3", "--5", "-$-5", "1 HK$", "1e3", "$", "1,5", "1,,0"]
)
def test_what_is_no_amount_is_none(text: str) -> None:
    assert TW.parse_money(text) is None


def test_what_comes_along_with_a_paste_unseen_is_passed_over() -> None:
    assert TW.parse_date("\u200f115/12/1\u202c\n") == dt.date(2026, 12, 1)
    assert TW.parse_time("\u200e0905 ") == TW.parse_time("9 : 05") == dt.time(9, 5)


def test_digits_stand_in_threes() -> None:
    assert HK.number(1_000_000) == "1,000,000"
    assert CN.number(Decimal("-1234.50")) == "-1,234.50"


def test_a_custom_we_lack_is_refused() -> None:
    for region, calendar in (("MO", "gregorian"), ("HK", "lunar")):
        with pytest.raises(ValueError, match="no such custom"):
            EstateFormat(region, "Asia/Hong_Kong", calendar)
    with pytest.raises(ZoneInfoNotFoundError):
        EstateFormat("HK", "Asia/Nowhere").day(utc(2026, 11, 21))


def test_a_custom_does_not_change() -> None:
    with pytest.raises(FrozenInstanceError):
        HK.region = "CN"  # type: ignore[misc]
