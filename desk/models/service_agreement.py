"""Long-term agreements with customers 《特約服務協議》 (F23, R106)."""

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal

from sqlalchemy import JSON, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from desk import hanzi
from desk.domain import search_text
from desk.models.base import Money, Recorded, Searchable
from desk.models.rooms import Rooms


class ServiceAgreement(Recorded, Searchable):
    """One agreement, numbered without gaps; `domain.service_agreement` says what it takes.

    `follows_id` is the one that it renews. `ended_on` is the last day on which it held.
    """

    __tablename__ = "service_agreement"
    __table_args__ = (
        UniqueConstraint("number"),
        Index(None, "unit_id", "id"),
        Index(None, "ends", "id"),
        Index(None, "follows_id"),
    )
    search_table = "search_service_agreement"

    number: Mapped[str] = mapped_column(String(20))
    unit_id: Mapped[int] = mapped_column(ForeignKey("unit.id"))
    customer: Mapped[str] = mapped_column(String(80))
    phone: Mapped[str] = mapped_column(String(40), default="")
    content: Mapped[list[str]] = mapped_column(JSON)
    starts: Mapped[date]
    ends: Mapped[date]
    amount: Mapped[Decimal] = mapped_column(Money)
    per: Mapped[str] = mapped_column(String(16))
    charge: Mapped[str] = mapped_column(String(400), default="")
    office_terms: Mapped[str] = mapped_column(String(2_000))
    customer_terms: Mapped[str] = mapped_column(String(2_000))
    remark: Mapped[str] = mapped_column(String(2_000), default="")
    entered_at: Mapped[datetime]
    entered_by_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    customer_signed_on: Mapped[date | None]
    customer_signed_by: Mapped[str] = mapped_column(String(120), default="")
    customer_signed_how: Mapped[str] = mapped_column(String(16), default="")
    office_signed_on: Mapped[date | None]
    office_signed_by: Mapped[str] = mapped_column(String(120), default="")
    office_signed_how: Mapped[str] = mapped_column(String(16), default="")
    follows_id: Mapped[int | None] = mapped_column(ForeignKey("service_agreement.id"))
    ended_on: Mapped[date | None]
    ended_why: Mapped[str] = mapped_column(String(400), default="")
    void_why: Mapped[str] = mapped_column(String(400), default="")

    def search_tokens(self, rooms: Rooms) -> Iterable[str]:
        tokens = set(search_text.number_tokens(self.number))
        tokens.update(search_text.name_tokens(self.customer, hanzi))
        tokens.update(search_text.phone_tokens(self.phone))
        tokens.update(search_text.room_tokens(rooms.of(self.unit_id), hanzi))
        for line in self.content:
            tokens.update(search_text.text_tokens(line, hanzi))
        return tokens
