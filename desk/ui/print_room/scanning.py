"""A paper was scanned: its record opens, and over it the question what came back with it."""

from collections.abc import Callable
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from desk.domain.signed_paper import PaperStanding
from desk.errors import DeskError
from desk.i18n import _
from desk.services.signed_paper import SignedRow
from desk.services.signed_paper_find import Scanned
from desk.ui.kit.deed_dialog import DeedDialog
from desk.ui.kit.notify import fault_words, say, tell
from desk.ui.kit.theme import Tone
from desk.ui.print_room import words
from desk.ui.print_room.deeds import PrintRoomDeeds
from desk.ui.print_room.home_dialog import HomeDialog, home_dialog
from desk.wording import label

OpenRecord = Callable[[str, str], QWidget | None]


@runtime_checkable
class TakesCodes(Protocol):
    """A dialog that answers for codes itself, as while a guard waits on the phone."""

    def show_code(self, code: str) -> None:
        """Answer for a code."""


class Scanning(QObject):
    """What becomes of a scanned code in the window of a desk.

    `offered` carries the words of a paper that waits until the open dialog is finished; `taken`
    says that a signed paper was taken in.
    """

    offered = Signal(object)
    taken = Signal()

    def __init__(self, deeds: PrintRoomDeeds, window: QWidget, open_record: OpenRecord) -> None:
        super().__init__(window)
        self._deeds, self._window, self._open_record = deeds, window, open_record

    def scanned(self, code: str) -> None:
        """From the scanner: at once, or offered while another dialog is open."""
        open_dialog = QApplication.activeModalWidget()
        if isinstance(open_dialog, TakesCodes):
            open_dialog.show_code(code)
            return
        if isinstance(open_dialog, HomeDialog) and not open_dialog.is_dirty():
            open_dialog.reject()
        elif open_dialog is not None:
            self.offered.emit(words.ScannedWords(code))
            say(
                open_dialog,
                _("Scanned: {code}. It waits at the foot of the window.").format(code=code),
                Tone.NEUTRAL,
            )
            return
        self.open(code)

    def open(self, code: str) -> DeedDialog | None:
        """Show what a code is: the record with the dialog of the signed paper, or why not."""
        try:
            found = self._deeds.find(code)
            self._show_record(found)
        except DeskError as fault:
            say(self._window, fault_words(fault), Tone.OVERDUE)
            return None
        if found.paper is None or self._deeds.why_not_take_home(found):
            self._tell(found)
            return None
        dialog = home_dialog(self._deeds, found, self._window)
        dialog.deed_done.connect(self._taken)
        dialog.open()
        return dialog

    def _show_record(self, found: Scanned) -> None:
        """A paper that is not ours leads nowhere."""
        if found.record_id is not None and found.is_genuine:
            kind, key = self._deeds.place(found.kind, found.record_id)
            self._open_record(kind, str(key))

    def _tell(self, found: Scanned) -> None:
        """What it is and why it is not taken in; a paper that merely stays is a passing note."""
        said = " ".join(words.told(found))
        if found.standing is PaperStanding.STAYS:
            say(self._window, said, Tone.NEUTRAL)
            return
        why = self._deeds.why_not_take_home(found) if found.paper is not None else ""
        heading = label("paper_standing", found.standing)
        about = words.paper_line(found, self._deeds.custom)
        detail = "\n".join(filter(None, dict.fromkeys((said, why))))
        tell(self._window, f"{heading}: {about}", detail, warning=not found.is_genuine)

    def _taken(self, row: SignedRow) -> None:
        ticked = label("ticked", row.ticked) if row.ticked else ""
        home = _("Taken in: {number}, signed by {who}.")
        said = home.format(number=row.number, who=row.signed_by)
        say(self._window, f"{said} {ticked}".strip())
        kind, key = self._deeds.place(row.kind, row.record_id)
        self._open_record(kind, str(key))
        self.taken.emit()
