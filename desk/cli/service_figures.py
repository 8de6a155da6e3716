"""`desk figures …`: how the services went in a month or a quarter (F27, R257, R258)."""

import argparse
import dataclasses
import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from desk.cli import output
from desk.cli.pages import every
from desk.cli.parser import Parser, json_option, tell_columns
from desk.cli.session import signed_in
from desk.i18n import _
from desk.services import service_figures
from desk.services.service_figures import Behind, FigureKind, Figures
from desk.services.workplace import Workplace
from desk.wording import label

FIGURE = ("figure", "hits", "whole", "percent", "words")
ITEM = ("item", "name", "orders", "charged", "received")
ORDER = ("number", "done_at", "unit", "customer", "item_name", "provider", "charged")
_PERIOD = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{1,2})|-?[Qq](?P<quarter>[1-4]))?")


def run(wanted: argparse.Namespace) -> int:
    """Show the figures of a period, or the orders behind one of them."""
    given = parse(wanted.words)
    with signed_in(wanted) as workplace:
        today = workplace.today()
        since, until = given.period or service_figures.month_of(today)
        if given.behind or given.item is not None:
            _behind(workplace, given, since, until)
        else:
            _figures(service_figures.figures(workplace, since, until), given)
    return 0


def _figures(found: Figures, given: argparse.Namespace) -> None:
    if given.json:
        output.one(as_json(found))
        return
    for line in _shares(found):
        output.line(*(line[name] for name in FIGURE))
    for one in found.items:
        output.line("item", one.code, one.name, one.orders, one.charged, one.received)


def _behind(workplace: Workplace, given: argparse.Namespace, since: date, until: date) -> None:
    kind = FigureKind(given.behind) if given.behind else None
    hit = None if kind is None else not given.misses
    wanted = Behind(kind, hit, given.item)
    found = every(service_figures.behind, workplace, since, until, wanted)
    rows = map(dataclasses.asdict, found)
    output.register(rows, workplace.estate.zone, json_wanted=given.json, columns=ORDER)


def as_json(found: Figures) -> Mapping[str, Any]:
    """A period whole: every rate with its formula, its months, its services."""
    return {
        "since": found.since,
        "until": found.until,
        "orders": found.whole.orders,
        "charged": found.whole.charged,
        "received": found.whole.received,
        "figures": list(_shares(found)),
        "months": [
            {"month": one.month, "counts": dataclasses.asdict(one.counts)} for one in found.months
        ],
        "items": [dataclasses.asdict(one) for one in found.items],
    }


def _shares(found: Figures) -> Iterator[Mapping[str, Any]]:
    for kind in FigureKind:
        share = found.whole.share(kind)
        yield {
            "figure": kind,
            "hits": share.hits,
            "whole": share.whole,
            "percent": share.percent,
            "words": label("figure_kind", kind),
            "formula": label("figure_formula", kind),
        }


def parse(words: list[str]) -> argparse.Namespace:
    """The period, and what is wanted of it."""
    told = _("how the services went: rates with what they are counted of, revenue by service")
    parser = Parser(prog="desk figures", description=told)
    tell_columns(parser, {"": FIGURE, "item": ITEM, "--behind, --item": ORDER})
    periods = _("a month 2026-11, a quarter 2026Q4 or a year 2026; this month")
    parser.add_argument("period", nargs="?", type=_period, metavar="PERIOD", help=periods)
    kinds = tuple(str(kind) for kind in FigureKind)
    behind = _("the orders that a figure counts")
    parser.add_argument("--behind", choices=kinds, help=behind)
    misses = _("with --behind: the orders of its whole that it does not count")
    parser.add_argument("--misses", action="store_true", help=misses)
    parser.add_argument("--item", metavar="CODE", help=_("the orders of one service of the board"))
    json_option(parser)
    return parser.parse_args(words)


def _period(said: str) -> tuple[date, date]:
    found = _PERIOD.fullmatch(said)
    try:
        if found is None:
            raise ValueError(said)
        year = int(found["year"])
        if found["month"]:
            return service_figures.month_of(date(year, int(found["month"]), 1))
        if found["quarter"]:
            return service_figures.quarter_of(date(year, int(found["quarter"]) * 3, 1))
        return date(year, 1, 1), date(year, 12, 31)
    except ValueError:
        told = _("{said} is no month, quarter or year").format(said=said)
        raise argparse.ArgumentTypeError(told) from None
