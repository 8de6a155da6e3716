"""List and record side by side: what opens, what is kept, what a narrow window shows."""

from unittest.mock import patch

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.i18n import _
from desk.ui.kit import record_form
from desk.ui.kit.register_page import RegisterPage
from tests.ui.samples import Book, Visit, VisitForm, visit_page


@pytest.fixture
def page(qtbot: QtBot) -> RegisterPage[Visit]:
    made = visit_page(Book(120))
    qtbot.addWidget(made)
    made.resize(1180, 660)
    made.show()
    made.shown()
    QApplication.processEvents()
    return made


def form_of(page: RegisterPage[Visit]) -> VisitForm:
    form = page.open_form()
    assert isinstance(form, VisitForm)
    return form


def test_a_chosen_row_opens_beside_the_list_and_not_over_it(page: RegisterPage[Visit]) -> None:
    page.table.choose(118, quietly=False)
    QApplication.processEvents()
    assert form_of(page).value().number == 118
    assert page.table.isVisible()
    assert page.panel.mapTo(page, page.panel.rect().topLeft()).x() >= page.table.width()


def test_moving_through_the_list_keeps_the_keyboard_in_it(
    page: RegisterPage[Visit], qtbot: QtBot
) -> None:
    page.activateWindow()
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Down)
    qtbot.keyClick(page.table, Qt.Key.Key_Down)
    assert QApplication.focusWidget() is page.table
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert page.panel.isAncestorOf(QApplication.focusWidget())


def test_escape_closes_the_record_and_goes_back_to_the_list(
    page: RegisterPage[Visit], qtbot: QtBot
) -> None:
    page.activateWindow()
    page.table.choose(118, quietly=False)
    form_of(page).setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert page.open_form() is None
    assert not page.panel.isVisible()
    assert page.table.chosen() is None
    assert QApplication.focusWidget() is page.table


def test_a_saved_record_refreshes_its_row(page: RegisterPage[Visit]) -> None:
    page.table.choose(118, quietly=False)
    form_of(page).restore({"request": "已修好"})
    assert form_of(page).save()
    assert page.table.chosen() == Visit(118, request="已修好")


def test_a_new_record_comes_on_top_and_is_chosen(page: RegisterPage[Visit]) -> None:
    page.start_new()
    form_of(page).restore({"request": "門禁卡遺失"})
    assert form_of(page).save()
    assert page.table.chosen_id() == 121
    assert page.table.row_count() == 51


def test_a_filter_reads_the_list_again(page: RegisterPage[Visit]) -> None:
    page.filters.set_value("channel", "phone")
    assert page.filters.values() == {"channel": "phone"}
    page.filters.clear()
    assert page.filters.values() == {}


def test_an_empty_list_says_whether_filters_are_the_cause(qtbot: QtBot, language: str) -> None:
    page = visit_page(Book(0))
    qtbot.addWidget(page)
    page.shown()
    assert page.table.accessibleDescription() == _("Ready")
    page.filters.set_value("channel", "phone")
    assert page.table.accessibleDescription() == _("Nothing matches these filters.")


def test_a_record_that_is_not_in_the_list_can_be_opened(page: RegisterPage[Visit]) -> None:
    page.open_key("3")
    assert form_of(page).value().number == 3
    assert page.table.chosen() is None


def test_export_is_given_the_filters(page: RegisterPage[Visit]) -> None:
    page.filters.set_value("channel", "phone")
    page.export_button.click()
    assert form_of  # the sample's export keeps the filters it was given
    assert page.filters.values() == {"channel": "phone"}


def test_the_list_is_read_once_when_the_page_is_shown_again(qtbot: QtBot) -> None:
    book = Book(10)
    page = visit_page(book)
    qtbot.addWidget(page)
    page.shown()
    page.shown()
    assert book.asked == [None]


def test_a_narrow_page_shows_the_record_alone(page: RegisterPage[Visit]) -> None:
    page.table.choose(118, quietly=False)
    page.resize(700, 600)
    QApplication.processEvents()
    assert not page.table.isVisible()
    assert page.panel.isVisible()
    page.panel.close_content()
    QApplication.processEvents()
    assert page.table.isVisible()


@pytest.mark.parametrize("agreed", [True, False])
def test_alone_a_page_asks_before_changes_are_lost(page: RegisterPage[Visit], agreed: bool) -> None:
    page.table.choose(118, quietly=False)
    form_of(page).restore({"request": "half"})
    with patch.object(record_form, "ask", return_value=agreed):
        page.table.choose(117, quietly=False)
    assert form_of(page).value().number == (117 if agreed else 118)


def test_in_a_window_changes_are_set_aside_instead(page: RegisterPage[Visit]) -> None:
    page.keeps_aside = True
    page.shown()
    aside: list[VisitForm] = []
    page.set_aside.connect(aside.append)
    page.table.choose(118, quietly=False)
    form_of(page).restore({"request": "half"})
    page.start_new()
    assert [form.value().number for form in aside] == [118]
    assert form_of(page).value().number == 0
    assert page.take_back(aside[0])
    assert form_of(page) is aside[0]
    assert form_of(page).is_dirty()


def test_a_draft_of_an_earlier_run_becomes_a_form_again(page: RegisterPage[Visit]) -> None:
    page.resume({"request": "half"}, "118")
    assert form_of(page).value().number == 118
    assert form_of(page).draft()["request"] == "half"
    assert form_of(page).is_dirty()
