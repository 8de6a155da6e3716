"""What second persons said, as read."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Select, select
from sqlalchemy.orm import aliased

from desk.domain.approval import Line, Verdict
from desk.models import approval
from desk.models.approval import Approval
from desk.models.lists import Reader
from desk.models.staff import Account


@dataclass(frozen=True)
class ApprovalRow:
    """One word of a second person: about which matter of which record, before whose eyes."""

    id: int
    kind: str
    record_id: int
    matter: str
    decision: Verdict
    approver_id: int
    approver: str
    asked_by_id: int
    asked_by: str
    at: datetime
    note: str
    shown: tuple[Line, ...]

    @property
    def digest(self) -> str:
        """Of what was shown; the record's history has the same."""
        return approval.digest(self.shown)


def of_record(reader: Reader, kind: str, record_id: int) -> tuple[ApprovalRow, ...]:
    """Everything that was said about a record, oldest first: the last word on a matter holds."""
    query = _query().where(Approval.kind == kind, Approval.record_id == record_id)
    return tuple(map(_row, reader.execute(query.order_by(Approval.id))))


def one(reader: Reader, approval_id: int) -> ApprovalRow | None:
    """One of them by its id."""
    row = reader.execute(_query().where(Approval.id == approval_id)).first()
    return None if row is None else _row(row)


def _query() -> Select[*tuple[Any, ...]]:
    approver, clerk = aliased(Account), aliased(Account)
    return (
        select(
            Approval.id,
            Approval.kind,
            Approval.record_id,
            Approval.matter,
            Approval.decision,
            Approval.approver_id,
            approver.name,
            Approval.asked_by_id,
            clerk.name,
            Approval.at,
            Approval.note,
            Approval.shown,
        )
        .join(approver, approver.id == Approval.approver_id)
        .join(clerk, clerk.id == Approval.asked_by_id)
    )


def _row(row: Row[*tuple[Any, ...]]) -> ApprovalRow:
    values = [*row]
    values[4] = Verdict(row.decision)
    values[-1] = tuple(Line(*pair) for pair in row.shown)
    return ApprovalRow(*values)
