"""The complaint 投訴 and the fields of 《客戶投訴意見表》 (F4)."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint, text
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
        Index("ix_complaint_topic", "topic", "state", "received_at", "id"),
        Index(
            "ix_complaint_hot",
            "received_at",
            "id",
            sqlite_where=text("hot"),
            postgresql_where=text("hot"),
        ),
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

    policy_id: Mapped[int | None] = mapped_column(ForeignKey("policy.id"))
    topic: Mapped[str] = mapped_column(String(80), default="")
    hot: Mapped[bool] = mapped_column(default=False)
    impact: Mapped[str] = mapped_column(String(16), default="none")
    immediate: Mapped[str] = mapped_column(String(16), default="")
    called_in: Mapped[str] = mapped_column(String(80), default="")
    filing: Mapped[str] = mapped_column(String(16), default="pending")
    filing_ground: Mapped[str] = mapped_column(String(16), default="")
    filing_why: Mapped[str] = mapped_column(String(400), default="")
    filed_at: Mapped[datetime | None]
    filed_by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    asked_post: Mapped[str] = mapped_column(String(32), default="")
    asked_at: Mapped[datetime | None]
    on_site: Mapped[bool] = mapped_column(default=False)
    wanted_by: Mapped[datetime | None]
    department: Mapped[str] = mapped_column(String(80), default="")
    signed_copy_at: Mapped[datetime | None]
    signed_copy_by: Mapped[str] = mapped_column(String(80), default="")
    notice_kind: Mapped[str] = mapped_column(String(16), default="")
    notice_from: Mapped[str] = mapped_column(String(80), default="")
    notice_at: Mapped[datetime | None]
    notice_text: Mapped[str] = mapped_column(String(4_000), default="")
    verified_at: Mapped[datetime | None]
    verified_by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    verified_text: Mapped[str] = mapped_column(String(4_000), default="")
    unsolvable_at: Mapped[datetime | None]
    unsolvable_why: Mapped[str] = mapped_column(String(4_000), default="")
    why_it_happened: Mapped[str] = mapped_column(String(4_000), default="")
    what_was_learnt: Mapped[str] = mapped_column(String(4_000), default="")
    how_to_avoid: Mapped[str] = mapped_column(String(4_000), default="")
    what_to_adjust: Mapped[str] = mapped_column(String(4_000), default="")
    touched_at: Mapped[datetime | None]

    unit: Mapped[Unit | None] = relationship()

    def search_tokens(self, rooms: Rooms) -> Iterable[str]:
        tokens = set(search_text.number_tokens(self.number))
        tokens.update(search_text.name_tokens(self.complainant, hanzi))
        for told in (self.about, self.place, self.course, self.demand, self.topic):
            tokens.update(search_text.text_tokens(told, hanzi))
        if self.unit_id is not None:
            tokens.update(search_text.room_tokens(rooms.of(self.unit_id), hanzi))
        tokens.update(search_text.phone_tokens(self.contact))
        return tokens
