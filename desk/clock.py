"""The one source of "now"."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Protocol


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
