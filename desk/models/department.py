"""The departments of the estate (R202)."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from sqlalchemy import String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from desk.models.base import AffectsSearch, Recorded, Searchable

if TYPE_CHECKING:
    from desk.models.duty import Duty


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
