"""The complaint 投訴 and the fields of 《客戶投訴意見表》 (F4)."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from desk import hanzi
from desk.domain import search_text
from desk.models.base import Recorded, Searchable
from desk.models.estate import Unit
from desk.models.rooms import Rooms


class Complaint(Recorded, Searchable):
    """One complaint, from its registration to its closing. Numbered without gaps."""

    __tablename__ = "complaint"
    __table_args__ = (
        UniqueConstraint("number"),
        Index(None, "received_at", "id"),
        Index(None, "state", "received_at", "id"),
        Index(None, "unit_id", "received_at", "id"),
        Index(None, "reception_id"),
    )
    search_table = "search_complaint"

    number: Mapped[str] = mapped_column(String(20))
    reception_id: Mapped[int | None] = mapped_column(ForeignKey("reception.id"))
    received_at: Mapped[datetime]
    received_by_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    entered_at: Mapped[datetime]
    occurred_at: Mapped[datetime]
    place: Mapped[str] = mapped_column(String(120))
    channel: Mapped[str] = mapped_column(String(16))
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("unit.id"))
    resident_id: Mapped[int | None] = mapped_column(ForeignKey("resident.id"))
    complainant: Mapped[str] = mapped_column(String(80))
    contact: Mapped[str] = mapped_column(String(120))
    contact_method: Mapped[str] = mapped_column(String(16))
    about: Mapped[str] = mapped_column(String(120))
    course: Mapped[str] = mapped_column(String(20_000))
    demand: Mapped[str] = mapped_column(String(20_000))
    nature: Mapped[str] = mapped_column(String(16))
    content_class: Mapped[str] = mapped_column(String(16))
    severity: Mapped[str] = mapped_column(String(16))
    state: Mapped[str] = mapped_column(String(16))
    process: Mapped[str] = mapped_column(String(20_000), default="")
    result: Mapped[str] = mapped_column(String(20_000), default="")
    handled_at: Mapped[datetime | None]
    handled_by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    closed_at: Mapped[datetime | None]
    closed_by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))

    unit: Mapped[Unit | None] = relationship()

    def search_tokens(self, rooms: Rooms) -> Iterable[str]:
        tokens = set(search_text.number_tokens(self.number))
        tokens.update(search_text.name_tokens(self.complainant, hanzi))
        for text in (self.about, self.place, self.course, self.demand):
            tokens.update(search_text.text_tokens(text, hanzi))
        if self.unit_id is not None:
            tokens.update(search_text.room_tokens(rooms.of(self.unit_id), hanzi))
        tokens.update(search_text.phone_tokens(self.contact))
        return tokens
