"""An account as a form: a new one with its first password, or one that is there already."""

from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import Signal

from desk.domain.permissions import ALLOWED, Role
from desk.domain.staff import NAME_LIMIT, AccountEntry
from desk.errors import DeskError
from desk.i18n import _, pgettext
from desk.services.staff import AccountRow
from desk.ui.kit.agreement import refuse_unless_same
from desk.ui.kit.choice_field import ChoiceField, SegmentField
from desk.ui.kit.faults import fault_words
from desk.ui.kit.key_button import KeyButton
from desk.ui.kit.label import plain_label
from desk.ui.kit.line_field import LineField
from desk.ui.kit.notify import ask, say
from desk.ui.kit.record_form import RecordForm
from desk.ui.kit.secret_field import SecretField
from desk.ui.staff import words
from desk.ui.staff.deeds import AccountDeeds
from desk.ui.staff.password_block import PasswordGiving


@dataclass(frozen=True)
class Typed:
    """What the form holds; the passwords only of a new account."""

    login: str
    name: str
    role: str
    language: str
    password: str
    again: str


class AccountForm(RecordForm):
    """Loads an `AccountEntry` (new) or an `AccountRow`. `account_changed` carries the row after
    a deed that is not the form's own saving."""

    account_changed = Signal(object)

    def __init__(self, deeds: AccountDeeds) -> None:
        self._deeds = deeds
        super().__init__()

    # The life of a form

    def heading(self) -> str:
        """The clerk's name."""
        row = self._row()
        return row.name if row is not None else words.new_words()

    def subject(self) -> str:
        """The account's key, for a draft."""
        row = self._row()
        return str(row.id) if row is not None else ""

    def build(self) -> None:
        """Who, as what, in which language; then the password."""
        self.add_section()
        self.add("name", LineField(NAME_LIMIT), _name_words, required=True, span=1)
        self.add("login", LineField(64), _login_words, hint=_login_hint, required=True, span=1)
        self.add("role", ChoiceField(words.role_choices), _role_words)
        self._allowed = plain_label(role="small")
        self._allowed.setWordWrap(True)
        self.add_widget(self._allowed)
        self.add("language", SegmentField(words.language_choices), _language_words)
        self.add("password", SecretField(), _password_words, required=True, span=1)
        self.add("again", SecretField(), _again_words, required=True, span=1)
        self.passwords = PasswordGiving()
        self.passwords.wanted.connect(self._give_password)
        self.add_widget(self.passwords)
        self.end_button = KeyButton(_end_words, kind="danger")
        self.end_button.clicked.connect(self.end)
        self.add_button(self.end_button, at_end=True)
        self.field("role").changed.connect(self._say_allowed)

    def show_value(self, value: AccountEntry | AccountRow) -> None:
        """A new account asks for its password, a known one offers another."""
        self._value = value
        for key in ("login", "name", "role", "language"):
            self.field(key).set_value(getattr(value, key))
        for key in ("password", "again"):
            self.field(key).set_value("")
        self.passwords.empty()
        row = self._row()
        self._show_parts(row)
        self._show_state(row)
        self._say_allowed()

    def read(self) -> Typed:
        """Everything as typed."""
        keys = ("login", "name", "role", "language", "password", "again")
        return Typed(**{key: self.field(key).value() or "" for key in keys})

    def save_value(self, value: Typed) -> AccountRow:
        """Make the account, or change it."""
        row = self._row()
        if row is not None:
            return self._deeds.change(row, value.name, value.role, value.language)
        refuse_unless_same(value.password, value.again)
        entry = AccountEntry(value.login, value.name, Role(value.role), value.language)
        return self._deeds.add(entry, value.password)

    def retranslate(self) -> None:
        """The parts that are written from the account."""
        super().retranslate()
        if self.value() is not None:
            self._show_state(self._row())
            self._say_allowed()

    # Deeds

    def end(self) -> None:
        """Asked first: the clerk cannot sign in any more."""
        row = self._row()
        if row is None:
            return
        question = _("End the account of {name}?").format(name=row.name)
        detail = _("Nobody can sign in with it any more. What was done with it stays in the trail.")
        if ask(self, question, _("End the account"), detail):
            self._try(partial(self._deeds.end, row), _("The account has ended."))

    def _give_password(self, password: str) -> None:
        row = self._row()
        if row is not None:
            said = _("The new password holds.") if row.active else _("The account is active again.")
            self.passwords.attempt(partial(self._do, partial(self._deeds.give_password, row), said,
                                           password))  # fmt: skip

    def _try(self, deed: Any, said: str) -> None:
        try:
            self._do(deed, said)
        except DeskError as fault:
            self.show_summary(fault_words(fault))

    def _do(self, deed: Any, said: str, *given: str) -> None:
        row = deed(*given)
        self.load(row)
        say(self, said)
        self.account_changed.emit(row)

    # Parts

    def _row(self) -> AccountRow | None:
        value: Any = self.value()
        return value if isinstance(value, AccountRow) else None

    def _show_parts(self, row: AccountRow | None) -> None:
        is_ended = row is not None and not row.active
        self.set_read_only(is_ended)
        self.field("login").set_read_only(row is not None)
        for key in ("password", "again"):
            self.fields.cell(key).setVisible(row is None)
        self.passwords.show_for(row, is_own=row is not None and self._deeds.is_own(row))
        self.end_button.setVisible(row is not None and row.active)

    def _show_state(self, row: AccountRow | None) -> None:
        self.show_chip(words.state_chip(row) if row is not None else None)
        own = row is not None and self._deeds.is_own(row)
        self.end_button.shut(_("This is your own account.") if own else "")

    def _say_allowed(self) -> None:
        role = self.field("role").value()
        self._allowed.setText(words.allowed_words(ALLOWED[Role(role)]) if role else "")


def _name_words() -> str:
    return _("Name")


def _login_words() -> str:
    return _("Login name")


def _login_hint() -> str:
    return _("It stays the same for good.")


def _role_words() -> str:
    return pgettext("account", "Role")


def _language_words() -> str:
    return _("Language")


def _password_words() -> str:
    return _("First password")


def _again_words() -> str:
    return _("First password again")


def _end_words() -> str:
    return _("End the account")
