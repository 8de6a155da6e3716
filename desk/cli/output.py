"""What the commands print."""

import dataclasses
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from desk.i18n import _


def line(*cells: object) -> None:
    """One line of cells, with tabs between: nothing for None, yes and no in words, a list in one
    cell; a cell never breaks its line."""
    print("\t".join(" ".join(_cell(one).split()) for one in cells))  # noqa: T201


def one(item: object) -> None:
    """One value as JSON."""
    sys.stdout.write(as_json(item) + "\n")


def progress() -> Callable[[int, int], None] | None:
    """How far long work is, for whoever watches; nothing where nobody does."""
    return _show if sys.stderr.isatty() else None


class JsonList:
    """Writes a list item by item, so that a million rows need no memory."""

    def __init__(self) -> None:
        self._separator = "["

    def add(self, item: object) -> None:
        """One item more."""
        sys.stdout.write(self._separator + "\n" + as_json(item))
        self._separator = ","

    def end(self) -> None:
        """Close the list."""
        sys.stdout.write("[]\n" if self._separator == "[" else "\n]\n")


def rows(items: Iterable[Mapping[str, Any]], *, json_wanted: bool, columns: Iterable[str]) -> None:
    """A list as JSON, or as lines of the named columns."""
    if json_wanted:
        out = JsonList()
        for item in items:
            out.add(item)
        out.end()
        return
    for item in items:
        line(*(item[name] for name in columns))


def register(
    items: Iterable[Mapping[str, Any]], zone: str, *, json_wanted: bool, columns: Iterable[str]
) -> None:
    """A list of records: moments in JSON as they are kept, in lines by the estate's clock."""
    shown = items if json_wanted else on_the_wall(items, zone)
    rows(shown, json_wanted=json_wanted, columns=columns)


def on_the_wall(items: Iterable[Mapping[str, Any]], zone: str) -> Iterator[Mapping[str, Any]]:
    """Moments by the estate's clock, as the window shows them; whole minutes."""
    there = ZoneInfo(zone)
    for item in items:
        yield {name: _minute(value, there) for name, value in item.items()}


def as_json(item: object) -> str:
    """Compact JSON; moments as ISO 8601 in UTC, dataclasses as objects."""
    return json.dumps(item, ensure_ascii=False, default=_plain)


def _cell(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return _("yes") if value else _("no")
        case tuple():
            return " ".join(map(str, value))
    return str(value)


def _minute(value: object, zone: ZoneInfo) -> object:
    return f"{value.astimezone(zone):%Y-%m-%d %H:%M}" if isinstance(value, datetime) else value


def _plain(value: object) -> object:
    if isinstance(value, datetime | date):
        return value.isoformat()
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return dataclasses.asdict(value)
    if isinstance(value, set | frozenset):
        return sorted(value)
    return str(value)


def _show(done: int, whole: int) -> None:
    sys.stderr.write(f"\r{done:>6} / {whole}" + ("\n" if done >= whole else ""))
