"""Who does commissioned services 服務人員, and their skills 技能 (R232, R251)."""

from collections.abc import Iterable
from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from desk import hanzi
from desk.domain import search_text
from desk.models.base import AffectsSearch, Recorded, Searchable
from desk.models.rooms import Rooms


class ServicePerson(Recorded, Searchable):
    """Somebody who may be sent. Never deleted: `left_on` is set when they no longer do it.

    `touched_at` moves when a skill does.
    """

    __tablename__ = "service_person"
    __table_args__ = (Index(None, "supplier_id"), Index(None, "department_id"))
    search_table = "search_service_person"
    search_parts = ("skills",)

    name: Mapped[str] = mapped_column(String(80))
    phone: Mapped[str] = mapped_column(String(40), default="")
    employer: Mapped[str] = mapped_column(String(16))
    department_id: Mapped[int | None] = mapped_column(ForeignKey("department.id"))
    supplier_id: Mapped[int | None] = mapped_column(ForeignKey("supplier.id"))
    since: Mapped[date]
    remark: Mapped[str] = mapped_column(String(2_000), default="")
    entered_at: Mapped[datetime]
    left_on: Mapped[date | None]
    left_why: Mapped[str] = mapped_column(String(400), default="")
    touched_at: Mapped[datetime | None]

    skills: Mapped[list["ServiceSkill"]] = relationship(
        back_populates="person", order_by="ServiceSkill.id"
    )

    def search_tokens(self, rooms: Rooms) -> Iterable[str]:  # noqa: ARG002 - it has no room
        tokens = set(search_text.name_tokens(self.name, hanzi))
        tokens.update(search_text.phone_tokens(self.phone))
        for skill in self.skills:
            if skill.dropped_at is None:
                tokens.update(search_text.text_tokens(skill.code, hanzi))
        return tokens


class ServiceSkill(Recorded, AffectsSearch):
    """One skill, with what proves it and until when; one that was taken off keeps its row."""

    __tablename__ = "service_skill"
    __table_args__ = (Index(None, "person_id", "id"),)

    person_id: Mapped[int] = mapped_column(ForeignKey("service_person.id"))
    code: Mapped[str] = mapped_column(String(40))
    certificate: Mapped[str] = mapped_column(String(80), default="")
    certificate_number: Mapped[str] = mapped_column(String(60), default="")
    expires: Mapped[date | None]
    dropped_at: Mapped[datetime | None]

    person: Mapped[ServicePerson] = relationship(back_populates="skills")

    def affected_records(self) -> Iterable[Searchable]:
        return () if self.person is None else (self.person,)
