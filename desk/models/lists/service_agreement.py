"""Long-term agreements with customers, as read: by pages, one, those that hold in a time."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import Row, or_, select
from sqlalchemy.orm import aliased

from desk.domain.agreement_course import CourseFacts, CourseState, Signatory, state
from desk.domain.search_text import Term
from desk.domain.service_agreement import PARTIES
from desk.models.estate import Unit
from desk.models.lists import Page, Reader
from desk.models.lists.agreement import AgreementList, Key, renewal
from desk.models.lists.order import Query, found_by
from desk.models.service_agreement import ServiceAgreement
from desk.models.staff import Account

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
    return _LIST.page(reader, _narrowed(wanted), after, limit)


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
    return _LIST.first(reader, query.order_by(ServiceAgreement.id.desc()).limit(1))


def _narrowed(wanted: Filter) -> Query:
    query = _LIST.narrowed(wanted.unit_id, wanted.is_open)
    if wanted.terms is not None:
        query = query.where(found_by(wanted.terms, ServiceAgreement))
    return query


def _row(row: Row[*tuple[Any, ...]]) -> ServiceAgreementRow:
    told = ServiceAgreementRow(*row)
    return replace(told, content=tuple(told.content))


_QUERY: Query = (
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
        renewal(ServiceAgreement, _Next, _Next.id),
        renewal(ServiceAgreement, _Next, _Next.number),
    )
    .select_from(ServiceAgreement)
    .join(Unit, Unit.id == ServiceAgreement.unit_id)
    .join(_EnteredBy, _EnteredBy.id == ServiceAgreement.entered_by_id)
    .outerjoin(_Follows, _Follows.id == ServiceAgreement.follows_id)
)
_IS_OPEN = ServiceAgreement.ended_on.is_(None) & (ServiceAgreement.void_why == "")
_LIST = AgreementList(ServiceAgreement, _QUERY, _IS_OPEN, _row)
detail = _LIST.detail
detail_by_number = _LIST.detail_by_number
