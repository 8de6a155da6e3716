"""A field that holds an item of the price board 價目: found by typing, or none at all (R237)."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk.domain.price_board import Item
from desk.i18n import EstateFormat, _, pgettext
from desk.ui.kit.field import Field
from desk.ui.kit.found import Found, FoundGroup
from desk.ui.kit.key_button import KeyButton
from desk.ui.kit.label import plain_label
from desk.ui.kit.search_line import SearchLine

_BEYOND = "beyond"


class PickedItem(NamedTuple):
    """An item by its code, in the two lines that were shown."""

    code: str
    title: str
    detail: str


class ItemField(Field):
    """Typing finds items and their prices; what is not on the board has a line of its own.

    The value is a `PickedItem`, or None where nothing was picked or it is beyond the board.
    """

    def __init__(
        self,
        find: Callable[[str], Sequence[Item]],
        custom: EstateFormat,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._find_items, self._custom = find, custom
        self._picked: PickedItem | None = None
        self.line = SearchLine(
            self._find, title=_title_words, placeholder=_placeholder_words, nothing=_nothing_words
        )
        self.line.chosen.connect(self._chosen)
        self.change_button = KeyButton(_change_words, kind="quiet")
        self.change_button.clicked.connect(self.search_again)
        self._name, self._detail = plain_label(role="number"), plain_label(role="muted")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.line)
        box.addWidget(self._make_card())
        self._adopt(self.line)
        self.retranslate()
        self._show()

    def value(self) -> PickedItem | None:
        """The item."""
        return self._picked

    def set_value(self, value: Any) -> None:
        """Show an item; None asks for one."""
        self._picked = value if isinstance(value, PickedItem) else None
        self.line.clear()
        self._show()

    def draft(self) -> list[str] | str:
        """The item, or what was typed to find one."""
        return list(self._picked) if self._picked else self.line.text()

    def restore(self, draft: Any) -> None:
        """The item, or what was typed."""
        if isinstance(draft, list) and len(draft) == len(PickedItem._fields):
            self.set_value(PickedItem(*map(str, draft)))
        else:
            self.set_value(None)
            self.line.setText(str(draft or ""))

    def search_again(self) -> None:
        """Look for another item."""
        self.set_value(None)
        self.changed.emit()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def picked_of(self, item: Item) -> PickedItem:
        """An item in its two lines: the code and the name, the price and what is included."""
        price = pgettext("order", "{price} for each {counted}").format(
            price=self._custom.money(item.price), counted=item.unit
        )
        detail = " · ".join(filter(None, (price, item.materials)))
        return PickedItem(item.code, f"{item.code}　{item.name}", detail)

    def _find(self, text: str) -> Sequence[FoundGroup]:
        """What the board offers; and the door for what is not on it."""
        lines = [self.picked_of(one) for one in self._find_items(text)]
        found = [Found("item", one.code, one.title, one.detail, value=one) for one in lines]
        beyond = Found(_BEYOND, _BEYOND, _beyond_words(), _beyond_detail())
        return (FoundGroup(_title_words(), found), FoundGroup(_beyond_title(), [beyond]))

    def _chosen(self, found: Found) -> None:
        self.set_value(found.value if found.kind != _BEYOND else None)
        self.changed.emit()
        self.entered.emit()

    def _make_card(self) -> QWidget:
        self._card = QWidget()
        said = QVBoxLayout()
        said.setSpacing(0)
        for line in (self._name, self._detail):
            line.setWordWrap(True)
            said.addWidget(line)
        row = QHBoxLayout(self._card)
        row.setContentsMargins(0, 0, 0, 0)
        row.addLayout(said, 1)
        row.addWidget(self.change_button)
        return self._card

    def _show(self) -> None:
        picked = self._picked
        self._name.setText(picked.title if picked else "")
        self._detail.setText(picked.detail if picked else "")
        self._card.setVisible(picked is not None)
        self.line.setVisible(picked is None)
        self._adopt(self.change_button if picked else self.line)


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


def _change_words() -> str:
    return _("Change")
