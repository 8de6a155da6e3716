"""Scenes before the desk is open: first run, recovery code, signing in."""

from collections.abc import Callable

from PySide6.QtCore import Qt

from desk.ui.shell.first_run import FirstRunWindow
from desk.ui.shell.sign_in import SignInWindow
from tests.gallery.estates import CODE
from tests.gallery.stage import Stage


def _first(stage: Stage) -> FirstRunWindow:
    window = stage.first_run()
    assert isinstance(window, FirstRunWindow)
    return window


def welcome(stage: Stage) -> None:
    """An empty folder."""
    _first(stage)


def writing_sample(stage: Stage) -> None:
    """The sample estate is being written."""
    window = _first(stage)
    window._show_busy(True)
    window._advanced(46, 120, "")


def estate_step(stage: Stage) -> None:
    """What the estate is called and where it lies."""
    window = _first(stage)
    window.to_estate()
    window.estate.field("estate").set_value(stage.estate.words["estate"])
    window.estate.field("region").set_value(stage.estate.script.region)
    window.estate.field("region").changed.emit()
    calendar = "roc" if stage.estate.script.region == "TW" else "gregorian"
    window.estate.field("calendar").set_value(calendar)


def estate_refused(stage: Stage) -> None:
    """An estate without a name."""
    window = _first(stage)
    window.to_estate()
    window.to_account()


def account_refused(stage: Stage) -> None:
    """Two passwords that differ."""
    window = _first(stage)
    estate_name(window, stage)
    window.to_account()
    for key, value in (
        ("name", stage.estate.words["staff"][0]),
        ("login", "admin"),
        ("password", "open sesame 1"),
        ("again", "open sesame 2"),
    ):
        window.account.field(key).set_value(value)
    window.begin()


def recovery_code(stage: Stage) -> None:
    """The code is shown once."""
    window = _first(stage)
    window.show_step(window.code_step)
    window.code_step.show_code(CODE)


def recovery_code_refused(stage: Stage) -> None:
    """The last characters were not read from the paper."""
    recovery_code(stage)
    window = stage.window
    assert isinstance(window, FirstRunWindow)
    window.code_step.fields.field("tail").set_value("1234")
    window.code_step.confirm()


def estate_name(window: FirstRunWindow, stage: Stage) -> None:
    """Fill the estate step."""
    window.to_estate()
    window.estate.field("estate").set_value(stage.estate.words["estate"])


def _door(stage: Stage) -> SignInWindow:
    window = stage.sign_in()
    assert isinstance(window, SignInWindow)
    return window


def sign_in(stage: Stage) -> None:
    """Name and password."""
    window = _door(stage)
    stage.type(window.form.login, "reception")
    stage.type(window.form.password, "sample-12")


def sign_in_refused(stage: Stage) -> None:
    """A wrong password."""
    window = _door(stage)
    stage.type(window.form.login, "reception")
    stage.type(window.form.password, "wrong")
    stage.press(window.form.password, Qt.Key.Key_Return)


def recovery(stage: Stage) -> None:
    """A password is lost; the code was mistyped."""
    window = _door(stage)
    window.form.login.setText("reception")
    window.lose()
    fields = window.recover.fields
    fields.field("code").set_value(CODE)
    for key in ("password", "again"):
        fields.field(key).set_value("open sesame 1")
    window.recover.submit()


SCENES: dict[str, Callable[[Stage], None]] = {
    "first-run-welcome": welcome,
    "first-run-writing-sample": writing_sample,
    "first-run-estate": estate_step,
    "first-run-estate-refused": estate_refused,
    "first-run-account-refused": account_refused,
    "first-run-recovery-code": recovery_code,
    "first-run-recovery-code-refused": recovery_code_refused,
    "sign-in": sign_in,
    "sign-in-refused": sign_in_refused,
    "sign-in-recovery-refused": recovery,
}
