"""The deeds of a record: which come next, and all of them with the reason why one is shut."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from desk.ui.kit.act import Act, ActGroup
from desk.ui.kit.act_bar import ActBar
from tests.ui.samples import words

RECORD = object()
WHY = "Nobody has answered yet\nThe callback is still to come"
GROUPS = (
    (ActGroup("early", words), ActGroup("late", words)),
    (ActGroup("leading", words, leads=True),),
)


def yes(_record: object) -> bool:
    return True


def is_open(_record: object) -> str:
    return ""


def is_shut(_record: object) -> str:
    return WHY


def deed(code: str, group: str, shut: Callable[[object], str] = is_open) -> Act:
    """One that comes next."""
    return Act(code, group, words, yes, shut, primary=yes)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """What the record stands in."""
    made = QWidget()
    qtbot.addWidget(made)
    return made


def bar_of(window: QWidget, *acts: Act, brief: bool = False) -> ActBar:
    """The bar of a record that has these deeds."""
    bar = ActBar(GROUPS, window, brief=brief)
    for button in (*bar.buttons, bar.more_button):
        button.setParent(window)
    bar.show_record(acts, RECORD)
    return bar


def next_codes(bar: ActBar) -> list[str]:
    return [act.code for act in bar.primary()]


def test_the_open_deeds_come_next_in_their_order_and_at_most_two(window: QWidget) -> None:
    acts = (deed("a", "early", is_shut), deed("b", "late"), deed("c", "early"), deed("d", "late"))
    assert next_codes(bar_of(window, *acts)) == ["b", "c"]


def test_a_group_that_leads_comes_before_the_others(window: QWidget) -> None:
    acts = (deed("a", "early"), deed("b", "late"), deed("c", "leading"))
    assert next_codes(bar_of(window, *acts)) == ["c", "a"]


def test_a_shut_deed_stands_there_only_where_none_is_open(window: QWidget) -> None:
    shut = (deed("a", "early", is_shut), deed("b", "leading", is_shut))
    assert next_codes(bar_of(window, *shut)) == ["a"]


def test_the_sheet_says_why_in_full_and_a_brief_one_in_a_line(window: QWidget) -> None:
    said = {}
    for brief in (False, True):
        sheet = bar_of(window, deed("a", "early", is_shut), brief=brief).open_sheet()
        assert sheet is not None
        said[brief] = sheet.findChildren(QLabel)[-1]
        assert sheet.line("a").why_shut() == WHY
    assert said[False].text() == WHY
    assert said[False].wordWrap()
    assert said[True].text() == WHY.replace("\n", " ")
    assert "callback" in said[True].toolTip()
    assert not said[True].wordWrap()


def test_a_brief_sheet_that_has_room_cuts_nothing(window: QWidget) -> None:
    bar = bar_of(window, deed("a", "early", is_shut), brief=True)
    window.resize(600, 700)
    bar.more_button.move(0, 650)
    sheet = bar.open_sheet()
    assert sheet is not None
    said = sheet.findChildren(QLabel)[-1]
    assert said.text() == WHY and said.wordWrap()
