"""What may be edited of the rules of orders and of moving in."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from desk.domain.move_in_rule import Arrival, Holder
from desk.domain.service_order_rule import AlwaysClass, Denominator, OrderCondition
from desk.i18n import N_
from desk.ui.kit.choice_field import Choice
from desk.ui.policy import cells
from desk.ui.policy.cell_parts import as_code, is_yes, names, term, yes
from desk.ui.policy.cells import Cell
from desk.ui.policy.words import Said
from desk.wording import label


class _Vocabulary:
    """The values of a vocabulary as choices, and as they stand in a rule."""

    def __init__(self, name: str, kind: type[StrEnum]) -> None:
        self._name, self._kind = name, kind

    def choices(self) -> Sequence[Choice]:
        return [Choice(str(one), label(self._name, str(one))) for one in self._kind]

    def taken(self, value: Sequence[str], _rule: Any) -> tuple[StrEnum, ...]:
        return tuple(self._kind(one) for one in value)


def _number(path: str, words: str) -> Cell:
    return Cell(path, cells.number, Said(words))


def _switch(path: str, words: str, span: float = 1) -> Cell:
    return Cell(path, cells.yes_no, Said(words), span, shown=yes, taken=is_yes)


def _many(path: str, words: str, name: str, kind: type[StrEnum], hint: str = "") -> Cell:
    of = _Vocabulary(name, kind)
    told = Said(hint) if hint else None
    return Cell(path, cells.many_of(of.choices), Said(words), 2, taken=of.taken, hint=told)


def _visits(rule: Any) -> bool:
    return bool(rule.callback.visit_share)


_ORDERS = (
    *term("arrive", words=N_("On the spot within")),
    _many("close", N_("Needed before an order is closed"), "order_condition", OrderCondition),
    _switch("skill_checked", N_("Skill and certificate checked")),
    _number("agreement_notice_days", N_("Agreements seen before they end, in days")),
    _number("money_days", N_("Money receipted within so many days")),
    *term("callback.term", words=N_("Called back within")),
    Cell("callback.tiers", cells.tiers, Said(N_("Share called back, by orders a month")), 2),
    _many("callback.always", N_("Always called back"), "always_class", AlwaysClass),
    _number("callback.visit_share", N_("Home visits, in percent")),
    Cell(
        "callback.visit_of",
        cells.one_of("denominator", list(Denominator)),
        Said(N_("Home visits are counted of")),
        taken=as_code(Denominator),
        when=_visits,
    ),
    _number("callback.home_visit_months", N_("Long-term customers visited every so many months")),
    _number("callback.new_days", N_("Counted as new for so many days")),
    _number("callback.tries", N_("Tries in vain before a customer is let off")),
    _number("callback.tries_apart", N_("Tries in vain count so many minutes apart")),
    *names(N_("Title"), "labels", cells.line),
)

_MOVE_IN = (
    _number("visit_days", N_("Visited within so many days")),
    _number("defect_days", N_("Days for a repair, unless promised")),
    _number("remind_days", N_("Builder reminded every so many days")),
    _switch("second_look", N_("Fees looked at by another clerk")),
)

_FOR_WHOM = _many("arrivals", N_("For whom"), "arrival", Arrival, N_("None chosen: for everybody"))

_DOCUMENT = (
    *names(N_("Called"), "labels", cells.line),
    _FOR_WHOM,
    _many("holders", N_("In whose name"), "holder", Holder, N_("None chosen: for everybody")),
    _switch("agent", N_("Only where an agent comes")),
    _switch("each_resident", N_("One for each resident")),
    _switch("original", N_("Original seen")),
    _switch("copy", N_("Copy kept")),
)

_LISTED = (*names(N_("Called"), "labels", cells.line), _FOR_WHOM)

ORDERS_CELLS: Mapping[str, tuple[Cell, ...]] = MappingProxyType(
    {
        "orders": _ORDERS,
        "move_in": _MOVE_IN,
        "documents": _DOCUMENT,
        "agreements": (*_LISTED, *names(N_("Text"), "text", cells.text)),
        "materials": _LISTED,
    }
)
