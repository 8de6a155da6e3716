"""Hand-overs, as read: the chain of a visit, what a department received."""

from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import aliased

from desk.domain import handover as rules
from desk.domain.handover import HandoverMode, Recipient
from desk.models.department import Department
from desk.models.estate import Unit
from desk.models.handover import Handover
from desk.models.lists import Reader
from desk.models.reception import Reception
from desk.models.staff import Account

_By = aliased(Account)


@dataclass(frozen=True)
class HandoverRow:
    """One hand-over; `by` is the clerk who wrote it down."""

    id: int
    version: int
    reception_id: int
    recipient: str
    mode: str
    department_id: int | None
    department: str | None
    person: str
    consent: bool
    first_asked: str
    at: datetime
    by: str
    accepted_at: datetime | None
    accepted_by: str
    refused_at: datetime | None
    refused_by: str
    why: str
    wrong_at: datetime | None

    def link(self) -> rules.Handover:
        """What the rules look at."""
        return rules.Handover(
            recipient=Recipient(self.recipient),
            mode=HandoverMode(self.mode),
            at=self.at,
            accepted_at=self.accepted_at,
            refused_at=self.refused_at,
            is_wrong=self.wrong_at is not None,
            id=self.id,
        )


@dataclass(frozen=True)
class ReceivedRow:
    """A line of a department's own 《接待業主情況記錄》: what it took over, from whom (R218)."""

    handover_id: int
    reception_id: int
    number: str
    accepted_at: datetime
    accepted_by: str
    first_asked: str
    caller: str
    unit: str | None
    request: str
    answer: str


def of_reception(reader: Reader, reception_id: int) -> tuple[HandoverRow, ...]:
    """The chain of a visit, in time."""
    query = _QUERY.where(Handover.reception_id == reception_id).order_by(Handover.id)
    return tuple(HandoverRow(*row) for row in reader.execute(query))


def links(reader: Reader, reception_id: int) -> tuple[rules.Handover, ...]:
    """The chain of a visit as the rules look at it."""
    return tuple(row.link() for row in of_reception(reader, reception_id))


def in_span(reader: Reader, since: datetime, until: datetime) -> dict[int, tuple[HandoverRow, ...]]:
    """The chains of the visits of a span of time, by visit."""
    query = (
        _QUERY.join(Reception, Reception.id == Handover.reception_id)
        .where(Reception.happened_at >= since, Reception.happened_at < until)
        .order_by(Handover.reception_id, Handover.id)
    )
    rows = [HandoverRow(*row) for row in reader.execute(query)]
    return {visit: tuple(chain) for visit, chain in groupby(rows, key=_visit)}


def received(
    reader: Reader, department_id: int, since: datetime, until: datetime, limit: int
) -> tuple[ReceivedRow, ...]:
    """What a department took over in a span of time, newest first."""
    query: Select[*tuple[Any, ...]] = (
        select(
            Handover.id,
            Reception.id,
            Reception.number,
            Handover.accepted_at,
            Handover.accepted_by,
            Handover.first_asked,
            Reception.caller_name,
            Unit.label,
            Reception.request,
            Reception.answer,
        )
        .join(Reception, Reception.id == Handover.reception_id)
        .outerjoin(Unit, Unit.id == Reception.unit_id)
        .where(Handover.department_id == department_id)
        .where(Handover.at >= since, Handover.at < until)
        .where(Handover.accepted_at.is_not(None))
        .order_by(Handover.at.desc(), Handover.id.desc())
        .limit(limit)
    )
    return tuple(ReceivedRow(*row) for row in reader.execute(query))


def _visit(row: HandoverRow) -> int:
    return row.reception_id


_QUERY: Select[*tuple[Any, ...]] = (
    select(
        Handover.id,
        Handover.version,
        Handover.reception_id,
        Handover.recipient,
        Handover.mode,
        Handover.department_id,
        Department.name,
        Handover.person,
        Handover.consent,
        Handover.first_asked,
        Handover.at,
        _By.name,
        Handover.accepted_at,
        Handover.accepted_by,
        Handover.refused_at,
        Handover.refused_by,
        Handover.why,
        Handover.wrong_at,
    )
    .join(_By, _By.id == Handover.by_id)
    .outerjoin(Department, Department.id == Handover.department_id)
)
