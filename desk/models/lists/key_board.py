"""The key board, as read: every set in custody, with who has it, in one look."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from desk.models.base import from_microseconds
from desk.models.lists import Reader


@dataclass(frozen=True)
class HookRow:
    """A set in custody: where it hangs, what it opens, who has it until when, if it is lost."""

    set_id: int
    hook: str
    tag: str
    opens: str
    keys: int
    basis: str
    unit: str
    loan_id: int | None
    loan: str
    borrower: str
    company: str
    loss_id: int | None
    out_at: datetime | None
    due_at: datetime | None


def hooks(reader: Reader) -> tuple[HookRow, ...]:
    """Every set in custody, in no order."""
    return tuple(map(_row, reader.exec_driver_sql(_BOARD)))


_BOARD = (
    "SELECT s.id, s.hook, s.tag, s.opens, s.keys, s.basis, coalesce(u.label, ''), l.id,"
    " coalesce(l.number, ''), coalesce(l.borrower, ''), coalesce(l.company, ''), x.id,"
    " l.out_at, l.due_at FROM key_set AS s LEFT JOIN unit AS u ON u.id = s.unit_id"
    " LEFT JOIN key_loan AS l ON l.key_set_id = s.id AND l.ended_at IS NULL"
    " LEFT JOIN key_loss AS x ON x.key_set_id = s.id AND x.closed_at IS NULL"
    " WHERE s.left_at IS NULL"
)


def _row(row: Any) -> HookRow:
    return HookRow(*row[:-2], *map(_moment, row[-2:]))


def _moment(value: int | None) -> datetime | None:
    return None if value is None else from_microseconds(value)
