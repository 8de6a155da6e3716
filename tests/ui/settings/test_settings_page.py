"""The settings: which sections a role sees, and that each does what it says."""

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desk.config import Settings
from desk.domain.permissions import Role
from desk.domain.reception import ReceptionEntry
from desk.errors import EnvironmentFault
from desk.services import estate_settings, reception, sign_in
from desk.services.workplace import Workplace
from desk.ui.kit.record_form import RecordForm
from desk.ui.kit.register_page import RegisterPage
from desk.ui.kit.retranslate import speak
from desk.ui.settings.estate import EstateSection
from desk.ui.settings.history import HistorySection
from desk.ui.settings.my_account import MyAccount
from desk.ui.settings.page import SettingsPage
from desk.ui.settings.recovery import RecoverySection
from desk.ui.staff.form import AccountForm
from tests.conftest import PASSWORD
from tests.ui.settings.conftest import MakePage, desk_of
from tests.ui.walk import guessing, unnamed, visible_words

NEW = "another word 2"
LATIN = re.compile(r"[A-Za-z]{2,}")
NATIVE = re.compile(r"\b(?:English|admin|[FR]\d+|Ctrl\+\w|Esc|Enter|[A-Z]\d{4}-\d{6})\b")
READ = ("policy", "calendar")
KEYS = ("account", "accounts", "roles", "estate", *READ, "authority", "recovery", "history")


def section(page: SettingsPage, key: str) -> QWidget:
    made = page.show_section(key)
    QApplication.processEvents()
    return made


def my_account(page: SettingsPage) -> MyAccount:
    made = section(page, "account")
    assert isinstance(made, MyAccount)
    return made


def estate(page: SettingsPage) -> EstateSection:
    made = section(page, "estate")
    assert isinstance(made, EstateSection)
    return made


def recovery(page: SettingsPage) -> RecoverySection:
    made = section(page, "recovery")
    assert isinstance(made, RecoverySection)
    return made


def history(page: SettingsPage) -> HistorySection:
    made = section(page, "history")
    assert isinstance(made, HistorySection)
    return made


@pytest.mark.parametrize(
    ("role", "keys"),
    [
        (Role.RECEPTIONIST, ("account", *READ)),
        (Role.SUPERVISOR, ("account", *READ, "authority", "history")),
        (Role.QUALITY_SUPERVISOR, ("account", *READ, "history")),
        (Role.MANAGER, ("account", "estate", *READ, "authority", "history")),
        (Role.GENERAL_MANAGER, ("account", *READ, "history")),
        (Role.ADMINISTRATOR, KEYS),
    ],
)
def test_a_role_sees_the_sections_it_may_use(
    make_page: MakePage, workplace: Workplace, role: Role, keys: tuple[str, ...]
) -> None:
    page = make_page(desk_of(workplace, role))
    assert page.keys() == keys
    assert page.open_key("nowhere") is None


@pytest.mark.parametrize("key", KEYS)
def test_every_control_is_named_and_every_label_plain(
    language: str, page: SettingsPage, key: str
) -> None:
    section(page, key)
    assert unnamed(page) == []
    assert guessing(page) == []


@pytest.mark.parametrize("code", ["zh_Hant", "zh_Hans"])
@pytest.mark.parametrize("key", KEYS)
def test_no_english_is_left_on_a_chinese_section(
    dressed: QApplication, page: SettingsPage, code: str, key: str
) -> None:
    section(page, key)
    speak(dressed, code)
    left = {words for words in visible_words(page) if LATIN.search(NATIVE.sub("", words))}
    assert left == set()


def test_sections_are_walked_with_the_arrow_keys(qtbot: QtBot, page: SettingsPage) -> None:
    page.setFocus()
    qtbot.keyClick(page.tabs.control, Qt.Key.Key_Right)
    assert page.tabs.value() == "accounts"
    assert page.new_words()
    qtbot.keyClick(page.tabs.control, Qt.Key.Key_Left)
    assert page.tabs.value() == "account"
    assert page.new_words() == ""


def test_enter_leads_into_the_section(qtbot: QtBot, page: SettingsPage) -> None:
    made = my_account(page)
    page.setFocus()
    qtbot.keyClick(page.tabs.control, Qt.Key.Key_Return)
    assert page.window().focusWidget() is made.password.fields.field("old").control


def test_the_draft_of_an_account_is_made_a_form_again(
    make_page: MakePage, page: SettingsPage, workplace: Workplace
) -> None:
    page.show_section("accounts")
    form = page.start_new()
    assert isinstance(form, AccountForm)
    form.field("name").set_value("張家豪")
    draft = form.draft()
    page.show_section("account")
    assert page.open_form() is form
    other = make_page(workplace)
    again = other.resume(draft, form.subject())
    assert isinstance(again, AccountForm)
    assert again.field("name").value() == "張家豪"
    assert other.tabs.value() == "accounts"


