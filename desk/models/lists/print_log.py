"""What was printed, as read."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, func, select

from desk.models.lists import Reader
from desk.models.print_log import PrintLog
from desk.models.staff import Account


@dataclass(frozen=True)
class PrintRow:
    """One print; `reprint` counts the prints of the same sheet before it, `content` its values."""

    id: int
    printed_at: datetime
    printed_by: str
    form: str
    kind: str
    record_id: int | None
    number: str
    language: str
    template_version: str
    digest: str
    destination: str
    copies: int
    reprint: int
    content: Mapping[str, Any]


def of_record(reader: Reader, kind: str, record_id: int, limit: int = 50) -> tuple[PrintRow, ...]:
    """The newest prints of a record first."""
    query = (
        _query()
        .where(PrintLog.kind == kind, PrintLog.record_id == record_id)
        .order_by(PrintLog.id.desc())
        .limit(limit)
    )
    return tuple(PrintRow(*row) for row in reader.execute(query))


def times_printed(reader: Reader, form: str, kind: str, record_id: int) -> int:
    """How often this form of the record was printed so far, in any language."""
    query = select(func.count()).where(
        PrintLog.kind == kind, PrintLog.record_id == record_id, PrintLog.form == form
    )
    return reader.execute(query).scalar_one()


def _query() -> Select[*tuple[Any, ...]]:
    return select(
        PrintLog.id,
        PrintLog.printed_at,
        Account.name,
        PrintLog.form,
        PrintLog.kind,
        PrintLog.record_id,
        PrintLog.number,
        PrintLog.language,
        PrintLog.template_version,
        PrintLog.digest,
        PrintLog.destination,
        PrintLog.copies,
        PrintLog.reprint,
        PrintLog.content,
    ).join(Account, Account.id == PrintLog.printed_by_id)
