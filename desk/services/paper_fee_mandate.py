"""《收費委託書》 (F35, R32): the builder's fees with their standards and basis, to be signed."""

from functools import partial
from typing import Any

from desk.domain.paper import FormCode
from desk.domain.permissions import Permission
from desk.models.lists import Page, Reader
from desk.models.lists import fee_mandate as mandate_list
from desk.models.lists.fee_mandate import MandateRow
from desk.printing.forms.fee_mandate import FORM, FeeMandate, MandateLine
from desk.printing.job import Job
from desk.services.paper_build import Subject, build
from desk.services.paper_sheet import Asked, Sheet
from desk.services.paper_subject import record_of
from desk.services.workplace import Workplace

CODE = FormCode.FEE_MANDATE
KIND = "fee_mandate"


def prepare(workplace: Workplace, key: int | str, asked: Asked) -> Sheet:
    """The mandate as it stands now; `key` is an id, a number, a code or "latest"."""
    workplace.require(Permission.PRINT)
    with workplace.reading() as reader:
        row = _mandate(reader, key)
    subject = Subject(CODE, KIND, row.id, row.version, row.number, void=bool(row.void_why))
    return build(workplace, FORM, subject, asked, gather=partial(gathered, row))


def blank(workplace: Workplace, asked: Asked) -> Sheet:
    """The mandate without values, for the builder to fill in."""
    workplace.require(Permission.PRINT)
    return build(workplace, FORM, Subject(CODE, KIND), asked)


def gathered(row: MandateRow, job: Job) -> FeeMandate:
    """Every fee on its line."""
    return FeeMandate(
        job=job,
        number=row.number,
        builder=row.builder,
        since=row.valid_from,
        until=row.valid_until,
        endless=row.valid_until is None,
        items=tuple(MandateLine(one.name, one.standard, one.basis) for one in row.items),
        remark=row.remark,
        signed_by=row.signed_by,
        signed_on=row.signed_on,
    )


def _mandate(reader: Reader, key: int | str) -> MandateRow:
    return record_of(reader, KIND, key, mandate_list.detail, mandate_list.detail_by_number, _newest)


def _newest(reader: Reader) -> Page[Any]:
    return mandate_list.mandates(reader, mandate_list.Filter(), None, 1)
