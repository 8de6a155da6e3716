"""The reception register 《接待業主情況記錄》 (F16)."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from desk import hanzi
from desk.domain import search_text
from desk.models import facets
from desk.models.base import Recorded, Searchable
from desk.models.estate import Unit
from desk.models.rooms import Rooms

FACETS = ("kind", "channel", "state", "first_asked_id", "unit_id")


class Reception(Recorded, Searchable):
    """One visit, call or letter. The caller's name and phone stand as they were that day.

    The indices serve every combination of filters; `lists.reception_order` says how.
    """

    __tablename__ = "reception"
    __table_args__ = (
        UniqueConstraint("number"),
        Index(None, "happened_at", "id"),
        Index("ix_reception_facets", "kind", "channel", "state", "happened_at", "id"),
        Index(
            "ix_reception_clerk", "first_asked_id", "kind", "channel", "state", "happened_at", "id"
        ),
        Index(
            "ix_reception_unit",
            "unit_id",
            "happened_at",
            "id",
            "kind",
            "channel",
            "state",
            "first_asked_id",
        ),
    )
    search_table = "search_reception"

    number: Mapped[str] = mapped_column(String(20))
    happened_at: Mapped[datetime]
    entered_at: Mapped[datetime]
    channel: Mapped[str] = mapped_column(String(16))
    kind: Mapped[str] = mapped_column(String(16))
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("unit.id"))
    resident_id: Mapped[int | None] = mapped_column(ForeignKey("resident.id"))
    caller_name: Mapped[str] = mapped_column(String(80))
    caller_phone: Mapped[str] = mapped_column(String(40), default="")
    request: Mapped[str] = mapped_column(String(4_000))
    answer: Mapped[str] = mapped_column(String(4_000), default="")
    first_asked_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    state: Mapped[str] = mapped_column(String(16))
    closed_at: Mapped[datetime | None]
    closed_by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    not_filed_why: Mapped[str] = mapped_column(String(400), default="")
    first_asked_rank: Mapped[str] = mapped_column(String(16), default="clerk")
    first_asked_name: Mapped[str] = mapped_column(String(80), default="")
    duty_scope: Mapped[str] = mapped_column(String(16), default="")

    unit: Mapped[Unit | None] = relationship()

    def search_tokens(self, rooms: Rooms) -> Iterable[str]:
        tokens = set(search_text.number_tokens(self.number))
        tokens.update(search_text.name_tokens(self.caller_name, hanzi))
        tokens.update(search_text.text_tokens(self.request, hanzi))
        if self.unit_id is not None:
            tokens.update(search_text.room_tokens(rooms.of(self.unit_id), hanzi))
        if self.caller_phone:
            tokens.update(search_text.phone_tokens(self.caller_phone))
        return tokens.union(self._facets())

    def _facets(self) -> Iterable[str]:
        """Tokens that nobody types: they narrow a search for words to the register's filters."""
        yield from (facets.token(name, getattr(self, name)) for name in FACETS)
        yield from facets.day_tokens(self.happened_at)