def test_the_drafts_of_other_sections_find_their_section(
    make_page: MakePage, page: SettingsPage, workplace: Workplace
) -> None:
    other = make_page(workplace)
    for key in READ:
        page.show_section(key)
        form = page.start_new()
        assert isinstance(form, RecordForm)
        other.resume(form.draft(), form.subject())
        assert other.tabs.value() == key
        assert other.open_form() is not None


def test_a_form_that_waited_goes_back_to_its_section(page: SettingsPage) -> None:
    page.keeps_aside = True
    made = section(page, "policy")
    assert isinstance(made, RegisterPage)
    form = page.start_new()
    assert isinstance(form, RecordForm)
    form.fields.changed.emit()
    waiting: list[QWidget] = []
    page.set_aside.connect(waiting.append)
    made.panel.put_aside()
    assert waiting == [form]
    page.show_section("account")
    assert page.take_back(form)
    assert page.tabs.value() == "policy"
    assert made.open_form() is form


# My account


def test_the_own_password_is_changed_from_the_keyboard(
    qtbot: QtBot, page: SettingsPage, workplace: Workplace
) -> None:
    block = my_account(page).password
    for key, typed in (("old", PASSWORD), ("password", NEW), ("again", NEW)):
        control = block.fields.field(key).control
        qtbot.keyClicks(control, typed)
        qtbot.keyClick(control, Qt.Key.Key_Return)
    assert page.window().focusWidget() is block.button
    qtbot.keyClick(block.button, Qt.Key.Key_Space)
    assert sign_in.switch(workplace, "admin", NEW).actor.login == "admin"
    assert [block.fields.field(key).value() for key in ("old", "password", "again")] == [""] * 3


def test_wrong_passwords_are_refused_beside_their_fields(language: str, page: SettingsPage) -> None:
    block = my_account(page).password
    for key, typed in (("old", "not mine"), ("password", "short"), ("again", "short")):
        block.fields.field(key).set_value(typed)
    block.submit()
    assert block.refusal("old")
    assert block.refusal("password")
    assert not block.refusal("again")
    block.fields.field("again").set_value("other")
    block.submit()
    assert block.refusal("again")
    assert not block.refusal("old")


def test_a_language_is_asked_of_the_window(qtbot: QtBot, page: SettingsPage) -> None:
    with qtbot.waitSignal(page.language_wanted) as told:
        my_account(page).languages.button("zh_Hans").click()
    assert told.args == ["zh_Hans"]


def test_the_size_of_the_text_is_kept_for_the_next_start(
    page: SettingsPage, workplace: Workplace
) -> None:
    block = my_account(page).text
    assert block.fields.field("scale").value() == "100"
    block.fields.field("scale").set_value("150")
    block.submit()
    assert Settings.load(workplace.folder.settings).text_scale == 150


