"""Dates, times, numbers and amounts as the estate's region writes them.

Hong Kong writes 21/11/2026, Taiwan and the mainland 2026/11/21, Taiwan's offices also 民國115年.
Neither Qt nor Babel knows 民國 years, so the few customs needed are written out here. Moments
come in as aware UTC datetimes and are shown in the estate's zone.

Amounts have two places in Hong Kong and on the mainland. Taiwan pays in whole dollars, though a
price may have cents: there an amount has no places where it is whole, and amounts that stand
together, in one list, on one record or one paper, have two as soon as one of them has (`beside`).
"""

import datetime as dt
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from zoneinfo import ZoneInfo

REGIONS = ("HK", "TW", "CN")
CALENDARS = ("gregorian", "roc")
ZONES = {"HK": "Asia/Hong_Kong", "TW": "Asia/Taipei", "CN": "Asia/Shanghai"}

_SYMBOLS = {"HK": "HK$", "TW": "NT$", "CN": "¥"}
_EARLIEST = dt.datetime(1, 1, 1, tzinfo=dt.UTC)
_LATEST = dt.datetime(9999, 12, 31, 23, 59, 59, 999_999, tzinfo=dt.UTC)
_ROC_OFFSET = 1911
_MARKS = re.compile(r"[年月/.\-]")
_ERA = re.compile(r"^(?:中華|中华)?民[國国]")
NUMBER = (  # as a pattern; 1,5 is none: nobody reads it as 15
    r"(?:(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]*)?|\.[0-9]+)"
)
_AMOUNT = re.compile(rf"(-?)(?:HK\$|NT\$|\$|¥)?(-?{NUMBER})")
_CENT = Decimal("0.01")
_TIME = re.compile(r"(\d{1,2}):(\d{2})(?::(\d{2}))?")


