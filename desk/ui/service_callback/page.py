"""The callbacks as a section: the month's meter, the list, an order or a customer beside it."""

from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk.i18n import _, pgettext
from desk.ui.kit.chips import Chip
from desk.ui.kit.filter_bar import Filter
from desk.ui.kit.key_button import KeyButton
from desk.ui.kit.notify import say
from desk.ui.kit.record_model import Column
from desk.ui.kit.register_page import RegisterPage, RegisterPlan
from desk.ui.service_callback import words
from desk.ui.service_callback.deeds import OWED, CallbackDeeds
from desk.ui.service_callback.meter_strip import MeterStrip
from desk.ui.service_callback.record import CallbackRecord, VisitRecord
from desk.ui.service_callback.view import AGREEMENT, ORDER, Line


class CallbacksPage(RegisterPage[Line]):
    """What is still owed comes first, by the end of its window."""

    def __init__(self, deeds: CallbackDeeds, parent: QWidget | None = None) -> None:
        self._deeds = deeds
        super().__init__(_plan(self, deeds), parent)
        self.meter = MeterStrip(deeds)
        left = self._list.layout()
        assert isinstance(left, QVBoxLayout)
        left.insertWidget(1, self.meter)
        deeds.changed.connect(self._moved)

    def reload(self) -> None:
        """The list and the meter."""
        super().reload()
        self.meter.read_again()

    def opened(self, line: Line) -> QWidget:
        """What a line is about."""
        return self.opened_key(line.key)

    def opened_key(self, key: str) -> QWidget:
        """An order by its id or number, or a customer as `agreement:7`."""
        kind, _colon, number = key.rpartition(":")
        if kind == AGREEMENT:
            visit = self.open_form()
            if not isinstance(visit, VisitRecord):
                visit = VisitRecord(self._deeds)
            visit.load(self._deeds.customer(int(number)))
            return visit
        record = self.open_form()
        if not isinstance(record, CallbackRecord):
            record = CallbackRecord(self._deeds)
        record.load(self._deeds.order(int(number) if number.isdecimal() else number))
        return record

    def _make_head(self) -> QHBoxLayout:
        head = super()._make_head()
        self.draw_button = KeyButton(words.draw_words, kind="quiet")
        self.draw_button.clicked.connect(self._draw)
        self.draw_button.setVisible(self._deeds.may_register())
        head.insertWidget(head.indexOf(self.refresh_button), self.draw_button)
        return head

    def _draw(self) -> None:
        say(self, words.drawn_words(self._deeds.draw()))

    def _moved(self) -> None:
        if self._was_read:
            self.reload()


def _plan(page: CallbacksPage, deeds: CallbackDeeds) -> RegisterPlan[Any]:
    shown = _Shown(deeds)
    return RegisterPlan(
        title=words.title,
        columns=(
            Column("unit", _home_title, _unit, 150, strong=True, note=_number),
            Column("customer", _customer_title, _customer, 98, note=_phone),
            Column("what", _what_title, _what, stretch=True, note=_why),
            Column("at", _when_title, shown.at, 144, note=_provider, muted=True),
            Column("state", _state_title, _nothing, 120, chip=shown.chip),
        ),
        fetch=deeds.page,
        row_id=_id_of,
        empty=words.empty_words,
        open_record=page.opened,
        open_key=page.opened_key,
        filters=(Filter("show", words.show_title, words.show_choices, start=OWED),),
    )


class _Shown:
    """Moments by the estate's clock, what is left by now."""

    def __init__(self, deeds: CallbackDeeds) -> None:
        self._deeds = deeds

    def at(self, line: Line) -> str:
        if line.visit is not None:
            return self._deeds.custom.date(line.visit.last_day)
        return words.moment_words(self._deeds.custom, line.at)

    def chip(self, line: Line) -> Chip:
        return words.line_chip(line, self._deeds.now())


def _id_of(line: Line) -> tuple[str, int]:
    return line.key.partition(":")[0] if line.made is None else ORDER, line.place


def _unit(line: Line) -> str:
    return line.unit or line.number


def _number(line: Line) -> str:
    return line.number if line.unit else ""


def _customer(line: Line) -> str:
    return line.customer


def _phone(line: Line) -> str:
    return line.phone


def _what(line: Line) -> str:
    return _("Home visit of the quarter") if line.key.startswith(AGREEMENT) else line.what


def _why(line: Line) -> str:
    if line.owed is not None:
        return words.kinds_words(line.owed)
    return "" if line.made is None else words.how_words(line.made.how)


def _provider(line: Line) -> str:
    return line.provider


def _nothing(_line: Line) -> str:
    return ""


def _home_title() -> str:
    return _("Home")


def _customer_title() -> str:
    return pgettext("callbacks", "Customer")


def _what_title() -> str:
    return pgettext("callbacks", "Service")


def _when_title() -> str:
    return pgettext("callbacks", "By when, or when")


def _state_title() -> str:
    return pgettext("callbacks", "State")
