"""The price board 有償服務明碼標價牌 (F20, R233, R234), also 常規服務價目表 (F21, R103).

What the office does for money, and what it takes for it: said before the work begins (R105, R236),
filed where the region asks for it, approved by a second person, and on the wall. A board has
versions: a draft, the one in force, and those it superseded. What is asked for and not on it goes
on the next draft once the office can do it (R104, R237).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from desk.domain.money import AmountRule
from desk.domain.reasons import Reason

CODE_LIMIT = 12
NAME_LIMIT = 120
UNIT_LIMIT = 20
MATERIALS_LIMIT = 200
SKILL_LIMIT = 40
PLACE_LIMIT = 120
REFERENCE_LIMIT = 80
WHY_LIMIT = 400
REMARK_LIMIT = 2_000
MOST_ITEMS = 500
MOST_PRICE = Decimal(1_000_000)
_PRICE = AmountRule(MOST_PRICE, "price_board.price.range", "price_board.price.places")
_CODE_DIGITS = 3


class BoardState(StrEnum):
    """Where a version of the board stands."""

    DRAFT = "draft"  # 草稿
    IN_FORCE = "in_force"  # 現行
    SUPERSEDED = "superseded"  # 已被取代
    VOID = "void"  # 作廢


class FilingKind(StrEnum):
    """Whether the prices were filed (R233), or the region asks for no filing (R103)."""

    FILED = "filed"  # 已備案
    NOT_ASKED = "not_asked"  # 無須備案


class Reviewer(StrEnum):
    """Who looks the list through before it is approved (R103)."""

    QUALITY = "quality"  # 品質
    FINANCE = "finance"  # 財務


@dataclass(frozen=True)
class Item:
    """One item 收費項目 of a version; its `code` is the same in every version.

    `materials` says what the price includes and what is charged beside it, `skill` what whoever
    does it must be able to do (R251; empty: nothing), `launched_on` is the day on which it was
    offered first (R109: a new service). An item that is not `active` is no longer offered.
    """

    id: int
    code: str
    name: str
    unit: str
    price: Decimal
    materials: str
    skill: str
    launched_on: date
    active: bool = True


@dataclass(frozen=True)
class Board:
    """The version that is in force, with what is on it in its order."""

    id: int
    number: str
    in_force_on: date
    filed_on: date | None
    filed_with: str
    approved_by: str
    items: tuple[Item, ...]


@dataclass(frozen=True)
class ItemEntry:
    """What is written of an item; texts are already clean. Without a code it gets the next one."""

    code: str = ""
    name: str = ""
    unit: str = ""
    price: Decimal | None = None
    materials: str = ""
    skill: str = ""


@dataclass(frozen=True)
class FilingEntry:
    """Filed on which day, with whom, under which reference (R233); or that none is asked, and
    why."""

    kind: FilingKind = FilingKind.FILED
    filed_on: date | None = None
    filed_with: str = ""
    reference: str = ""


@dataclass(frozen=True)
class ReviewEntry:
    """Who looked the list through, and when (R103)."""

    reviewer: Reviewer
    person: str = ""
    on: date | None = None


@dataclass(frozen=True)
class BoardFacts:
    """What the rules ask about a version; `filing` is None until somebody said how it stands."""

    state: BoardState
    codes: tuple[str, ...] = ()
    filing: FilingKind | None = None
    reviewed: tuple[Reviewer, ...] = ()


def item_reasons(entry: ItemEntry, taken: Iterable[str]) -> tuple[Reason, ...]:
    """R105, R234: an item says what it is, by what it is counted, and what it costs.

    `taken` are the codes of the other items of the version.
    """
    return tuple(_item_reasons(entry, frozenset(taken)))


def _item_reasons(entry: ItemEntry, taken: frozenset[str]) -> Iterator[Reason]:
    if entry.code in taken:
        yield Reason("price_board.code.taken", "code", {"code": entry.code})
    if not entry.name:
        yield Reason("price_board.name.missing", "name")
    if not entry.unit:
        yield Reason("price_board.unit.missing", "unit")
    yield from _PRICE.reasons(entry.price, "price", "price_board.price.missing")
    if len(taken) >= MOST_ITEMS:
        yield Reason("price_board.items.many", None, {"most": MOST_ITEMS})


def next_code(used: Iterable[str]) -> str:
    """The code after the highest that any version ever used: three figures, or more."""
    highest = max((int(one) for one in used if one.isascii() and one.isdecimal()), default=0)
    return f"{highest + 1:0{_CODE_DIGITS}d}"


def draft_blockers(state: BoardState) -> tuple[Reason, ...]:
    """What is in force or was stands as it was approved: a new version is drawn up instead."""
    return () if state is BoardState.DRAFT else (Reason(f"price_board.not_draft.{state}"),)


def filing_reasons(entry: FilingEntry, today: date) -> tuple[Reason, ...]:
    """R233: filed on which day, with whom; where none is asked, who says so."""
    return tuple(_filing_reasons(entry, today))


def _filing_reasons(entry: FilingEntry, today: date) -> Iterator[Reason]:
    if not entry.filed_with:
        yield Reason(f"price_board.filed_with.{entry.kind}", "filed_with")
    if entry.kind is FilingKind.NOT_ASKED:
        return
    if entry.filed_on is None:
        yield Reason("price_board.filed_on.missing", "filed_on")
    elif entry.filed_on > today:
        yield Reason("price_board.filed_on.future", "filed_on")


def review_reasons(entry: ReviewEntry, today: date) -> tuple[Reason, ...]:
    """R103: the review has a name and a day that has come."""
    named = () if entry.person else (Reason("price_board.person.missing", "person"),)
    if entry.on is None:
        return (*named, Reason("price_board.on.missing", "on"))
    return (*named, Reason("price_board.on.future", "on")) if entry.on > today else named


def approve_blockers(facts: BoardFacts) -> tuple[Reason, ...]:
    """R103, R233: a version is put in force with something on it, and its filing settled.

    A missing review of 品質 or 財務 stands before the eyes of who approves, and does not stop her:
    not every manual asks for it.
    """
    return draft_blockers(facts.state) or tuple(_approve_blockers(facts))


def _approve_blockers(facts: BoardFacts) -> Iterator[Reason]:
    if not facts.codes:
        yield Reason("price_board.items.none")
    if facts.filing is None:
        yield Reason("price_board.filing.missing")


def post_blockers(state: BoardState) -> tuple[Reason, ...]:
    """R234: what hangs at the counter is what is in force."""
    return () if state is BoardState.IN_FORCE else (Reason("price_board.not_in_force"),)


def post_reasons(
    state: BoardState, in_force_on: date | None, day: date, today: date
) -> tuple[Reason, ...]:
    """R103, R234: hung up on a day that has come, not before it was approved."""
    if day > today:
        return (*post_blockers(state), Reason("price_board.posted_on.future", "posted_on"))
    if in_force_on is not None and day < in_force_on:
        told = {"day": in_force_on.isoformat()}
        return (*post_blockers(state), Reason("price_board.posted_on.early", "posted_on", told))
    return post_blockers(state)


def void_reasons(state: BoardState, why: str) -> tuple[Reason, ...]:
    """A draft is given up with its reason; what was in force is superseded, never void."""
    missing = () if why else (Reason("price_board.why.missing", "why"),)
    return (*draft_blockers(state), *missing)


@dataclass(frozen=True)
class Difference:
    """One item that differs between two versions; None where it is not in one of them."""

    code: str
    before: Item | None
    after: Item | None


def differences(before: Sequence[Item], after: Sequence[Item]) -> tuple[Difference, ...]:
    """What a version changes against another: new items, those no longer offered, changed ones."""
    old, new = {one.code: one for one in before}, {one.code: one for one in after}
    codes = [*(one.code for one in after), *(code for code in old if code not in new)]
    pairs = (Difference(code, old.get(code), new.get(code)) for code in codes)
    return tuple(one for one in pairs if _said(one.before) != _said(one.after))


def _said(item: Item | None) -> tuple[object, ...] | None:
    if item is None:
        return None
    return item.name, item.unit, item.price, item.materials, item.skill
