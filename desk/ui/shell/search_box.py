"""The one search box: rooms, names in either script, initials, phone tails, numbers, codes."""

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from desk.i18n import _
from desk.ui.kit.search_line import Find, SearchLine

_FIND = "F7"


class SearchBox(SearchLine):
    """`Ctrl+K` from anywhere, F7 where no list has its own.

    `chosen` carries what is to be opened.
    """

    def __init__(self, find: Find, parent: QWidget | None = None) -> None:
        super().__init__(
            find,
            title=_title_words,
            placeholder=_placeholder_words,
            nothing=_nothing_words,
            key_hint="Ctrl+K",
            parent=parent,
        )
        self.least_results = 640
        self.setMinimumWidth(220)
        self.setMaximumWidth(560)
        QShortcut(QKeySequence("Ctrl+K"), self).activated.connect(self.begin)
        self._find_key = QShortcut(QKeySequence(_FIND), self)
        self._find_key.activated.connect(self.begin)

    def leave_find_key(self, page: QWidget) -> None:
        """F7 belongs to a page that looks in its own list; a key two want answers nobody."""
        wanted = QKeySequence(_FIND)
        keys = (shortcut.key() for shortcut in page.findChildren(QShortcut))
        self._find_key.setEnabled(wanted not in keys)

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
