"""Promises 承諾 made to a complainant, and the year's letter of authority 授權書 (R8, R9, K18)."""

from datetime import date, datetime
from decimal import Decimal

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from desk.models.base import Money, Recorded


class AuthorityLetter(Recorded):
    """What the holder may promise on the spot in a year (F52): up to `amount_limit`, and matters.

    Superseded by a newer one of the same holder's post, never changed after it was signed.
    """

    __tablename__ = "authority_letter"
    __table_args__ = (Index(None, "starts", "ends"),)

    post: Mapped[str] = mapped_column(String(32))
    holder: Mapped[str] = mapped_column(String(80))
    starts: Mapped[date]
    ends: Mapped[date]
    amount_limit: Mapped[Decimal | None] = mapped_column(Money)
    matters: Mapped[str] = mapped_column(String(4_000))
    signed_by: Mapped[str] = mapped_column(String(80))
    entered_at: Mapped[datetime]
    entered_by_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    void_why: Mapped[str] = mapped_column(String(400), default="")


class Promise(Recorded):
    """What a complainant was promised, by whom and by when; reported the same day (R9, R133)."""

    __tablename__ = "promise"
    __table_args__ = (Index(None, "complaint_id", "id"),)

    complaint_id: Mapped[int] = mapped_column(ForeignKey("complaint.id"))
    text: Mapped[str] = mapped_column(String(4_000))
    made_at: Mapped[datetime]
    made_by: Mapped[str] = mapped_column(String(80))
    post: Mapped[str] = mapped_column(String(32))
    due_at: Mapped[datetime]
    amount: Mapped[Decimal | None] = mapped_column(Money)
    letter_id: Mapped[int | None] = mapped_column(ForeignKey("authority_letter.id"))
    entered_by_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    reported_at: Mapped[datetime | None]
    reported_to: Mapped[str] = mapped_column(String(80), default="")
    kept_at: Mapped[datetime | None]
    broken_why: Mapped[str] = mapped_column(String(400), default="")
