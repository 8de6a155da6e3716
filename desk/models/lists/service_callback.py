"""Callbacks of services 服務回訪, as read: what was answered, by pages and of one record."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, func, select
from sqlalchemy.orm import aliased

from desk.domain.callback import CallbackOutcome
from desk.domain.service_callback import Aspect, CallbackFacts
from desk.models.estate import Unit
from desk.models.lists import Page, Reader, page
from desk.models.lists.order import newest_first
from desk.models.service_agreement import ServiceAgreement
from desk.models.service_callback import ServiceCallback
from desk.models.service_order import ServiceOrder
from desk.models.staff import Account

Key = tuple[datetime, int]

_By = aliased(Account)
_ToldBy = aliased(Account)


@dataclass(frozen=True)
class CallbackRow:
    """One callback whole; `number` is the order's or the long-term agreement's, `item_name` the
    wish of an order that no item of the price board names."""

    id: int
    version: int
    order_id: int | None
    agreement_id: int | None
    number: str
    unit: str | None
    customer: str
    item_name: str
    provider: str
    person_id: int | None
    at: datetime
    entered_at: datetime
    by: str
    how: str
    outcome: str
    timeliness: int | None
    manners: int | None
    quality: int | None
    requirement: int | None
    satisfaction: str
    words: str
    why: str
    signed_by: str
    told_at: datetime | None
    told_to: str
    told_by: str | None
    void_why: str

    @property
    def facts(self) -> CallbackFacts:
        """What the rules ask about it."""
        return CallbackFacts(
            at=self.at,
            outcome=CallbackOutcome(self.outcome),
            scores=tuple(getattr(self, aspect) for aspect in Aspect),
            is_told=self.told_at is not None,
            is_void=bool(self.void_why),
        )


@dataclass(frozen=True)
class Filter:
    """What the made callbacks are narrowed to; `untold` means that the provider of
    an order is to be told."""

    untold: bool = False
    since: datetime | None = None
    until: datetime | None = None


def callbacks(reader: Reader, wanted: Filter, after: Key | None, limit: int) -> Page[CallbackRow]:
    """A page of the callbacks that were made, newest first."""
    query = _CALLBACKS.where(*_narrowed(wanted))
    query = newest_first(query, ServiceCallback.at, ServiceCallback.id, after)
    return page(reader, query, _callback, _key, limit)


def of_order(reader: Reader, order_id: int) -> tuple[CallbackRow, ...]:
    """Every callback and attempt of an order, in their order: what stands on its slip (R247)."""
    query = _CALLBACKS.where(ServiceCallback.order_id == order_id).order_by(ServiceCallback.id)
    return tuple(_callback(row) for row in reader.execute(query))


def of_agreement(reader: Reader, agreement_id: int, limit: int) -> tuple[CallbackRow, ...]:
    """The latest visits of a customer with a long-term agreement (R110)."""
    query = (
        _CALLBACKS.where(ServiceCallback.agreement_id == agreement_id)
        .order_by(ServiceCallback.at.desc(), ServiceCallback.id.desc())
        .limit(limit)
    )
    return tuple(_callback(row) for row in reader.execute(query))


def detail(reader: Reader, callback_id: int) -> CallbackRow | None:
    """One callback by its id."""
    row = reader.execute(_CALLBACKS.where(ServiceCallback.id == callback_id)).first()
    return None if row is None else _callback(row)


# Parts


def _narrowed(wanted: Filter) -> list[ColumnElement[bool]]:
    clauses: list[ColumnElement[bool]] = []
    if wanted.untold:
        clauses += [
            ServiceCallback.outcome == "reached",
            ServiceCallback.told_at.is_(None),
            ServiceCallback.void_why == "",
            ServiceCallback.order_id.is_not(None),
        ]
    if wanted.since is not None:
        clauses.append(ServiceCallback.at >= wanted.since)
    if wanted.until is not None:
        clauses.append(ServiceCallback.at < wanted.until)
    return clauses


def _callback(row: Row[*tuple[Any, ...]]) -> CallbackRow:
    return CallbackRow(*row)


def _key(row: CallbackRow) -> Key:
    return row.at, row.id


_CALLBACKS: Select[*tuple[Any, ...]] = (
    select(
        ServiceCallback.id,
        ServiceCallback.version,
        ServiceCallback.order_id,
        ServiceCallback.agreement_id,
        func.coalesce(ServiceOrder.number, ServiceAgreement.number, ""),
        Unit.label,
        func.coalesce(ServiceOrder.customer, ServiceAgreement.customer, ""),
        func.coalesce(
            func.nullif(ServiceOrder.item_name, ""), func.substr(ServiceOrder.wish, 1, 60), ""
        ),
        func.coalesce(ServiceOrder.provider, ""),
        ServiceOrder.person_id,
        ServiceCallback.at,
        ServiceCallback.entered_at,
        _By.name,
        ServiceCallback.how,
        ServiceCallback.outcome,
        ServiceCallback.timeliness,
        ServiceCallback.manners,
        ServiceCallback.quality,
        ServiceCallback.requirement,
        ServiceCallback.satisfaction,
        ServiceCallback.words,
        ServiceCallback.why,
        ServiceCallback.signed_by,
        ServiceCallback.told_at,
        ServiceCallback.told_to,
        _ToldBy.name,
        ServiceCallback.void_why,
    )
    .select_from(ServiceCallback)
    .outerjoin(ServiceOrder, ServiceOrder.id == ServiceCallback.order_id)
    .outerjoin(ServiceAgreement, ServiceAgreement.id == ServiceCallback.agreement_id)
    .outerjoin(Unit, Unit.id == func.coalesce(ServiceOrder.unit_id, ServiceAgreement.unit_id))
    .outerjoin(_By, _By.id == ServiceCallback.by_id)
    .outerjoin(_ToldBy, _ToldBy.id == ServiceCallback.told_by_id)
)
