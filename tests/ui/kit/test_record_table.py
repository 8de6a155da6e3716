"""The paged list: any number of rows, the keyboard, what is empty and what went wrong."""

import time

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.errors import EnvironmentFault
from desk.i18n import _
from desk.ui.kit.record_model import Page
from desk.ui.kit.record_table import RecordTable
from desk.ui.kit.retranslate import speak
from tests.ui.samples import COLUMNS, PAGE, Book, Visit, id_of, nothing_yet, title


def table_of(book: Book, qtbot: QtBot) -> RecordTable[Visit]:
    table = RecordTable(COLUMNS, book.fetch, id_of, title=title, empty=nothing_yet)
    qtbot.addWidget(table)
    table.resize(900, 600)
    table.show()
    QApplication.processEvents()
    return table


def test_nothing_is_read_before_it_is_asked_for(qtbot: QtBot) -> None:
    book = Book(1000)
    table_of(book, qtbot)
    assert book.asked == []


def test_the_first_page_alone_is_read_at_first(qtbot: QtBot) -> None:
    book = Book(1_000_000)
    table = table_of(book, qtbot)
    table.reload()
    assert book.asked == [None]
    assert table.row_count() == PAGE


def test_scrolling_to_the_end_reads_the_next_page_by_key(qtbot: QtBot) -> None:
    book = Book(1000)
    table = table_of(book, qtbot)
    table.reload()
    QApplication.processEvents()
    table.verticalScrollBar().setValue(table.verticalScrollBar().maximum())
    QApplication.processEvents()
    assert book.asked[:2] == [None, 1000 - PAGE + 1]
    assert table.row_count() >= 2 * PAGE


def test_the_last_page_ends_the_list(qtbot: QtBot) -> None:
    book = Book(PAGE + 1)
    table = table_of(book, qtbot)
    table.reload()
    model = table.model()
    assert model.canFetchMore(QModelIndex())
    model.fetchMore(QModelIndex())
    assert table.row_count() == PAGE + 1
    assert not model.canFetchMore(QModelIndex())


def test_moving_tells_which_record_was_chosen(qtbot: QtBot) -> None:
    table = table_of(Book(10), qtbot)
    table.reload()
    table.setFocus()
    with qtbot.waitSignal(table.record_chosen) as told:
        qtbot.keyClick(table, Qt.Key.Key_Down)
    assert told.args[0].number in (10, 9)


def test_enter_opens_the_chosen_record(qtbot: QtBot) -> None:
    table = table_of(Book(10), qtbot)
    table.reload()
    table.choose(7)
    with qtbot.waitSignal(table.record_opened) as told:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert told.args == [Visit(7)]


def test_a_reload_keeps_the_choice_and_tells_nobody(qtbot: QtBot) -> None:
    table = table_of(Book(100), qtbot)
    table.reload()
    table.choose(95)
    told: list[Visit] = []
    table.record_chosen.connect(told.append)
    table.reload()
    assert table.chosen_id() == 95
    assert told == []


def test_a_changed_record_is_shown_in_its_place(qtbot: QtBot) -> None:
    table = table_of(Book(10), qtbot)
    table.reload()
    table.refresh_row(Visit(4, who="李小龍"))
    assert table.row_count() == 10
    assert "李小龍" in str(table.model().index(6, 1).data())


def test_a_new_record_comes_on_top(qtbot: QtBot) -> None:
    table = table_of(Book(10), qtbot)
    table.reload()
    table.refresh_row(Visit(11))
    assert table.row_count() == 11
    assert "000011" in str(table.model().index(0, 0).data())


def test_an_empty_list_says_what_to_do_first(qtbot: QtBot, language: str) -> None:
    table = table_of(Book(0), qtbot)
    table.reload()
    assert table.accessibleDescription() == _("Ready")
    table.refresh_row(Visit(1))
    assert table.accessibleDescription() == ""


def test_a_fault_while_reading_is_said_in_the_list(qtbot: QtBot) -> None:
    def fail(_after: object | None) -> Page[Visit]:
        raise EnvironmentFault("storage.busy")

    table = RecordTable(COLUMNS, fail, id_of, title=title, empty=nothing_yet)
    qtbot.addWidget(table)
    table.reload()
    assert table.row_count() == 0
    assert "busy" in table.accessibleDescription()


def test_titles_follow_the_language(qtbot: QtBot, language: str) -> None:
    table = table_of(Book(3), qtbot)
    heads = [table.model().headerData(number, Qt.Orientation.Horizontal) for number in range(4)]
    assert heads[0] == _("New")
    assert table.accessibleName() == _("Search everything")


def test_the_rows_are_drawn_in_the_face_of_the_script(qtbot: QtBot, dressed: QApplication) -> None:
    table = table_of(Book(3), qtbot)
    for code, face in (("zh_Hans", "Noto Sans SC"), ("zh_Hant", "Noto Sans TC")):
        speak(dressed, code)
        assert table._painter._font.families()[0] == face


def test_a_cell_is_spoken_with_its_second_line_and_its_state(qtbot: QtBot) -> None:
    table = table_of(Book(3), qtbot)
    table.reload()
    spoken = table.model().index(0, 1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "陳大文 A座12樓B室"
    assert "Saved" in str(table.model().index(0, 3).data())


@pytest.mark.parametrize("size", [100_000, 1_000_000])
def test_the_first_page_is_read_and_painted_within_a_frame(qtbot: QtBot, size: int) -> None:
    table = table_of(Book(size), qtbot)
    table.reload()
    table.grab()

    def once() -> float:
        begun = time.process_time()
        table.reload()
        QApplication.processEvents()
        return time.process_time() - begun

    assert min(once() for _round in range(25)) <= 0.0167
