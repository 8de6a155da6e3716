"""Paper that comes home: a release pass from the counter to the gate and back to the desk, by keys.

Everything is done in the real windows: typed, printed, read from the picture of the paper as a
scanner would, scanned by key events into whatever has the keyboard, and taken home.
"""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from desk.app import Program
from desk.clock import FixedClock
from desk.config import DataFolder
from desk.domain.release_pass import State
from desk.models import history
from desk.services import release_pass, signed_paper
from desk.services.release_pass import Pass
from desk.services.workplace import Workplace
from desk.ui.kit.deed_dialog import DeedDialog
from desk.ui.kit.retranslate import speak
from desk.ui.paper.preview import Preview
from desk.ui.print_room.home_dialog import HomeDialog
from desk.ui.release_pass.form import PassForm
from desk.ui.release_pass.record import PassRecord
from desk.ui.shell.main_window import MainWindow
from tests.journeys.case_hands import CaseHands, refusals
from tests.journeys.case_office import CLERK, OFFICES, Office, prepare
from tests.journeys.desk_hands import Hands, a, come_in, focused, running, show, text_of

Key = Qt.Key
PASS = "P2026-000001"
THINGS = {"zh_Hant": ("三人沙發", "雪櫃 x2 台"), "zh_Hans": ("三人沙发", "冰箱 x2 台")}
GUARD = {"zh_Hant": "李保安", "zh_Hans": "李保安"}
GATE = {"zh_Hant": "東門", "zh_Hans": "东门"}


class Desk:
    """One clerk at one desk, and the pass that is open at it."""

    def __init__(self, program: Program, hands: Hands, clock: FixedClock, office: Office) -> None:
        self.program, self.hands, self.clock, self.office = program, hands, clock, office
        self.case = CaseHands(program, hands)

    @property
    def window(self) -> MainWindow:
        return a(MainWindow, self.program.window)

    @property
    def record(self) -> PassRecord:
        return a(PassRecord, self.window.page().open_form())

    def workplace(self) -> Workplace:
        return self.case.workplace()

    def known(self) -> Pass:
        return release_pass.get(self.workplace(), PASS)

    def go(self, register: str) -> None:
        self.hands.click(self.window.rail.button(register))

    def do(self, code: str, **typed: object) -> None:
        """F8 for the next deed, else F4 and its line; typed and done."""
        if [act.code for act in self.record.bar.primary()[:1]] == [code]:
            self.hands.press(Key.Key_F8)
        else:
            self.hands.press(Key.Key_F4)
            sheet = QApplication.activePopupWidget()
            assert sheet is not None
            self.hands.click(sheet.line(code))  # type: ignore[attr-defined]
        dialog = a(DeedDialog, show(QApplication.activeModalWidget()))
        for key, value in typed.items():
            self.case.answer(dialog.fields, key, value)
        self.hands.press(Key.Key_F8)
        assert is_gone(dialog), refusals(dialog)
        show(QApplication.activeModalWidget() or self.window)

    def scan(self, code: str) -> None:
        """The scanner types the code into whatever has the keyboard, a few milliseconds a key."""
        QTest.keyClicks(focused(), code, delay=2)
        QTest.keyClick(focused(), Key.Key_Return)
        QApplication.processEvents()


def is_gone(dialog: QDialog) -> bool:
    """Closed, and perhaps freed already."""
    return not isValid(dialog) or not dialog.isVisible()


@pytest.fixture(params=OFFICES, ids=[one.language for one in OFFICES])
def office(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[Office]:
    """Each office once; the next test begins in English again."""
    yield request.param
    speak(qapp, "en")


@pytest.fixture
def desk(
    qapp: QApplication, qtbot: QtBot, folder: DataFolder, clock: FixedClock, office: Office
) -> Iterator[Desk]:
    """The program on the office's folder, its clerk at the desk."""
    prepare(folder, clock, office)
    with running(qapp, folder, clock) as program:
        hands = Hands(qtbot)
        come_in(program, hands, CLERK)
        yield Desk(program, hands, clock, office)


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


def code_on(paper: Path) -> str:
    """The QR of the first page, read from its picture at 150 dpi."""
    document = pypdfium2.PdfDocument(paper.read_bytes())
    try:
        picture = document[0].render(scale=150 / 72).to_pil()
    finally:
        document.close()
    (found,) = zxingcpp.read_barcodes(picture, formats=zxingcpp.BarcodeFormat.QRCode)
    return str(found.text)


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
