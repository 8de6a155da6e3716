"""The orders as a section: the list, and beside it the order or the form."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QWidget

from desk.domain.service_order import OrderEntry
from desk.errors import DeskError
from desk.services.service_order import Order, OrderRow
from desk.ui.kit.fault_note import fault_note
from desk.ui.kit.register_page import RegisterPlan
from desk.ui.kit.worded_register import WordedRegister
from desk.ui.service_order import columns, words
from desk.ui.service_order.deeds import OrderDeeds
from desk.ui.service_order.form import OrderForm
from desk.ui.service_order.record import OrderRecord

_WIRED = "is_wired"


class OrdersPage(WordedRegister[OrderRow]):
    """Everything that was written down, newest first, found by words too."""

    def __init__(self, deeds: OrderDeeds, parent: QWidget | None = None) -> None:
        self._deeds = deeds
        super().__init__(self._make_plan(), parent)

    # What the window and other registers call

    def begin(self, entry: OrderEntry) -> QWidget | None:
        """A form that knows what the entry knows."""
        self.table.forget_choice()
        form = self._form(entry)
        return form if self.show_record(form) else None

    def begin_from_reception(self, reception_id: int) -> QWidget | None:
        """A form that knows what the visit knows."""
        try:
            return self.begin(self._deeds.from_reception(reception_id))
        except DeskError as fault:
            return self._show_fault(fault)

    def begin_from_complaint(self, complaint_id: int) -> QWidget | None:
        """A repair that a complaint asks for."""
        try:
            return self.begin(self._deeds.from_complaint(complaint_id))
        except DeskError as fault:
            return self._show_fault(fault)

    def begin_for_unit(self, unit_id: int) -> QWidget | None:
        """A form that knows the unit; whose wish it is is asked for."""
        return self.begin(OrderEntry(self._deeds.empty().kind, unit_id=unit_id))

    def resume(self, draft: Mapping[str, Any], subject: str) -> QWidget | None:
        """The form of an earlier run: a new one, a correction, or an order that was open."""
        if "wish" not in draft:
            return super().resume(draft, subject)
        form = self._form(self._deeds.get(subject) if subject else self._deeds.empty())
        form.restore(draft)
        self.table.forget_choice()
        return form if self.show_record(form) else None

    def show_record(self, widget: QWidget) -> bool:
        """Open an order or a form beside the list."""
        self._wire(widget)
        return super().show_record(widget)

    # Parts

    def _make_plan(self) -> RegisterPlan[OrderRow]:
        plan = columns.Columns(self._deeds)
        return RegisterPlan(
            title=words.orders_title,
            columns=plan.columns(),
            fetch=self._deeds.page,
            row_id=columns.id_of,
            empty=words.empty_words,
            filters=plan.filters(),
            open_record=self._open_row,
            open_key=self._open_key,
            new_record=self._new_form if self._deeds.may_register() else None,
            new_words=words.new_words,
            row_of=columns.row_of,
        )

    def _open_row(self, row: OrderRow) -> QWidget:
        return self._record(self._deeds.get(row.id))

    def _open_key(self, key: str) -> QWidget:
        return self._record(self._deeds.get(int(key) if key.isdecimal() else key))

    def _new_form(self) -> QWidget:
        return self._form(self._deeds.empty())

    def _record(self, known: Order) -> OrderRecord:
        """An open record shows the next order: walking down the list stays quick."""
        record = self.open_form()
        if not isinstance(record, OrderRecord):
            record = OrderRecord(self._deeds)
        record.load(known)
        return record

    def _form(self, value: OrderEntry | Order) -> OrderForm:
        form = OrderForm(self._deeds)
        form.load(value)
        return form

    def _show_order(self, known: Order) -> None:
        record = self._record(known)
        if self.show_record(record):
            if not self.table.choose(known.detail.id):
                self.table.forget_choice()
            record.focus_deed()

    def _show_fault(self, fault: DeskError) -> QWidget | None:
        note = fault_note(fault)
        return note if self.show_record(note) else None

    def _wire(self, widget: QWidget) -> None:
        """Once for each widget, also for one that waited at the side."""
        if widget.property(_WIRED):
            return
        widget.setProperty(_WIRED, True)
        if isinstance(widget, OrderForm):
            widget.saved.connect(self._show_order)
            widget.order_wanted.connect(self.open_key)
        elif isinstance(widget, OrderRecord):
            widget.change_wanted.connect(self._change)

    def _change(self, known: Order) -> None:
        self.show_record(self._form(known))
