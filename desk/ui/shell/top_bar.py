"""Over the pages: the search box, New with its key, and who is at the desk."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from desk.i18n import _
from desk.ui.kit.key_button import KeyButton
from desk.ui.kit.search_line import Find
from desk.ui.kit.shell_page import ShellPage
from desk.ui.shell.clerk import Clerk
from desk.ui.shell.clerk_tile import ClerkTile
from desk.ui.shell.search_box import SearchBox


class TopBar(QFrame):
    """The New button says what would be new on the page that is open."""

    new_wanted = Signal()

    def __init__(self, find: Find, clerk: Clerk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "canvas")
        self.setFixedHeight(56)
        self._page: ShellPage | None = None
        self.search = SearchBox(find)
        self.new_button = KeyButton(self._new_words, key="F2", kind="primary", sign="new")
        self.new_button.clicked.connect(self.new_wanted)
        self.tile = ClerkTile(clerk)
        box = QHBoxLayout(self)
        box.setContentsMargins(8, 8, 12, 8)
        box.setSpacing(12)
        box.addWidget(self.search, 1)
        box.addStretch(1)
        box.addWidget(self.new_button)
        box.addWidget(self.tile)

    def follow(self, page: ShellPage) -> None:
        """Another page is open."""
        self._page = page
        self.search.leave_find_key(page)
        self.new_button.retranslate()
        is_possible = bool(page.new_words())
        self.new_button.shut("" if is_possible else _("Nothing new is made on this page."))

    def set_slim(self, slim: bool) -> None:
        """Where the window is narrow, the clerk's disc alone."""
        self.tile.set_slim(slim)

    def _new_words(self) -> str:
        return (self._page.new_words() if self._page else "") or _("New")
