"""Receipts 收據 and builder's mandates 收費委託書 in the one search box, as read: by number."""

from datetime import date
from enum import StrEnum

from desk.domain import fee_mandate as rules
from desk.models.lists import Reader
from desk.models.lists import fee_mandate as mandate_list
from desk.models.lists import receipt as receipt_list
from desk.models.lists.find import EXCERPT, RecordHit

RECEIPT, MANDATE = "receipt", "fee_mandate"
_BETWEEN = " · "


class MoneyState(StrEnum):
    """How a receipt stands."""

    HELD = "held"
    VOID = "void"


def by_number(reader: Reader, number: str, today: date) -> tuple[str, RecordHit] | None:
    """The receipt or the mandate of a whole number; `today` is the estate's day."""
    receipt = _receipt(reader, number)
    if receipt is not None:
        return RECEIPT, receipt
    mandate = _mandate(reader, number, today)
    return None if mandate is None else (MANDATE, mandate)


def _receipt(reader: Reader, number: str) -> RecordHit | None:
    row = receipt_list.detail_by_number(reader, number)
    if row is None:
        return None
    state = MoneyState.VOID if row.is_void else MoneyState.HELD
    told = _BETWEEN.join(line.what for line in row.lines)[:EXCERPT]
    unit = row.unit or ""
    return RecordHit(row.id, row.number, row.received_at, row.payer, row.unit_id, unit, state, told)


def _mandate(reader: Reader, number: str, today: date) -> RecordHit | None:
    row = mandate_list.detail_by_number(reader, number)
    if row is None:
        return None
    told = _BETWEEN.join(item.name for item in row.items)[:EXCERPT]
    state = rules.state(row.facts, today)
    return RecordHit(row.id, row.number, row.entered_at, row.builder, None, "", state, told)
