"""Finding a person of the estate by room, name, initials or phone tail, for the person field."""

from collections.abc import Sequence

from desk.domain.estate import ResidentRole
from desk.i18n import _
from desk.services import find as search
from desk.services.find import ResidentHit, UnitHit
from desk.services.workplace import Workplace
from desk.ui.kit.result_list import Found, FoundGroup
from desk.ui.reception.caller import RESIDENT, UNIT
from desk.ui.reception.words import role_words

MOST_RESIDENTS = 8
MOST_UNITS = 3


class People:
    """`find(text)` answers residents, then the units themselves for a visitor of theirs."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    def find(self, text: str) -> Sequence[FoundGroup]:
        """Groups for the list under a person field."""
        found = search.find(self._workplace, text, MOST_RESIDENTS)
        residents = [_resident(hit) for hit in found.residents if hit.active]
        units = [_unit(hit) for hit in found.units[:MOST_UNITS]]
        return [FoundGroup(_("Residents"), residents), FoundGroup(_("Units"), units)]


def _resident(hit: ResidentHit) -> Found:
    detail = f"{hit.unit} · {role_words(ResidentRole(hit.role))}"
    return Found(RESIDENT, str(hit.id), hit.name, detail, icon="person", value=hit)


def _unit(hit: UnitHit) -> Found:
    return Found(UNIT, str(hit.id), hit.label, _("Visitor of this unit"), icon="unit", value=hit)
