"""The calendar section as it stands in the settings at 1366 × 768, on a real estate."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.services.workplace import Workplace
from desk.ui.calendar.deeds import CalendarDeeds
from desk.ui.calendar.page import CalendarPage
from desk.ui.kit.record_form import RecordForm

MakePage = Callable[[Workplace], CalendarPage]


@pytest.fixture
def make_page(qtbot: QtBot) -> Iterator[MakePage]:
    """The section on a desk; forms are closed without a question afterwards."""
    pages: list[CalendarPage] = []

    def make(workplace: Workplace) -> CalendarPage:
        page = CalendarPage(CalendarDeeds(workplace))
        qtbot.addWidget(page)
        page.resize(1165, 640)
        page.show()
        page.activateWindow()
        page.shown()
        QApplication.processEvents()
        pages.append(page)
        return page

    yield make
    for page in pages:
        form = page.open_form()
        if isinstance(form, RecordForm):
            form.load(form.value())


@pytest.fixture
def page(make_page: MakePage, workplace: Workplace) -> CalendarPage:
    return make_page(workplace)
