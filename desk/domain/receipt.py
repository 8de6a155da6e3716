"""The receipt 收據: money that came in, of whom, for what, how it was paid (F25, R32, R244).

Its number is never lost: a receipt that is void keeps it, with the reason. An amount below zero on
a line is a reduction 減收; the whole is always above zero.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from enum import StrEnum

from desk.domain.fee_mandate import MandateFacts, collect_reasons
from desk.domain.money import AmountRule
from desk.domain.reasons import Reason
from desk.domain.service_order_rule import ORDERS

PAYER_LIMIT = 120
WHAT_LIMIT = 200
COLLECTOR_LIMIT = 120
REFERENCE_LIMIT = 80
REMARK_LIMIT = 400
WHY_LIMIT = 400
MOST_LINES = 40
MOST = Decimal("9999999999.99")
OWN_DEED = ("service_order", "move_in")  # records that take their money themselves
_CLOCKS_DIFFER = timedelta(minutes=1)
_AMOUNT = AmountRule(MOST, "receipt.amount.much", "receipt.amount.places")


class Method(StrEnum):
    """How it was paid."""

    CASH = "cash"  # 現金
    CARD = "card"  # 刷卡
    TRANSFER = "transfer"  # 轉賬
    CHEQUE = "cheque"  # 支票
    ELECTRONIC = "electronic"  # 電子支付
    OTHER = "other"


class Place(StrEnum):
    """Where it was paid (R244, K16)."""

    CENTRE = "centre"  # 管理服務中心
    ON_SITE = "on_site"  # 上門，由服務人員代收


@dataclass(frozen=True)
class LineEntry:
    """For what, and how much of the estate's money: two places at most."""

    what: str
    amount: Decimal


@dataclass(frozen=True)
class ReceiptEntry:
    """What was received; texts are already clean.

    `kind` and `record_id` name the record it was paid for, "" and None where there is none.
    `received_at` None is now. `collected_by` is who took it, the clerk at the desk where nobody is
    named; `checked_by` who looked at the fees before (R21). `reference` is the number of the
    cheque or transfer. Fees of the builder are `for_builder`, by his mandate of `mandate_id`.
    """

    kind: str = ""
    record_id: int | None = None
    unit_id: int | None = None
    payer: str = ""
    lines: tuple[LineEntry, ...] = ()
    method: Method = Method.CASH
    place: Place = Place.CENTRE
    collected_by: str = ""
    reference: str = ""
    received_at: datetime | None = None
    checked_by: str = ""
    for_builder: bool = False
    mandate_id: int | None = None
    remark: str = ""

    @property
    def builders(self) -> bool:
        """Whether it is the builder's money (R32)."""
        return self.for_builder or self.mandate_id is not None

    @property
    def total(self) -> Decimal:
        """The sum of its lines."""
        return sum((line.amount for line in self.lines), Decimal())


@dataclass(frozen=True)
class Sum:
    """What came in one way: how often, how much; void receipts are not counted."""

    method: Method
    count: int
    total: Decimal


@dataclass(frozen=True)
class VoidFacts:
    """What is asked of a receipt before a second person looks at its being void."""

    is_void: bool
    void_by_id: int | None = None
    is_seen: bool = False


def entry_reasons(
    entry: ReceiptEntry,
    now: datetime,
    day: date,
    mandate: MandateFacts | None = None,
    *,
    money_days: int = ORDERS.money_days,
) -> tuple[Reason, ...]:
    """What keeps it from being written: who paid, for what, how much, by which mandate.

    `day` is the estate's day on which it was received; `mandate` is what is known of the
    builder's, where it is his money. `money_days`: so late it is receipted at most, by the policy.
    """
    return (
        *_head_reasons(entry, now),
        *_late_reasons(entry, now, money_days),
        *_line_reasons(entry),
        *(_mandate_reasons(entry, mandate, day) if entry.builders else ()),
    )


def record_reasons(kind: str) -> tuple[Reason, ...]:
    """Why money is not taken by itself for a record of a kind: it has its own deed for it."""
    return (Reason("receipt.record.own_deed", "about"),) if kind in OWN_DEED else ()


def _head_reasons(entry: ReceiptEntry, now: datetime) -> Iterator[Reason]:
    if not entry.payer:
        yield Reason("receipt.payer.missing", "payer")
    if entry.place is Place.ON_SITE and not entry.collected_by:
        yield Reason("receipt.collected_by.missing", "collected_by")
    if entry.method is Method.CHEQUE and not entry.reference:
        yield Reason("receipt.reference.missing", "reference")
    if entry.method is Method.OTHER and not entry.remark:
        yield Reason("receipt.remark.missing", "remark")
    if entry.received_at is not None and entry.received_at > now + _CLOCKS_DIFFER:
        yield Reason("receipt.received_at.future", "received_at")


def _late_reasons(entry: ReceiptEntry, now: datetime, most: int) -> Iterator[Reason]:
    """Money is receipted when it comes in, a few days late at most."""
    if entry.received_at is not None and entry.received_at < now - timedelta(days=most):
        yield Reason("receipt.received_at.past", "received_at", {"days": most})


def _line_reasons(entry: ReceiptEntry) -> Iterator[Reason]:
    if not entry.lines:
        yield Reason("receipt.lines.missing", "lines")
    elif len(entry.lines) > MOST_LINES:
        yield Reason("receipt.lines.many", "lines", {"most": MOST_LINES})
    wrong = tuple(
        one for place, line in enumerate(entry.lines, 1) for one in _one_line(line, place)
    )
    yield from wrong
    if entry.lines and not wrong and entry.total <= 0:
        yield Reason("receipt.total.none", "lines")
    elif not wrong and entry.total > MOST:
        yield Reason("receipt.total.much", "lines")


def _one_line(line: LineEntry, place: int) -> Iterator[Reason]:
    at = {"place": place}
    if not line.what:
        yield Reason("receipt.what.missing", "lines", at)
    yield from _AMOUNT.reasons(abs(line.amount), "lines", at=at)
    if line.amount == 0:
        yield Reason("receipt.amount.none", "lines", at)


def _mandate_reasons(
    entry: ReceiptEntry, mandate: MandateFacts | None, day: date
) -> tuple[Reason, ...]:
    return collect_reasons(mandate, (line.what for line in entry.lines), day)


def void_reasons(why: str, *, is_void: bool) -> tuple[Reason, ...]:
    """It is void once, with its reason; the number stays."""
    if is_void:
        return (Reason("receipt.void"),)
    return () if why else (Reason("receipt.why.missing", "why"),)


def seen_reasons(facts: VoidFacts, looker_id: int | None) -> tuple[Reason, ...]:
    """R21: money that is taken off the books has a second pair of eyes: once, and not those of who
    declared it void."""
    if not facts.is_void:
        return (Reason("receipt.seen.not_void"),)
    if facts.is_seen:
        return (Reason("receipt.seen.already"),)
    return (Reason("receipt.seen.same"),) if facts.void_by_id == looker_id else ()
