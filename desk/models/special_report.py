"""The special report 專項報告 of 重大、熱點、重要 cases, filed in its own volume (R93, F14)."""

from datetime import datetime

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from desk.models.base import Recorded


class SpecialReport(Recorded):
    """One report a case; `volume` is where it stands filed."""

    __tablename__ = "special_report"
    __table_args__ = (UniqueConstraint("complaint_id"), UniqueConstraint("volume"))

    complaint_id: Mapped[int] = mapped_column(ForeignKey("complaint.id"))
    volume: Mapped[str] = mapped_column(String(20))
    cause: Mapped[str] = mapped_column(String(20_000))
    handling: Mapped[str] = mapped_column(String(20_000))
    review: Mapped[str] = mapped_column(String(20_000))
    improvement: Mapped[str] = mapped_column(String(20_000))
    written_at: Mapped[datetime]
    written_by_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
