"""The print log 列印記錄, read: pages of it, one print with its values, who printed."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from desk.domain import numbering, paper_code
from desk.domain.clean import clean_line
from desk.domain.paper import Outcome
from desk.domain.permissions import Permission
from desk.errors import NotFound
from desk.models.lists import Page
from desk.models.lists import print_log as print_list
from desk.models.lists.print_log import Filter, Key, PrintRow
from desk.services import personal_data, policy
from desk.services.policy_name import name
from desk.services.workplace import Workplace
from desk.wording import label

__all__ = ["Key", "Line", "PrintDetail", "PrintFilter", "PrintRow", "clerks", "get", "page"]

KIND = "print_log"
PAGE = 50
_VOCABULARIES = {"state": "complaint_state", "told_how": "contact_method"}
_WRITTEN = re.compile(r"\d{4}-\d{2}-\d{2}(T.+)?", re.ASCII)
_NOT_TOLD = frozenset({"title", "number", "scan_code"})


@dataclass(frozen=True)
class PrintFilter:
    """What the log is narrowed to; days are the estate's, both included.

    `number` is a record's number, a part of one, or what a scanner read from a paper.
    """

    form: str | None = None
    clerk_id: int | None = None
    outcome: Outcome | None = None
    batch: str | None = None
    first_day: date | None = None
    last_day: date | None = None
    number: str = ""


@dataclass(frozen=True)
class Line:
    """One value that stood on the paper; `depth` is how far it stands in, in a table 1."""

    label: str
    value: str
    depth: int = 0


@dataclass(frozen=True)
class PrintDetail:
    """One print: its row, what the rules were called, whether its pages were kept, its values."""

    row: PrintRow
    rules: str
    has_pages: bool
    lines: tuple[Line, ...]


def page(
    workplace: Workplace, wanted: PrintFilter, after: Key | None = None, limit: int = PAGE
) -> Page[PrintRow]:
    """Some of the log, newest first, after the key of the last row seen."""
    custom = workplace.estate.custom
    first, last = wanted.first_day, wanted.last_day
    narrowed = Filter(
        form=wanted.form,
        clerk_id=wanted.clerk_id,
        outcome=wanted.outcome,
        batch=wanted.batch,
        since=custom.day_bounds(first)[0] if first else None,
        until=custom.day_bounds(last)[1] if last else None,
        number=_number(wanted.number),
    )
    with workplace.reading() as reader:
        found = print_list.entries(reader, narrowed, after, limit)
    return replace(found, rows=tuple(map(personal_data.listed_print, found.rows)))


def get(workplace: Workplace, print_id: int) -> PrintDetail:
    """One print with what stood on it; NotFound when there is none.

    Of a paper that tells who somebody is the values are for whoever may see identity papers, and
    the look is recorded (R36).
    """
    workplace.require(Permission.PRINT)
    with workplace.reading() as reader:
        row = print_list.one(reader, print_id)
        if row is None:
            raise NotFound(KIND, str(print_id))
        has_pages = print_list.has_pages(reader, print_id)
        kept = None if row.policy_id is None else policy.by_id(reader, row.policy_id)
    rules = "" if kept is None else f"{name(kept.policy.labels, kept.policy.code)} {kept.number}"
    lines = tuple(_lines(_seen(workplace, row), workplace))
    return PrintDetail(personal_data.listed_print(row), rules, has_pages, lines)


def clerks(workplace: Workplace) -> tuple[tuple[int, str], ...]:
    """Everybody who has printed: id and name."""
    with workplace.reading() as reader:
        return print_list.clerks(reader)


# Parts


def _seen(workplace: Workplace, row: PrintRow) -> Mapping[str, Any]:
    """The values that this clerk may see; a look at who somebody is is recorded."""
    if not personal_data.may_see_paper(workplace, row.form):
        return {}
    if personal_data.is_registration(row.form):
        with workplace.deed(Permission.PRINT) as work:
            told = {"record": row.kind, "record_id": row.record_id}
            personal_data.record_look(work, KIND, row.id, told)
            work.commit()
    return personal_data.shown_paper(workplace, row.form, row.content)


def _number(text: str) -> str:
    """A number as it is written, of whatever somebody types or scans; a part stays a part."""
    text = clean_line(text)
    code = paper_code.read(text)
    if code is not None:
        return code.number
    parsed = numbering.parse_number(text)
    return str(parsed) if parsed else text.upper()


def _lines(values: Mapping[str, Any], workplace: Workplace, depth: int = 0) -> Iterator[Line]:
    for key, value in values.items():
        if depth or key not in _NOT_TOLD:
            yield from _line(key, value, workplace, depth)


def _line(key: str, value: object, workplace: Workplace, depth: int) -> Iterator[Line]:
    """A value in one line; of a table a line for its name, and those of its rows below."""
    called = label("print_value", key)
    match value:
        case list() if any(isinstance(one, Mapping) for one in value):
            yield Line(called, "", depth)
            for row in value:
                yield from _lines(row, workplace, depth + 1)
        case list():
            yield Line(called, "、".join(_plain(key, one, workplace) for one in value), depth)
        case Mapping():
            yield Line(called, "", depth)
            yield from _lines(value, workplace, depth + 1)
        case _:
            yield Line(called, _plain(key, value, workplace), depth)


def _plain(key: str, value: object, workplace: Workplace) -> str:
    """A value in words: a code by its vocabulary, a moment as the estate writes it."""
    match value:
        case bool():
            return label("yes_no", "yes" if value else "no")
        case str() if _WRITTEN.fullmatch(value):
            return _when(value, workplace)
        case str():
            return label(_VOCABULARIES.get(key, key), value)
    return str(value)


def _when(text: str, workplace: Workplace) -> str:
    """A day or a moment as the estate writes it; what is none stays as it is."""
    custom = workplace.estate.custom
    try:
        if "T" in text:
            return custom.datetime(datetime.fromisoformat(text))
        return custom.date(date.fromisoformat(text))
    except ValueError:
        return text
