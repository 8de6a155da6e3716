"""A scanner that types, played as key events and as the events of an input method."""

from collections.abc import Iterator, Sequence
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desk.domain import numbering, paper_code
from desk.ui.kit.line_field import LineField
from desk.ui.kit.scanner import OWN, Scanner
from desk.ui.kit.text_field import TextField

CODE = paper_code.write("P2026-000012", "release_pass", 0, "GQ85U")
SHEET = paper_code.write("C2026-000045", "complaint_sheet", 3)
WIDE = "".join(chr(ord(one) + 0xFEE0) for one in CODE)


class Time:
    """A clock that runs as a test wants."""

    def __init__(self) -> None:
        self.at = 10_000

    def __call__(self) -> int:
        return self.at


class Form(QWidget):
    """A half-finished form."""

    def __init__(self) -> None:
        super().__init__()
        self.line, self.sheet = LineField(200), TextField(2_000)
        self.line.set_value("陳大文的𠮷田家")
        self.sheet.set_value("大堂積水，\n無人處理。")
        self.short = QLineEdit("12")
        self.short.setMaxLength(4)
        self.combo = QComboBox()
        self.combo.addItems(["A座", "C座", "P座"])
        self.button = QPushButton("OK")
        box = QVBoxLayout(self)
        for part in (self.line, self.sheet, self.short, self.combo, self.button):
            box.addWidget(part)


class Desk:
    """The form, the scanner that listens to it, and what it heard."""

    def __init__(self, form: Form, time: Time) -> None:
        self.form, self.time = form, time
        self.scanner = Scanner(form, time)
        self.heard: list[str] = []
        self.scanner.scanned.connect(self.heard.append)

    def press(self, text: str, gap: int = 5, *, field: QWidget | None = None) -> None:
        """Each character as a key, so many milliseconds apart."""
        for one in text:
            self.time.at += gap
            target = field or QApplication.focusWidget()
            assert target is not None
            if one in "\n\t":
                QTest.keyClick(target, Qt.Key.Key_Return if one == "\n" else Qt.Key.Key_Tab)
            else:
                QTest.keyClicks(target, one)

    def compose(self, preedit: str = "", commit: str = "", gap: int = 5) -> None:
        """One event of an input method."""
        self.time.at += gap
        event = QInputMethodEvent(preedit, [])
        event.setCommitString(commit)
        target = QApplication.focusObject()
        assert target is not None
        QApplication.sendEvent(target, event)

    def settle(self) -> list[str]:
        """What was heard, once all is quiet."""
        QTest.qWait(160)
        return self.heard


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    form = Form()
    qtbot.addWidget(form)
    form.show()
    form.activateWindow()
    qtbot.waitActive(form)
    form.line.line.setFocus()
    form.line.line.end(False)
    yield Desk(form, Time())
    form.close()


def words(desk: Desk) -> Sequence[str]:
    """What stands in the form."""
    form = desk.form
    return (
        form.line.value(),
        form.sheet.value(),
        form.short.text(),
        form.combo.currentText(),
    )


@pytest.mark.parametrize("gap", [5, 30])
@pytest.mark.parametrize("end", ["\n", "\t", ""])
@pytest.mark.parametrize("code", [CODE, CODE.lower(), SHEET, numbering.scan_code("R2026-000123")])
def test_a_burst_is_a_code_and_leaves_the_field_as_it_was(
    desk: Desk, code: str, end: str, gap: int
) -> None:
    before = words(desk)
    line = desk.form.line.line
    line.setSelection(1, 3)
    desk.press(code + end, gap)
    assert desk.settle() == [code.upper()]
    assert words(desk) == before
    assert (line.selectionStart(), line.selectionLength()) == (1, 3)
    assert line.hasFocus()


@pytest.mark.parametrize("place", ["sheet", "short", "combo", "button"])
def test_wherever_the_keyboard_is_nothing_of_the_burst_stays(desk: Desk, place: str) -> None:
    before, pressed = words(desk), []
    desk.form.button.clicked.connect(pressed.append)
    field = getattr(desk.form, place)
    field.setFocus()
    desk.press(CODE + "\n")
    assert desk.settle() == [CODE]
    assert words(desk) == before
    assert pressed == []


