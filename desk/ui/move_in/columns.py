"""The columns and filters of the register of move-ins."""

from collections.abc import Sequence

from desk.i18n import _, pgettext
from desk.services.move_in import MoveIn, MoveInRow
from desk.ui.kit.chips import Chip
from desk.ui.kit.filter_bar import Filter
from desk.ui.kit.record_model import Column
from desk.ui.move_in import form_words, words
from desk.ui.move_in.deeds import MoveInDeeds


class Columns:
    """The columns and filters of an estate, in its dates."""

    def __init__(self, deeds: MoveInDeeds) -> None:
        self._deeds = deeds

    def columns(self) -> Sequence[Column[MoveInRow]]:
        """Room and number, who and as what, when, where it stands."""
        return (
            Column("unit", _room_words, _unit, 150, strong=True, note=_number),
            Column("name", form_words.name, _name, stretch=True, note=words.kind_words),
            Column("moved_on", form_words.moved_on, self._day, 112),
            Column("lacking", _lacking_words, self._lacking, 104, muted=True),
            Column("state", _state_words, _state, 118, chip=_chip),
        )

    def filters(self) -> Sequence[Filter]:
        """Where it stands, as what, of which days."""
        return (
            Filter("state", _state_words, words.state_choices),
            Filter("arrival", form_words.arrival, words.arrival_choices),
            Filter("days", _days_words, words.day_choices),
        )

    def row_of(self, known: MoveIn) -> MoveInRow:
        """The line of the list that a case makes."""
        return self._deeds.saw(known)

    def _lacking(self, row: MoveInRow) -> str:
        count = self._deeds.lacking(row)
        return "" if count is None else words.lacking_words(count)

    def _day(self, row: MoveInRow) -> str:
        return self._deeds.custom.date(row.moved_on)


def id_of(row: MoveInRow) -> int:
    """What tells rows apart."""
    return row.id


def _unit(row: MoveInRow) -> str:
    return row.unit


def _number(row: MoveInRow) -> str:
    return row.number


def _name(row: MoveInRow) -> str:
    return row.name


def _state(_row: MoveInRow) -> str:
    return ""


def _chip(row: MoveInRow) -> Chip:
    return words.state_chip(row.state)


def _lacking_words() -> str:
    return pgettext("move-in", "Missing")


def _room_words() -> str:
    return _("Room")


def _state_words() -> str:
    return _("State")


def _days_words() -> str:
    return pgettext("move-in", "Written down")
