"""Paper that comes home: a release pass from the counter to the gate and back to the desk, by keys.

Everything is done in the real windows: typed, printed, read from the picture of the paper as a
scanner would, scanned by key events into whatever has the keyboard, and taken home.
"""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from desk.clock import FixedClock
from desk.config import DataFolder
from desk.domain.release_pass import State
from desk.models import history
from desk.services import release_pass, signed_paper
from desk.services.release_pass import Pass
from desk.ui.paper.preview import Preview
from desk.ui.print_room.home_dialog import HomeDialog
from desk.ui.release_pass.form import PassForm
from desk.ui.release_pass.record import PassRecord
from tests.journeys.case_hands import refusals
from tests.journeys.case_office import Office
from tests.journeys.desk_hands import a, show, text_of
from tests.journeys.record_hands import RecordHands, code_on, is_gone

Key = Qt.Key
PASS = "P2026-000001"
THINGS = {"zh_Hant": ("三人沙發", "雪櫃 x2 台"), "zh_Hans": ("三人沙发", "冰箱 x2 台")}
GUARD = {"zh_Hant": "李保安", "zh_Hans": "李保安"}
GATE = {"zh_Hant": "東門", "zh_Hans": "东门"}


class Desk(RecordHands):
    """One clerk at one desk, and the pass that is open at it."""

    @property
    def record(self) -> PassRecord:
        return a(PassRecord, self.window.page().open_form())

    def known(self) -> Pass:
        return release_pass.get(self.workplace(), PASS)


@pytest.fixture
def desk(
    qapp: QApplication, qtbot: QtBot, folder: DataFolder, clock: FixedClock, office: Office
) -> Iterator[Desk]:
    """The program on the office's folder, its clerk at the desk."""
    with Desk.opened(qapp, qtbot, folder, clock, office) as desk:
        yield desk


def test_a_pass_goes_from_the_counter_to_the_gate_and_comes_home_signed(
    desk: Desk, office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    it_is_written_down(desk, office)
    it_is_issued_when_its_locks_hold(desk, office)
    paper = it_is_printed(desk, tmp_path, monkeypatch)
    code = code_on(paper)
    said = text_of(paper)
    wanted = (PASS, GATE[office.language], office.residents[0])
    assert [words for words in wanted if words not in said] == []
    it_leaves_by_the_gate(desk, office)
    it_is_scanned_home(desk, office, code)
    workplace = desk.workplace()
    (print_row,) = signed_paper.of_record(workplace, "release_pass", desk.known().detail.id)
    assert print_row.signed_by == office.residents[0]
    with workplace.reading() as reader:
        assert list(history.broken_entries(reader)) == []


def it_is_written_down(desk: Desk, office: Office) -> None:
    """F2, the person by initials, the things line by line, the gate."""
    desk.go("release_pass")
    desk.hands.press(Key.Key_F2)
    form = a(PassForm, desk.window.page().open_form())
    desk.hands.type(office.initials[0])
    desk.hands.press(Key.Key_Return)
    assert form.field("applicant").value() == office.residents[0]
    desk.case.answer(form.fields, "kind", "bulky_goods")
    form.items.setFocus()
    for line in THINGS[office.language]:
        desk.hands.type(line)
        desk.hands.press(Key.Key_Return)
    desk.case.answer(form.fields, "gate", GATE[office.language])
    desk.hands.press(Key.Key_F8)
    assert desk.record.heading() == PASS, (form.summary(), refusals(form))
    assert [one.quantity for one in desk.known().items] == [1, 2]


def it_is_issued_when_its_locks_hold(desk: Desk, office: Office) -> None:
    """The owner is on the phone; before that the issue is shut and says why."""
    issue = desk.record.bar.act("issue")
    assert issue is not None
    assert issue.shut(desk.known())
    desk.do("confirm_owner", owner="phone")
    desk.do("issue")
    assert desk.known().detail.state == State.ISSUED
    for one in QApplication.topLevelWidgets():
        if isinstance(one, QDialog) and one.isVisible():
            one.reject()  # its paper is offered at once; here it is printed by its own key
    show(desk.window)


def it_is_printed(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Ctrl+P, Ctrl+S: what is saved is logged."""
    path = tmp_path / "pass.pdf"
    monkeypatch.setattr("desk.ui.paper.preview.choose_to_save", lambda *_words: path)
    desk.hands.press_with_ctrl(Key.Key_P)
    preview = a(Preview, show(QApplication.activeModalWidget()))
    assert preview.fault() == ""
    desk.hands.press_with_ctrl(Key.Key_S)
    desk.hands.press(Key.Key_Escape)
    assert QApplication.activeModalWidget() is None
    show(desk.window)
    return path


def it_leaves_by_the_gate(desk: Desk, office: Office) -> None:
    """The guard calls; everything has left."""
    desk.clock.moment += dt.timedelta(minutes=20)
    desk.do("left", guard=GUARD[office.language])
    assert desk.known().detail.state == State.LEFT


def it_is_scanned_home(desk: Desk, office: Office, code: str) -> None:
    """Scanned on the first page, under the search box: the record, and who signed."""
    desk.go("today")
    desk.hands.press_with_ctrl(Key.Key_K)
    desk.hands.type("abc")
    desk.scan(code)
    dialog = a(HomeDialog, show(QApplication.activeModalWidget()))
    assert desk.record.heading() == PASS
    desk.case.answer(dialog.fields, "signed_by", office.residents[0])
    desk.hands.press(Key.Key_F8)
    assert is_gone(dialog), refusals(dialog)
    show(desk.window)
