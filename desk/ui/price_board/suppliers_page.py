"""The suppliers as a section: the list, and one of them beside it."""

from typing import Any

from PySide6.QtCore import Signal

from desk.domain.identity import mask_phone
from desk.domain.permissions import Permission
from desk.i18n import _, pgettext
from desk.services import supplier
from desk.services.supplier import SupplierRow
from desk.ui.kit.chips import Chip
from desk.ui.kit.filter_bar import Filter
from desk.ui.kit.record_model import Column
from desk.ui.kit.register_page import RegisterPlan
from desk.ui.price_board import words
from desk.ui.price_board.deeds import CatalogueDeeds
from desk.ui.price_board.register import CatalogueRegister, nothing, row_id, same
from desk.ui.price_board.supplier_form import SupplierForm
from desk.ui.price_board.supplier_record import SupplierRecord


class SuppliersPage(CatalogueRegister[SupplierRow]):
    """F2 writes a company down; `agreement_wanted` asks for an agreement with one."""

    agreement_wanted = Signal(int)

    def __init__(self, deeds: CatalogueDeeds) -> None:
        super().__init__(_plan(self, deeds), deeds)

    def new_form(self) -> SupplierForm:
        """A company that is written down."""
        return SupplierForm(self._deeds)

    def new_record(self) -> SupplierRecord:
        """A company that is shown."""
        record = SupplierRecord(self._deeds)
        record.agreement_wanted.connect(self.agreement_wanted)
        return record

    def read(self, key: int | str) -> SupplierRow:
        """A company by its id."""
        return supplier.get(self._deeds.workplace, int(key))


def _plan(page: SuppliersPage, deeds: CatalogueDeeds) -> RegisterPlan[Any]:
    may = deeds.may(Permission.EDIT_GUIDE)
    return RegisterPlan(
        title=words.suppliers_title,
        columns=(
            Column("name", _name_title, _name, 240, strong=True, note=_contact),
            Column("trade", _trade_title, _trade, stretch=True),
            Column("state", words.state, nothing, 120, chip=_chip),
        ),
        fetch=deeds.suppliers,
        row_id=row_id,
        empty=_empty_words,
        open_record=page.opened,
        open_key=page.opened_key,
        new_record=page.new_form if may else None,
        new_words=words.new_supplier,
        row_of=same,
        filters=(Filter("state", words.state, words.company_choices),),
    )


def _chip(row: SupplierRow) -> Chip:
    return words.here_chip(here=row.active)


def _name(row: SupplierRow) -> str:
    return row.name


def _contact(row: SupplierRow) -> str:
    return " ".join(filter(None, (row.contact, mask_phone(row.phone))))


def _trade(row: SupplierRow) -> str:
    return " ".join(row.trade.split())


def _name_title() -> str:
    return pgettext("catalogue", "Company")


def _trade_title() -> str:
    return pgettext("catalogue", "What it does")


def _empty_words() -> str:
    return _("No supplier yet. F2 writes a company down.")
