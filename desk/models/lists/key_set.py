"""Keys in custody, as read: the register by pages, one set, what hangs on the board."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, and_, or_, select
from sqlalchemy.orm import aliased

from desk.domain.key_set import KeySetState
from desk.domain.search_text import Term
from desk.models.custody_agreement import CustodyAgreement
from desk.models.estate import Unit
from desk.models.key_loan import KeyLoan
from desk.models.key_loss import KeyLoss
from desk.models.key_receipt import KeyReceipt
from desk.models.key_set import KeySet
from desk.models.lists import Page, Reader, page
from desk.models.lists.order import found_by, in_order
from desk.models.staff import Account

Key = tuple[str, int]

_EnteredBy = aliased(Account)
_LeftBy = aliased(Account)


@dataclass(frozen=True)
class KeySetRow:
    """One set whole. `loan_id` to `due_at` are of the loan it is out on, `loss_id` of its open
    loss; `left_*` say how it left custody."""

    id: int
    version: int
    tag: str
    hook: str
    opens: str
    keys: int
    basis: str
    agreement_id: int | None
    agreement: str | None
    unit_id: int | None
    unit: str | None
    left_for: str
    left_for_text: str
    left_by: str
    phone: str
    received_at: datetime
    remark: str
    entered_at: datetime
    entered_by: str
    free_at: datetime
    left_at: datetime | None
    left_how: str
    left_to: str
    left_authority: str
    left_signed: str
    left_why: str
    left_by_clerk: str | None
    receipt_id: int | None
    receipt: str | None
    loan_id: int | None
    loan: str | None
    borrower: str | None
    company: str | None
    out_at: datetime | None
    due_at: datetime | None
    loss_id: int | None

    @property
    def state(self) -> KeySetState:
        """Where it is, by what happened to it."""
        if self.left_at is not None:
            return KeySetState(self.left_how)
        if self.loss_id is not None:
            return KeySetState.LOST
        return KeySetState.IN if self.loan_id is None else KeySetState.LENT


@dataclass(frozen=True)
class Filter:
    """What the register is narrowed to; None means everything. `overdue_at` asks for what was due
    before that moment."""

    state: KeySetState | None = None
    basis: str | None = None
    unit_id: int | None = None
    agreement_id: int | None = None
    overdue_at: datetime | None = None
    terms: Sequence[Term] | None = None


def sets(reader: Reader, wanted: Filter, after: Key | None, limit: int) -> Page[KeySetRow]:
    """A page of the register by tag, after the key of the last row seen."""
    query = in_order(_narrowed(wanted), KeySet.tag, KeySet.id, after)
    return page(reader, query, _row, _key, limit)


def detail(reader: Reader, set_id: int) -> KeySetRow | None:
    """One set by its id."""
    return _first(reader, _QUERY.where(KeySet.id == set_id))


def detail_by_tag(reader: Reader, tag: str) -> KeySetRow | None:
    """The set that bears a tag; of several over the years the one in custody, or the last."""
    query = _QUERY.where(KeySet.tag == tag)
    return _first(reader, query.order_by(KeySet.left_at.is_not(None), KeySet.id.desc()).limit(1))


def of_agreement(reader: Reader, agreement_id: int) -> tuple[KeySetRow, ...]:
    """Every set that is or was under an agreement, in the order they came."""
    query = _QUERY.where(KeySet.agreement_id == agreement_id).order_by(KeySet.id)
    return tuple(map(_row, reader.execute(query)))


def hooks_once_used(reader: Reader) -> tuple[str, ...]:
    """Where something hung that is in custody no more."""
    query = select(KeySet.hook).where(KeySet.left_at.is_not(None), KeySet.hook != "").distinct()
    return tuple(reader.scalars(query))


def holder(reader: Reader, column: str, value: str, except_id: int | None) -> KeySetRow | None:
    """The set in custody that has a tag or a hook, if it is another one."""
    query = _QUERY.where(KeySet.left_at.is_(None), getattr(KeySet, column) == value)
    if except_id is not None:
        query = query.where(KeySet.id != except_id)
    return _first(reader, query)


def _narrowed(wanted: Filter) -> Select[*tuple[Any, ...]]:
    query = _QUERY
    if wanted.state is not None:
        query = query.where(*_STATES[wanted.state])
    if wanted.basis is not None:
        query = query.where(KeySet.basis == wanted.basis)
    if wanted.unit_id is not None:
        query = query.where(KeySet.unit_id == wanted.unit_id)
    if wanted.agreement_id is not None:
        query = query.where(KeySet.agreement_id == wanted.agreement_id)
    if wanted.overdue_at is not None:
        query = query.where(KeyLoan.due_at < wanted.overdue_at, KeyLoss.id.is_(None))
    if wanted.terms is not None:
        query = query.where(_having(wanted.terms))
    return query


_STATES: dict[KeySetState, tuple[Any, ...]] = {
    KeySetState.IN: (KeySet.left_at.is_(None), KeyLoan.id.is_(None), KeyLoss.id.is_(None)),
    KeySetState.LENT: (KeySet.left_at.is_(None), KeyLoan.id.is_not(None), KeyLoss.id.is_(None)),
    KeySetState.LOST: (KeySet.left_at.is_(None), KeyLoss.id.is_not(None)),
    KeySetState.RETURNED: (KeySet.left_how == KeySetState.RETURNED.value,),
    KeySetState.RETIRED: (KeySet.left_how == KeySetState.RETIRED.value,),
}


def _having(terms: Sequence[Term]) -> ColumnElement[bool]:
    """Found by the set's own words, or by who has it now."""
    return or_(found_by(terms, KeySet), found_by(terms, KeyLoan))


