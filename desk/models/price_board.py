"""The price board 有償服務明碼標價牌: its versions, and what is on each (F20, R233, R234)."""

from datetime import date, datetime
from decimal import Decimal

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from desk.models.base import Money, Recorded

_ONE_EACH = text("state IN ('draft', 'in_force')")


class PriceBoard(Recorded):
    """One version, numbered without gaps. There is one draft and one in force at most.

    `filing` says whether it was filed, with whom; the two reviews are of R103. `posted_on` is the
    day on which it was hung up. `touched_at` moves when an item does.
    """

    __tablename__ = "price_board"
    __table_args__ = (
        UniqueConstraint("number"),
        Index(
            "uq_price_board_state",
            "state",
            unique=True,
            sqlite_where=_ONE_EACH,
            postgresql_where=_ONE_EACH,
        ),
    )

    number: Mapped[str] = mapped_column(String(20))
    state: Mapped[str] = mapped_column(String(16))
    before_id: Mapped[int | None] = mapped_column(ForeignKey("price_board.id"))
    written_at: Mapped[datetime]
    by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    filing: Mapped[str] = mapped_column(String(16), default="")
    filed_on: Mapped[date | None]
    filed_with: Mapped[str] = mapped_column(String(120), default="")
    reference: Mapped[str] = mapped_column(String(80), default="")
    quality_by: Mapped[str] = mapped_column(String(120), default="")
    quality_on: Mapped[date | None]
    finance_by: Mapped[str] = mapped_column(String(120), default="")
    finance_on: Mapped[date | None]
    approved_at: Mapped[datetime | None]
    approved_by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    in_force_on: Mapped[date | None]
    posted_on: Mapped[date | None]
    superseded_on: Mapped[date | None]
    remark: Mapped[str] = mapped_column(String(2_000), default="")
    void_why: Mapped[str] = mapped_column(String(400), default="")
    touched_at: Mapped[datetime | None]


class PriceItem(Recorded):
    """One item of a version. One that was taken off the draft keeps its row (`dropped_at`).

    `launched_on` is written when the first version with it comes into force. `why` says why it was
    proposed (R237).
    """

    __tablename__ = "price_item"
    __table_args__ = (Index(None, "board_id", "place"), Index(None, "code", "id"))

    board_id: Mapped[int] = mapped_column(ForeignKey("price_board.id"))
    place: Mapped[int]
    code: Mapped[str] = mapped_column(String(12))
    name: Mapped[str] = mapped_column(String(120))
    unit: Mapped[str] = mapped_column(String(20))
    price: Mapped[Decimal] = mapped_column(Money)
    materials: Mapped[str] = mapped_column(String(200), default="")
    skill: Mapped[str] = mapped_column(String(40), default="")
    launched_on: Mapped[date | None]
    why: Mapped[str] = mapped_column(String(400), default="")
    entered_at: Mapped[datetime]
    dropped_at: Mapped[datetime | None]
