"""The main window: rail, search, the open page, who is at the desk, what the machine did last."""

from collections.abc import Iterable, Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from desk.errors import DeskError
from desk.i18n import _
from desk.ui.kit.composing import commit_composing_text
from desk.ui.kit.notify import ask, fault_words, hush, say
from desk.ui.kit.record_form import RecordForm
from desk.ui.kit.result_list import Found
from desk.ui.kit.retranslate import Spoken
from desk.ui.kit.scanner import Scanner
from desk.ui.kit.shell_page import ShellPage
from desk.ui.kit.tasks import Tasks
from desk.ui.kit.theme import Tone
from desk.ui.shell.idle import IdleWatch
from desk.ui.shell.lock_cover import LockCover
from desk.ui.shell.registers import Clerk, Draft, RegisterEntry, ShellDeeds
from desk.ui.shell.tray import Waiting
from desk.ui.shell.withdrawn import Withdrawn
from desk.ui.shell.work_area import WorkArea

_NARROW = 1000
_LEAST = (640, 360)  # 1366 × 768 with text at 200 % leaves 683 × 384
_DRAFTS_AFTER = 1_500


class MainWindow(Spoken, QMainWindow):
    """Built with its registers; pages are made when they are first visited.

    `drafts_changed` says that `drafts()` should be kept; `clerk_changed` that another clerk is at
    the desk; `language_wanted` and `sign_out_wanted` are the composition's to carry out.
    """

    drafts_changed = Signal()
    clerk_changed = Signal(object)
    language_wanted = Signal(str)
    sign_out_wanted = Signal()
    locked = Signal()

    def __init__(
        self,
        entries: Sequence[RegisterEntry],
        deeds: ShellDeeds,
        clerk: Clerk,
        *,
        estate: str = "",
        idle_minutes: float = 10,
    ) -> None:
        super().__init__()
        self._entries = {entry.word: entry for entry in entries}
        self._deeds, self._clerk = deeds, clerk
        self._pages: dict[str, ShellPage] = {}
        self._word = ""
        self.tasks = Tasks(self)
        self.work = WorkArea(entries, deeds.find, clerk, estate)
        self.rail, self.tray = self.work.rail, self.work.tray
        self.bar, self.status = self.work.bar, self.work.status
        self.cover = LockCover(deeds.sign_in)
        self.idle = IdleWatch(idle_minutes, self)
        self._withdrawn = Withdrawn(self)
        self.scanner = Scanner(self)
        self._lay_out()
        self._connect()
        self._allow()
        self.retranslate()

    def retranslate(self) -> None:
        """The window's title; parts look after themselves."""
        title = _("Front desk")
        estate = self.work.brand.estate()
        self.setWindowTitle(f"{estate} – {title}" if estate else title)

    # Pages

    def go(self, word: str) -> ShellPage:
        """Open a register's page."""
        page = self._pages.get(word) or self._make_page(word)
        self._word = word
        self.work.pages.setCurrentWidget(page)
        self.rail.mark(word)
        self.bar.follow(page)
        page.shown()
        return page

    def page(self) -> ShellPage:
        """The open page; the first one this clerk may see, before any was opened."""
        if not self._word:
            self.go(self._allowed()[0])
        return self._pages[self._word]

    def start_new(self) -> None:
        """F2 on whatever page is open."""
        self.page().start_new()

    def open(self, kind: str, key: str) -> QWidget | None:
        """Open a record wherever it belongs; None where no register of this clerk opens it.

        A kind other than the register's own word stands before the key: `resident:9`.
        """
        for word, entry in self._entries.items():
            if kind in entry.kinds() and self._may(entry):
                return self.go(word).open_key(key if kind == word else f"{kind}:{key}")
        return None

    def refresh_counts(self) -> None:
        """Ask every register how many wait."""
        self.rail.refresh_counts()

    # Waiting forms

    def drafts(self) -> list[Draft]:
        """Every half-finished form, waiting or open, as it has to be kept."""
        kept = [waiting.draft() for waiting in self.tray.waiting()]
        for word, page in self._pages.items():
            form = page.open_form()
            if isinstance(form, RecordForm) and form.is_dirty():
                kept.append(Waiting(word, self._deeds.now(), form, None).draft())
        return kept

    def restore_drafts(self, drafts: Iterable[Draft]) -> None:
        """Let the half-finished forms of an earlier run wait again."""
        for draft in drafts:
            if draft.register in self._entries:
                self.tray.add(Waiting(draft.register, draft.since, None, draft))

    # Who is at the desk

    def lock(self) -> None:
        """Hide everything and keep it (Ctrl+L, or nobody there for a while)."""
        self._cover(switching=False)

    def switch_clerk(self) -> None:
        """Let another clerk in; forms stay."""
        self._cover(switching=True)

    def is_locked(self) -> bool:
        """Whether the cover is on."""
        return self._whole.currentWidget() is self.cover

    def clerk(self) -> Clerk:
        """Who is at the desk."""
        return self._clerk

    # Qt

    def showEvent(self, event: QShowEvent) -> None:
        """The first page is made now, when whoever built the window has led it everywhere.

        The keyboard is in its list, not on the first button of the rail.
        """
        self.page()
        super().showEvent(event)
        if self.focusWidget() is None:
            self._focus_page()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow window has a slim rail."""
        super().resizeEvent(event)
        self.work.set_slim(self.width() < _NARROW)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Half-finished forms are kept as drafts; long work is asked to stop first."""
        commit_composing_text()
        if self.tasks.is_busy() and not ask(self, _("Stop the work that is going on?"), _("Stop")):
            event.ignore()
            return
        self.drafts_changed.emit()
        self.tasks.close()
        super().closeEvent(event)

    # Parts

    def _lay_out(self) -> None:
        self._whole = QStackedWidget()
        self._whole.addWidget(self.work)
        self._whole.addWidget(self.cover)
        self.setCentralWidget(self._whole)
        self.setMinimumSize(*_LEAST)
        self.resize(1366, 768)

    def _connect(self) -> None:
        self.rail.chosen.connect(self.go)
        self.tray.resumed.connect(self._resume)
        self.bar.new_wanted.connect(self.start_new)
        self.bar.search.chosen.connect(self._open_found)
        self.bar.search.given_up.connect(self._focus_page)
        tile = self.bar.tile
        tile.switch_wanted.connect(self.switch_clerk)
        tile.lock_wanted.connect(self.lock)
        tile.sign_out_wanted.connect(self.sign_out_wanted)
        tile.language_wanted.connect(self.language_wanted)
        self.cover.opened.connect(self._opened)
        self.idle.idle.connect(self.lock)
        self.locked.connect(self.scanner.stop)
        self.cover.opened.connect(self.scanner.start)
        QShortcut(QKeySequence("Ctrl+L"), self).activated.connect(self.lock)
        self._draft_timer = QTimer(self)
        self._draft_timer.setSingleShot(True)
        self._draft_timer.setInterval(_DRAFTS_AFTER)
        self._draft_timer.timeout.connect(self.drafts_changed)
        self.tray.changed.connect(self._draft_timer.start)

    def _make_page(self, word: str) -> ShellPage:
        page = self._entries[word].factory()
        page.keeps_aside = True
        page.set_aside.connect(self._set_aside)
        page.drafts_changed.connect(self._draft_timer.start)
        page.saved.connect(self._say_saved)
        self._pages[word] = page
        self.work.pages.addWidget(page)
        return page

    def _may(self, entry: RegisterEntry) -> bool:
        return not entry.permission or self._deeds.may(entry.permission)

    def _allowed(self) -> list[str]:
        return [word for word, entry in self._entries.items() if self._may(entry)]

    def _allow(self) -> None:
        words = self._allowed()
        self.rail.allow(set(words))
        if self._word and self._word not in words:
            self.go(words[0])

    def _say_saved(self, heading: str) -> None:
        self.status.say(partial(_saved_words, heading))
        self.refresh_counts()

    def _open_found(self, found: object) -> None:
        if not isinstance(found, Found):
            return
        try:
            opened = self.open(found.kind, found.key)
        except DeskError as fault:
            say(self, fault_words(fault), Tone.OVERDUE)
            return
        if opened is None:
            say(self, _("This cannot be opened here."), Tone.NEUTRAL)

    def _focus_page(self) -> None:
        self.page().setFocus(Qt.FocusReason.OtherFocusReason)

    def _set_aside(self, form: QWidget) -> None:
        sender = self.sender()
        word = next((word for word, page in self._pages.items() if page is sender), self._word)
        if isinstance(form, RecordForm):
            self.tray.add(Waiting(word, self._deeds.now(), form, None))
            say(self, _("Set aside: {title}").format(title=form.heading()), Tone.NEUTRAL)

    def _resume(self, waiting: Waiting) -> None:
        page = self.go(waiting.register)
        if waiting.form is not None:
            self.tray.take(waiting)
            page.take_back(waiting.form)
            return
        draft = waiting.draft()
        try:
            form = page.resume(draft.content, draft.subject)
        except DeskError as fault:
            say(self, fault_words(fault), Tone.OVERDUE)
            return
        if isinstance(form, RecordForm):  # what has no form to stand in goes on waiting
            self.tray.take(waiting)
            form.draft_key = draft.key

    def _cover(self, *, switching: bool) -> None:
        if self.is_locked():
            return
        commit_composing_text()
        self.drafts_changed.emit()
        self._withdrawn.withdraw()
        hush(self)
        self._whole.setCurrentWidget(self.cover)
        self.cover.cover(self._clerk, switching=switching)
        self.locked.emit()

    def _opened(self, clerk: Clerk) -> None:
        is_other = clerk != self._clerk
        self._clerk = clerk
        self.bar.tile.show_clerk(clerk)
        self._whole.setCurrentIndex(0)
        self._withdrawn.bring_back()
        self._allow()
        self.idle.start()
        if is_other:
            self.clerk_changed.emit(clerk)
        self._focus_page()


def _saved_words(heading: str) -> str:
    return _("Saved: {title}").format(title=heading) if heading else _("Saved")
