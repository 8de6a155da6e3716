"""What an inspection looks at (R220): the visits of a span of time, and what was found in them."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import aliased

from desk.models.breach import Breach
from desk.models.department import Department
from desk.models.estate import Unit
from desk.models.first_asked import DutyNotice
from desk.models.lists import Reader
from desk.models.lists.reception import FIRST_ASKED_NAME, FirstAskedAccount
from desk.models.reception import Reception
from desk.models.staff import Account

_FoundBy = aliased(Account)


@dataclass(frozen=True)
class InspectedVisit:
    """A visit as far as an inspection needs it."""

    id: int
    number: str
    happened_at: datetime
    closed_at: datetime | None
    caller: str
    unit: str | None
    first_asked: str


@dataclass(frozen=True)
class FoundRow:
    """A finding of the supervisor."""

    id: int
    version: int
    reception_id: int
    number: str
    caller: str
    unit: str | None
    kind: str
    finding: str
    handover_id: int | None
    person: str
    department_id: int | None
    department: str | None
    measure: str
    note: str
    at: datetime
    found_at: datetime
    found_by: str


def visits(reader: Reader, since: datetime, until: datetime) -> tuple[InspectedVisit, ...]:
    """The visits of a span of time, newest first."""
    query = (
        select(
            Reception.id,
            Reception.number,
            Reception.happened_at,
            Reception.closed_at,
            Reception.caller_name,
            Unit.label,
            FIRST_ASKED_NAME,
        )
        .outerjoin(Unit, Unit.id == Reception.unit_id)
        .join(FirstAskedAccount, FirstAskedAccount.id == Reception.first_asked_id)
        .where(Reception.happened_at >= since, Reception.happened_at < until)
        .order_by(Reception.happened_at.desc(), Reception.id.desc())
    )
    return tuple(InspectedVisit(*row) for row in reader.execute(query))


def notified(reader: Reader, since: datetime, until: datetime) -> frozenset[int]:
    """The visits of a span of time that were ended with a notice (R219)."""
    query = (
        select(DutyNotice.reception_id)
        .join(Reception, Reception.id == DutyNotice.reception_id)
        .where(Reception.happened_at >= since, Reception.happened_at < until)
    )
    return frozenset(reader.scalars(query))


def findings(reader: Reader, since: datetime, until: datetime) -> tuple[FoundRow, ...]:
    """What was found in the visits of a span of time, newest first."""
    query = _QUERY.where(Reception.happened_at >= since, Reception.happened_at < until)
    rows = reader.execute(query.order_by(Breach.at.desc(), Breach.id.desc()))
    return tuple(FoundRow(*row) for row in rows)


def finding(reader: Reader, breach_id: int) -> FoundRow | None:
    """One finding by its id."""
    row = reader.execute(_QUERY.where(Breach.id == breach_id)).first()
    return None if row is None else FoundRow(*row)


def is_known(reader: Reader, reception_id: int, kind: str, handover_id: int | None) -> bool:
    """Whether this was looked at already."""
    query = select(Breach.id).where(
        Breach.reception_id == reception_id,
        Breach.kind == kind,
        Breach.handover_id == handover_id,
    )
    return reader.execute(query.limit(1)).first() is not None


_QUERY: Select[*tuple[Any, ...]] = (
    select(
        Breach.id,
        Breach.version,
        Breach.reception_id,
        Reception.number,
        Reception.caller_name,
        Unit.label,
        Breach.kind,
        Breach.finding,
        Breach.handover_id,
        Breach.person,
        Breach.department_id,
        Department.name,
        Breach.measure,
        Breach.note,
        Breach.at,
        Breach.found_at,
        _FoundBy.name,
    )
    .join(Reception, Reception.id == Breach.reception_id)
    .join(_FoundBy, _FoundBy.id == Breach.found_by_id)
    .outerjoin(Unit, Unit.id == Reception.unit_id)
    .outerjoin(Department, Department.id == Breach.department_id)
)
