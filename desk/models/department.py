"""The departments of the estate, and the duty matrix 部門職責表 of who does what (R202)."""

from collections.abc import Iterable

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from desk import hanzi
from desk.domain import search_text
from desk.models.base import AffectsSearch, Recorded, Searchable
from desk.models.rooms import Rooms


class Department(Recorded, AffectsSearch):
    """One department. Never deleted: `active` ends when it is dissolved."""

    __tablename__ = "department"
    __table_args__ = (UniqueConstraint("name"),)

    name: Mapped[str] = mapped_column(String(80))
    head: Mapped[str] = mapped_column(String(80), default="")
    phone: Mapped[str] = mapped_column(String(40))
    division: Mapped[str] = mapped_column(String(80), default="")
    active: Mapped[bool] = mapped_column(default=True)

    duties: Mapped[list["Duty"]] = relationship(back_populates="department")

    def affected_records(self) -> Iterable[Searchable]:
        return self.duties


class Duty(Recorded, Searchable):
    """One matter and whose it is; found by its own words and its department's name."""

    __tablename__ = "duty"
    __table_args__ = (Index(None, "department_id"),)
    search_table = "search_duty"

    matter: Mapped[str] = mapped_column(String(200))
    department_id: Mapped[int] = mapped_column(ForeignKey("department.id"))
    phone: Mapped[str] = mapped_column(String(40), default="")
    note: Mapped[str] = mapped_column(String(1_000), default="")
    active: Mapped[bool] = mapped_column(default=True)

    department: Mapped[Department] = relationship(back_populates="duties")

    def search_tokens(self, rooms: Rooms) -> Iterable[str]:  # noqa: ARG002 - it has no room
        tokens: set[str] = set()
        for text in (self.matter, self.note, self.department.name):
            tokens.update(search_text.text_tokens(text, hanzi))
        tokens.update(search_text.phone_tokens(self.phone or self.department.phone))
        return tokens
