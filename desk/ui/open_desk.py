"""The desk of the clerk who is signed in: her window, her half-finished forms, her language."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from desk.errors import DeskError
from desk.i18n import _
from desk.services import staff
from desk.services.workplace import Workplace
from desk.ui.kit.notify import fault_words, say
from desk.ui.kit.retranslate import speak
from desk.ui.registers import Ways
from desk.ui.shell.desk_deeds import DeskDeeds
from desk.ui.shell.entrance import clerk_of
from desk.ui.shell.main_window import MainWindow
from desk.ui.shell.registers import Clerk


class OpenDesk(QObject):
    """One main window and what it needs of the program.

    `handed_over` carries the desk of another clerk, `estate_changed` that of an estate with another
    custom: both want a new window. `left` says that the clerk signed out.
    """

    handed_over = Signal(object)
    estate_changed = Signal(object)
    left = Signal()

    def __init__(self, app: QApplication, workplace: Workplace, idle_minutes: float) -> None:
        super().__init__()
        self._app = app
        self.deeds = DeskDeeds(workplace)
        ways = Ways(workplace)
        self.window = MainWindow(
            ways.entries(),
            self.deeds,
            clerk_of(workplace),
            estate=workplace.estate.name,
            idle_minutes=idle_minutes,
        )
        ways.lead_through(self.window)
        ways.estate_changed.connect(self._change_estate)
        self.window.drafts_changed.connect(self.keep_drafts)
        self.window.clerk_changed.connect(self._change_clerk)
        self.window.language_wanted.connect(self._speak)
        self.window.sign_out_wanted.connect(self._leave)
        self.window.restore_drafts(self.deeds.kept())
        self.window.refresh_counts()

    def keep_drafts(self) -> None:
        """Keep the half-finished forms; a full disk is said at the foot, and the forms stay."""
        try:
            self.deeds.keep(self.window.drafts())
        except DeskError as fault:
            self.window.status.say(_Words(fault_words(fault)))

    def show_estate_saved(self) -> None:
        """Back to where the estate was changed."""
        self.window.open("settings", "estate")
        say(self.window, _("Saved"))

    def close(self) -> None:
        """Give the folder back."""
        self.deeds.workplace.close()

    def _change_clerk(self, _clerk: Clerk) -> None:
        self.handed_over.emit(self.deeds.workplace)

    def _change_estate(self, workplace: Workplace) -> None:
        """Every page writes in the estate's custom, so the window is made anew, forms kept."""
        self.keep_drafts()
        self.deeds.workplace = workplace.signed_in_as(self.deeds.workplace.actor)
        self.estate_changed.emit(self.deeds.workplace)

    def _speak(self, language: str) -> None:
        self.deeds.workplace = staff.set_language(self.deeds.workplace, language)
        speak(self._app, language)

    def _leave(self) -> None:
        self.keep_drafts()
        self.close()
        self.left.emit()


class _Words:
    """A sentence that stays as it is, for a line that asks for its words anew."""

    def __init__(self, words: str) -> None:
        self._words = words

    def __call__(self) -> str:
        return self._words
