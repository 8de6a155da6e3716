"""The moments that are told of an order: none to come, none of another time (R235, R236, R240)."""

from collections.abc import Iterator
from datetime import datetime

from desk.domain.bounds import is_far_ahead, is_long_ago
from desk.domain.reasons import Reason
from desk.domain.service_order import AgreeEntry, Urgency


def asked_reasons(asked_at: datetime | None, now: datetime) -> Iterator[Reason]:
    """R235: when it was asked for has come, and is not years ago."""
    if asked_at is not None and asked_at > now:
        yield Reason("service_order.at.future", "asked_at")
    elif is_long_ago(asked_at, now):
        yield Reason("service_order.at.long_ago", "asked_at")


def appointed_reasons(entry: AgreeEntry, at: datetime, now: datetime) -> Iterator[Reason]:
    """R236: an appointment, and it alone, has a time: after the agreement, within a year."""
    if entry.urgency is not Urgency.APPOINTED:
        if entry.appointed_at is not None:
            yield Reason("service_order.appointed.not_asked", "appointed_at")
    elif entry.appointed_at is None:
        yield Reason("service_order.appointed.missing", "appointed_at")
    elif entry.appointed_at < at:
        yield Reason("service_order.appointed.past", "appointed_at")
    elif is_far_ahead(entry.appointed_at, now):
        yield Reason("service_order.appointed.far", "appointed_at")


def at_reasons(
    at: datetime | None, after: datetime | None, now: datetime, field: str = "at"
) -> Iterator[Reason]:
    """A moment that was told is not to come, and not before the minute of what it follows."""
    if at is not None and at > now:
        yield Reason("service_order.at.future", field)
    elif at is not None and after is not None and at < after.replace(second=0, microsecond=0):
        yield Reason("service_order.at.before", field)
