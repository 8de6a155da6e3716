"""The agreements as two sections: with suppliers, and with customers in the long term."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from desk.domain.permissions import Permission
from desk.i18n import _, pgettext
from desk.services import service_agreement, supplier_agreement
from desk.services.service_agreement import ServiceAgreementRow
from desk.services.supplier_agreement import SupplierAgreementRow
from desk.ui.kit.chips import Chip
from desk.ui.kit.filter_bar import Filter
from desk.ui.kit.record_model import Column
from desk.ui.kit.register_page import RegisterPlan
from desk.ui.kit.retranslate import Words
from desk.ui.price_board import words
from desk.ui.price_board.agreement_record import (
    AgreementRecord,
    WithCustomerRecord,
    WithSupplierRecord,
)
from desk.ui.price_board.deeds import CatalogueDeeds
from desk.ui.price_board.register import CatalogueRegister, nothing, row_id, same
from desk.ui.price_board.service_agreement_form import ServiceAgreementForm
from desk.ui.price_board.supplier_agreement_form import SupplierAgreementForm


class WithSuppliersPage(CatalogueRegister[SupplierAgreementRow]):
    """F2 writes an agreement with a company (R239)."""

    def __init__(self, deeds: CatalogueDeeds) -> None:
        columns = (
            Column("supplier", _supplier_title, _supplier, 210, strong=True, note=_number),
            Column("scope", _scope_title, _scope, stretch=True, note=_whom),
        )
        plan = _plan(
            self, deeds, words.with_suppliers_title, columns, deeds.with_suppliers, _no_supplier
        )
        super().__init__(plan, deeds)

    def new_form(self) -> SupplierAgreementForm:
        """An agreement that is written."""
        return SupplierAgreementForm(self._deeds)

    def new_record(self) -> AgreementRecord:
        """An agreement that is shown."""
        record = WithSupplierRecord(self._deeds)
        record.renew_wanted.connect(self._renew)
        return record

    def read(self, key: int | str) -> SupplierAgreementRow:
        """An agreement by its id or number."""
        return supplier_agreement.get(self._deeds.workplace, key)

    def begin_with(self, supplier_id: int) -> QWidget | None:
        """An agreement with a company that is known."""
        form = self.start_new()
        if isinstance(form, SupplierAgreementForm):
            form.begin_with(supplier_id)
        return form

    def _renew(self, known: SupplierAgreementRow) -> None:
        form = self.new_form()
        form.begin_renewal(known)
        self.show_record(form)


class WithCustomersPage(CatalogueRegister[ServiceAgreementRow]):
    """F2 writes a long-term agreement with a household (R106)."""

    def __init__(self, deeds: CatalogueDeeds) -> None:
        columns = (
            Column("unit", words.room, _unit, 170, strong=True, note=_number),
            Column("content", _content_title, _content, stretch=True, note=_customer),
        )
        plan = _plan(
            self, deeds, words.with_customers_title, columns, deeds.with_customers, _no_customer
        )
        super().__init__(plan, deeds)

    def new_form(self) -> ServiceAgreementForm:
        """An agreement that is written."""
        return ServiceAgreementForm(self._deeds)

    def new_record(self) -> AgreementRecord:
        """An agreement that is shown."""
        record = WithCustomerRecord(self._deeds)
        record.renew_wanted.connect(self._renew)
        return record

    def read(self, key: int | str) -> ServiceAgreementRow:
        """An agreement by its id or number."""
        return service_agreement.get(self._deeds.workplace, key)

    def begin_with(self, unit_id: int) -> QWidget | None:
        """An agreement with a household that is known."""
        form = self.start_new()
        if isinstance(form, ServiceAgreementForm):
            form.begin_with(unit_id)
        return form

    def _renew(self, known: ServiceAgreementRow) -> None:
        form = self.new_form()
        form.begin_renewal(known)
        self.show_record(form)


def _plan(  # noqa: PLR0913, PLR0917 - what is particular to either list
    page: CatalogueRegister[Any],
    deeds: CatalogueDeeds,
    title: Words,
    columns: tuple[Column[Any], ...],
    fetch: Callable[..., Any],
    empty: Words,
) -> RegisterPlan[Any]:
    shown = _Shown(deeds)
    return RegisterPlan(
        title=title,
        columns=(
            *columns,
            Column("period", _period_title, shown.last_day, 132, note=shown.since),
            Column("state", words.state, nothing, 132, chip=shown.chip),
        ),
        fetch=fetch,
        row_id=row_id,
        empty=empty,
        open_record=page.opened,
        open_key=page.opened_key,
        new_record=page.new_form if deeds.may(Permission.REGISTER) else None,
        new_words=words.new_agreement,
        row_of=same,
        filters=(Filter("state", words.state, words.agreement_choices),),
    )


class _Shown:
    """Days by the estate's calendar, states by today."""

    def __init__(self, deeds: CatalogueDeeds) -> None:
        self._deeds = deeds
        self._notice = deeds.notice_days()

    def last_day(self, row: Any) -> str:
        return self._deeds.custom.date(row.ended_on or row.ends)

    def since(self, row: Any) -> str:
        day = self._deeds.custom.date(row.starts)
        return pgettext("catalogue", "since {day}").format(day=day)

    def chip(self, row: Any) -> Chip:
        return words.course_chip(row, self._deeds.today(), self._notice)


def _number(row: Any) -> str:
    return str(row.number)


def _supplier(row: SupplierAgreementRow) -> str:
    return row.supplier


def _scope(row: SupplierAgreementRow) -> str:
    return "、".join(row.scope)


def _whom(row: SupplierAgreementRow) -> str:
    return " ".join(filter(None, (row.unit, row.customer))) or words.whole_estate()


def _unit(row: ServiceAgreementRow) -> str:
    return row.unit


def _content(row: ServiceAgreementRow) -> str:
    return "、".join(row.content)


def _customer(row: ServiceAgreementRow) -> str:
    return row.customer


def _supplier_title() -> str:
    return pgettext("catalogue", "Supplier")


def _scope_title() -> str:
    return pgettext("catalogue", "Services")


def _content_title() -> str:
    return pgettext("catalogue", "Content")


def _period_title() -> str:
    return pgettext("catalogue", "Last day")


def _no_supplier() -> str:
    return _("No agreement with a supplier yet. F2 writes one.")


def _no_customer() -> str:
    return _("No long-term agreement yet. F2 writes one with a household.")
