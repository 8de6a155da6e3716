"""The corrective-action sheet 糾正預防措施 of a grave case (R146)."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from desk.models.base import Recorded


class CorrectiveAction(Recorded):
    """Cause, correction and prevention; one sheet a case, done and then verified."""

    __tablename__ = "corrective_action"
    __table_args__ = (UniqueConstraint("complaint_id"),)

    complaint_id: Mapped[int] = mapped_column(ForeignKey("complaint.id"))
    cause: Mapped[str] = mapped_column(String(4_000))
    correction: Mapped[str] = mapped_column(String(4_000))
    prevention: Mapped[str] = mapped_column(String(4_000))
    responsible: Mapped[str] = mapped_column(String(80))
    due_on: Mapped[date]
    written_at: Mapped[datetime]
    written_by_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    done_at: Mapped[datetime | None]
    done_text: Mapped[str] = mapped_column(String(4_000), default="")
    verified_at: Mapped[datetime | None]
    verified_by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    verified_text: Mapped[str] = mapped_column(String(4_000), default="")
