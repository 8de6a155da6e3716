"""Approvals by a second person, given or refused over the clerk's shoulder."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from desk.models.base import Recorded


class Approval(Recorded):
    """What was approved or refused, by whom, at whose asking, and exactly what was shown."""

    __tablename__ = "approval"
    __table_args__ = (Index(None, "kind", "record_id", "id"),)

    kind: Mapped[str] = mapped_column(String(32))
    record_id: Mapped[int]
    matter: Mapped[str] = mapped_column(String(60))
    decision: Mapped[str] = mapped_column(String(16))
    approver_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    asked_by_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    at: Mapped[datetime]
    note: Mapped[str] = mapped_column(String(2_000), default="")
    shown: Mapped[list[Any]] = mapped_column(JSON)
