"""Agreements with suppliers 《委託服務協議》 (F22, R239)."""

from collections.abc import Iterable
from datetime import date, datetime

from sqlalchemy import JSON, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from desk import hanzi
from desk.domain import search_text
from desk.models.base import Recorded, Searchable
from desk.models.rooms import Rooms


class SupplierAgreement(Recorded, Searchable):
    """One agreement, numbered without gaps; without a unit it stands for the whole estate.

    `customer_*` is the signature of the household's customer, or of the office where it stands for
    all. `follows_id` is the one that it renews. `ended_on` is the last day on which it held.
    """

    __tablename__ = "supplier_agreement"
    __table_args__ = (
        UniqueConstraint("number"),
        Index(None, "supplier_id", "id"),
        Index(None, "unit_id", "id"),
        Index(None, "follows_id"),
    )
    search_table = "search_supplier_agreement"

    number: Mapped[str] = mapped_column(String(20))
    supplier_id: Mapped[int] = mapped_column(ForeignKey("supplier.id"))
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("unit.id"))
    customer: Mapped[str] = mapped_column(String(120), default="")
    scope: Mapped[list[str]] = mapped_column(JSON)
    charge: Mapped[str] = mapped_column(String(400))
    starts: Mapped[date]
    ends: Mapped[date]
    remark: Mapped[str] = mapped_column(String(2_000), default="")
    entered_at: Mapped[datetime]
    entered_by_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    customer_signed_on: Mapped[date | None]
    customer_signed_by: Mapped[str] = mapped_column(String(120), default="")
    customer_signed_how: Mapped[str] = mapped_column(String(16), default="")
    supplier_signed_on: Mapped[date | None]
    supplier_signed_by: Mapped[str] = mapped_column(String(120), default="")
    supplier_signed_how: Mapped[str] = mapped_column(String(16), default="")
    copy_kept_on: Mapped[date | None]
    follows_id: Mapped[int | None] = mapped_column(ForeignKey("supplier_agreement.id"))
    ended_on: Mapped[date | None]
    ended_why: Mapped[str] = mapped_column(String(400), default="")
    void_why: Mapped[str] = mapped_column(String(400), default="")

    def search_tokens(self, rooms: Rooms) -> Iterable[str]:
        tokens = set(search_text.number_tokens(self.number))
        tokens.update(search_text.name_tokens(self.customer, hanzi))
        for line in self.scope:
            tokens.update(search_text.text_tokens(line, hanzi))
        if self.unit_id is not None:
            tokens.update(search_text.room_tokens(rooms.of(self.unit_id), hanzi))
        return tokens
