"""What stands in the window while it is locked: nothing of the estate, everything kept behind."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desk.i18n import _
from desk.ui.kit.icons import pixmap
from desk.ui.kit.label import WordLabel, plain_label
from desk.ui.kit.theme import ACCENT
from desk.ui.shell.clerk import Clerk
from desk.ui.shell.sign_in_form import SignIn, SignInForm

_WIDTH = 320


class LockCover(QWidget):
    """The same clerk unlocks, another one takes over; half-finished forms stay either way."""

    opened = Signal(object)

    def __init__(self, sign_in: SignIn, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.form = SignInForm(sign_in, _unlock_words)
        self.form.setFixedWidth(_WIDTH)
        self.form.signed_in.connect(self.opened)
        self._who = plain_label(role="muted")
        self._lay_out()

    def cover(self, clerk: Clerk, *, switching: bool = False) -> None:
        """Ask for the clerk's password, or for another clerk's name."""
        self._who.setText("" if switching else clerk.name)
        self._who.setVisible(not switching)
        self.form.begin("" if switching else clerk.login)

    def _lay_out(self) -> None:
        sign = QLabel()
        sign.setPixmap(pixmap("lock", ACCENT, 36))
        column = QVBoxLayout()
        column.setSpacing(8)
        for part in (sign, WordLabel(_locked_words, "title"), self._who):
            column.addWidget(part)
        note = WordLabel(_kept_words, "muted")
        note.setWordWrap(True)
        note.setFixedWidth(_WIDTH)
        column.addWidget(note)
        column.addSpacing(16)
        column.addWidget(self.form)
        middle = QHBoxLayout()
        middle.addStretch()
        middle.addLayout(column)
        middle.addStretch()
        box = QVBoxLayout(self)
        box.addStretch(2)
        box.addLayout(middle)
        box.addStretch(3)


def _unlock_words() -> str:
    return _("Unlock")


def _locked_words() -> str:
    return _("The desk is locked")


def _kept_words() -> str:
    return _("Half-finished forms are kept. Another clerk can sign in here.")
