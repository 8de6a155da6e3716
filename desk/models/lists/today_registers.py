"""What the day asks of the gate and of the key board, as read: passes and keys that are owed."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, literal, literal_column, select

from desk.models.base import UtcDateTime
from desk.models.custody_agreement import CustodyAgreement
from desk.models.deadline import Deadline
from desk.models.estate import Unit
from desk.models.key_loan import KeyLoan
from desk.models.key_set import KeySet
from desk.models.lists import Reader
from desk.models.lists.today import OwedRow
from desk.models.release_pass import ReleaseItem, ReleasePass

PASS, KEY = "pass", "key"
EXPIRED = "expired"  # instead of a clock: its window is over, and something has not left

Owed = Select[*tuple[Any, ...]]


def passes(reader: Reader, until: datetime, limit: int) -> tuple[OwedRow, ...]:
    """Passes whose window or whose goods' day runs out before a moment, the earliest first."""
    query = (
        _owed(PASS, "release_pass", until)
        .join(ReleasePass, ReleasePass.id == Deadline.record_id)
        .outerjoin(Unit, Unit.id == ReleasePass.unit_id)
        .add_columns(*_PASS_LINE)
        .limit(limit)
    )
    return _rows(reader, query)


def expired_passes(reader: Reader, since: datetime, limit: int) -> tuple[OwedRow, ...]:
    """Passes that expired at a moment or later and were neither extended nor declared void."""
    query = (
        select(
            literal_column("'release_pass'"),
            ReleasePass.id,
            literal_column(f"'{EXPIRED}'"),
            literal_column("''"),
            ReleasePass.issued_at,
            ReleasePass.ends,
        )
        .select_from(ReleasePass)
        .outerjoin(Unit, Unit.id == ReleasePass.unit_id)
        .add_columns(*_PASS_LINE)
        .where(ReleasePass.state == "expired", ReleasePass.ends >= _moment(since))
        .order_by(ReleasePass.ends, ReleasePass.id)
        .limit(limit)
    )
    return _rows(reader, query, PASS)


def keys(reader: Reader, until: datetime, limit: int) -> tuple[OwedRow, ...]:
    """Keys due back and agreements that run out before a moment, the earliest first."""
    loans = (
        _owed(KEY, "key_loan", until)
        .join(KeyLoan, KeyLoan.id == Deadline.record_id)
        .join(KeySet, KeySet.id == KeyLoan.key_set_id)
        .outerjoin(Unit, Unit.id == KeySet.unit_id)
        .add_columns(KeyLoan.number, Unit.label, KeyLoan.borrower, KeySet.opens, _NO_STATE)
    )
    agreements = (
        _owed(KEY, "custody_agreement", until)
        .join(CustodyAgreement, CustodyAgreement.id == Deadline.record_id)
        .outerjoin(Unit, Unit.id == CustodyAgreement.unit_id)
        .add_columns(
            CustodyAgreement.number, Unit.label, CustodyAgreement.owner, _NO_STATE, _NO_STATE
        )
    )
    both = (*_rows(reader, loans.limit(limit)), *_rows(reader, agreements.limit(limit)))
    return tuple(sorted(both, key=_by_due)[:limit])


_NO_STATE: ColumnElement[str] = literal_column("''")
_GOODS = (
    select(ReleaseItem.what)
    .where(ReleaseItem.pass_id == ReleasePass.id, ReleaseItem.dropped_at.is_(None))
    .order_by(ReleaseItem.place)
    .limit(1)
    .scalar_subquery()
)
_PASS_LINE = (ReleasePass.number, Unit.label, ReleasePass.applicant, _GOODS, ReleasePass.state)


def _owed(category: str, kind: str, until: datetime) -> Owed:
    return (
        select(
            Deadline.kind,
            Deadline.record_id,
            Deadline.clock,
            Deadline.post,
            Deadline.started_at,
            Deadline.due_at,
        )
        .select_from(Deadline)
        .where(*_open(category, until), literal_column("+deadline.kind") == kind)
        .order_by(Deadline.due_at, Deadline.id)
    )


def _open(category: str, until: datetime) -> Sequence[Any]:
    return (
        Deadline.met_at.is_(None),
        Deadline.ended_at.is_(None),
        Deadline.category == category,
        Deadline.due_at < _moment(until),
    )


def _moment(moment: datetime) -> Any:
    return literal(moment, UtcDateTime())


def _rows(reader: Reader, query: Owed, category: str = "") -> tuple[OwedRow, ...]:
    return tuple(_row(row, category) for row in reader.execute(query))


def _row(row: Row[*tuple[Any, ...]], category: str) -> OwedRow:
    kind, record_id, clock, post, started_at, due_at, number, unit, who, what, state = row
    told = " ".join((what or "").split())
    return OwedRow(
        kind,
        record_id,
        number,
        unit,
        who,
        told,
        started_at,
        state,
        clock=clock,
        category=category or (PASS if kind == "release_pass" else KEY),
        post=post,
        due_at=due_at,
    )


def _by_due(row: OwedRow) -> tuple[datetime, int]:
    return row.due_at or row.started_at, row.record_id
