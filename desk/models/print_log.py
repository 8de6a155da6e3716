"""What was printed, with everything needed to show it again."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from desk.models.base import Recorded


class PrintLog(Recorded):
    """One print: the form, its values, template version and digest, who, when, where to."""

    __tablename__ = "print_log"
    __table_args__ = (Index(None, "kind", "record_id"), Index(None, "printed_at", "id"))

    printed_at: Mapped[datetime]
    printed_by_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    form: Mapped[str] = mapped_column(String(40))
    kind: Mapped[str] = mapped_column(String(32))
    record_id: Mapped[int | None]
    number: Mapped[str] = mapped_column(String(20), default="")
    language: Mapped[str] = mapped_column(String(16))
    template_version: Mapped[str] = mapped_column(String(20))
    digest: Mapped[str] = mapped_column(String(64))
    destination: Mapped[str] = mapped_column(String(16))
    copies: Mapped[int] = mapped_column(default=1)
    reprint: Mapped[int] = mapped_column(default=0)
    content: Mapped[dict[str, Any]] = mapped_column(JSON)
