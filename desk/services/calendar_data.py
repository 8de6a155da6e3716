"""Calendars as they are brought: those that come with the program, and files from outside."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from desk.config import resources_folder
from desk.domain import calendar_file
from desk.domain.business_calendar import BusinessCalendar
from desk.domain.calendar_year import KnownYear, years_of
from desk.domain.reasons import Reason
from desk.errors import RuleRefused
from desk.services import files

MOST_BYTES = 2 * 1024**2

_FOLDER = "calendars"


def shipped(region: str) -> tuple[BusinessCalendar, tuple[KnownYear, ...]]:
    """What the program brings for a region: its usual hours and its announced years."""
    data = _resource(region)
    calendar = calendar_of(data)
    return calendar, tuple(years_of(calendar, str(data["source"])))


def read_file(path: Path) -> tuple[BusinessCalendar, tuple[KnownYear, ...]]:
    """A calendar file from outside; RuleRefused with all that is wrong with it."""
    content = files.read_bounded(path, MOST_BYTES)
    try:
        data = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise RuleRefused([Reason("calendar.file.unlike")]) from None
    calendar = calendar_of(data)
    source = data.get("source")
    return calendar, tuple(years_of(calendar, source if isinstance(source, str) else path.name))


def calendar_of(data: object) -> BusinessCalendar:
    """The calendar that plain values stand for; RuleRefused where they stand for none."""
    calendar, reasons = calendar_file.read_calendar(data)
    if calendar is None:
        raise RuleRefused(reasons)
    return calendar


@cache
def _resource(region: str) -> dict[str, Any]:
    path = resources_folder() / _FOLDER / f"{region}.json"
    content: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return content
