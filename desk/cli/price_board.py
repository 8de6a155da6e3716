"""`desk price-board DEED …`: versions of the board 標價牌, as the window draws them up and prints
them, with the same refusals."""

import argparse
import dataclasses
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from desk.cli import output
from desk.cli import price_board_deeds as deeds
from desk.cli.argument import add_options
from desk.cli.case.deed import (
    text,
)
from desk.cli.pages import every
from desk.cli.parser import Parser, added, json_option, tell_columns
from desk.cli.register import acted, add_deeds, deeds_of, done, read, whole
from desk.domain import numbering
from desk.domain.paper import FORMS, FormCode
from desk.domain.reasons import Reason
from desk.errors import RuleRefused
from desk.i18n import LANGUAGES, N_, _
from desk.services import paper, price_board, price_board_draft
from desk.services.price_board import Version
from desk.services.workplace import Workplace

VERSION = ("number", "state", "items", "in_force_on", "approved_by")
VERSIONS = (*VERSION, "filed_with", "posted_on", "superseded_on")
ITEM = ("code", "name", "unit", "price", "materials", "skill", "launched_on")


def run(wanted: argparse.Namespace) -> int:
    """Do the deed on the version as it now stands; print where it then stands."""
    given = parse(wanted.words)
    return done(wanted, given, _RUN.get(given.deed, _do))


_REMARK = (text("remark", N_("what else is to be said")),)
_FOUND = (text("text", N_("a word or a code of the item")),)


# Looking and printing


def _new(workplace: Workplace, given: argparse.Namespace) -> None:
    told = read(workplace, _REMARK, given)
    _tell(price_board_draft.start(workplace, told["remark"]), given)


def _do(workplace: Workplace, given: argparse.Namespace) -> None:
    _tell(acted(workplace, deeds.DEEDS, price_board.get, given), given)


def _known(workplace: Workplace, number: str) -> Version:
    return price_board.get(workplace, numbering.typed(number))


def _tell(known: Version, given: argparse.Namespace) -> None:
    if given.json:
        output.one(as_json(known))
    else:
        row = known.row
        output.line(*(getattr(row, name) or "" for name in VERSION[:2]), len(known.items),
                    row.in_force_on or "", row.approved_by or "")  # fmt: skip


def _show(workplace: Workplace, given: argparse.Namespace) -> None:
    """A version whole; without a number the one in force."""
    board = price_board.in_force(workplace) if given.number is None else None
    if given.number is None and board is None:
        raise RuleRefused([Reason("price_board.none_in_force")])
    known = price_board.get(workplace, board.id) if board else _known(workplace, given.number)
    board_shown(workplace, known, json_wanted=given.json)


def board_shown(workplace: Workplace, known: Version, *, json_wanted: bool) -> None:
    """A version whole, with what is on it."""
    if json_wanted:
        output.one(as_json(known))
        return
    whole(workplace, dataclasses.asdict(known.row))
    for item in known.items:
        output.line("item", *(getattr(item, name) for name in ITEM))


def _items(workplace: Workplace, given: argparse.Namespace) -> None:
    told = read(workplace, _FOUND, given)
    found = price_board.items(workplace, told["text"])
    rows = map(dataclasses.asdict, found)
    output.rows(rows, json_wanted=given.json, columns=ITEM)


def _list(workplace: Workplace, given: argparse.Namespace) -> None:
    rows: Iterator[Mapping[str, Any]] = map(dataclasses.asdict, every(price_board.page, workplace))
    output.register(rows, workplace.estate.zone, json_wanted=given.json, columns=VERSIONS)


def _print(workplace: Workplace, given: argparse.Namespace) -> None:
    asked = paper.Asked(given.language, given.paper)
    made = paper.print_record(workplace, FormCode.PRICE_BOARD, given.number, asked, given.output)
    output.line(made.number, given.output)


def as_json(known: Version) -> Mapping[str, Any]:
    """A version whole."""
    return {"record": known.row, "items": known.items}


_RUN = {"new": _new, "show": _show, "items": _items, "list": _list, "print": _print}


def parse(words: list[str]) -> argparse.Namespace:
    """The deed and its words."""
    told = _("do with the price board what the window does; what is refused says why, all at once")
    parser = Parser(prog="desk price-board", description=told)
    tell_columns(parser, {"": VERSION, "list": VERSIONS, "items": ITEM})
    commands = deeds_of(parser)
    which = _("the version’s number")
    add_options(added(commands, "new", _("draw up the next version")), _REMARK)
    add_deeds(commands, deeds.DEEDS.values(), which)
    show = added(commands, "show", _("show a version; without a number the one in force"))
    show.add_argument("number", nargs="?", metavar="NUMBER", help=which)
    json_option(show)
    add_options(added(commands, "items", _("what is on the board in force")), _FOUND)
    json_option(added(commands, "list", _("list the versions, newest first")))
    _printing(added(commands, "print", _("a version into a PDF, for the wall")))
    return parser.parse_args(words)


def _printing(parser: Parser) -> None:
    which = _("a version’s number; the one in force where nothing is said")
    parser.add_argument("number", nargs="?", default="latest", metavar="NUMBER", help=which)
    papers = tuple(str(one) for one in FORMS[FormCode.PRICE_BOARD].papers)
    size = _("on which paper; else the usual one")
    parser.add_argument("--paper", choices=papers, default="", help=size)
    language = _("the language of the paper")
    parser.add_argument("--language", choices=LANGUAGES, required=True, help=language)
    where = _("the PDF to write")
    parser.add_argument("--output", type=Path, required=True, metavar="FILE", help=where)
