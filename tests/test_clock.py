"""What comes after a moment."""

from datetime import UTC, datetime, timedelta

from desk.clock import newer

NOW = datetime(2026, 11, 21, 4, tzinfo=UTC)


def test_a_record_is_newer_each_time_it_is_touched_though_the_clock_stands_or_went_back() -> None:
    assert newer(None, NOW) == NOW
    assert newer(NOW - timedelta(hours=1), NOW) == NOW
    ahead = NOW + timedelta(minutes=2)
    for last in (NOW, ahead):
        assert newer(last, NOW) == last + timedelta(microseconds=1)
