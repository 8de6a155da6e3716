"""The readings 讀數 of water, electricity and gas meters 水電氣錶 (R30, F30).

A reading is a number of cubic metres or kilowatt-hours with at most three places. It is held
against the last one of the same unit and meter: a meter does not run backward, and a home does not
use more in a day than `MOST_A_DAY`. What is odd is written down only with its reason (a meter that
was changed, that rolled over, that stands in a workshop).
"""

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from types import MappingProxyType

from desk.domain.reasons import Reason

NUMBER_LIMIT = 40
WHY_LIMIT = 200
PLACES = 3
LARGEST = Decimal(99_999_999)
BASE_DAYS = 30  # a reading on the same day as the last may differ by as much as so many days


class MeterKind(StrEnum):
    """What a meter counts."""

    WATER = "water"  # 水錶, cubic metres
    ELECTRICITY = "electricity"  # 電錶, kilowatt-hours
    GAS = "gas"  # 氣錶, cubic metres


# Our own reading, the manual names none: far above any home, far below a slip by one place.
MOST_A_DAY: Mapping[MeterKind, Decimal] = MappingProxyType(
    {
        MeterKind.WATER: Decimal(10),
        MeterKind.ELECTRICITY: Decimal(200),
        MeterKind.GAS: Decimal(20),
    }
)


@dataclass(frozen=True)
class ReadingEntry:
    """What a meter shows, or why there is none (`absent`); `why` says why an odd reading stands."""

    kind: MeterKind
    meter_number: str = ""
    value: Decimal | None = None
    absent: str = ""
    why: str = ""


@dataclass(frozen=True)
class KnownReading:
    """What the same meter showed before, on which of the estate's days."""

    meter_number: str
    value: Decimal
    read_on: date


def read_value(text: str) -> Decimal | None:
    """A reading as it is typed, full width or with separators; None for what is no number."""
    plain = unicodedata.normalize("NFKC", text).replace(",", "").replace(" ", "")
    try:
        value = Decimal(plain)
    except InvalidOperation:
        return None
    return value if value.is_finite() else None


def reading_reasons(
    entry: ReadingEntry, last: KnownReading | None, read_on: date, *, other_unit: str = ""
) -> tuple[Reason, ...]:
    """Why a reading is not written down: something is missing, or it is odd and nobody says why.

    `last` is the last reading of this meter in this unit; `other_unit` a unit where a meter of this
    number was read before.
    """
    if entry.absent:
        return tuple(_absent_reasons(entry))
    return (*_number_reasons(entry), *_odd_reasons(entry, last, read_on, other_unit))


def _absent_reasons(entry: ReadingEntry) -> Iterator[Reason]:
    if entry.value is not None:
        yield Reason("meter.absent.read", f"{entry.kind}.absent")


def _number_reasons(entry: ReadingEntry) -> Iterator[Reason]:
    if not entry.meter_number:
        yield Reason("meter.number.missing", f"{entry.kind}.meter_number")
    if entry.value is None:
        yield Reason("meter.value.missing", f"{entry.kind}.value")
    elif not 0 <= entry.value <= LARGEST:
        yield Reason("meter.value.outside", f"{entry.kind}.value", {"most": str(LARGEST)})
    elif entry.value != round(entry.value, PLACES):
        yield Reason("meter.value.places", f"{entry.kind}.value", {"places": PLACES})


def _odd_reasons(
    entry: ReadingEntry, last: KnownReading | None, read_on: date, other_unit: str
) -> Iterator[Reason]:
    if entry.why:
        return
    if other_unit:
        told = {"unit": other_unit, "number": entry.meter_number}
        yield Reason("meter.number.elsewhere", f"{entry.kind}.meter_number", told)
    if entry.value is None or last is None:
        return
    given: dict[str, str | int] = {"last": str(last.value), "value": str(entry.value)}
    if entry.value < last.value:
        yield Reason("meter.value.below", f"{entry.kind}.value", given)
    most = last.value + most_used(entry.kind, (read_on - last.read_on).days)
    if entry.value > most:
        yield Reason("meter.value.above", f"{entry.kind}.value", given | {"most": str(most)})


def most_used(kind: MeterKind, days: int) -> Decimal:
    """The most a home can have used in so many days."""
    return MOST_A_DAY[kind] * (max(days, 0) + BASE_DAYS)
