"""The words of the command line."""

import argparse
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from desk.i18n import _

_COMMANDS = "desk.cli.commands"


class Usage(Exception):
    """The command was not understood; the text says why, in one line."""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise Usage(_("{message}. See: desk --help").format(message=message))


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """What is wanted: `module` runs it, the rest are its values."""
    return _parser().parse_args(arguments)


def _parser() -> _Parser:
    parser = _Parser(prog="desk", description=_("An offline front desk for residential estates."))
    parser.add_argument("--data", type=Path, metavar="DIR", help=_("the data folder"))
    parser.set_defaults(module="desk.cli.window")
    commands = parser.add_subparsers(title=_("commands"), metavar="COMMAND", parser_class=_Parser)
    _demo(commands)
    _import(commands)
    _export(commands)
    _template(commands)
    _find(commands)
    _print(commands)
    _list(commands)
    _policy(commands)
    selftest = commands.add_parser("selftest", help=_("try every part once"))
    selftest.set_defaults(module="desk.cli.selftest")
    return parser


if TYPE_CHECKING:
    _Commands = argparse._SubParsersAction[_Parser]


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
    parser = commands.add_parser("print", help=_("print a form into a PDF"))
    parser.add_argument("form", choices=("complaint-sheet",))
    parser.add_argument("number", metavar="NUMBER|latest|blank")
    parser.add_argument("--language", choices=("zh_Hant", "zh_Hans", "en"), required=True)
    parser.add_argument("--output", type=Path, required=True, metavar="FILE")
    parser.set_defaults(module=_COMMANDS, command="print_form")


def _list(commands: "_Commands") -> None:
    parser = commands.add_parser("list", help=_("list a register, newest first"))
    parser.add_argument("what", choices=("receptions", "complaints"))
    parser.add_argument("--since", type=_day, metavar="DAY", help=_("a day such as 2026-11-21"))
    parser.add_argument("--json", action="store_true")
    parser.set_defaults(module=_COMMANDS, command="list_register")


def _policy(commands: "_Commands") -> None:
    policy = commands.add_parser("policy", help=_("say what the estate's policy is"))
    policy.set_defaults(module="desk.cli.policy")
    deeds = policy.add_subparsers(
        dest="deed", required=True, metavar="list|show|check", parser_class=_Parser
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
