"""Service orders 顧客委託服務單 in the one search box, as read: number, room, name, wish."""

from collections.abc import Sequence

from desk.domain.search_text import Term
from desk.models.lists import Reader
from desk.models.lists.find import EXCERPT, RecordHit, hit
from desk.models.search_index import match_expression

KIND = "service_order"


def orders(reader: Reader, terms: Sequence[Term], limit: int) -> tuple[RecordHit, ...]:
    """The orders written down last; the excerpt is the item and how the wish begins."""
    rows = reader.exec_driver_sql(_ORDERS, (match_expression(terms), limit))
    return tuple(map(hit, rows))


def by_number(reader: Reader, number: str) -> tuple[str, RecordHit] | None:
    """The order of a whole number."""
    row = reader.exec_driver_sql(_ORDER + "r.number = ?", (number,)).first()
    return None if row is None else (KIND, hit(row))


_ORDER = (
    "SELECT r.id, r.number, r.written_at, r.customer, r.unit_id, u.label, r.state,"
    f" substr(trim(r.item_name || ' ' || r.wish), 1, {EXCERPT})"
    " FROM service_order AS r LEFT JOIN unit AS u ON u.id = r.unit_id WHERE "
)
_ORDERS = (
    _ORDER + "r.id IN (SELECT rowid FROM search_service_order WHERE search_service_order MATCH ?"
    " ORDER BY rowid DESC LIMIT ?) ORDER BY r.id DESC"
)
