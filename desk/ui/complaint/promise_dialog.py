"""A promise in its dialog: within the letter of authority it is made, beyond it a word is asked."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desk.domain.approval import Answer
from desk.domain.promise import POWER
from desk.errors import RuleRefused
from desk.services.complaint_case import Case
from desk.ui.complaint import promise_words as say
from desk.ui.kit.approval_dialog import ApprovalDialog, ApprovalQuestion
from desk.ui.kit.deed_dialog import DeedDialog, DeedPlan
from desk.ui.kit.key_button import KeyButton


@dataclass(frozen=True)
class Above:
    """How a word from above is asked: `question` of the values typed, `decide` with the answer."""

    question: Callable[[dict[str, Any]], ApprovalQuestion]
    decide: Callable[[dict[str, Any], Answer], Case]


class PromiseDialog(DeedDialog):
    """Where nothing but the letter stands against a promise, a button asks for a word from above.

    The second person signs in over the clerk's shoulder (R8); then the promise is made.
    """

    def __init__(
        self, plan: DeedPlan, above: Above, parent: QWidget | None = None, *, about: str = ""
    ) -> None:
        self._above = above
        self.word_button = KeyButton(say.ask_word)
        self.word_button.hide()
        super().__init__(plan, parent, about=about)
        self.word_button.clicked.connect(self.ask_above)
        self.fields.changed.connect(self.word_button.hide)

    def save(self) -> bool:
        """Make it; where it goes beyond the letter alone, offer to ask."""
        self.word_button.hide()
        done = super().save()
        if not done and self._is_beyond():
            self.word_button.show()
            self.word_button.setFocus()
        return done

    def ask_above(self) -> ApprovalDialog:
        """Let the second person see all of it and sign in."""
        dialog = ApprovalDialog(self._above.question(self.values()), self._decide, self)
        dialog.decided.connect(self._was_decided)
        dialog.open()
        return dialog

    def _decide(self, answer: Answer) -> Case:
        return self._above.decide(self.values(), answer)

    def _was_decided(self, case: object) -> None:
        self.deed_done.emit(case)
        self.accept()

    def _is_beyond(self) -> bool:
        """Whether the last refusal had no other reasons than the letter's."""
        make = self.plan.do
        return isinstance(make, Promising) and make.is_beyond

    def _lay_out(self, about: str) -> None:
        super()._lay_out(about)
        box = self.layout()
        last = None if box is None else box.itemAt(box.count() - 1)
        foot = None if last is None else last.layout()
        if isinstance(foot, QHBoxLayout):
            foot.insertWidget(1, self.word_button)


class Promising:
    """Makes the promise, and remembers whether the letter alone stood against it."""

    def __init__(self, make: Callable[[Any], Case]) -> None:
        self._make = make
        self.is_beyond = False

    def __call__(self, values: Any) -> Case:
        """Make it; RuleRefused with everything that stands against it."""
        self.is_beyond = False
        try:
            return self._make(values)
        except RuleRefused as refused:
            self.is_beyond = {one.code for one in refused.reasons} <= POWER
            raise
