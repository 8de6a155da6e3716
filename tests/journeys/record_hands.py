"""One clerk at one desk with a record open at it: its deeds, its papers, the scanner."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import ClassVar, Self

import pypdfium2
import zxingcpp
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from desk.app import Program
from desk.clock import FixedClock
from desk.config import DataFolder
from desk.services.workplace import Workplace
from desk.ui.kit.deed_dialog import DeedDialog
from desk.ui.kit.shown_record import ShownRecord
from desk.ui.kit.toast import Toast
from desk.ui.shell.main_window import MainWindow
from tests.journeys.case_hands import CaseHands, refusals
from tests.journeys.case_office import CLERK, Office, prepare
from tests.journeys.desk_hands import Hands, a, come_in, focused, running, show

Key = Qt.Key


class RecordHands:
    """`BREATH` is how many milliseconds are waited after a scan: an Enter that comes sooner still
    belongs to the code."""

    BREATH: ClassVar[int] = 0

    def __init__(self, program: Program, hands: Hands, clock: FixedClock, office: Office) -> None:
        self.program, self.hands, self.clock, self.office = program, hands, clock, office
        self.case = CaseHands(program, hands)

    @classmethod
    @contextmanager
    def opened(
        cls, qapp: QApplication, qtbot: QtBot, folder: DataFolder, clock: FixedClock, office: Office
    ) -> Iterator[Self]:
        """The program on the office's folder, its clerk at the desk."""
        prepare(folder, clock, office)
        with running(qapp, folder, clock) as program:
            hands = Hands(qtbot)
            come_in(program, hands, CLERK)
            yield cls(program, hands, clock, office)

    @property
    def window(self) -> MainWindow:
        return a(MainWindow, self.program.window)

    @property
    def shown(self) -> ShownRecord:
        return a(ShownRecord, self.window.page().open_form())

    def workplace(self) -> Workplace:
        return self.case.workplace()

    def go(self, register: str) -> None:
        self.hands.click(self.window.rail.button(register))

    def go_on(self, minutes: int) -> None:
        self.clock.moment += dt.timedelta(minutes=minutes)

    def find(self, number: str) -> None:
        """Ctrl+K, the number, Enter: what goes wrong on the way is told where it does."""
        line = self.window.bar.search
        self.hands.press_with_ctrl(Key.Key_K)
        assert focused() is line, focused()
        self.hands.type(number)
        assert line.text() == number
        assert number in line.results().current_words()
        self.hands.press(Key.Key_Return)
        said = [one.text for one in self.window.findChildren(Toast)]
        assert self.window.page().open_form() is not None, said

    def begin(self, code: str) -> DeedDialog:
        """F8 for what comes next, else F4 and its line."""
        if [act.code for act in self.shown.bar.primary()[:1]] == [code]:
            self.hands.press(Key.Key_F8)
        else:
            self.hands.press(Key.Key_F4)
            sheet = QApplication.activePopupWidget()
            assert sheet is not None
            self.hands.click(sheet.line(code))  # type: ignore[attr-defined]
        return a(DeedDialog, show(QApplication.activeModalWidget()))

    def finish(self, dialog: DeedDialog) -> None:
        """F8 does it."""
        self.hands.press(Key.Key_F8)
        assert is_gone(dialog), refusals(dialog)
        show(QApplication.activeModalWidget() or self.window)

    def do(self, code: str, **typed: object) -> None:
        """A deed with what is typed into its fields."""
        dialog = self.begin(code)
        for key, value in typed.items():
            self.case.answer(dialog.fields, key, value)
        self.finish(dialog)

    def scan(self, code: str) -> None:
        """The scanner types the code into whatever has the keyboard, a few milliseconds a key."""
        QTest.keyClicks(focused(), code, delay=2)
        QTest.keyClick(focused(), Key.Key_Return)
        QTest.qWait(self.BREATH) if self.BREATH else QApplication.processEvents()


def is_gone(dialog: QDialog) -> bool:
    """Closed, and perhaps freed already."""
    return not isValid(dialog) or not dialog.isVisible()


def code_on(paper: Path) -> str:
    """The QR of the first page, read from its picture at 150 dpi."""
    document = pypdfium2.PdfDocument(paper.read_bytes())
    try:
        picture = document[0].render(scale=150 / 72).to_pil()
    finally:
        document.close()
    (found,) = zxingcpp.read_barcodes(picture, formats=zxingcpp.BarcodeFormat.QRCode)
    return str(found.text)
