"""What is known of whoever stands at the desk, in one quick look inside a deed."""

from dataclasses import dataclass

from sqlalchemy import text

from desk.errors import NotFound
from desk.models.lists import Reader

_CALLER = text(
    "SELECT resident.name, resident.unit_id, coalesce((SELECT phone.number FROM phone"
    " WHERE phone.resident_id = resident.id ORDER BY phone.id LIMIT 1), '')"
    " FROM resident WHERE resident.id = :id"
)
_IS_THERE = {
    "unit": text("SELECT 1 FROM unit WHERE id = :id"),
    "account": text("SELECT 1 FROM account WHERE id = :id"),
}


@dataclass(frozen=True)
class CallerRow:
    """A resident's name, unit and first phone number."""

    name: str
    unit_id: int
    phone: str


def caller(reader: Reader, resident_id: int) -> CallerRow:
    """The resident who calls; NotFound when there is none."""
    row = reader.execute(_CALLER, {"id": resident_id}).first()
    if row is None:
        raise NotFound("resident", str(resident_id))
    return CallerRow(*row)


def require(reader: Reader, kind: str, record_id: int) -> None:
    """NotFound when there is no such unit or account."""
    if reader.scalar(_IS_THERE[kind], {"id": record_id}) is None:
        raise NotFound(kind, str(record_id))
