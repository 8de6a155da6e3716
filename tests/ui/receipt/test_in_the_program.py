"""Receipts in the whole window: opened by their number, and made from the rail."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from desk.app import Program
from desk.clock import FixedClock
from desk.config import DataFolder
from desk.services import receipt
from desk.services.workplace import Workplace
from desk.ui.receipt.form import ReceiptForm
from desk.ui.receipt.mandate_record import MandateRecord
from desk.ui.receipt.record import ReceiptRecord
from desk.ui.service_order.page import RECEIPTS, ServiceOrderPage
from desk.ui.shell.finding import groups_of
from desk.ui.shell.main_window import MainWindow
from tests.services.test_receipt import ENTRY, signed


@pytest.fixture
def window(
    dressed: QApplication, folder: DataFolder, workplace: Workplace, clock: FixedClock
) -> Iterator[MainWindow]:
    program = Program(dressed, folder, clock)
    program.show_desk(workplace)
    assert isinstance(program.window, MainWindow)
    yield program.window
    program.window.idle.set_minutes(0)
    program.window.close()
    program.window.deleteLater()


def test_what_is_found_by_its_number_is_opened(window: MainWindow, workplace: Workplace) -> None:
    taken, held = receipt.take(workplace, ENTRY), signed(workplace)
    for number, record in ((taken.number, ReceiptRecord), (held.number, MandateRecord)):
        ((found,),) = (group.items for group in groups_of(workplace, number))
        shown = window.open(found.kind, found.key)
        assert isinstance(shown, record)
        assert shown.heading() == number


def test_new_takes_money_while_the_receipts_are_open(window: MainWindow) -> None:
    page = window.go("service_order")
    assert isinstance(page, ServiceOrderPage)
    page.show_section(RECEIPTS)
    window.start_new()
    form = page.open_form()
    assert isinstance(form, ReceiptForm)
    form.field("payer").set_value("曾德華")
    form.field("payer").changed.emit()
    (draft,) = window.drafts()
    assert draft.register == "service_order"
    form.untouched()
