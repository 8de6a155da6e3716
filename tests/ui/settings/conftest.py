"""The settings of an administrator, as they stand in the window at 1366 × 768."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.domain.permissions import Role
from desk.domain.staff import AccountEntry
from desk.services import sign_in, staff
from desk.services.workplace import Workplace
from desk.ui.kit.record_form import RecordForm
from desk.ui.settings.deeds import SettingsDeeds
from desk.ui.settings.page import SettingsPage
from desk.ui.staff.deeds import AccountDeeds
from tests.conftest import CHEAP, PASSWORD

MakePage = Callable[[Workplace], SettingsPage]


@pytest.fixture
def make_page(qtbot: QtBot) -> Iterator[MakePage]:
    """The page on a desk; forms are closed without a question afterwards."""
    pages: list[SettingsPage] = []

    def make(workplace: Workplace) -> SettingsPage:
        page = SettingsPage(SettingsDeeds(workplace), AccountDeeds(workplace))
        qtbot.addWidget(page)
        page.resize(1165, 680)
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
def page(make_page: MakePage, workplace: Workplace) -> SettingsPage:
    return make_page(workplace)


def desk_of(workplace: Workplace, role: Role) -> Workplace:
    """The same desk with a clerk of that role."""
    staff.add(workplace, AccountEntry(f"of_{role}", "李美玲", role), PASSWORD, CHEAP)
    return sign_in.switch(workplace, f"of_{role}", PASSWORD)
