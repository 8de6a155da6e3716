"""A home is read to its last sign in every list: its tail is what tells homes apart."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication

from desk.services.workplace import Workplace
from desk.ui.inspection.deeds import InspectionDeeds
from desk.ui.inspection.defects_page import DefectsPage
from desk.ui.kit.record_model import Column
from desk.ui.kit.row_painter import _SIDE
from desk.ui.kit.theme import SMALL, sized
from desk.ui.receipt.deeds import ReceiptDeeds
from desk.ui.receipt.receipts_page import ReceiptsPage
from desk.ui.release_pass.columns import Columns as PassColumns
from desk.ui.release_pass.deeds import PassDeeds
from desk.ui.service_callback.deeds import CallbackDeeds
from desk.ui.service_callback.page import CallbacksPage
from desk.ui.service_order.columns import Columns as OrderColumns
from desk.ui.service_order.deeds import OrderDeeds

HOME = "仁愛路14號12樓之3"


def nobody(_text: str) -> tuple[()]:
    return ()


@pytest.fixture
def columns(workplace: Workplace) -> Iterator[dict[str, Column[Any]]]:
    """The column that names the home, of each list."""
    receipts = ReceiptsPage(ReceiptDeeds(workplace, nobody))
    callbacks = CallbacksPage(CallbackDeeds(workplace))
    defects = DefectsPage(InspectionDeeds(workplace))
    yield {
        "passes": _named(PassColumns(PassDeeds(workplace, nobody)).columns(), "who"),
        "orders": _named(OrderColumns(OrderDeeds(workplace, nobody)).columns(), "who"),
        "receipts": _named(receipts.table._model.columns, "payer"),
        "callbacks": _named(callbacks.table._model.columns, "unit"),
        "defects": _named(defects.table._model.columns, "unit"),
    }
    for page in (receipts, callbacks, defects):
        page.deleteLater()


def _named(columns: Any, key: str) -> Column[Any]:
    return next(one for one in columns if one.key == key)


def test_the_home_of_a_line_is_never_cut(columns: dict[str, Column[Any]]) -> None:
    font = QApplication.font()
    strong = QFontMetrics(sized(font, font.pixelSize(), strong=True))
    small = QFontMetrics(sized(font, SMALL))
    cut = {}
    for name, column in columns.items():
        metrics = strong if column.key == "unit" else small
        room = column.width - 2 * _SIDE
        if (wanted := metrics.horizontalAdvance(HOME)) > room:
            cut[name] = (wanted, room)
    assert cut == {}


def test_the_window_of_a_pass_is_read_to_its_end(workplace: Workplace) -> None:
    """Beside a record, where the list is narrowest: 628 pixels."""
    columns = PassColumns(PassDeeds(workplace, nobody)).columns()
    room = 628 - sum(one.width for one in columns if not one.stretch) - 2 * _SIDE
    small = QFontMetrics(sized(QApplication.font(), SMALL))
    assert small.horizontalAdvance("2026/11/20 12:30 – 2026/11/21 13:30") <= room
