"""The accounts' screens: made, changed, ended and let in again, with refusals beside the fields."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.domain.permissions import ALLOWED, Permission, Role
from desk.domain.staff import AccountEntry
from desk.errors import EnvironmentFault
from desk.services import sign_in, staff
from desk.services.staff import AccountRow
from desk.services.workplace import Workplace
from desk.ui.kit.retranslate import speak
from desk.ui.staff.deeds import AccountDeeds
from desk.ui.staff.form import AccountForm
from desk.ui.staff.page import AccountPage
from desk.ui.staff.roles import RoleTable
from tests.conftest import CHEAP, PASSWORD

NEW = "another word 2"


@pytest.fixture
def lee(workplace: Workplace) -> AccountRow:
    entry = AccountEntry("lee", "李美玲", Role.RECEPTIONIST, "zh_Hant")
    return staff.add(workplace, entry, PASSWORD, CHEAP)


@pytest.fixture
def page(qtbot: QtBot, workplace: Workplace, lee: AccountRow) -> Iterator[AccountPage]:
    made = AccountPage(AccountDeeds(workplace))
    qtbot.addWidget(made)
    made.resize(1165, 620)
    made.show()
    made.activateWindow()
    made.shown()
    QApplication.processEvents()
    yield made
    form = made.open_form()
    if isinstance(form, AccountForm):
        form.load(form.value())


def new_form(page: AccountPage) -> AccountForm:
    form = page.start_new()
    assert isinstance(form, AccountForm)
    QApplication.processEvents()
    return form


def form_of(page: AccountPage, account_id: int) -> AccountForm:
    form = page.open_key(str(account_id))
    assert isinstance(form, AccountForm)
    QApplication.processEvents()
    return form


def enters(workplace: Workplace, login: str, password: str) -> bool:
    try:
        sign_in.switch(workplace, login, password)
    except EnvironmentFault:
        return False
    return True


def test_an_account_is_made_with_the_keyboard_alone(
    qtbot: QtBot, page: AccountPage, workplace: Workplace
) -> None:
    form = new_form(page)
    for key, typed in (("name", "Ann Cheung"), ("login", "cheung"), ("role", ""), ("language", ""),
                       ("password", NEW), ("again", NEW)):  # fmt: skip
        control = form.field(key).control
        qtbot.keyClicks(control, typed)
        qtbot.keyClick(control, Qt.Key.Key_Return)
    qtbot.keyClick(form, Qt.Key.Key_F8)
    assert enters(workplace, "cheung", NEW)
    assert page.table.row_count() == 3
    assert not form.is_dirty()
    assert form.heading() == "Ann Cheung"


def test_everything_wrong_is_said_beside_its_field(language: str, page: AccountPage) -> None:
    form = new_form(page)
    form.field("login").set_value("a b")
    form.field("password").set_value("short")
    form.field("again").set_value("short")
    assert not form.save()
    assert all(form.refusal(key) for key in ("name", "login", "password"))


def test_two_passwords_that_differ_are_refused_beside_the_second(page: AccountPage) -> None:
    form = new_form(page)
    form.field("name").set_value("張家豪")
    form.field("login").set_value("cheung")
    form.field("password").set_value(NEW)
    form.field("again").set_value(NEW + "x")
    assert not form.save()
    assert form.refusal("again")


def test_a_taken_login_name_is_refused_beside_it(language: str, page: AccountPage) -> None:
    form = new_form(page)
    for key, typed in (("name", "李"), ("login", "LEE"), ("password", NEW), ("again", NEW)):
        form.field(key).set_value(typed)
    assert not form.save()
    assert form.refusal("login")


def test_name_and_role_are_changed_and_the_list_follows(
    page: AccountPage, workplace: Workplace, lee: AccountRow
) -> None:
    form = form_of(page, lee.id)
    form.field("name").set_value("李小玲")
    form.field("role").set_value("supervisor")
    assert form.save()
    changed = staff.get(workplace, lee.id)
    assert (changed.name, changed.role) == ("李小玲", "supervisor")
    assert page.table.choose(lee.id)
    assert page.table.chosen() == changed


def test_the_own_role_and_the_own_end_are_refused(page: AccountPage, workplace: Workplace) -> None:
    form = form_of(page, workplace.actor.id)
    assert form.end_button.why_shut()
    assert form.passwords.isHidden()
    form.field("role").set_value("manager")
    assert not form.save()
    assert form.refusal("role")


def test_what_the_chosen_role_may_do_is_said(page: AccountPage, dressed: QApplication) -> None:
    form = new_form(page)
    form.field("role").set_value("quality_supervisor")
    form.field("role").changed.emit()
    assert "reading the history" in form._allowed.text()
    speak(dressed, "zh_Hant")
    assert "查看歷史記錄" in form._allowed.text()


def test_a_forgotten_password_is_replaced(
    page: AccountPage, workplace: Workplace, lee: AccountRow
) -> None:
    form = form_of(page, lee.id)
    block = form.passwords
    for key in ("password", "again"):
        block.fields.field(key).set_value("short")
    block.submit()
    assert block.refusal("password")
    for key in ("password", "again"):
        block.fields.field(key).set_value(NEW)
    block.submit()
    assert enters(workplace, "lee", NEW)
    assert not enters(workplace, "lee", PASSWORD)
    assert block.fields.field("password").value() == ""


def test_an_account_is_ended_only_after_the_question(
    page: AccountPage, workplace: Workplace, lee: AccountRow, monkeypatch: pytest.MonkeyPatch
) -> None:
    form = form_of(page, lee.id)
    monkeypatch.setattr("desk.ui.staff.form.ask", lambda *_: False)
    form.end_button.click()
    assert enters(workplace, "lee", PASSWORD)
    monkeypatch.setattr("desk.ui.staff.form.ask", lambda *_: True)
    form.end_button.click()
    assert not enters(workplace, "lee", PASSWORD)
    assert form.is_read_only()
    assert form.end_button.isHidden()
    assert page.table.choose(lee.id)
    row = page.table.chosen()
    assert row is not None and not row.active


def test_an_ended_account_is_let_in_again(
    page: AccountPage, workplace: Workplace, lee: AccountRow
) -> None:
    staff.deactivate(workplace, lee.id)
    form = form_of(page, lee.id)
    assert form.passwords.button.text() == "Let in again"
    for key in ("password", "again"):
        form.passwords.fields.field(key).set_value(NEW)
    form.passwords.submit()
    assert enters(workplace, "lee", NEW)
    assert form.passwords.button.text() == "Set the new password"
    assert not form.is_read_only()


def test_a_draft_keeps_everything_but_the_passwords(page: AccountPage) -> None:
    form = new_form(page)
    form.field("name").set_value("張家豪")
    form.field("password").set_value(NEW)
    assert form.draft()["name"] == "張家豪"
    assert NEW not in str(form.draft())


def test_the_list_is_narrowed_to_ended_accounts(
    page: AccountPage, workplace: Workplace, lee: AccountRow
) -> None:
    staff.deactivate(workplace, lee.id)
    page.filters.set_value("state", "ended")
    assert page.table.row_count() == 1


def test_the_table_of_roles_says_what_the_program_asks(qtbot: QtBot, language: str) -> None:
    table = RoleTable()
    qtbot.addWidget(table)
    assert len(table.marks) == len(Role) * len(Permission)
    for (role, permission), mark in table.marks.items():
        assert mark.is_allowed == (permission in ALLOWED[role])
        assert mark.pixmap().isNull() != mark.is_allowed
        assert mark.accessibleName()
