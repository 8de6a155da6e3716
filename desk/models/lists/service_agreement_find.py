"""The price board and agreements in the one search box, as read: by whole numbers."""

from datetime import date

from desk.models.lists import Reader
from desk.models.lists import price_board as board_list
from desk.models.lists import service_agreement as customer_list
from desk.models.lists import supplier_agreement as supplier_list
from desk.models.lists.find import EXCERPT, RecordHit

_BETWEEN = " · "


def by_number(reader: Reader, number: str, today: date) -> tuple[str, RecordHit] | None:
    """The version or the agreement of a whole number; `today` is the estate's day."""
    for kind, hit in (
        ("price_board", _board(reader, number)),
        ("supplier_agreement", _with_supplier(reader, number, today)),
        ("service_agreement", _with_customer(reader, number, today)),
    ):
        if hit is not None:
            return kind, hit
    return None


def _board(reader: Reader, number: str) -> RecordHit | None:
    row = board_list.detail_by_number(reader, number)
    if row is None:
        return None
    told = _BETWEEN.join(one.name for one in board_list.items(reader, row.id))[:EXCERPT]
    return RecordHit(row.id, row.number, row.written_at, row.by or "", None, "", row.state, told)


def _with_supplier(reader: Reader, number: str, today: date) -> RecordHit | None:
    row = supplier_list.detail_by_number(reader, number)
    if row is None:
        return None
    told, unit = _BETWEEN.join(row.scope)[:EXCERPT], row.unit or ""
    state = row.state(today)
    return RecordHit(
        row.id, row.number, row.entered_at, row.supplier, row.unit_id, unit, state, told
    )


def _with_customer(reader: Reader, number: str, today: date) -> RecordHit | None:
    row = customer_list.detail_by_number(reader, number)
    if row is None:
        return None
    told, state = _BETWEEN.join(row.content)[:EXCERPT], row.state(today)
    return RecordHit(
        row.id, row.number, row.entered_at, row.customer, row.unit_id, row.unit, state, told
    )
