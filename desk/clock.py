"""The one source of "now", and what comes after a moment."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Protocol

_TICK = timedelta(microseconds=1)


class Clock(Protocol):
    """Tells the moment, always as an aware UTC datetime."""

    def now(self) -> datetime: ...


class SystemClock:
    """The PC's clock."""

    def now(self) -> datetime:
        return datetime.now(UTC)


@dataclass
class FixedClock:
    """A clock that stands still until it is told to go on; for tests and sample estates."""

    moment: datetime

    def now(self) -> datetime:
        return self.moment

    def advance(self, step: timedelta) -> None:
        self.moment += step


def newer(last: datetime | None, now: datetime) -> datetime:
    """When a record was touched that was touched before at `last`: now, but never the same moment.

    Two deeds of one moment are two: a PC's clock may stand still between them.
    """
    return now if last is None or last < now else last + _TICK
