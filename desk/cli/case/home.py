"""A home and what belongs to it as they are named on the command line.

A home is meant by the room as it is written on its door, or by the id that `desk find --json`
gives; a long-term agreement 特約服務協議 or a move-in case by its number, or by its id.
"""

from desk.cli.case.deed import Asked, Misread, Option, whole
from desk.domain import numbering
from desk.errors import NotFound
from desk.i18n import N_, _
from desk.services import household, service_agreement
from desk.services import move_in as move_in_cases
from desk.services.workplace import Workplace

_UNIT = N_("the unit: the room, or its id")
_NAMED = 5


def unit(help_: str = _UNIT) -> Option:
    """The home that a record is about; none where nothing is said."""
    return Option("unit", _unit, _nothing, help_, "UNIT", field="unit_id")


def agreement(name: str, help_: str) -> Option:
    """A customer's long-term agreement."""
    return Option(name, _agreement, _nothing, help_, "NUMBER", field="agreement_id")


def move_in(help_: str) -> Option:
    """A home's move-in case."""
    return Option("move-in", _move_in, _nothing, help_, "NUMBER", field="move_in_id")


def unit_id(workplace: Workplace, typed: str) -> int:
    """The home that is meant; NotFound where there is none, Misread where it may be several.

    A room that is written just so is meant, though others begin or end like it.
    """
    key = whole(typed)
    if key is not None:
        return household.household(workplace, key).unit.id
    found = household.units(workplace, typed).rows if typed.strip() else ()
    meant = [one for one in found if one.label.casefold() == typed.strip().casefold()] or found
    if not meant:
        raise NotFound("unit", typed)
    if len(meant) > 1:
        labels = ", ".join(one.label for one in meant[:_NAMED])
        raise Misread(_("several homes are meant: {labels}").format(labels=labels))
    return meant[0].id


def _unit(asked: Asked, typed: str) -> int:
    return unit_id(asked.workplace, typed)


def _agreement(asked: Asked, typed: str) -> int:
    return service_agreement.get(asked.workplace, _key(typed)).id


def _move_in(asked: Asked, typed: str) -> int:
    return move_in_cases.get(asked.workplace, _key(typed)).detail.id


def _key(typed: str) -> int | str:
    key = whole(typed)
    return numbering.typed(typed) if key is None else key


def _nothing(_asked: Asked) -> None:
    return None
