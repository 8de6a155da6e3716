"""What a row writes of a moment."""

import datetime as dt

import pytest

from desk import i18n
from desk.printing.papers import A4
from desk.printing.pen import Hand
from desk.printing.rows import Rows
from tests.printing.samples import JOBS


@pytest.mark.parametrize(
    ("language", "midnight", "day"),
    [("zh_Hant", "115/11/21 24:00", "115/11/22"), ("zh_Hans", "2026/11/21 24:00", "2026/11/22")],
)
def test_what_runs_out_with_the_day_is_due_at_its_24_00(
    language: str, midnight: str, day: str
) -> None:
    with i18n.speaking(language):
        rows = Rows(Hand.of(A4, language), JOBS[language])
        end = dt.datetime(2026, 11, 21, 16, tzinfo=dt.UTC)
        assert rows.due(end, " ") == midnight
        assert rows.due(end) == midnight.replace(" ", "\n")
        assert rows.due(end + dt.timedelta(minutes=5), " ") == f"{day} 00:05"
        assert rows.due(None) == ""
