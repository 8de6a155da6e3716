"""Keys in the one search box, as read: sets by tag, room, name of owner or borrower; whole numbers.

Those in custody come first.
"""

from collections.abc import Sequence
from typing import Any

from desk.domain.search_text import Term
from desk.models.base import from_microseconds
from desk.models.lists import Reader
from desk.models.lists.find import RecordHit
from desk.models.search_index import match_expression

ORDERED = 64  # found sets and loans that are put in order before the first are taken


def keys(reader: Reader, terms: Sequence[Term], limit: int) -> tuple[RecordHit, ...]:
    """Sets by their own words, or by who has them now; `number` is the tag, `who` the borrower of
    what is lent, else who left it."""
    match = match_expression(terms)
    rows = reader.exec_driver_sql(_SETS, (match, ORDERED, match, ORDERED, limit))
    return tuple(map(_hit, rows))


def by_number(reader: Reader, number: str) -> tuple[str, RecordHit] | None:
    """The kind and the record of a whole number of the key log."""
    for kind, sql in _BY_NUMBER.items():
        row = reader.exec_driver_sql(sql, (number,)).first()
        if row is not None:
            return kind, _hit(row)
    return None


_SETS = (
    "SELECT s.id, s.tag, s.received_at, coalesce(l.borrower, s.left_by), s.unit_id, u.label,"
    " CASE WHEN s.left_at IS NOT NULL THEN s.left_how WHEN x.id IS NOT NULL THEN 'lost'"
    " WHEN l.id IS NOT NULL THEN 'lent' ELSE 'in' END, s.opens"
    " FROM key_set AS s LEFT JOIN unit AS u ON u.id = s.unit_id"
    " LEFT JOIN key_loan AS l ON l.key_set_id = s.id AND l.ended_at IS NULL"
    " LEFT JOIN key_loss AS x ON x.key_set_id = s.id AND x.closed_at IS NULL"
    " WHERE s.id IN (SELECT * FROM (SELECT rowid FROM search_key_set WHERE search_key_set MATCH ?"
    " ORDER BY rowid DESC LIMIT ?) UNION SELECT key_set_id FROM key_loan WHERE ended_at IS NULL"
    " AND id IN (SELECT rowid FROM search_key_loan WHERE search_key_loan MATCH ?"
    " ORDER BY rowid DESC LIMIT ?)) ORDER BY s.left_at IS NOT NULL, s.tag, s.id DESC LIMIT ?"
)
_BY_NUMBER = {
    "key_loan": (
        "SELECT r.id, r.number, r.out_at, r.borrower, s.unit_id, u.label,"
        " CASE WHEN r.void_why <> '' THEN 'void' WHEN r.lost_at IS NOT NULL THEN 'lost'"
        " WHEN r.ended_at IS NOT NULL THEN 'back' ELSE 'out' END, s.tag || ' ' || s.opens"
        " FROM key_loan AS r JOIN key_set AS s ON s.id = r.key_set_id"
        " LEFT JOIN unit AS u ON u.id = s.unit_id WHERE r.number = ?"
    ),
    "custody_agreement": (
        "SELECT r.id, r.number, r.entered_at, r.owner, r.unit_id, u.label,"
        " CASE WHEN r.void_why <> '' THEN 'void' WHEN r.ended_at IS NOT NULL THEN 'ended'"
        " WHEN r.owner_signed_on IS NULL OR r.office_signed_on IS NULL THEN 'signing'"
        " ELSE 'in_force' END, '' FROM custody_agreement AS r"
        " JOIN unit AS u ON u.id = r.unit_id WHERE r.number = ?"
    ),
    "key_receipt": (
        "SELECT r.id, r.number, r.handed_over_at, r.receiver, r.unit_id, u.label,"
        " CASE WHEN r.void_why <> '' THEN 'void' WHEN r.signed_on IS NULL THEN 'to_sign'"
        " ELSE 'signed' END, r.remark FROM key_receipt AS r"
        " JOIN unit AS u ON u.id = r.unit_id WHERE r.number = ?"
    ),
    "key_count": (
        "SELECT r.id, r.number, r.at, a.name, NULL, NULL,"
        " CASE WHEN r.void_why <> '' THEN 'void' WHEN r.signed_at IS NULL THEN 'counting'"
        " WHEN r.to_signed_at IS NULL THEN 'signed' ELSE 'done' END, r.follows"
        " FROM key_count AS r JOIN account AS a ON a.id = r.by_id WHERE r.number = ?"
    ),
}


def _hit(row: Any) -> RecordHit:
    record_id, number, at, who, unit_id, unit, state, excerpt = row
    told = " ".join(excerpt.split())
    return RecordHit(
        record_id, number, from_microseconds(at), who, unit_id, unit or "", state, told
    )
