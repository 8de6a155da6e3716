"""Scenes of the window itself: search, tray, lock, menu, notes, messages."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from desk.errors import EnvironmentFault
from desk.i18n import _
from desk.ui.kit import notify
from desk.ui.kit.tasks import Progress, Task
from desk.ui.reception.form import ReceptionForm
from desk.ui.shell.main_window import MainWindow
from tests.gallery.stage import Stage


def _searched(stage: Stage, text: str) -> None:
    window = stage.desk()
    stage.type(window.bar.search, text)


def search_initials(stage: Stage) -> None:
    """By the initials of a name."""
    _searched(stage, stage.estate.initials())


def search_room(stage: Stage) -> None:
    """By the room."""
    _searched(stage, stage.estate.household.unit.label)


def search_phone(stage: Stage) -> None:
    """By the last digits of a phone."""
    _searched(stage, stage.estate.phone_tail())


def search_number(stage: Stage) -> None:
    """By a record's number."""
    _searched(stage, "C2026-000002")


def search_words(stage: Stage) -> None:
    """By words of what was asked."""
    _searched(stage, stage.estate.words["visits"]["inquiry"][0][0][2:4])


def search_nothing(stage: Stage) -> None:
    """Nothing is found."""
    _searched(stage, "zzqx 9999")


def tray(stage: Stage) -> None:
    """Two forms wait while a third resident is served."""
    window = stage.desk()
    told = stage.estate.words["visits"]["help"]
    people = [stage.estate.household.residents[0].name, stage.estate.words["surnames"][0]]
    for number, text in enumerate(people):
        form = window.page().start_new()
        assert isinstance(form, ReceptionForm)
        stage.type(form.person.line, text)
        stage.press(form.person.line, Qt.Key.Key_Return)
        form.field("request").set_value(told[number][0])
    window.start_new()


def locked(stage: Stage) -> None:
    """Ctrl+L."""
    stage.desk().lock()


def switching(stage: Stage) -> None:
    """Another clerk comes."""
    window = stage.desk()
    window.switch_clerk()
    stage.type(window.cover.form.login, "reception2")
    stage.type(window.cover.form.password, "wrong")
    window.cover.form.button.click()


def clerk_menu(stage: Stage) -> None:
    """Who is at the desk, and what she can do about it."""
    window = stage.desk()
    menu = window.bar.tile.menu()
    assert isinstance(menu, QMenu)
    stage.drop(menu, window.bar.tile)


def help_page(stage: Stage) -> None:
    """The help."""
    stage.desk("help")


def exporting(stage: Stage) -> None:
    """The register is being exported."""
    window = stage.desk(login="supervisor")
    task = Task(_idle, window)
    window.status.follow(task)
    task.advanced.emit(1200, 3000, _("The register is being exported."))


def exported(stage: Stage) -> None:
    """The export is done."""
    window = stage.desk(login="supervisor")
    window.page().exporting._done(1204)  # type: ignore[attr-defined]


def export_failed(stage: Stage) -> None:
    """The disk is full."""
    window = stage.desk(login="supervisor")
    fault = EnvironmentFault("file.disk_full")
    _tell(stage, window, notify.fault_words(fault))


def bug(stage: Stage) -> None:
    """Something went wrong in the program."""
    _tell(
        stage,
        stage.desk(),
        _("Something went wrong in the program. What you were typing is kept."),
        _("A report without personal data was written to: {path}").format(
            path="desk/logs/crash-20261121-063000.txt"
        ),
    )


def sample_accounts(stage: Stage) -> None:
    """The sample estate was written: its accounts."""
    lines = "\n".join(f"{login}\tsample-123456" for login in stage.estate.passwords)
    _tell(
        stage,
        stage.desk(login="admin"),
        _("The accounts of the sample estate and their passwords:"),
        lines,
        warning=False,
    )


def second_program(stage: Stage) -> None:
    """Another program has the folder."""
    _tell(stage, stage.desk(), notify.fault_words(EnvironmentFault("storage.second_program")))


def narrow(stage: Stage) -> None:
    """Text at 200 %: half as wide."""
    window = stage.desk()
    window.resize(683, 384)
    page = window.page()
    page.open_key(_first_id(window))


def _first_id(window: MainWindow) -> str:
    return str(window.page()._deeds.page({}, None).rows[0].id)  # type: ignore[attr-defined]


def _tell(
    stage: Stage, window: MainWindow, text: str, detail: str = "", *, warning: bool = True
) -> None:
    stage.cover(notify.told_box(window, text, detail, warning=warning))


def _idle(_progress: Progress) -> None:
    """Work that is never begun."""


SCENES: dict[str, Callable[[Stage], None]] = {
    "search-initials": search_initials,
    "search-room": search_room,
    "search-phone-tail": search_phone,
    "search-number": search_number,
    "search-words": search_words,
    "search-nothing": search_nothing,
    "waiting-forms": tray,
    "clerk-menu": clerk_menu,
    "locked": locked,
    "switching-clerk-refused": switching,
    "export-running": exporting,
    "export-done": exported,
    "export-failed": export_failed,
    "bug": bug,
    "sample-accounts": sample_accounts,
    "second-program": second_program,
    "narrow-record": narrow,
    "help": help_page,
}
