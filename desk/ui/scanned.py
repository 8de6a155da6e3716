"""From the scanner of a window to its print room, loaded late, when the first paper comes."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desk.ui.kit.shell_page import ShellPage
from desk.ui.print_room.deeds import PrintRoomDeeds
from desk.ui.print_room.words import ScannedWords
from desk.ui.shell.main_window import MainWindow

if TYPE_CHECKING:
    from desk.ui.print_room.scanning import Scanning


class Scanned(QObject):
    """What is scanned in a window, or was and is opened now."""

    def __init__(self, deeds: PrintRoomDeeds, window: MainWindow) -> None:
        super().__init__(window)
        self._deeds, self._window = deeds, window
        self._scanning: Scanning | None = None
        window.scanner.scanned.connect(self.open)
        window.status.reminder_chosen.connect(self._open_offered)

    def open(self, code: str) -> None:
        """The paper of a code; the room's scanning is loaded late."""
        from desk.ui.print_room.scanning import Scanning  # noqa: PLC0415

        if self._scanning is None:
            self._scanning = Scanning(self._deeds, self._window, self._window.open)
            self._scanning.offered.connect(self._window.status.remind)
            self._scanning.taken.connect(self._window.refresh_counts)
        self._scanning.scanned(code)

    def page(
        self, follow: Callable[[], None], open_record: Callable[[str, str], None]
    ) -> ShellPage:
        """The page of the print room, loaded late too."""
        from desk.ui.print_room.page import PrintRoomPage  # noqa: PLC0415

        page, window = PrintRoomPage(self._deeds), self._window
        page.section_changed.connect(follow)
        page.record_wanted.connect(open_record)
        page.code_wanted.connect(self.open)
        page.counted.connect(window.refresh_counts)
        page.started.connect(window.status.follow)
        return page

    def _open_offered(self, said: object) -> None:
        if isinstance(said, ScannedWords):
            self.open(said.code)
