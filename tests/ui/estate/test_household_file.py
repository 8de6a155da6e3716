"""The household file on the screen: a line of time with a door behind each entry (R57)."""

import datetime as dt

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desk import i18n
from desk.clock import FixedClock
from desk.domain.estate import ResidentEntry
from desk.domain.household_file import Group
from desk.domain.reception import ReceptionEntry
from desk.domain.room import Room
from desk.errors import EnvironmentFault
from desk.services import estate, reception, resident
from desk.services.household_file import FileRow
from desk.services.workplace import Workplace
from desk.ui.estate.deeds import EstateDeeds
from desk.ui.estate.household_file import HouseholdFilePanel
from desk.ui.estate.household_file_lines import Entry
from desk.ui.estate.household_file_words import entry_of
from desk.ui.estate.household_view import FILE, HouseholdView
from desk.ui.estate.page import EstatePage
from tests.ui.walk import guessing, unnamed

MANY = 60


@pytest.fixture
def unit_id(workplace: Workplace, clock: FixedClock) -> int:
    """A home with a resident and more visits than fit on a page of the file."""
    made = estate.add_unit(workplace, Room("A", "", "12", "B"))
    resident.add(workplace, made, ResidentEntry("陳大文", phones=("9123 4567",)))
    for number in range(MANY):
        clock.advance(dt.timedelta(hours=5))
        entry = ReceptionEntry(
            workplace.now(), caller_name="陳大文", request=f"第{number}次", unit_id=made
        )
        reception.register(workplace, entry)
    return made


@pytest.fixture
def panel(qtbot: QtBot, workplace: Workplace, unit_id: int) -> HouseholdFilePanel:
    panel = HouseholdFilePanel(EstateDeeds(workplace), unit_id)
    qtbot.addWidget(panel)
    panel.resize(520, 700)
    panel.show()
    return panel


def entries(panel: HouseholdFilePanel) -> list[Entry]:
    return [one for one in panel.lines.lines if isinstance(one, Entry)]


def test_the_newest_stands_first_under_its_day(panel: HouseholdFilePanel) -> None:
    assert isinstance(panel.lines.lines[0], str)
    first = entries(panel)[0]
    assert (first.detail, first.row.kind) == (f"陳大文 · 第{MANY - 1}次", "reception")
    days = [one for one in panel.lines.lines if isinstance(one, str)]
    assert len(days) == len(set(days))


def test_the_end_of_a_move_in_is_told_in_words(workplace: Workplace) -> None:
    row = FileRow(
        "move_in_event", 7, workplace.now(), "M2026-000001", "陳大文", "moved_out", "", "move_in", 1
    )
    entry = entry_of(row, workplace.estate.custom, {})
    assert (entry.title, entry.detail) == ("Move-in · Moved out · M2026-000001", "陳大文")
    assert entry.chip is None


def test_the_rest_comes_when_it_is_wanted(panel: HouseholdFilePanel) -> None:
    assert len(entries(panel)) < MANY
    top = QModelIndex()
    while panel.lines.canFetchMore(top):
        panel.lines.fetchMore(top)
    found = entries(panel)
    assert len(found) == MANY + 1
    assert found[-1].row.kind in {"reception", "resident"}
    days = [one for one in panel.lines.lines if isinstance(one, str)]
    assert len(days) == len(set(days))


def test_one_kind_alone_is_shown(panel: HouseholdFilePanel) -> None:
    panel.narrow(Group.PEOPLE)
    assert [one.title for one in entries(panel)] == ["陳大文"]
    panel.narrow(Group.PASSES)
    assert entries(panel) == []
    assert not panel.list.isVisible()
    panel.narrow(None)
    assert entries(panel)


def test_each_entry_is_a_door_to_its_record(qtbot: QtBot, panel: HouseholdFilePanel) -> None:
    first = entries(panel)[0]
    panel.list.setCurrentIndex(panel.lines.index(1))
    with qtbot.waitSignal(panel.record_wanted) as wanted:
        QTest.keyClick(panel.list, Qt.Key.Key_Return)
    assert wanted.args == ["reception", str(first.row.id)]
    with qtbot.waitSignal(panel.record_wanted):
        place = panel.list.visualRect(panel.lines.index(1)).center()
        QTest.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_a_day_opens_nothing(qtbot: QtBot, panel: HouseholdFilePanel) -> None:
    with qtbot.assertNotEmitted(panel.record_wanted):
        place = panel.list.visualRect(panel.lines.index(0)).center()
        QTest.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_what_cannot_be_read_is_said(
    panel: HouseholdFilePanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_given: object) -> None:
        raise EnvironmentFault("storage.busy")

    monkeypatch.setattr(panel._deeds, "file_entries", broken)
    panel.reload()
    assert panel.note.isVisible()
    assert panel.note.text()


def test_everything_has_a_name_and_guesses_no_markup(panel: HouseholdFilePanel) -> None:
    assert unnamed(panel) == []
    assert guessing(panel) == []
    with i18n.speaking("zh_Hant"):
        panel.retranslate()
        assert panel.list.accessibleName()
    assert unnamed(panel) == []


def test_the_household_leads_to_its_file_and_back(
    qtbot: QtBot, workplace: Workplace, unit_id: int
) -> None:
    page = EstatePage(EstateDeeds(workplace))
    qtbot.addWidget(page)
    page.resize(1366, 768)
    page.show()
    view = page.open_key(f"unit:{unit_id}")
    assert isinstance(view, HouseholdView)
    page.do(FILE, None)
    panel = page.open_form()
    assert isinstance(panel, HouseholdFilePanel)
    with qtbot.waitSignal(page.record_wanted):
        panel.list.opened.emit(entries(panel)[0])
    panel.back_button.click()
    assert isinstance(page.open_form(), HouseholdView)
