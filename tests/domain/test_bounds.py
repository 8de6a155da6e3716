"""How far from today what is written down may lie: one rule for orders, move-ins and money."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace

import pytest

from desk.domain import fee_mandate, move_in_entry, service_order_deeds
from desk.domain.fee_mandate import MandateFacts, MandateState, SignEntry
from desk.domain.move_in import MoveInEntry
from desk.domain.move_in_rule import Arrival
from desk.domain.reasons import Reason
from desk.domain.service_order import (
    AgreeEntry,
    Kind,
    OrderEntry,
    OrderFacts,
    State,
    Urgency,
)

NOW = dt.datetime(2026, 11, 21, 6, 30, tzinfo=dt.UTC)
TODAY = NOW.date()
DAY = dt.timedelta(days=1)
TEN_YEARS, YEAR = 3_653 * DAY, 366 * DAY
FIRST = dt.datetime(1, 1, 1, tzinfo=dt.UTC)
WISH = OrderEntry(Kind.REPAIR, "曾德華", "水管漏水", place="大堂")
ARRIVING = MoveInEntry(unit_id=1, arrival=Arrival.OWNER, name="曾德華", moved_on=TODAY)
MANDATE = MandateFacts("G2026-000001", TODAY - 30 * DAY, items=("裝修按金",))


def told(reasons: Iterable[Reason]) -> list[tuple[str, str | None]]:
    return [(one.code, one.field) for one in reasons]


@pytest.mark.parametrize("asked_at", [FIRST, NOW - TEN_YEARS - DAY])
def test_a_wish_was_not_asked_for_ages_ago(asked_at: dt.datetime) -> None:
    reasons = service_order_deeds.entry_reasons(replace(WISH, asked_at=asked_at), NOW)
    assert told(reasons) == [("service_order.at.long_ago", "asked_at")]
    recent = replace(WISH, asked_at=NOW - TEN_YEARS)
    assert not service_order_deeds.entry_reasons(recent, NOW)


def test_an_appointment_is_within_a_year() -> None:
    facts = OrderFacts(Kind.REPAIR, State.WRITTEN, NOW)

    def at(moment: dt.datetime) -> list[tuple[str, str | None]]:
        entry = AgreeEntry(dt_price, Urgency.APPOINTED, moment)
        return told(service_order_deeds.agree_reasons(facts, entry, NOW))

    dt_price = service_order_deeds.MOST
    assert at(NOW + YEAR) == []
    assert at(NOW + YEAR + DAY) == [("service_order.appointed.far", "appointed_at")]


@pytest.mark.parametrize(
    ("moved_on", "wanted"),
    [
        (dt.date(1, 1, 1), [("move_in.day.long_ago", "moved_on")]),
        (TODAY - TEN_YEARS, []),
        (TODAY + YEAR, []),
        (TODAY + YEAR + DAY, [("move_in.moved_on.far", "moved_on")]),
    ],
)
def test_a_household_moves_in_within_ten_years_back_and_one_ahead(
    moved_on: dt.date, wanted: list[tuple[str, str | None]]
) -> None:
    entry = replace(ARRIVING, moved_on=moved_on)
    assert told(move_in_entry.entry_reasons(entry, TODAY)) == wanted


def test_the_concentrated_period_lies_near_too() -> None:
    entry = replace(
        ARRIVING, concentrated=True, period_starts=dt.date(1, 1, 1), period_ends=dt.date(9999, 1, 1)
    )
    assert told(move_in_entry.entry_reasons(entry, TODAY)) == [
        ("move_in.day.long_ago", "period_starts"),
        ("move_in.moved_on.far", "period_ends"),
    ]


def test_a_builder_has_not_signed_ages_ago() -> None:
    entry = SignEntry("海濱發展", dt.date(1, 1, 1))
    reasons = fee_mandate.sign_reasons(MANDATE, entry, TODAY)
    assert told(reasons) == [("fee_mandate.day.long_ago", "signed_on")]


def test_nothing_is_collected_for_a_day_before_the_builder_signed() -> None:
    """R32: the mandate is written before the fee is taken, whatever day it is said to hold from."""
    signed = replace(MANDATE, is_signed=True, signed_on=TODAY)
    assert fee_mandate.state(signed, TODAY) is MandateState.IN_FORCE
    assert fee_mandate.state(signed, TODAY - DAY) is MandateState.TO_SIGN
    reasons = fee_mandate.collect_reasons(signed, ["裝修按金"], TODAY - DAY)
    assert told(reasons) == [("receipt.mandate.to_sign", "mandate")]
