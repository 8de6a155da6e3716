"""The builder's mandate 收費委託書: fees that are collected for the builder 建設單位 (R32, F35).

Without it nothing is collected for the builder. It is written, names what is collected, by which
standard and on what basis, and holds from its first to its last day once the builder has signed.
"""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desk.domain.bounds import MOST_YEARS, is_far_ahead, is_long_ago, is_overlong
from desk.domain.reasons import Reason

BUILDER_LIMIT = 120
NAME_LIMIT = 120
STANDARD_LIMIT = 200
BASIS_LIMIT = 400
REMARK_LIMIT = 2_000
WHY_LIMIT = 400
MOST_ITEMS = 40


class MandateState(StrEnum):
    """Where a mandate stands."""

    TO_SIGN = "to_sign"  # 待簽署
    IN_FORCE = "in_force"  # 有效
    NOT_YET = "not_yet"  # 未生效
    ENDED = "ended"  # 已過期
    VOID = "void"  # 作廢


@dataclass(frozen=True)
class MandateItem:
    """One fee 收費項目: by which standard 標準 it is reckoned, on what basis 依據 it is asked."""

    name: str
    standard: str = ""
    basis: str = ""


@dataclass(frozen=True)
class MandateEntry:
    """What the builder entrusts; texts are already clean. `valid_until` None: until revoked."""

    builder: str = ""
    valid_from: date | None = None
    valid_until: date | None = None
    items: tuple[MandateItem, ...] = ()
    remark: str = ""


@dataclass(frozen=True)
class SignEntry:
    """The builder's signature or seal: who signed, on which day."""

    person: str = ""
    signed_on: date | None = None


@dataclass(frozen=True)
class MandateFacts:
    """What the rules ask about a mandate."""

    number: str
    valid_from: date
    valid_until: date | None = None
    items: tuple[str, ...] = ()
    is_signed: bool = False
    is_void: bool = False
    signed_on: date | None = None


def state(facts: MandateFacts, day: date) -> MandateState:
    """Where it stands, or stood, on a day of the estate: before its signature it was not signed."""
    if facts.is_void:
        return MandateState.VOID
    if not facts.is_signed or (facts.signed_on is not None and day < facts.signed_on):
        return MandateState.TO_SIGN
    if day < facts.valid_from:
        return MandateState.NOT_YET
    is_over = facts.valid_until is not None and day > facts.valid_until
    return MandateState.ENDED if is_over else MandateState.IN_FORCE


def entry_reasons(entry: MandateEntry, today: date) -> tuple[Reason, ...]:
    """R32: a mandate names the builder, its days, and items with their standards and basis."""
    return (*_head_reasons(entry, today), *_item_reasons(entry.items))


def _head_reasons(entry: MandateEntry, today: date) -> Iterator[Reason]:
    """It begins ten years back at most and a year ahead, and runs for thirty years at most."""
    starts, ends = entry.valid_from, entry.valid_until
    if not entry.builder:
        yield Reason("fee_mandate.builder.missing", "builder")
    if starts is None:
        yield Reason("fee_mandate.valid_from.missing", "valid_from")
        return
    if is_long_ago(starts, today):
        yield Reason("fee_mandate.day.long_ago", "valid_from")
    elif is_far_ahead(starts, today):
        yield Reason("fee_mandate.valid_from.far", "valid_from")
    if ends is not None and ends < starts:
        yield Reason("fee_mandate.valid_until.backward", "valid_until")
    elif is_overlong(starts, ends):
        yield Reason("fee_mandate.valid_until.far", "valid_until", {"most": MOST_YEARS})


def _item_reasons(items: tuple[MandateItem, ...]) -> Iterator[Reason]:
    if not items:
        yield Reason("fee_mandate.items.missing", "items")
    elif len(items) > MOST_ITEMS:
        yield Reason("fee_mandate.items.many", "items", {"most": MOST_ITEMS})
    seen: set[str] = set()
    for place, item in enumerate(items, start=1):
        at = {"place": place}
        for part in ("name", "standard", "basis"):
            if not getattr(item, part):
                yield Reason(f"fee_mandate.{part}.missing", "items", at)
        if item.name and folded(item.name) in seen:
            yield Reason("fee_mandate.name.twice", "items", at)
        seen.add(folded(item.name))


def change_blockers(facts: MandateFacts) -> tuple[Reason, ...]:
    """What the builder has signed stands as it was signed."""
    if facts.is_void:
        return (Reason("fee_mandate.void"),)
    return (Reason("fee_mandate.signed"),) if facts.is_signed else ()


def sign_reasons(facts: MandateFacts, entry: SignEntry, today: date) -> tuple[Reason, ...]:
    """The builder signs once, under a name, on a day that has come (R32)."""
    return (*change_blockers(facts), *_sign_reasons(entry, today))


def _sign_reasons(entry: SignEntry, today: date) -> Iterator[Reason]:
    if not entry.person:
        yield Reason("fee_mandate.person.missing", "person")
    if entry.signed_on is None:
        yield Reason("fee_mandate.signed_on.missing", "signed_on")
    elif entry.signed_on > today:
        yield Reason("fee_mandate.signed_on.future", "signed_on")
    elif is_long_ago(entry.signed_on, today):
        yield Reason("fee_mandate.day.long_ago", "signed_on")


def void_reasons(facts: MandateFacts, why: str) -> tuple[Reason, ...]:
    """It is void once, with its reason; what was collected by it stays."""
    if facts.is_void:
        return (Reason("fee_mandate.void"),)
    return () if why else (Reason("fee_mandate.why.missing", "why"),)


def collect_reasons(
    facts: MandateFacts | None, whats: Iterable[str], day: date
) -> tuple[Reason, ...]:
    """R32: fees of the builder are collected by a written mandate in force that names each of
    them; a line may say more than the item's name after it, such as the month."""
    if facts is None:
        return (Reason("receipt.mandate.missing", "mandate"),)
    known = state(facts, day)
    if known is not MandateState.IN_FORCE:
        told = {"number": facts.number}
        return (Reason(f"receipt.mandate.{known}", "mandate", told),)
    return tuple(_unnamed(facts, whats))


def _unnamed(facts: MandateFacts, whats: Iterable[str]) -> Iterator[Reason]:
    named = tuple(folded(name) for name in facts.items)
    for place, what in enumerate(whats, start=1):
        if what and not folded(what).startswith(named):
            told: dict[str, str | int] = {"place": place, "what": what, "number": facts.number}
            yield Reason("receipt.line.not_in_mandate", "lines", told)


def folded(name: str) -> str:
    """A fee's name as it is compared: whatever the width, the case, the gaps."""
    return "".join(unicodedata.normalize("NFKC", name).casefold().split())
