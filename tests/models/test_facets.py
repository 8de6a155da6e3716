"""Days and months as tokens: as few as possible, none too many, none too few."""

import datetime as dt

import pytest

from desk.models import facets

UTC = dt.UTC


def moment(words: str) -> dt.datetime:
    return dt.datetime.fromisoformat(words).replace(tzinfo=UTC)


SPANS = [
    ("2026-11-21 16:00", "2026-11-22 16:00", {"@20261121", "@20261122"}),
    ("2026-11-21", "2026-11-22", {"@20261121"}),
    ("2026-11-01", "2026-12-01", {"@202611"}),
    ("2026-11-30 16:00", "2026-12-31 16:00", {"@20261130", "@202612"}),
    ("2026-11-30", "2027-01-02", {"@20261130", "@202612", "@20270101"}),
    ("2028-02-01", "2028-02-29", {f"@202802{day:02}" for day in range(1, 29)}),
    ("2026-11-21", "2026-11-21", set()),
]


@pytest.mark.parametrize(("since", "until", "tokens"), SPANS)
def test_a_span_is_covered_by_days_and_whole_months(
    since: str, until: str, tokens: set[str]
) -> None:
    assert facets.span_tokens(moment(since), moment(until)) == tokens


def test_a_moment_is_found_by_its_day_and_its_month_in_utc() -> None:
    hong_kong = dt.timezone(dt.timedelta(hours=8))
    early = dt.datetime(2026, 12, 1, 7, 59, tzinfo=hong_kong)
    assert set(facets.day_tokens(early)) == {"@20261130", "@202611"}
