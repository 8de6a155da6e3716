"""The words of a deed as arguments of the command line."""

from collections.abc import Mapping
from typing import Any

from desk.cli.case.deed import Option
from desk.cli.parser import Parser, json_option
from desk.i18n import gettext
from desk.wording import label


def add_options(parser: Parser, options: tuple[Option, ...]) -> None:
    """What the deed asks for, and `--json`."""
    for one in options:
        parser.add_argument(f"--{one.name}", **_argument(one))
    json_option(parser)


def _argument(option: Option) -> Mapping[str, Any]:
    told: dict[str, Any] = {"dest": option.key, "help": _help(option)}
    if option.flag:
        return told | {"action": "store_true"}
    told |= {"required": option.needed, "action": "append" if option.many else "store"}
    if option.choices:
        return told | {"choices": option.choices}
    return told | {"metavar": option.metavar}


def _help(option: Option) -> str:
    """What it is for; where the codes do not speak for themselves, what each means."""
    told = gettext(option.help)
    if not option.vocabulary:
        return told
    meant = (f"{code} = {label(option.vocabulary, code)}" for code in option.choices)
    return f"{told}: {'; '.join(meant)}"
