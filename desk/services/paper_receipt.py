"""《收據》 (F25, R32, R244): what was received, in figures and in capital figures."""

from functools import partial
from typing import Any

from desk.domain.money_words import capitals
from desk.domain.paper import FormCode
from desk.domain.permissions import Permission
from desk.domain.receipt import Method, Place
from desk.i18n import pgettext
from desk.models.lists import Page, Reader
from desk.models.lists import fee_mandate as mandate_list
from desk.models.lists import history as history_list
from desk.models.lists import receipt as receipt_list
from desk.models.lists.fee_mandate import MandateRow
from desk.models.lists.receipt import ReceiptRow
from desk.printing.forms.receipt import FORM, PaidLine, Receipt
from desk.printing.job import Job
from desk.services.paper_build import Subject, build
from desk.services.paper_sheet import Asked, Sheet
from desk.services.paper_subject import record_of
from desk.services.workplace import Workplace

CODE = FormCode.RECEIPT
KIND = "receipt"


def prepare(workplace: Workplace, key: int | str, asked: Asked) -> Sheet:
    """The receipt as it stands now; `key` is an id, a number, a code or "latest"."""
    workplace.require(Permission.PRINT)
    with workplace.reading() as reader:
        row = _receipt(reader, key)
        about = _about(reader, row)
        known = None if row.mandate_id is None else mandate_list.detail(reader, row.mandate_id)
    subject = Subject(CODE, KIND, row.id, row.version, row.number, void=row.is_void)
    gather = partial(gathered, row, about, known)
    return build(workplace, FORM, subject, asked, gather=gather)


def blank(workplace: Workplace, asked: Asked) -> Sheet:
    """The receipt without values, for the drawer."""
    workplace.require(Permission.PRINT)
    return build(workplace, FORM, Subject(CODE, KIND), asked)


def gathered(row: ReceiptRow, about: str, mandate: MandateRow | None, job: Job) -> Receipt:
    """Every amount on its line; `about` is the number of the record it was paid for."""
    money = job.custom.beside(row.amounts).money
    return Receipt(
        job=job,
        number=row.number,
        payer=row.payer,
        unit=row.unit or "",
        about=about,
        received_at=row.received_at,
        lines=tuple(PaidLine(line.what, money(line.amount)) for line in row.lines),
        total=money(row.total),
        capitals=capitals(row.total, job.custom.region),
        method=Method(row.method),
        reference=row.reference,
        place=Place(row.place),
        collected_by=row.collected_by,
        checked_by=row.checked_by,
        mandate=_mandate(mandate),
        remark=row.remark,
        void_why=row.void_why,
    )


def _mandate(mandate: MandateRow | None) -> str:
    if mandate is None:
        return ""
    told = pgettext("receipt paper", "{builder}, mandate {number}")
    return told.format(builder=mandate.builder, number=mandate.number)


def _about(reader: Reader, row: ReceiptRow) -> str:
    """The number of the record it was paid for; "" where it was paid for none that has one."""
    if row.record_id is None:
        return ""
    return history_list.number_of_record(reader, row.kind, row.record_id)


def _receipt(reader: Reader, key: int | str) -> ReceiptRow:
    return record_of(reader, KIND, key, receipt_list.detail, receipt_list.detail_by_number, _newest)


def _newest(reader: Reader) -> Page[Any]:
    return receipt_list.receipts(reader, receipt_list.Filter(), None, 1)
