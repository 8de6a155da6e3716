"""Agreements with suppliers, as read: by pages, one, those of a supplier."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, or_, select
from sqlalchemy.orm import aliased

from desk.domain import supplier_agreement as rules
from desk.domain.agreement_course import CourseFacts, CourseState, Signatory, state
from desk.domain.search_text import Term
from desk.models.estate import Unit
from desk.models.lists import Page, Reader
from desk.models.lists.agreement import AgreementList, Key, renewal
from desk.models.lists.order import Query, found_by
from desk.models.staff import Account
from desk.models.supplier import Supplier
from desk.models.supplier_agreement import SupplierAgreement

_EnteredBy = aliased(Account)
_Follows = aliased(SupplierAgreement)
_Next = aliased(SupplierAgreement)


@dataclass(frozen=True)
class SupplierAgreementRow:
    """One agreement whole; `follows` is the number of the one it renews, `next` of its renewal."""

    id: int
    version: int
    number: str
    supplier_id: int
    supplier: str
    unit_id: int | None
    unit: str | None
    customer: str
    scope: tuple[str, ...]
    charge: str
    starts: date
    ends: date
    remark: str
    entered_at: datetime
    entered_by: str
    customer_signed_on: date | None
    customer_signed_by: str
    customer_signed_how: str
    supplier_signed_on: date | None
    supplier_signed_by: str
    supplier_signed_how: str
    copy_kept_on: date | None
    follows_id: int | None
    follows: str | None
    ended_on: date | None
    ended_why: str
    void_why: str
    next_id: int | None
    next: str | None

    @property
    def facts(self) -> CourseFacts:
        """What the rules ask about it."""
        customer, supplier = rules.parties(self.unit_id)
        days = ((customer, self.customer_signed_on), (supplier, self.supplier_signed_on))
        return CourseFacts(
            starts=self.starts,
            ends=self.ends,
            parties=(customer, supplier),
            signed=tuple(party for party, day in days if day is not None),
            copy_asked=True,
            copy_kept_on=self.copy_kept_on,
            ended_on=self.ended_on,
            is_void=bool(self.void_why),
        )

    @property
    def signatures(self) -> tuple[tuple[Signatory, str, date | None], ...]:
        """Either party with who signed and when."""
        customer, supplier = rules.parties(self.unit_id)
        return (
            (customer, self.customer_signed_by, self.customer_signed_on),
            (supplier, self.supplier_signed_by, self.supplier_signed_on),
        )

    def state(self, today: date) -> CourseState:
        """Where it stands on the estate's day."""
        return state(self.facts, today)


@dataclass(frozen=True)
class Filter:
    """What the register is narrowed to; None means everything, `is_open` neither ended nor void."""

    supplier_id: int | None = None
    unit_id: int | None = None
    is_open: bool | None = None
    terms: Sequence[Term] | None = None


def agreements(
    reader: Reader, wanted: Filter, after: Key | None, limit: int
) -> Page[SupplierAgreementRow]:
    """A page of the register, newest first, after the key of the last row seen."""
    return _LIST.page(reader, _narrowed(wanted), after, limit)


def of_supplier(
    reader: Reader, supplier_id: int, unit_id: int | None
) -> tuple[SupplierAgreementRow, ...]:
    """What is open with a supplier: standing ones, and those of the household, newest first."""
    of_unit: ColumnElement[bool] = SupplierAgreement.unit_id.is_(None)
    if unit_id is not None:
        of_unit = or_(of_unit, SupplierAgreement.unit_id == unit_id)
    query = _QUERY.where(
        SupplierAgreement.supplier_id == supplier_id, SupplierAgreement.void_why == "", of_unit
    )
    return tuple(map(_row, reader.execute(query.order_by(SupplierAgreement.id.desc()))))


def _narrowed(wanted: Filter) -> Query:
    query = _LIST.narrowed(wanted.unit_id, wanted.is_open)
    if wanted.supplier_id is not None:
        query = query.where(SupplierAgreement.supplier_id == wanted.supplier_id)
    if wanted.terms is not None:
        query = query.where(_having(wanted.terms))
    return query


def _having(terms: Sequence[Term]) -> ColumnElement[bool]:
    """Found by its own words, or by its supplier's."""
    return or_(
        found_by(terms, SupplierAgreement),
        found_by(terms, Supplier, "supplier_agreement.supplier_id"),
    )


def _row(row: Row[*tuple[Any, ...]]) -> SupplierAgreementRow:
    told = SupplierAgreementRow(*row)
    return replace(told, scope=tuple(told.scope))


_QUERY: Query = (
    select(
        SupplierAgreement.id,
        SupplierAgreement.version,
        SupplierAgreement.number,
        SupplierAgreement.supplier_id,
        Supplier.name,
        SupplierAgreement.unit_id,
        Unit.label,
        SupplierAgreement.customer,
        SupplierAgreement.scope,
        SupplierAgreement.charge,
        SupplierAgreement.starts,
        SupplierAgreement.ends,
        SupplierAgreement.remark,
        SupplierAgreement.entered_at,
        _EnteredBy.name,
        SupplierAgreement.customer_signed_on,
        SupplierAgreement.customer_signed_by,
        SupplierAgreement.customer_signed_how,
        SupplierAgreement.supplier_signed_on,
        SupplierAgreement.supplier_signed_by,
        SupplierAgreement.supplier_signed_how,
        SupplierAgreement.copy_kept_on,
        SupplierAgreement.follows_id,
        _Follows.number,
        SupplierAgreement.ended_on,
        SupplierAgreement.ended_why,
        SupplierAgreement.void_why,
        renewal(SupplierAgreement, _Next, _Next.id),
        renewal(SupplierAgreement, _Next, _Next.number),
    )
    .select_from(SupplierAgreement)
    .join(Supplier, Supplier.id == SupplierAgreement.supplier_id)
    .join(_EnteredBy, _EnteredBy.id == SupplierAgreement.entered_by_id)
    .outerjoin(Unit, Unit.id == SupplierAgreement.unit_id)
    .outerjoin(_Follows, _Follows.id == SupplierAgreement.follows_id)
)
_IS_OPEN = SupplierAgreement.ended_on.is_(None) & (SupplierAgreement.void_why == "")
_LIST = AgreementList(SupplierAgreement, _QUERY, _IS_OPEN, _row)
detail = _LIST.detail
detail_by_number = _LIST.detail_by_number
