"""Reference texts that the estate wrote anew; what nobody touched is read from the program."""

from sqlalchemy import String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from desk.models.base import Recorded


class ReferenceText(Recorded):
    """One text in one language, in place of the shipped one."""

    __tablename__ = "reference_text"
    __table_args__ = (UniqueConstraint("code", "language"),)

    code: Mapped[str] = mapped_column(String(32))
    language: Mapped[str] = mapped_column(String(16))
    title: Mapped[str] = mapped_column(String(120))
    body: Mapped[str] = mapped_column(String(20_000))
