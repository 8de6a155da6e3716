"""`desk callbacks …`: whom the desk has still to call back about services 服務回訪."""

import argparse
import dataclasses
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

from desk.cli import output
from desk.cli.argument import add_options
from desk.cli.pages import every
from desk.cli.parser import Parser, added, json_option, tell_columns
from desk.cli.register import done, read
from desk.cli.service_callback_deeds import DEEDS
from desk.domain.service_callback_quota import DRAWN
from desk.i18n import _, gettext
from desk.services import service_callback, service_callback_choice, service_callback_visit
from desk.services.service_callback import ChoiceRow
from desk.services.service_callback_choice import Meter
from desk.services.service_callback_visit import HomeVisit
from desk.services.workplace import Workplace

OWED = ("number", "due_at", "kinds", "unit", "customer", "phone", "item_name", "tries")
KIND = ("kind", "count", "due_at", "missed")
METER = ("month", "orders", "share", "in_all", "made", "owed", "missed", "visits_owed")


def run(wanted: argparse.Namespace) -> int:
    """Show what is owed, or do the deed and show what became of it."""
    given = parse(wanted.words)
    return done(wanted, given, _done)


def _done(workplace: Workplace, given: argparse.Namespace) -> None:
    if given.deed is None:
        (_owed if given.owed else _meter)(workplace, given)
        return
    deed = DEEDS[given.deed]
    told = read(workplace, deed.options, given)
    rows = deed.do(workplace, getattr(given, "which", ""), told)
    _tell(workplace, given, rows, deed.columns)


def _tell(
    workplace: Workplace,
    given: argparse.Namespace,
    rows: list[Mapping[str, Any]],
    columns: tuple[str, ...],
) -> None:
    plain = rows if given.json else list(output.on_the_wall(rows, workplace.estate.zone))
    output.rows(plain, json_wanted=given.json, columns=columns)


def _meter(workplace: Workplace, given: argparse.Namespace) -> None:
    found = service_callback_choice.meter(workplace, given.month)
    month = given.month or workplace.today()
    told = meter_as_json(month, found)
    if given.json:
        output.one(told)
        return
    output.line(*(told[name] for name in METER))
    for kind in found.kinds:
        due = "" if kind.due_at is None else _wall(workplace, kind.due_at)
        output.line("kind", kind.kind, kind.count, due, kind.missed)


def _owed(workplace: Workplace, given: argparse.Namespace) -> None:
    rows = [choice_as_json(row) for row in _owed_rows(workplace, given.month)]
    visits = [visit_as_json(one) for one in service_callback_visit.owed(workplace)]
    if given.json:
        month = given.month or workplace.today()
        meter = service_callback_choice.meter(workplace, given.month)
        told = {"meter": meter_as_json(month, meter), "owed": rows, "visits": visits}
        output.one(told)
        return
    _tell(workplace, given, [*rows, *visits], OWED)


def _owed_rows(workplace: Workplace, month: date | None) -> Iterator[ChoiceRow]:
    for row in every(service_callback.owed, workplace):
        if month is None or _is_of(workplace, row, month):
            yield row


def _is_of(workplace: Workplace, row: ChoiceRow, month: date) -> bool:
    if row.done_at is None:
        return False
    return workplace.estate.custom.day(row.done_at).replace(day=1) == month


def _wall(workplace: Workplace, moment: datetime) -> str:
    return f"{workplace.estate.custom.local(moment):%Y-%m-%d %H:%M}"


def meter_as_json(month: date, found: Meter) -> Mapping[str, Any]:
    """Where a month stands, whole."""
    told = dataclasses.asdict(found)
    more = {"month": f"{month:%Y-%m}", "visits_owed": found.visits_owed, "is_met": found.is_met}
    return told | more | {"rate": None if found.rate is None else round(found.rate, 1)}


def choice_as_json(row: ChoiceRow) -> Mapping[str, Any]:
    """An order that is to be called back."""
    kinds = ",".join(row.always) or DRAWN
    return dataclasses.asdict(row) | {"kinds": kinds}


def visit_as_json(one: HomeVisit) -> Mapping[str, Any]:
    """A customer who is to be visited at home, as a line of what is owed."""
    told = dataclasses.asdict(one.customer)
    line = {"due_at": one.due_at, "kinds": "home_visit", "item_name": "", "tries": ""}
    return told | line


def parse(words: list[str]) -> argparse.Namespace:
    """The deed and its words; without one it is the month's meter, or with `--owed` the list."""
    told = _("callbacks of services: what the month asks for, what is owed, and making them")
    parser = Parser(prog="desk callbacks", description=told)
    lines = {"": METER, "kind": KIND, "--owed": OWED} | {
        name: deed.columns for name, deed in DEEDS.items()
    }
    tell_columns(parser, lines)
    owed = _("whom the desk has still to call back or visit, the earliest first")
    parser.add_argument("--owed", action="store_true", help=owed)
    parser.add_argument("--month", type=_month, metavar="YYYY-MM", help=_("the month; this one"))
    json_option(parser)
    commands = parser.add_subparsers(
        title=_("deeds"), dest="deed", metavar="DEED", parser_class=Parser
    )
    for deed in DEEDS.values():
        command = added(commands, deed.name, gettext(deed.help))
        if deed.on:
            command.add_argument("which", metavar="WHICH", help=gettext(deed.on))
        add_options(command, deed.options)
    return parser.parse_args(words)


def _month(said: str) -> date:
    try:
        year, month = said.split("-")
        return date(int(year), int(month), 1)
    except ValueError:
        told = _("{said} is no month such as 2026-11").format(said=said)
        raise argparse.ArgumentTypeError(told) from None
