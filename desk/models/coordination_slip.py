"""The coordination slip 《客戶接待事項協調單》 (F17, R211, R213)."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from desk.models.base import Recorded


class CoordinationSlip(Recorded):
    """One slip, numbered without gaps. `lead_id` is the lead department 主辦部門."""

    __tablename__ = "coordination_slip"
    __table_args__ = (
        UniqueConstraint("number"),
        Index(None, "reception_id", "id"),
        Index(None, "state", "at", "id"),
    )

    number: Mapped[str] = mapped_column(String(20))
    cause: Mapped[str] = mapped_column(String(24))
    reception_id: Mapped[int] = mapped_column(ForeignKey("reception.id"))
    handover_id: Mapped[int | None] = mapped_column(ForeignKey("handover.id"))
    lead_id: Mapped[int] = mapped_column(ForeignKey("department.id"))
    matter: Mapped[str] = mapped_column(String(4_000))
    addressee: Mapped[str] = mapped_column(String(80))
    at: Mapped[datetime]
    by_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    state: Mapped[str] = mapped_column(String(16))
    result: Mapped[str] = mapped_column(String(4_000), default="")
    answered_at: Mapped[datetime | None]
    answered_by: Mapped[str] = mapped_column(String(80), default="")
    answered_by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))


class SlipDepartment(Recorded):
    """A department that helps the lead department 協辦部門."""

    __tablename__ = "slip_department"
    __table_args__ = (UniqueConstraint("slip_id", "department_id"),)

    slip_id: Mapped[int] = mapped_column(ForeignKey("coordination_slip.id"))
    department_id: Mapped[int] = mapped_column(ForeignKey("department.id"))
