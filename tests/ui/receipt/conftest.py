"""The receipts of a real estate in the window."""

from collections.abc import Iterator
from functools import partial

import pytest
from pytestqt.qtbot import QtBot

from desk.services.workplace import Workplace
from desk.ui.kit.record_form import RecordForm
from desk.ui.receipt.deeds import ReceiptDeeds
from desk.ui.receipt.receipts_page import ReceiptsPage
from desk.ui.shell.finding import people_of
from tests.services.conftest import Household, household

__all__ = ["household"]


@pytest.fixture
def deeds(workplace: Workplace, household: Household) -> ReceiptDeeds:
    """What the screens ask, at the desk of a household's estate."""
    return ReceiptDeeds(workplace, partial(people_of, workplace))


@pytest.fixture
def page(deeds: ReceiptDeeds, qtbot: QtBot) -> Iterator[ReceiptsPage]:
    """The section, opened; what was typed is not asked about at the end."""
    made = ReceiptsPage(deeds)
    qtbot.addWidget(made)
    made.resize(1200, 700)
    made.show()
    made.shown()
    yield made
    for form in made.findChildren(RecordForm):
        form._set_dirty(False)
    made.close()
