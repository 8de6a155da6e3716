"""Long-term agreements with customers, as read: by pages, one, those that hold in a time."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import Row, Select, or_, select
from sqlalchemy.orm import aliased

from desk.domain.agreement_course import CourseFacts, CourseState, Signatory, state
from desk.domain.search_text import Term
from desk.domain.service_agreement import PARTIES
from desk.models.estate import Unit
from desk.models.lists import Page, Reader, page
from desk.models.lists.order import found_by, latest_first
from desk.models.service_agreement import ServiceAgreement
from desk.models.staff import Account

Key = tuple[int]

_EnteredBy = aliased(Account)
_Follows = aliased(ServiceAgreement)
_Next = aliased(ServiceAgreement)


@dataclass(frozen=True)
class ServiceAgreementRow:
    """One agreement whole; `follows` is the number of the one it renews, `next` of its renewal."""

    id: int
    version: int
    number: str
    unit_id: int
    unit: str
    customer: str
    phone: str
    content: tuple[str, ...]
    starts: date
    ends: date
    amount: Decimal
    per: str
    charge: str
    office_terms: str
    customer_terms: str
    remark: str
    entered_at: datetime
    entered_by: str
    customer_signed_on: date | None
    customer_signed_by: str
    customer_signed_how: str
    office_signed_on: date | None
    office_signed_by: str
    office_signed_how: str
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
        days = zip(PARTIES, (self.customer_signed_on, self.office_signed_on), strict=True)
        return CourseFacts(
            starts=self.starts,
            ends=self.ends,
            parties=PARTIES,
            signed=tuple(party for party, day in days if day is not None),
            ended_on=self.ended_on,
            is_void=bool(self.void_why),
        )

    @property
    def signatures(self) -> tuple[tuple[Signatory, str, date | None], ...]:
        """Either party with who signed and when."""
        customer, office = PARTIES
        return (
            (customer, self.customer_signed_by, self.customer_signed_on),
            (office, self.office_signed_by, self.office_signed_on),
        )

    @property
    def signed_on(self) -> date | None:
        """The day on which the second of both signed: since then it is new (R109)."""
        if self.customer_signed_on is None or self.office_signed_on is None:
            return None
        return max(self.customer_signed_on, self.office_signed_on)

    def state(self, today: date) -> CourseState:
        """Where it stands on the estate's day."""
        return state(self.facts, today)


@dataclass(frozen=True)
class Filter:
    """What the register is narrowed to; None means everything, `is_open` neither ended nor void."""

    unit_id: int | None = None
    is_open: bool | None = None
    terms: Sequence[Term] | None = None


def agreements(
    reader: Reader, wanted: Filter, after: Key | None, limit: int
) -> Page[ServiceAgreementRow]:
    """A page of the register, newest first, after the key of the last row seen."""
    query = latest_first(_narrowed(wanted), ServiceAgreement.id, after)
    return page(reader, query, _row, _key, limit)


def detail(reader: Reader, agreement_id: int) -> ServiceAgreementRow | None:
    """One agreement by its id."""
    return _first(reader, _QUERY.where(ServiceAgreement.id == agreement_id))


def detail_by_number(reader: Reader, number: str) -> ServiceAgreementRow | None:
    """One agreement by its number."""
    return _first(reader, _QUERY.where(ServiceAgreement.number == number))


def holding(reader: Reader, first: date, last: date) -> tuple[ServiceAgreementRow, ...]:
    """Every agreement that both signed and that held on some day of a time, both included (R110).

    Found through the index of their ends: agreements of years ago are not read.
    """
    ended = ServiceAgreement.ended_on
    query = _QUERY.where(
        ServiceAgreement.ends >= first,
        ServiceAgreement.starts <= last,
        or_(ended.is_(None), ended >= first),
        ServiceAgreement.void_why == "",
        ServiceAgreement.customer_signed_on.is_not(None),
        ServiceAgreement.office_signed_on.is_not(None),
    )
    rows = reader.execute(query.order_by(ServiceAgreement.ends, ServiceAgreement.id))
    return tuple(map(_row, rows))


def of_unit(reader: Reader, unit_id: int, day: date) -> ServiceAgreementRow | None:
    """The agreement of a household that holds on a day; of several the one signed last."""
    query = _QUERY.where(
        ServiceAgreement.unit_id == unit_id,
        ServiceAgreement.starts <= day,
        ServiceAgreement.ends >= day,
        or_(ServiceAgreement.ended_on.is_(None), ServiceAgreement.ended_on >= day),
        ServiceAgreement.void_why == "",
        ServiceAgreement.customer_signed_on.is_not(None),
        ServiceAgreement.office_signed_on.is_not(None),
    )
    return _first(reader, query.order_by(ServiceAgreement.id.desc()).limit(1))


def _narrowed(wanted: Filter) -> Select[*tuple[Any, ...]]:
    query = _QUERY
    if wanted.unit_id is not None:
        query = query.where(ServiceAgreement.unit_id == wanted.unit_id)
    if wanted.is_open is not None:
        is_open = ServiceAgreement.ended_on.is_(None) & (ServiceAgreement.void_why == "")
        query = query.where(is_open if wanted.is_open else ~is_open)
    if wanted.terms is not None:
        query = query.where(found_by(wanted.terms, ServiceAgreement))
    return query


def _first(reader: Reader, query: Select[*tuple[Any, ...]]) -> ServiceAgreementRow | None:
    row = reader.execute(query).first()
    return None if row is None else _row(row)


def _row(row: Row[*tuple[Any, ...]]) -> ServiceAgreementRow:
    told = ServiceAgreementRow(*row)
    return replace(told, content=tuple(told.content))


def _key(row: ServiceAgreementRow) -> Key:
    return (row.id,)


def _next(column: Any) -> Any:
    """What renews it, if it is not void."""
    renewal = _Next.follows_id == ServiceAgreement.id
    return (
        select(column)
        .where(renewal, _Next.void_why == "")
        .order_by(_Next.id.desc())
        .limit(1)
        .correlate(ServiceAgreement)
        .scalar_subquery()
    )


_QUERY: Select[*tuple[Any, ...]] = (
    select(
        ServiceAgreement.id,
        ServiceAgreement.version,
        ServiceAgreement.number,
        ServiceAgreement.unit_id,
        Unit.label,
        ServiceAgreement.customer,
        ServiceAgreement.phone,
        ServiceAgreement.content,
        ServiceAgreement.starts,
        ServiceAgreement.ends,
        ServiceAgreement.amount,
        ServiceAgreement.per,
        ServiceAgreement.charge,
        ServiceAgreement.office_terms,
        ServiceAgreement.customer_terms,
        ServiceAgreement.remark,
        ServiceAgreement.entered_at,
        _EnteredBy.name,
        ServiceAgreement.customer_signed_on,
        ServiceAgreement.customer_signed_by,
        ServiceAgreement.customer_signed_how,
        ServiceAgreement.office_signed_on,
        ServiceAgreement.office_signed_by,
        ServiceAgreement.office_signed_how,
        ServiceAgreement.follows_id,
        _Follows.number,
        ServiceAgreement.ended_on,
        ServiceAgreement.ended_why,
        ServiceAgreement.void_why,
        _next(_Next.id),
        _next(_Next.number),
    )
    .select_from(ServiceAgreement)
    .join(Unit, Unit.id == ServiceAgreement.unit_id)
    .join(_EnteredBy, _EnteredBy.id == ServiceAgreement.entered_by_id)
    .outerjoin(_Follows, _Follows.id == ServiceAgreement.follows_id)
)
