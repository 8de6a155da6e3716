"""What is agreed with a customer, made ready: clean, for a household there is (F23, R106)."""

from dataclasses import fields, replace

from desk.domain import service_agreement as rules
from desk.domain.reasons import Reason
from desk.domain.service_agreement import AgreementPer, ServiceAgreementEntry
from desk.models.estate import Unit
from desk.models.lists.service_agreement import ServiceAgreementRow
from desk.models.unit_of_work import UnitOfWork
from desk.services import agreement_course as shared
from desk.services.cleaning import Cleaning


def entry_of(known: ServiceAgreementRow) -> ServiceAgreementEntry:
    """What was written down, as it may be written down again."""
    told = {one.name: getattr(known, one.name) for one in fields(ServiceAgreementEntry)}
    return ServiceAgreementEntry(**told | {"per": AgreementPer(known.per)})


def renewal_of(known: ServiceAgreementRow) -> ServiceAgreementEntry:
    """The same again for as long again: what a renewal begins with."""
    starts, ends = shared.following_period(known.facts)
    return replace(entry_of(known), starts=starts, ends=ends)


def ready(
    work: UnitOfWork, entry: ServiceAgreementEntry, blockers: tuple[Reason, ...]
) -> ServiceAgreementEntry:
    """The entry with clean texts, or every reason against it; NotFound for a unit there is not."""
    cleaning = Cleaning()
    entry = replace(
        entry,
        customer=cleaning.line(entry.customer, rules.CUSTOMER_LIMIT, "customer"),
        phone=cleaning.line(entry.phone, rules.PHONE_LIMIT, "phone"),
        content=shared.cleaned_lines(cleaning, entry.content, "content"),
        charge=cleaning.line(entry.charge, rules.CHARGE_LIMIT, "charge"),
        office_terms=cleaning.text(entry.office_terms, rules.TERMS_LIMIT, "office_terms"),
        customer_terms=cleaning.text(entry.customer_terms, rules.TERMS_LIMIT, "customer_terms"),
        remark=cleaning.text(entry.remark, rules.REMARK_LIMIT, "remark"),
    )
    cleaning.refuse(blockers, rules.entry_reasons(entry))
    assert entry.unit_id is not None
    work.get(Unit, entry.unit_id)
    return entry
