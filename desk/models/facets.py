"""Search tokens of what is no text: a state, a clerk, a day.

They stand in the index beside the words of a record and begin with a mark that no typed word can
have, so that a search for words is narrowed by the index itself and not by looking at records.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta

_DAY = timedelta(days=1)
_MOMENT = timedelta(microseconds=1)


def token(name: str, value: object) -> str:
    """The token of one value of a column: `#kind.inquiry`, `#unit_id.17`."""
    return f"#{name}.{value}"


def day_tokens(moment: datetime) -> Iterable[str]:
    """The UTC day and month of a moment: `@20261121` and `@202611`."""
    day = moment.astimezone(UTC)
    return (f"@{day:%Y%m%d}", month_token(day))


def month_token(moment: datetime) -> str:
    """The UTC month of a moment: `@202611`."""
    return f"@{moment.astimezone(UTC):%Y%m}"


def span_tokens(since: datetime, until: datetime) -> frozenset[str]:
    """Tokens that cover every moment from `since` until before `until`: days and whole months.

    The first and last UTC day are covered whole, so the exact moments have to be compared too.
    """
    return frozenset(_span(since.astimezone(UTC).date(), (until - _MOMENT).astimezone(UTC).date()))


def _span(first: date, last: date) -> Iterator[str]:
    day = first
    while day <= last:
        following = (day.replace(day=1) + 31 * _DAY).replace(day=1)
        if day.day == 1 and following - _DAY <= last:
            yield f"@{day:%Y%m}"
            day = following
        else:
            yield f"@{day:%Y%m%d}"
            day += _DAY
