"""What stands behind a figure: its formula, and the orders it counts."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.i18n import _, pgettext
from desk.services.service_figures import FigureOrder
from desk.ui.kit.choice_field import SegmentField
from desk.ui.kit.label import plain_label, rule
from desk.ui.kit.record_model import Column, Page
from desk.ui.kit.record_table import RecordTable
from desk.ui.kit.retranslate import Spoken
from desk.ui.service_figures import words
from desk.ui.service_figures.deeds import FigureDeeds, Line

_SHOWN = {words.HITS: True, words.MISSES: False, words.ALL: None}


class BehindPanel(Spoken, QWidget):
    """`order_wanted` carries the id of an order that was double-clicked, or Enter pressed on."""

    order_wanted = Signal(str)

    def __init__(self, deeds: FigureDeeds, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._deeds = deeds
        self._line: Line | None = None
        self.name, self.value = plain_label(role="title"), plain_label(role="heading")
        self.formula = plain_label(role="muted")
        self.formula.setWordWrap(True)
        self.which = SegmentField(words.behind_choices)
        self.which.set_value(words.HITS)
        self.table = RecordTable(
            _columns(deeds), self._fetch, _id_of, title=words.title, empty=words.empty_words
        )
        self._lay_out()
        self.which.changed.connect(self.table.reload)
        self.table.record_opened.connect(self._opened)
        self.setFocusProxy(self.table)

    def show_line(self, line: Line) -> None:
        """Another figure."""
        self._line = line
        self.which.setVisible(line.item is None)
        self.retranslate()
        self.table.reload()

    def retranslate(self) -> None:
        """The words again."""
        if self._line is None:
            return
        custom = self._deeds.custom
        self.name.setText(words.name_words(self._line))
        told = (
            words.value_words(custom, self._line),
            words.counted_words(self._line),
            words.period_words(custom, self._line),
        )
        self.value.setText("  ·  ".join(told))
        self.formula.setText(words.formula_words(self._line))

    def _lay_out(self) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(24, 14, 56, 10)
        head.setSpacing(6)
        for part in (self.name, self.value, self.formula, self.which):
            head.addWidget(part)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(head)
        box.addWidget(rule())
        box.addWidget(self.table, 1)

    def _fetch(self, after: object | None) -> Page[FigureOrder]:
        if self._line is None:
            return Page()
        hit = None if self._line.item is not None else _SHOWN[self.which.value() or words.ALL]
        return self._deeds.behind(self._line, hit, after)

    def _opened(self, row: FigureOrder) -> None:
        self.order_wanted.emit(str(row.id))


def _columns(deeds: FigureDeeds) -> tuple[Column[FigureOrder], ...]:
    shown = _Shown(deeds)
    return (
        Column("number", _order_title, _number, 124, strong=True, note=_unit),
        Column("what", _service_title, _what, stretch=True, note=_provider),
        Column("done", _done_title, shown.done, 164, note=shown.arrival, muted=True),
        Column("answer", _answer_title, _nothing, 112, chip=words.order_chip),
    )


class _Shown:
    """Moments by the estate's clock."""

    def __init__(self, deeds: FigureDeeds) -> None:
        self._deeds = deeds

    def arrival(self, row: FigureOrder) -> str:
        return words.arrival_words(self._deeds.custom, row)

    def done(self, row: FigureOrder) -> str:
        return self._deeds.custom.datetime(row.done_at)


def _id_of(row: FigureOrder) -> int:
    return row.id


def _number(row: FigureOrder) -> str:
    return row.number


def _unit(row: FigureOrder) -> str:
    return row.unit or row.customer


def _what(row: FigureOrder) -> str:
    return row.item_name


def _provider(row: FigureOrder) -> str:
    return row.provider


def _nothing(_row: FigureOrder) -> str:
    return ""


def _order_title() -> str:
    return pgettext("figures", "Order")


def _service_title() -> str:
    return pgettext("figures", "Service")


def _done_title() -> str:
    return _("Done at")


def _answer_title() -> str:
    return pgettext("figures", "Customer")
