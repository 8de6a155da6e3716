"""Inspections and defects in the one search box, as read: by number, room, part, words."""

from collections.abc import Sequence
from typing import Any

from desk.domain.search_text import Term
from desk.models.base import from_microseconds
from desk.models.lists import Reader
from desk.models.lists.find import EXCERPT, RecordHit
from desk.models.search_index import match_expression


def defects(reader: Reader, terms: Sequence[Term], limit: int) -> tuple[RecordHit, ...]:
    """The defects found last; the excerpt is what is wrong."""
    rows = reader.exec_driver_sql(_DEFECTS, (match_expression(terms), limit))
    return tuple(map(_hit, rows))


def by_number(reader: Reader, number: str) -> tuple[str, RecordHit] | None:
    """The defect or the inspection of a whole number."""
    for kind, sql in (("defect", _DEFECT), ("inspection", _INSPECTION)):
        row = reader.exec_driver_sql(sql + "r.number = ?", (number,)).first()
        if row is not None:
            return kind, _hit(row)
    return None


_DEFECT = (
    "SELECT r.id, r.number, r.found_at, r.builder, r.unit_id, u.label, r.state,"
    f" substr(r.what, 1, {EXCERPT}) FROM defect AS r JOIN unit AS u ON u.id = r.unit_id WHERE "
)
_INSPECTION = (
    "SELECT r.id, r.number, r.begun_at, r.owner, r.unit_id, u.label, r.state, r.builder"
    " FROM inspection AS r JOIN unit AS u ON u.id = r.unit_id WHERE "
)
_DEFECTS = (
    _DEFECT + "r.id IN (SELECT rowid FROM search_defect WHERE search_defect MATCH ?"
    " ORDER BY rowid DESC LIMIT ?) ORDER BY r.id DESC"
)


def _hit(row: Any) -> RecordHit:
    record_id, number, at, who, unit_id, unit, state, excerpt = row
    told = " ".join(excerpt.split())
    return RecordHit(
        record_id, number, from_microseconds(at), who, unit_id, unit or "", state, told
    )
