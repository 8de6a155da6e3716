"""The figures in the window: rates and revenue, the chart, the orders behind, the report."""

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desk.services.service_figures import FigureKind
from desk.services.workplace import Workplace
from desk.ui.service_figures import words
from desk.ui.service_figures.behind import BehindPanel
from desk.ui.service_figures.deeds import QUARTER, YEAR, FigureDeeds
from desk.ui.service_figures.page import FiguresPage
from tests.services.callback_course import done_orders

FRIDAY = datetime(2026, 11, 20, 6, 0, tzinfo=UTC)
OCTOBER = datetime(2026, 10, 15, 6, 0, tzinfo=UTC)


@pytest.fixture
def page(workplace: Workplace, qtbot: QtBot) -> Iterator[FiguresPage]:
    done_orders(workplace, 3, FRIDAY, satisfaction="satisfied")
    done_orders(
        workplace, 1, FRIDAY, arrived_at=FRIDAY, reworks=1, item_code="B02", item_name="疏通"
    )
    done_orders(workplace, 2, OCTOBER)
    made = FiguresPage(FigureDeeds(workplace))
    qtbot.addWidget(made)
    made.resize(1180, 700)
    made.show()
    made.shown()
    yield made
    made.close()


def listed(page: FiguresPage) -> dict[str, tuple[str, str]]:
    rows = page._deeds.page(page.filters.values(), None).rows
    custom = page._deeds.custom
    return {row.key: (words.counted_words(row), words.value_words(custom, row)) for row in rows}


def chosen(page: FiguresPage, steps: int) -> BehindPanel:
    """The figure reached by so many arrows down."""
    page.table.setFocus()
    for _step in range(steps):
        QTest.keyClick(page.table, Qt.Key.Key_Down)
    panel = page.open_form()
    assert isinstance(panel, BehindPanel)
    return panel


def behind(panel: BehindPanel) -> int:
    return panel.table.model().rowCount()


def test_a_month_shows_its_rates_and_what_each_service_brought_in(page: FiguresPage) -> None:
    assert listed(page) == {
        "rate:on_time": ("3 / 4", "75.0 %"),
        "rate:right_first": ("3 / 4", "75.0 %"),
        "rate:satisfied": ("3 / 3", "100.0 %"),
        "rate:called_back": ("0 / 4", "0.0 %"),
        "item:A01": ("3 orders", "HK$0.00"),
        "item:B02": ("1 orders", "HK$0.00"),
    }
    assert "4 orders done" in page.whole.text()


def test_another_period_is_another_chart(page: FiguresPage) -> None:
    said = page.chart.accessibleName()
    before = page.chart._picture.copy()
    assert said.startswith("On-time rate 75.0 %")
    page.filters.set_value("when", QUARTER)
    assert page.chart.accessibleName() != said
    assert page.chart._picture != before
    assert listed(page)["rate:on_time"] == ("5 / 6", "83.3 %")


def test_behind_a_figure_stands_its_formula_and_its_list(page: FiguresPage) -> None:
    panel = chosen(page, 1)
    assert panel.name.text() == "On-time rate"
    assert "÷" in panel.formula.text()
    counts = {}
    for which in (words.HITS, words.MISSES, words.ALL):
        panel.which.set_value(which)
        panel.table.reload()
        counts[which] = behind(panel)
    assert counts == {words.HITS: 3, words.MISSES: 1, words.ALL: 4}


def test_a_press_on_a_bar_shows_the_orders_of_its_month(page: FiguresPage, qtbot: QtBot) -> None:
    page.filters.set_value("when", QUARTER)
    spots = page.chart.spots()
    october = next(n for n, one in enumerate(spots) if one.until == date(2026, 10, 31))
    QTest.mouseMove(page.chart, page.chart.place(october).center())
    QTest.mouseClick(page.chart, Qt.MouseButton.LeftButton, pos=page.chart.place(october).center())
    panel = page.open_form()
    assert isinstance(panel, BehindPanel)
    assert (panel.name.text(), behind(panel)) == ("On-time rate", 2)
    assert panel.value.text() == "100.0 %  ·  2 / 2  ·  01/10/2026 to 31/10/2026"


def test_arrows_and_enter_do_the_same(page: FiguresPage) -> None:
    page.filters.set_value("when", QUARTER)
    page.chart.setFocus()
    assert page.chart.accessibleDescription().startswith("On-time rate · 01/10/2026 to 31/12/2026")
    QTest.keyClick(page.chart, Qt.Key.Key_Right)
    QTest.keyClick(page.chart, Qt.Key.Key_Right)
    assert "01/11/2026 to 30/11/2026 · 75.0 % (3 / 4)" in page.chart.accessibleDescription()
    QTest.keyClick(page.chart, Qt.Key.Key_Return)
    panel = page.open_form()
    assert isinstance(panel, BehindPanel)
    assert behind(panel) == 3
    page.chart.setFocus()
    QTest.keyClick(page.chart, Qt.Key.Key_Left)
    QTest.keyClick(page.chart, Qt.Key.Key_Left)
    QTest.keyClick(page.chart, Qt.Key.Key_Enter)
    assert behind(panel) == 5


@pytest.mark.parametrize("wide", [640, 900, 1180])
def test_the_chart_is_large_enough_to_be_read(page: FiguresPage, wide: int) -> None:
    page.filters.set_value("when", YEAR)
    page.resize(wide, 700)
    assert page.chart._scale >= 1.2  # nine points are eleven pixels
    last = page.chart.place(len(page.chart.spots()) - 1)
    assert page.chart.rect().contains(last)


def test_behind_a_service_stand_its_orders(page: FiguresPage) -> None:
    panel = chosen(page, len(FigureKind) + 1)
    assert not panel.which.isVisibleTo(panel)
    assert behind(panel) == 3


def test_an_order_behind_is_wanted_by_its_id(page: FiguresPage, qtbot: QtBot) -> None:
    panel = chosen(page, 1)
    panel.table.setFocus()
    QTest.keyClick(panel.table, Qt.Key.Key_Down)
    with qtbot.waitSignal(page.order_wanted) as wanted:
        QTest.keyClick(panel.table, Qt.Key.Key_Return)
    assert wanted.args[0].isdecimal()


def test_the_report_is_looked_at_before_it_is_printed(page: FiguresPage) -> None:
    preview = page.open_preview()
    assert preview.windowTitle()
    preview.reject()


def test_the_page_is_no_taller_than_its_window(page: FiguresPage) -> None:
    assert page.height() == 700
    assert 0 < page.chart.height() < 250


def test_the_words_follow_the_language(page: FiguresPage, language: str) -> None:
    assert language
    panel = chosen(page, 1)
    assert panel.name.text() == words.name_words(page._deeds.page({}, None).rows[0])
