"""`desk provider KIND DEED …`: who does the work, suppliers, agreements, as the window does it."""

import argparse
import dataclasses
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

from desk.cli import output
from desk.cli.argument import add_options
from desk.cli.case import home
from desk.cli.case.deed import choice, flag, number, text
from desk.cli.case.deed import whole as id_of
from desk.cli.pages import every
from desk.cli.parser import Parser, added, json_option, tell_columns
from desk.cli.provider_agreements import WITH_CUSTOMERS, WITH_SUPPLIERS
from desk.cli.provider_deed import ProviderDeed
from desk.cli.provider_people import PEOPLE, SUPPLIERS
from desk.cli.register import deeds_of, done, read, whole
from desk.domain import numbering
from desk.domain.service_person import EmployerKind
from desk.i18n import N_, _, gettext
from desk.services import service_agreement, service_person, supplier, supplier_agreement
from desk.services.workplace import Workplace

PERSON = ("id", "name", "employer", "whose", "since", "skills", "left_on")
SUPPLIER = ("id", "name", "trade", "contact", "people", "active")
AGREEMENT = ("number", "state", "with", "unit", "starts", "ends", "next")
_NAMES = {"person": PERSON, "supplier": SUPPLIER, "agreement": AGREEMENT, "long-term": AGREEMENT}
_TEXT = text("text", N_("a name, a number, a word"))
_OPEN = (flag("open", N_("what is neither ended nor void")), _TEXT)
_NARROWED = {
    "person": (
        flag("here", N_("who does the work now")),
        choice("employer", EmployerKind, N_("whose people"), vocabulary="employer_kind"),
        _TEXT,
    ),
    "supplier": (flag("active", N_("whom the office works with")), _TEXT),
    "agreement": (number("supplier", N_("of this supplier, by the id"), "supplier_id"), *_OPEN),
    "long-term": (home.unit(N_("of this unit: the room, or its id")), *_OPEN),
}
GROUPS: Mapping[str, tuple[str, tuple[ProviderDeed, ...]]] = MappingProxyType(
    {
        "person": (N_("who does the work, with skills and certificates"), PEOPLE),
        "supplier": (N_("companies whose people do the work"), SUPPLIERS),
        "agreement": (N_("agreements with suppliers (F22)"), WITH_SUPPLIERS),
        "long-term": (N_("long-term agreements with customers (F23)"), WITH_CUSTOMERS),
    }
)
_GET: Mapping[str, Callable[[Workplace, Any], Any]] = MappingProxyType(
    {
        "person": service_person.get,
        "supplier": supplier.get,
        "agreement": supplier_agreement.get,
        "long-term": service_agreement.get,
    }
)


def run(wanted: argparse.Namespace) -> int:
    """Do the deed; print where what it was done on then stands."""
    given = parse(wanted.words)
    return done(wanted, given, _RUN.get(given.deed, _do))


def _do(workplace: Workplace, given: argparse.Namespace) -> None:
    deed = next(one for one in GROUPS[given.kind][1] if one.name == given.deed)
    known = None if deed.new else _known(workplace, given)
    told = read(workplace, deed.options, given)
    _tell(workplace, deed.do(workplace, known, told), given)


def _known(workplace: Workplace, given: argparse.Namespace) -> Any:
    key = numbering.typed(given.which)
    known_id = id_of(key)
    return _GET[given.kind](workplace, key if known_id is None else known_id)


def _tell(workplace: Workplace, known: Any, given: argparse.Namespace) -> None:
    if given.json:
        output.one(known)
    else:
        told = _line(workplace, given.kind, known)
        output.line(*(told[name] for name in _NAMES[given.kind]))


def _show(workplace: Workplace, given: argparse.Namespace) -> None:
    agreement_shown(workplace, _known(workplace, given), json_wanted=given.json)


def agreement_shown(workplace: Workplace, known: Any, *, json_wanted: bool) -> None:
    """Somebody, a company or an agreement whole."""
    if json_wanted:
        output.one(known)
        return
    told = {name: _plain(value) for name, value in dataclasses.asdict(known).items()}
    whole(workplace, told)


def _list(workplace: Workplace, given: argparse.Namespace) -> None:
    told = read(workplace, _NARROWED[given.kind], given)
    found = _FOUND[given.kind](workplace, told)
    if given.json:
        rows: Iterator[Mapping[str, Any]] = map(dataclasses.asdict, found)
    else:
        rows = (_line(workplace, given.kind, one) for one in found)
    output.rows(rows, json_wanted=given.json, columns=_NAMES[given.kind])


def _line(workplace: Workplace, kind: str, known: Any) -> Mapping[str, Any]:
    """One record as the cells of its line."""
    told = {one.name: _plain(getattr(known, one.name)) for one in dataclasses.fields(known)}
    if kind == "person":
        skills = ",".join(one.code for one in known.skills)
        return told | {"whose": known.whose.name, "skills": skills}
    if kind == "supplier":
        return told
    today = workplace.today()
    whom = known.supplier if kind == "agreement" else known.customer
    return told | {"state": known.state(today), "with": whom}


def _plain(value: object) -> object:
    if value is None:
        return ""
    return "; ".join(map(str, value)) if isinstance(value, tuple) else value


# Lists


def _people(workplace: Workplace, told: Mapping[str, Any]) -> Iterator[Any]:
    wanted = service_person.PersonFilter(is_here=told["here"] or None, text=told["text"])
    for one in every(service_person.page, workplace, wanted):
        if told["employer"] in (None, one.employer):
            yield one


def _suppliers(workplace: Workplace, told: Mapping[str, Any]) -> Iterator[Any]:
    wanted = supplier.SupplierFilter(told["active"] or None, told["text"])
    return every(supplier.page, workplace, wanted)


def _with_suppliers(workplace: Workplace, told: Mapping[str, Any]) -> Iterator[Any]:
    wanted = supplier_agreement.AgreementFilter(
        told["supplier_id"], None, told["open"] or None, told["text"]
    )
    return every(supplier_agreement.page, workplace, wanted)


def _with_customers(workplace: Workplace, told: Mapping[str, Any]) -> Iterator[Any]:
    wanted = service_agreement.AgreementFilter(told["unit_id"], told["open"] or None, told["text"])
    return every(service_agreement.page, workplace, wanted)


_FOUND: Mapping[str, Callable[[Workplace, Mapping[str, Any]], Iterator[Any]]] = MappingProxyType(
    {
        "person": _people,
        "supplier": _suppliers,
        "agreement": _with_suppliers,
        "long-term": _with_customers,
    }
)
_RUN = {"show": _show, "list": _list}


def parse(words: list[str]) -> argparse.Namespace:
    """The kind, the deed and its words."""
    told = _("who does the work: do what the window does; what is refused says why, all at once")
    parser = Parser(prog="desk provider", description=told)
    tell_columns(parser, _NAMES)
    kinds = parser.add_subparsers(
        title=_("kinds"), dest="kind", required=True, metavar="KIND", parser_class=Parser
    )
    for kind, (said, deeds) in GROUPS.items():
        group = added(kinds, kind, gettext(said))
        commands = deeds_of(group)
        for deed in deeds:
            command = added(commands, deed.name, gettext(deed.help))
            if not deed.new:
                command.add_argument("which", metavar="NUMBER", help=_("its number, or its id"))
            add_options(command, deed.options)
        show = added(commands, "show", _("show one whole"))
        show.add_argument("which", metavar="NUMBER", help=_("its number, or its id"))
        json_option(show)
        add_options(added(commands, "list", _("list them, newest first")), _NARROWED[kind])
    return parser.parse_args(words)
