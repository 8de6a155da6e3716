"""The first-asked duty, as read: the notice that ended it, and what is still with others."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import aliased

from desk.models.first_asked import DutyNotice
from desk.models.lists import Reader
from desk.models.staff import Account

_By = aliased(Account)


@dataclass(frozen=True)
class NoticeRow:
    """The notice 完成情況告知 of a visit (R219)."""

    told: str
    completed_at: datetime
    situation: str
    at: datetime
    by: str


def notice_of(reader: Reader, reception_id: int) -> NoticeRow | None:
    """The last notice of a visit."""
    query = (
        select(
            DutyNotice.told,
            DutyNotice.completed_at,
            DutyNotice.situation,
            DutyNotice.at,
            _By.name,
        )
        .join(_By, _By.id == DutyNotice.by_id)
        .where(DutyNotice.reception_id == reception_id)
        .order_by(DutyNotice.id.desc())
        .limit(1)
    )
    row = reader.execute(query).first()
    return None if row is None else NoticeRow(*row)
