"""A field that holds an item of the price board 價目: found by typing, or none at all (R237)."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import ClassVar, NamedTuple

from PySide6.QtWidgets import QWidget

from desk.domain.price_board import Item
from desk.i18n import EstateFormat, _, pgettext
from desk.ui.kit.found import Found, FoundGroup
from desk.ui.kit.picked_field import PickedField
from desk.ui.kit.search_line import SearchLine

_BEYOND = "beyond"


class PickedItem(NamedTuple):
    """An item by its code, in the two lines that were shown."""

    code: str
    title: str
    detail: str


class ItemField(PickedField):
    """Typing finds items and their prices; what is not on the board has a line of its own.

    The value is a `PickedItem`, or None where nothing was picked or it is beyond the board.
    """

    PICKED: ClassVar[type[PickedItem]] = PickedItem

    def __init__(
        self,
        find: Callable[[str], Sequence[Item]],
        custom: EstateFormat,
        parent: QWidget | None = None,
    ) -> None:
        self._find_items, self._custom = find, custom
        line = SearchLine(
            self._find, title=_title_words, placeholder=_placeholder_words, nothing=_nothing_words
        )
        super().__init__(line, parent)
        self._name.setWordWrap(True)

    def value(self) -> PickedItem | None:
        """The item."""
        item: PickedItem | None = super().value()
        return item

    def picked_of(self, item: Item) -> PickedItem:
        """An item in its two lines: the code and the name, the price and what is included."""
        return _picked(item, self._custom)

    def _find(self, text: str) -> Sequence[FoundGroup]:
        """What the board offers; and the door for what is not on it."""
        items = self._find_items(text)
        custom = self._custom.beside(one.price for one in items)
        lines = [_picked(one, custom) for one in items]
        found = [Found("item", one.code, one.title, one.detail, value=one) for one in lines]
        beyond = Found(_BEYOND, _BEYOND, _beyond_words(), _beyond_detail())
        return (FoundGroup(_title_words(), found), FoundGroup(_beyond_title(), [beyond]))

    def _picked(self, found: Found) -> None:
        self.set_value(found.value if found.kind != _BEYOND else None)
        self.changed.emit()
        self.entered.emit()


def _picked(item: Item, custom: EstateFormat) -> PickedItem:
    price = pgettext("order", "{price} for each {counted}").format(
        price=custom.money(item.price), counted=item.unit
    )
    detail = " · ".join(filter(None, (price, item.materials)))
    return PickedItem(item.code, f"{item.code}　{item.name}", detail)


def _title_words() -> str:
    return _("Price board")


def _placeholder_words() -> str:
    return _("Code or name of the item; empty where it is not on the price board")


def _nothing_words() -> str:
    return _("Nothing on the price board is called that.")


def _beyond_title() -> str:
    return pgettext("order", "Not on the price board")


def _beyond_words() -> str:
    return pgettext("order", "Something else")


def _beyond_detail() -> str:
    return _("The manager reviews whether it can be done (R237).")


def once_or(told: Decimal | None) -> Decimal:
    """How often an item is wished: once, unless told otherwise; nought is for the rules."""
    return Decimal(1) if told is None else told
