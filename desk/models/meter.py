"""Readings of water, electricity and gas meters 水電氣錶 (R30, F30)."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import BigInteger, Dialect, ForeignKey, Index, Numeric, String, TypeDecorator
from sqlalchemy.orm import Mapped, mapped_column
from sqlalchemy.types import TypeEngine

from desk.models.base import Recorded

_PLACES = 3


class Reading(TypeDecorator[Decimal]):
    """What a meter shows, with three places; thousandths in SQLite, `numeric` in PostgreSQL."""

    impl = BigInteger
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        if dialect.name == "sqlite":
            return dialect.type_descriptor(BigInteger())
        return dialect.type_descriptor(Numeric(14, _PLACES))

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> Any:
        if value is None or dialect.name != "sqlite":
            return value
        thousandths = value.scaleb(_PLACES)
        if thousandths != int(thousandths):
            raise ValueError("a reading has three places")
        return int(thousandths)

    def process_result_value(self, value: Any, dialect: Dialect) -> Decimal | None:
        if value is None or dialect.name != "sqlite":
            return value  # type: ignore[no-any-return]
        return Decimal(value).scaleb(-_PLACES)


class MeterReading(Recorded):
    """What a meter of a unit showed on a day, or why there is no meter (`absent`).

    One that was written anew keeps its row (`dropped_at`); the last of a unit and a meter is the
    one with the highest day, then id.
    """

    __tablename__ = "meter_reading"
    __table_args__ = (
        Index(None, "unit_id", "kind", "read_on", "id"),
        Index(None, "inspection_id", "id"),
        Index(None, "kind", "meter_number", "id"),
    )

    unit_id: Mapped[int] = mapped_column(ForeignKey("unit.id"))
    inspection_id: Mapped[int | None] = mapped_column(ForeignKey("inspection.id"))
    kind: Mapped[str] = mapped_column(String(16))
    meter_number: Mapped[str] = mapped_column(String(40), default="")
    value: Mapped[Decimal | None] = mapped_column(Reading())
    absent: Mapped[str] = mapped_column(String(200), default="")
    why: Mapped[str] = mapped_column(String(200), default="")
    read_on: Mapped[date]
    entered_at: Mapped[datetime]
    by_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    dropped_at: Mapped[datetime | None]
