"""Custody agreements 代管委托書 (R112, F38)."""

from collections.abc import Iterable
from datetime import date, datetime

from sqlalchemy import JSON, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from desk import hanzi
from desk.domain import search_text
from desk.models.base import Recorded, Searchable
from desk.models.rooms import Rooms


class CustodyAgreement(Recorded, Searchable):
    """One agreement, numbered without gaps; `domain.custody_agreement` says what it takes.

    `purposes` and `things` are lists of lines. Each party's signature has its day, the name, and
    where it stands. `ended_*` tell to whom everything went back.
    """

    __tablename__ = "custody_agreement"
    __table_args__ = (UniqueConstraint("number"), Index(None, "unit_id", "id"))
    search_table = "search_custody_agreement"

    number: Mapped[str] = mapped_column(String(20))
    unit_id: Mapped[int] = mapped_column(ForeignKey("unit.id"))
    owner: Mapped[str] = mapped_column(String(80))
    owner_phone: Mapped[str] = mapped_column(String(40), default="")
    custodian_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    starts: Mapped[date]
    ends: Mapped[date]
    purposes: Mapped[list[str]] = mapped_column(JSON)
    things: Mapped[list[str]] = mapped_column(JSON)
    remark: Mapped[str] = mapped_column(String(2_000), default="")
    entered_at: Mapped[datetime]
    entered_by_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    owner_signed_on: Mapped[date | None]
    owner_signed_by: Mapped[str] = mapped_column(String(120), default="")
    owner_signed_how: Mapped[str] = mapped_column(String(16), default="")
    office_signed_on: Mapped[date | None]
    office_signed_by: Mapped[str] = mapped_column(String(120), default="")
    office_signed_how: Mapped[str] = mapped_column(String(16), default="")
    ended_at: Mapped[datetime | None]
    ended_by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    ended_to: Mapped[str] = mapped_column(String(80), default="")
    ended_authority: Mapped[str] = mapped_column(String(400), default="")
    ended_signed: Mapped[str] = mapped_column(String(16), default="")
    ended_why: Mapped[str] = mapped_column(String(400), default="")
    void_why: Mapped[str] = mapped_column(String(400), default="")

    def search_tokens(self, rooms: Rooms) -> Iterable[str]:
        tokens = set(search_text.number_tokens(self.number))
        tokens.update(search_text.name_tokens(self.owner, hanzi))
        tokens.update(search_text.phone_tokens(self.owner_phone))
        tokens.update(search_text.room_tokens(rooms.of(self.unit_id), hanzi))
        for line in (*self.purposes, *self.things):
            tokens.update(search_text.text_tokens(line, hanzi))
        return tokens
