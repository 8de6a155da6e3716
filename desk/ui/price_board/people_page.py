"""Who does the work as a section: the list, and one of them beside it."""

from typing import Any

from desk.domain.identity import mask_phone
from desk.domain.permissions import Permission
from desk.i18n import _, pgettext
from desk.services import service_person
from desk.services.service_person import PersonRow
from desk.ui.kit.chips import Chip
from desk.ui.kit.filter_bar import Filter
from desk.ui.kit.record_model import Column
from desk.ui.kit.register_page import RegisterPlan
from desk.ui.price_board import words
from desk.ui.price_board.deeds import CatalogueDeeds
from desk.ui.price_board.person_form import PersonForm
from desk.ui.price_board.person_record import PersonRecord, whose_words
from desk.ui.price_board.register import CatalogueRegister, nothing, row_id, same


class PeoplePage(CatalogueRegister[PersonRow]):
    """F2 writes somebody down."""

    def __init__(self, deeds: CatalogueDeeds) -> None:
        super().__init__(_plan(self, deeds), deeds)

    def new_form(self) -> PersonForm:
        """Somebody who is written down."""
        return PersonForm(self._deeds)

    def new_record(self) -> PersonRecord:
        """Somebody who is shown."""
        return PersonRecord(self._deeds)

    def read(self, key: int | str) -> PersonRow:
        """Somebody by the id."""
        return service_person.get(self._deeds.workplace, int(key))


def _plan(page: PeoplePage, deeds: CatalogueDeeds) -> RegisterPlan[Any]:
    may = deeds.may(Permission.EDIT_GUIDE)
    return RegisterPlan(
        title=words.people_title,
        columns=(
            Column("name", _name_title, _name, 150, strong=True, note=_phone),
            Column("skills", _skills_title, _skills, stretch=True, note=whose_words),
            Column("state", words.state, nothing, 120, chip=_chip),
        ),
        fetch=deeds.people,
        row_id=row_id,
        empty=_empty_words,
        open_record=page.opened,
        open_key=page.opened_key,
        new_record=page.new_form if may else None,
        new_words=words.new_person,
        row_of=same,
        filters=(Filter("state", words.state, words.here_choices),),
    )


def _chip(row: PersonRow) -> Chip:
    return words.here_chip(here=row.left_on is None)


def _name(row: PersonRow) -> str:
    return row.name


def _phone(row: PersonRow) -> str:
    return mask_phone(row.phone) if row.phone else ""


def _skills(row: PersonRow) -> str:
    return "、".join(one.code for one in row.skills)


def _name_title() -> str:
    return pgettext("catalogue", "Name")


def _skills_title() -> str:
    return pgettext("catalogue", "Skills")


def _empty_words() -> str:
    return _("Nobody is written down yet. F2 writes down who may be sent.")
