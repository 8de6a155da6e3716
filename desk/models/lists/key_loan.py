"""Loans of keys, as read: by pages, one, the uses of a set or of an agreement, what is overdue."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, or_, select
from sqlalchemy.orm import aliased

from desk.domain.key_loan import KeyLoanState, LoanFacts, state
from desk.domain.search_text import Term
from desk.models.custody_agreement import CustodyAgreement
from desk.models.estate import Unit
from desk.models.key_loan import KeyExtension, KeyLoan
from desk.models.key_set import KeySet
from desk.models.lists import Page, Reader, page
from desk.models.lists.order import found_by, newest_first
from desk.models.staff import Account

Key = tuple[datetime, int]

_LentBy = aliased(Account)
_ReceivedBy = aliased(Account)

# What is open is few: asked for by itself, it is found by its own index and not among all.
_OPEN_IDS = select(KeyLoan.id).where(KeyLoan.ended_at.is_(None))


@dataclass(frozen=True)
class KeyLoanRow:
    """One use of a set whole; `tag`, `opens`, `unit` and `basis` are the set's."""

    id: int
    version: int
    number: str
    key_set_id: int
    tag: str
    opens: str
    hook: str
    basis: str
    unit_id: int | None
    unit: str | None
    agreement_id: int | None
    agreement: str | None
    keys: int
    borrower: str
    company: str
    phone: str
    proof: str
    proof_tail: str
    purpose: str
    about: str
    out_at: datetime
    due_at: datetime
    lent_by: str
    entered_at: datetime
    signed: str
    slip_home_on: date | None
    slip_signed_by: str
    word_how: str
    word_person: str
    word_at: datetime | None
    word_phone: str
    word_caller: str
    word_text: str
    returned_at: datetime | None
    returned_by: str
    received_by: str | None
    condition: str
    condition_text: str
    return_signed: str
    lost_at: datetime | None
    ended_at: datetime | None
    void_why: str

    @property
    def facts(self) -> LoanFacts:
        """What the rules ask about it."""
        return LoanFacts(
            self.out_at,
            self.due_at,
            is_back=self.returned_at is not None,
            is_lost=self.lost_at is not None,
            is_void=bool(self.void_why),
        )

    def state(self, now: datetime) -> KeyLoanState:
        """Where it stands at a moment."""
        return state(self.facts, now)


@dataclass(frozen=True)
class ExtensionRow:
    """A loan or an agreement that goes on; `before` and `until` are moments."""

    id: int
    at: datetime
    by: str
    before: datetime
    until: datetime
    why: str
    word_how: str
    word_person: str
    word_at: datetime | None
    word_phone: str
    word_caller: str
    word_text: str


@dataclass(frozen=True)
class Filter:
    """What the register is narrowed to; None means everything, `is_open` what is still out."""

    key_set_id: int | None = None
    agreement_id: int | None = None
    is_open: bool | None = None
    overdue_at: datetime | None = None
    since: datetime | None = None
    until: datetime | None = None
    terms: Sequence[Term] | None = None


def loans(reader: Reader, wanted: Filter, after: Key | None, limit: int) -> Page[KeyLoanRow]:
    """A page of the register, newest first, after the key of the last row seen."""
    query = newest_first(_narrowed(wanted), KeyLoan.out_at, KeyLoan.id, after)
    return page(reader, query, _row, _key, limit)


def overdue(reader: Reader, now: datetime, limit: int) -> tuple[KeyLoanRow, ...]:
    """What should be back by now, the longest first."""
    query = _QUERY.where(KeyLoan.ended_at.is_(None), KeyLoan.due_at < now)
    ordered = query.order_by(KeyLoan.due_at, KeyLoan.id).limit(limit)
    return tuple(map(_row, reader.execute(ordered)))


def uses(reader: Reader, wanted: Filter) -> tuple[KeyLoanRow, ...]:
    """Every use that is no mistake, the oldest first: the use log of a set or an agreement."""
    query = _narrowed(wanted).where(KeyLoan.void_why == "")
    return tuple(map(_row, reader.execute(query.order_by(KeyLoan.out_at, KeyLoan.id))))


def detail(reader: Reader, loan_id: int) -> KeyLoanRow | None:
    """One loan by its id."""
    return _first(reader, _QUERY.where(KeyLoan.id == loan_id))


def detail_by_number(reader: Reader, number: str) -> KeyLoanRow | None:
    """One loan by its number."""
    return _first(reader, _QUERY.where(KeyLoan.number == number))