@dataclass(frozen=True)
class EstateFormat:
    """One estate's custom: `region` in HK, TW, CN, an IANA `zone`, a `calendar`; whether `cents`
    are always shown.

    ValueError for a region or calendar we lack; ZoneInfoNotFoundError for an unknown zone, when
    it is first needed.
    """

    region: str
    zone: str
    calendar: str = "gregorian"
    cents: bool = False

    def __post_init__(self) -> None:
        if self.region not in REGIONS or self.calendar not in CALENDARS:
            raise ValueError(f"no such custom: {self.region}, {self.calendar}")

    @classmethod
    def of(cls, region: str, calendar: str = "gregorian") -> "EstateFormat":
        """The region's custom in the region's own zone."""
        return cls(region, ZONES[region], calendar)

    @property
    def week_starts(self) -> int:
        """The first day of the week as `date.weekday` counts: Monday 0, Sunday 6."""
        return 0 if self.region == "CN" else 6

    # Between UTC and the estate's clock

    def local(self, moment: dt.datetime) -> dt.datetime:
        """An aware moment by the estate's clock; ValueError for one without a zone."""
        if moment.tzinfo is None:
            raise ValueError("a moment needs a time zone")
        return moment.astimezone(ZoneInfo(self.zone))

    def utc(self, wall: dt.datetime) -> dt.datetime:
        """What the estate's clock showed, in UTC.

        An hour that came twice means its first coming, one that was skipped is read by the
        clock as it stood before.
        """
        if wall.tzinfo is not None:
            raise ValueError("a wall clock has no time zone")
        return wall.replace(tzinfo=ZoneInfo(self.zone)).astimezone(dt.UTC)

    def day(self, moment: dt.datetime) -> dt.date:
        """The estate's calendar day at that moment."""
        return self.local(moment).date()

    def day_bounds(self, day: dt.date) -> tuple[dt.datetime, dt.datetime]:
        """When the day began and when the next began, in UTC: for half-open filters.

        The first and the last day there is reach as far as moments do.
        """
        return self._midnight(day, 0), self._midnight(day, 1)

    # Shown

    def date(self, value: dt.date) -> str:
        """21/11/2026, 2026/11/21 or 115/11/21. A datetime is taken by the estate's clock."""
        day = self._as_day(value)
        if self._is_roc(day):
            return f"{day.year - _ROC_OFFSET}/{day.month:02}/{day.day:02}"
        if self.region == "HK":
            return f"{day.day:02}/{day.month:02}/{day.year:04}"
        return f"{day.year:04}/{day.month:02}/{day.day:02}"

    def long_date(self, value: dt.date) -> str:
        """2026年11月21日 or 民國115年11月21日, as Chinese paper writes it."""
        day = self._as_day(value)
        year = f"民國{day.year - _ROC_OFFSET}" if self._is_roc(day) else f"{day.year}"
        return f"{year}年{day.month}月{day.day}日"

    def time(self, moment: dt.datetime) -> str:
        """14:05 by the estate's clock."""
        return f"{self.local(moment):%H:%M}"

    def datetime(self, moment: dt.datetime) -> str:
        """Date and time by the estate's clock."""
        return f"{self.date(moment)} {self.time(moment)}"

    def number(self, value: int | Decimal) -> str:
        """Digits in threes, as all three regions write them."""
        return f"{value:,}"

    def money(self, amount: Decimal) -> str:
        """HK$1,234.50, ¥1,234.50, NT$1,235; cents in Taiwan where there are any, or `cents`."""
        cents = amount.quantize(_CENT, ROUND_HALF_UP)
        if self.region == "TW" and not self.cents and not _has_cents(cents):
            cents = cents.to_integral_value()
        sign = "-" if cents < 0 else ""
        return f"{sign}{_SYMBOLS[self.region]}{abs(cents):,}"

    def beside(self, amounts: Iterable[Decimal | None]) -> "EstateFormat":
        """The custom for amounts that stand together: all of them with cents, or none."""
        cents = self.cents or any(one is not None and _has_cents(one) for one in amounts)
        return self if cents == self.cents else replace(self, cents=cents)

    # Typed

    def parse_date(self, text: str) -> dt.date | None:
        """A day as it is typed here, None where it is none.

        21/11/2026 is read in Hong Kong alone, a year first everywhere. In Taiwan a year of one
        to three digits counts from 1912; elsewhere it is refused rather than guessed.
        """
        folded = _folded(text)
        era = _ERA.match(folded)
        parts = self._parts(folded[era.end() :] if era else folded)
        if parts is None:
            return None
        year, month, day = parts
        if len(year) <= 3 and (era or self.region == "TW"):
            return _day(int(year) + _ROC_OFFSET if int(year) else 0, month, day)
        return None if era or len(year) != 4 else _day(int(year), month, day)

    def parse_time(self, text: str) -> dt.time | None:
        """A time of day typed as 9:05, 09:05:30 or 0905, None where it is none."""
        folded = _folded(text)
        if re.fullmatch(r"[0-9]{4}", folded):
            folded = f"{folded[:2]}:{folded[2:]}"
        match = _TIME.fullmatch(folded)
        if match is None:
            return None
        hour, minute, second = (int(part or 0) for part in match.groups())
        return dt.time(hour, minute, second) if hour < 24 and max(minute, second) < 60 else None

    def parse_money(self, text: str) -> Decimal | None:
        """An amount as it is typed or shown: 1,234.50, HK$180, -¥20; None where it is none."""
        folded = _folded(text).replace("−", "-")
        match = _AMOUNT.fullmatch(folded.removesuffix("元").removesuffix("圓"))
        if match is None or (match[1] and match[2].startswith("-")):
            return None
        return Decimal(match[1] + match[2].replace(",", ""))

    # Parts

    def _midnight(self, day: dt.date, later: int) -> dt.datetime:
        try:
            return self.utc(dt.datetime.combine(day + dt.timedelta(days=later), dt.time()))
        except OverflowError:
            return _EARLIEST if day.year == dt.MINYEAR else _LATEST

    def _as_day(self, value: dt.date) -> dt.date:
        return self.day(value) if isinstance(value, dt.datetime) else value

    def _is_roc(self, day: dt.date) -> bool:
        return self.calendar == "roc" and day.year > _ROC_OFFSET

    def _parts(self, text: str) -> tuple[str, str, str] | None:
        """Year, month and day as digits, however they stood in the text."""
        if text.isascii() and text.isdigit() and len(text) in (7, 8):
            return text[:-4], text[-4:-2], text[-2:]
        parts = _MARKS.split(text.removesuffix("日"))
        if len(parts) != 3 or not all(part.isascii() and part.isdigit() for part in parts):
            return None
        if self.region == "HK" and len(parts[2]) == 4:
            parts.reverse()
        return parts[0], parts[1], parts[2]


def _folded(text: str) -> str:
    """Half width, without blanks and without the marks that come along with a paste unseen."""
    narrow = unicodedata.normalize("NFKC", text)
    return "".join(one for one in narrow if not one.isspace() and unicodedata.category(one) != "Cf")


def _has_cents(amount: Decimal) -> bool:
    cents = amount.quantize(_CENT, ROUND_HALF_UP)
    return cents != cents.to_integral_value()


def _day(year: int, month: str, day: str) -> dt.date | None:
    if max(len(month), len(day)) > 2:
        return None
    try:
        return dt.date(year, int(month), int(day))
    except ValueError:
        return None
