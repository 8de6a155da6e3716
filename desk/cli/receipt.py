"""`desk receipt DEED …`: what the window does with receipts 收據 and the builder's mandates."""

import argparse
import dataclasses
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from desk.cli import output
from desk.cli.argument import add_options
from desk.cli.case.deed import choice, day, flag, text
from desk.cli.pages import every
from desk.cli.parser import Parser, added, tell_columns
from desk.cli.receipt_deeds import DEEDS, Shown
from desk.cli.register import add_show, deeds_of, done, read, whole
from desk.domain import numbering
from desk.domain.money_words import capitals
from desk.domain.receipt import Method
from desk.i18n import N_, _, gettext
from desk.services import fee_mandate, receipt
from desk.services.fee_mandate import MandateFilter, MandateRow
from desk.services.receipt import ReceiptFilter, ReceiptRow
from desk.services.workplace import Workplace

SHOW, LIST, SUMS, MANDATES = "show", "list", "sums", "mandates"
ONE = ("number", "total", "capitals", "void_why")
COLUMNS = ("number", "received_at", "payer", "unit", "total", "method", "collected_by", "void_why")
SUM_COLUMNS = ("method", "count", "total")
MANDATE = ("number", "state", "builder", "valid_from", "valid_until")
_DAYS = (
    day("from", N_("from this day on"), "first_day"),
    day("until", N_("up to this day, which is included"), "last_day"),
)
_NARROWED = (
    choice("method", Method, N_("paid this way alone"), vocabulary="receipt_method"),
    *_DAYS,
    text("text", N_("a number, a room, a name, what was paid for")),
)
_OF_MANDATES = (
    flag("in-force", N_("those that hold today alone")),
    text("text", N_("a number, a builder, a fee")),
)


def run(wanted: argparse.Namespace) -> int:
    """Do the deed, print where the receipt or the mandate then stands."""
    given = parse(wanted.words)
    return done(wanted, given, _RUN.get(given.deed, _do))


def _do(workplace: Workplace, given: argparse.Namespace) -> None:
    deed = DEEDS[given.deed]
    told = read(workplace, deed.options, given)
    known = deed.do(workplace, getattr(given, "number", ""), told)
    if given.json:
        output.one(as_json(workplace, known))
    else:
        output.line(*_cells(workplace, known))


def _cells(workplace: Workplace, known: Shown) -> tuple[object, ...]:
    if isinstance(known, MandateRow):
        return tuple(_mandate_cells(workplace, known).values())
    return known.number, known.total, _capitals(workplace, known), known.void_why


def _show(workplace: Workplace, given: argparse.Namespace) -> None:
    """A receipt or a mandate whole, by its number."""
    key = numbering.typed(given.number)
    of_mandate = key.startswith(fee_mandate.LETTER)
    known: Shown = fee_mandate.get(workplace, key) if of_mandate else receipt.get(workplace, key)
    receipt_shown(workplace, known, json_wanted=given.json)


def receipt_shown(workplace: Workplace, known: Shown, *, json_wanted: bool) -> None:
    """A receipt or a mandate whole."""
    if json_wanted:
        output.one(as_json(workplace, known))
        return
    content = dict(as_json(workplace, known))
    lines, items = content.pop("lines", ()), content.pop("items", ())
    whole(workplace, content, left_out=(None, "", False))
    for line in lines:
        output.line("line", line["what"], line["amount"])
    for item in items:
        output.line("item", item["name"], item["standard"], item["basis"])


def as_json(workplace: Workplace, known: Shown) -> Mapping[str, Any]:
    """A receipt with its amount in capitals, a mandate with where it stands."""
    if isinstance(known, MandateRow):
        return dataclasses.asdict(known) | {"state": fee_mandate.state(workplace, known)}
    return dataclasses.asdict(known) | {"capitals": _capitals(workplace, known)}


def _capitals(workplace: Workplace, known: ReceiptRow) -> str:
    return capitals(known.total, workplace.estate.region)


def _list(workplace: Workplace, given: argparse.Namespace) -> None:
    told = read(workplace, _NARROWED, given)
    rows = map(dataclasses.asdict, every(receipt.page, workplace, ReceiptFilter(**told)))
    output.register(rows, workplace.estate.zone, json_wanted=given.json, columns=COLUMNS)


def _sums(workplace: Workplace, given: argparse.Namespace) -> None:
    """What came in, of today where no days are given."""
    told = read(workplace, _DAYS, given)
    today = workplace.today()
    first: date = told["first_day"] or told["last_day"] or today
    found = receipt.sums(workplace, first, told["last_day"] or max(first, today))
    rows = map(dataclasses.asdict, found)
    output.rows(rows, json_wanted=given.json, columns=SUM_COLUMNS)


def _mandates(workplace: Workplace, given: argparse.Namespace) -> None:
    told = read(workplace, _OF_MANDATES, given)
    wanted = MandateFilter(is_in_force=told["in_force"], text=told["text"])
    rows = (_mandate_cells(workplace, row) for row in every(fee_mandate.page, workplace, wanted))
    output.rows(rows, json_wanted=given.json, columns=MANDATE)


def _mandate_cells(workplace: Workplace, row: MandateRow) -> Mapping[str, Any]:
    state = fee_mandate.state(workplace, row)
    until = row.valid_until or ""
    return dict(zip(MANDATE, (row.number, state, row.builder, row.valid_from, until), strict=True))


_RUN: Mapping[str, Callable[[Workplace, argparse.Namespace], None]] = {
    SHOW: _show,
    LIST: _list,
    SUMS: _sums,
    MANDATES: _mandates,
}


def parse(words: list[str]) -> argparse.Namespace:
    """The deed and its words."""
    told = _("do with receipts and the builder’s mandates what the window does")
    parser = Parser(prog="desk receipt", description=told)
    named = {"": ONE, LIST: COLUMNS, SUMS: SUM_COLUMNS, MANDATES: MANDATE}
    tell_columns(parser, named)
    commands = deeds_of(parser)
    for deed in DEEDS.values():
        command = added(commands, deed.name, gettext(deed.help))
        if deed.of:
            command.add_argument("number", metavar="NUMBER", help=gettext(deed.of))
        add_options(command, deed.options)
    add_show(commands, _("show a receipt or a mandate whole"), _("its number"))
    add_options(added(commands, LIST, _("list the receipts of money, newest first")), _NARROWED)
    add_options(added(commands, SUMS, _("what came in, by the way it was paid")), _DAYS)
    add_options(added(commands, MANDATES, _("list the builder’s mandates")), _OF_MANDATES)
    return parser.parse_args(words)
