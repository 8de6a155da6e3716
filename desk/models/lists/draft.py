"""Half-finished forms, as read."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select

from desk.models.lists import Reader
from desk.models.staff import Draft


@dataclass(frozen=True)
class DraftRow:
    """One half-finished form: which form, of which record, its title, what stood in it, since."""

    id: int
    form: str
    subject: str
    title: str
    content: dict[str, Any]
    saved_at: datetime


_COLUMNS = (Draft.id, Draft.form, Draft.subject, Draft.title, Draft.content, Draft.saved_at)


def drafts(reader: Reader, account_id: int) -> tuple[DraftRow, ...]:
    """What a clerk has left waiting, what waits longest first."""
    query = (
        select(*_COLUMNS).where(Draft.account_id == account_id).order_by(Draft.saved_at, Draft.id)
    )
    return tuple(DraftRow(*row) for row in reader.execute(query))
