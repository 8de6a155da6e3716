"""Lost keys 遺失 and what follows."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from desk.models.base import Recorded

_OPEN = text("closed_at IS NULL")


class KeyLoss(Recorded):
    """One loss: who noticed it when, and how it came. It is open until the key is found, or until
    everything that follows is answered and the set is written off."""

    __tablename__ = "key_loss"
    __table_args__ = (
        Index(
            "uq_key_loss_open",
            "key_set_id",
            unique=True,
            sqlite_where=_OPEN,
            postgresql_where=_OPEN,
        ),
        Index(None, "key_set_id", "id"),
    )

    key_set_id: Mapped[int] = mapped_column(ForeignKey("key_set.id"))
    loan_id: Mapped[int | None] = mapped_column(ForeignKey("key_loan.id"))
    noticed_at: Mapped[datetime]
    noticed_by: Mapped[str] = mapped_column(String(80))
    circumstances: Mapped[str] = mapped_column(String(2_000))
    entered_at: Mapped[datetime]
    entered_by_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    found_at: Mapped[datetime | None]
    found_by: Mapped[str] = mapped_column(String(80), default="")
    found_text: Mapped[str] = mapped_column(String(400), default="")
    written_off_by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    write_off_why: Mapped[str] = mapped_column(String(400), default="")
    closed_at: Mapped[datetime | None]
    touched_at: Mapped[datetime | None]


class KeyLossStep(Recorded):
    """One thing that follows from a loss: done, or waived with its reason."""

    __tablename__ = "key_loss_step"
    __table_args__ = (Index(None, "loss_id", "id"),)

    loss_id: Mapped[int] = mapped_column(ForeignKey("key_loss.id"))
    step: Mapped[str] = mapped_column(String(24))
    answer: Mapped[str] = mapped_column(String(16))
    at: Mapped[datetime]
    text: Mapped[str] = mapped_column(String(400))
    replaced_by_id: Mapped[int | None] = mapped_column(ForeignKey("key_set.id"))
    entered_at: Mapped[datetime]
    entered_by_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
