"""The parts of a service order 顧客委託服務單, as read: materials, changes, damage, journal."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import select

from desk.domain.service_order_parts import Change, Damage, Fit, Material, Rework, Source, Word
from desk.models.lists import Reader
from desk.models.service_order import (
    ServiceChange,
    ServiceDamage,
    ServiceMaterial,
    ServiceOrder,
    ServiceOrderEvent,
    ServiceRework,
)
from desk.models.staff import Account


@dataclass(frozen=True)
class EventRow:
    """One step of an order's journal: when it happened, when and by whom it was entered."""

    id: int
    kind: str
    at: datetime
    entered_at: datetime
    by: str | None
    person: str
    text: str
    amount: Decimal | None
    refers_to: int | None


def materials(reader: Reader, order_id: int) -> tuple[Material, ...]:
    """What was used, or was to be, in the order of its entry."""
    found = _read(reader, ServiceMaterial, Material, order_id)
    return tuple(
        Material(**one | {"source": Source(one["source"]), "fit": Fit(one["fit"])}) for one in found
    )


def changes(reader: Reader, order_id: int) -> tuple[Change, ...]:
    """What differed from the agreement, the oldest first."""
    found = _read(reader, ServiceChange, Change, order_id)
    return tuple(Change(**one | {"word": Word(one["word"])}) for one in found)


def damages(reader: Reader, order_id: int) -> tuple[Damage, ...]:
    """What was damaged, the oldest first."""
    return tuple(Damage(**one) for one in _read(reader, ServiceDamage, Damage, order_id))


def reworks(reader: Reader, order_id: int) -> tuple[Rework, ...]:
    """How often it was done again, the first one first."""
    return tuple(Rework(**one) for one in _read(reader, ServiceRework, Rework, order_id))


def events(reader: Reader, order_id: int) -> tuple[EventRow, ...]:
    """The journal, oldest first."""
    query = (
        select(
            ServiceOrderEvent.id,
            ServiceOrderEvent.kind,
            ServiceOrderEvent.at,
            ServiceOrderEvent.entered_at,
            Account.name,
            ServiceOrderEvent.person,
            ServiceOrderEvent.text,
            ServiceOrderEvent.amount,
            ServiceOrderEvent.refers_to,
        )
        .outerjoin(Account, Account.id == ServiceOrderEvent.by_id)
        .where(ServiceOrderEvent.order_id == order_id)
        .order_by(ServiceOrderEvent.id)
    )
    return tuple(EventRow(*row) for row in reader.execute(query))


def _read(reader: Reader, table: Any, row: type[Any], order_id: int) -> list[dict[str, Any]]:
    names = list(row.__dataclass_fields__)
    query = select(*(getattr(table, name) for name in names))
    found = reader.execute(query.where(table.order_id == order_id).order_by(table.id))
    return [dict(zip(names, one, strict=True)) for one in found]


def signed_slip(
    reader: Reader, complaint_id: int, since: datetime | None
) -> tuple[datetime, str] | None:
    """The newest slip of a complaint that is back and signed (R166): since when, and by whom.

    `since`, UTC: only what came back from then on; None: whenever it did.
    """
    query = (
        select(ServiceOrder.slip_back_at, ServiceOrder.signed_by)
        .where(ServiceOrder.complaint_id == complaint_id)
        .where(ServiceOrder.slip_back_at.is_not(None), ServiceOrder.signed_on.is_not(None))
        .order_by(ServiceOrder.slip_back_at.desc())
        .limit(1)
    )
    if since is not None:
        query = query.where(ServiceOrder.slip_back_at >= since)
    found = reader.execute(query).first()
    return None if found is None or found[0] is None else (found[0], found[1])
