"""`desk order DEED …`: what the window does with service orders 委託服務單, with its refusals."""

import argparse
import dataclasses
from collections.abc import Mapping
from types import MappingProxyType

from desk.cli import output
from desk.cli.argument import add_options
from desk.cli.case.deed import Asked, Misread, choice, day, flag, number, text, values
from desk.cli.order import before, end, work
from desk.cli.order.deed import OrderDeed
from desk.cli.pages import every
from desk.cli.parser import Parser, Usage, added, json_option, tell_columns
from desk.cli.service_order_shown import LINE, ROWS, as_json, order_line, order_shown
from desk.cli.session import signed_in
from desk.domain import numbering
from desk.domain.service_order import Kind, State
from desk.i18n import N_, _, gettext
from desk.services import service_order
from desk.services.service_order import Order, OrderFilter
from desk.services.workplace import Workplace

NEW, SHOW, LIST = "new", "show", "list"
DEEDS: Mapping[str, OrderDeed] = MappingProxyType(
    {one.name: one for one in (*before.DEEDS, *work.DEEDS, *end.DEEDS)}
)
_NARROWED = (
    choice("kind", Kind, N_("orders of this kind alone"), vocabulary="order_kind"),
    choice("state", State, N_("orders in this state alone"), vocabulary="order_state"),
    flag("open", N_("orders that are not over")),
    flag("late", N_("orders at whose door somebody is late")),
    number("unit", N_("orders of this unit, by the id"), "unit_id"),
    day("since", N_("orders written down on this day or later")),
    text("text", N_("a number, a room, a name, words of the wish")),
)


def run(wanted: argparse.Namespace) -> int:
    """Do the deed on the order as it now stands; print where it then stands."""
    given = parse(wanted.words)
    with signed_in(wanted) as workplace:
        try:
            _RUN.get(given.deed, _do)(workplace, given)
        except Misread as misread:
            raise Usage(str(misread)) from None
    return 0


def _new(workplace: Workplace, given: argparse.Namespace) -> None:
    told = values(before.SAID, Asked(workplace), vars(given))
    _tell(workplace, before.begin(workplace, told), given)


def _do(workplace: Workplace, given: argparse.Namespace) -> None:
    deed = DEEDS[given.deed]
    known = service_order.get(workplace, numbering.typed(given.number))
    told = values(deed.options, Asked(workplace), vars(given))
    _tell(workplace, deed.do(workplace, known, told), given)


def _tell(workplace: Workplace, known: Order, given: argparse.Namespace) -> None:
    if given.json:
        output.one(as_json(known))
    else:
        order_line(workplace, known)


def _show(workplace: Workplace, given: argparse.Namespace) -> None:
    known = service_order.get(workplace, numbering.typed(given.number))
    order_shown(workplace, known, json_wanted=given.json)


def _list(workplace: Workplace, given: argparse.Namespace) -> None:
    told = values(_NARROWED, Asked(workplace), vars(given))
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
    commands = parser.add_subparsers(
        title=_("deeds"), dest="deed", required=True, metavar="DEED", parser_class=Parser
    )
    add_options(added(commands, NEW, _("write an order or a repair slip down")), before.SAID)
    for deed in DEEDS.values():
        command = added(commands, deed.name, gettext(deed.help))
        command.add_argument("number", metavar="NUMBER", help=_("the order’s number"))
        add_options(command, deed.options)
    show = added(commands, SHOW, _("show an order with its parts and its journal"))
    show.add_argument("number", metavar="NUMBER", help=_("the order’s number"))
    json_option(show)
    add_options(added(commands, LIST, _("list the orders, newest first")), _NARROWED)
    return parser.parse_args(words)
