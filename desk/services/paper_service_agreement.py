"""《特約服務協議》 (F23, R106): content, term, charge, rights and duties of both, to be signed."""

from functools import partial
from typing import Any

from desk.domain.money_words import capitals
from desk.domain.paper import FormCode
from desk.domain.permissions import Permission
from desk.models.lists import Page, Reader
from desk.models.lists import service_agreement as agreement_list
from desk.models.lists.service_agreement import ServiceAgreementRow
from desk.printing.forms.service_agreement import FORM, ServiceAgreement
from desk.printing.job import Job
from desk.services.paper_build import Subject, build
from desk.services.paper_sheet import Asked, Sheet
from desk.services.paper_subject import record_of
from desk.services.workplace import Workplace
from desk.wording import label

CODE = FormCode.SERVICE_AGREEMENT
KIND = "service_agreement"


def prepare(workplace: Workplace, key: int | str, asked: Asked) -> Sheet:
    """The agreement as it stands now; `key` is an id, a number, a code or "latest"."""
    workplace.require(Permission.PRINT)
    with workplace.reading() as reader:
        row = _agreement(reader, key)
    subject = Subject(CODE, KIND, row.id, row.version, row.number, void=bool(row.void_why))
    return build(workplace, FORM, subject, asked, gather=partial(gathered, row))


def blank(workplace: Workplace, asked: Asked) -> Sheet:
    """The agreement without values, for the drawer."""
    workplace.require(Permission.PRINT)
    return build(workplace, FORM, Subject(CODE, KIND), asked)


def gathered(row: ServiceAgreementRow, job: Job) -> ServiceAgreement:
    """Everything that was agreed; the amount in the estate's money and in capital figures."""
    return ServiceAgreement(
        job=job,
        number=row.number,
        unit=row.unit,
        customer=row.customer,
        phone=row.phone,
        content=row.content,
        since=row.starts,
        until=row.ends,
        amount=f"{job.custom.money(row.amount)}　{label('agreement_per', row.per)}",
        capitals=capitals(row.amount, job.custom.region),
        charge=row.charge,
        office_terms=row.office_terms,
        customer_terms=row.customer_terms,
        follows=row.follows or "",
        remark=row.remark,
        customer_signed=row.customer_signed_by,
        customer_signed_on=row.customer_signed_on,
        office_signed=row.office_signed_by,
        office_signed_on=row.office_signed_on,
    )


def _agreement(reader: Reader, key: int | str) -> ServiceAgreementRow:
    return record_of(
        reader, KIND, key, agreement_list.detail, agreement_list.detail_by_number, _newest
    )


def _newest(reader: Reader) -> Page[Any]:
    return agreement_list.agreements(reader, agreement_list.Filter(), None, 1)
