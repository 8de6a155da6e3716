"""What runs out, as read: the open lines of one record, and what the day shows of them (R106, R239,
R251)."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, String, cast, func, literal, select
from sqlalchemy.sql.elements import literal_column

from desk.models.base import UtcDateTime
from desk.models.deadline import Deadline
from desk.models.estate import Unit
from desk.models.lists import Reader
from desk.models.lists.today import OwedRow
from desk.models.service_agreement import ServiceAgreement
from desk.models.service_person import ServicePerson, ServiceSkill
from desk.models.supplier import Supplier
from desk.models.supplier_agreement import SupplierAgreement

EXPIRY = "expiry"
CERTIFICATE = "certificate:"
_TOLD = ("clock", "category", "bound", "severity", "post", "approver", "started_at", "due_at")

Owed = Select[*tuple[Any, ...]]


def open_lines(reader: Reader, kind: str, record_id: int) -> tuple[dict[str, Any], ...]:
    """What a record still owes, as columns of `Deadline` without kind and record."""
    table = Deadline.__table__
    names = (*_TOLD, "paused", "met_at", "ended_at")
    query = select(*(table.c[name] for name in names)).where(
        table.c.kind == kind,
        table.c.record_id == record_id,
        table.c.met_at.is_(None),
        table.c.ended_at.is_(None),
    )
    return tuple(dict(row) for row in reader.execute(query).mappings())


def expiring(reader: Reader, until: datetime, limit: int) -> tuple[OwedRow, ...]:
    """Agreements and certificates that run out before a moment, the earliest first."""
    found: Iterable[Owed] = (_supplier_lines(until), _service_lines(until), _skill_lines(until))
    rows = [_row(row) for query in found for row in reader.execute(query.limit(limit))]
    return tuple(sorted(rows, key=_by_due)[:limit])


def _supplier_lines(until: datetime) -> Owed:
    return (
        _owed("supplier_agreement", until)
        .join(SupplierAgreement, SupplierAgreement.id == Deadline.record_id)
        .join(Supplier, Supplier.id == SupplierAgreement.supplier_id)
        .outerjoin(Unit, Unit.id == SupplierAgreement.unit_id)
        .add_columns(SupplierAgreement.number, Unit.label, Supplier.name, Supplier.trade)
    )


def _service_lines(until: datetime) -> Owed:
    return (
        _owed("service_agreement", until)
        .join(ServiceAgreement, ServiceAgreement.id == Deadline.record_id)
        .join(Unit, Unit.id == ServiceAgreement.unit_id)
        .add_columns(ServiceAgreement.number, Unit.label, ServiceAgreement.customer, _NOTHING)
    )


def _skill_lines(until: datetime) -> Owed:
    """The clock names the skill by its id."""
    mark = literal(CERTIFICATE) + cast(ServiceSkill.id, String)
    what = ServiceSkill.code + literal(" ") + ServiceSkill.certificate
    return (
        _owed("service_person", until)
        .join(ServicePerson, ServicePerson.id == Deadline.record_id)
        .join(ServiceSkill, ServiceSkill.person_id == ServicePerson.id)
        .where(Deadline.clock == mark)
        .add_columns(_NOTHING, literal(None, String), ServicePerson.name, func.trim(what))
    )


_NOTHING: ColumnElement[str] = literal_column("''", String)


def _owed(kind: str, until: datetime) -> Owed:
    return (
        select(
            Deadline.kind,
            Deadline.record_id,
            Deadline.clock,
            Deadline.started_at,
            Deadline.due_at,
        )
        .select_from(Deadline)
        .where(
            Deadline.met_at.is_(None),
            Deadline.ended_at.is_(None),
            Deadline.category == EXPIRY,
            Deadline.due_at < literal(until, UtcDateTime()),
            literal_column("+deadline.kind") == kind,
        )
        .order_by(Deadline.due_at, Deadline.id)
    )


def _row(row: Row[*tuple[Any, ...]]) -> OwedRow:
    kind, record_id, clock, started_at, due_at, number, unit, who, what = row
    return OwedRow(
        kind,
        record_id,
        number,
        unit,
        who,
        " ".join((what or "").split()),
        started_at,
        clock=clock.partition(":")[0],
        category=EXPIRY,
        due_at=due_at,
    )


def _by_due(row: OwedRow) -> tuple[datetime, int]:
    return row.due_at or row.started_at, row.record_id
