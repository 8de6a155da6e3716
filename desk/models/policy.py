"""The versions of the estate's policy 服務標準. Append-only: a kept version never changes."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from desk.models.base import Recorded


class Policy(Recorded):
    """One version: `number` counts up, `content` is the policy as plain JSON.

    It holds for records opened on `holds_from` or later, until a newer one does.
    """

    __tablename__ = "policy"
    __table_args__ = (UniqueConstraint("number"), Index(None, "holds_from", "number"))

    number: Mapped[int]
    code: Mapped[str] = mapped_column(String(40))
    holds_from: Mapped[date]
    content: Mapped[dict[str, Any]] = mapped_column(JSON)
    made_at: Mapped[datetime]
    made_by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    why: Mapped[str] = mapped_column(String(400))
