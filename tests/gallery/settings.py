"""Scenes of the settings: the clerk's own account, everybody's, the estate, the code, the trail."""

import time
from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from desk.ui.settings.estate import EstateSection
from desk.ui.settings.history import HistorySection
from desk.ui.settings.page import SettingsPage
from desk.ui.settings.recovery import RecoverySection
from desk.ui.staff.form import AccountForm
from desk.ui.staff.page import AccountPage
from tests.gallery.estates import CODE
from tests.gallery.stage import Stage

_PATIENCE = 20.0


def _section(stage: Stage, key: str, login: str = "admin") -> QWidget:
    page = stage.page("settings", login)
    assert isinstance(page, SettingsPage)
    section = page.show_section(key)
    stage.settle()
    return section


def my_account(stage: Stage) -> None:
    """What every clerk may set."""
    _section(stage, "account", "reception")


def accounts(stage: Stage) -> None:
    """Everybody who may sign in, and one of them."""
    page = _section(stage, "accounts")
    assert isinstance(page, AccountPage)
    page.table.setFocus()
    page.table.setCurrentIndex(page.table.model().index(1, 0))


def account_refused(stage: Stage) -> None:
    """A new account with two passwords that differ."""
    page = _section(stage, "accounts")
    assert isinstance(page, AccountPage)
    form = page.start_new()
    assert isinstance(form, AccountForm)
    form.save()


def roles(stage: Stage) -> None:
    """What a role may do is one table."""
    _section(stage, "roles")


def estate(stage: Stage) -> None:
    """The estate's name and custom."""
    assert isinstance(_section(stage, "estate"), EstateSection)


def recovery(stage: Stage) -> None:
    """A new code is asked for."""
    _section(stage, "recovery")


def recovery_shown(stage: Stage) -> None:
    """The new code is shown once."""
    section = _section(stage, "recovery")
    assert isinstance(section, RecoverySection)
    section._show(code=True)
    section.code_step.show_code(CODE)


def history(stage: Stage) -> None:
    """Who did what, newest first."""
    _section(stage, "history")


def history_checked(stage: Stage) -> None:
    """The chain of the trail was followed."""
    section = _section(stage, "history")
    assert isinstance(section, HistorySection)
    section.start_check()
    until = time.monotonic() + _PATIENCE
    while section.check.is_busy() and time.monotonic() < until:
        stage.settle()


SCENES: dict[str, Callable[[Stage], None]] = {
    "settings-account": my_account,
    "settings-accounts": accounts,
    "settings-accounts-refused": account_refused,
    "settings-roles": roles,
    "settings-estate": estate,
    "settings-recovery": recovery,
    "settings-recovery-shown": recovery_shown,
    "settings-history": history,
    "settings-history-checked": history_checked,
}
