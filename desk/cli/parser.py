"""The words of the command line."""

import argparse
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from desk.i18n import _

_COMMANDS = "desk.cli.commands"
_STATES = ("registered", "handled", "closed", "explained")
_SEVERITIES = ("minor", "important", "major")


class Usage(Exception):
    """The command was not understood; the text says why, in one line."""


class Parser(argparse.ArgumentParser):
    """What is not understood is said in one line.

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
            return super().parse_known_args(args, namespace)
        found, _rest = super().parse_known_args([], namespace)
        found.words = list(args or ())
        return found, []

    def error(self, message: str) -> NoReturn:
        raise Usage(_("{message}. See: desk --help").format(message=message))


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
    _print(commands)
    _list(commands)
    _show(commands)
    _complaint(commands)
    _policy(commands)
    selftest = commands.add_parser("selftest", help=_("try every part once"))
    selftest.set_defaults(module="desk.cli.selftest")
    return parser


if TYPE_CHECKING:
    _Commands = argparse._SubParsersAction[Parser]


def _demo(commands: "_Commands") -> None:
    demo = commands.add_parser("demo", help=_("fill a new folder with a sample estate"))
    demo.add_argument("--households", type=_count(1, 50_000), default=400, metavar="N")
    demo.add_argument("--days", type=_count(1, 20_000), default=120, metavar="N")
    demo.add_argument("--seed", type=int, default=1, metavar="N")
    demo.add_argument("--region", choices=("HK", "TW", "CN"), default="HK")
    demo.set_defaults(module="desk.cli.demo")


def _import(commands: "_Commands") -> None:
    parser = commands.add_parser("import", help=_("take households in from xlsx or csv"))
    parser.add_argument("what", choices=("households",))
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("--dry-run", action="store_true", help=_("say what would be, and stop"))
    parser.add_argument("--json", action="store_true")
    parser.set_defaults(module=_COMMANDS, command="import_households")


def _export(commands: "_Commands") -> None:
    parser = commands.add_parser("export", help=_("write households to xlsx or csv"))
    parser.add_argument("what", choices=("households",))
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.set_defaults(module=_COMMANDS, command="export_households")


def _template(commands: "_Commands") -> None:
    parser = commands.add_parser("template", help=_("write the empty table that import takes"))
    parser.add_argument("what", choices=("households",))
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.set_defaults(module=_COMMANDS, command="template_households")


def _find(commands: "_Commands") -> None:
    parser = commands.add_parser("find", help=_("search like the box in the window"))
    parser.add_argument("text", metavar="TEXT")
    parser.add_argument("--limit", type=_count(1, 200), default=20, metavar="N")
    parser.add_argument("--json", action="store_true")
    parser.set_defaults(module=_COMMANDS, command="find")


def _print(commands: "_Commands") -> None:
    printing = commands.add_parser("print", help=_("print a form into a PDF"))
    printing.set_defaults(module=_COMMANDS, command="print_form")
    forms = printing.add_subparsers(
        dest="form", required=True, metavar="FORM", parser_class=Parser, title=_("forms")
    )
    for form, words in _record_forms().items():
        parser = forms.add_parser(form, help=words)
        parser.add_argument("number", metavar="NUMBER|latest|blank")
        _paper(parser)
    for form, words in _register_forms().items():
        parser = forms.add_parser(form, help=words)
        parser.add_argument("number", nargs="?", choices=("blank",))
        _paper(parser)
        if form == "monthly-summary":
            parser.add_argument("--month", type=_month, metavar="MONTH", help=_("such as 2026-11"))
            continue
        first, last = _("its first day, such as 2026-11-01"), _("its last day")
        parser.add_argument("--from", type=_day, metavar="DAY", dest="since", help=first)
        parser.add_argument("--to", type=_day, metavar="DAY", dest="until", help=last)
        if form == "follow-up-register":
            parser.add_argument("--open", action="store_true", help=_("open cases alone"))
            nameless = _("without names and rooms, to be posted")
            parser.add_argument("--without-names", action="store_true", help=nameless)


def _record_forms() -> dict[str, str]:
    """The forms of one record, and what each is."""
    return {
        "complaint-sheet": _("the sheet of a complaint (F4)"),
        "complaint-record": _("the record of a case, from filing to closing (F6)"),
        "corrective-action": _("the corrective-action sheet of a grave case"),
        "special-report": _("the special report of a grave or hot case (F14)"),
        "joint-report": _("the report of a joint complaint (F15)"),
        "coordination-slip": _("the coordination slip of a visit (F17)"),
    }


def _register_forms() -> dict[str, str]:
    """The registers over a period, and what each is."""
    return {
        "disposal-record": _("the sheets handed out in a period (F5)"),
        "follow-up-register": _("the cases of a period (F13)"),
        "monthly-summary": _("the complaints of a month (F7)"),
    }


def _paper(parser: Parser) -> None:
    parser.add_argument("--language", choices=("zh_Hant", "zh_Hans", "en"), required=True)
    parser.add_argument("--output", type=Path, required=True, metavar="FILE")


def _list(commands: "_Commands") -> None:
    parser = commands.add_parser("list", help=_("list a register, newest first"))
    parser.add_argument("what", choices=("receptions", "complaints", "work-log"))
    parser.add_argument("--since", type=_day, metavar="DAY", help=_("a day such as 2026-11-21"))
    parser.add_argument("--due", action="store_true", help=_("what runs out before tomorrow"))
    parser.add_argument("--state", choices=_STATES, help=_("complaints in this state alone"))
    parser.add_argument("--severity", choices=_SEVERITIES)
    parser.add_argument("--json", action="store_true")
    parser.set_defaults(module=_COMMANDS, command="list_register")


def _show(commands: "_Commands") -> None:
    parser = commands.add_parser("show", help=_("show a record with its clocks"))
    parser.add_argument("number", metavar="NUMBER")
    parser.add_argument("--language", choices=("zh_Hant", "zh_Hans", "en"))
    parser.add_argument("--json", action="store_true")
    parser.set_defaults(module=_COMMANDS, command="show")


def _complaint(commands: "_Commands") -> None:
    words = _("do with a complaint what the window does")
    parser = commands.add_parser("complaint", help=words, later=True)
    parser.set_defaults(module="desk.cli.complaint")


def _policy(commands: "_Commands") -> None:
    policy = commands.add_parser("policy", help=_("say what the estate's policy is"))
    policy.set_defaults(module="desk.cli.policy")
    deeds = policy.add_subparsers(
        dest="deed", required=True, metavar="list|show|check", parser_class=Parser
    )
    versions = deeds.add_parser("list", help=_("the estate's versions and the shipped profiles"))
    show = deeds.add_parser("show", help=_("every rule in words, with its clause"))
    show.add_argument("which", nargs="?", default="", metavar="NUMBER|CODE")
    show.add_argument("--language", choices=("zh_Hant", "zh_Hans", "en"))
    check = deeds.add_parser("check", help=_("clause, rule and test of every clause"))
    for parser in (versions, show, check):
        parser.add_argument("--json", action="store_true")


def _count(least: int, most: int) -> type[int]:
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


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(_("a day is written like 2026-11-21")) from None


def _month(text: str) -> date:
    """The first day of a month."""
    try:
        return date.fromisoformat(f"{text}-01")
    except ValueError:
        raise argparse.ArgumentTypeError(_("a month is written like 2026-11")) from None
