"""What the one search box finds, as read: few rows of each kind, chosen by the search index.

Every record that holds a token of every term is an answer, so the newest are at hand at once,
however many there are. Only where several words are common and hardly ever meet would the index
have to be walked to its end. Such words are asked of the last months first; when not even one
record of those has them all, the years before are left out unless the question goes `deep`, and the
answer says so.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from desk.domain.search_text import Term
from desk.models import facets
from desk.models.base import from_microseconds
from desk.models.lists import Reader
from desk.models.search_index import match_expression

MONTHS = 3  # that are asked one by one whether several common words ever meet
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
    """A found reception, complaint or entry of the work log; `excerpt` is how its text begins."""

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
    return tuple(map(hit, rows))


def receptions(
    reader: Reader, terms: Sequence[Term], limit: int, deep: bool
) -> tuple[tuple[RecordHit, ...], bool]:
    """The receptions entered last, and whether all years were asked for them."""
    if deep or len(terms) == 1:
        return _receptions(reader, terms, limit), True
    months = _last_months(reader)
    is_near = (
        _meet_in(reader, terms, months[:1])
        or _is_quick(reader, terms)
        or _meet_in(reader, terms, months[1:])
    )
    return (_receptions(reader, terms, limit), True) if is_near else ((), False)


def work_logs(reader: Reader, terms: Sequence[Term], limit: int) -> tuple[RecordHit, ...]:
    """The entries of the work log written down last."""
    rows = reader.exec_driver_sql(_WORK_LOGS, (match_expression(terms), limit))
    return tuple(map(hit, rows))


def by_number(reader: Reader, number: str) -> tuple[str, RecordHit] | None:
    """The record kind and the record of a whole number; of a coordination slip, its visit."""
    for kind, sql in _BY_NUMBER.items():
        row = reader.exec_driver_sql(sql, (number,)).first()
        if row is not None:
            return kind, hit(row)
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
_WORK_LOG = (
    "SELECT r.id, number, happened_at, participants, unit_id, label, state,"
    f" substr(topic || ' ' || text, 1, {EXCERPT}) FROM work_log AS r"
    " LEFT JOIN unit ON unit.id = unit_id WHERE "
)
_WORK_LOGS = (
    _WORK_LOG + "r.id IN (SELECT rowid FROM search_work_log WHERE search_work_log MATCH ?"
    " ORDER BY rowid DESC LIMIT ?) ORDER BY r.id DESC"
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
    "coordination_slip": (
        "SELECT r.id, s.number, s.at, caller_name, unit_id, label, s.state,"
        f" substr(matter, 1, {EXCERPT}) FROM coordination_slip AS s"
        " JOIN reception AS r ON r.id = s.reception_id LEFT JOIN unit ON unit.id = unit_id"
        " WHERE s.number = ?"
    ),
    "work_log": _WORK_LOG + "number = ?",
}
_FEW = 100  # receptions with a token; a question that has such a term is answered at once
_QUICK = 8_000  # entries of the index that are walked over in about a millisecond
_TERMS_WEIGHED = 6
_HUNDREDTH = (
    "SELECT rowid, (SELECT max(id) FROM reception) FROM search_reception"
    " WHERE search_reception MATCH ? ORDER BY rowid DESC LIMIT 1 OFFSET ?"
)
_LAST = "SELECT max(happened_at) FROM reception"


def _resident(row: Any) -> ResidentHit:
    resident_id, unit_id, unit, name, role, kind, active = row
    return ResidentHit(resident_id, unit_id, unit, name, role, kind, bool(active))


def hit(row: Any) -> RecordHit:
    """What was found, of a row in the order of its fields; the excerpt on one line."""
    record_id, number, at, who, unit_id, unit, state, excerpt = row
    moment = from_microseconds(at)
    return RecordHit(
        record_id, number, moment, who, unit_id, unit or "", state, " ".join(excerpt.split())
    )


def _receptions(reader: Reader, terms: Sequence[Term], limit: int) -> tuple[RecordHit, ...]:
    rows = reader.exec_driver_sql(_RECEPTIONS, (match_expression(terms), limit))
    return tuple(map(hit, rows))


def _is_quick(reader: Reader, terms: Sequence[Term]) -> bool:
    """Whether the index answers at once, even if the terms never meet.

    How many entries there are is told from how far back the hundredth newest lies.
    """
    entries = 0
    for term in terms[:_TERMS_WEIGHED]:
        row = reader.exec_driver_sql(_HUNDREDTH, (match_expression([term]), _FEW)).first()
        if row is None:
            return True
        at, newest = row
        entries += _FEW * newest // max(1, newest - at)
    return entries <= _QUICK


def _meet_in(reader: Reader, terms: Sequence[Term], months: Sequence[Term]) -> bool:
    """Whether any reception of these months has all the terms."""
    return any(_receptions(reader, [*terms, month], 1) for month in months)


def _last_months(reader: Reader) -> list[Term]:
    """The months up to the last reception, the newest first, as terms."""
    last = reader.exec_driver_sql(_LAST).scalar()
    month, months = from_microseconds(last or 0), []
    for _ in range(MONTHS):
        months.append(frozenset({facets.month_token(month)}))
        month = month.replace(day=1) - timedelta(days=1)
    return months
