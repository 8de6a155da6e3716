"""Key receipts 鑰匙領取單: keys handed over to an owner, who signs (R34, F36)."""

from collections.abc import Iterable
from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from desk import hanzi
from desk.domain import search_text
from desk.models.base import Recorded, Searchable
from desk.models.rooms import Rooms


class KeyReceipt(Recorded, Searchable):
    """One receipt, numbered without gaps; `domain.key_receipt` says what each column means.

    With the owner's signature the kept sets on it leave custody.
    """

    __tablename__ = "key_receipt"
    __table_args__ = (UniqueConstraint("number"), Index(None, "unit_id", "id"))
    search_table = "search_key_receipt"

    number: Mapped[str] = mapped_column(String(20))
    unit_id: Mapped[int] = mapped_column(ForeignKey("unit.id"))
    receiver: Mapped[str] = mapped_column(String(80))
    is_owner: Mapped[bool] = mapped_column(default=True)
    authority: Mapped[str] = mapped_column(String(400), default="")
    phone: Mapped[str] = mapped_column(String(40), default="")
    proof: Mapped[str] = mapped_column(String(24), default="")
    proof_tail: Mapped[str] = mapped_column(String(4), default="")
    handed_over_at: Mapped[datetime]
    handed_by_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    remark: Mapped[str] = mapped_column(String(2_000), default="")
    entered_at: Mapped[datetime]
    signed_on: Mapped[date | None]
    signed_by: Mapped[str] = mapped_column(String(120), default="")
    signed_how: Mapped[str] = mapped_column(String(16), default="")
    void_why: Mapped[str] = mapped_column(String(400), default="")

    def search_tokens(self, rooms: Rooms) -> Iterable[str]:
        tokens = set(search_text.number_tokens(self.number))
        tokens.update(search_text.name_tokens(self.receiver, hanzi))
        tokens.update(search_text.phone_tokens(self.phone))
        return tokens | search_text.room_tokens(rooms.of(self.unit_id), hanzi)


class KeyReceiptLine(Recorded):
    """One line of a receipt: a kept set, or free words, and how many keys."""

    __tablename__ = "key_receipt_line"
    __table_args__ = (Index(None, "receipt_id", "place"), Index(None, "key_set_id"))

    receipt_id: Mapped[int] = mapped_column(ForeignKey("key_receipt.id"))
    place: Mapped[int]
    key_set_id: Mapped[int | None] = mapped_column(ForeignKey("key_set.id"))
    what: Mapped[str] = mapped_column(String(200))
    keys: Mapped[int]
