"""The owner's word 業主同意 and the day's debts of the key log, as its services share them."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from desk.clock import newer
from desk.domain import key_word as rules
from desk.domain.key_word import OwnerWord
from desk.models import deadlines
from desk.models.key_count import KeyCount
from desk.models.key_loan import KeyExtension, KeyLoan
from desk.models.key_loss import KeyLoss
from desk.models.unit_of_work import UnitOfWork
from desk.services.cleaning import Cleaning

CATEGORY = "key"
DUE_BACK = "key_loan.due"
RUNS_OUT = "custody_agreement.ends"


def cleaned(clerk: str, cleaning: Cleaning, word: OwnerWord | None) -> OwnerWord | None:
    """The word with clean texts; who called is the clerk where nobody is named."""
    if word is None:
        return None
    caller = cleaning.line(word.caller, rules.NAME_LIMIT, "word_caller")
    by_phone = word.how is rules.WordHow.PHONE
    return replace(
        word,
        person=cleaning.line(word.person, rules.NAME_LIMIT, "word_person"),
        phone=cleaning.line(word.phone, rules.PHONE_LIMIT, "word_phone"),
        caller=caller or (clerk if by_phone else ""),
        text=cleaning.line(word.text, rules.TEXT_LIMIT, "word_text"),
    )


def columns(word: OwnerWord | None) -> dict[str, Any]:
    """The word as the columns of a loan or an extension."""
    if word is None:
        return {}
    return {
        "word_how": word.how,
        "word_person": word.person,
        "word_at": word.at,
        "word_phone": word.phone,
        "word_caller": word.caller,
        "word_text": word.text,
    }


def extension(
    work: UnitOfWork,
    record: tuple[str, int],
    span: tuple[datetime, datetime],
    why: str,
    word: OwnerWord | None = None,
) -> KeyExtension:
    """A loan or an agreement goes on; `span` is until when it ran, and until when it runs now."""
    (kind, record_id), (before, until) = record, span
    return KeyExtension(
        kind=kind,
        record_id=record_id,
        at=work.now,
        by_id=work.actor_id,
        before=before,
        until=until,
        why=why,
        **columns(word),
    )


def touch(work: UnitOfWork, row: KeyLoss | KeyCount) -> None:
    """A part of the record changed: another clerk who saw it before is told so."""
    row.touched_at = newer(row.touched_at, work.now)


def settle_loan(work: UnitOfWork, row: KeyLoan) -> None:
    """What a loan owes: the keys back by the time that was agreed; lost or void owes nothing."""
    gone = row.lost_at is not None or row.void_why
    owed = []
    if not gone:
        span = row.out_at, row.due_at
        owed.append(deadlines.ceiling(CATEGORY, DUE_BACK, span, row.returned_at))
    deadlines.put(work.reader, KeyLoan.__tablename__, row.id, owed, work.now)


def settle_agreement(
    work: UnitOfWork, agreement_id: int, span: tuple[datetime, datetime] | None, ended: bool
) -> None:
    """What an agreement owes: the keys back when it runs out; `span` is None where nothing is."""
    met_at = work.now if ended else None
    owed = [] if span is None else [deadlines.ceiling(CATEGORY, RUNS_OUT, span, met_at)]
    deadlines.put(work.reader, "custody_agreement", agreement_id, owed, work.now)
