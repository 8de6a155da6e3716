"""Custody agreements, as read: by pages, one, and how many of their keys are where."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, exists, func, or_, select
from sqlalchemy.orm import aliased

from desk.domain.custody_agreement import AgreementFacts, AgreementState, state
from desk.domain.search_text import Term
from desk.models.custody_agreement import CustodyAgreement
from desk.models.estate import Unit
from desk.models.key_loan import KeyLoan
from desk.models.key_loss import KeyLoss
from desk.models.key_set import KeySet
from desk.models.lists import Page, Reader
from desk.models.lists.agreement import AgreementList, Key
from desk.models.lists.order import Query, found_by
from desk.models.staff import Account

_Custodian = aliased(Account)
_EnteredBy = aliased(Account)


@dataclass(frozen=True)
class AgreementRow:
    """One agreement whole. `received` sets came under it, `kept` are in custody, `away` of those
    are lent or lost."""

    id: int
    version: int
    number: str
    unit_id: int
    unit: str
    owner: str
    owner_phone: str
    custodian_id: int
    custodian: str
    starts: date
    ends: date
    purposes: tuple[str, ...]
    things: tuple[str, ...]
    remark: str
    entered_at: datetime
    entered_by: str
    owner_signed_on: date | None
    owner_signed_by: str
    owner_signed_how: str
    office_signed_on: date | None
    office_signed_by: str
    office_signed_how: str
    ended_at: datetime | None
    ended_to: str
    ended_authority: str
    ended_signed: str
    ended_why: str
    void_why: str
    received: int
    kept: int
    away: int

    @property
    def facts(self) -> AgreementFacts:
        """What the rules ask about it."""
        return AgreementFacts(
            starts=self.starts,
            ends=self.ends,
            purposes=self.purposes,
            things=self.things,
            owner_signed=self.owner_signed_on is not None,
            office_signed=self.office_signed_on is not None,
            received=self.received,
            kept=self.kept,
            away=self.away,
            is_ended=self.ended_at is not None,
            is_void=bool(self.void_why),
        )

    def state(self, today: date) -> AgreementState:
        """Where it stands on the estate's day."""
        return state(self.facts, today)


@dataclass(frozen=True)
class Filter:
    """What the register is narrowed to; None means everything, `is_open` neither ended nor void."""

    unit_id: int | None = None
    is_open: bool | None = None
    terms: Sequence[Term] | None = None


def agreements(reader: Reader, wanted: Filter, after: Key | None, limit: int) -> Page[AgreementRow]:
    """A page of the register, newest first, after the key of the last row seen."""
    return _LIST.page(reader, _narrowed(wanted), after, limit)


def _narrowed(wanted: Filter) -> Query:
    query = _LIST.narrowed(wanted.unit_id, wanted.is_open)
    if wanted.terms is not None:
        query = query.where(found_by(wanted.terms, CustodyAgreement))
    return query


def _row(row: Row[*tuple[Any, ...]]) -> AgreementRow:
    told = AgreementRow(*row)
    return replace(told, purposes=tuple(told.purposes), things=tuple(told.things))


def _count(*which: Any) -> Any:
    sets = select(func.count(KeySet.id)).where(KeySet.agreement_id == CustodyAgreement.id, *which)
    return sets.correlate(CustodyAgreement).scalar_subquery()


_IS_KEPT = KeySet.left_at.is_(None)
_IS_AWAY = or_(
    exists().where(KeyLoan.key_set_id == KeySet.id, KeyLoan.ended_at.is_(None)),
    exists().where(KeyLoss.key_set_id == KeySet.id, KeyLoss.closed_at.is_(None)),
)
_QUERY: Query = (
    select(
        CustodyAgreement.id,
        CustodyAgreement.version,
        CustodyAgreement.number,
        CustodyAgreement.unit_id,
        Unit.label,
        CustodyAgreement.owner,
        CustodyAgreement.owner_phone,
        CustodyAgreement.custodian_id,
        _Custodian.name,
        CustodyAgreement.starts,
        CustodyAgreement.ends,
        CustodyAgreement.purposes,
        CustodyAgreement.things,
        CustodyAgreement.remark,
        CustodyAgreement.entered_at,
        _EnteredBy.name,
        CustodyAgreement.owner_signed_on,
        CustodyAgreement.owner_signed_by,
        CustodyAgreement.owner_signed_how,
        CustodyAgreement.office_signed_on,
        CustodyAgreement.office_signed_by,
        CustodyAgreement.office_signed_how,
        CustodyAgreement.ended_at,
        CustodyAgreement.ended_to,
        CustodyAgreement.ended_authority,
        CustodyAgreement.ended_signed,
        CustodyAgreement.ended_why,
        CustodyAgreement.void_why,
        _count(),
        _count(_IS_KEPT),
        _count(_IS_KEPT, _IS_AWAY),
    )
    .select_from(CustodyAgreement)
    .join(Unit, Unit.id == CustodyAgreement.unit_id)
    .join(_Custodian, _Custodian.id == CustodyAgreement.custodian_id)
    .join(_EnteredBy, _EnteredBy.id == CustodyAgreement.entered_by_id)
)
_IS_OPEN = CustodyAgreement.ended_at.is_(None) & (CustodyAgreement.void_why == "")
_LIST = AgreementList(CustodyAgreement, _QUERY, _IS_OPEN, _row)
detail = _LIST.detail
detail_by_number = _LIST.detail_by_number
