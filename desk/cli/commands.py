"""The commands that act as a signed-in clerk."""

import argparse
import dataclasses
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from desk.cli import output
from desk.cli.session import signed_in
from desk.services import complaint, find, paper, reception
from desk.services.workplace import Workplace

_RECEPTION_COLUMNS = ("number", "happened_at", "kind", "state", "unit", "caller_name", "request")
_COMPLAINT_COLUMNS = (
    "number",
    "received_at",
    "severity",
    "state",
    "unit",
    "complainant",
    "about",
    "excerpt",
)


def run(wanted: argparse.Namespace) -> int:
    """Sign in and do what the command says."""
    with signed_in(wanted) as workplace:
        return _COMMANDS[wanted.command](workplace, wanted)


def _find(workplace: Workplace, wanted: argparse.Namespace) -> int:
    found = find.find(workplace, wanted.text, wanted.limit)
    output.rows(
        map(dataclasses.asdict, found.hits()),
        json_wanted=wanted.json,
        columns=("kind", "number", "label", "name", "detail"),
    )
    return 0


def _print(workplace: Workplace, wanted: argparse.Namespace) -> int:
    if wanted.number == "blank":
        printed = paper.blank_complaint_sheet(workplace, wanted.language, wanted.output)
    else:
        printed = paper.complaint_sheet(workplace, wanted.number, wanted.language, wanted.output)
    output.line(printed.number or "blank", wanted.output)
    return 0


def _list(workplace: Workplace, wanted: argparse.Namespace) -> int:
    if wanted.what == "receptions":
        items = _receptions(workplace, wanted)
        output.rows(items, json_wanted=wanted.json, columns=_RECEPTION_COLUMNS)
    else:
        items = _complaints(workplace, wanted)
        output.rows(items, json_wanted=wanted.json, columns=_COMPLAINT_COLUMNS)
    return 0


def _receptions(workplace: Workplace, wanted: argparse.Namespace) -> Iterator[Mapping[str, Any]]:
    narrowed = reception.ReceptionFilter(first_day=wanted.since)
    return _all_pages(lambda after: reception.page(workplace, narrowed, after, 500))


def _complaints(workplace: Workplace, wanted: argparse.Namespace) -> Iterator[Mapping[str, Any]]:
    narrowed = complaint.ComplaintFilter(first_day=wanted.since)
    return _all_pages(lambda after: complaint.page(workplace, narrowed, after, 500))


def _all_pages(page: Callable[[Any], Any]) -> Iterator[Mapping[str, Any]]:
    after = None
    while True:
        found = page(after)
        yield from map(dataclasses.asdict, found.rows)
        after = found.next_key
        if after is None:
            return


_COMMANDS: Mapping[str, Callable[[Workplace, argparse.Namespace], int]] = {
    "find": _find,
    "print_form": _print,
    "list_register": _list,
}
