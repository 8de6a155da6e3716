"""The hand-overs 移交 of the first-asked duty (R213-R218)."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from desk.models.base import Recorded


class Handover(Recorded):
    """One hand-over and its receipt.

    Once accepted, it is the receiver's line in its own 《接待業主情況記錄》, and `first_asked`
    names there the first-asked person as of that day (R218).
    """

    __tablename__ = "handover"
    __table_args__ = (
        Index(None, "reception_id", "id"),
        Index(None, "department_id", "at", "id"),
    )

    reception_id: Mapped[int] = mapped_column(ForeignKey("reception.id"))
    recipient: Mapped[str] = mapped_column(String(24))
    mode: Mapped[str] = mapped_column(String(16))
    department_id: Mapped[int | None] = mapped_column(ForeignKey("department.id"))
    person: Mapped[str] = mapped_column(String(80), default="")
    consent: Mapped[bool] = mapped_column(default=False)
    first_asked: Mapped[str] = mapped_column(String(80))
    at: Mapped[datetime]
    by_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    accepted_at: Mapped[datetime | None]
    accepted_by: Mapped[str] = mapped_column(String(80), default="")
    accepted_by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    refused_at: Mapped[datetime | None]
    refused_by: Mapped[str] = mapped_column(String(80), default="")
    refused_by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    why: Mapped[str] = mapped_column(String(400), default="")
    wrong_at: Mapped[datetime | None]