def test_the_cursor_in_a_long_text_stays_where_it_was(desk: Desk) -> None:
    field = desk.form.sheet
    field.setFocus()
    sheet = field.findChild(QPlainTextEdit)
    assert sheet is not None
    cursor = sheet.textCursor()
    cursor.setPosition(3)
    sheet.setTextCursor(cursor)
    desk.press(CODE + "\n")
    assert desk.settle() == [CODE]
    assert sheet.textCursor().position() == 3


def test_what_was_typed_before_can_still_be_undone(desk: Desk) -> None:
    line = desk.form.line.line
    desk.press("x", 500)
    desk.press(CODE + "\n")
    desk.settle()
    assert line.text() == "陳大文的𠮷田家x"
    while line.isUndoAvailable():
        line.undo()
    assert line.text() == "陳大文的𠮷田家"


def test_keys_typed_right_before_a_burst_stay(desk: Desk) -> None:
    desk.press("AB", 300)
    desk.press(CODE + "\n")
    assert desk.settle() == [CODE]
    assert desk.form.line.value() == "陳大文的𠮷田家AB"


def test_a_fast_typist_is_never_taken_for_a_scanner(desk: Desk) -> None:
    desk.press(CODE + "\n", 75)
    assert desk.settle() == []
    assert desk.form.line.value() == "陳大文的𠮷田家" + CODE


def test_a_burst_whose_check_character_does_not_fit_is_typing(desk: Desk) -> None:
    wrong = CODE[:-1] + ("0" if CODE[-1] != "0" else "1")
    desk.press(wrong)
    assert desk.settle() == []
    assert desk.form.line.value().endswith(wrong)


def test_a_pause_within_makes_it_no_burst(desk: Desk) -> None:
    desk.press(CODE[:8])
    desk.press(CODE[8:] + "\n", 80)
    assert desk.settle() == []


@pytest.mark.parametrize("modifier", [Qt.KeyboardModifier.ControlModifier])
def test_a_shortcut_within_makes_it_no_burst(desk: Desk, modifier: Qt.KeyboardModifier) -> None:
    desk.press(CODE[:8])
    QTest.keyClick(desk.form.line.line, Qt.Key.Key_Home, modifier)
    desk.press(CODE[8:])
    assert desk.settle() == []


def test_a_late_enter_still_belongs_to_the_scanner(desk: Desk) -> None:
    entered: list[str] = []
    line = desk.form.short
    line.setFocus()
    line.returnPressed.connect(partial(entered.append, "entered"))
    desk.press(CODE)
    desk.settle()
    desk.press("\n", 100)
    assert entered == []
    desk.press("\n", 100)
    assert entered == ["entered"]


def test_an_enter_behind_another_key_is_the_clerks_own(desk: Desk) -> None:
    entered: list[str] = []
    line = desk.form.short
    line.setFocus()
    line.returnPressed.connect(partial(entered.append, "entered"))
    desk.press(CODE)
    desk.settle()
    desk.press("3\n", 100)
    assert entered == ["entered"]


def test_two_scans_are_two(desk: Desk) -> None:
    desk.press(CODE + "\n" + SHEET + "\n")
    assert desk.settle() == [CODE, SHEET]
    assert desk.form.line.value() == "陳大文的𠮷田家"


class Around(Form):
    """A form that knows whether something typed would be lost."""

    def __init__(self) -> None:
        super().__init__()
        self.dirty = False
        self.line.changed.connect(self.touch)

    def touch(self) -> None:
        self.dirty = True

    def is_dirty(self) -> bool:
        """Whether it would."""
        return self.dirty

    def untouched(self) -> None:
        """Gone again."""
        self.dirty = False


@pytest.mark.parametrize("typed", ["", "x"])
def test_a_form_has_to_lose_what_it_had_before(desk: Desk, typed: str) -> None:
    form = Around()
    form.setParent(desk.form)
    form.show()
    form.line.line.setFocus()
    desk.press(typed, 500)
    desk.press(CODE + "\n")
    assert desk.settle() == [CODE]
    assert form.is_dirty() == bool(typed)


