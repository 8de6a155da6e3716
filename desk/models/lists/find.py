"""What the one search box finds, as read: few rows of each kind, chosen by the search index.

Every record that holds a token of every term is an answer, so the newest are at hand at once,
however many there are. Only where several words are common and hardly ever meet would the index
have to be walked to its end. Such words are asked of the last year alone, month by month, unless
the question goes `deep`; the answer says when it is not the whole.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from desk.domain.search_text import Term
from desk.models import facets
from desk.models.base import from_microseconds
from desk.models.lists import Reader
from desk.models.search_index import match_expression

MONTHS = 12  # that are asked one by one for several common words
ORDERED = 64  # found units and residents that are put in order before the first are taken
EXCERPT = 80


@dataclass(frozen=True)
class UnitHit:
    """A found unit."""

    id: int
    label: str


@dataclass(frozen=True)
class ResidentHit:
    """A found resident and the unit; phones and papers are not told here."""

    id: int
    unit_id: int
    unit: str
    name: str
    role: str
    kind: str
    active: bool


@dataclass(frozen=True)
class RecordHit:
    """A found reception or complaint; `excerpt` is how its text begins."""

    id: int
    number: str
    at: datetime
    who: str
    unit_id: int | None
    unit: str
    state: str
    excerpt: str


def units(reader: Reader, terms: Sequence[Term], limit: int) -> tuple[UnitHit, ...]:
    """Units in their natural order."""
    rows = reader.exec_driver_sql(_UNITS, (match_expression(terms), ORDERED, limit))
    return tuple(UnitHit(*row) for row in rows)


def residents(reader: Reader, terms: Sequence[Term], limit: int) -> tuple[ResidentHit, ...]:
    """Residents in the order of their units, those who have left at the end."""
    rows = reader.exec_driver_sql(_RESIDENTS, (match_expression(terms), ORDERED, limit))
    return tuple(map(_resident, rows))


def complaints(reader: Reader, terms: Sequence[Term], limit: int) -> tuple[RecordHit, ...]:
    """The complaints entered last."""
    rows = reader.exec_driver_sql(_COMPLAINTS, (match_expression(terms), limit))
    return tuple(map(_hit, rows))


def receptions(
    reader: Reader, terms: Sequence[Term], limit: int, deep: bool
) -> tuple[tuple[RecordHit, ...], bool]:
    """The receptions entered last, and whether all years were asked for them."""
    if deep or _is_quick(reader, terms):
        return _receptions(reader, terms, limit), True
    hits: tuple[RecordHit, ...] = ()
    for month in _last_months(reader):
        hits += _receptions(reader, [*terms, month], limit - len(hits))
        if len(hits) == limit:
            return hits, True
    return hits, False


def by_number(reader: Reader, number: str) -> tuple[str, RecordHit] | None:
    """The record kind ("reception" or "complaint") and the record of a whole number."""
    for kind, sql in _BY_NUMBER.items():
        row = reader.exec_driver_sql(sql, (number,)).first()
        if row is not None:
            return kind, _hit(row)
    return None


_UNITS = (
    "SELECT id, label FROM unit WHERE id IN (SELECT rowid FROM search_unit"
    " WHERE search_unit MATCH ? ORDER BY rowid DESC LIMIT ?) ORDER BY position, id LIMIT ?"
)
_RESIDENTS = (
    "SELECT resident.id, unit_id, label, name, role, kind, active FROM resident"
    " JOIN unit ON unit.id = resident.unit_id"
    " WHERE resident.id IN (SELECT rowid FROM search_resident"
    " WHERE search_resident MATCH ? ORDER BY rowid DESC LIMIT ?)"
    " ORDER BY active DESC, position, resident.id LIMIT ?"
)
_RECEPTION = (
    f"SELECT r.id, number, happened_at, caller_name, unit_id, label, state,"
    f" substr(request, 1, {EXCERPT}) FROM {{source}} LEFT JOIN unit ON unit.id = unit_id WHERE "
)
_COMPLAINT = (
    f"SELECT r.id, number, received_at, complainant, unit_id, label, state,"
    f" substr(about, 1, {EXCERPT}) FROM {{source}} LEFT JOIN unit ON unit.id = unit_id WHERE "
)
_NEWEST_OF = "{table} MATCH ? ORDER BY {table}.rowid DESC LIMIT ?"


def _newest(record: str, kind: str) -> str:
    """The newest records of the index; the index is walked first, whatever else is joined."""
    table = f"search_{kind}"
    source = f"{table} CROSS JOIN {kind} AS r ON r.id = {table}.rowid"
    return record.format(source=source) + _NEWEST_OF.format(table=table)


_RECEPTIONS = _newest(_RECEPTION, "reception")
_COMPLAINTS = _newest(_COMPLAINT, "complaint")
_BY_NUMBER = {
    "reception": _RECEPTION.format(source="reception AS r") + "number = ?",
    "complaint": _COMPLAINT.format(source="complaint AS r") + "number = ?",
}
_FEW = 100  # receptions with a token; a question that has such a term is answered at once
_QUICK = 60_000  # entries of the index that may be walked over without anybody waiting
_TERMS_WEIGHED = 6
_HUNDREDTH = (
    "SELECT rowid, (SELECT max(id) FROM reception) FROM search_reception"
    " WHERE search_reception MATCH ? ORDER BY rowid DESC LIMIT 1 OFFSET ?"
)
_LAST = "SELECT max(happened_at) FROM reception"


def _resident(row: Any) -> ResidentHit:
    resident_id, unit_id, unit, name, role, kind, active = row
    return ResidentHit(resident_id, unit_id, unit, name, role, kind, bool(active))


def _hit(row: Any) -> RecordHit:
    record_id, number, at, who, unit_id, unit, state, excerpt = row
    moment = from_microseconds(at)
    return RecordHit(
        record_id, number, moment, who, unit_id, unit or "", state, " ".join(excerpt.split())
    )


def _receptions(reader: Reader, terms: Sequence[Term], limit: int) -> tuple[RecordHit, ...]:
    rows = reader.exec_driver_sql(_RECEPTIONS, (match_expression(terms), limit))
    return tuple(map(_hit, rows))


def _is_quick(reader: Reader, terms: Sequence[Term]) -> bool:
    """Whether the index answers at once, even if the terms never meet.

    How many entries there are is told from how far back the hundredth newest lies.
    """
    entries = 0
    for term in terms[:_TERMS_WEIGHED] if len(terms) > 1 else ():
        row = reader.exec_driver_sql(_HUNDREDTH, (match_expression([term]), _FEW)).first()
        if row is None:
            return True
        at, newest = row
        entries += _FEW * newest // max(1, newest - at)
    return entries <= _QUICK


def _last_months(reader: Reader) -> Iterator[Term]:
    """The months of the year before the last reception, the newest first, as terms."""
    month = from_microseconds(reader.exec_driver_sql(_LAST).scalar_one())
    for _ in range(MONTHS):
        yield frozenset({facets.month_token(month)})
        month = month.replace(day=1) - timedelta(days=1)
