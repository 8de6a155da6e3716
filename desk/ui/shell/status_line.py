"""The foot of the window: what the machine did last, and what it is doing."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QWidget

from desk.i18n import _
from desk.ui.kit.icons import pixmap
from desk.ui.kit.key_button import KeyButton
from desk.ui.kit.label import plain_label
from desk.ui.kit.retranslate import Spoken, Words
from desk.ui.kit.tasks import Task
from desk.ui.kit.theme import MUTED, TONES, Tone


class StatusLine(Spoken, QFrame):
    """Words are given as callables, so that they follow the language."""

    cancel_wanted = Signal()

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
        self._lay_out()
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

    def last(self) -> str:
        """What stands at the left."""
        return self._last.text()

    def _lay_out(self) -> None:
        box = QHBoxLayout(self)
        box.setContentsMargins(16, 0, 16, 0)
        box.setSpacing(8)
        box.addWidget(self._sign)
        box.addWidget(self._last)
        box.addStretch(1)
        for part in (self._work, self._bar, self._cancel):
            box.addWidget(part)
        self._sign.setPixmap(pixmap("check", MUTED, 14))

    def _advanced(self, done: int, total: int, words: str) -> None:
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._work.setText(words)

    def _ended(self) -> None:
        self.follow(None)


def _ready_words() -> str:
    return _("Ready")


def _cancel_words() -> str:
    return _("Cancel")
