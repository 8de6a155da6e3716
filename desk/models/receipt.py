"""Receipts 收據: what came in, of whom, for what (F25, R32, R244)."""

from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from desk import hanzi
from desk.domain import search_text
from desk.models.base import AffectsSearch, Money, Recorded, Searchable
from desk.models.rooms import Rooms

_UNSEEN = text("void_at IS NOT NULL AND void_seen_at IS NULL")


class Receipt(Recorded, Searchable):
    """One receipt, numbered without gaps; `domain.receipt` says what each column means.

    It is written once: all that ever changes is that it is void.
    """

    __tablename__ = "receipt"
    __table_args__ = (
        UniqueConstraint("number"),
        Index(None, "received_at", "id"),
        Index(None, "method", "received_at", "id"),
        Index(None, "unit_id", "received_at", "id"),
        Index(None, "mandate_id", "received_at", "id"),
        Index(None, "kind", "record_id", "id"),
        Index(
            "ix_receipt_void_unseen",
            "void_at",
            "id",
            sqlite_where=_UNSEEN,
            postgresql_where=_UNSEEN,
        ),
    )
    search_table = "search_receipt"
    search_parts = ("lines",)

    number: Mapped[str] = mapped_column(String(20))
    kind: Mapped[str] = mapped_column(String(32), default="")
    record_id: Mapped[int | None]
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("unit.id"))
    payer: Mapped[str] = mapped_column(String(120))
    total: Mapped[Decimal] = mapped_column(Money)
    method: Mapped[str] = mapped_column(String(16))
    place: Mapped[str] = mapped_column(String(16))
    reference: Mapped[str] = mapped_column(String(80), default="")
    collected_by: Mapped[str] = mapped_column(String(120))
    checked_by: Mapped[str] = mapped_column(String(120), default="")
    mandate_id: Mapped[int | None] = mapped_column(ForeignKey("fee_mandate.id"))
    remark: Mapped[str] = mapped_column(String(400), default="")
    received_at: Mapped[datetime]
    entered_at: Mapped[datetime]
    by_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    void_why: Mapped[str] = mapped_column(String(400), default="")
    void_at: Mapped[datetime | None]
    void_by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    void_seen_at: Mapped[datetime | None]
    void_seen_by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))

    lines: Mapped[list["ReceiptLine"]] = relationship(
        back_populates="receipt", order_by="ReceiptLine.place"
    )

    def search_tokens(self, rooms: Rooms) -> Iterable[str]:
        tokens = set(search_text.number_tokens(self.number))
        tokens.update(search_text.name_tokens(self.payer, hanzi))
        if self.reference:
            tokens.update(search_text.text_tokens(self.reference, hanzi))
        if self.unit_id is not None:
            tokens.update(search_text.room_tokens(rooms.of(self.unit_id), hanzi))
        for line in self.lines:
            tokens.update(search_text.text_tokens(line.what, hanzi))
        return tokens


class ReceiptLine(Recorded, AffectsSearch):
    """For what, and how much."""

    __tablename__ = "receipt_line"
    __table_args__ = (Index(None, "receipt_id", "place"),)

    receipt_id: Mapped[int] = mapped_column(ForeignKey("receipt.id"))
    place: Mapped[int]
    what: Mapped[str] = mapped_column(String(200))
    amount: Mapped[Decimal] = mapped_column(Money)

    receipt: Mapped[Receipt] = relationship(back_populates="lines")

    def affected_records(self) -> Iterable[Searchable]:
        return () if self.receipt is None else (self.receipt,)
