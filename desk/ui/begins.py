"""How a record is opened or begun from another register: a form knows what is known.

A register's page is loaded late, when it is first opened.
"""

from typing import TYPE_CHECKING

from desk.domain.release_pass_rule import PassKind
from desk.ui.shell.main_window import MainWindow

if TYPE_CHECKING:
    from desk.ui.service_order.orders_page import OrdersPage


class Begins:
    """What the ways between the registers begin; `_window` is the window they lead through."""

    def _window(self) -> MainWindow:
        raise NotImplementedError

    def open_record(self, kind: str, key: str) -> None:
        """A record that is seen from elsewhere, by its word and its number or id."""
        self._window().open(kind, key)

    def open_visit(self, reception_id: int) -> None:
        """The visit a record came from."""
        self.open_record("reception", str(reception_id))

    def open_complaint(self, complaint_id: int) -> None:
        """A complaint seen from elsewhere."""
        self.open_record("complaint", str(complaint_id))

    def make_complaint(self, reception_id: int) -> None:
        """A complaint of a visit."""
        from desk.ui.complaint.page import ComplaintPage  # noqa: PLC0415

        page = self._window().go("complaint")
        assert isinstance(page, ComplaintPage)
        page.begin_from_reception(reception_id)

    def make_order(self, reception_id: int) -> None:
        """A service order of a visit."""
        self._orders().begin_from_reception(reception_id)

    def make_repair(self, complaint_id: int) -> None:
        """A repair slip of a complaint (R156, R166)."""
        self._orders().begin_from_complaint(complaint_id)

    def make_unit_order(self, unit_id: int) -> None:
        """A service order of a household."""
        self._orders().begin_for_unit(unit_id)

    def show_open_orders(self) -> None:
        """Every order that is not over."""
        page = self._orders()
        page.filters.clear()
        page.filters.set_value("state", "open")

    def _orders(self) -> "OrdersPage":
        from desk.ui.service_order.page import ServiceOrderPage  # noqa: PLC0415

        page = self._window().go("service_order")
        assert isinstance(page, ServiceOrderPage)
        return page.orders()

    def make_agreement(self, unit_id: int) -> None:
        """A long-term agreement with a household (R106)."""
        from desk.ui.price_board.page import CataloguePage  # noqa: PLC0415

        page = self._window().go("price_board")
        assert isinstance(page, CataloguePage)
        page.agree_with_unit(unit_id)

    def make_pass(self, unit_id: int, kind: PassKind | None = None) -> None:
        """A release pass of a household; of a kind where that is known."""
        from desk.ui.release_pass.page import PassPage  # noqa: PLC0415

        page = self._window().go("release_pass")
        assert isinstance(page, PassPage)
        page.begin_for_unit(unit_id, kind)

    def make_receipt(self, unit_id: int) -> None:
        """Keys of a household are handed over (R34)."""
        from desk.ui.key_custody.page import KeyPage  # noqa: PLC0415

        page = self._window().go("key_custody")
        assert isinstance(page, KeyPage)
        page.begin_receipt(unit_id)

    def make_move_in(self, unit_id: int) -> None:
        """Somebody moves into a unit."""
        from desk.ui.move_in.page import MoveInPage  # noqa: PLC0415

        page = self._window().go("move_in")
        assert isinstance(page, MoveInPage)
        page.begin_for_unit(unit_id)
