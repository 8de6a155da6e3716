"""The first run asks for the first account, an administrator."""

from desk.i18n import _
from desk.ui.kit.composing import commit_composing_text
from desk.ui.kit.field_set import FieldSet
from desk.ui.kit.line_field import LineField
from desk.ui.kit.secret_field import SecretField
from desk.ui.shell.step import Step


class AccountStep(Step):
    """`fields` holds name, login, password and the password again."""

    def __init__(self) -> None:
        super().__init__(_account_words, _account_note)
        self.fields = FieldSet()
        self.fields.add("name", LineField(80), _name_words, required=True)
        self.fields.add("login", LineField(64), _login_words, required=True)
        self.fields.add("password", SecretField(), _password_words, required=True, span=1)
        self.fields.add("again", SecretField(), _again_words, required=True, span=1)
        self.add(self.fields)

    def is_complete(self) -> bool:
        """Whether it can be read and both passwords agree; the rest is the rules' to say."""
        commit_composing_text()
        self.fields.clear_refusals()
        self.say("")
        if self.fields.show_problems():
            return False
        if self.fields.field("password").value() == self.fields.field("again").value():
            return True
        self.fields.cell("again").refuse(_("The two passwords differ. Type both again."))
        return False


def _account_words() -> str:
    return _("The first account")


def _account_note() -> str:
    return _("It is an administrator: it makes the accounts of the other clerks.")


def _name_words() -> str:
    return _("Your name")


def _login_words() -> str:
    return _("Login name")


def _password_words() -> str:
    return _("Password")


def _again_words() -> str:
    return _("Password again")
