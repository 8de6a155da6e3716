"""The hands of a clerk on a case: its deeds by key or click, their dialogs field by field."""

from collections import Counter

from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from desk.app import Program
from desk.domain.today import Section
from desk.services.workplace import Workplace
from desk.ui.complaint.record import ComplaintRecord
from desk.ui.kit.act_sheet import ActSheet
from desk.ui.kit.approval_dialog import ApprovalDialog
from desk.ui.kit.choice_field import ChoiceField, SegmentField
from desk.ui.kit.deed_dialog import DeedDialog
from desk.ui.kit.field import Field
from desk.ui.kit.field_set import FieldSet
from desk.ui.kit.many_field import ManyField
from desk.ui.kit.moment_field import MomentField
from desk.ui.kit.record_form import RecordForm
from desk.ui.shell.main_window import MainWindow
from desk.ui.today.lines import Shown
from desk.ui.today.page import TodayPage
from tests.conftest import PASSWORD
from tests.journeys.desk_hands import Hands, a, focused, show, take_over

Key = Qt.Key


class CaseHands:
    """One desk, and the case that is open at it."""

    def __init__(self, program: Program, hands: Hands) -> None:
        self._program, self.hands = program, hands

    @property
    def window(self) -> MainWindow:
        """The window of whoever sits at the desk."""
        return a(MainWindow, self._program.window)

    @property
    def record(self) -> ComplaintRecord:
        """The case as it stands open."""
        return a(ComplaintRecord, self.window.page().open_form())

    def workplace(self) -> Workplace:
        """What the window's deeds are done on."""
        return self._program.desk.deeds.workplace

    # Where it is found

    def today(self) -> list[tuple[Section, str]]:
        """The first page as it is now: part and number of every line."""
        self.hands.click(self.window.rail.button("today"))
        page = a(TodayPage, self.window.page())
        lines = page.list.lines.lines
        return [(line.section, line.number) for line in lines if isinstance(line, Shown)]

    def open_from_today(self, section: Section, number: str) -> None:
        """Down to its line, Enter."""
        lines = self.today()
        page = a(TodayPage, self.window.page())
        page.list.setFocus()
        self.hands.press(Key.Key_Home, *[Key.Key_Down] * lines.index((section, number)))
        self.hands.press(Key.Key_Return)

    def find(self, number: str) -> None:
        """Ctrl+K, the number, Enter."""
        self.hands.press_with_ctrl(Key.Key_K)
        self.hands.type(number)
        self.hands.press(Key.Key_Return)
        assert self.record.heading() == number

    def hand_over_to(self, login: str, number: str) -> None:
        """Another clerk comes to the desk, and opens the case."""
        take_over(self._program, self.hands, login)
        assert self.window.clerk().login == login
        self.find(number)

    # Deeds

    def do(self, code: str, **typed: object) -> None:
        """A deed asked for, typed and done; every field that is given, nothing else."""
        dialog = a(DeedDialog, self.ask(code))
        for key, value in typed.items():
            self.answer(dialog.fields, key, value)
        self.hands.press(Key.Key_F8)
        assert QApplication.activeModalWidget() is None, refusals(dialog)
        show(self.window)

    def ask(self, code: str) -> QDialog:
        """F8 for what comes next, the button beside what is missing, else the sheet of deeds."""
        record = self.record
        beside = record.blockers.button(code)
        if [act.code for act in record.bar.primary()[:1]] == [code]:
            self.hands.press(Key.Key_F8)
        elif beside is not None and record.blockers.isVisible():
            self.hands.click(beside)
        else:
            self.hands.click(self.sheet().line(code))
        return a(QDialog, show(QApplication.activeModalWidget()))

    def sheet(self) -> ActSheet:
        """F4: every deed of the case."""
        self.hands.press(Key.Key_F4)
        return a(ActSheet, QApplication.activePopupWidget())

    def why_shut(self, code: str) -> list[str]:
        """What the sheet says of a deed that is shut; Esc closes it."""
        sheet = self.sheet()
        why = sheet.line(code).why_shut().splitlines()
        self.hands.press(Key.Key_Escape)
        assert QApplication.activePopupWidget() is None
        return why

    def keys_wanted_twice(self) -> set[str]:
        """A key that two want answers nobody."""
        found = Counter(
            shortcut.key().toString()
            for shortcut in self.window.findChildren(QShortcut)
            if shortcut.isEnabled() and a(QWidget, shortcut.parent()).isVisible()
        )
        return {key for key, count in found.items() if count > 1}

    def approved_by(self, login: str) -> None:
        """A second person signs in over the clerk's shoulder: name, password, no note, Enter."""
        dialog = a(ApprovalDialog, QApplication.activeModalWidget())
        self.hands.type(login)
        self.hands.press(Key.Key_Return)
        self.hands.type(PASSWORD)
        self.hands.press(Key.Key_Return, Key.Key_Return)
        assert focused() is dialog.approve_button
        self.hands.press(Key.Key_Return)
        assert QApplication.activeModalWidget() is None, refusals(dialog)
        show(self.window)

    # Fields

    def answer(self, fields: FieldSet, key: str, value: object) -> None:
        """Type or choose, as the field is made."""
        field = fields.field(key)
        if isinstance(field, SegmentField | ManyField):
            for code in value if isinstance(value, list) else [value]:
                self.hands.click(field._buttons[str(code)])
        elif isinstance(field, ChoiceField):
            field.combo.setFocus()
            self.hands.press(Key.Key_Home)
            while field.value() != value:
                before = field.combo.currentIndex()
                self.hands.press(Key.Key_Down)
                assert field.combo.currentIndex() != before, f"{value} is not to be chosen"
        elif isinstance(field, MomentField):
            day, time = a(tuple, value)
            self._write(field.day, day)
            self._write(field.time, time)
        else:
            self._write(field, str(value))

    def _write(self, where: Field | QWidget, words: str) -> None:
        """Over whatever stands there."""
        where.setFocus()
        self.hands.press_with_ctrl(Key.Key_A)
        self.hands.type(words)


def refusals(asked: DeedDialog | ApprovalDialog | RecordForm) -> list[str]:
    """What stands beside the fields of what did not close."""
    said = [asked.refusal(key) for key in asked.fields.keys()]  # noqa: SIM118 - no mapping
    return [words for words in said if words]
