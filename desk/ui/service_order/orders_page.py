"""The orders as a section: the list, and beside it the order or the form."""

from typing import ClassVar

from PySide6.QtWidgets import QWidget

from desk.domain.service_order import OrderEntry
from desk.services.service_order import OrderRow
from desk.ui.kit.case_register import CaseRegister
from desk.ui.kit.register_page import RegisterPlan
from desk.ui.kit.worded_register import WordedRegister
from desk.ui.service_order import columns, words
from desk.ui.service_order.deeds import OrderDeeds
from desk.ui.service_order.form import OrderForm
from desk.ui.service_order.record import OrderRecord


class OrdersPage(CaseRegister[OrderRow], WordedRegister[OrderRow]):
    """Everything that was written down, newest first, found by words too."""

    RECORD: ClassVar[type[OrderRecord]] = OrderRecord
    FORM: ClassVar[type[OrderForm]] = OrderForm
    DRAFTED: ClassVar[str] = "wish"

    def __init__(self, deeds: OrderDeeds, parent: QWidget | None = None) -> None:
        self._deeds: OrderDeeds = deeds
        super().__init__(self._make_plan(), parent)

    # What the window and other registers call

    def begin_from_reception(self, reception_id: int) -> QWidget | None:
        """A form that knows what the visit knows."""
        return self.begin_with(self._deeds.from_reception, reception_id)

    def begin_from_complaint(self, complaint_id: int) -> QWidget | None:
        """A repair that a complaint asks for."""
        return self.begin_with(self._deeds.from_complaint, complaint_id)

    def begin_for_unit(self, unit_id: int) -> QWidget | None:
        """A form that knows the unit; whose wish it is is asked for."""
        return self.begin(OrderEntry(self._deeds.empty().kind, unit_id=unit_id))

    # Parts

    def wire_form(self, form: OrderForm) -> None:
        """An order of the same home may be looked at."""
        form.order_wanted.connect(self.open_key)

    def case_shown(self, record: OrderRecord) -> None:
        """The keyboard stands on what comes next."""
        record.focus_deed()

    def _make_plan(self) -> RegisterPlan[OrderRow]:
        plan = columns.Columns(self._deeds)
        return self.cases(
            title=words.orders_title,
            columns=plan.columns(),
            row_id=columns.id_of,
            empty=words.empty_words,
            filters=plan.filters(),
            new_words=words.new_words,
            row_of=columns.row_of,
        )
