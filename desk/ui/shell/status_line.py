"""The foot of the window: what the machine did last, what it is doing, what has just run out."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QWidget

from desk.i18n import _
from desk.ui.kit.icons import pixmap
from desk.ui.kit.key_button import KeyButton
from desk.ui.kit.label import plain_label
from desk.ui.kit.retranslate import Spoken, Words
from desk.ui.kit.tasks import Task
from desk.ui.kit.theme import MUTED, TONES, Tone

_REMINDS_FOR = 10 * 60_000  # milliseconds


class StatusLine(Spoken, QFrame):
    """Words are given as callables, so that they follow the language.

    `reminder_chosen` carries the words of the reminder that was pressed.
    """

    cancel_wanted = Signal()
    reminder_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "canvas")
        self.setFixedHeight(30)
        self._deed: Words = _ready_words
        self._sign = QLabel(self)
        self._last, self._work = plain_label(role="small"), plain_label(role="small")
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(140)
        self._cancel = KeyButton(_cancel_words, kind="link")
        self._cancel.clicked.connect(self.cancel_wanted)
        self._reminder: Words = _no_words
        self._late = QLabel(self)
        self.reminder = KeyButton(self._reminder_words, kind="link")
        self.reminder.clicked.connect(self._choose_reminder)
        self._passing = QTimer(self)
        self._passing.setSingleShot(True)
        self._passing.setInterval(_REMINDS_FOR)
        self._passing.timeout.connect(self.forget_reminder)
        self._lay_out()
        self.forget_reminder()
        self.follow(None)
        self.retranslate()

    def retranslate(self) -> None:
        """Everything again in the current language."""
        self._last.setText(self._deed())
        self._bar.setAccessibleName(_("Progress"))

    def say(self, words: Words, tone: Tone = Tone.DONE) -> None:
        """What was done last: saved, printed."""
        self._deed = words
        sign = "check" if tone is Tone.DONE else "information"
        self._sign.setPixmap(pixmap(sign, TONES[tone].ink, 14))
        self.retranslate()

    def remind(self, words: Words) -> None:
        """Something ran out: said here for a while, in the place of what was said before.

        It asks nothing and takes no focus; whoever wants to may press it.
        """
        self._reminder = words
        self.reminder.retranslate()
        for part in (self._late, self.reminder):
            part.show()
        self._passing.start()

    def forget_reminder(self) -> None:
        """Nothing has just run out."""
        self._passing.stop()
        for part in (self._late, self.reminder):
            part.hide()

    def follow(self, task: Task | None) -> None:
        """Show the progress of a long work until it ends."""
        for part in (self._work, self._bar, self._cancel):
            part.setVisible(task is not None)
        if task is not None:
            self._bar.setRange(0, 0)
            self._work.setText("")
            task.advanced.connect(self._advanced)
            task.ended.connect(self._ended)
            self.cancel_wanted.connect(task.cancel)

    def add_note(self, note: QWidget) -> None:
        """A quiet count at the right, which shows itself while something waits."""
        self._box.insertWidget(self._box.indexOf(self._late), note)

    def last(self) -> str:
        """What stands at the left."""
        return self._last.text()

    def _lay_out(self) -> None:
        box = self._box = QHBoxLayout(self)
        box.setContentsMargins(16, 0, 16, 0)
        box.setSpacing(8)
        box.addWidget(self._sign)
        box.addWidget(self._last)
        box.addStretch(1)
        for part in (self._late, self.reminder, self._work, self._bar, self._cancel):
            box.addWidget(part)
        self._late.setPixmap(pixmap("clock", TONES[Tone.OVERDUE].ink, 14))
        self._sign.setPixmap(pixmap("check", MUTED, 14))

    def _choose_reminder(self) -> None:
        self.forget_reminder()
        self.reminder_chosen.emit(self._reminder)

    def _reminder_words(self) -> str:
        return self._reminder()

    def _advanced(self, done: int, total: int, words: str) -> None:
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._work.setText(words)

    def _ended(self) -> None:
        self.follow(None)


def _ready_words() -> str:
    return _("Ready")


def _no_words() -> str:
    return _("Nothing is overdue")


def _cancel_words() -> str:
    return _("Cancel")
