"""Service orders 顧客委託服務單 in the one search box, as read: number, room, name, wish."""

from collections.abc import Sequence
from typing import Any

from desk.domain.search_text import Term
from desk.models.base import from_microseconds
from desk.models.lists import Reader
from desk.models.lists.find import EXCERPT, RecordHit
from desk.models.search_index import match_expression

KIND = "service_order"


def orders(reader: Reader, terms: Sequence[Term], limit: int) -> tuple[RecordHit, ...]:
    """The orders written down last; the excerpt is the item and how the wish begins."""
    rows = reader.exec_driver_sql(_ORDERS, (match_expression(terms), limit))
    return tuple(map(_hit, rows))


def by_number(reader: Reader, number: str) -> tuple[str, RecordHit] | None:
    """The order of a whole number."""
    row = reader.exec_driver_sql(_ORDER + "r.number = ?", (number,)).first()
    return None if row is None else (KIND, _hit(row))


_ORDER = (
    "SELECT r.id, r.number, r.written_at, r.customer, r.unit_id, u.label, r.state,"
    f" substr(trim(r.item_name || ' ' || r.wish), 1, {EXCERPT})"
    " FROM service_order AS r LEFT JOIN unit AS u ON u.id = r.unit_id WHERE "
)
_ORDERS = (
    _ORDER + "r.id IN (SELECT rowid FROM search_service_order WHERE search_service_order MATCH ?"
    " ORDER BY rowid DESC LIMIT ?) ORDER BY r.id DESC"
)


def _hit(row: Any) -> RecordHit:
    record_id, number, at, who, unit_id, unit, state, excerpt = row
    told = " ".join(excerpt.split())
    return RecordHit(
        record_id, number, from_microseconds(at), who, unit_id, unit or "", state, told
    )
