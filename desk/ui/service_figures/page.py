"""The figures as a section: a period's rates and revenue with their chart; behind each its list."""

from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk.errors import DeskError
from desk.i18n import EstateFormat, pgettext
from desk.services.service_figures import FigureSpot
from desk.ui.kit.faults import fault_words
from desk.ui.kit.filter_bar import Filter
from desk.ui.kit.key_button import KeyButton
from desk.ui.kit.label import plain_label
from desk.ui.kit.record_model import Column
from desk.ui.kit.register_page import RegisterPage, RegisterPlan
from desk.ui.kit.retranslate import Spoken
from desk.ui.paper.at_once import look
from desk.ui.paper.preview import Preview
from desk.ui.service_figures import words
from desk.ui.service_figures.behind import BehindPanel
from desk.ui.service_figures.chart_view import ChartView
from desk.ui.service_figures.deeds import MONTH, FigureDeeds, Line


class FiguresPage(Spoken, RegisterPage[Line]):
    """`order_wanted` carries the id of an order that is wanted from a list behind a figure."""

    order_wanted = Signal(str)

    def __init__(self, deeds: FigureDeeds, parent: QWidget | None = None) -> None:
        self._deeds = deeds
        self._shown = _Shown(deeds.custom)
        super().__init__(_plan(self, deeds, self._shown), parent)
        self.whole, self.chart = plain_label(role="muted"), ChartView(self._said)
        self.chart.spot_wanted.connect(self._show_behind)
        self.whole.setWordWrap(True)
        shown = QVBoxLayout()
        shown.setContentsMargins(16, 0, 16, 10)
        shown.setSpacing(6)
        shown.addWidget(self.whole)
        shown.addWidget(self.chart)
        left = self._list.layout()
        assert isinstance(left, QVBoxLayout)
        left.insertLayout(2, shown)

    def when(self) -> str:
        """The period that is shown."""
        return self.filters.values().get("when", MONTH)

    def reload(self) -> None:
        """The figures as they are now: list, chart, and what is behind."""
        when = self.when()
        try:
            self._deeds.read_again(when)
        except DeskError as fault:
            self.whole.setText(fault_words(fault))
            return
        super().reload()
        self._show()

    def retranslate(self) -> None:
        """Words of the period, and those in the chart."""
        if self._was_read:
            self._show()

    def opened(self, line: Line) -> QWidget:
        """What stands behind a figure."""
        panel = self.open_form()
        if not isinstance(panel, BehindPanel):
            panel = BehindPanel(self._deeds)
            panel.order_wanted.connect(self.order_wanted)
        panel.show_line(line)
        return panel

    def open_preview(self) -> Preview:
        """The report of the period, to be looked at and printed (F27)."""
        plan = self._deeds.paper_plan(self.when())
        return look(plan, self._deeds.paper, self)

    def _make_head(self) -> QHBoxLayout:
        head = super()._make_head()
        self.print_button = KeyButton(words.print_words, key="Ctrl+P", kind="quiet", sign="print")
        self.print_button.clicked.connect(self.open_preview)
        self.print_button.setEnabled(not self._deeds.why_not_print())
        head.insertWidget(head.indexOf(self.refresh_button), self.print_button)
        return head

    def _show(self) -> None:
        when = self.when()
        found = self._deeds.figures(when)
        self._shown.custom = self._deeds.custom.beside(found.amounts)
        self.whole.setText(words.whole_words(self._shown.custom, found))
        rates = self._deeds.page({"when": when}, None).rows
        told = (f"{words.name_words(one)} {self._shown.value(one)}" for one in rates)
        self.chart.show_chart(partial(self._deeds.chart, when), ", ".join(told))

    def _show_behind(self, spot: FigureSpot) -> None:
        """What stands behind a bar of the chart, or behind one of its titles."""
        self.table.forget_choice()
        self.show_record(self.opened(_line_of(spot)))

    def _said(self, spot: FigureSpot) -> str:
        return words.spot_words(self._shown.custom, _line_of(spot))


def _line_of(spot: FigureSpot) -> Line:
    return Line(spot.since, spot.until, spot.kind, spot.share)


def _plan(page: FiguresPage, deeds: FigureDeeds, shown: "_Shown") -> RegisterPlan[Any]:
    return RegisterPlan(
        title=words.title,
        columns=(
            Column("name", _figure_title, words.name_words, stretch=True, strong=True, note=_code),
            Column("counted", _counted_title, words.counted_words, 128),
            Column("value", _value_title, shown.value, 150, strong=True, note=shown.charged),
        ),
        fetch=deeds.page,
        row_id=_id_of,
        empty=words.empty_words,
        open_record=page.opened,
        filters=(Filter("when", words.when_title, words.when_choices, start=MONTH),),
    )


class _Shown:
    """Money as the estate writes it, all of a period alike."""

    def __init__(self, custom: EstateFormat) -> None:
        self.custom = custom

    def value(self, line: Line) -> str:
        return words.value_words(self.custom, line)

    def charged(self, line: Line) -> str:
        return words.charged_words(self.custom, line)


def _id_of(line: Line) -> str:
    return line.key


def _code(line: Line) -> str:
    return "" if line.item is None else line.item.code


def _figure_title() -> str:
    return pgettext("figures", "Figure")


def _counted_title() -> str:
    return pgettext("figures", "Counted of")


def _value_title() -> str:
    return pgettext("figures", "Share or revenue")
