"""《鑰匙借用單》 of a loan (R112, R113): who has which key, for what, until when; its return."""

from functools import partial
from typing import Any

from desk.domain.key_loan import KeyCondition
from desk.domain.paper import FormCode
from desk.domain.permissions import Permission
from desk.models.lists import Page, Reader
from desk.models.lists import key_loan as loan_list
from desk.models.lists.key_loan import KeyLoanRow
from desk.printing.forms.key_loan import FORM, KeyLoan
from desk.printing.job import Job
from desk.services.paper_build import Subject, build
from desk.services.paper_key_words import proof_words, purpose_words, word_words
from desk.services.paper_sheet import Asked, Sheet
from desk.services.paper_subject import record_of
from desk.services.workplace import Workplace

CODE = FormCode.KEY_LOAN
KIND = "key_loan"


def prepare(workplace: Workplace, key: int | str, asked: Asked) -> Sheet:
    """The slip as it stands now; `key` is an id, a number, a code or "latest"."""
    workplace.require(Permission.PRINT)
    with workplace.reading() as reader:
        row = _loan(reader, key)
    subject = Subject(CODE, KIND, row.id, row.version, row.number, void=bool(row.void_why))
    return build(workplace, FORM, subject, asked, gather=partial(gathered, row))


def blank(workplace: Workplace, asked: Asked) -> Sheet:
    """The slip without values, for the drawer."""
    workplace.require(Permission.PRINT)
    return build(workplace, FORM, Subject(CODE, KIND), asked)


def gathered(row: KeyLoanRow, job: Job) -> KeyLoan:
    """Everything that is known of the loan."""
    return KeyLoan(
        job=job,
        number=row.number,
        tag=row.tag,
        opens=row.opens,
        unit=row.unit or "",
        keys=row.keys,
        borrower=row.borrower,
        company=row.company,
        id_seen=proof_words(row.proof, row.proof_tail),
        phone=row.phone,
        purpose=purpose_words(row.purpose),
        case=row.about,
        allowed=word_words(row, job.custom),
        out_at=row.out_at,
        lent_by=row.lent_by,
        due_at=row.due_at,
        returned_at=row.returned_at,
        returned_by=row.returned_by,
        taken_back_by=row.received_by or "",
        condition=KeyCondition(row.condition) if row.condition else None,
        damage=row.condition_text,
    )


def _loan(reader: Reader, key: int | str) -> KeyLoanRow:
    return record_of(reader, KIND, key, loan_list.detail, loan_list.detail_by_number, _newest)


def _newest(reader: Reader) -> Page[Any]:
    return loan_list.loans(reader, loan_list.Filter(), None, 1)
