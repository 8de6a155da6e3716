"""Void receipts of the day's list: those that nobody else has looked at yet (R21)."""

from typing import Any

from sqlalchemy import Row, select

from desk.models.estate import Unit
from desk.models.lists import Reader
from desk.models.lists.today import OwedRow
from desk.models.receipt import Receipt
from desk.models.staff import Account

KIND = "receipt"
VOID = "receipt.void"  # the clock of a line


def unseen(reader: Reader, limit: int) -> tuple[OwedRow, ...]:
    """The void receipts that wait for a second pair of eyes, the oldest first."""
    query = (
        select(
            Receipt.id,
            Receipt.number,
            Unit.label,
            Receipt.payer,
            Receipt.void_why,
            Receipt.void_at,
            Account.name,
        )
        .outerjoin(Unit, Unit.id == Receipt.unit_id)
        .outerjoin(Account, Account.id == Receipt.void_by_id)
        .where(Receipt.void_at.is_not(None), Receipt.void_seen_at.is_(None))
        .order_by(Receipt.void_at, Receipt.id)
        .limit(limit)
    )
    return tuple(map(_row, reader.execute(query)))


def _row(row: Row[*tuple[Any, ...]]) -> OwedRow:
    key, number, unit, payer, why, at, by = row
    return OwedRow(KIND, key, number, unit, payer, why, at, clock=VOID, category=KIND, by=by or "")
