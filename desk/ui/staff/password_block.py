"""Another password for an account that is there already."""

from PySide6.QtCore import Signal

from desk.i18n import _
from desk.services.staff import AccountRow
from desk.ui.kit.agreement import refuse_unless_same
from desk.ui.kit.block import Block
from desk.ui.kit.secret_field import SecretField


class PasswordGiving(Block):
    """`wanted` carries the new password once both agree; words follow the account's state."""

    wanted = Signal(str)

    def __init__(self) -> None:
        self._is_ended = False
        super().__init__(self._title_words, self._note_words)
        self.fields.add("password", SecretField(), _new_words, span=1)
        self.fields.add("again", SecretField(), _again_words, span=1)
        self.button = self.add_button(self._go_words, self.submit)

    def show_for(self, row: AccountRow | None, *, is_own: bool) -> None:
        """One's own password is changed in My account, where the old one is asked for."""
        self._is_ended = row is not None and not row.active
        self.setVisible(row is not None and not is_own)
        self.rewrite()

    def empty(self) -> None:
        """Nothing typed, nothing refused."""
        for key in ("password", "again"):
            self.fields.field(key).set_value("")
        self.fields.clear_refusals()
        self.say("")

    def submit(self) -> None:
        """Hand the password on, if both agree."""
        password = self.fields.field("password").value()
        again = self.fields.field("again").value()
        if self.attempt(_Agreement(password, again)):
            self.wanted.emit(password)

    def _title_words(self) -> str:
        return _("Let the clerk in again") if self._is_ended else _("Password forgotten")

    def _note_words(self) -> str:
        if self._is_ended:
            return _("With a new password the account is active again, under its old login name.")
        return _("Give the clerk a new password; the old one stops working at once.")

    def _go_words(self) -> str:
        return _("Let in again") if self._is_ended else _("Set the new password")


class _Agreement:
    def __init__(self, password: str, again: str) -> None:
        self._password, self._again = password, again

    def __call__(self) -> None:
        refuse_unless_same(self._password, self._again)


def _new_words() -> str:
    return _("New password")


def _again_words() -> str:
    return _("New password again")
