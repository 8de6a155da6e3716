"""The policy section as it stands in the settings at 1366 × 768, on a real estate."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.services.workplace import Workplace
from desk.ui.kit.record_form import RecordForm
from desk.ui.policy.deeds import PolicyDeeds
from desk.ui.policy.page import PolicyPage

MakePage = Callable[[Workplace], PolicyPage]


@pytest.fixture
def make_page(qtbot: QtBot) -> Iterator[MakePage]:
    """The section on a desk; copies are given up without a question afterwards."""
    pages: list[PolicyPage] = []

    def make(workplace: Workplace) -> PolicyPage:
        page = PolicyPage(PolicyDeeds(workplace))
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
def page(make_page: MakePage, workplace: Workplace) -> PolicyPage:
    return make_page(workplace)