def extensions(reader: Reader, kind: str, record_id: int) -> tuple[ExtensionRow, ...]:
    """How often a loan or an agreement went on, the oldest first."""
    query: Select[*tuple[Any, ...]] = (
        select(
            KeyExtension.id,
            KeyExtension.at,
            Account.name,
            KeyExtension.before,
            KeyExtension.until,
            KeyExtension.why,
            KeyExtension.word_how,
            KeyExtension.word_person,
            KeyExtension.word_at,
            KeyExtension.word_phone,
            KeyExtension.word_caller,
            KeyExtension.word_text,
        )
        .join(Account, Account.id == KeyExtension.by_id)
        .where(KeyExtension.kind == kind, KeyExtension.record_id == record_id)
        .order_by(KeyExtension.id)
    )
    return tuple(ExtensionRow(*row) for row in reader.execute(query))


def _narrowed(wanted: Filter) -> Select[*tuple[Any, ...]]:
    query = _QUERY
    if wanted.key_set_id is not None:
        query = query.where(KeyLoan.key_set_id == wanted.key_set_id)
    if wanted.agreement_id is not None:
        query = query.where(KeyLoan.agreement_id == wanted.agreement_id)
    if wanted.is_open is not None:
        ended = KeyLoan.ended_at.is_not(None)
        query = query.where(KeyLoan.id.in_(_OPEN_IDS) if wanted.is_open else ended)
    if wanted.overdue_at is not None:
        late = _OPEN_IDS.where(KeyLoan.due_at < wanted.overdue_at)
        query = query.where(KeyLoan.id.in_(late))
    if wanted.since is not None:
        query = query.where(KeyLoan.out_at >= wanted.since)
    if wanted.until is not None:
        query = query.where(KeyLoan.out_at < wanted.until)
    if wanted.terms is not None:
        query = query.where(_having(wanted.terms))
    return query


def _having(terms: Sequence[Term]) -> ColumnElement[bool]:
    """Found by the loan's own words, or by those of its set."""
    return or_(found_by(terms, KeyLoan), found_by(terms, KeySet))


def _first(reader: Reader, query: Select[*tuple[Any, ...]]) -> KeyLoanRow | None:
    row = reader.execute(query).first()
    return None if row is None else _row(row)


def _row(row: Row[*tuple[Any, ...]]) -> KeyLoanRow:
    return KeyLoanRow(*row)


def _key(row: KeyLoanRow) -> Key:
    return row.out_at, row.id


_QUERY: Select[*tuple[Any, ...]] = (
    select(
        KeyLoan.id,
        KeyLoan.version,
        KeyLoan.number,
        KeyLoan.key_set_id,
        KeySet.tag,
        KeySet.opens,
        KeySet.hook,
        KeySet.basis,
        KeySet.unit_id,
        Unit.label,
        KeyLoan.agreement_id,
        CustodyAgreement.number,
        KeyLoan.keys,
        KeyLoan.borrower,
        KeyLoan.company,
        KeyLoan.phone,
        KeyLoan.proof,
        KeyLoan.proof_tail,
        KeyLoan.purpose,
        KeyLoan.about,
        KeyLoan.out_at,
        KeyLoan.due_at,
        _LentBy.name,
        KeyLoan.entered_at,
        KeyLoan.signed,
        KeyLoan.slip_home_on,
        KeyLoan.slip_signed_by,
        KeyLoan.word_how,
        KeyLoan.word_person,
        KeyLoan.word_at,
        KeyLoan.word_phone,
        KeyLoan.word_caller,
        KeyLoan.word_text,
        KeyLoan.returned_at,
        KeyLoan.returned_by,
        _ReceivedBy.name,
        KeyLoan.condition,
        KeyLoan.condition_text,
        KeyLoan.return_signed,
        KeyLoan.lost_at,
        KeyLoan.ended_at,
        KeyLoan.void_why,
    )
    .select_from(KeyLoan)
    .join(KeySet, KeySet.id == KeyLoan.key_set_id)
    .join(_LentBy, _LentBy.id == KeyLoan.lent_by_id)
    .outerjoin(Unit, Unit.id == KeySet.unit_id)
    .outerjoin(CustodyAgreement, CustodyAgreement.id == KeyLoan.agreement_id)
    .outerjoin(_ReceivedBy, _ReceivedBy.id == KeyLoan.received_by_id)
)
