"""The check of the history's chain: how far it is, and plainly what it found."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QWidget

from desk.errors import DeskError
from desk.i18n import _, ngettext
from desk.services.history import Check
from desk.ui.kit.chips import Chip, ChipLabel
from desk.ui.kit.faults import fault_words
from desk.ui.kit.key_button import KeyButton
from desk.ui.kit.label import plain_label
from desk.ui.kit.retranslate import Spoken
from desk.ui.kit.tasks import Task, tasks_of
from desk.ui.kit.theme import Tone
from desk.ui.settings.deeds import SettingsDeeds


class TrailCheck(Spoken, QFrame):
    """Hidden until it is started. `ended` says that it can be started again."""

    ended = Signal()

    def __init__(self, deeds: SettingsDeeds, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._deeds = deeds
        self._task: Task | None = None
        self._found: Check | None = None
        self.setProperty("role", "canvas")
        self._chip = ChipLabel(parent=self)
        self._words = plain_label(parent=self)
        self._words.setWordWrap(True)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self.cancel_button = KeyButton(_cancel_words, kind="quiet")
        self.cancel_button.clicked.connect(self.cancel)
        box = QHBoxLayout(self)
        box.setContentsMargins(16, 10, 12, 10)
        box.setSpacing(12)
        box.addWidget(self._chip)
        box.addWidget(self._words, 3)
        box.addWidget(self._bar, 1)
        box.addWidget(self.cancel_button)
        self.hide()
        self.retranslate()

    def retranslate(self) -> None:
        """What is going on, or what was found."""
        self._bar.setAccessibleName(_("Progress"))
        if self._task is not None:
            self._words.setText(_("Following the history from its first entry …"))
        elif self._found is not None:
            self._show_found(self._found)

    def start(self) -> None:
        """Begin in the background; one check at a time."""
        if self._task is not None:
            return
        self._found = None
        self._chip.show_chip(None)
        self._bar.setRange(0, 0)
        self._task = tasks_of(self).run(
            self._deeds.check_trail, done=self._done, failed=self._failed, advanced=self._advanced
        )
        self._task.cancelled.connect(self.hide)
        self._task.ended.connect(self._ended)
        self._show_busy(busy=True)
        self.show()
        self.retranslate()

    def cancel(self) -> None:
        """Stop it."""
        if self._task is not None:
            self._task.cancel()

    def words(self) -> str:
        """What is said."""
        return self._words.text()

    def is_busy(self) -> bool:
        """Whether it is going on."""
        return self._task is not None

    def _advanced(self, done: int, total: int, _words: str) -> None:
        self._bar.setRange(0, total)
        self._bar.setValue(done)

    def _done(self, found: Check) -> None:
        self._found = found

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, DeskError):
            raise error
        self._words.setText(fault_words(error))

    def _ended(self) -> None:
        self._task = None
        self._show_busy(busy=False)
        self.retranslate()
        self.ended.emit()

    def _show_busy(self, *, busy: bool) -> None:
        self._bar.setVisible(busy)
        self.cancel_button.setVisible(busy)

    def _show_found(self, found: Check) -> None:
        if found.broken:
            self._chip.show_chip(Chip(Tone.OVERDUE, _("Broken")))
            words = ngettext(
                "{count} entry does not follow from the one before it; the first is entry {first}."
                " Leave the data folder as it is, keep the last backup apart and tell your"
                " administrator.",
                "{count} entries do not follow from the one before them; the first is entry"
                " {first}. Leave the data folder as it is, keep the last backup apart and tell your"
                " administrator.",
                len(found.broken),
            )
            count, first = len(found.broken), found.broken[0]
        else:
            self._chip.show_chip(Chip(Tone.DONE, _("Whole")))
            words = ngettext(
                "{count} entry; nothing before the newest was changed or taken out. Compare the"
                " newest digest with the last one on your paper: {head}",
                "{count} entries; nothing before the newest was changed or taken out. Compare the"
                " newest digest with the last one on your paper: {head}",
                found.entries,
            )
            count, first = found.entries, 0
        number = self._deeds.custom.number
        self._words.setText(words.format(count=number(count), first=number(first), head=found.head))


def _cancel_words() -> str:
    return _("Cancel")
