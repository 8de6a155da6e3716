"""《代管委托書》 (F38, R112): what is kept for whom, by whom, for what, and both sides' duties."""

from functools import partial
from typing import Any

from desk.domain.paper import FormCode
from desk.domain.permissions import Permission
from desk.models.lists import Page, Reader
from desk.models.lists import custody_agreement as agreement_list
from desk.models.lists import key_set as set_list
from desk.models.lists.custody_agreement import AgreementRow
from desk.models.lists.key_set import KeySetRow
from desk.printing.forms.custody_agreement import FORM, CustodyAgreement, KeptThing
from desk.printing.job import Job
from desk.services.paper_build import Subject, build
from desk.services.paper_sheet import Asked, Sheet
from desk.services.paper_subject import record_of
from desk.services.workplace import Workplace

CODE = FormCode.CUSTODY_AGREEMENT
KIND = "custody_agreement"


def prepare(workplace: Workplace, key: int | str, asked: Asked) -> Sheet:
    """The agreement as it stands now; `key` is an id, a number, a code or "latest"."""
    workplace.require(Permission.PRINT)
    with workplace.reading() as reader:
        row = agreement_of(reader, key)
        sets = set_list.of_agreement(reader, row.id)
    subject = Subject(CODE, KIND, row.id, row.version, row.number, void=bool(row.void_why))
    return build(workplace, FORM, subject, asked, gather=partial(gathered, row, sets))


def blank(workplace: Workplace, asked: Asked) -> Sheet:
    """The agreement without values, for the drawer."""
    workplace.require(Permission.PRINT)
    return build(workplace, FORM, Subject(CODE, KIND), asked)


def gathered(row: AgreementRow, sets: tuple[KeySetRow, ...], job: Job) -> CustodyAgreement:
    """Everything that was agreed, each set and thing on a line of its own."""
    keys = (KeptThing(one.opens, one.tag, one.keys, one.remark) for one in sets)
    ended = None if row.ended_at is None else job.custom.day(row.ended_at)
    return CustodyAgreement(
        job=job,
        number=row.number,
        unit=row.unit,
        owner=row.owner,
        phone=row.owner_phone,
        custodian=row.custodian,
        things=(*keys, *(KeptThing(one) for one in row.things)),
        purposes="\n".join(row.purposes),
        since=row.starts,
        until=row.ends,
        remark=row.remark,
        owner_signed=row.owner_signed_by,
        owner_signed_on=row.owner_signed_on,
        office_signed=row.office_signed_by,
        office_signed_on=row.office_signed_on,
        given_back_on=ended,
        given_back_to=row.ended_to,
    )


def agreement_of(reader: Reader, key: int | str) -> AgreementRow:
    """An agreement by its id, its number, a code or "latest"; NotFound when there is none."""
    return record_of(
        reader, KIND, key, agreement_list.detail, agreement_list.detail_by_number, _newest
    )


def _newest(reader: Reader) -> Page[Any]:
    return agreement_list.agreements(reader, agreement_list.Filter(), None, 1)