# With an input method on


@pytest.mark.parametrize("code", [CODE, CODE.lower(), WIDE, WIDE.lower()])
@pytest.mark.parametrize("gap", [5, 30])
def test_characters_committed_one_by_one(desk: Desk, code: str, gap: int) -> None:
    for one in code:
        desk.compose(commit=one, gap=gap)
    assert desk.settle() == [CODE]
    assert desk.form.line.value() == "陳大文的𠮷田家"


@pytest.mark.parametrize("end", ["commit", "enter", "none"])
@pytest.mark.parametrize("joint", ["", "'"])
def test_a_composition_that_grows(desk: Desk, end: str, joint: str) -> None:
    desk.form.line.line.setSelection(0, 2)
    for length in range(1, len(CODE) + 1):
        desk.compose(preedit=joint.join(CODE[:length].lower()))
    if end == "commit":
        desk.compose(commit=CODE.lower())
    if end == "enter":
        desk.press("\n")
    assert desk.settle() == [CODE]
    assert desk.form.line.value() == "陳大文的𠮷田家"


def test_a_code_that_is_committed_at_once_needs_its_enter(desk: Desk) -> None:
    desk.compose(commit=CODE)
    assert desk.settle() == []
    assert desk.form.line.value().endswith(CODE)
    desk.form.line.set_value("")
    desk.compose(commit=CODE, gap=500)
    desk.press("\n")
    assert desk.settle() == [CODE]
    assert desk.form.line.value() == ""


def test_capitals_as_keys_and_figures_through_the_input_method(desk: Desk) -> None:
    for one in CODE:
        if one.isalpha():
            desk.press(one)
        else:
            desk.compose(commit=one)
    desk.press("\n")
    assert desk.settle() == [CODE]
    assert desk.form.line.value() == "陳大文的𠮷田家"


def test_somebody_who_composes_a_code_slowly_keeps_it(desk: Desk) -> None:
    for length in range(1, len(CODE) + 1):
        desk.compose(preedit=CODE[:length], gap=180)
    desk.compose(commit=CODE, gap=180)
    assert desk.settle() == []
    assert desk.form.line.value().endswith(CODE)


def test_words_composed_at_once_are_left_alone(desk: Desk) -> None:
    for preedit, commit in (("ni", ""), ("nih", ""), ("", "你好"), ("C", ""), ("", "C")):
        desk.compose(preedit, commit)
    assert desk.settle() == []
    assert desk.form.line.value() == "陳大文的𠮷田家你好C"


# When it does not listen


def test_while_it_is_stopped_it_hears_nothing(desk: Desk) -> None:
    desk.scanner.stop()
    desk.press(CODE)
    assert desk.settle() == []
    assert desk.form.line.value().endswith(CODE)
    desk.scanner.start()
    desk.press(SHEET, 30)
    assert desk.settle() == [SHEET]


def test_a_field_that_wants_codes_keeps_them(desk: Desk) -> None:
    line = desk.form.line.line
    line.setProperty(OWN, True)
    desk.press(CODE)
    assert desk.settle() == []
    assert line.text().endswith(CODE)


def test_the_field_may_go_while_it_is_being_typed_into(desk: Desk) -> None:
    passing = QLineEdit(desk.form)
    passing.show()
    passing.setFocus()
    desk.press(CODE[:6])
    passing.deleteLater()
    QTest.qWait(1)
    desk.form.line.line.setFocus()
    desk.press(CODE + "\n")
    assert desk.settle() == [CODE]


def test_the_time_of_the_key_counts_and_not_that_of_a_busy_program(desk: Desk) -> None:
    line = desk.form.line.line
    for place, one in enumerate(CODE):
        desk.time.at += 200  # the search ran in between
        event = QKeyEvent(QKeyEvent.Type.KeyPress, ord(one), Qt.KeyboardModifier.NoModifier, one)
        event.setTimestamp(5_000 + 8 * place)
        QApplication.sendEvent(line, event)
    assert desk.settle() == [CODE]
    assert desk.form.line.value() == "陳大文的𠮷田家"
