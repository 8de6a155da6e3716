"""The notice 完成情況告知 that ends a first-asked duty which was handed over (R219)."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from desk.models.base import Recorded


class DutyNotice(Recorded):
    """Who was told, when the matter was done, and how it went."""

    __tablename__ = "duty_notice"
    __table_args__ = (Index(None, "reception_id", "id"),)

    reception_id: Mapped[int] = mapped_column(ForeignKey("reception.id"))
    told: Mapped[str] = mapped_column(String(80))
    completed_at: Mapped[datetime]
    situation: Mapped[str] = mapped_column(String(4_000))
    at: Mapped[datetime]
    by_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
