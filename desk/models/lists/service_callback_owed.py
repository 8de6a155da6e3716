"""Callbacks of services that are owed 尚欠回訪, as read: which order, why, by when (R107, R109)."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Select, and_, func, or_, select

from desk.models.estate import Unit
from desk.models.lists import Page, Reader
from desk.models.lists.today import OwedRow
from desk.models.service_callback import ServiceCallback, ServiceChoice
from desk.models.service_order import ServiceOrder

Key = tuple[datetime, int]
OWED = "service_callback.owed"  # the clock of a line of the day
CATEGORY = "service_callback"


@dataclass(frozen=True)
class ChoiceRow:
    """An order that was chosen, with what a caller has to know; `tries` were made so far.

    `id` is the order's; `classes` are codes of always-classes with commas, `sample_id` the draw.
    """

    id: int
    number: str
    kind: str
    state: str
    unit_id: int | None
    unit: str | None
    customer: str
    phone: str
    item_name: str
    wish: str
    provider: str
    person_id: int | None
    agreement_id: int | None
    done_at: datetime | None
    due_at: datetime | None
    classes: str | None
    sample_id: int | None
    chosen_at: datetime | None
    called_at: datetime | None
    how: str | None
    let_off_at: datetime | None
    tries: int

    @property
    def always(self) -> tuple[str, ...]:
        """The always-classes one by one."""
        return tuple(one for one in (self.classes or "").split(",") if one)

    @property
    def finished_at(self) -> datetime | None:
        """When the work was done; None while it is not, or is done over."""
        return None if self.state == "rework" else self.done_at

    @property
    def is_owed(self) -> bool:
        """Whether the customer has still to be asked."""
        return self.due_at is not None and self.called_at is None and self.let_off_at is None


def owed(reader: Reader, after: Key | None, limit: int) -> Page[ChoiceRow]:
    """A page of what is owed, the earliest first, after the key of the last row seen."""
    query = _CHOICES.where(*_OPEN).order_by(ServiceChoice.due_at, ServiceChoice.id)
    if after is not None:
        at, last = after
        later = or_(
            ServiceChoice.due_at > at, and_(ServiceChoice.due_at == at, ServiceChoice.id > last)
        )
        query = query.where(ServiceChoice.due_at >= at, later)
    found = reader.execute(query.limit(limit + 1)).all()
    rows = tuple(_choice(row) for row in found[:limit])
    if len(found) <= limit or rows[-1].due_at is None:
        return Page(rows, None)
    return Page(rows, (rows[-1].due_at, found[limit - 1][-1]))


def owed_until(reader: Reader, until: datetime, limit: int) -> tuple[OwedRow, ...]:
    """The day's lines: what is owed before a moment, the earliest first (R107, R250); nobody is
    asked about work that is being done over."""
    query = (
        _CHOICES.where(*_OPEN, ServiceChoice.due_at < until, ServiceOrder.state != "rework")
        .order_by(ServiceChoice.due_at, ServiceChoice.id)
        .limit(limit)
    )
    return tuple(_line(_choice(row), until) for row in reader.execute(query))


def of_record(reader: Reader, order_id: int) -> ChoiceRow | None:
    """An order, with why it is called back where it was chosen."""
    row = reader.execute(_ORDERS.where(ServiceOrder.id == order_id)).first()
    return None if row is None else _choice(row)


# Parts


def _line(row: ChoiceRow, until: datetime) -> OwedRow:
    return OwedRow(
        kind=CATEGORY,
        record_id=row.id,
        number=row.number,
        unit=row.unit,
        who=row.customer,
        what=row.item_name or " ".join(row.wish.split()),
        started_at=row.done_at or until,
        clock=OWED,
        category=CATEGORY,
        due_at=row.due_at,
    )


def _choice(row: Row[*tuple[Any, ...]]) -> ChoiceRow:
    return ChoiceRow(*row[:-1])


_OPEN = (ServiceChoice.called_at.is_(None), ServiceChoice.let_off_at.is_(None))
_TRIES = (
    select(func.count(ServiceCallback.id))
    .where(ServiceCallback.order_id == ServiceOrder.id, ServiceCallback.void_why == "")
    .correlate(ServiceOrder)
    .scalar_subquery()
)
_COLUMNS = (
    ServiceOrder.id,
    ServiceOrder.number,
    ServiceOrder.kind,
    ServiceOrder.state,
    ServiceOrder.unit_id,
    Unit.label,
    ServiceOrder.customer,
    ServiceOrder.phone,
    ServiceOrder.item_name,
    func.substr(ServiceOrder.wish, 1, 120),
    ServiceOrder.provider,
    ServiceOrder.person_id,
    ServiceOrder.agreement_id,
    ServiceOrder.done_at,
    ServiceChoice.due_at,
    ServiceChoice.classes,
    ServiceChoice.sample_id,
    ServiceChoice.chosen_at,
    ServiceChoice.called_at,
    ServiceChoice.how,
    ServiceChoice.let_off_at,
    _TRIES,
    ServiceChoice.id,
)
_CHOICES: Select[*tuple[Any, ...]] = (
    select(*_COLUMNS)
    .select_from(ServiceChoice)
    .outerjoin(ServiceOrder, ServiceOrder.id == ServiceChoice.order_id)
    .outerjoin(Unit, Unit.id == ServiceOrder.unit_id)
)
_ORDERS: Select[*tuple[Any, ...]] = (
    select(*_COLUMNS)
    .select_from(ServiceOrder)
    .outerjoin(ServiceChoice, ServiceChoice.order_id == ServiceOrder.id)
    .outerjoin(Unit, Unit.id == ServiceOrder.unit_id)
)
