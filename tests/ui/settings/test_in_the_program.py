"""The settings in the whole window: what holds there at once, and what from the next start."""

import os
from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk import app as composition
from desk import i18n
from desk.app import Program
from desk.clock import FixedClock
from desk.config import DataFolder, Settings
from desk.domain.reception import ReceptionEntry
from desk.i18n import language
from desk.services import reception
from desk.services.workplace import Workplace
from desk.ui.kit.record_form import RecordForm
from desk.ui.settings.estate import EstateSection
from desk.ui.settings.history import HistorySection
from desk.ui.settings.my_account import MyAccount
from desk.ui.settings.page import SettingsPage
from desk.ui.shell.main_window import MainWindow


@pytest.fixture
def program(
    dressed: QApplication, folder: DataFolder, workplace: Workplace, clock: FixedClock
) -> Iterator[Program]:
    made = Program(dressed, folder, clock)
    made.show_desk(workplace)
    yield made
    window = window_of(made)
    window.idle.set_minutes(0)
    window.close()
    window.deleteLater()


def window_of(program: Program) -> MainWindow:
    assert isinstance(program.window, MainWindow)
    return program.window


def settings_of(program: Program) -> SettingsPage:
    page = window_of(program).go("settings")
    assert isinstance(page, SettingsPage)
    return page


def test_another_region_holds_in_the_whole_window_and_no_form_is_lost(
    program: Program,
) -> None:
    before = window_of(program)
    before.go("reception")
    form = before.page().start_new()
    assert isinstance(form, RecordForm)
    form.field("request").set_value("泳池開放時間")
    form.field("request").changed.emit()
    section = settings_of(program).show_section("estate")
    assert isinstance(section, EstateSection)
    section.estate.fields.field("name").set_value("翠湖花園")
    section.estate.fields.field("region").set_value("TW")
    section.estate.submit()
    after = window_of(program)
    assert after is not before
    assert "翠湖花園" in after.windowTitle()
    assert [one.register for one in after.drafts()] == ["reception"]
    page = after.page()
    assert isinstance(page, SettingsPage)
    assert page.tabs.value() == "estate"
    assert i18n._("Estate") == "社區"


def test_a_language_chosen_before_stays_when_the_estate_changes(program: Program) -> None:
    section = settings_of(program).show_section("account")
    assert isinstance(section, MyAccount)
    section.languages.button("zh_Hans").click()
    assert language() == "zh_Hans"
    estate = settings_of(program).show_section("estate")
    assert isinstance(estate, EstateSection)
    estate.estate.submit()
    assert language() == "zh_Hans"


def test_new_means_an_account_only_while_the_accounts_are_open(program: Program) -> None:
    page, button = settings_of(program), window_of(program).bar.new_button
    assert not button.isEnabled()
    page.show_section("accounts")
    assert button.isEnabled()
    page.show_section("history")
    assert not button.isEnabled()


def test_an_entry_of_the_history_leads_to_its_record(
    qtbot: QtBot, program: Program, workplace: Workplace
) -> None:
    entry = ReceptionEntry(
        happened_at=workplace.now(), caller_name="曾德華", request="泳池開放時間"
    )
    reception.register(workplace, entry)
    section = settings_of(program).show_section("history")
    assert isinstance(section, HistorySection)
    section.record_wanted.emit("reception", "1")
    assert window_of(program).rail.button("reception").isChecked()


def test_the_minutes_of_this_pc_are_those_of_its_window(
    program: Program, folder: DataFolder, workplace: Workplace
) -> None:
    replace(Settings(), idle_minutes=30).save(folder.settings)
    window = program.show_desk(workplace)
    assert window.idle._limit == 30 * 60_000
    section = settings_of(program).show_section("estate")
    assert isinstance(section, EstateSection)
    section.lock.fields.field("minutes").set_value("5")
    section.lock.submit()
    assert window.idle._limit == 5 * 60_000


@pytest.mark.parametrize(("percent", "factor"), [(100, None), (150, "1.5"), (200, "2.0")])
def test_the_size_of_the_text_is_told_to_qt_before_the_window(
    monkeypatch: pytest.MonkeyPatch, percent: int, factor: str | None
) -> None:
    monkeypatch.delenv("QT_SCALE_FACTOR", raising=False)
    monkeypatch.setattr(os, "environ", dict(os.environ))
    composition._scale_text(percent)
    assert os.environ.get("QT_SCALE_FACTOR") == factor


def test_a_language_of_the_entrance_does_not_undo_what_the_settings_kept(
    program: Program, folder: DataFolder
) -> None:
    replace(Settings(), text_scale=150).save(folder.settings)
    program._speak_here("zh_Hans")
    kept = Settings.load(folder.settings)
    assert (kept.text_scale, kept.language) == (150, "zh_Hans")
