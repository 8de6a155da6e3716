"""What the day says of callbacks of services: who is called back, who is visited (R107, R110)."""

from collections.abc import Iterable
from datetime import datetime

from desk.models.lists import Reader, service_callback_owed
from desk.models.lists.today import OwedRow
from desk.services import service_callback_visit
from desk.services.service_callback_choice import settle
from desk.services.workplace import Workplace

__all__ = ["settle", "with_services"]


def with_services(
    workplace: Workplace, reader: Reader, rows: Iterable[OwedRow], until: datetime, limit: int
) -> tuple[OwedRow, ...]:
    """The callbacks of the day, those of services and the home visits among them, by their time."""
    calls = service_callback_owed.owed_until(reader, until, limit)
    visits = service_callback_visit.lines(workplace, until, limit)
    return tuple(sorted((*rows, *calls, *visits), key=_by_due))[:limit]


def _by_due(row: OwedRow) -> tuple[datetime, str]:
    return row.due_at or row.started_at, row.number
