"""A second person's word: she signs in over the clerk's shoulder, and the clerk stays at the desk.

The dialog knows no service: `decide(answer)` writes the word down, or raises a DeskError that says
what to do. It leaves the screen without a trace of what was typed.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desk.domain.approval import NOTE_LIMIT, Answer, Line, Verdict
from desk.errors import DeskError, RuleRefused
from desk.i18n import _
from desk.ui.kit.composing import commit_composing_text
from desk.ui.kit.faults import fault_words
from desk.ui.kit.field_set import FieldSet
from desk.ui.kit.fit import fit
from desk.ui.kit.key_button import KeyButton
from desk.ui.kit.label import WordLabel, plain_label, rule
from desk.ui.kit.line_field import LineField
from desk.ui.kit.retranslate import Spoken
from desk.ui.kit.secret_field import SecretField
from desk.ui.kit.shown_lines import ShownLines
from desk.ui.kit.text_field import TextField

Decide = Callable[[Answer], object]

_SIZE = (640, 620)
_LOGIN_LIMIT = 64


@dataclass(frozen=True)
class ApprovalQuestion:
    """What is to be approved: a title, its lines, the post that is asked for, the clerk who asks.

    All of it is data in the language of the window.
    """

    title: str
    lines: tuple[Line, ...]
    asked_for: str
    clerk: str


class ApprovalDialog(Spoken, QDialog):
    """`decided` carries what `decide` answered, once the word is written down.

    Cancel is the default, and Enter in a field never gives a word: it leads to the next field, from
    the last one to Approve, where a new Enter or Space is needed. The password leaves the screen
    with every attempt.
    """

    decided = Signal(object)

    def __init__(
        self, question: ApprovalQuestion, decide: Decide, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._question, self._decide = question, decide
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        fit(self, *_SIZE)
        self.lines = ShownLines()
        self.login, self.password = LineField(_LOGIN_LIMIT), SecretField()
        self.note = TextField(NOTE_LIMIT, lines=2)
        self.fields = FieldSet()
        self.fields.add("login", self.login, _login_words, span=1)
        self.fields.add("password", self.password, _password_words, span=1)
        self.fields.add("note", self.note, _note_words, hint=_note_hint)
        self._refusal = plain_label(role="refusal")
        self._refusal.setWordWrap(True)
        self._refusal.hide()
        self.cancel_button = DeliberateButton(_cancel_words)
        self.refuse_button = DeliberateButton(_refuse_words, kind="danger")
        self.approve_button = DeliberateButton(_approve_words, kind="primary", sign="check")
        self.cancel_button.setDefault(True)
        self._lay_out()
        self._connect()
        self.retranslate()
        self.login.setFocus()

    def retranslate(self) -> None:
        """Window title, what is shown, and why the buttons are shut."""
        self.setWindowTitle(_("Approval by a second person"))
        self.lines.show_lines(self.shown())
        self._stays.setText(
            _("{clerk} stays signed in. Your password serves this answer alone.").format(
                clerk=self._question.clerk
            )
        )
        self._open_or_shut()

    def shown(self) -> tuple[Line, ...]:
        """The very lines that stand before the second person."""
        asked = self._question
        head = (Line("", asked.title), Line(_("To be approved by"), asked.asked_for))
        return (*head, *asked.lines)

    def refusal(self, key: str = "") -> str:
        """What stands beside a field, or under all of them."""
        return self.fields.cell(key).refusal() if key else self._refusal.text()

    def done(self, result: int) -> None:
        """Nothing that was typed outlives the dialog."""
        for field in (self.login, self.password, self.note):
            field.set_value("")
        super().done(result)

    # Answering

    def answer(self, decision: Verdict) -> None:
        """Hand the word on; a refusal stands beside its field and nothing but the password goes."""
        commit_composing_text()
        self.fields.clear_refusals()
        self._say("")
        typed = Answer(
            self.login.value(), self.password.value(), decision, self.note.value(), self.shown()
        )
        self.password.set_value("")
        if self.fields.show_problems():
            self.fields.focus_first_refusal()
            return
        try:
            outcome = self._decide(typed)
        except RuleRefused as refused:
            _count, loose = self.fields.refuse(refused.reasons)
            self._say("\n".join(loose))
            if self.fields.focus_first_refusal() is None:
                self.cancel_button.setFocus()
        except DeskError as fault:
            self._say(fault_words(fault))
            self.password.setFocus()
        else:
            self.decided.emit(outcome)
            self.accept()

    def _say(self, words: str) -> None:
        self._refusal.setText(words)
        self._refusal.setVisible(bool(words))

    def _open_or_shut(self) -> None:
        why = (
            ""
            if self.login.value() and self.password.value()
            else _("The second person's login name and password are missing.")
        )
        self.approve_button.shut(why)
        self.refuse_button.shut(why)

    def _lead_on(self) -> None:
        """From the last field to Approve, or to what is still missing before it."""
        for field in (self.login, self.password):
            if not field.value():
                field.setFocus()
                return
        self.approve_button.setFocus(Qt.FocusReason.TabFocusReason)

    # Parts

    def _connect(self) -> None:
        for field in (self.login, self.password):
            field.line.textChanged.connect(self._open_or_shut)
        self.fields.walked_through.connect(self._lead_on)
        self.cancel_button.clicked.connect(self.reject)
        self.refuse_button.clicked.connect(partial(self.answer, Verdict.REFUSED))
        self.approve_button.clicked.connect(partial(self.answer, Verdict.GRANTED))

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 10, 24, 12)
        foot.setSpacing(8)
        foot.addStretch()
        for button in (self.cancel_button, self.refuse_button, self.approve_button):
            foot.addWidget(button)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self._make_body(), 1)
        box.addWidget(rule())
        box.addLayout(foot)

    def _make_body(self) -> QScrollArea:
        self._stays = plain_label(role="muted")
        self._stays.setWordWrap(True)
        inside = QWidget()
        inside.setProperty("role", "surface")
        body = QVBoxLayout(inside)
        body.setContentsMargins(24, 20, 24, 20)
        body.setSpacing(12)
        for part in (self.lines, rule(), WordLabel(_person_words, "heading"), self._stays):
            body.addWidget(part)
        body.addWidget(self.fields)
        body.addWidget(self._refusal)
        body.addStretch()
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        return area


class DeliberateButton(KeyButton):
    """Enter works while it has the keyboard, but not the Enter that is still held down."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is a press of its own; it goes no further, or Cancel would hear it."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
            return
        event.accept()
        if not event.isAutoRepeat():
            self.click()


def _person_words() -> str:
    return _("The second person signs in")


def _login_words() -> str:
    return _("Login name")


def _password_words() -> str:
    return _("Password")


def _note_words() -> str:
    return _("Note")


def _note_hint() -> str:
    return _("Needed where it is not approved.")


def _cancel_words() -> str:
    return _("Cancel")


def _refuse_words() -> str:
    return _("Do not approve")


def _approve_words() -> str:
    return _("Approve")
