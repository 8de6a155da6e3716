"""What every test may rely on: no display, English, and a clock that stands still."""

import datetime as dt
import os
from collections.abc import Iterator

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from desk import i18n
from desk.clock import FixedClock

NOW = dt.datetime(2026, 11, 21, 6, 30, tzinfo=dt.UTC)


@pytest.fixture
def now() -> dt.datetime:
    """21 November 2026, 14:30 in Hong Kong, Taipei and Shanghai: a Saturday."""
    return NOW


@pytest.fixture
def clock(now: dt.datetime) -> FixedClock:
    """A clock that stands at `now` until a test lets it go on."""
    return FixedClock(now)


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    i18n.use("en")
    yield
    i18n.use("en")
