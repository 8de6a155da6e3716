"""Puts the program together: settings, folder, entrance, window; and what happens at a bug.

A second program on the same folder is turned away here. A bug is written down without personal
data, the half-finished forms are kept, and the window stays. Whatever the first window does not
need is loaded late: the database and the registers while the clerk types her password.
"""

import importlib
import logging
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QLockFile, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from desk import i18n, log
from desk.clock import Clock, SystemClock
from desk.config import DataFolder, Settings
from desk.errors import DeskError, EnvironmentFault
from desk.i18n import _
from desk.ui.kit.icons import program_icon
from desk.ui.kit.notify import fault_words, tell
from desk.ui.kit.placing import show_whole
from desk.ui.kit.retranslate import speak
from desk.ui.kit.tasks import Progress, Tasks
from desk.ui.kit.theme import dress
from desk.ui.shell.entrance import Entrance
from desk.ui.shell.registers import Clerk

if TYPE_CHECKING:
    from desk.services.workplace import Workplace
    from desk.ui.open_desk import OpenDesk
    from desk.ui.shell.main_window import MainWindow

Ready = Callable[["Program"], None]

_WANTED_SOON = ("desk.services.sign_in", "desk.models.tables", "desk.models.vault")


def run(folder: DataFolder, clock: Clock | None = None, ready: Ready | None = None) -> int:
    """Open the program on a folder and stay until its window is closed; returns the exit code.

    `ready` is called once the first window takes input.
    """
    _scale_text(Settings.load(folder.settings).text_scale)
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    program = Program(app, folder, clock or SystemClock())
    if not program.start():
        return 1
    if ready is not None:
        ready(program)
    code = app.exec()
    program.close()
    return code


class Program(QObject):
    """One run of the program on one data folder."""

    def __init__(self, app: QApplication, folder: DataFolder, clock: Clock) -> None:
        super().__init__()
        self._app = app
        self._folder = folder
        self._clock = clock
        self._settings = Settings.load(folder.settings)
        self._lock = QLockFile(str(folder.lock))
        self._log: logging.Handler | None = None
        self._tasks = Tasks(self)
        self.desk: OpenDesk | None = None
        self.window: QWidget | None = None
        self._entrance = Entrance(folder, clock)
        app.setApplicationName("desk")
        speak(app, self._settings.language or _system_language())
        dress(app, i18n.language())
        app.setWindowIcon(program_icon())

    def start(self) -> bool:
        """Show the first window; False where another program has the folder."""
        try:
            self._take_folder()
        except DeskError as fault:
            tell(QWidget(), fault_words(fault))
            return False
        self._log = log.start(self._folder.logs)
        sys.excepthook = self.on_bug
        if self._folder.is_new():
            self._show_first_run()
        else:
            self._show_sign_in()
        QTimer.singleShot(0, self._load_the_rest)
        return True

    def close(self) -> None:
        """Give everything back."""
        sys.excepthook = sys.__excepthook__
        self._tasks.close()
        self.window = None
        if self.desk is not None:
            self.desk.close()
        if self._log is not None:
            log.stop(self._log)
        self._lock.unlock()

    def show_desk(self, workplace: "Workplace") -> "MainWindow":
        """The main window for the clerk of this workplace."""
        from desk.ui.open_desk import OpenDesk  # noqa: PLC0415

        speak(self._app, workplace.actor.language)
        minutes = Settings.load(self._folder.settings).idle_minutes
        desk = self.desk = OpenDesk(self._app, workplace, minutes)
        desk.handed_over.connect(self.show_desk)
        desk.estate_changed.connect(self._show_changed_estate)
        desk.left.connect(self._leave)
        self._replace(desk.window)
        return desk.window

    def on_bug(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        """Write a report, keep the forms, say what happened, go on.

        What the program knows how to say is no bug, wherever it comes up.
        """
        if issubclass(kind, KeyboardInterrupt):
            self._app.quit()
            return
        if isinstance(error, DeskError):
            tell(self.window or QWidget(), fault_words(error))
            return
        logging.getLogger("desk").error("bug", exc_info=(kind, error, trace))
        path = log.write_crash_report(self._folder.logs, error, self._clock.now())
        if self.desk is not None:
            self.desk.keep_drafts()
        if self.window is not None:
            tell(
                self.window,
                _("Something went wrong in the program. What you were typing is kept."),
                _("A report without personal data was written to: {path}").format(path=path)
                if path
                else "",
            )

    # Windows

    def _show_first_run(self) -> None:
        from desk.ui.shell.first_run import FirstRunWindow  # noqa: PLC0415

        window = FirstRunWindow(self._entrance)
        window.language_wanted.connect(self._speak_here)
        window.begun.connect(self._entered)
        window.sampled.connect(self._show_sample)
        self._replace(window)

    def _show_sign_in(self) -> None:
        from desk.ui.shell.sign_in import SignInWindow  # noqa: PLC0415

        window = SignInWindow(self._entrance)
        window.language_wanted.connect(self._speak_here)
        window.signed_in.connect(self._entered)
        self._replace(window)

    def _entered(self, _clerk: Clerk | None = None) -> None:
        if self._entrance.workplace is not None:
            self.show_desk(self._entrance.workplace)

    def _show_sample(self, accounts: object) -> None:
        self._entered()
        if isinstance(accounts, list) and self.window is not None:
            lines = "\n".join(f"{login}\t{password}" for login, password, _role in accounts)
            words = _("The accounts of the sample estate and their passwords:")
            tell(self.window, words, lines, warning=False)

    def _replace(self, window: QWidget) -> None:
        former, self.window = self.window, window
        show_whole(window)
        if former is not None:
            former.blockSignals(True)
            former.hide()
            former.deleteLater()

    # Answers to the window

    def _show_changed_estate(self, workplace: "Workplace") -> None:
        """Another custom of the estate: a window of its own, forms kept, where it was changed."""
        self.show_desk(workplace)
        if self.desk is not None:
            self.desk.show_estate_saved()

    def _leave(self) -> None:
        self.desk = None
        self._entrance = Entrance(self._folder, self._clock)
        i18n.serve("")
        self._show_sign_in()

    def _load_the_rest(self) -> None:
        if self.window is not None:
            self._tasks.run(_load)

    def _speak_here(self, language: str) -> None:
        self._settings = replace(Settings.load(self._folder.settings), language=language)
        with suppress(OSError):  # a folder that cannot be written is said where it matters
            self._settings.save(self._folder.settings)
        speak(self._app, language)

    def _take_folder(self) -> None:
        try:
            self._folder.prepare()
        except OSError as fault:
            raise EnvironmentFault("storage.unwritable", detail=fault.strerror or "") from None
        if not self._lock_folder():
            raise EnvironmentFault("storage.second_program")

    def _lock_folder(self) -> bool:
        """Take the lock; one that a power cut left empty or unreadable is cleared away."""
        self._lock.setStaleLockTime(0)
        if self._lock.tryLock(100):
            return True
        path = self._folder.lock
        holder, *_rest = self._lock.getLockInfo()
        if path.exists() and not holder:
            path.unlink()
            return self._lock.tryLock(100)
        return False


def _load(_progress: Progress) -> None:
    """What signing in needs, while the clerk still types."""
    for module in _WANTED_SOON:
        importlib.import_module(module)


def _scale_text(percent: int) -> None:
    """Everything grows with the text; Qt asks for it once, when the application is made."""
    if percent != 100:
        os.environ.setdefault("QT_SCALE_FACTOR", str(percent / 100))


def _system_language() -> str:
    return i18n.language_for(QLocale.system().name())
