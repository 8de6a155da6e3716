"""The accounts: the list, and beside it one account as a form."""

from typing import Any

from PySide6.QtWidgets import QWidget

from desk.domain.permissions import Role
from desk.domain.staff import AccountEntry
from desk.i18n import _, pgettext
from desk.services.staff import AccountRow
from desk.ui.kit.choice_field import Choice
from desk.ui.kit.filter_bar import Filter
from desk.ui.kit.record_model import Column
from desk.ui.kit.register_page import RegisterPage, RegisterPlan
from desk.ui.staff import words
from desk.ui.staff.deeds import AccountDeeds
from desk.ui.staff.form import AccountForm
from desk.wording import label

_WIRED = "is_wired"


class AccountPage(RegisterPage[AccountRow]):
    """Everybody who may sign in, and those who once could."""

    def __init__(self, deeds: AccountDeeds) -> None:
        self._deeds = deeds
        super().__init__(
            RegisterPlan(
                title=words.accounts_words,
                columns=(
                    Column("name", _name_words, _name, strong=True, stretch=True, note=_login),
                    Column("role", _role_words, words.role_words, 216, note=_language),
                    Column("state", _state_words, words.state_words, 104, chip=words.state_chip),
                ),
                fetch=deeds.page,
                row_id=_id,
                empty=words.empty_words,
                open_record=self._open_row,
                open_key=self._open_key,
                new_record=self._new_form,
                new_words=words.new_words,
                row_of=_row_of,
                filters=(Filter("state", _state_words, _state_choices),),
            )
        )

    def show_record(self, widget: QWidget) -> bool:
        """Open a form beside the list; a deed in it refreshes its row."""
        if isinstance(widget, AccountForm) and not widget.property(_WIRED):
            widget.setProperty(_WIRED, True)
            widget.account_changed.connect(self.table.refresh_row)
        return super().show_record(widget)

    def _open_row(self, row: AccountRow) -> QWidget:
        return self._form(self._deeds.get(row.id))

    def _open_key(self, key: str) -> QWidget:
        return self._form(self._deeds.get(key))

    def _new_form(self) -> QWidget:
        return self._form(AccountEntry("", "", Role.RECEPTIONIST, self._deeds.new_language()))

    def _form(self, value: AccountEntry | AccountRow) -> AccountForm:
        form = AccountForm(self._deeds)
        form.load(value)
        return form


def _row_of(saved: Any) -> AccountRow | None:
    return saved if isinstance(saved, AccountRow) else None


def _id(row: AccountRow) -> int:
    return row.id


def _name(row: AccountRow) -> str:
    return row.name


def _login(row: AccountRow) -> str:
    return row.login


def _language(row: AccountRow) -> str:
    return label("language", row.language)


def _state_choices() -> list[Choice]:
    return [Choice("active", _("Active")), Choice("ended", _("Ended"))]


def _name_words() -> str:
    return _("Name")


def _role_words() -> str:
    return pgettext("account", "Role")


def _state_words() -> str:
    return _("State")
