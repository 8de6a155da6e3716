"""Suppliers, as read: by pages, everyone, one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Select, func, select

from desk.domain.search_text import Term
from desk.models.lists import Page, Reader, page
from desk.models.lists.order import found_by, latest_first
from desk.models.service_person import ServicePerson
from desk.models.supplier import Supplier

Key = tuple[int]


@dataclass(frozen=True)
class SupplierRow:
    """One company; `people` counts who works here for it now."""

    id: int
    version: int
    name: str
    trade: str
    contact: str
    phone: str
    licence: str
    remark: str
    entered_at: datetime
    active: bool
    ended_why: str
    people: int


@dataclass(frozen=True)
class Filter:
    """What the register is narrowed to; None means everything."""

    is_active: bool | None = None
    terms: Sequence[Term] | None = None


def suppliers(reader: Reader, wanted: Filter, after: Key | None, limit: int) -> Page[SupplierRow]:
    """A page of the register, newest first, after the key of the last row seen."""
    query = latest_first(_QUERY, Supplier.id, after)
    if wanted.is_active is not None:
        query = query.where(Supplier.active.is_(wanted.is_active))
    if wanted.terms is not None:
        query = query.where(found_by(wanted.terms, Supplier))
    return page(reader, query, _row, _key, limit)


def everyone(reader: Reader) -> tuple[SupplierRow, ...]:
    """All of them, those the office works with first, by name."""
    query = _QUERY.order_by(Supplier.active.desc(), Supplier.name)
    return tuple(map(_row, reader.execute(query)))


def detail(reader: Reader, supplier_id: int) -> SupplierRow | None:
    """One by its id."""
    row = reader.execute(_QUERY.where(Supplier.id == supplier_id)).first()
    return None if row is None else _row(row)


def by_name(reader: Reader, name: str) -> int | None:
    """The id of the company of that name."""
    return reader.scalar(select(Supplier.id).where(Supplier.name == name))


def _row(row: Row[*tuple[Any, ...]]) -> SupplierRow:
    return SupplierRow(*row)


def _key(row: SupplierRow) -> Key:
    return (row.id,)


_PEOPLE = (
    select(func.count(ServicePerson.id))
    .where(ServicePerson.supplier_id == Supplier.id, ServicePerson.left_on.is_(None))
    .correlate(Supplier)
    .scalar_subquery()
)
_QUERY: Select[*tuple[Any, ...]] = select(
    Supplier.id,
    Supplier.version,
    Supplier.name,
    Supplier.trade,
    Supplier.contact,
    Supplier.phone,
    Supplier.licence,
    Supplier.remark,
    Supplier.entered_at,
    Supplier.active,
    Supplier.ended_why,
    _PEOPLE,
)
