"""`desk household show UNIT`: everything of a home on one page, in time (R57)."""

import argparse

from desk.cli import output
from desk.cli.argument import add_options
from desk.cli.case import home
from desk.cli.case.deed import Asked, Misread, codes, values
from desk.cli.pages import every
from desk.cli.parser import Parser, Usage, added, tell_columns
from desk.cli.session import signed_in
from desk.domain.household_file import Group
from desk.i18n import N_, _
from desk.services import household_file
from desk.services.workplace import Workplace

SHOW = "show"
LINE = ("kind", "at", "number", "state", "who", "what")
_NARROWED = (
    codes("group", Group, N_("only this; several times"), "groups", vocabulary="file_group"),
)


def run(wanted: argparse.Namespace) -> int:
    """Show the file of the home that is meant."""
    given = parse(wanted.words)
    with signed_in(wanted) as workplace:
        try:
            _show(workplace, given)
        except Misread as misread:
            raise Usage(str(misread)) from None
    return 0


def _show(workplace: Workplace, given: argparse.Namespace) -> None:
    groups = values(_NARROWED, Asked(workplace), vars(given))["groups"]
    unit_id = home.unit_id(workplace, given.unit)
    found = household_file.of(workplace, unit_id, groups, 1)
    if given.json:
        rows = list(every(household_file.entries, workplace, unit_id, groups))
        known = found.household
        told = {"unit": known.unit, "residents": known.residents, "former": known.former}
        output.one(told | {"instructions": known.instructions, "records": rows})
        return
    output.line("unit", "", "", "", "", found.household.unit.label)
    for one in found.household.residents:
        output.line("resident", "", "", one.role, one.name, ", ".join(one.phones))
    for row in every(household_file.entries, workplace, unit_id, groups):
        at = f"{workplace.estate.custom.local(row.at):%Y-%m-%d %H:%M}"
        output.line(row.kind, at, row.number, row.state, row.who, row.what)


def parse(words: list[str]) -> argparse.Namespace:
    """The words of the command."""
    parser = Parser(prog="desk household", description=_("everything of a home on one page"))
    tell_columns(parser, {"": LINE})
    commands = parser.add_subparsers(
        title=_("deeds"), dest="deed", required=True, metavar="DEED", parser_class=Parser
    )
    show = added(commands, SHOW, _("its people, papers, keys, passes, cases and visits, in time"))
    show.add_argument("unit", metavar="UNIT", help=_("the room, or the unit’s id"))
    add_options(show, _NARROWED)
    return parser.parse_args(words)
