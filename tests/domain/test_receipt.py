"""Receipts and the builder's mandate: every condition flipped, one at a time (R32, R244)."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from desk.domain import fee_mandate, receipt
from desk.domain.bounds import AHEAD, LOOK_BACK, MOST_YEARS
from desk.domain.fee_mandate import (
    MandateEntry,
    MandateFacts,
    MandateItem,
    MandateState,
    SignEntry,
    collect_reasons,
)
from desk.domain.reasons import Reason
from desk.domain.receipt import MOST, MOST_LINES, LineEntry, Method, Place, ReceiptEntry

NOW = dt.datetime(2026, 11, 21, 6, 30, tzinfo=dt.UTC)
DAY = dt.date(2026, 11, 21)
ONE = dt.timedelta(days=1)
MINUTE = dt.timedelta(minutes=1)
LINE = LineEntry("裝修按金", Decimal("2000"))
GOOD = ReceiptEntry(payer="曾德華", lines=(LINE,))
HELD = MandateFacts("G2026-000001", DAY, DAY, ("裝修按金", "垃圾清運費"), is_signed=True)
WRITTEN = MandateEntry("海濱發展", DAY, DAY, (MandateItem("裝修按金", "2,000", "合約"),))


def told(reasons: Iterable[Reason]) -> list[tuple[str, str | None]]:
    return [(one.code, one.field) for one in reasons]


def reasons(mandate: MandateFacts | None = None, **changes: Any) -> list[tuple[str, str | None]]:
    entry = replace(GOOD, **changes)
    return told(receipt.entry_reasons(entry, NOW, DAY, mandate))


def of(*amounts: str) -> tuple[LineEntry, ...]:
    return tuple(LineEntry("x", Decimal(amount)) for amount in amounts)


def test_a_whole_receipt_has_nothing_against_it() -> None:
    assert reasons() == []
    assert GOOD.total == 2000


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"payer": ""}, ("receipt.payer.missing", "payer")),
        ({"place": Place.ON_SITE}, ("receipt.collected_by.missing", "collected_by")),
        ({"method": Method.CHEQUE}, ("receipt.reference.missing", "reference")),
        ({"method": Method.OTHER}, ("receipt.remark.missing", "remark")),
        ({"received_at": NOW + 2 * MINUTE}, ("receipt.received_at.future", "received_at")),
        ({"received_at": NOW - 32 * ONE}, ("receipt.received_at.past", "received_at")),
        ({"lines": ()}, ("receipt.lines.missing", "lines")),
        ({"lines": of(*["1"] * (MOST_LINES + 1))}, ("receipt.lines.many", "lines")),
        ({"lines": (LineEntry("", Decimal(1)),)}, ("receipt.what.missing", "lines")),
        ({"lines": of("0")}, ("receipt.amount.none", "lines")),
        ({"lines": of("0.001")}, ("receipt.amount.places", "lines")),
        ({"lines": of("NaN")}, ("receipt.amount.much", "lines")),
        ({"lines": of("Infinity")}, ("receipt.amount.much", "lines")),
        ({"lines": (LineEntry("x", MOST + 1),)}, ("receipt.amount.much", "lines")),
        ({"lines": (LineEntry("x", MOST), LineEntry("y", MOST))}, ("receipt.total.much", "lines")),
        ({"lines": of("10", "-10")}, ("receipt.total.none", "lines")),
        ({"lines": of("10", "-10.01")}, ("receipt.total.none", "lines")),
        ({"for_builder": True}, ("receipt.mandate.missing", "mandate")),
        ({"mandate_id": 7}, ("receipt.mandate.missing", "mandate")),
    ],
)
def test_each_thing_that_is_wrong_is_said_alone(
    changes: dict[str, Any], reason: tuple[str, str]
) -> None:
    assert reasons(**changes) == [reason]


@pytest.mark.parametrize(
    "changes",
    [
        {"place": Place.ON_SITE, "collected_by": "李師傅"},
        {"method": Method.CHEQUE, "reference": "004512"},
        {"method": Method.OTHER, "remark": "抵扣按金"},
        {"received_at": NOW + MINUTE},
        {"received_at": NOW - 31 * ONE},
        {"lines": of(*["1"] * MOST_LINES)},
        {"lines": of("10", "-9.99")},
        {"lines": (LineEntry("x", MOST),)},
        {"unit_id": 3, "kind": "unit", "record_id": 3},
    ],
)
def test_at_the_border_it_is_still_right(changes: dict[str, Any]) -> None:
    assert reasons(**changes) == []


@pytest.mark.parametrize(
    ("changes", "state"),
    [
        ({}, MandateState.IN_FORCE),
        ({"valid_from": DAY + ONE, "valid_until": None}, MandateState.NOT_YET),
        ({"valid_from": DAY - ONE, "valid_until": DAY - ONE}, MandateState.ENDED),
        ({"valid_from": DAY - ONE, "valid_until": None}, MandateState.IN_FORCE),
        ({"is_signed": False}, MandateState.TO_SIGN),
        ({"is_void": True}, MandateState.VOID),
        ({"is_void": True, "is_signed": False}, MandateState.VOID),
    ],
)
def test_r32_only_a_mandate_in_force_collects(changes: dict[str, Any], state: MandateState) -> None:
    known = replace(HELD, **changes)
    assert fee_mandate.state(known, DAY) is state
    wanted = [] if state is MandateState.IN_FORCE else [(f"receipt.mandate.{state}", "mandate")]
    assert reasons(known, mandate_id=7) == wanted


@pytest.mark.parametrize(
    ("what", "is_named"),
    [
        ("裝修按金", True),
        ("裝修按金 12樓B", True),
        ("裝修 按金", True),
        ("垃圾清運費（11 月）", True),
        ("按金", False),
        ("泳池費", False),
    ],
)
def test_r32_a_line_begins_with_a_fee_that_the_mandate_names(what: str, is_named: bool) -> None:
    found = told(collect_reasons(HELD, [what], DAY))
    assert found == ([] if is_named else [("receipt.line.not_in_mandate", "lines")])


def test_a_mandate_without_fees_names_nothing() -> None:
    bare = replace(HELD, items=())
    assert told(collect_reasons(bare, ["裝修按金"], DAY)) == [
        ("receipt.line.not_in_mandate", "lines")
    ]


@pytest.mark.parametrize(
    ("changes", "codes"),
    [
        ({}, []),
        ({"builder": ""}, ["builder.missing"]),
        ({"valid_from": None}, ["valid_from.missing"]),
        ({"valid_until": DAY - ONE}, ["valid_until.backward"]),
        ({"valid_from": DAY - LOOK_BACK, "valid_until": None}, []),
        ({"valid_from": DAY - LOOK_BACK - ONE, "valid_until": None}, ["day.long_ago"]),
        ({"valid_from": DAY + AHEAD, "valid_until": None}, []),
        ({"valid_from": DAY + AHEAD + ONE, "valid_until": None}, ["valid_from.far"]),
        ({"valid_from": dt.date.min}, ["day.long_ago", "valid_until.far"]),
        ({"valid_from": dt.date.max, "valid_until": dt.date.max}, ["valid_from.far"]),
        ({"valid_until": dt.date(DAY.year + MOST_YEARS, 12, 31)}, []),
        ({"valid_until": dt.date(DAY.year + MOST_YEARS + 1, 1, 1)}, ["valid_until.far"]),
        ({"valid_until": dt.date.max}, ["valid_until.far"]),
        ({"items": ()}, ["items.missing"]),
        ({"items": tuple(MandateItem(str(at), "x", "y") for at in range(41))}, ["items.many"]),
        ({"items": (MandateItem("", "x", "y"),)}, ["name.missing"]),
        ({"items": (MandateItem("a", "", "y"),)}, ["standard.missing"]),
        ({"items": (MandateItem("a", "x", ""),)}, ["basis.missing"]),
        ({"items": (MandateItem("A 費", "x", "y"), MandateItem("Ａ費", "x", "y"))}, ["name.twice"]),
    ],
)
def test_f35_a_mandate_names_items_standards_and_basis(
    changes: dict[str, Any], codes: list[str]
) -> None:
    found = told(fee_mandate.entry_reasons(replace(WRITTEN, **changes), DAY))
    assert [code for code, _field in found] == [f"fee_mandate.{code}" for code in codes]


def test_what_is_signed_or_void_is_not_signed_again() -> None:
    good = SignEntry("何經理", DAY)
    unsigned = replace(HELD, is_signed=False)
    assert told(fee_mandate.sign_reasons(unsigned, good, DAY)) == []
    assert told(fee_mandate.sign_reasons(HELD, good, DAY)) == [("fee_mandate.signed", None)]
    void = replace(unsigned, is_void=True)
    assert told(fee_mandate.sign_reasons(void, good, DAY)) == [("fee_mandate.void", None)]
    for entry, reason in (
        (SignEntry("", DAY), ("fee_mandate.person.missing", "person")),
        (SignEntry("何經理"), ("fee_mandate.signed_on.missing", "signed_on")),
        (SignEntry("何經理", DAY + ONE), ("fee_mandate.signed_on.future", "signed_on")),
    ):
        assert told(fee_mandate.sign_reasons(unsigned, entry, DAY)) == [reason]


def test_void_is_once_and_with_a_reason() -> None:
    assert told(receipt.void_reasons("退款", is_void=False)) == []
    assert told(receipt.void_reasons("", is_void=False)) == [("receipt.why.missing", "why")]
    assert told(receipt.void_reasons("退款", is_void=True)) == [("receipt.void", None)]
    assert told(fee_mandate.void_reasons(HELD, "")) == [("fee_mandate.why.missing", "why")]
    void = replace(HELD, is_void=True)
    assert told(fee_mandate.void_reasons(void, "撤回")) == [("fee_mandate.void", None)]
