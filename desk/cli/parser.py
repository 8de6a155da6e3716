"""The words of the command line."""

import argparse
from argparse import RawDescriptionHelpFormatter
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from desk.cli import columns
from desk.i18n import _

_COMMANDS = "desk.cli.commands"
_STATES = ("registered", "handled", "closed", "explained")
_LANGUAGES = ("zh_Hant", "zh_Hans", "en")
_SEVERITIES = ("minor", "important", "major")


class Usage(Exception):
    """The command was not understood; the text says why, in one line."""


class Parser(argparse.ArgumentParser):
    """What is not understood is said in one line, by the command it was said to.

    The words behind a command that is read `later` are kept as `words`: what they may be is known
    to the command alone, and loaded once it is chosen.
    """

    def __init__(self, *, later: bool = False, **given: Any) -> None:
        super().__init__(**given, add_help=not later)
        self._later = later

    def parse_known_args(  # type: ignore[override]
        self, args: Sequence[str] | None = None, namespace: argparse.Namespace | None = None
    ) -> tuple[argparse.Namespace, list[str]]:
        if not self._later:
            known, rest = super().parse_known_args(args, namespace)
            if rest:
                self.error(f"unrecognized arguments: {' '.join(rest)}")
            return known, []
        found, _rest = super().parse_known_args([], namespace)
        found.words = list(args or ())
        return found, []

    def error(self, message: str) -> NoReturn:
        see = _("{message}. See: {command} --help")
        raise Usage(see.format(message=message, command=self.prog))


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """What is wanted: `module` runs it, the rest are its values."""
    return _parser().parse_args(arguments)


def _parser() -> Parser:
    parser = Parser(prog="desk", description=_("An offline front desk for residential estates."))
    parser.add_argument("--data", type=Path, metavar="DIR", help=_("the data folder"))
    parser.set_defaults(module="desk.cli.window")
    commands = parser.add_subparsers(title=_("commands"), metavar="COMMAND", parser_class=Parser)
    _demo(commands)
    _import(commands)
    _export(commands)
    _template(commands)
    _find(commands)
    _later(commands, "print", "printing", _("print forms into a PDF; the log of what was printed"))
    _list(commands)
    _show(commands)
    _complaint(commands)
    _later(commands, "pass", "release_pass", _("release passes: issue, verify, the gate"))
    _later(commands, "key", "key_custody", _("keys in custody: lend, return, count"))
    _later(commands, "order", "service_order", _("service orders and repair slips"))
    _later(commands, "price-board", "price_board", _("the price board and its versions"))
    _later(commands, "provider", "provider", _("who does the work: people, suppliers, agreements"))
    _later(commands, "receipt", "receipt", _("receipts of money"))
    _later(commands, "callbacks", "service_callback", _("callbacks of services that are owed"))
    _later(commands, "figures", "service_figures", _("how the services went, month and quarter"))
    _later(commands, "move-in", "move_in", _("move-ins, their papers, inspection, filing"))
    _later(commands, "defect", "defect", _("defects of homes and the builder's repairs"))
    _later(commands, "household", "household", _("everything of a home on one page"))
    _later(commands, "scan", "scan", _("what a paper's code says, and its way home"))
    _later(commands, "papers", "papers", _("the papers that are still out"))
    _later(commands, "forms", "forms", _("every form with its clause and its papers"))
    _policy(commands)
    selftest = added(commands, "selftest", _("try every part once"))
    selftest.set_defaults(module="desk.cli.selftest")
    return parser


if TYPE_CHECKING:
    _Commands = argparse._SubParsersAction[Parser]


def added(commands: "_Commands", name: str, said: str, *, later: bool = False) -> Parser:
    """A command whose own help begins with what the list of commands says of it."""
    return commands.add_parser(name, help=said, description=said, later=later)


def json_option(parser: Parser) -> None:
    """`--json`, as every command words it."""
    told = _("every field as JSON, moments in UTC")
    parser.add_argument("--json", action="store_true", help=told)


def tell_columns(parser: Parser, lines: Mapping[str, Sequence[str]]) -> None:
    """What stands between the tabs of its lines, at the end of its help."""
    named = (
        f"  {name}: {', '.join(cells)}" if name else f"  {', '.join(cells)}"
        for name, cells in lines.items()
    )
    parser.epilog = "\n".join((_("a line, with tabs between:"), *named))
    parser.formatter_class = RawDescriptionHelpFormatter


def _demo(commands: "_Commands") -> None:
    demo = added(commands, "demo", _("fill a new folder with a sample estate"))
    _number(demo, "--households", count(1, 50_000), 400, _("how many households: {default}"))
    _number(demo, "--days", count(1, 20_000), 120, _("how many days of visits: {default}"))
    _number(demo, "--seed", int, 1, _("another number makes another estate: {default}"))
    regions = _("Hong Kong, Taiwan or the mainland: {default}").format(default="HK")
    demo.add_argument("--region", choices=("HK", "TW", "CN"), default="HK", help=regions)
    demo.set_defaults(module="desk.cli.demo")


