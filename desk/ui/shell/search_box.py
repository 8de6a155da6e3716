"""The one search box: rooms, names in either script, initials, phone tails, numbers, codes."""

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from desk.i18n import _
from desk.ui.kit.search_line import Find, SearchLine


class SearchBox(SearchLine):
    """`Ctrl+K` or F7 from anywhere; `chosen` carries what is to be opened."""

    def __init__(self, find: Find, parent: QWidget | None = None) -> None:
        super().__init__(
            find,
            title=_title_words,
            placeholder=_placeholder_words,
            nothing=_nothing_words,
            key_hint="Ctrl+K",
            parent=parent,
        )
        self.setMinimumWidth(220)
        self.setMaximumWidth(560)
        for key in ("Ctrl+K", "F7"):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.activated.connect(self.begin)

    def begin(self) -> None:
        """Take the keyboard with everything chosen, ready to be typed over."""
        self.setFocus()
        self.selectAll()


def _title_words() -> str:
    return _("Search everything")


def _placeholder_words() -> str:
    return _("Room, name, initials, phone tail or number")


def _nothing_words() -> str:
    return _("Nothing found. Try the room, fewer letters or the last four digits.")
