"""The duty matrix, as read."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, case, select

from desk.domain.search_text import Term
from desk.models import search_index
from desk.models.department import Department, Duty
from desk.models.lists import Reader

MOST = 1_000


@dataclass(frozen=True)
class DutyRow:
    """One matter: whose it is, and under which phone (its own, or the department's)."""

    id: int
    version: int
    matter: str
    department_id: int
    department: str
    head: str
    phone: str
    own_phone: str
    note: str
    active: bool


@dataclass(frozen=True)
class Filter:
    """What the matrix is narrowed to. `terms`: no term means that nothing can be found."""

    department_id: int | None = None
    active: bool | None = None
    terms: Sequence[Term] | None = None


def duties(reader: Reader, wanted: Filter, limit: int = MOST) -> tuple[DutyRow, ...]:
    """The matrix, by department and in the order written down: an estate has some hundred."""
    query = _QUERY.order_by(Duty.active.desc(), Department.id, Duty.id)
    if wanted.department_id is not None:
        query = query.where(Duty.department_id == wanted.department_id)
    if wanted.active is not None:
        query = query.where(Duty.active == wanted.active)
    if wanted.terms is not None:
        found = search_index.find(reader, Duty.search_table, wanted.terms, MOST)
        if not found:
            return ()
        query = query.where(Duty.id.in_(found))
    rows = reader.execute(query.limit(limit))
    return tuple(DutyRow(*row) for row in rows)


def duty(reader: Reader, duty_id: int) -> DutyRow | None:
    """One matter by its id."""
    row = reader.execute(_QUERY.where(Duty.id == duty_id)).first()
    return None if row is None else DutyRow(*row)


def hits(reader: Reader, terms: Sequence[Term], limit: int) -> tuple[DutyRow, ...]:
    """What the one search box finds: matters that still hold."""
    return duties(reader, Filter(active=True, terms=terms), limit)


_PHONE = case((Duty.phone != "", Duty.phone), else_=Department.phone)
_QUERY: Select[*tuple[Any, ...]] = select(
    Duty.id,
    Duty.version,
    Duty.matter,
    Duty.department_id,
    Department.name,
    Department.head,
    _PHONE,
    Duty.phone,
    Duty.note,
    Duty.active,
).join(Department, Department.id == Duty.department_id)
