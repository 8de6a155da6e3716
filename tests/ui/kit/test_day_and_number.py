"""Fields for a day and for a whole number, and lists of choices in a narrow place."""

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desk.i18n import EstateFormat
from desk.ui.kit.amount_field import AmountField
from desk.ui.kit.choice_field import Choice, SegmentField
from desk.ui.kit.day_field import DayField
from desk.ui.kit.flow import Flow
from desk.ui.kit.number_field import NumberField
from desk.ui.kit.person_field import PersonField, PickedPerson
from desk.ui.kit.result_list import FoundGroup

TODAY = dt.date(2026, 11, 21)


def today() -> dt.date:
    return TODAY


def nobody(_words: str) -> Sequence[FoundGroup]:
    return []


def choices() -> list[Choice]:
    return [Choice("one", "1"), Choice("two", "2")]


@pytest.mark.parametrize(
    ("region", "calendar", "typed", "shown"),
    [
        ("HK", "gregorian", "1/12/2026", "01/12/2026"),
        ("CN", "gregorian", "2026-12-1", "2026/12/01"),
        ("TW", "roc", "115/12/1", "115/12/01"),
    ],
)
def test_a_day_is_typed_as_the_estate_writes_it(
    qtbot: QtBot, region: str, calendar: str, typed: str, shown: str
) -> None:
    field = DayField(EstateFormat.of(region, calendar), today)
    qtbot.addWidget(field)
    field.show()
    with qtbot.waitSignal(field.changed):
        qtbot.keyClicks(field.line, typed)
    field.line.editingFinished.emit()
    assert field.value() == dt.date(2026, 12, 1)
    assert field.draft() == shown


def test_what_is_no_day_is_refused_and_an_empty_line_is_none(qtbot: QtBot) -> None:
    field = DayField(EstateFormat.of("HK"), today)
    qtbot.addWidget(field)
    assert (field.value(), field.problem()) == (None, None)
    field.restore("tomorrow")
    assert field.value() is None
    assert field.problem() == "Write the day like 21/11/2026."


def test_a_number_takes_figures_alone_and_an_empty_line_is_nought(qtbot: QtBot) -> None:
    field = NumberField(figures=3)
    qtbot.addWidget(field)
    field.show()
    qtbot.keyClicks(field.line, "-1x2345")
    assert field.value() == 123
    qtbot.keyClick(field.line, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(field.line, Qt.Key.Key_Backspace)
    assert field.value() == 0


def test_a_number_is_typed_by_an_input_method_too(qtbot: QtBot) -> None:
    field = NumberField(figures=3)
    qtbot.addWidget(field)
    field.show()
    written = QInputMethodEvent()
    written.setCommitString("１２３")
    with qtbot.waitSignal(field.changed):
        QApplication.sendEvent(field.line, written)
    assert (field.value(), field.draft()) == (123, "123")


@pytest.mark.parametrize(
    ("typed", "read"),
    [("1,234.5", "1234.5"), ("１２", "12"), ("−3", "-3"), ("1,5", ""), ("1,,2", "")],
)
def test_a_comma_stands_between_thousands_alone(qtbot: QtBot, typed: str, read: str) -> None:
    field = AmountField()
    qtbot.addWidget(field)
    field.restore(typed)
    assert field.value() == (Decimal(read) if read else None)
    assert bool(field.problem()) is not bool(read)


def test_what_was_typed_to_find_somebody_is_not_passed_over(qtbot: QtBot) -> None:
    field = PersonField(nobody)
    qtbot.addWidget(field)
    field.show()
    qtbot.keyClicks(field.line, "12B")
    assert field.problem() == "Choose one of what was found, or empty the line."
    field.line.clear()
    assert field.problem() is None
    field.restore("12B")
    field.set_value(PickedPerson("unit", "7", "陳大文", ""))
    assert field.problem() is None


def test_a_part_is_never_wider_than_its_line(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    button = QPushButton("a very long name of a very long choice")
    Flow(window).addWidget(button)
    window.setFixedWidth(90)
    window.show()
    assert button.width() <= 90


def test_one_button_alone_is_marked_and_says_why(qtbot: QtBot) -> None:
    field = SegmentField(choices)
    qtbot.addWidget(field)
    field.mark_one("two", "Not yet.")
    marks = {
        one.text(): (one.property("refused"), one.accessibleDescription())
        for one in field.findChildren(QPushButton)
    }
    assert marks["2"] == ("true", "Not yet.")
    assert marks["1"][1] == ""
    field.mark_one("two", "")
    assert field.findChildren(QPushButton)[1].property("refused") == "false"
