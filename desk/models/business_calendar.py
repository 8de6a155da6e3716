"""Working days and opening hours of the estate, and the special days of each announced year."""

from typing import Any

from sqlalchemy import JSON, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from desk.models.base import Recorded


class BusinessCalendar(Recorded):
    """The one week of the estate: working weekdays, and opening spans as calendar files write them.

    `week` holds eight days: Monday to Sunday, then the holiday.
    """

    __tablename__ = "business_calendar"

    workdays: Mapped[list[int]] = mapped_column(JSON)
    week: Mapped[list[Any]] = mapped_column(JSON)


class CalendarYear(Recorded):
    """The holidays and make-up working days of an announced year; `source` says who announced."""

    __tablename__ = "calendar_year"
    __table_args__ = (UniqueConstraint("year"),)

    year: Mapped[int]
    source: Mapped[str] = mapped_column(String(200))
    days: Mapped[list[dict[str, str]]] = mapped_column(JSON)
