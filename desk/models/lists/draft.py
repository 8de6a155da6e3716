"""Half-finished forms, as read."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from desk.models.lists import Reader
from desk.models.staff import Draft


@dataclass(frozen=True)
class DraftRow:
    """One half-finished form: which form, what it is called in the tray, what stood in it."""

    id: int
    form: str
    title: str
    content: dict[str, Any]
    saved_at: datetime


def drafts(reader: Reader, account_id: int) -> tuple[DraftRow, ...]:
    """What a clerk has left waiting, the latest first."""
    query = (
        select(Draft.id, Draft.form, Draft.title, Draft.content, Draft.saved_at)
        .where(Draft.account_id == account_id)
        .order_by(Draft.saved_at.desc(), Draft.id.desc())
    )
    return tuple(DraftRow(*row) for row in reader.execute(query))


def rows_of(session: Session, account_id: int) -> Sequence[Draft]:
    """A clerk's drafts as rows, for the unit of work that replaces them."""
    return session.scalars(select(Draft).where(Draft.account_id == account_id)).all()
