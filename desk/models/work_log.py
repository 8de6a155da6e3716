"""The work log 工作日誌 (R17, R71, R154, R195-R198)."""

from collections.abc import Iterable
from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from desk import hanzi
from desk.domain import search_text
from desk.domain import work_log as rules
from desk.models.base import Recorded, Searchable
from desk.models.rooms import Rooms


class WorkLog(Recorded, Searchable):
    """One entry, numbered without gaps; `domain.work_log` says what each column means.

    `hand_in_by` and `back_by` are the moments the rules of its day gave.
    """

    __tablename__ = "work_log"
    __table_args__ = (
        UniqueConstraint("number"),
        Index(None, "happened_at", "id"),
        Index(None, "kind", "happened_at", "id"),
        Index(None, "state", "happened_at", "id"),
        Index(None, "unit_id", "happened_at", "id"),
    )
    search_table = "search_work_log"

    number: Mapped[str] = mapped_column(String(20))
    kind: Mapped[str] = mapped_column(String(24))
    state: Mapped[str] = mapped_column(String(16), default="kept")
    happened_at: Mapped[datetime]
    entered_at: Mapped[datetime]
    by_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    participants: Mapped[str] = mapped_column(String(400), default="")
    topic: Mapped[str] = mapped_column(String(200), default="")
    text: Mapped[str] = mapped_column(String(4_000), default="")
    findings: Mapped[str] = mapped_column(String(4_000), default="")
    measure: Mapped[str] = mapped_column(String(16), default="none")
    measure_text: Mapped[str] = mapped_column(String(4_000), default="")
    plan: Mapped[str] = mapped_column(String(4_000), default="")
    about: Mapped[str] = mapped_column(String(20), default="")
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("unit.id"))
    first_day: Mapped[date | None]
    last_day: Mapped[date | None]
    hand_in_by: Mapped[datetime | None]
    submitted_to: Mapped[str] = mapped_column(String(80), default="")
    submitted_at: Mapped[datetime | None]
    back_by: Mapped[datetime | None]
    returned_at: Mapped[datetime | None]
    returned_by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    remark: Mapped[str] = mapped_column(String(4_000), default="")
    void_why: Mapped[str] = mapped_column(String(400), default="")

    def search_tokens(self, rooms: Rooms) -> Iterable[str]:
        tokens = set(search_text.number_tokens(self.number))
        if self.about:
            tokens.update(search_text.number_tokens(self.about))
        for name in rules.names(self.participants):
            tokens.update(search_text.name_tokens(name, hanzi))
        for text in (self.topic, self.text, self.findings, self.measure_text, self.plan):
            tokens.update(search_text.text_tokens(text, hanzi))
        if self.unit_id is not None:
            tokens.update(search_text.room_tokens(rooms.of(self.unit_id), hanzi))
        return tokens
