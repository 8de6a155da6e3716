"""Coordination slips, as read (F17)."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Select, select
from sqlalchemy.orm import aliased

from desk.models.coordination_slip import CoordinationSlip, SlipDepartment
from desk.models.department import Department
from desk.models.handover import Handover
from desk.models.lists import Reader
from desk.models.reception import Reception
from desk.models.staff import Account

_By = aliased(Account)
_Lead = aliased(Department)
_Receiver = aliased(Department)


@dataclass(frozen=True)
class SlipRow:
    """One slip whole; `by` filled it, `receiver` is the department that was handed the need."""

    id: int
    version: int
    number: str
    cause: str
    reception_id: int
    reception_number: str
    handover_id: int | None
    lead_id: int
    lead: str
    lead_head: str
    matter: str
    addressee: str
    at: datetime
    by: str
    state: str
    result: str
    answered_at: datetime | None
    answered_by: str
    receiver: str | None
    others: tuple[str, ...] = ()


def detail(reader: Reader, slip_id: int) -> SlipRow | None:
    """One slip by its id."""
    return _first(reader, _QUERY.where(CoordinationSlip.id == slip_id))


def detail_by_number(reader: Reader, number: str) -> SlipRow | None:
    """One slip by its number."""
    return _first(reader, _QUERY.where(CoordinationSlip.number == number))


def latest_number(reader: Reader) -> str | None:
    """The number of the slip that was filled last."""
    query = select(CoordinationSlip.number).order_by(CoordinationSlip.id.desc()).limit(1)
    return reader.scalar(query)


def of_reception(reader: Reader, reception_id: int) -> tuple[SlipRow, ...]:
    """The slips of a visit, in time."""
    query = _QUERY.where(CoordinationSlip.reception_id == reception_id)
    rows = reader.execute(query.order_by(CoordinationSlip.id)).all()
    return tuple(_row(reader, row) for row in rows)


def _first(reader: Reader, query: Select[*tuple[Any, ...]]) -> SlipRow | None:
    row = reader.execute(query).first()
    return None if row is None else _row(reader, row)


def _row(reader: Reader, row: Row[*tuple[Any, ...]]) -> SlipRow:
    return replace(SlipRow(*row), others=_others(reader, row[0]))


def _others(reader: Reader, slip_id: int) -> tuple[str, ...]:
    query = (
        select(Department.name)
        .join(SlipDepartment, SlipDepartment.department_id == Department.id)
        .where(SlipDepartment.slip_id == slip_id)
        .order_by(SlipDepartment.id)
    )
    return tuple(reader.scalars(query))


_QUERY: Select[*tuple[Any, ...]] = (
    select(
        CoordinationSlip.id,
        CoordinationSlip.version,
        CoordinationSlip.number,
        CoordinationSlip.cause,
        CoordinationSlip.reception_id,
        Reception.number,
        CoordinationSlip.handover_id,
        CoordinationSlip.lead_id,
        _Lead.name,
        _Lead.head,
        CoordinationSlip.matter,
        CoordinationSlip.addressee,
        CoordinationSlip.at,
        _By.name,
        CoordinationSlip.state,
        CoordinationSlip.result,
        CoordinationSlip.answered_at,
        CoordinationSlip.answered_by,
        _Receiver.name,
    )
    .join(Reception, Reception.id == CoordinationSlip.reception_id)
    .join(_Lead, _Lead.id == CoordinationSlip.lead_id)
    .join(_By, _By.id == CoordinationSlip.by_id)
    .outerjoin(Handover, Handover.id == CoordinationSlip.handover_id)
    .outerjoin(_Receiver, _Receiver.id == Handover.department_id)
)
