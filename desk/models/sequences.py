"""Gapless numbers: advanced inside the caller's transaction, so a rollback gives them back."""

from sqlalchemy import Connection, String, text
from sqlalchemy.orm import Mapped, mapped_column

from desk.models.base import Base


class Sequence(Base):
    """The last number given out, per kind of number and year."""

    __tablename__ = "sequence"

    name: Mapped[str] = mapped_column(String(16), primary_key=True)
    year: Mapped[int] = mapped_column(primary_key=True)
    value: Mapped[int]


_TAKE = text(
    "INSERT INTO sequence (name, year, value) VALUES (:name, :year, :count)"
    " ON CONFLICT (name, year) DO UPDATE SET value = sequence.value + :count"
    " RETURNING value"
)


def take(connection: Connection, name: str, year: int, count: int = 1) -> range:
    """The next `count` numbers of the year, in order."""
    last = connection.execute(_TAKE, {"name": name, "year": year, "count": count}).scalar_one()
    return range(last - count + 1, last + 1)
