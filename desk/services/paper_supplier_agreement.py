"""《委託服務協議》 (F22, R239): what a supplier is sent for, signed by both, one copy kept."""

from dataclasses import replace
from functools import partial
from typing import Any

from desk.domain.paper import FormCode
from desk.domain.permissions import Permission
from desk.models.lists import Page, Reader
from desk.models.lists import supplier as supplier_list
from desk.models.lists import supplier_agreement as agreement_list
from desk.models.lists.supplier import SupplierRow
from desk.models.lists.supplier_agreement import SupplierAgreementRow
from desk.printing.forms.supplier_agreement import FORM, SupplierAgreement
from desk.printing.job import Job
from desk.services.paper_build import Subject, build
from desk.services.paper_sheet import Asked, Sheet
from desk.services.paper_subject import record_of
from desk.services.workplace import Workplace

CODE = FormCode.SUPPLIER_AGREEMENT
KIND = "supplier_agreement"
_WITH_CUSTOMER = 3  # copies: centre, supplier, customer


def prepare(workplace: Workplace, key: int | str, asked: Asked) -> Sheet:
    """The agreement as it stands now; `key` is an id, a number, a code or "latest".

    A customer who signs it himself has a copy too, beside the supplier and the centre (R239).
    """
    workplace.require(Permission.PRINT)
    with workplace.reading() as reader:
        row = _agreement(reader, key)
        supplier = supplier_list.detail(reader, row.supplier_id)
    assert supplier is not None
    if row.unit_id is not None and not asked.copies:
        asked = replace(asked, copies=_WITH_CUSTOMER)
    subject = Subject(CODE, KIND, row.id, row.version, row.number, void=bool(row.void_why))
    return build(workplace, FORM, subject, asked, gather=partial(gathered, row, supplier))


def blank(workplace: Workplace, asked: Asked) -> Sheet:
    """The agreement without values, for the drawer."""
    workplace.require(Permission.PRINT)
    return build(workplace, FORM, Subject(CODE, KIND), asked)


def gathered(row: SupplierAgreementRow, supplier: SupplierRow, job: Job) -> SupplierAgreement:
    """Everything that was agreed, with the company as it is known now."""
    return SupplierAgreement(
        job=job,
        number=row.number,
        supplier=row.supplier,
        licence=supplier.licence,
        contact=supplier.contact,
        phone=supplier.phone,
        customer=row.customer,
        unit=row.unit or "",
        standing=row.unit_id is None,
        scope=row.scope,
        charge=row.charge,
        since=row.starts,
        until=row.ends,
        follows=row.follows or "",
        remark=row.remark,
        customer_signed=row.customer_signed_by,
        customer_signed_on=row.customer_signed_on,
        supplier_signed=row.supplier_signed_by,
        supplier_signed_on=row.supplier_signed_on,
        copy_kept_on=row.copy_kept_on,
    )


def _agreement(reader: Reader, key: int | str) -> SupplierAgreementRow:
    return record_of(
        reader, KIND, key, agreement_list.detail, agreement_list.detail_by_number, _newest
    )


def _newest(reader: Reader) -> Page[Any]:
    return agreement_list.agreements(reader, agreement_list.Filter(), None, 1)
