"""The builder's mandates 收費委託書: what is collected for him, by which standard (R32, F35)."""

from collections.abc import Iterable
from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from desk import hanzi
from desk.domain import search_text
from desk.models.base import AffectsSearch, Recorded, Searchable
from desk.models.rooms import Rooms


class FeeMandate(Recorded, Searchable):
    """One mandate, numbered without gaps; `domain.fee_mandate` says what each column means."""

    __tablename__ = "fee_mandate"
    __table_args__ = (UniqueConstraint("number"),)
    search_table = "search_fee_mandate"
    search_parts = ("items",)

    number: Mapped[str] = mapped_column(String(20))
    builder: Mapped[str] = mapped_column(String(120))
    valid_from: Mapped[date]
    valid_until: Mapped[date | None]
    remark: Mapped[str] = mapped_column(String(2_000), default="")
    entered_at: Mapped[datetime]
    by_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    signed_on: Mapped[date | None]
    signed_by: Mapped[str] = mapped_column(String(120), default="")
    void_why: Mapped[str] = mapped_column(String(400), default="")
    touched_at: Mapped[datetime | None]

    items: Mapped[list["FeeMandateItem"]] = relationship(
        back_populates="mandate", order_by="FeeMandateItem.place"
    )

    def search_tokens(self, rooms: Rooms) -> Iterable[str]:  # noqa: ARG002
        tokens = set(search_text.number_tokens(self.number))
        tokens.update(search_text.text_tokens(self.builder, hanzi))
        for item in self.items:
            if item.dropped_at is None:
                tokens.update(search_text.text_tokens(item.name, hanzi))
        return tokens


class FeeMandateItem(Recorded, AffectsSearch):
    """One fee of a mandate; one that was taken off before it was signed keeps its row."""

    __tablename__ = "fee_mandate_item"
    __table_args__ = (Index(None, "mandate_id", "place"),)

    mandate_id: Mapped[int] = mapped_column(ForeignKey("fee_mandate.id"))
    place: Mapped[int]
    name: Mapped[str] = mapped_column(String(120))
    standard: Mapped[str] = mapped_column(String(200))
    basis: Mapped[str] = mapped_column(String(400))
    dropped_at: Mapped[datetime | None]

    mandate: Mapped[FeeMandate] = relationship(back_populates="items")

    def affected_records(self) -> Iterable[Searchable]:
        return () if self.mandate is None else (self.mandate,)
