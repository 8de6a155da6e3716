"""Services: one section at a time, chosen above; the price board comes first."""

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from PySide6.QtWidgets import QWidget

from desk.ui.kit.register_page import RegisterPage
from desk.ui.kit.section_page import Section, SectionPage
from desk.ui.price_board import words
from desk.ui.price_board.agreements_pages import WithCustomersPage, WithSuppliersPage
from desk.ui.price_board.boards_page import BoardsPage
from desk.ui.price_board.deeds import CatalogueDeeds
from desk.ui.price_board.people_page import PeoplePage
from desk.ui.price_board.suppliers_page import SuppliersPage


class CataloguePage(SectionPage[RegisterPage[Any]]):
    """What is offered, who does it, what was agreed about it."""

    OF_KIND: ClassVar[Mapping[str, str]] = {
        "price_board": "board",
        "service_person": "people",
        "supplier": "supplier",
        "supplier_agreement": "with_supplier",
        "service_agreement": "with_customer",
    }
    BY_FIELD = (
        ("board_remark", "board"),
        ("person_remark", "people"),
        ("trade", "supplier"),
        ("scope", "with_supplier"),
        ("office_terms", "with_customer"),
    )

    def __init__(self, deeds: CatalogueDeeds, parent: QWidget | None = None) -> None:
        self._deeds = deeds
        super().__init__(words.title, self._every(), parent)

    def open_key(self, key: str) -> QWidget | None:
        """A record by its kind and key, such as `supplier:7`, or by its number; a section."""
        if ":" not in key and key not in self.keys():
            return super().open_key(f"{_KIND_OF.get(key[:1], 'price_board')}:{key}")
        return super().open_key(key)

    def agree_with_unit(self, unit_id: int) -> QWidget | None:
        """A long-term agreement with a household that is known (R106)."""
        section = self.show_section("with_customer")
        assert isinstance(section, WithCustomersPage)
        return section.begin_with(unit_id)

    def _every(self) -> Sequence[Section[RegisterPage[Any]]]:
        return (
            Section("board", words.boards_title, self._boards),
            Section("people", words.people_title, self._people),
            Section("supplier", words.suppliers_title, self._suppliers),
            Section("with_supplier", words.with_suppliers_title, self._with_suppliers),
            Section("with_customer", words.with_customers_title, self._with_customers),
        )

    def _boards(self) -> RegisterPage[Any]:
        return BoardsPage(self._deeds)

    def _people(self) -> RegisterPage[Any]:
        return PeoplePage(self._deeds)

    def _suppliers(self) -> RegisterPage[Any]:
        page = SuppliersPage(self._deeds)
        page.agreement_wanted.connect(self._agree)
        return page

    def _with_suppliers(self) -> RegisterPage[Any]:
        return WithSuppliersPage(self._deeds)

    def _with_customers(self) -> RegisterPage[Any]:
        return WithCustomersPage(self._deeds)

    def _agree(self, supplier_id: int) -> None:
        section = self.show_section("with_supplier")
        assert isinstance(section, WithSuppliersPage)
        section.begin_with(supplier_id)


_KIND_OF = {"B": "price_board", "V": "supplier_agreement", "W": "service_agreement"}
