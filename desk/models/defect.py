"""Defects 待整改項 of a home and what is done about them (R35)."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from desk import hanzi
from desk.domain import search_text
from desk.models.base import Recorded, Searchable
from desk.models.rooms import Rooms

WAITS = text("defect.passed_at IS NULL AND defect.void_why = ''")  # as a query says it
_WAITS = text("passed_at IS NULL AND void_why = ''")


class Defect(Recorded, Searchable):
    """One part that failed, numbered without gaps; `domain.defect` says what each column means.

    `room` and `part` are names by language, as they stand in the inspection.
    """

    __tablename__ = "defect"
    __table_args__ = (
        UniqueConstraint("number"),
        Index(None, "found_at", "id"),
        Index("ix_defect_waits", "found_at", "id", sqlite_where=_WAITS, postgresql_where=_WAITS),
        Index(None, "state", "found_at", "id"),
        Index(None, "unit_id", "found_at", "id"),
        Index(None, "inspection_id", "id"),
        Index(None, "move_in_id", "found_at", "id"),
    )
    search_table = "search_defect"

    number: Mapped[str] = mapped_column(String(20))
    state: Mapped[str] = mapped_column(String(16))
    unit_id: Mapped[int] = mapped_column(ForeignKey("unit.id"))
    inspection_id: Mapped[int] = mapped_column(ForeignKey("inspection.id"))
    item_id: Mapped[int] = mapped_column(ForeignKey("inspection_item.id"))
    move_in_id: Mapped[int | None] = mapped_column(ForeignKey("move_in.id"))
    policy_id: Mapped[int | None] = mapped_column(ForeignKey("policy.id"))
    room: Mapped[dict[str, Any]] = mapped_column(JSON)
    part: Mapped[dict[str, Any]] = mapped_column(JSON)
    what: Mapped[str] = mapped_column(String(400))
    builder: Mapped[str] = mapped_column(String(80))
    contact: Mapped[str] = mapped_column(String(80), default="")
    phone: Mapped[str] = mapped_column(String(40), default="")
    found_at: Mapped[datetime]
    since: Mapped[datetime]
    promised_on: Mapped[date | None]
    due_on: Mapped[date]
    reminded_at: Mapped[datetime | None]
    reminders: Mapped[int] = mapped_column(default=0)
    done_at: Mapped[datetime | None]
    done_by: Mapped[str] = mapped_column(String(80), default="")
    fails: Mapped[int] = mapped_column(default=0)
    passed_at: Mapped[datetime | None]
    by_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    void_why: Mapped[str] = mapped_column(String(400), default="")
    touched_at: Mapped[datetime | None]

    def search_tokens(self, rooms: Rooms) -> Iterable[str]:
        tokens = set(search_text.number_tokens(self.number))
        tokens.update(search_text.room_tokens(rooms.of(self.unit_id), hanzi))
        for said in (self.what, self.builder, *self.room.values(), *self.part.values()):
            tokens.update(search_text.text_tokens(said, hanzi))
        tokens.update(search_text.name_tokens(self.contact, hanzi))
        return tokens


class DefectEvent(Recorded):
    """The journal of a defect: found, promised, reminded, done, looked at again, void.

    `person` is to whom or by whom; `how` that of a reminder; `day` the day that was promised.
    """

    __tablename__ = "defect_event"
    __table_args__ = (Index(None, "defect_id", "id"),)

    defect_id: Mapped[int] = mapped_column(ForeignKey("defect.id"))
    kind: Mapped[str] = mapped_column(String(16))
    at: Mapped[datetime]
    entered_at: Mapped[datetime]
    by_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    how: Mapped[str] = mapped_column(String(16), default="")
    person: Mapped[str] = mapped_column(String(80), default="")
    text: Mapped[str] = mapped_column(String(400), default="")
    day: Mapped[date | None]
