"""`desk move-in DEED …`: what the window does with move-ins 入住, with the same refusals."""

import argparse
import dataclasses

from desk.cli import output
from desk.cli.argument import add_options
from desk.cli.arrival import end, entry, handing
from desk.cli.case import home
from desk.cli.case.deed import choice, day, text
from desk.cli.case.record_deed import by_name
from desk.cli.move_in_shown import LINE, ROWS, as_json, case_line, case_shown
from desk.cli.pages import every
from desk.cli.parser import Parser, added, json_option, tell_columns
from desk.cli.register import acted, add_deeds, add_show, deeds_of, done, on_record, read
from desk.domain import numbering
from desk.domain.move_in import State
from desk.domain.move_in_rule import Arrival
from desk.errors import NotFound
from desk.i18n import N_, _
from desk.services import move_in, move_in_person
from desk.services.move_in import MoveIn, MoveInFilter
from desk.services.workplace import Workplace

NEW, SHOW, LIST, IDENTITY = "new", "show", "list", "identity"
DEEDS = by_name((*entry.DEEDS, *handing.DEEDS, *end.DEEDS))
_NARROWED = (
    choice("state", State, N_("cases in this state alone"), vocabulary="move_in_state"),
    choice("arrival", Arrival, N_("owners’ or tenants’ cases alone")),
    home.unit(N_("cases of this unit alone: the room, or its id")),
    day("since", N_("cases written down on this day or later")),
    text("text", N_("a number, a room, a name, the end of a phone number")),
)


def run(wanted: argparse.Namespace) -> int:
    """Do the deed on the case as it now stands; print where it then stands."""
    given = parse(wanted.words)
    return done(wanted, given, _RUN.get(given.deed, _do))


def _new(workplace: Workplace, given: argparse.Namespace) -> None:
    told = read(workplace, entry.SAID, given)
    _tell(entry.begin(workplace, told), given)


def _do(workplace: Workplace, given: argparse.Namespace) -> None:
    _tell(acted(workplace, DEEDS, move_in.get, given), given)


def _tell(known: MoveIn, given: argparse.Namespace) -> None:
    if given.json:
        output.one(as_json(known))
    else:
        case_line(known)


def _show(workplace: Workplace, given: argparse.Namespace) -> None:
    known = move_in.get(workplace, numbering.typed(given.number))
    case_shown(workplace, known, json_wanted=given.json)


def _identity(workplace: Workplace, given: argparse.Namespace) -> None:
    """The whole number of an identity paper; the look is recorded (R36)."""
    known = move_in.get(workplace, numbering.typed(given.number))
    if not 1 <= given.line <= len(known.persons):
        raise NotFound("move_in_person", str(given.line))
    person = known.persons[given.line - 1]
    whole = move_in_person.see_identity(workplace, known.detail.id, person.id)
    if given.json:
        output.one({"name": person.name, "kind": person.identity_kind, "identity": whole})
    else:
        output.line(person.name, person.identity_kind or "", whole)


def _list(workplace: Workplace, given: argparse.Namespace) -> None:
    told = read(workplace, _NARROWED, given)
    narrowed = MoveInFilter(
        states=() if told["state"] is None else (told["state"],),
        arrival=told["arrival"],
        unit_id=told["unit_id"],
        first_day=told["since"],
        text=told["text"],
    )
    rows = map(dataclasses.asdict, every(move_in.page, workplace, narrowed))
    output.register(rows, workplace.estate.zone, json_wanted=given.json, columns=ROWS)


_RUN = {NEW: _new, SHOW: _show, LIST: _list, IDENTITY: _identity}


def parse(words: list[str]) -> argparse.Namespace:
    """The deed and its words."""
    told = _("do with a move-in what the window does; what is refused says why, all at once")
    parser = Parser(prog="desk move-in", description=told)
    tell_columns(parser, {"": LINE, LIST: ROWS})
    commands = deeds_of(parser)
    add_options(added(commands, NEW, _("write a move-in down")), entry.SAID)
    which = _("the case’s number")
    add_deeds(commands, DEEDS.values(), which)
    identity = _("a whole identity number; the look is recorded")
    seen = on_record(commands, IDENTITY, identity, which)
    seen.add_argument("--line", metavar="N", type=int, required=True, help=_("who, 1 the first"))
    json_option(seen)
    add_show(commands, _("show a case with all that is missing"), which)
    add_options(added(commands, LIST, _("list the move-ins, newest first")), _NARROWED)
    return parser.parse_args(words)
