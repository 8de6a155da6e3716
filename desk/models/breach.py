"""Breaches of the first-asked duty as the supervisor found them (R220, R221)."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from desk.models.base import Recorded


class Breach(Recorded):
    """One finding; `measure` is what 《即時獎罰規定》 gives. `at` is when the breach happened."""

    __tablename__ = "breach"
    __table_args__ = (Index(None, "at", "id"), Index(None, "reception_id"))

    reception_id: Mapped[int] = mapped_column(ForeignKey("reception.id"))
    kind: Mapped[str] = mapped_column(String(24))
    finding: Mapped[str] = mapped_column(String(16))
    handover_id: Mapped[int | None] = mapped_column(ForeignKey("handover.id"))
    person: Mapped[str] = mapped_column(String(80), default="")
    department_id: Mapped[int | None] = mapped_column(ForeignKey("department.id"))
    measure: Mapped[str] = mapped_column(String(2_000), default="")
    note: Mapped[str] = mapped_column(String(2_000), default="")
    at: Mapped[datetime]
    found_at: Mapped[datetime]
    found_by_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
