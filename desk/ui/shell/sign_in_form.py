"""Login name and password: the same small form at sign-in and under a lock."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desk.errors import DeskError
from desk.i18n import _
from desk.ui.kit.composing import commit_composing_text
from desk.ui.kit.faults import fault_words
from desk.ui.kit.key_button import KeyButton
from desk.ui.kit.label import WordLabel, plain_label
from desk.ui.kit.retranslate import Spoken, Words
from desk.ui.shell.clerk import Clerk

SignIn = Callable[[str, str], Clerk]


class SignInForm(Spoken, QWidget):
    """`sign_in(login, password)` answers who came in, or raises a DeskError that says what to do.

    `signed_in` carries the clerk. The password leaves the screen with every attempt.
    """

    signed_in = Signal(object)

    def __init__(self, sign_in: SignIn, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sign_in = sign_in
        self.login, self.password = QLineEdit(self), QLineEdit(self)
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.password.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData)
        for line in (self.login, self.password):
            line.setMaxLength(200)
        self.button = KeyButton(words, kind="primary", parent=self)
        self.button.setDefault(True)
        self._refusal = plain_label(role="refusal", parent=self)
        self._refusal.setWordWrap(True)
        self._refusal.hide()
        self._lay_out()
        self.login.returnPressed.connect(self._to_password)
        self.password.returnPressed.connect(self.submit)
        self.button.clicked.connect(self.submit)
        self.retranslate()

    def retranslate(self) -> None:
        """Names; a refusal in the old language is taken back."""
        self.login.setAccessibleName(_("Login name"))
        self.password.setAccessibleName(_("Password"))
        self.refuse("")

    def begin(self, login: str = "") -> None:
        """Empty and ready; with a known login name only the password is missing."""
        self.login.setText(login)
        self.password.clear()
        self.refuse("")
        (self.password if login else self.login).setFocus(Qt.FocusReason.OtherFocusReason)

    def submit(self) -> None:
        """Try to come in."""
        commit_composing_text()
        login, password = self.login.text().strip(), self.password.text()
        if not login or not password:
            self.refuse(_("Type your login name and your password."))
            return
        self.password.clear()
        try:
            clerk = self._sign_in(login, password)
        except DeskError as fault:
            self.refuse(fault_words(fault))
            self.password.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.refuse("")
        self.signed_in.emit(clerk)

    def refuse(self, words: str) -> None:
        """Say why she cannot come in; "" takes it back."""
        self._refusal.setText(words)
        self._refusal.setVisible(bool(words))
        self.password.setAccessibleDescription(words)

    def refusal(self) -> str:
        """What is said."""
        return self._refusal.text()

    def _lay_out(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        for words, line in ((_login_words, self.login), (_password_words, self.password)):
            box.addWidget(WordLabel(words, "label"))
            box.addWidget(line)
            box.addSpacing(8)
        box.addWidget(self._refusal)
        box.addSpacing(4)
        box.addWidget(self.button)

    def _to_password(self) -> None:
        self.password.setFocus(Qt.FocusReason.TabFocusReason)


def _login_words() -> str:
    return _("Login name")


def _password_words() -> str:
    return _("Password")
