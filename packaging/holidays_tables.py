"""Write `resources/calendars/`: each region's opening hours, holidays and make-up working days.

The special days are derived from the holidays library (MIT) and kept in the tree; the desk never
asks for them elsewhere. A year is written only once its days have been announced: the library
reckons any year, so the years stand here by hand, each checked against what the region published.

    python packaging/holidays_tables.py            write the calendars
    python packaging/holidays_tables.py --check    say whether they are what would be written
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import holidays

from desk.domain.business_calendar import BusinessCalendar, DayKind, Span, SpecialDay, by_day
from desk.domain.calendar_file import calendar_data

TARGET = Path(__file__).resolve().parent.parent / "resources" / "calendars"


@dataclass(frozen=True)
class Source:
    """One region: which of the library's lists it keeps, what is announced, when its desk opens.

    `extra` are days that offices keep though the list leaves them out, or that it names amiss.
    """

    zone: str
    language: str
    category: str
    published: str
    announced: range
    weekday: Span
    saturday: Span | None
    every_day: bool = False
    make_up: str = ""
    extra: tuple[tuple[date, str], ...] = ()


SOURCES = {
    "HK": Source(
        zone="Asia/Hong_Kong",
        language="zh_HK",
        category="optional",  # general holidays 公眾假期; "public" are those of factories alone
        published="香港特別行政區政府憲報《公眾假期》",
        announced=range(2024, 2028),  # 2027 was gazetted in 2026
        weekday=(540, 1080),
        saturday=(540, 780),
    ),
    "TW": Source(
        zone="Asia/Taipei",
        language="zh_TW",
        category="public",
        published="行政院人事行政總處《政府行政機關辦公日曆表》",
        announced=range(2024, 2027),
        weekday=(540, 1080),
        saturday=(540, 720),
        make_up="補行上班日",
        extra=(
            (date(2024, 5, 1), "勞動節"),
            (date(2025, 5, 1), "勞動節"),
            (date(2026, 2, 15), "農曆除夕前一日"),
            (date(2026, 2, 20), "農曆除夕前一日（補假）"),
        ),
    ),
    "CN": Source(
        zone="Asia/Shanghai",
        language="zh_CN",
        category="public",
        published="国务院办公厅关于部分节假日安排的通知",
        announced=range(2024, 2027),
        weekday=(510, 1050),
        saturday=(510, 1050),
        every_day=True,
        make_up="调休上班",
    ),
}


def _special(region: str, source: Source) -> Iterator[SpecialDay]:
    known = holidays.country_holidays(
        region, years=source.announced, language=source.language, categories=source.category
    )
    for day, name in known.items():
        if day.year in source.announced:
            yield SpecialDay(day, DayKind.HOLIDAY, name.replace("; ", "、"))
    for day in known.weekend_workdays:
        if day.year in source.announced:
            yield SpecialDay(day, DayKind.WORKING, source.make_up)
    yield from (SpecialDay(day, DayKind.HOLIDAY, name) for day, name in source.extra)


def calendar(region: str) -> BusinessCalendar:
    """The calendar that an estate of the region begins with."""
    source = SOURCES[region]
    weekday, saturday = (source.weekday,), (source.saturday,) if source.saturday else ()
    every = weekday if source.every_day else ()
    return BusinessCalendar(
        zone=source.zone,
        week=(*[weekday] * 5, saturday, every),
        special=by_day(_special(region, source)),
        announced=frozenset(source.announced),
        holiday=every,
    )


def written(region: str) -> str:
    """The whole text of a region's file, one special day a line."""
    data = {"source": SOURCES[region].published, **calendar_data(calendar(region))}
    special = [json.dumps(entry, ensure_ascii=False) for entry in data.pop("special")]
    head = [f'  "{key}": {json.dumps(value, ensure_ascii=False)},' for key, value in data.items()]
    days = ",\n".join(f"    {entry}" for entry in special)
    return "\n".join(["{", *head, '  "special": [', days, "  ]", "}", ""])


def main(arguments: list[str]) -> int:
    texts = {TARGET / f"{region}.json": written(region) for region in SOURCES}
    if "--check" in arguments:
        stale = [
            path.name
            for path, text in texts.items()
            if not path.exists() or path.read_text(encoding="utf-8") != text
        ]
        print(f"stale: {', '.join(stale)}" if stale else "fresh")
        return 1 if stale else 0
    TARGET.mkdir(exist_ok=True)
    for path, text in texts.items():
        path.write_text(text, encoding="utf-8")
        print(f"wrote {path.name}: {text.count('kind')} special days")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
