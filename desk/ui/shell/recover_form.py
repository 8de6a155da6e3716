"""The printed recovery code gives an account a new password."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.errors import DeskError, EnvironmentFault, RuleRefused
from desk.i18n import _
from desk.ui.kit.composing import commit_composing_text
from desk.ui.kit.faults import fault_words
from desk.ui.kit.field_set import FieldSet
from desk.ui.kit.key_button import KeyButton
from desk.ui.kit.label import WordLabel, plain_label
from desk.ui.kit.line_field import LineField
from desk.ui.kit.secret_field import SecretField
from desk.ui.shell.clerk import Clerk

Recover = Callable[[str, str, str], Clerk]


class RecoverForm(QWidget):
    """`recover(code, login, password)` answers the clerk; `recovered` carries her."""

    recovered = Signal(object)

    def __init__(self, recover: Recover, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._recover = recover
        self.fields = FieldSet()
        self.fields.add("code", LineField(200), _code_words, hint=_code_hint)
        self.fields.add("login", LineField(64), _login_words)
        self.fields.add("password", SecretField(), _new_words)
        self.fields.add("again", SecretField(), _again_words)
        self.button = KeyButton(_go_words, kind="primary")
        self.button.clicked.connect(self.submit)
        self.fields.walked_through.connect(self.submit)
        self._refusal = plain_label(role="refusal")
        self._refusal.setWordWrap(True)
        self._refusal.hide()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(12)
        note = WordLabel(_note_words, "muted")
        note.setWordWrap(True)
        for part in (note, self.fields, self._refusal, self.button):
            box.addWidget(part)

    def begin(self, login: str = "") -> None:
        """Empty but for the login name."""
        for key in ("code", "password", "again"):
            self.fields.field(key).set_value("")
        self.fields.field("login").set_value(login)
        self.fields.clear_refusals()
        self._say("")
        self.fields.setFocus()

    def submit(self) -> None:
        """Try the code."""
        commit_composing_text()
        self.fields.clear_refusals()
        self._say("")
        if self.fields.show_problems() or not self._passwords_agree():
            return
        code, login, password = (
            self.fields.field(key).value() for key in ("code", "login", "password")
        )
        try:
            clerk = self._recover(code, login, password)
        except RuleRefused as refused:
            _count, loose = self.fields.refuse(refused.reasons)
            self._say("\n".join(loose))
        except DeskError as fault:
            self._say(_refused_words() if _is_unknown(fault) else fault_words(fault))
        else:
            self.begin()
            self.recovered.emit(clerk)

    def refusal(self) -> str:
        """What is said under the fields."""
        return self._refusal.text()

    def _passwords_agree(self) -> bool:
        if self.fields.field("password").value() == self.fields.field("again").value():
            return True
        self.fields.cell("again").refuse(_("The two passwords differ. Type both again."))
        return False

    def _say(self, words: str) -> None:
        self._refusal.setText(words)
        self._refusal.setVisible(bool(words))


def _is_unknown(fault: DeskError) -> bool:
    return isinstance(fault, EnvironmentFault) and fault.code == "sign_in.refused"


def _refused_words() -> str:
    return _("The recovery code or the login name is not right. Compare the code with the paper.")


def _code_words() -> str:
    return _("Recovery code")


def _code_hint() -> str:
    return _("It was printed when the estate was set up.")


def _login_words() -> str:
    return _("Login name")


def _new_words() -> str:
    return _("New password")


def _again_words() -> str:
    return _("New password again")


def _go_words() -> str:
    return _("Set the password and sign in")


def _note_words() -> str:
    return _("The code opens the data; the account gets the password you choose here.")
