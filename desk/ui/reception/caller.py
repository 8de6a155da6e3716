"""Who came: a resident, a unit's unnamed visitor, or somebody the estate does not know."""

from collections.abc import Sequence
from typing import NamedTuple

from desk.i18n import _
from desk.services.reception import ReceptionDetail
from desk.ui.kit.person_field import PickedPerson
from desk.ui.kit.result_list import Found, FoundGroup
from desk.ui.kit.search_line import Find

RESIDENT = "resident"
UNIT = "unit"
STRANGER = "stranger"


class Caller(NamedTuple):
    """What a picked person says about the reception."""

    resident_id: int | None = None
    unit_id: int | None = None
    name: str = ""


def finder(find_people: Find) -> Find:
    """Find residents and units; whoever is not among them comes by the name that was typed."""

    def find(text: str) -> Sequence[FoundGroup]:
        name = " ".join(text.split())
        stranger = Found(STRANGER, name, name, _("Visitor unknown to the estate"), icon="walk_in")
        return [*find_people(text), FoundGroup(_("Somebody else"), [stranger])]

    return find


def picked(detail: ReceptionDetail) -> PickedPerson:
    """The person of a reception that is already written down."""
    unit = detail.unit or ""
    if detail.resident_id is not None:
        return PickedPerson(RESIDENT, str(detail.resident_id), detail.caller_name, unit)
    if detail.unit_id is not None:
        return PickedPerson(UNIT, str(detail.unit_id), unit, "")
    return PickedPerson(STRANGER, detail.caller_name, detail.caller_name, "")


def caller_of(person: PickedPerson | None) -> Caller:
    """The ids and the name behind a picked person."""
    if person is None:
        return Caller()
    if person.kind == RESIDENT:
        return Caller(resident_id=int(person.key))
    if person.kind == UNIT:
        return Caller(unit_id=int(person.key))
    return Caller(name=person.key)
