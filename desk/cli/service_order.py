"""`desk order DEED …`: what the window does with service orders 委託服務單, with its refusals."""

import argparse
import dataclasses

from desk.cli import output
from desk.cli.argument import add_options
from desk.cli.case import home
from desk.cli.case.deed import choice, day, flag, text
from desk.cli.case.record_deed import by_name
from desk.cli.order import before, end, work
from desk.cli.pages import every
from desk.cli.parser import Parser, added, tell_columns
from desk.cli.register import acted, add_deeds, add_show, deeds_of, done, read
from desk.cli.service_order_shown import LINE, ROWS, as_json, order_line, order_shown
from desk.domain import numbering
from desk.domain.service_order import Kind, State
from desk.i18n import N_, _
from desk.services import service_order
from desk.services.service_order import Order, OrderFilter
from desk.services.workplace import Workplace

NEW, SHOW, LIST = "new", "show", "list"
DEEDS = by_name((*before.DEEDS, *work.DEEDS, *end.DEEDS))
_NARROWED = (
    choice("kind", Kind, N_("orders of this kind alone"), vocabulary="order_kind"),
    choice("state", State, N_("orders in this state alone"), vocabulary="order_state"),
    flag("open", N_("orders that are not over")),
    flag("late", N_("orders at whose door somebody is late")),
    home.unit(N_("orders of this unit: the room, or its id")),
    day("since", N_("orders written down on this day or later")),
    text("text", N_("a number, a room, a name, words of the wish")),
)


def run(wanted: argparse.Namespace) -> int:
    """Do the deed on the order as it now stands; print where it then stands."""
    given = parse(wanted.words)
    return done(wanted, given, _RUN.get(given.deed, _do))


def _new(workplace: Workplace, given: argparse.Namespace) -> None:
    told = read(workplace, before.SAID, given)
    _tell(workplace, before.begin(workplace, told), given)


def _do(workplace: Workplace, given: argparse.Namespace) -> None:
    _tell(workplace, acted(workplace, DEEDS, service_order.get, given), given)


def _tell(workplace: Workplace, known: Order, given: argparse.Namespace) -> None:
    if given.json:
        output.one(as_json(known))
    else:
        order_line(workplace, known)


def _show(workplace: Workplace, given: argparse.Namespace) -> None:
    known = service_order.get(workplace, numbering.typed(given.number))
    order_shown(workplace, known, json_wanted=given.json)


def _list(workplace: Workplace, given: argparse.Namespace) -> None:
    told = read(workplace, _NARROWED, given)
    narrowed = OrderFilter(
        kind=told["kind"],
        states=() if told["state"] is None else (told["state"],),
        unit_id=told["unit_id"],
        open=told["open"],
        late=told["late"],
        first_day=told["since"],
        text=told["text"],
    )
    rows = map(dataclasses.asdict, every(service_order.page, workplace, narrowed))
    output.register(rows, workplace.estate.zone, json_wanted=given.json, columns=ROWS)


_RUN = {NEW: _new, SHOW: _show, LIST: _list}


def parse(words: list[str]) -> argparse.Namespace:
    """The deed and its words."""
    told = _("do with a service order what the window does; what is refused says why, all at once")
    parser = Parser(prog="desk order", description=told)
    tell_columns(parser, {"": LINE, LIST: ROWS})
    commands = deeds_of(parser)
    add_options(added(commands, NEW, _("write an order or a repair slip down")), before.SAID)
    add_deeds(commands, DEEDS.values(), _("the order’s number"))
    add_show(commands, _("show an order with its parts and its journal"), _("the order’s number"))
    add_options(added(commands, LIST, _("list the orders, newest first")), _NARROWED)
    return parser.parse_args(words)
