"""One complaint whole, as read, and how its nature was judged anew."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import Row, Select, bindparam, select
from sqlalchemy.orm import aliased

from desk.models.complaint import Complaint
from desk.models.estate import Resident, Unit
from desk.models.history import History
from desk.models.lists import Reader
from desk.models.reception import Reception
from desk.models.staff import Account

_ReceivedBy = aliased(Account)
_HandledBy = aliased(Account)
_ClosedBy = aliased(Account)


@dataclass(frozen=True)
class ComplaintDetail:
    """One complaint whole; `unit` is the room as shown, the names are those of the clerks."""

    id: int
    version: int
    number: str
    state: str
    reception_id: int | None
    reception_number: str | None
    received_at: datetime
    received_by: str
    entered_at: datetime
    occurred_at: datetime
    place: str
    channel: str
    unit_id: int | None
    unit: str | None
    resident_id: int | None
    resident: str | None
    complainant: str
    contact: str
    contact_method: str
    about: str
    course: str
    demand: str
    nature: str
    content_class: str
    severity: str
    process: str
    result: str
    handled_at: datetime | None
    handled_by: str | None
    closed_at: datetime | None
    closed_by: str | None
    filing: str
    topic: str
    hot: bool
    impact: str
    immediate: str
    called_in: str
    wanted_by: datetime | None


@dataclass(frozen=True)
class Reclassification:
    """A change between communicative and effective, with its reason (R130)."""

    at: datetime
    by: str
    before: str
    after: str
    why: str


def detail(reader: Reader, complaint_id: int) -> ComplaintDetail | None:
    """One complaint by its id."""
    return _whole(reader, _by_id(), {"key": complaint_id})


def detail_by_number(reader: Reader, number: str) -> ComplaintDetail | None:
    """One complaint by its number."""
    return _whole(reader, _by_number(), {"key": number})


def reclassifications(reader: Reader, complaint_id: int) -> tuple[Reclassification, ...]:
    """How the nature was judged anew, oldest first."""
    found = reader.execute(_reclassified(), {"case": complaint_id})
    return tuple(_reclassification(row) for row in found)


def _whole(
    reader: Reader, query: Select[*tuple[Any, ...]], key: Mapping[str, int | str]
) -> ComplaintDetail | None:
    row = reader.execute(query, key).first()
    return None if row is None else ComplaintDetail(*row)


@cache
def _by_id() -> Select[*tuple[Any, ...]]:
    return _detail_query().where(Complaint.id == bindparam("key"))


@cache
def _by_number() -> Select[*tuple[Any, ...]]:
    return _detail_query().where(Complaint.number == bindparam("key"))


@cache
def _reclassified() -> Select[*tuple[Any, ...]]:
    return (
        select(History.at, Account.name, History.changes)
        .join(Account, Account.id == History.actor_id)
        .where(History.kind == "complaint", History.record_id == bindparam("case"))
        .where(History.deed == "reclassified")
        .order_by(History.id)
    )


def _detail_query() -> Select[*tuple[Any, ...]]:
    return (
        select(*_DETAIL_COLUMNS)
        .outerjoin(Unit, Unit.id == Complaint.unit_id)
        .outerjoin(Resident, Resident.id == Complaint.resident_id)
        .outerjoin(Reception, Reception.id == Complaint.reception_id)
        .join(_ReceivedBy, _ReceivedBy.id == Complaint.received_by_id)
        .outerjoin(_HandledBy, _HandledBy.id == Complaint.handled_by_id)
        .outerjoin(_ClosedBy, _ClosedBy.id == Complaint.closed_by_id)
    )


def _reclassification(row: Row[*tuple[Any, ...]]) -> Reclassification:
    told = json.loads(row.changes)
    before, after = told["nature"]
    return Reclassification(row.at, row.name, before, after, told["why"])


_DETAIL_COLUMNS = (
    Complaint.id,
    Complaint.version,
    Complaint.number,
    Complaint.state,
    Complaint.reception_id,
    Reception.number,
    Complaint.received_at,
    _ReceivedBy.name,
    Complaint.entered_at,
    Complaint.occurred_at,
    Complaint.place,
    Complaint.channel,
    Complaint.unit_id,
    Unit.label,
    Complaint.resident_id,
    Resident.name,
    Complaint.complainant,
    Complaint.contact,
    Complaint.contact_method,
    Complaint.about,
    Complaint.course,
    Complaint.demand,
    Complaint.nature,
    Complaint.content_class,
    Complaint.severity,
    Complaint.process,
    Complaint.result,
    Complaint.handled_at,
    _HandledBy.name,
    Complaint.closed_at,
    _ClosedBy.name,
    Complaint.filing,
    Complaint.topic,
    Complaint.hot,
    Complaint.impact,
    Complaint.immediate,
    Complaint.called_in,
    Complaint.wanted_by,
)
