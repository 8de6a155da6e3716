"""`desk key DEED …`: what the window does with keys in custody 代管鑰匙, with the same refusals."""

import argparse
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from desk.cli import output
from desk.cli.argument import add_options
from desk.cli.case.deed import Asked, Misread, values
from desk.cli.key.agreements import AGREEMENTS
from desk.cli.key.counts import COUNTS, RECEIPTS
from desk.cli.key.deed import (
    AGREEMENT,
    COUNT,
    HOOK,
    LOAN,
    LOSS,
    RECEIPT,
    SET,
    KeyDeed,
    as_mapping,
    rows_of,
)
from desk.cli.key.loans import LOANS
from desk.cli.key.sets import SETS
from desk.cli.parser import Parser, Usage, added, tell_columns
from desk.cli.session import signed_in
from desk.i18n import N_, _, gettext
from desk.services.workplace import Workplace

GROUPS: Mapping[str, tuple[str, tuple[KeyDeed, ...]]] = MappingProxyType(
    {
        "agreement": (N_("custody agreements"), AGREEMENTS),
        "count": (N_("counts of the keys"), COUNTS),
        "receipt": (N_("key receipts"), RECEIPTS),
    }
)
_LINES = {
    "": SET,
    "board": HOOK,
    "lend, return, extend, void, loans": LOAN,
    "lost, losses, step, found, write-off": LOSS,
    "agreement": AGREEMENT,
    "count": COUNT,
    "receipt": RECEIPT,
}
_SEVERAL = frozenset({"list", "board", "loans", "losses"})

if TYPE_CHECKING:
    _Commands = argparse._SubParsersAction[Parser]


def run(wanted: argparse.Namespace) -> int:
    """Do the deed; print where what it was done on then stands."""
    given = parse(wanted.words)
    with signed_in(wanted) as workplace:
        try:
            answer = _done(workplace, given.deed, given)
        except Misread as misread:
            raise Usage(str(misread)) from None
        _tell(workplace, given, [as_mapping(workplace, row) for row in rows_of(answer)])
    return 0


def _done(workplace: Workplace, deed: KeyDeed, given: argparse.Namespace) -> Any:
    told = values(deed.options, Asked(workplace), vars(given))
    return deed.do(workplace, getattr(given, "key", ""), told)


def _tell(workplace: Workplace, given: argparse.Namespace, rows: list[Mapping[str, Any]]) -> None:
    deed: KeyDeed = given.deed
    if given.json and deed.name not in _SEVERAL:
        output.one(rows[0])
        return
    plain = rows if given.json else [_on_wall(workplace, row) for row in rows]
    output.rows(plain, json_wanted=given.json, columns=deed.columns)


def _on_wall(workplace: Workplace, row: Mapping[str, Any]) -> Mapping[str, Any]:
    """Moments by the estate's clock."""
    local = workplace.estate.custom.local
    moments = {name: value for name, value in row.items() if name.endswith("_at") and value}
    moments |= {"at": row["at"]} if row.get("at") else {}
    return {**row, **{name: f"{local(one):%Y-%m-%d %H:%M}" for name, one in moments.items()}}


def parse(words: list[str]) -> argparse.Namespace:
    """The deed and its words."""
    told = _("do with keys in custody what the window does; what is refused says why, all at once")
    parser = Parser(prog="desk key", description=told)
    tell_columns(parser, _LINES)
    commands = _commands(parser)
    _add(commands, (*SETS, *LOANS))
    for name, (help_, deeds) in GROUPS.items():
        _add(_commands(added(commands, name, gettext(help_))), deeds)
    return parser.parse_args(words)


def _commands(parser: Parser) -> "_Commands":
    return parser.add_subparsers(
        title=_("deeds"), required=True, metavar="DEED", parser_class=Parser
    )


def _add(commands: "_Commands", deeds: Iterable[KeyDeed]) -> None:
    for deed in deeds:
        command = added(commands, deed.name, gettext(deed.help))
        command.set_defaults(deed=deed)
        if deed.on:
            command.add_argument("key", metavar="WHICH", help=gettext(deed.on))
        add_options(command, deed.options)
