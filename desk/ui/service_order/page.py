"""The service orders: one section at a time, chosen above; the orders come first."""

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from PySide6.QtWidgets import QWidget

from desk.ui.kit.section_page import Section, SectionPage
from desk.ui.receipt.deeds import ReceiptDeeds
from desk.ui.receipt.mandate_deeds import MandateDeeds
from desk.ui.receipt.mandate_words import mandates_title
from desk.ui.receipt.mandates_page import MandatesPage
from desk.ui.receipt.receipts_page import ReceiptsPage
from desk.ui.receipt.words import receipts_title
from desk.ui.service_callback import words as callback_words
from desk.ui.service_callback.deeds import CallbackDeeds
from desk.ui.service_callback.page import CallbacksPage
from desk.ui.service_figures import words as figure_words
from desk.ui.service_figures.deeds import FigureDeeds
from desk.ui.service_figures.page import FiguresPage
from desk.ui.service_order import words
from desk.ui.service_order.deeds import OrderDeeds
from desk.ui.service_order.orders_page import OrdersPage

ORDERS, RECEIPTS, MANDATES = "orders", "receipts", "mandates"
CALLBACKS, FIGURES = "callbacks", "figures"


class ServiceOrderPage(SectionPage[QWidget]):
    """Orders, callbacks, figures, receipts, the builder's mandates."""

    OF_KIND: ClassVar[Mapping[str, str]] = {
        "service_order": ORDERS,
        "service_callback": CALLBACKS,
        "receipt": RECEIPTS,
        "fee_mandate": MANDATES,
    }
    BY_FIELD = (("wish", ORDERS), ("payer", RECEIPTS), ("builder", MANDATES))

    def __init__(self, deeds: OrderDeeds, parent: QWidget | None = None) -> None:
        self._deeds = deeds
        super().__init__(words.title, self._every(), parent)

    def orders(self) -> OrdersPage:
        """The section of the orders, opened."""
        section = self.show_section(ORDERS)
        assert isinstance(section, OrdersPage)
        return section

    def open_key(self, key: str) -> QWidget | None:
        """A record by its kind and key, such as `receipt:7`; an order by its id or number."""
        kind, _colon, number = key.partition(":")
        if key in self.keys() or (kind in self.OF_KIND and number):
            return super().open_key(key)
        return self.orders().open_key(key)

    def _every(self) -> Sequence[Section[Any]]:
        return (
            Section(ORDERS, words.orders_title, self._orders),
            Section(CALLBACKS, callback_words.title, self._callbacks),
            Section(FIGURES, figure_words.title, self._figures),
            Section(RECEIPTS, receipts_title, self._receipts),
            Section(MANDATES, mandates_title, self._mandates),
        )

    def _orders(self) -> OrdersPage:
        return OrdersPage(self._deeds)

    def _callbacks(self) -> CallbacksPage:
        return CallbacksPage(CallbackDeeds(self._deeds.workplace))

    def _figures(self) -> FiguresPage:
        page = FiguresPage(FigureDeeds(self._deeds.workplace))
        page.order_wanted.connect(self.open_key)
        return page

    def _receipts(self) -> ReceiptsPage:
        return ReceiptsPage(ReceiptDeeds(self._deeds.workplace, self._deeds.find_people))

    def _mandates(self) -> MandatesPage:
        return MandatesPage(MandateDeeds(self._deeds.workplace))
