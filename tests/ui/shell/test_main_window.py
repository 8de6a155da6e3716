"""The window: pages, search, waiting forms, lock, switch, language, narrow screens."""

import time
from collections.abc import Iterator
from unittest.mock import patch

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desk.errors import EnvironmentFault
from desk.i18n import _
from desk.i18n import language as spoken_language
from desk.ui.kit.record_form import RecordForm
from desk.ui.kit.retranslate import speak
from desk.ui.kit.tasks import Progress
from desk.ui.kit.toast import Toast
from desk.ui.shell import main_window
from desk.ui.shell.main_window import MainWindow
from desk.ui.shell.registers import Clerk
from tests.ui.conftest import Freed
from tests.ui.samples import Deeds, Pages, VisitForm

LEE = Clerk("lee", "李小姐", "receptionist")


@pytest.fixture
def deeds() -> Deeds:
    return Deeds()


@pytest.fixture
def window(qtbot: QtBot, deeds: Deeds) -> Iterator[MainWindow]:
    made = MainWindow(Pages().entries(), deeds, LEE, estate="翠湖花園", idle_minutes=0)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.tasks.close()


def half_finished(window: MainWindow, words: str) -> VisitForm:
    form = window.page().start_new()
    assert isinstance(form, VisitForm)
    form.restore({"request": words})
    return form


def test_the_first_register_is_open_and_marked(window: MainWindow) -> None:
    assert window.page() is window.go("reception")
    assert window.rail.button("reception").isChecked()
    assert "翠湖花園" in window.windowTitle()


def test_pages_are_made_when_they_are_first_visited(qtbot: QtBot, deeds: Deeds) -> None:
    pages = Pages()
    with patch.object(pages, "visits", wraps=pages.visits) as made:
        window = MainWindow(pages.entries(), deeds, LEE, idle_minutes=0)
        qtbot.addWidget(window)
        assert made.call_count == 0
        window.show()
        assert made.call_count == 1
        window.go("complaint")
        window.go("complaint")
        assert made.call_count == 2


def test_f2_starts_something_new_on_the_open_page(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F2)
    assert isinstance(window.page().open_form(), VisitForm)


def test_the_new_button_says_what_would_be_new(window: MainWindow, language: str) -> None:
    assert window.bar.new_button.text() == _("New")
    assert "F2" in window.bar.new_button.accessibleName()


@pytest.mark.parametrize(
    ("key", "modifier"),
    [
        (Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_F7, Qt.KeyboardModifier.NoModifier),
    ],
)
def test_the_search_box_is_one_key_away(
    window: MainWindow, qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier
) -> None:
    qtbot.keyClick(window, key, modifier)
    assert QApplication.focusWidget() is window.bar.search


def test_f7_belongs_to_a_page_that_looks_in_its_own_list(window: MainWindow, qtbot: QtBot) -> None:
    own = QShortcut(QKeySequence("F7"), window.page())
    window.go("complaint")
    window.go("reception")
    with qtbot.waitSignal(own.activated):
        qtbot.keyClick(window, Qt.Key.Key_F7)
    assert QApplication.focusWidget() is not window.bar.search
    window.go("complaint")
    qtbot.keyClick(window, Qt.Key.Key_F7)
    assert QApplication.focusWidget() is window.bar.search


def test_a_found_thing_opens_in_its_register(window: MainWindow, qtbot: QtBot) -> None:
    window.go("complaint")
    qtbot.keyClicks(window.bar.search, "ctm")
    qtbot.keyClick(window.bar.search, Qt.Key.Key_Return)
    assert window.rail.button("reception").isChecked()
    form = window.page().open_form()
    assert isinstance(form, VisitForm)
    assert form.value().number == 3


def test_a_found_thing_without_a_register_is_said(window: MainWindow) -> None:
    assert window.open("key_custody", "1") is None


def test_counts_stand_on_the_rail_and_are_spoken(window: MainWindow, language: str) -> None:
    window.refresh_counts()
    button = window.rail.button("reception")
    assert button.count() == 3
    assert "3" in button.accessibleName()


def test_what_a_role_may_not_see_is_not_on_the_rail(
    window: MainWindow, deeds: Deeds, qtbot: QtBot
) -> None:
    assert window.rail.button("settings").isHidden()
    deeds.allowed.add("manage")
    other = MainWindow(Pages().entries(), deeds, LEE, idle_minutes=0)
    qtbot.addWidget(other)
    assert not other.rail.button("settings").isHidden()


