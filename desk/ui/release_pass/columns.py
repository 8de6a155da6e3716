"""The columns and filters of the register of release passes."""

from collections.abc import Sequence

from desk.domain.release_pass import State
from desk.i18n import _, pgettext
from desk.services.release_pass import Pass, PassRow
from desk.ui.kit.chips import Chip
from desk.ui.kit.filter_bar import Filter
from desk.ui.kit.record_model import Column
from desk.ui.release_pass import form_words, words
from desk.ui.release_pass.deeds import PassDeeds
from desk.wording import label


class Columns:
    """The columns and filters of an estate, in its dates."""

    def __init__(self, deeds: PassDeeds) -> None:
        self._deeds = deeds

    def columns(self) -> Sequence[Column[PassRow]]:
        """Number and kind, who and where, which things and until when, where it stands."""
        return (
            Column("number", _number_words, _number, 124, muted=True, note=_kind),
            Column("who", form_words.applicant, _who, 134, strong=True, note=_unit),
            Column("goods", form_words.goods, words.goods_words, stretch=True, note=self._window),
            Column("state", _state_words, _state, 126, chip=self._chip),
        )

    def filters(self) -> Sequence[Filter]:
        """Where it stands, of which kind, of which days."""
        return (
            Filter("state", _state_words, words.state_choices),
            Filter("kind", form_words.kind, words.kind_choices),
            Filter("days", _days_words, words.day_choices),
        )

    def _window(self, row: PassRow) -> str:
        return words.window_words(row.starts, row.ends, self._deeds.custom)

    def _chip(self, row: PassRow) -> Chip:
        """Of what has left, that goods are still to come back says more."""
        due = words.due_chip(row, self._deeds.today(), self._deeds.custom)
        return due if due is not None and row.state == State.LEFT else words.state_chip(row.state)


def row_of(known: Pass) -> PassRow:
    """The line of the list that a pass makes."""
    return known.detail


def id_of(row: PassRow) -> int:
    """What tells rows apart."""
    return row.id


def _number(row: PassRow) -> str:
    return row.number


def _kind(row: PassRow) -> str:
    return label("pass_kind", row.kind)


def _who(row: PassRow) -> str:
    return row.applicant


def _unit(row: PassRow) -> str:
    return row.unit or ""


def _state(_row: PassRow) -> str:
    return ""


def _number_words() -> str:
    return _("Number")


def _state_words() -> str:
    return _("State")


def _days_words() -> str:
    return pgettext("release", "Written down")