def _first(reader: Reader, query: Select[*tuple[Any, ...]]) -> KeySetRow | None:
    row = reader.execute(query).first()
    return None if row is None else _row(row)


def _row(row: Row[*tuple[Any, ...]]) -> KeySetRow:
    return KeySetRow(*row)


def _key(row: KeySetRow) -> Key:
    return row.tag, row.id


_QUERY: Select[*tuple[Any, ...]] = (
    select(
        KeySet.id,
        KeySet.version,
        KeySet.tag,
        KeySet.hook,
        KeySet.opens,
        KeySet.keys,
        KeySet.basis,
        KeySet.agreement_id,
        CustodyAgreement.number,
        KeySet.unit_id,
        Unit.label,
        KeySet.left_for,
        KeySet.left_for_text,
        KeySet.left_by,
        KeySet.phone,
        KeySet.received_at,
        KeySet.remark,
        KeySet.entered_at,
        _EnteredBy.name,
        KeySet.free_at,
        KeySet.left_at,
        KeySet.left_how,
        KeySet.left_to,
        KeySet.left_authority,
        KeySet.left_signed,
        KeySet.left_why,
        _LeftBy.name,
        KeySet.receipt_id,
        KeyReceipt.number,
        KeyLoan.id,
        KeyLoan.number,
        KeyLoan.borrower,
        KeyLoan.company,
        KeyLoan.out_at,
        KeyLoan.due_at,
        KeyLoss.id,
    )
    .select_from(KeySet)
    .join(_EnteredBy, _EnteredBy.id == KeySet.entered_by_id)
    .outerjoin(CustodyAgreement, CustodyAgreement.id == KeySet.agreement_id)
    .outerjoin(Unit, Unit.id == KeySet.unit_id)
    .outerjoin(_LeftBy, _LeftBy.id == KeySet.left_by_id)
    .outerjoin(KeyReceipt, KeyReceipt.id == KeySet.receipt_id)
    .outerjoin(KeyLoan, and_(KeyLoan.key_set_id == KeySet.id, KeyLoan.ended_at.is_(None)))
    .outerjoin(KeyLoss, and_(KeyLoss.key_set_id == KeySet.id, KeyLoss.closed_at.is_(None)))
)
