"""Coming in: sign-in, recovery, first run, help; in every language."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from unittest.mock import patch

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desk.domain.reasons import Reason
from desk.errors import EnvironmentFault, RuleRefused
from desk.i18n import LANGUAGES, _, speaking
from desk.ui.kit.retranslate import speak
from desk.ui.kit.tasks import Progress
from desk.ui.shell import code_step
from desk.ui.shell.clerk import Clerk
from desk.ui.shell.first_entry import FirstEntry
from desk.ui.shell.first_run import FirstRunWindow
from desk.ui.shell.help_page import HelpPage, help_path
from desk.ui.shell.sign_in import SignInWindow
from desk.wording import sentence
from tests.ui.conftest import Freed
from tests.ui.walk import guessing, unnamed

LEE = Clerk("lee", "李小姐", "receptionist")
CODE = "K7QF-2MXD-9RTA-PW4C"


class Entrance:
    """The deeds of coming in, answered from memory."""

    def __init__(self) -> None:
        self.fault: Exception | None = None
        self.begun: list[FirstEntry] = []
        self.printed: list[str] = []
        self.saved: list[Path] = []
        self.recovered: list[tuple[str, str, str]] = []

    def sign_in(self, login: str, password: str) -> Clerk:
        self._fail()
        return LEE

    def recover(self, code: str, login: str, password: str) -> Clerk:
        self._fail()
        self.recovered.append((code, login, password))
        return LEE

    def begin(self, entry: FirstEntry) -> str:
        self._fail()
        self.begun.append(entry)
        return CODE

    def sample(self, progress: Progress) -> str:
        assert threading.current_thread() is not threading.main_thread()
        for step in range(3):
            progress.step(step, 3)
        self._fail()
        return "sample"

    def print_code(self, code: str) -> None:
        self._fail()
        self.printed.append(code)

    def save_code(self, code: str, path: Path) -> None:
        self._fail()
        self.saved.append(path)

    def _fail(self) -> None:
        if self.fault is not None:
            raise self.fault


@pytest.fixture
def entrance() -> Entrance:
    return Entrance()


@pytest.fixture
def door(qtbot: QtBot, entrance: Entrance) -> Iterator[SignInWindow]:
    made = SignInWindow(entrance, "翠湖花園")
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    yield made


@pytest.fixture
def first(qtbot: QtBot, entrance: Entrance) -> Iterator[FirstRunWindow]:
    made = FirstRunWindow(entrance)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    yield made


def fill(first: FirstRunWindow) -> None:
    first.to_estate()
    first.estate.field("estate").set_value("翠湖花園")
    first.estate.field("region").set_value("TW")
    first.estate.field("calendar").set_value("roc")
    first.to_account()
    for key, value in (("name", "李小姐"), ("login", "lee")):
        first.account.field(key).set_value(value)
    for key in ("password", "again"):
        first.account.field(key).set_value("open sesame 1")


# Sign-in


def test_name_enter_password_enter_lets_in(door: SignInWindow, qtbot: QtBot) -> None:
    qtbot.keyClicks(door.form.login, "lee")
    qtbot.keyClick(door.form.login, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is door.form.password
    qtbot.keyClicks(door.form.password, "secret")
    with qtbot.waitSignal(door.signed_in) as told:
        qtbot.keyClick(door.form.password, Qt.Key.Key_Return)
    assert told.args == [LEE]


def test_a_wrong_password_is_said_and_leaves_the_screen(
    door: SignInWindow, entrance: Entrance
) -> None:
    entrance.fault = EnvironmentFault("sign_in.refused")
    door.form.login.setText("lee")
    door.form.password.setText("wrong")
    door.form.submit()
    assert door.form.refusal() == sentence("sign_in.refused")
    assert door.form.password.text() == ""
    assert door.form.login.text() == "lee"


def test_nothing_typed_asks_for_both(door: SignInWindow) -> None:
    door.form.submit()
    assert door.form.refusal() == _("Type your login name and your password.")


def test_a_password_is_never_shown(door: SignInWindow) -> None:
    assert door.form.password.echoMode() == QLineEdit.EchoMode.Password


def test_the_language_line_acts_at_once(
    door: SignInWindow, dressed: QApplication, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(door.language_wanted) as told:
        door.languages.button("zh_Hans").click()
    speak(dressed, told.args[0])
    assert door.languages.button("zh_Hans").isChecked()
    assert door.form.password.accessibleName() == _("Password") != "Password"


def test_the_recovery_code_gives_a_new_password(
    door: SignInWindow, entrance: Entrance, qtbot: QtBot
) -> None:
    door.form.login.setText("lee")
    door.lose()
    fields = door.recover.fields
    assert fields.field("login").value() == "lee"
    fields.field("code").set_value(CODE)
    fields.field("password").set_value("open sesame 1")
    fields.field("again").set_value("open sesame 1")
    with qtbot.waitSignal(door.signed_in):
        door.recover.submit()
    assert entrance.recovered == [(CODE, "lee", "open sesame 1")]


def test_two_different_passwords_are_refused_before_the_code_is_tried(
    door: SignInWindow, entrance: Entrance
) -> None:
    door.lose()
    door.recover.fields.field("password").set_value("one")
    door.recover.fields.field("again").set_value("two")
    door.recover.submit()
    assert door.recover.fields.cell("again").refusal()
    assert entrance.recovered == []


def test_a_refused_recovery_stands_beside_its_field(door: SignInWindow, entrance: Entrance) -> None:
    entrance.fault = RuleRefused(
        [Reason("account.password.short", "password", {"least": 8}), Reason("sign_in.refused")]
    )
    door.lose()
    door.recover.submit()
    assert door.recover.fields.cell("password").refusal()
    assert door.recover.refusal() == sentence("sign_in.refused")


def test_one_can_go_back_from_recovery(door: SignInWindow) -> None:
    door.lose()
    assert door.recover.isVisible()
    door.back_button.click()
    assert door.form.isVisible()
    assert not door.recover.isVisible()


# First run


def test_the_first_run_leads_to_a_confirmed_code(
    first: FirstRunWindow, entrance: Entrance, qtbot: QtBot
) -> None:
    fill(first)
    first.begin()
    assert entrance.begun == [
        FirstEntry("翠湖花園", "TW", "roc", "en", "李小姐", "lee", "open sesame 1")
    ]
    assert first.step() is first.code_step
    first.code_step.fields.field("tail").set_value("pw 4c")
    with qtbot.waitSignal(first.begun):
        first.code_step.confirm()


def test_a_code_that_was_not_written_down_does_not_open_the_desk(
    first: FirstRunWindow, qtbot: QtBot
) -> None:
    fill(first)
    first.begin()
    with qtbot.assertNotEmitted(first.begun, wait=20):
        first.code_step.confirm()
        first.code_step.fields.field("tail").set_value("ABCD")
        first.code_step.confirm()
    assert first.code_step.fields.cell("tail").refusal()


def test_the_code_can_be_printed_and_saved(
    first: FirstRunWindow, entrance: Entrance, tmp_path: Path
) -> None:
    fill(first)
    first.begin()
    first.code_step.print_code()
    with patch.object(code_step, "choose_to_save", return_value=tmp_path / "code.txt"):
        first.code_step.save_code()
    with patch.object(code_step, "choose_to_save", return_value=None):
        first.code_step.save_code()
    assert entrance.printed == [CODE]
    assert entrance.saved == [tmp_path / "code.txt"]


def test_a_printer_that_is_gone_is_said_and_the_code_stays(
    first: FirstRunWindow, entrance: Entrance
) -> None:
    fill(first)
    first.begin()
    entrance.fault = EnvironmentFault("storage.disk_full")
    first.code_step.print_code()
    assert first.code_step.said() == sentence("storage.disk_full")


def test_an_estate_without_a_name_goes_no_further(first: FirstRunWindow) -> None:
    first.to_estate()
    first.to_account()
    assert first.step() is first.estate_step
    assert first.estate.cell("estate").refusal()


def test_refusals_stand_beside_their_fields_on_whichever_step(
    first: FirstRunWindow, entrance: Entrance
) -> None:
    fill(first)
    entrance.fault = RuleRefused(
        [
            Reason("estate.name.missing", "estate"),
            Reason("account.login.form", "login"),
            Reason("account.password.short", "password", {"least": 8}),
        ]
    )
    first.begin()
    assert first.step() is first.account_step
    assert first.account.cell("login").refusal()
    assert first.account.cell("password").refusal()
    assert first.estate.cell("estate").refusal()
    entrance.fault = RuleRefused([Reason("estate.name.missing", "estate")])
    first.begin()
    assert first.step() is first.estate_step


def test_two_different_passwords_are_refused(first: FirstRunWindow, entrance: Entrance) -> None:
    fill(first)
    first.account.field("again").set_value("something else")
    first.begin()
    assert first.account.cell("again").refusal()
    assert entrance.begun == []


def test_one_can_look_around_in_a_sample(first: FirstRunWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(first.sampled) as told:
        first.sample_button.click()
        assert first.cancel_button.isVisible()
    assert told.args == ["sample"]


def test_a_sample_that_fails_says_why(
    first: FirstRunWindow, entrance: Entrance, qtbot: QtBot
) -> None:
    entrance.fault = EnvironmentFault("storage.disk_full")
    first.look_around()
    qtbot.waitUntil(lambda: bool(first.welcome_step.said()))
    assert first.welcome_step.said() == sentence("storage.disk_full")
    qtbot.waitUntil(first.set_up_button.isVisible)


# Help


def test_help_is_written_in_every_language() -> None:
    texts = []
    for code in LANGUAGES:
        with speaking(code):
            texts.append(help_path().read_text(encoding="utf-8"))
    assert len({text.count("\n## ") for text in texts}) == 1
    assert len(set(texts)) == len(LANGUAGES)


def test_help_follows_the_language(qtbot: QtBot, dressed: QApplication) -> None:
    page = HelpPage()
    qtbot.addWidget(page)
    speak(dressed, "zh_Hant")
    assert "前台" in page.text.toPlainText()
    speak(dressed, "en")
    assert "How the desk works" in page.text.toPlainText()


def test_help_fetches_nothing_and_opens_nothing(qtbot: QtBot) -> None:
    page = HelpPage()
    qtbot.addWidget(page)
    page.text.show_words("<b>x</b> ![](http://example.com/x.png) [y](http://example.com)")
    assert page.text.loadResource(2, QUrl("http://example.com/x.png")) is None
    assert not page.text.openLinks()
    assert not page.text.openExternalLinks()
    assert "<b>" in page.text.toPlainText()


def test_a_missing_help_file_is_said(qtbot: QtBot, tmp_path: Path) -> None:
    with patch("desk.ui.shell.help_page.resources_folder", return_value=tmp_path):
        page = HelpPage()
    qtbot.addWidget(page)
    assert page.text.toPlainText() == _("The help text is missing from this installation.")


# Every door, every language


def sign_in() -> QWidget:
    return SignInWindow(Entrance(), "翠湖花園")


def lost() -> QWidget:
    made = SignInWindow(Entrance())
    made.lose()
    return made


def first_run() -> QWidget:
    return FirstRunWindow(Entrance())


DOORS: list[Callable[[], QWidget]] = [sign_in, lost, first_run, HelpPage]


@pytest.mark.parametrize("make", DOORS)
def test_every_control_of_a_door_has_a_spoken_name(
    qtbot: QtBot, language: str, make: Callable[[], QWidget]
) -> None:
    window = make()
    qtbot.addWidget(window)
    assert unnamed(window) == []
    assert guessing(window) == []


@pytest.mark.parametrize("make", DOORS)
def test_a_closed_door_is_freed(freed: Freed, make: Callable[[], QWidget]) -> None:
    assert freed(make)
