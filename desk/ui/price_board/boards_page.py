"""The price board as a section: its versions, and one of them beside the list."""

from typing import Any

from desk.domain.permissions import Permission
from desk.i18n import _, pgettext
from desk.services.price_board import BoardRow, Version
from desk.ui.kit.record_model import Column
from desk.ui.kit.register_page import RegisterPlan
from desk.ui.price_board import words
from desk.ui.price_board.board_form import BoardForm
from desk.ui.price_board.board_record import BoardRecord
from desk.ui.price_board.deeds import CatalogueDeeds
from desk.ui.price_board.register import CatalogueRegister, nothing, row_id, same


class BoardsPage(CatalogueRegister[BoardRow]):
    """F2 draws up the next version."""

    def __init__(self, deeds: CatalogueDeeds) -> None:
        super().__init__(_plan(self, deeds), deeds)
        self.words.hide()

    def new_form(self) -> BoardForm:
        """The next version."""
        return BoardForm(self._deeds)

    def new_record(self) -> BoardRecord:
        """A version that is shown."""
        return BoardRecord(self._deeds)

    def read(self, key: int | str) -> Version:
        """A version by its id or number."""
        return self._deeds.version(key)


def _plan(page: BoardsPage, deeds: CatalogueDeeds) -> RegisterPlan[Any]:
    shown = _Shown(deeds)
    may = deeds.may(Permission.EDIT_GUIDE)
    return RegisterPlan(
        title=words.boards_title,
        columns=(
            Column("number", _number_title, _number, 168, strong=True, note=_items),
            Column("since", _since_title, shown.since, stretch=True, note=shown.filing),
            Column("approved", _approved_title, _approved, 132),
            Column("state", words.state, nothing, 120, chip=words.board_chip),
        ),
        fetch=deeds.boards,
        row_id=row_id,
        empty=_empty_words,
        open_record=page.opened,
        open_key=page.opened_key,
        new_record=page.new_form if may else None,
        new_words=words.new_version,
        row_of=same,
    )


class _Shown:
    """Days by the estate's calendar."""

    def __init__(self, deeds: CatalogueDeeds) -> None:
        self._deeds = deeds

    def since(self, row: BoardRow) -> str:
        custom = self._deeds.custom
        if row.in_force_on is None:
            return ""
        first = custom.date(row.in_force_on)
        if row.superseded_on is None:
            return pgettext("catalogue", "since {day}").format(day=first)
        last = custom.date(row.superseded_on)
        return _("{first} to {last}").format(first=first, last=last)

    def filing(self, row: BoardRow) -> str:
        return row.filed_with


def _number(row: BoardRow) -> str:
    return row.number


def _items(row: BoardRow) -> str:
    return pgettext("catalogue", "items: {count}").format(count=row.items)


def _approved(row: BoardRow) -> str:
    return row.approved_by or ""


def _number_title() -> str:
    return _("Version")


def _since_title() -> str:
    return pgettext("catalogue", "In force")


def _approved_title() -> str:
    return _("Approved by")


def _empty_words() -> str:
    return _("No price board yet. F2 draws up the first version.")
