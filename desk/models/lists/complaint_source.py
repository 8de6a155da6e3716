"""Where a complaint can begin, as read: a visit, or a person of the estate."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from desk.models.estate import Phone, Resident, Unit
from desk.models.lists import Reader
from desk.models.reception import Reception


@dataclass(frozen=True)
class Visit:
    """What a visit knows that its complaint need not be told again."""

    happened_at: datetime
    channel: str
    unit_id: int | None
    unit: str | None
    resident_id: int | None
    caller_name: str
    caller_phone: str
    request: str


@dataclass(frozen=True)
class Person:
    """A resident with the room and the first phone."""

    unit_id: int
    unit: str
    name: str
    phone: str | None


def visit(reader: Reader, reception_id: int) -> Visit | None:
    """One visit by its id."""
    query = (
        select(
            Reception.happened_at,
            Reception.channel,
            Reception.unit_id,
            Unit.label,
            Reception.resident_id,
            Reception.caller_name,
            Reception.caller_phone,
            Reception.request,
        )
        .outerjoin(Unit, Unit.id == Reception.unit_id)
        .where(Reception.id == reception_id)
    )
    row = reader.execute(query).first()
    return None if row is None else Visit(*row)


def person(reader: Reader, resident_id: int) -> Person | None:
    """One resident by the id."""
    query = (
        select(Resident.unit_id, Unit.label, Resident.name, Phone.number)
        .join(Unit, Unit.id == Resident.unit_id)
        .outerjoin(Phone, Phone.resident_id == Resident.id)
        .where(Resident.id == resident_id)
        .order_by(Phone.id)
        .limit(1)
    )
    row = reader.execute(query).first()
    return None if row is None else Person(*row)
