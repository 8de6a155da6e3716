"""Searching while typing: groups, arrows, Enter, nothing found, and within a frame."""

import time
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desk.ui.kit.chips import Chip
from desk.ui.kit.result_list import Found, FoundGroup
from desk.ui.kit.search_line import SearchLine
from desk.ui.kit.theme import Tone
from tests.ui.samples import Deeds, nothing_yet, title, words


@pytest.fixture
def deeds() -> Deeds:
    return Deeds()


@pytest.fixture
def line(qtbot: QtBot, deeds: Deeds) -> Iterator[SearchLine]:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1000, 700)
    made = SearchLine(
        deeds.find, title=title, placeholder=words, nothing=nothing_yet, parent=window
    )
    made.setGeometry(10, 10, 400, 36)
    window.show()
    window.activateWindow()
    made.setFocus()
    yield made


def test_every_key_finds_at_once(line: SearchLine, deeds: Deeds, qtbot: QtBot) -> None:
    qtbot.keyClicks(line, "ctm")
    assert deeds.asked == ["c", "ct", "ctm"]
    assert line.results().isVisible()
    assert line.results().count() == 2


def test_the_first_thing_is_chosen_and_enter_opens_it(line: SearchLine, qtbot: QtBot) -> None:
    qtbot.keyClicks(line, "c")
    with qtbot.waitSignal(line.chosen) as told:
        qtbot.keyClick(line, Qt.Key.Key_Return)
    assert told.args[0].title == "陳大文"
    assert not line.results().isVisible()


def test_arrows_pass_over_titles_and_stop_at_the_ends(line: SearchLine, qtbot: QtBot) -> None:
    qtbot.keyClicks(line, "c")
    seen = []
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Up):
        qtbot.keyClick(line, key)
        seen.append(line.results().current())
    titles = [found.title for found in seen if found]
    assert titles == ["R2026-000002", "R2026-000002", "陳大文", "陳大文"]
    assert line.accessibleDescription().startswith("陳大文")


def test_a_scanned_code_opens_at_its_enter(line: SearchLine, qtbot: QtBot) -> None:
    with qtbot.waitSignal(line.chosen):
        qtbot.keyClicks(line, "R2026000002K")
        qtbot.keyClick(line, Qt.Key.Key_Return)


def test_nothing_found_says_what_to_try(line: SearchLine, qtbot: QtBot) -> None:
    qtbot.keyClicks(line, "nobody")
    assert line.results().isVisible()
    assert line.results().count() == 0
    with qtbot.assertNotEmitted(line.chosen, wait=20):
        qtbot.keyClick(line, Qt.Key.Key_Return)


def test_escape_closes_the_list_then_gives_the_line_up(line: SearchLine, qtbot: QtBot) -> None:
    qtbot.keyClicks(line, "c")
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert not line.results().isVisible()
    assert line.text() == "c"
    with qtbot.waitSignal(line.given_up):
        qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert line.text() == ""


def test_blanks_find_nothing(line: SearchLine, deeds: Deeds, qtbot: QtBot) -> None:
    qtbot.keyClicks(line, "  ")
    assert deeds.asked == []


def test_enter_opens_what_the_line_says_and_nothing_that_was_found_before(
    line: SearchLine, qtbot: QtBot
) -> None:
    qtbot.keyClicks(line, "c")
    line.clear()
    with qtbot.assertNotEmitted(line.chosen, wait=20):
        qtbot.keyClick(line, Qt.Key.Key_Return)
    line.setText("nobody")
    with qtbot.assertNotEmitted(line.chosen, wait=20):
        qtbot.keyClick(line, Qt.Key.Key_Return)
    line.setText("c")
    with qtbot.waitSignal(line.chosen) as told:
        qtbot.keyClick(line, Qt.Key.Key_Return)
    assert told.args[0].title == "陳大文"


def test_a_click_opens(line: SearchLine, qtbot: QtBot) -> None:
    qtbot.keyClicks(line, "c")
    view = line.results()._view
    place = view.visualRect(view.model().index(3, 0)).center()
    with qtbot.waitSignal(line.chosen) as told:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert told.args[0].kind == "reception"
    assert told.args[0].key == "2"


def test_the_list_goes_when_the_line_is_hidden(line: SearchLine, qtbot: QtBot) -> None:
    qtbot.keyClicks(line, "c")
    line.hide()
    assert not line.results().isVisible()


def test_a_key_is_painted_within_a_frame(line: SearchLine, deeds: Deeds, qtbot: QtBot) -> None:
    chip = Chip(Tone.DUE, "剩 2 小時")
    deeds.found = [
        FoundGroup(
            kind,
            [
                Found(
                    kind, str(number), f"陳大文 {number}", "A座12樓B室 · 9123 4567", chip, "person"
                )
                for number in range(5)
            ],
        )
        for kind in ("people", "units", "receptions", "complaints")
    ]
    took = []
    for letter in "abcdefghijklmnopqrstuvwxy":
        begun = time.process_time()
        qtbot.keyClick(line, letter)
        QApplication.processEvents()
        took.append(time.process_time() - begun)
    assert min(took) <= 0.0167
