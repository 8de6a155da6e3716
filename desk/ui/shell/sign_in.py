"""Coming in: login name and password, or the printed recovery code where a password is lost."""

from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk.i18n import _
from desk.ui.kit.key_button import KeyButton
from desk.ui.kit.label import WordLabel, plain_label
from desk.ui.kit.retranslate import Spoken
from desk.ui.shell.clerk import Clerk
from desk.ui.shell.recover_form import RecoverForm
from desk.ui.shell.sign_in_form import SignInForm
from desk.ui.shell.threshold import Threshold


class SignInDeeds(Protocol):
    """What coming in needs. Each raises a DeskError that says what to do."""

    def sign_in(self, login: str, password: str) -> Clerk:
        """Open the folder as a clerk."""

    def recover(self, code: str, login: str, password: str) -> Clerk:
        """The printed code gives the account this new password."""


class SignInWindow(Spoken, Threshold):
    """`signed_in` carries the clerk. The languages stand at the foot and act at once."""

    signed_in = Signal(object)

    def __init__(self, deeds: SignInDeeds, estate: str = "", login: str = "") -> None:
        super().__init__()
        self.form = SignInForm(deeds.sign_in, _sign_in_words)
        self._deeds = deeds
        self._lost: QWidget | None = None
        self._estate = plain_label(estate, "muted")
        self._estate.setVisible(bool(estate))
        self._entry = self._make_entry()
        self.add_step(self._entry)
        self.form.signed_in.connect(self.signed_in)
        self.begin(login)
        self.retranslate()

    def retranslate(self) -> None:
        """The window's title."""
        self.setWindowTitle(_("Front desk"))

    def begin(self, login: str = "") -> None:
        """Ask for name and password."""
        self.show_step(self._entry)
        self.form.begin(login)

    def lose(self) -> None:
        """Ask for the recovery code; the form for it is made when it is first needed."""
        if self._lost is None:
            self._lost = self._make_lost()
            self.add_step(self._lost)
        self.show_step(self._lost)
        self.recover.begin(self.form.login.text())

    def _make_entry(self) -> QWidget:
        step = QWidget()
        box = QVBoxLayout(step)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addWidget(WordLabel(_title_words, "title"))
        box.addWidget(self._estate)
        box.addSpacing(8)
        box.addWidget(self.form)
        self.lost_button = KeyButton(_lost_words, kind="link")
        self.lost_button.clicked.connect(self.lose)
        box.addWidget(self.lost_button, 0, Qt.AlignmentFlag.AlignLeft)
        return step

    def _make_lost(self) -> QWidget:
        self.recover = RecoverForm(self._deeds.recover)
        self.recover.recovered.connect(self.signed_in)
        step = QWidget()
        box = QVBoxLayout(step)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addWidget(WordLabel(_lost_title_words, "title"))
        box.addWidget(self.recover)
        foot = QHBoxLayout()
        self.back_button = KeyButton(_back_words, key="Esc", kind="quiet", sign="back")
        self.back_button.clicked.connect(self._back)
        foot.addWidget(self.back_button)
        foot.addStretch()
        box.addLayout(foot)
        return step

    def _back(self) -> None:
        self.begin(self.form.login.text())


def _title_words() -> str:
    return _("Sign in to the desk")


def _sign_in_words() -> str:
    return _("Sign in")


def _lost_words() -> str:
    return _("Password forgotten? Use the recovery code")


def _lost_title_words() -> str:
    return _("A new password with the recovery code")


def _back_words() -> str:
    return _("Back")
