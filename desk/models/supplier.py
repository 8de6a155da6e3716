"""Suppliers 供方, companies whose people do commissioned services (R232, R239)."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from desk import hanzi
from desk.domain import search_text
from desk.models.base import Recorded, Searchable
from desk.models.rooms import Rooms


class Supplier(Recorded, Searchable):
    """One company. Never deleted: `ended_why` says why the office works with it no longer."""

    __tablename__ = "supplier"
    __table_args__ = (UniqueConstraint("name"),)
    search_table = "search_supplier"

    name: Mapped[str] = mapped_column(String(120))
    trade: Mapped[str] = mapped_column(String(400))
    contact: Mapped[str] = mapped_column(String(80), default="")
    phone: Mapped[str] = mapped_column(String(40))
    licence: Mapped[str] = mapped_column(String(60), default="")
    remark: Mapped[str] = mapped_column(String(2_000), default="")
    entered_at: Mapped[datetime]
    active: Mapped[bool] = mapped_column(default=True)
    ended_why: Mapped[str] = mapped_column(String(400), default="")

    def search_tokens(self, rooms: Rooms) -> Iterable[str]:  # noqa: ARG002 - it has no room
        tokens: set[str] = set()
        for told in (self.name, self.trade, self.licence):
            tokens.update(search_text.text_tokens(told, hanzi))
        tokens.update(search_text.name_tokens(self.contact, hanzi))
        tokens.update(search_text.phone_tokens(self.phone))
        return tokens
