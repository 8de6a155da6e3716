"""What is agreed with a supplier, made ready: clean, with a company the office works with (F22)."""

from dataclasses import fields, replace

from desk.domain import supplier_agreement as rules
from desk.domain.reasons import Reason
from desk.domain.supplier_agreement import SupplierAgreementEntry
from desk.errors import RuleRefused
from desk.models.estate import Unit
from desk.models.lists.supplier_agreement import SupplierAgreementRow
from desk.models.supplier import Supplier
from desk.models.unit_of_work import UnitOfWork
from desk.services import agreement_course as shared
from desk.services.cleaning import Cleaning


def entry_of(known: SupplierAgreementRow) -> SupplierAgreementEntry:
    """What was written down, as it may be written down again."""
    told = {one.name: getattr(known, one.name) for one in fields(SupplierAgreementEntry)}
    return SupplierAgreementEntry(**told)


def renewal_of(known: SupplierAgreementRow) -> SupplierAgreementEntry:
    """The same again for as long again: what a renewal begins with."""
    starts, ends = shared.following_period(known.facts)
    return replace(entry_of(known), starts=starts, ends=ends)


def ready(
    work: UnitOfWork, entry: SupplierAgreementEntry, blockers: tuple[Reason, ...]
) -> SupplierAgreementEntry:
    """The entry with clean texts, or every reason against it; NotFound for a unit there is not."""
    cleaning = Cleaning()
    entry = replace(
        entry,
        customer=cleaning.line(entry.customer, rules.CUSTOMER_LIMIT, "customer"),
        scope=shared.cleaned_lines(cleaning, entry.scope, "scope"),
        charge=cleaning.line(entry.charge, rules.CHARGE_LIMIT, "charge"),
        remark=cleaning.text(entry.remark, rules.REMARK_LIMIT, "remark"),
    )
    cleaning.refuse(blockers, rules.entry_reasons(entry))
    assert entry.supplier_id is not None
    if not work.get(Supplier, entry.supplier_id).active:
        raise RuleRefused([Reason("supplier.ended", "supplier")])
    if entry.unit_id is not None:
        work.get(Unit, entry.unit_id)
    return entry
