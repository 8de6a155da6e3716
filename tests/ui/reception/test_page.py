"""The register's page: list, filters, export, and the household seen before a second entry."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from time import sleep
from unittest.mock import patch

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from python_calamine import CalamineWorkbook

from desk import wording
from desk.clock import FixedClock
from desk.domain.permissions import Role
from desk.domain.reception import ReceptionEntry
from desk.errors import EnvironmentFault
from desk.i18n import gettext
from desk.services import reception
from desk.services.workplace import Workplace
from desk.ui.kit.retranslate import speak
from desk.ui.kit.tasks import Task
from desk.ui.kit.toast import Toast
from desk.ui.reception import export as export_module
from desk.ui.reception.deeds import ReceptionDeeds
from desk.ui.reception.form import ReceptionForm
from desk.ui.reception.page import ReceptionPage
from desk.ui.shell.finding import people_of
from tests.ui.reception.conftest import Household, new_form
from tests.ui.reception.test_form import OWNER, pick, said, write


def numbers(page: ReceptionPage) -> list[str]:
    rows = (page.table.model().row_at(at) for at in range(page.table.row_count()))
    return [row.number for row in rows]


def words_in(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


def test_the_list_shows_the_newest_first(page: ReceptionPage, visits: list[str]) -> None:
    page.reload()
    assert numbers(page) == visits[::-1]


def test_a_visit_that_cannot_be_read_says_why_in_its_place(
    page: ReceptionPage, visits: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def busy(*_: object) -> None:
        raise EnvironmentFault("storage.busy")

    page.reload()
    page.table.record_chosen.emit(page.table.model().row_at(0))
    assert isinstance(page.open_form(), ReceptionForm)
    monkeypatch.setattr(ReceptionDeeds, "get", busy)
    for at in (1, 0):
        page.table.record_chosen.emit(page.table.model().row_at(at))
        note = page.open_form()
        assert isinstance(note, QLabel)
        assert note.text() == wording.sentence("storage.busy")


def test_a_late_entry_tells_both_times(
    page: ReceptionPage, workplace: Workplace, clock: FixedClock
) -> None:
    yesterday = clock.now() - dt.timedelta(days=1)
    reception.register(workplace, ReceptionEntry(yesterday, caller_name="王", request="問路"))
    page.reload()
    assert page.table.model().cell_text(0, 0) == "20/11/2026 14:30 entered 21/11/2026 14:30"


def test_the_household_appears_with_what_is_open_and_what_holds_today(
    page: ReceptionPage, visits: list[str]
) -> None:
    pick(new_form(page), OWNER)
    assert page.household.isVisible()
    assert not page.table.isVisible()
    told = words_in(page.household)
    assert "外遊，速遞代收" in told and "裝修" not in told
    assert "李美玲" in told and "9123 4567" in told
    titles = [case.title() for case in page.household.cases()]
    assert titles[:2] == ["態度差", "廚房漏水"]  # the open ones, before the last visits
    assert titles[2:] == ["補領門禁卡", "泳池開放時間"]


def test_an_empty_household_says_so(page: ReceptionPage) -> None:
    pick(new_form(page), "B座1室")
    told = words_in(page.household)
    for sentence in (
        "Nothing is open for this unit.",
        "Nobody is registered here.",
        "Nobody of this unit has come yet.",
    ):
        assert sentence in told


def test_the_list_comes_back_when_the_person_is_taken_back_or_served(page: ReceptionPage) -> None:
    form = new_form(page)
    pick(form, OWNER)
    form.person.search_again()
    assert page.table.isVisible()
    pick(form, OWNER)
    write(form, "request", "漏水")
    assert form.save()
    assert page.table.isVisible()
    assert page.table.chosen_id() == form.value().id


def test_an_open_case_is_looked_at_and_the_new_form_waits(
    page: ReceptionPage, qtbot: QtBot, visits: list[str]
) -> None:
    page.keeps_aside = True
    page.shown()
    form = new_form(page)
    pick(form, OWNER)
    open_case = page.household.cases()[1]
    with qtbot.waitSignal(page.set_aside, timeout=1000) as waiting:
        open_case.click()
    assert waiting.args == [form]
    opened = page.open_form()
    assert isinstance(opened, ReceptionForm)
    assert opened.value().number == visits[1]
    page.take_back(form)
    assert page.household.isVisible()


def test_an_open_complaint_is_asked_for_at_its_own_register(
    page: ReceptionPage, qtbot: QtBot, visits: list[str]
) -> None:
    pick(new_form(page), OWNER)
    with qtbot.waitSignal(page.complaint_chosen, timeout=1000) as chosen:
        page.household.cases()[0].click()
    assert chosen.args == [1]


def test_all_visits_of_a_unit_are_listed_and_that_is_taken_back(
    page: ReceptionPage, workplace: Workplace, visits: list[str], now: dt.datetime
) -> None:
    reception.register(workplace, ReceptionEntry(now, caller_name="王", request="問路"))
    pick(new_form(page), OWNER)
    page.household.all_button.click()
    assert numbers(page) == visits[::-1]
    assert page.asked.unit_button.text() == "A座12樓B室"
    page.asked.unit_button.click()
    assert len(numbers(page)) == 4


def test_moving_through_the_list_fills_the_open_form_and_keeps_what_was_typed(
    page: ReceptionPage, qtbot: QtBot, visits: list[str]
) -> None:
    page.keeps_aside = True
    page.shown()
    page.reload()
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Down)
    first = page.open_form()
    assert isinstance(first, ReceptionForm)
    qtbot.keyClick(page.table, Qt.Key.Key_Down)
    assert page.open_form() is first
    assert first.heading() == visits[1]
    write(first, "answer", "明天修")
    with qtbot.waitSignal(page.set_aside, timeout=1000) as waiting:
        qtbot.keyClick(page.table, Qt.Key.Key_Down)
    assert waiting.args == [first]
    assert first.field("answer").value() == "明天修"
    first.deleteLater()


FILTERS: list[tuple[dict[str, str], list[int]]] = [
    ({"kind": "help"}, [1]),
    ({"state": "open"}, [1]),
    ({"state": "waiting"}, [1]),
    ({"state": "waiting", "kind": "inquiry"}, []),
    ({"channel": "fax"}, []),
    ({"days": "yesterday"}, [2]),
    ({"days": "week", "state": "closed"}, [2, 0]),
    ({"days": "last_month"}, []),
    ({"clerk": "1"}, [2, 1, 0]),
]


@pytest.mark.parametrize(("asked", "expected"), FILTERS)
def test_filters_narrow_the_list_at_once(
    page: ReceptionPage, visits: list[str], asked: dict[str, str], expected: list[int]
) -> None:
    for key, code in asked.items():
        page.asked.bar.set_value(key, code)
    assert numbers(page) == [visits[at] for at in expected]


def test_any_span_of_days_can_be_typed(
    page: ReceptionPage, qtbot: QtBot, visits: list[str]
) -> None:
    page.asked.bar.set_value("days", "chosen")
    assert page.asked.first.isVisible()
    page.asked.first.setFocus()
    qtbot.keyClicks(page.asked.first, "19/11/2026")
    qtbot.keyClick(page.asked.first, Qt.Key.Key_Return)
    page.asked.last.setFocus()
    qtbot.keyClicks(page.asked.last, "19112026x")
    qtbot.keyClick(page.asked.last, Qt.Key.Key_Return)
    assert page.asked.last.property("refused") == "true"
    assert numbers(page) == [visits[2], visits[1]]


def test_typed_words_find_in_the_register_and_clearing_takes_everything_back(
    page: ReceptionPage, qtbot: QtBot, visits: list[str]
) -> None:
    page.asked.bar.set_value("state", "open")
    with qtbot.waitSignal(page.asked.changed, timeout=2000):
        qtbot.keyClicks(page.asked.words, "zdh")
    assert numbers(page) == [visits[1]]
    page.asked.bar.clear()
    assert page.asked.values() == {}
    assert len(numbers(page)) == 3


def test_words_are_gone_to_with_a_key_and_emptied_with_another(
    page: ReceptionPage, qtbot: QtBot, visits: list[str]
) -> None:
    qtbot.keyClick(page.table, Qt.Key.Key_F7)
    assert page.asked.words.hasFocus()
    qtbot.keyClicks(page.asked.words, "zdh")
    qtbot.keyClick(page.asked.words, Qt.Key.Key_Escape)
    assert page.asked.words.text() == ""


def test_an_empty_list_says_what_to_do_first(page: ReceptionPage) -> None:
    page.reload()
    assert "Press F2" in page.table.accessibleDescription()
    page.asked.bar.set_value("state", "open")
    assert page.table.accessibleDescription() == "Nothing matches these filters."


def test_the_filtered_list_is_written_to_a_file(
    page: ReceptionPage, qtbot: QtBot, visits: list[str], tmp_path: Path
) -> None:
    page.asked.bar.set_value("state", "open")
    target = tmp_path / "register"
    with patch.object(export_module, "choose_to_save", return_value=target):
        page.export_button.click()
    assert page.export_button.why_shut() == "The register is being exported."
    with qtbot.waitSignal(page.exporting.ended, timeout=10_000):
        pass
    assert page.export_button.isEnabled()
    book = CalamineWorkbook.from_path(str(tmp_path / "register.xlsx"))
    assert [row[0] for row in book.get_sheet_by_index(0).to_python()] == ["Number", visits[1]]
    toast = page.window().findChild(Toast)
    assert toast is not None and toast.text == "1 row was exported."


def test_a_failed_export_says_what_to_do(page: ReceptionPage, qtbot: QtBot, tmp_path: Path) -> None:
    with patch.object(export_module, "tell") as tell:
        page.exporting.write({}, tmp_path / "gone" / "register.xlsx")
        with qtbot.waitSignal(page.exporting.ended, timeout=10_000):
            pass
    assert tell.call_args.args[1] == "The folder is no longer there. Choose another one."


def test_an_export_tells_how_far_it_is_and_can_be_cancelled(
    page: ReceptionPage,
    qtbot: QtBot,
    deeds: ReceptionDeeds,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told: list[str] = []
    monkeypatch.setattr(deeds, "export", endless)
    with qtbot.waitSignal(page.exporting.started) as begun:
        page.exporting.write({}, tmp_path / "register.xlsx")
    task = begun.args[0]
    assert isinstance(task, Task)
    task.advanced.connect(partial(note, told))
    qtbot.waitUntil(partial(bool, told))
    with qtbot.waitSignal(task.cancelled):
        task.cancel()
    assert told[0] == "Exporting: 1,500 rows"
    assert page.export_button.isEnabled()


def endless(_asked: Mapping[str, str], _path: Path, progress: Callable[[int], None]) -> int:
    """An export that ends only when somebody stops it."""
    while True:
        progress(1_500)
        sleep(0.01)


def note(told: list[str], _done: int, _total: int, words: str) -> None:
    told.append(words)


def test_whoever_may_not_export_is_told_why(qtbot: QtBot, workplace: Workplace) -> None:
    clerk = replace(workplace, actor=replace(workplace.actor, role=Role.RECEPTIONIST))
    page = ReceptionPage(ReceptionDeeds(clerk, partial(people_of, clerk)))
    qtbot.addWidget(page)
    assert page.export_button.why_shut() == "Your role may not take the register out."


def test_a_narrow_list_keeps_the_columns_that_say_most(
    page: ReceptionPage, visits: list[str]
) -> None:
    assert not page.table.isColumnHidden(3)
    new_form(page)
    assert page.table.isColumnHidden(3) and page.table.isColumnHidden(4)
    page.panel.close_content()
    QApplication.processEvents()
    assert not page.table.isColumnHidden(3)


def test_a_narrow_window_says_in_the_form_what_the_household_would_show(
    page: ReceptionPage, visits: list[str]
) -> None:
    page.resize(700, 640)
    form = new_form(page)
    pick(form, OWNER)
    assert not page.household.isVisible()
    assert "2 open cases · 1 standing instruction" in said(form, "person")
    page.resize(1165, 640)
    QApplication.processEvents()
    assert page.household.isVisible()
    assert "2 open cases · 1 standing instruction" not in said(form, "person")


def test_typing_is_told_to_whoever_keeps_drafts(page: ReceptionPage, qtbot: QtBot) -> None:
    form = new_form(page)
    with qtbot.waitSignal(page.drafts_changed, timeout=1000):
        write(form, "request", "漏")
    with qtbot.waitSignal(page.drafts_changed, timeout=1000):
        write(form, "request", "漏水")


def test_everything_speaks_the_language_and_is_named(
    page: ReceptionPage, visits: list[str], language: str
) -> None:
    form = new_form(page)
    pick(form, OWNER)
    QApplication.processEvents()
    form.save()
    assert form.refusal("request") == gettext("Write down what was asked.")
    for button in page.findChildren(QPushButton):
        if button.isVisible():
            assert button.accessibleName().strip(), button
    assert gettext("Open cases") in words_in(page.household)


def test_the_language_changes_in_the_open_form_and_keeps_what_was_typed(
    page: ReceptionPage, visits: list[str], dressed: QApplication
) -> None:
    form = new_form(page)
    pick(form, OWNER)
    write(form, "request", "漏水")
    speak(dressed, "zh_Hant")
    assert form.field("request").value() == "漏水"
    assert page.household.isVisible()
    assert "未結案件" in words_in(page.household)


def test_a_closed_page_is_freed(
    freed: Callable[[Callable[[], QWidget]], bool], deeds: ReceptionDeeds, visits: list[str]
) -> None:
    def make() -> QWidget:
        page = ReceptionPage(deeds)
        page.shown()
        page.start_new()
        return page

    assert freed(make)


def test_the_household_of_the_page_is_not_asked_twice_for_the_same_unit(
    page: ReceptionPage, household: Household, deeds: ReceptionDeeds
) -> None:
    form = new_form(page)
    pick(form, OWNER)
    with patch.object(deeds, "picture", wraps=deeds.picture) as asked:
        form.unit_changed.emit(household.unit_id)
    assert asked.call_count == 0
