"""Everything that is owed by a certain time: the open clocks, promises and callbacks of all cases.

Derived from the records by their services, in the transaction of the deed; the record itself and
its history are the truth. What is open has indices of its own, so that the day's list costs the
same however many cases were closed.
"""

from datetime import datetime

from sqlalchemy import Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from desk.models.base import Base

_OPEN = text("met_at IS NULL AND ended_at IS NULL")


class Deadline(Base):
    """One thing owed by `due_at`.

    `kind` and `record_id` name the record; `clock` the rule, with the part's id where there are
    several (`promise:7`). Met, or ended without being met: dropped, or overtaken by a promotion
    after it was missed, which still counts (K19). `amount` and `unit` are kept as they were when
    it was computed. What was met, late or missed is what the statistics count (R12, R16).
    """

    __tablename__ = "deadline"
    __table_args__ = (
        Index("ix_deadline_open_due", "due_at", "id", sqlite_where=_OPEN, postgresql_where=_OPEN),
        Index(
            "ix_deadline_open_group",
            "category",
            "due_at",
            "id",
            sqlite_where=_OPEN,
            postgresql_where=_OPEN,
        ),
        Index(None, "kind", "record_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(24))
    record_id: Mapped[int]
    clock: Mapped[str] = mapped_column(String(60))
    category: Mapped[str] = mapped_column(String(16))
    bound: Mapped[str] = mapped_column(String(16))
    severity: Mapped[str] = mapped_column(String(16), default="")
    post: Mapped[str] = mapped_column(String(32))
    approver: Mapped[str] = mapped_column(String(32), default="")
    started_at: Mapped[datetime]
    due_at: Mapped[datetime]
    paused: Mapped[bool] = mapped_column(default=False)
    met_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]
