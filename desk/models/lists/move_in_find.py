"""Move-ins 入住 in the one search box, as read: by number, room, name and phone tail."""

from collections.abc import Sequence
from typing import Any

from desk.domain.search_text import Term
from desk.models.base import from_microseconds
from desk.models.lists import Reader
from desk.models.lists.find import EXCERPT, RecordHit
from desk.models.search_index import match_expression

KIND = "move_in"


def move_ins(reader: Reader, terms: Sequence[Term], limit: int) -> tuple[RecordHit, ...]:
    """The cases written down last; the excerpt is who moves in."""
    rows = reader.exec_driver_sql(_CASES, (match_expression(terms), limit))
    return tuple(map(_hit, rows))


def by_number(reader: Reader, number: str) -> tuple[str, RecordHit] | None:
    """The case of a whole number."""
    row = reader.exec_driver_sql(_CASE + "m.number = ?", (number,)).first()
    return None if row is None else (KIND, _hit(row))


_CASE = (
    "SELECT m.id, m.number, m.written_at, m.name, m.unit_id, u.label, m.state,"
    " coalesce((SELECT substr(group_concat(p.name, ' · '), 1, "
    f"{EXCERPT}) FROM (SELECT name FROM move_in_person WHERE move_in_id = m.id"
    " AND dropped_at IS NULL ORDER BY id LIMIT 4) AS p), '')"
    " FROM move_in AS m JOIN unit AS u ON u.id = m.unit_id WHERE "
)
_CASES = (
    _CASE + "m.id IN (SELECT rowid FROM search_move_in WHERE search_move_in MATCH ?"
    " ORDER BY rowid DESC LIMIT ?) ORDER BY m.id DESC"
)


def _hit(row: Any) -> RecordHit:
    record_id, number, at, who, unit_id, unit, state, excerpt = row
    return RecordHit(record_id, number, from_microseconds(at), who, unit_id, unit, state, excerpt)