def test_a_size_that_cannot_be_kept_is_said_and_shown_as_it_was(
    page: SettingsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read_only(*_: object) -> None:
        raise PermissionError(13, "no")

    block = my_account(page).text
    monkeypatch.setattr(Settings, "save", read_only)
    block.fields.field("scale").set_value("200")
    block.submit()
    assert "cannot be written" in block.refusal()
    assert block.fields.field("scale").value() == "100"


# The estate


def test_the_estate_is_written_down_anew(
    qtbot: QtBot, page: SettingsPage, workplace: Workplace
) -> None:
    block = estate(page).estate
    block.fields.field("name").set_value("翠湖花園")
    block.fields.field("region").set_value("TW")
    block.fields.field("calendar").set_value("roc")
    with qtbot.waitSignal(page.estate_changed) as told:
        block.submit()
    assert told.args is not None
    assert told.args[0].estate.zone == "Asia/Taipei"
    assert estate_settings.current(workplace).name == "翠湖花園"


def test_an_estate_without_a_name_is_refused_beside_the_name(
    language: str, page: SettingsPage
) -> None:
    block = estate(page).estate
    block.fields.field("name").set_value("")
    block.submit()
    assert block.refusal("name")


def test_the_minutes_before_the_lock_hold_at_once(
    qtbot: QtBot, page: SettingsPage, workplace: Workplace
) -> None:
    block = estate(page).lock
    assert block.fields.field("minutes").value() == "10"
    button = block.fields.field("minutes").control
    with qtbot.waitSignal(page.idle_changed) as told:
        qtbot.keyClick(button, Qt.Key.Key_Right)
    assert told.args == [15]
    assert Settings.load(workplace.folder.settings).idle_minutes == 15


# The recovery code


def renew(page: SettingsPage) -> tuple[RecoverySection, str]:
    made = recovery(page)
    made.renewal.fields.field("password").set_value(PASSWORD)
    made.renew()
    return made, made.code_step._shown.text()


def test_a_new_code_is_shown_once_and_forgotten_when_it_is_confirmed(
    page: SettingsPage,
) -> None:
    made, code = renew(page)
    assert len(code.replace("-", "")) == 30
    assert made.renewal.isHidden()
    made.code_step.fields.field("tail").set_value("nope")
    made.code_step.confirm()
    assert not made.code_step.isHidden()
    made.code_step.fields.field("tail").set_value(code[-4:].lower())
    made.code_step.confirm()
    assert made.code_step.isHidden()
    assert not made.renewal.isHidden()
    assert code not in visible_words(page)


def test_no_code_is_made_without_the_password(language: str, page: SettingsPage) -> None:
    made = recovery(page)
    made.renewal.fields.field("password").set_value("not mine")
    made.renew()
    assert made.renewal.refusal("password")
    assert made.code_step.isHidden()


def test_the_code_is_saved_and_a_missing_printer_is_said(
    page: SettingsPage, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    made, code = renew(page)
    path = tmp_path_factory.mktemp("usb") / "code.txt"
    monkeypatch.setattr("desk.ui.shell.code_step.choose_to_save", lambda *_: path)
    made.code_step.save_code()
    assert path.read_text("utf-8").strip() == code

    def no_printer(*_: object) -> None:
        raise EnvironmentFault("paper.no_printer")

    monkeypatch.setattr("desk.ui.paper.recovery.print_code", no_printer)
    made.code_step.print_code()
    assert "No printer" in made.code_step.said()


# The history


@pytest.fixture
def number(workplace: Workplace) -> str:
    entry = ReceptionEntry(
        happened_at=workplace.now(), caller_name="曾德華", request="泳池開放時間"
    )
    return reception.register(workplace, entry).number


def cells(made: HistorySection) -> list[str]:
    model = made.table.model()
    return [
        " | ".join(str(model.index(row, column).data()) for column in range(model.columnCount()))
        for row in range(model.rowCount())
    ]


def test_the_history_tells_who_did_what_without_the_values(page: SettingsPage, number: str) -> None:
    told = cells(history(page))
    assert told[0].endswith(f"陳大文 | Written down | Reception  {number}")
    assert "曾德華" not in "\n".join(told)


def test_the_history_of_one_record_by_its_number(
    qtbot: QtBot, page: SettingsPage, number: str
) -> None:
    made = history(page)
    qtbot.keyClicks(made.number.control, number.lower())
    qtbot.keyClick(made.number.control, Qt.Key.Key_Return)
    assert len(cells(made)) == 1
    made.number.control.selectAll()  # type: ignore[attr-defined]
    qtbot.keyClick(made.number.control, Qt.Key.Key_Delete)
    assert len(cells(made)) > 1


def test_a_number_that_no_record_has_is_refused_beside_it(
    qtbot: QtBot, language: str, page: SettingsPage
) -> None:
    made = history(page)
    qtbot.keyClicks(made.number.control, "R2026-77")
    qtbot.keyClick(made.number.control, Qt.Key.Key_Return)
    assert made.refusal()
    assert cells(made) == []
    made.number.set_value("")
    made.refresh_button.click()
    assert made.refusal() == ""
    assert cells(made) != []


def test_enter_opens_the_record_of_an_entry(qtbot: QtBot, page: SettingsPage, number: str) -> None:
    made = history(page)
    made.table.setFocus()
    qtbot.keyClick(made.table, Qt.Key.Key_Down)
    with qtbot.waitSignal(page.record_wanted) as told:
        qtbot.keyClick(made.table, Qt.Key.Key_Return)
    assert told.args == ["reception", "1"]


def test_the_check_of_the_trail_says_plainly_that_it_is_whole(
    qtbot: QtBot, language: str, page: SettingsPage, number: str
) -> None:
    made = history(page)
    with qtbot.waitSignal(made.check.ended, timeout=20_000):
        made.start_check()
        assert made.check_button.why_shut()
    assert made.check_button.isEnabled()
    assert re.search(r"[0-9a-f]{4}( [0-9a-f]{4}){3}", made.check.words())


def test_the_check_names_the_first_entry_that_does_not_follow(
    qtbot: QtBot, page: SettingsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> object:
        return iter((7, 9))

    monkeypatch.setattr("desk.models.history.broken_entries", broken)
    made = history(page)
    with qtbot.waitSignal(made.check.ended, timeout=20_000):
        made.start_check()
    assert "2 entries" in made.check.words()
    assert "entry 7" in made.check.words()