def test_the_foot_says_what_was_saved_in_the_clerks_language(
    window: MainWindow, dressed: QApplication
) -> None:
    assert half_finished(window, "half").save()
    assert "R2026-000121" in window.status.last()
    speak(dressed, "zh_Hant")
    assert window.status.last() == _("Saved: {title}").format(title="R2026-000121")


# Waiting forms


def test_something_new_lets_the_half_finished_form_wait(window: MainWindow) -> None:
    first = half_finished(window, "half")
    window.start_new()
    assert [waiting.form for waiting in window.tray.waiting()] == [first]
    window.tray.buttons()[0].click()
    assert window.page().open_form() is first
    assert first.field("request").value() == "half"
    assert window.tray.waiting() == []


def test_f9_sets_a_form_aside(window: MainWindow, qtbot: QtBot) -> None:
    form = half_finished(window, "half")
    form.setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F9)
    assert len(window.tray.waiting()) == 1
    assert window.page().open_form() is None


def test_several_forms_wait_and_each_comes_back_where_it_belongs(window: MainWindow) -> None:
    half_finished(window, "one")
    half_finished(window, "two")
    window.go("complaint")
    half_finished(window, "three")
    window.start_new()
    assert len(window.tray.buttons()) == 2
    window.tray.buttons()[0].click()
    assert window.rail.button("reception").isChecked()
    form = window.page().open_form()
    assert isinstance(form, VisitForm)
    assert form.field("request").value() == "one"


def test_drafts_hold_what_waits_and_what_is_open(window: MainWindow) -> None:
    half_finished(window, "one")
    half_finished(window, "two")
    contents = [draft.content["request"] for draft in window.drafts()]
    assert contents == ["one", "two"]
    assert len({draft.key for draft in window.drafts()}) == 2


def test_drafts_come_back_after_a_restart(window: MainWindow, deeds: Deeds, qtbot: QtBot) -> None:
    half_finished(window, "one")
    window.page().open_key("7")
    changed = window.page().open_form()
    assert isinstance(changed, VisitForm)
    changed.restore({"request": "changed"})
    kept = window.drafts()
    again = MainWindow(Pages().entries(), deeds, LEE, idle_minutes=0)
    qtbot.addWidget(again)
    again.restore_drafts(kept)
    assert len(again.tray.waiting()) == 2
    again.tray.buttons()[1].click()
    form = again.page().open_form()
    assert isinstance(form, VisitForm)
    assert form.value().number == 7
    assert form.draft() == kept[1].content
    assert form.draft_key == kept[1].key


def test_typing_asks_for_drafts_to_be_kept(window: MainWindow, qtbot: QtBot) -> None:
    form = half_finished(window, "")
    with qtbot.waitSignal(window.drafts_changed, timeout=4000):
        qtbot.keyClicks(form.field("room").control, "12")


# Lock and switch


def visible_texts(window: MainWindow) -> str:
    return " ".join(
        label.text() for label in window.findChildren(QLabel) if label.isVisibleTo(window)
    )


def test_ctrl_l_hides_everything_of_the_estate(window: MainWindow, qtbot: QtBot) -> None:
    window.page().open_key("7")
    main_window.say(window, "Saved R2026-000007")
    qtbot.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert window.is_locked()
    assert "R2026" not in visible_texts(window)
    toast = window.findChild(Toast)
    assert toast is not None
    assert not toast.isVisible()
    assert not window.rail.isVisible()


def test_keys_do_nothing_behind_the_lock(window: MainWindow, qtbot: QtBot) -> None:
    window.lock()
    for key in (Qt.Key.Key_F2, Qt.Key.Key_F8, Qt.Key.Key_F7):
        qtbot.keyClick(window, key)
    assert window.page().open_form() is None
    assert QApplication.focusWidget() is window.cover.form.password


def test_a_lock_keeps_half_finished_forms(window: MainWindow, qtbot: QtBot) -> None:
    form = half_finished(window, "half")
    window.lock()
    window.cover.form.password.setText("secret")
    qtbot.keyClick(window.cover.form.password, Qt.Key.Key_Return)
    assert not window.is_locked()
    assert window.page().open_form() is form
    assert form.field("request").value() == "half"


def test_another_clerk_takes_over_and_forms_stay(
    window: MainWindow, deeds: Deeds, qtbot: QtBot
) -> None:
    form = half_finished(window, "half")
    window.switch_clerk()
    window.cover.form.login.setText("chan")
    window.cover.form.password.setText("secret")
    with qtbot.waitSignal(window.clerk_changed) as told:
        window.cover.form.submit()
    assert told.args[0].login == "chan"
    assert window.clerk().name == "chan先生"
    assert "chan先生" in window.bar.tile.accessibleName()
    assert window.page().open_form() is form