def _number(parser: Parser, name: str, kind: type[int], default: int, said: str) -> None:
    """A number that is told with what holds where it is not given."""
    told = said.format(default=default)
    parser.add_argument(name, type=kind, default=default, metavar="N", help=told)


def _import(commands: "_Commands") -> None:
    parser = added(commands, "import", _("take households in from xlsx or csv"))
    _table(parser)
    parser.add_argument("--dry-run", action="store_true", help=_("say what would be, and stop"))
    json_option(parser)
    parser.set_defaults(module=_COMMANDS, command="import_households")


def _export(commands: "_Commands") -> None:
    parser = added(commands, "export", _("write households to xlsx or csv"))
    _table(parser)
    parser.set_defaults(module=_COMMANDS, command="export_households")


def _template(commands: "_Commands") -> None:
    parser = added(commands, "template", _("write the empty table that import takes"))
    _table(parser)
    parser.set_defaults(module=_COMMANDS, command="template_households")


def _table(parser: Parser) -> None:
    parser.add_argument("what", choices=("households",), help=_("which table"))
    ending = _("its ending says which kind: .xlsx or .csv")
    parser.add_argument("file", type=Path, metavar="FILE", help=ending)


def _find(commands: "_Commands") -> None:
    parser = added(commands, "find", _("search like the box in the window"))
    what = _("a room, a name, initials, the end of a phone, a number; terms combine")
    parser.add_argument("text", metavar="TEXT", help=what)
    tell_columns(parser, {"": columns.FOUND})
    _number(parser, "--limit", count(1, 200), 20, _("how many at most: {default}"))
    json_option(parser)
    parser.set_defaults(module=_COMMANDS, command="find")


def _list(commands: "_Commands") -> None:
    parser = added(commands, "list", _("list a register, newest first"))
    registers = columns.REGISTERS | {"complaints --due": columns.DUE}
    tell_columns(parser, registers)
    parser.add_argument("what", choices=tuple(columns.REGISTERS), help=_("which register"))
    since = _("from this day on, such as 2026-11-21")
    parser.add_argument("--since", type=day, metavar="DAY", help=since)
    due = _("complaints: what runs out before tomorrow, a line for each clock")
    parser.add_argument("--due", action="store_true", help=due)
    parser.add_argument("--state", choices=_STATES, help=_("complaints in this state alone"))
    grave = _("complaints of this severity alone")
    parser.add_argument("--severity", choices=_SEVERITIES, help=grave)
    waiting = _("receptions: those alone that wait for an answer and go on nowhere else")
    parser.add_argument("--waiting", action="store_true", help=waiting)
    json_option(parser)
    parser.set_defaults(module=_COMMANDS, command="list_register")


def _show(commands: "_Commands") -> None:
    parser = added(commands, "show", _("show a record with its clocks"))
    number = _("of a record of any kind")
    parser.add_argument("number", metavar="NUMBER", help=number)
    _spoken(parser)
    json_option(parser)
    parser.set_defaults(module=_COMMANDS, command="show")


def _spoken(parser: Parser) -> None:
    told = _("the language of the sentences; the system's where none is named")
    parser.add_argument("--language", choices=_LANGUAGES, help=told)


def _complaint(commands: "_Commands") -> None:
    words = _("do with a complaint what the window does")
    parser = added(commands, "complaint", words, later=True)
    parser.set_defaults(module="desk.cli.complaint")


def _later(commands: "_Commands", name: str, module: str, said: str) -> None:
    """A command whose own words are read by its module, once it is chosen."""
    added(commands, name, said, later=True).set_defaults(module=f"desk.cli.{module}")


def _policy(commands: "_Commands") -> None:
    policy = added(commands, "policy", _("say what the estate's policy is"))
    policy.set_defaults(module="desk.cli.policy")
    deeds = policy.add_subparsers(
        dest="deed", required=True, metavar="list|show|check", parser_class=Parser
    )
    versions = added(deeds, "list", _("the estate's versions and the shipped profiles"))
    show = added(deeds, "show", _("every rule in words, with its clause"))
    which = _(
        "a version's number or a profile's code, as “desk policy list” gives them; else today's"
    )
    show.add_argument("which", nargs="?", default="", metavar="NUMBER|CODE", help=which)
    _spoken(show)
    check = added(deeds, "check", _("clause, rule and test of every clause"))
    shown = columns.POLICIES, columns.RULES, columns.CLAUSES
    for parser, cells in zip((versions, show, check), shown, strict=True):
        tell_columns(parser, {"": cells})
        json_option(parser)


def count(least: int, most: int) -> type[int]:
    """A whole number within bounds, as argparse wants it."""

    class Count(int):
        def __new__(cls, text: str) -> "Count":
            whole = int(text) if text.isdecimal() else -1
            if not least <= whole <= most:
                raise argparse.ArgumentTypeError(
                    _("from {least} to {most}").format(least=least, most=most)
                )
            return super().__new__(cls, whole)

    return Count


def day(text: str) -> date:
    """A day as it is typed."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(_("a day is written like 2026-11-21")) from None
