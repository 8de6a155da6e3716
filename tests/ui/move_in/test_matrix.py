"""The matrix of papers: a key a finding, nothing else written."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desk.domain.move_in import DocumentEntry
from desk.ui.kit.retranslate import speak
from desk.ui.move_in.matrix_field import AUTHENTIC, COPY, ORIGINAL, MatrixField
from tests.services.move_in_course import MoveInCourse

Key = Qt.Key
UNTICKED, TICKED = Qt.CheckState.Unchecked, Qt.CheckState.Checked


@pytest.fixture
def field(course: MoveInCourse) -> Iterator[MatrixField]:
    """Notice, contract, identity paper, one photo: nothing is there yet."""
    made = MatrixField(course.written().documents, course.today)
    made.show()
    yield made
    made.close()
    made.deleteLater()


def press(field: MatrixField, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(field.grid, key)


def box(field: MatrixField, row: int, column: int) -> Qt.CheckState:
    item = field.grid.item(row, column)
    assert item is not None
    return item.checkState()


def test_nothing_found_is_nothing_to_write(field: MatrixField) -> None:
    assert [one.wanted.rule.code for one in field._papers] == [
        "notice",
        "contract",
        "identity",
        "photo",
    ]
    assert field.value() == []


def test_one_key_each_for_original_copy_and_authentic(
    field: MatrixField, course: MoveInCourse
) -> None:
    for key, column in ((Key.Key_O, ORIGINAL), (Key.Key_C, COPY), (Key.Key_A, AUTHENTIC)):
        assert box(field, 0, column) == UNTICKED
        press(field, key)
        assert box(field, 0, column) == TICKED
    day = course.today
    assert field.value() == [
        DocumentEntry("notice", received_on=day, original=True, copy=True, authentic=True)
    ]
    press(field, Key.Key_O, Key.Key_C, Key.Key_A)
    assert field.value() == []


def test_space_says_all_of_it_and_goes_on_to_the_next_paper(field: MatrixField) -> None:
    press(field, *[Key.Key_Space] * 4)
    found = {one.code: one for one in field.value()}
    assert set(found) == {"notice", "contract", "identity", "photo"}
    assert (found["identity"].original, found["identity"].authentic) == (True, True)
    assert (found["photo"].original, found["photo"].copy, found["photo"].authentic) == (
        False,
        True,
        None,
    )


def test_a_photo_has_no_original_to_be_seen_and_nothing_to_judge(field: MatrixField) -> None:
    press(field, Key.Key_End)
    field.grid.setCurrentCell(3, 0)
    press(field, Key.Key_O, Key.Key_A, Key.Key_D)
    assert field.value() == []
    assert field.grid.item(3, ORIGINAL).text() == "—"


def test_what_is_doubtful_is_said_in_words(field: MatrixField) -> None:
    press(field, Key.Key_Down, Key.Key_D)
    (found,) = field.value()
    assert (found.code, found.authentic) == ("contract", False)
    assert field.grid.item(1, AUTHENTIC).text() == "Doubtful"


def test_delete_takes_everything_back(field: MatrixField) -> None:
    press(field, Key.Key_Space, Key.Key_Up, Key.Key_Delete)
    assert field.value() == []


def test_a_click_ticks_and_the_name_of_a_paper_does_not(field: MatrixField) -> None:
    field.grid.clicked.emit(field.grid.model().index(0, COPY))
    assert field.value()[0].copy
    field.grid.clicked.emit(field.grid.model().index(0, 0))
    assert len(field.value()) == 1


def test_enter_leads_on_without_finding_anything(field: MatrixField) -> None:
    heard: list[bool] = []
    field.entered.connect(lambda: heard.append(True))
    press(field, Key.Key_Return)
    assert heard
    assert field.value() == []


def test_the_grid_speaks_the_language_of_the_window(field: MatrixField, qapp: object) -> None:
    speak(qapp, "zh_Hant")  # type: ignore[arg-type]
    assert field.grid.item(1, 0).text() == "買賣合約"
    speak(qapp, "zh_Hans")  # type: ignore[arg-type]
    assert field.grid.item(1, 0).text() == "购房合同"
