"""Callbacks 回訪 to complainants (R11, R94, R148, R191)."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from desk.models.base import Recorded


class Callback(Recorded):
    """One call or visit after the result was told; `round` counts from 1, up after each rework."""

    __tablename__ = "callback"
    __table_args__ = (Index(None, "complaint_id", "id"), Index(None, "at", "id"))

    complaint_id: Mapped[int] = mapped_column(ForeignKey("complaint.id"))
    round: Mapped[int] = mapped_column(default=1)
    at: Mapped[datetime]
    by_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    how: Mapped[str] = mapped_column(String(16))
    outcome: Mapped[str] = mapped_column(String(16))
    why: Mapped[str] = mapped_column(String(400), default="")
    satisfaction: Mapped[str] = mapped_column(String(16), default="")
    opinion: Mapped[str] = mapped_column(String(4_000), default="")
