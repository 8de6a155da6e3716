"""What is known of whoever stands at the desk, in one quick look inside a deed."""

from dataclasses import dataclass

from sqlalchemy import text

from desk.errors import NotFound
from desk.models.lists import Reader

_LOOK = text(
    "SELECT (SELECT 1 FROM unit WHERE id = :unit), (SELECT 1 FROM account WHERE id = :account),"
    " resident.name, resident.unit_id, coalesce((SELECT phone.number FROM phone"
    " WHERE phone.resident_id = resident.id ORDER BY phone.id LIMIT 1), '')"
    " FROM (SELECT :resident AS id) AS asked LEFT JOIN resident ON resident.id = asked.id"
)


@dataclass(frozen=True)
class CallerRow:
    """A resident's name, unit and first phone number; nothing where no resident was named."""

    name: str = ""
    unit_id: int | None = None
    phone: str = ""


def caller(
    reader: Reader, *, resident: int | None, unit: int | None, account: int | None
) -> CallerRow:
    """The resident who calls; NotFound when one of those that were named is not there."""
    asked = {"resident": resident, "unit": unit, "account": account}
    has_unit, has_account, name, unit_id, phone = reader.execute(_LOOK, asked).one()
    there = {"resident": name, "unit": has_unit, "account": has_account}
    for kind, record_id in asked.items():
        if record_id is not None and there[kind] is None:
            raise NotFound(kind, str(record_id))
    return CallerRow() if name is None else CallerRow(name, unit_id, phone)
