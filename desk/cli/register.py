"""A register as words of the command line: how its deeds are told in the help, and done."""

import argparse
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from desk.cli import output
from desk.cli.argument import add_options
from desk.cli.case.deed import Asked, Misread, Option, values
from desk.cli.case.record_deed import AnyDeed, RecordDeed
from desk.cli.parser import Parser, Usage, added, json_option
from desk.cli.session import signed_in
from desk.domain import numbering
from desk.i18n import _, gettext
from desk.services.workplace import Workplace

Record = TypeVar("Record")
Wanted = argparse.Namespace

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[Parser]


# Doing


def done(wanted: Wanted, given: Wanted, does: Callable[[Workplace, Wanted], int | None]) -> int:
    """Sign in and do it; a word that was not understood is a fault of the command."""
    with signed_in(wanted) as workplace:
        try:
            return does(workplace, given) or 0
        except Misread as misread:
            raise Usage(str(misread)) from None


def read(workplace: Workplace, options: Iterable[Option], given: Wanted) -> dict[str, Any]:
    """What was said, read at this desk."""
    return values(options, Asked(workplace), vars(given))


def acted(
    workplace: Workplace,
    deeds: Mapping[str, RecordDeed[Record]],
    get: Callable[[Workplace, str], Record],
    given: Wanted,
) -> Record:
    """The deed on the record of the number as it now stands: how it then stands."""
    deed = deeds[given.deed]
    known = get(workplace, numbering.typed(given.number))
    return deed.do(workplace, known, read(workplace, deed.options, given))


def whole(
    workplace: Workplace, record: Mapping[str, Any], left_out: tuple[object, ...] = (None, "")
) -> None:
    """A record field by field, moments by the estate's clock; what says nothing is left out."""
    (shown,) = output.on_the_wall([record], workplace.estate.zone)
    for name, value in shown.items():
        if value not in left_out:
            output.line(name, value)


# What may be said


def deeds_of(parser: Parser) -> "Commands":
    """Where the deeds of a register stand."""
    return parser.add_subparsers(
        title=_("deeds"), dest="deed", required=True, metavar="DEED", parser_class=Parser
    )


def add_deeds(commands: "Commands", deeds: Iterable[AnyDeed], which: str) -> None:
    """The deeds on the record of a number; `which` says whose number it is."""
    for deed in deeds:
        add_options(on_record(commands, deed.name, gettext(deed.help), which), deed.options)


def add_show(commands: "Commands", said: str, which: str) -> None:
    """One record, whole."""
    json_option(on_record(commands, "show", said, which))


def on_record(commands: "Commands", name: str, said: str, which: str) -> Parser:
    """A command that asks for the number of a record."""
    command = added(commands, name, said)
    command.add_argument("number", metavar="NUMBER", help=which)
    return command
