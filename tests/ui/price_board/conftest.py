"""The page of services on a real estate, opened by who may do everything."""

from collections.abc import Iterator
from functools import partial

import pytest
from pytestqt.qtbot import QtBot

from desk.services.workplace import Workplace
from desk.ui.kit.deed_dialog import DeedDialog
from desk.ui.kit.record_form import RecordForm
from desk.ui.price_board.deeds import CatalogueDeeds
from desk.ui.price_board.page import CataloguePage
from desk.ui.price_board.record import CatalogueRecord
from desk.ui.shell.finding import people_of
from tests.services.conftest import household

__all__ = ["asked", "household", "opened"]


@pytest.fixture
def page(workplace: Workplace, qtbot: QtBot) -> Iterator[CataloguePage]:
    """The page, opened; what was typed is not asked about at the end."""
    made = CataloguePage(CatalogueDeeds(workplace, partial(people_of, workplace)))
    qtbot.addWidget(made)
    made.resize(1200, 700)
    made.show()
    made.shown()
    yield made
    for form in made.findChildren(RecordForm):
        form._set_dirty(False)
    made.close()


def opened(page: CataloguePage, key: str) -> CatalogueRecord:
    """A record by its kind and id."""
    record = page.open_key(key)
    assert isinstance(record, CatalogueRecord)
    return record


def asked(record: CatalogueRecord, code: str, **said: object) -> DeedDialog:
    """The dialog of a deed, filled in."""
    act = record.bar.act(code)
    assert act is not None
    assert act.shut(record.value()) == ""
    dialog = record.run(act)
    assert dialog is not None
    return filled(dialog, **said)


def filled(dialog: DeedDialog, **said: object) -> DeedDialog:
    """A dialog with these values typed."""
    for key, value in said.items():
        dialog.field(key).set_value(value)
        dialog.field(key).changed.emit()
    return dialog
