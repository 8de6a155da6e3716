"""Inspections of homes 驗房: the estate's template, the inspection, its parts (R30, F30)."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from desk import hanzi
from desk.domain import search_text
from desk.models.base import Recorded, Searchable
from desk.models.rooms import Rooms

_OPEN = text("state = 'open'")


class InspectionTemplate(Recorded):
    """One version of the estate's rooms and parts: `number` counts up, the last one holds.

    `rooms` is a list of rooms: `{"names": {language: name}, "parts": [{language: name}, ...]}`.
    """

    __tablename__ = "inspection_template"
    __table_args__ = (UniqueConstraint("number"),)

    number: Mapped[int]
    rooms: Mapped[list[Any]] = mapped_column(JSON)
    made_at: Mapped[datetime]
    made_by_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    why: Mapped[str] = mapped_column(String(400), default="")


class Inspection(Recorded, Searchable):
    """One inspection of a unit, numbered without gaps; `domain.inspection` says what each column
    means. `template` is the number of the estate's version it was begun from, 0 for the shipped
    one; its rooms and parts are its own from then on. `move_in_id` is its move-in case, if any.
    """

    __tablename__ = "inspection"
    __table_args__ = (
        UniqueConstraint("number"),
        Index(None, "unit_id", "begun_at", "id"),
        Index(None, "move_in_id", "id"),
        Index(None, "begun_at", "id"),
        Index("ix_inspection_open", "unit_id", sqlite_where=_OPEN, postgresql_where=_OPEN),
    )
    search_table = "search_inspection"

    number: Mapped[str] = mapped_column(String(20))
    unit_id: Mapped[int] = mapped_column(ForeignKey("unit.id"))
    move_in_id: Mapped[int | None] = mapped_column(ForeignKey("move_in.id"))
    policy_id: Mapped[int | None] = mapped_column(ForeignKey("policy.id"))
    state: Mapped[str] = mapped_column(String(16))
    template: Mapped[int] = mapped_column(default=0)
    begun_at: Mapped[datetime]
    by_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    held_on: Mapped[date | None]
    builder: Mapped[str] = mapped_column(String(80), default="")
    contact: Mapped[str] = mapped_column(String(80), default="")
    phone: Mapped[str] = mapped_column(String(40), default="")
    owner: Mapped[str] = mapped_column(String(80), default="")
    staff: Mapped[str] = mapped_column(String(80), default="")
    remark: Mapped[str] = mapped_column(String(2_000), default="")
    finished_at: Mapped[datetime | None]
    builder_signed_on: Mapped[date | None]
    builder_signed_by: Mapped[str] = mapped_column(String(120), default="")
    owner_signed_on: Mapped[date | None]
    owner_signed_by: Mapped[str] = mapped_column(String(120), default="")
    staff_signed_on: Mapped[date | None]
    staff_signed_by: Mapped[str] = mapped_column(String(120), default="")
    void_why: Mapped[str] = mapped_column(String(400), default="")
    touched_at: Mapped[datetime | None]

    items: Mapped[list["InspectionItem"]] = relationship(
        back_populates="inspection", order_by="InspectionItem.place"
    )

    def search_tokens(self, rooms: Rooms) -> Iterable[str]:
        tokens = set(search_text.number_tokens(self.number))
        tokens.update(search_text.room_tokens(rooms.of(self.unit_id), hanzi))
        for name in (self.owner, self.contact):
            tokens.update(search_text.name_tokens(name, hanzi))
        tokens.update(search_text.text_tokens(self.builder, hanzi))
        return tokens


class InspectionItem(Recorded):
    """One part of one room. One that was taken off again keeps its row (`dropped_at`).

    `room` and `part` are names by language, "" for what was typed.
    """

    __tablename__ = "inspection_item"
    __table_args__ = (Index(None, "inspection_id", "place"),)

    inspection_id: Mapped[int] = mapped_column(ForeignKey("inspection.id"))
    place: Mapped[int]
    room: Mapped[dict[str, Any]] = mapped_column(JSON)
    part: Mapped[dict[str, Any]] = mapped_column(JSON)
    verdict: Mapped[str] = mapped_column(String(16), default="unseen")
    remark: Mapped[str] = mapped_column(String(400), default="")
    dropped_at: Mapped[datetime | None]

    inspection: Mapped[Inspection] = relationship(back_populates="items")
