"""The first run: language, estate, first account, recovery code; or a sample to look around in."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar

from desk.errors import DeskError, RuleRefused
from desk.i18n import _, language
from desk.ui.kit.faults import fault_words
from desk.ui.kit.key_button import KeyButton
from desk.ui.kit.label import WordLabel
from desk.ui.kit.retranslate import Spoken
from desk.ui.kit.tasks import Task, Tasks
from desk.ui.shell.account_step import AccountStep
from desk.ui.shell.code_step import CodeStep
from desk.ui.shell.estate_step import EstateStep
from desk.ui.shell.first_entry import FirstEntry, FirstRunDeeds
from desk.ui.shell.step import Step, back_button, next_button
from desk.ui.shell.threshold import Threshold


class FirstRunWindow(Spoken, Threshold):
    """`begun` is told when the estate is set up and its code is kept; `sampled` carries what the
    sample's deed gave back."""

    begun = Signal()
    sampled = Signal(object)

    def __init__(self, deeds: FirstRunDeeds) -> None:
        super().__init__()
        self._deeds = deeds
        self._tasks = Tasks(self)
        self._task: Task | None = None
        self.welcome_step = self._make_welcome()
        self.estate_step, self.account_step = EstateStep(), AccountStep()
        self.estate, self.account = self.estate_step.fields, self.account_step.fields
        self._lead(self.estate_step, self.to_account, self._to_welcome)
        self._lead(self.account_step, self.begin, self.to_estate)
        self.code_step = CodeStep(deeds)
        self.code_step.confirmed.connect(self.begun)
        for step in (self.welcome_step, self.estate_step, self.account_step, self.code_step):
            self.add_step(step)
        self.show_step(self.welcome_step)
        self.set_up_button.setFocus()
        self.retranslate()

    def retranslate(self) -> None:
        """The window's title."""
        self.setWindowTitle(_("Front desk"))
        self._bar.setAccessibleName(_("Progress"))

    def entry(self) -> FirstEntry:
        """What was typed so far."""
        return FirstEntry(
            estate=self.estate.field("estate").value(),
            region=self.estate.field("region").value() or "",
            calendar=self.estate.field("calendar").value() or "",
            language=language(),
            name=self.account.field("name").value(),
            login=self.account.field("login").value(),
            password=self.account.field("password").value(),
        )

    # Steps

    def to_estate(self) -> None:
        """Ask for the estate."""
        self.show_step(self.estate_step)
        self.estate.setFocus()

    def to_account(self) -> None:
        """Ask for the first account, once the estate has a name."""
        if self.estate_step.is_complete():
            self.show_step(self.account_step)
            self.account.setFocus()

    def begin(self) -> None:
        """Set the estate up; refusals stand beside their fields, on whichever step."""
        if not self.account_step.is_complete():
            return
        try:
            code = self._deeds.begin(self.entry())
        except RuleRefused as refused:
            self._refuse(refused)
        except DeskError as fault:
            self.account_step.say(fault_words(fault))
        else:
            self.show_step(self.code_step)
            self.code_step.show_code(code)

    def look_around(self) -> None:
        """Write the sample estate, with progress and cancel."""
        self.welcome_step.say("")
        self._show_busy(True)
        self._task = self._tasks.run(
            self._deeds.sample,
            done=self._sample_done,
            failed=self._sample_failed,
            advanced=self._advanced,
        )
        self._task.ended.connect(self._sample_ended)

    def cancel(self) -> None:
        """Stop writing the sample estate."""
        if self._task is not None:
            self._task.cancel()

    # Parts

    def _make_welcome(self) -> Step:
        step = Step(_welcome_words, _welcome_note)
        self.set_up_button = KeyButton(_set_up_words, kind="primary")
        self.set_up_button.clicked.connect(self.to_estate)
        self.sample_button = KeyButton(_sample_words)
        self.sample_button.clicked.connect(self.look_around)
        self.cancel_button = KeyButton(_cancel_words, kind="quiet")
        self.cancel_button.clicked.connect(self.cancel)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._busy = WordLabel(_busy_words, "muted")
        step.add(self._busy)
        step.add(self._bar)
        step.finish([self.set_up_button, self.sample_button, self.cancel_button])
        self._show_busy(False)
        return step

    def _lead(self, step: EstateStep | AccountStep, forward: Any, backward: Any) -> None:
        """Continue and Enter in the last field go forward, Back goes back."""
        step.fields.walked_through.connect(forward)
        step.finish(self._ways(forward, backward))

    def _ways(self, forward: Any, backward: Any) -> Sequence[KeyButton]:
        go_on, go_back = next_button(), back_button()
        go_on.clicked.connect(forward)
        go_back.clicked.connect(backward)
        return go_on, go_back

    def _to_welcome(self) -> None:
        self.show_step(self.welcome_step)

    def _refuse(self, refused: RuleRefused) -> None:
        about_estate = self.estate.keys()
        there = [reason for reason in refused.reasons if reason.field in about_estate]
        here = [reason for reason in refused.reasons if reason.field not in about_estate]
        self.estate.refuse(there)
        _count, loose = self.account.refuse(here)
        self.account_step.say("\n".join(loose))
        if there and not here:
            self.show_step(self.estate_step)

    def _show_busy(self, busy: bool) -> None:
        self._bar.setRange(0, 0)
        self._bar.setVisible(busy)
        self._busy.setVisible(busy)
        self.cancel_button.setVisible(busy)
        self.set_up_button.setVisible(not busy)
        self.sample_button.setVisible(not busy)

    def _advanced(self, done: int, total: int, _words: str) -> None:
        self._bar.setRange(0, total)
        self._bar.setValue(done)

    def _sample_done(self, answer: object) -> None:
        self.sampled.emit(answer)

    def _sample_failed(self, error: Exception) -> None:
        if not isinstance(error, DeskError):
            raise error
        self.welcome_step.say(fault_words(error))

    def _sample_ended(self) -> None:
        self._task = None
        self._show_busy(False)


def _welcome_words() -> str:
    return _("Welcome to the front desk")


def _welcome_note() -> str:
    return _(
        "Everything stays on this PC, encrypted. Set up your estate now, or look around in a sample"
        " one first. The language can be changed at any time."
    )


def _set_up_words() -> str:
    return _("Set up the estate")


def _sample_words() -> str:
    return _("Look around in a sample")


def _busy_words() -> str:
    return _("Writing the sample estate…")


def _cancel_words() -> str:
    return _("Cancel")
