"""《鑰匙領取單》 (F36, R34): which keys were handed to whom, one by one, for the owner to sign."""

from functools import partial
from typing import Any

from desk.domain.paper import FormCode
from desk.domain.permissions import Permission
from desk.i18n import pgettext
from desk.models.lists import Page, Reader
from desk.models.lists import key_receipt as receipt_list
from desk.models.lists.key_receipt import KeyReceiptRow, ReceiptLineRow
from desk.printing.forms.key_receipt import FORM, KeyLine, KeyReceipt
from desk.printing.job import Job
from desk.services.paper_build import Subject, build
from desk.services.paper_key_words import proof_words
from desk.services.paper_sheet import Asked, Sheet
from desk.services.paper_subject import record_of
from desk.services.workplace import Workplace

CODE = FormCode.KEY_RECEIPT
KIND = "key_receipt"


def prepare(workplace: Workplace, key: int | str, asked: Asked) -> Sheet:
    """The receipt as it stands now; `key` is an id, a number, a code or "latest"."""
    workplace.require(Permission.PRINT)
    with workplace.reading() as reader:
        row = _receipt(reader, key)
    subject = Subject(CODE, KIND, row.id, row.version, row.number, void=bool(row.void_why))
    return build(workplace, FORM, subject, asked, gather=partial(gathered, row))


def blank(workplace: Workplace, asked: Asked) -> Sheet:
    """The receipt without values, for the drawer."""
    workplace.require(Permission.PRINT)
    return build(workplace, FORM, Subject(CODE, KIND), asked)


def gathered(row: KeyReceiptRow, job: Job) -> KeyReceipt:
    """Every key on its line."""
    owner = pgettext("key paper", "Owner of the home")
    return KeyReceipt(
        job=job,
        number=row.number,
        unit=row.unit,
        receiver=row.receiver,
        capacity=owner if row.is_owner else row.authority,
        id_seen=proof_words(row.proof, row.proof_tail),
        phone=row.phone,
        received_at=row.handed_over_at,
        handed_over_by=row.handed_by,
        keys=tuple(map(_line, row.lines)),
        remark=row.remark,
    )


def _line(line: ReceiptLineRow) -> KeyLine:
    return KeyLine(line.what, line.keys, line.tag)


def _receipt(reader: Reader, key: int | str) -> KeyReceiptRow:
    return record_of(reader, KIND, key, receipt_list.detail, receipt_list.detail_by_number, _newest)


def _newest(reader: Reader) -> Page[Any]:
    return receipt_list.receipts(reader, receipt_list.Filter(), None, 1)
