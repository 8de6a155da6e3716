"""The columns and filters of the register of service orders."""

from collections.abc import Sequence

from desk.i18n import _, pgettext
from desk.services.service_order import Order, OrderRow
from desk.ui.kit.chips import Chip
from desk.ui.kit.choice_field import Choice
from desk.ui.kit.filter_bar import Filter
from desk.ui.kit.record_model import Column
from desk.ui.service_order import words
from desk.ui.service_order.deeds import OrderDeeds
from desk.wording import label


class Columns:
    """The columns and filters of an estate, in its dates."""

    def __init__(self, deeds: OrderDeeds) -> None:
        self._deeds = deeds

    def columns(self) -> Sequence[Column[OrderRow]]:
        """Number and kind, who and where, what and who comes when, where it stands."""
        return (
            Column("number", _number_words, _number, 126, muted=True, note=_kind),
            Column("who", _who_words, _who, 148, strong=True, note=words.place_words),
            Column("what", _what_words, words.what_words, stretch=True, note=self._when),
            Column("state", _state_words, _state, 132, chip=self._chip),
        )

    def filters(self) -> Sequence[Filter]:
        """Where it stands, of which kind, who comes, of which days."""
        return (
            Filter("state", _state_words, words.state_choices),
            Filter("kind", _kind_words, words.kind_choices),
            Filter("person", _person_words, self._people),
            Filter("days", _days_words, words.day_choices),
        )

    def _when(self, row: OrderRow) -> str:
        return words.when_words(row, self._deeds.custom)

    def _chip(self, row: OrderRow) -> Chip:
        return words.row_chip(row, self._deeds.now())

    def _people(self) -> Sequence[Choice]:
        return [Choice(str(key), name) for key, name in self._deeds.people()]


def row_of(known: Order) -> OrderRow:
    """The line of the list that an order makes."""
    return known.detail


def id_of(row: OrderRow) -> int:
    """What tells rows apart."""
    return row.id


def _number(row: OrderRow) -> str:
    return row.number


def _kind(row: OrderRow) -> str:
    return label("order_kind", row.kind)


def _who(row: OrderRow) -> str:
    return row.customer


def _state(_row: OrderRow) -> str:
    return ""


def _number_words() -> str:
    return _("Number")


def _who_words() -> str:
    return pgettext("order", "Customer")


def _what_words() -> str:
    return pgettext("order", "What is wished")


def _state_words() -> str:
    return _("State")


def _kind_words() -> str:
    return pgettext("order", "Kind")


def _person_words() -> str:
    return pgettext("order", "Who comes")


def _days_words() -> str:
    return pgettext("order", "Written down")
