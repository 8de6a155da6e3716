"""Readings of meters 讀數, as read: those of an inspection, the last of a meter, of a unit."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import Select, select

from desk.domain.meter import KnownReading
from desk.models.estate import Unit
from desk.models.lists import Reader
from desk.models.meter import MeterReading


@dataclass(frozen=True)
class ReadingRow:
    """One reading, or why there is no meter (`absent`)."""

    id: int
    kind: str
    meter_number: str
    value: Decimal | None
    absent: str
    why: str
    read_on: date


def of_inspection(reader: Reader, inspection_id: int) -> tuple[ReadingRow, ...]:
    """What was read at an inspection; one of each kind of meter."""
    query = _QUERY.where(MeterReading.inspection_id == inspection_id, _KEPT)
    return tuple(ReadingRow(*row) for row in reader.execute(query.order_by(MeterReading.id)))


def of_unit(reader: Reader, unit_id: int, limit: int) -> tuple[ReadingRow, ...]:
    """The readings of a unit, newest first."""
    query = _QUERY.where(MeterReading.unit_id == unit_id, _KEPT)
    query = query.order_by(MeterReading.read_on.desc(), MeterReading.id.desc()).limit(limit)
    return tuple(ReadingRow(*row) for row in reader.execute(query))


def last(
    reader: Reader, unit_id: int, kind: str, *, number: str | None = None, but: int | None = None
) -> KnownReading | None:
    """The last reading of a unit's meter; of one number alone, or but for one inspection's."""
    query = (
        select(MeterReading.meter_number, MeterReading.value, MeterReading.read_on)
        .where(MeterReading.unit_id == unit_id, MeterReading.kind == kind, _KEPT)
        .where(MeterReading.value.is_not(None))
        .order_by(MeterReading.read_on.desc(), MeterReading.id.desc())
        .limit(1)
    )
    if number is not None:
        query = query.where(MeterReading.meter_number == number)
    if but is not None:
        query = query.where(MeterReading.inspection_id.is_distinct_from(but))
    row = reader.execute(query).first()
    if row is None or row.value is None:
        return None
    return KnownReading(row.meter_number, row.value, row.read_on)


def other_unit(reader: Reader, unit_id: int, kind: str, number: str) -> str:
    """The room of another unit where a meter of this number was read; "" for none."""
    query = (
        select(Unit.label)
        .join(MeterReading, MeterReading.unit_id == Unit.id)
        .where(MeterReading.kind == kind, MeterReading.meter_number == number, _KEPT)
        .where(MeterReading.unit_id != unit_id)
        .order_by(MeterReading.id.desc())
        .limit(1)
    )
    return reader.scalar(query) or ""


_KEPT = MeterReading.dropped_at.is_(None)
_QUERY: Select[*tuple[Any, ...]] = select(
    MeterReading.id,
    MeterReading.kind,
    MeterReading.meter_number,
    MeterReading.value,
    MeterReading.absent,
    MeterReading.why,
    MeterReading.read_on,
)
