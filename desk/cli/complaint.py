"""`desk complaint DEED NUMBER …`: what the window does with a complaint, with the same refusals."""

import argparse
from collections.abc import Mapping
from typing import Any

from desk.cli import output, show
from desk.cli.case import entry
from desk.cli.case.deed import Asked, Deed, Misread, Option
from desk.cli.case.deeds import DEEDS
from desk.cli.parser import Parser, Usage
from desk.cli.session import signed_in
from desk.domain import numbering
from desk.errors import RuleRefused
from desk.i18n import _, gettext
from desk.services import case_words, complaint_case
from desk.services.complaint_case import Case
from desk.services.workplace import Workplace

REGISTER = "register"


def run(wanted: argparse.Namespace) -> int:
    """Do the deed on the case as it now stands; print where the case then stands."""
    given = parse(wanted.words)
    with signed_in(wanted) as workplace:
        try:
            case = _done(workplace, given)
        except Misread as misread:
            raise Usage(str(misread)) from None
        if given.json:
            output.one(show.case_as_json(workplace, case))
        else:
            detail = case.detail
            output.line(detail.number, detail.state, detail.filing, len(case.blockers))
    return 0


def _done(workplace: Workplace, given: argparse.Namespace) -> Case:
    words = vars(given)
    if given.deed == REGISTER:
        return entry.register(workplace, entry.values(Asked(workplace), words))
    deed = DEEDS[given.deed]
    number = str(numbering.parse_number(given.complaint) or given.complaint)
    case = complaint_case.get(workplace, number)
    told = deed.values(Asked(workplace, case), words)
    if deed.shows is not None and not given.json:
        for line in deed.shows(workplace, case, told):
            output.line(line.label, line.value)
    try:
        return deed.do(workplace, case, told)
    except RuleRefused as refused:
        raise RuleRefused(case_words.named(case, one) for one in refused.reasons) from None


def parse(words: list[str]) -> argparse.Namespace:
    """The deed and its words."""
    parser = Parser(prog="desk complaint")
    deeds = parser.add_subparsers(
        title=_("deeds"), dest="deed", required=True, metavar="DEED", parser_class=Parser
    )
    begun = deeds.add_parser(REGISTER, help=_("register a complaint"))
    _add(begun, (*entry.WHO, *entry.SAID))
    for deed in DEEDS.values():
        _deed(deeds.add_parser(deed.name, help=gettext(deed.help)), deed)
    return parser.parse_args(words)


def _deed(parser: Parser, deed: Deed) -> None:
    parser.add_argument("complaint", metavar="NUMBER")
    _add(parser, deed.options)


def _add(parser: Parser, options: tuple[Option, ...]) -> None:
    for one in options:
        parser.add_argument(f"--{one.name}", **_argument(one))
    parser.add_argument("--json", action="store_true")


def _argument(option: Option) -> Mapping[str, Any]:
    told: dict[str, Any] = {"dest": option.key, "help": gettext(option.help)}
    if option.flag:
        return told | {"action": "store_true"}
    told |= {"required": option.needed, "action": "append" if option.many else "store"}
    if option.choices:
        return told | {"choices": option.choices}
    return told | {"metavar": option.metavar}
