"""Release passes 放行條 in the one search box, as read: by number, room, name, thing and plate."""

from collections.abc import Sequence

from desk.domain.search_text import Term
from desk.models.lists import Reader
from desk.models.lists.find import EXCERPT, RecordHit, hit
from desk.models.search_index import match_expression

KIND = "release_pass"


def passes(reader: Reader, terms: Sequence[Term], limit: int) -> tuple[RecordHit, ...]:
    """The passes written down last; the excerpt is how the list of things begins."""
    rows = reader.exec_driver_sql(_PASSES, (match_expression(terms), limit))
    return tuple(map(hit, rows))


def by_number(reader: Reader, number: str) -> tuple[str, RecordHit] | None:
    """The pass of a whole number."""
    row = reader.exec_driver_sql(_PASS + "r.number = ?", (number,)).first()
    return None if row is None else (KIND, hit(row))


_PASS = (
    "SELECT r.id, r.number, r.written_at, r.applicant, r.unit_id, u.label, r.state,"
    " coalesce((SELECT substr(group_concat(i.what, ' · '), 1, "
    f"{EXCERPT}) FROM (SELECT what FROM release_item WHERE pass_id = r.id AND dropped_at IS NULL"
    " ORDER BY place LIMIT 3) AS i), '')"
    " FROM release_pass AS r LEFT JOIN unit AS u ON u.id = r.unit_id WHERE "
)
_PASSES = (
    _PASS + "r.id IN (SELECT rowid FROM search_release_pass WHERE search_release_pass MATCH ?"
    " ORDER BY rowid DESC LIMIT ?) ORDER BY r.id DESC"
)