def test_the_lock_closes_what_stands_over_the_window(window: MainWindow) -> None:
    dialog = QDialog(window)
    dialog.open()
    window.lock()
    assert not dialog.isVisible()


class Owing(QDialog):
    """A dialog that stays until it was answered."""

    def reject(self) -> None:
        """Not yet."""


def test_the_lock_hides_what_waits_for_an_answer_and_brings_it_back(
    window: MainWindow, qtbot: QtBot
) -> None:
    owing, ended = Owing(window), Owing(window)
    for dialog in (owing, ended):
        dialog.open()
    window.lock()
    assert not owing.isVisible()
    assert not ended.isVisible()
    ended.accept()
    window.cover.form.password.setText("secret")
    with qtbot.waitSignal(window.cover.opened):
        window.cover.form.submit()
    assert owing.isVisible()
    assert not ended.isVisible()
    owing.accept()


@pytest.mark.parametrize("how", ["note", "fault"])
def test_a_draft_whose_record_cannot_be_opened_goes_on_waiting(
    window: MainWindow, deeds: Deeds, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    window.page().open_key("7")
    form = window.page().open_form()
    assert isinstance(form, VisitForm)
    form.restore({"request": "half"})
    kept = window.drafts()
    again = MainWindow(Pages().entries(), deeds, LEE, idle_minutes=0)
    qtbot.addWidget(again)
    again.restore_drafts(kept)

    def resume(*_: object) -> QLabel:
        if how == "fault":
            raise EnvironmentFault("storage.busy")
        return QLabel()

    monkeypatch.setattr(again.page(), "resume", resume)
    again.tray.buttons()[0].click()
    assert again.drafts() == kept


def test_a_desk_left_alone_locks_itself(window: MainWindow) -> None:
    window.idle.set_minutes(1 / 60_000)
    QApplication.processEvents()
    time.sleep(0.01)
    window.idle.look()
    assert window.is_locked()


# Language, narrow screens, closing


def test_the_language_changes_at_once(window: MainWindow, dressed: QApplication) -> None:
    form = half_finished(window, "half")
    for code in ("zh_Hant", "zh_Hans", "en"):
        speak(dressed, code)
        assert form.save_button.text() == _("Save")
        assert window.bar.search.placeholderText() == _(
            "Room, name, initials, phone tail or number"
        )
    assert form.field("request").value() == "half"


def test_the_tile_offers_the_three_languages(window: MainWindow, qtbot: QtBot) -> None:
    menu = window.bar.tile._languages
    assert [action.data() for action in menu.actions()] == ["en", "zh_Hant", "zh_Hans"]
    with qtbot.waitSignal(window.language_wanted) as told:
        menu.actions()[1].trigger()
    assert told.args == ["zh_Hant"]
    assert spoken_language() == "en"


@pytest.mark.parametrize("size", [(1366, 768), (1024, 600), (683, 384)])
def test_the_window_fits_small_and_enlarged_screens(
    window: MainWindow, size: tuple[int, int]
) -> None:
    half_finished(window, "half")
    window.start_new()
    window.resize(*size)
    QApplication.processEvents()
    assert (window.width(), window.height()) == size


def test_a_slim_rail_still_speaks(window: MainWindow, language: str) -> None:
    window.resize(800, 600)
    QApplication.processEvents()
    button = window.rail.button("complaint")
    assert button.width() < 80
    assert _("Search everything") in button.toolTip()


def test_closing_keeps_drafts_and_stops_work(window: MainWindow, qtbot: QtBot) -> None:
    def work(progress: Progress) -> None:
        while True:
            progress.check()

    half_finished(window, "half")
    task = window.tasks.run(work)
    with patch.object(main_window, "ask", return_value=False):
        assert not window.close()
    with (
        patch.object(main_window, "ask", return_value=True),
        qtbot.waitSignal(window.drafts_changed),
    ):
        assert window.close()
    assert task.is_cancelled()


def test_a_closed_window_is_freed(freed: Freed) -> None:
    def make() -> QWidget:
        return MainWindow(Pages().entries(), Deeds(), LEE, idle_minutes=10)

    assert freed(make)


def test_the_forms_of_a_page_are_record_forms(window: MainWindow) -> None:
    assert isinstance(half_finished(window, "x"), RecordForm)
