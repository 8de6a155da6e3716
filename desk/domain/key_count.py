"""Counting the keys: at the change of shift 交接班 from clerk to clerk, and stock-taking 盤點.

What is expected on the hooks is fixed when the count begins; what is found otherwise is a
difference, which is explained, or written off by who may. Both sign.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from desk.domain.reasons import Reason

TAG_LIMIT = 20
WHY_LIMIT = 400
FOLLOWS_LIMIT = 2_000
MOST_DIFFERENCES = 500


class CountKind(StrEnum):
    """Why it is counted."""

    HANDOVER = "handover"  # 交接班
    STOCKTAKING = "stocktaking"  # 盤點


class CountState(StrEnum):
    """Where a count stands."""

    COUNTING = "counting"  # 清點中
    SIGNED = "signed"  # 待接班人簽收
    DONE = "done"  # 已完成
    VOID = "void"  # 作廢


class CountExpected(StrEnum):
    """What is expected of a set."""

    IN = "in"  # 應在位
    LENT = "lent"  # 已借出
    LOST = "lost"  # 已報失
    NONE = "none"  # 帳外


class CountFound(StrEnum):
    """What was found otherwise."""

    MISSING = "missing"  # 不在位
    PRESENT = "present"  # 在位
    INCOMPLETE = "incomplete"  # 不齊、損壞


@dataclass(frozen=True)
class Expected:
    """One set of the snapshot: where it should be, and who has it by which loan until when."""

    set_id: int
    tag: str
    hook: str
    opens: str
    keys: int
    expected: CountExpected
    loan: str = ""
    holder: str = ""
    due_at: datetime | None = None


def to_plain(line: Expected) -> dict[str, Any]:
    """The line as it is stored."""
    due = None if line.due_at is None else line.due_at.isoformat()
    return {
        "set_id": line.set_id,
        "tag": line.tag,
        "hook": line.hook,
        "opens": line.opens,
        "keys": line.keys,
        "expected": line.expected.value,
        "loan": line.loan,
        "holder": line.holder,
        "due_at": due,
    }


def from_plain(told: Mapping[str, Any]) -> Expected:
    """The line of what was stored."""
    due = told["due_at"]
    due_at = None if due is None else datetime.fromisoformat(due)
    return Expected(**{**told, "expected": CountExpected(told["expected"]), "due_at": due_at})


@dataclass(frozen=True)
class DifferenceEntry:
    """One difference: the set by its tag, what was found, and why; no word is no explanation."""

    tag: str
    found: CountFound
    why: str = ""


@dataclass(frozen=True)
class CountEntry:
    """What was found; everything that is not named is as expected. `follows` is what is done."""

    differences: tuple[DifferenceEntry, ...] = ()
    follows: str = ""


@dataclass(frozen=True)
class Difference:
    """A difference that is written down."""

    tag: str
    found: str
    why: str = ""
    is_written_off: bool = False


@dataclass(frozen=True)
class CountFacts:
    """What the rules ask about a count; `moved` are the tags of what moved since it began."""

    kind: CountKind
    by_id: int
    to_id: int
    differences: tuple[Difference, ...] = ()
    moved: tuple[str, ...] = ()
    is_signed: bool = False
    is_done: bool = False
    is_void: bool = False


def state(facts: CountFacts) -> CountState:
    """Where it stands."""
    if facts.is_void:
        return CountState.VOID
    if facts.is_done:
        return CountState.DONE
    return CountState.SIGNED if facts.is_signed else CountState.COUNTING


def moved(before: Iterable[Expected], now: Iterable[Expected]) -> tuple[str, ...]:
    """The tags of what was lent, returned, taken in or given away between two looks."""
    then = {one.set_id: one for one in before}
    today = {one.set_id: one for one in now}
    both = then | today
    return tuple(
        sorted(one.tag for key, one in both.items() if _place(then, key) != _place(today, key))
    )


def _place(lines: Mapping[int, Expected], key: int) -> tuple[str, str] | None:
    line = lines.get(key)
    return None if line is None else (line.expected, line.loan)


def begin_reasons(by_id: int, to_id: int | None, open_number: str) -> tuple[Reason, ...]:
    """Two people count, and one count at a time."""
    return tuple(_begin_reasons(by_id, to_id, open_number))


def _begin_reasons(by_id: int, to_id: int | None, open_number: str) -> Iterator[Reason]:
    if to_id is None:
        yield Reason("key_count.to.missing", "to")
    elif to_id == by_id:
        yield Reason("key_count.to.same", "to")
    if open_number:
        yield Reason("key_count.open", None, {"number": open_number})


def counting_blockers(facts: CountFacts) -> tuple[Reason, ...]:
    """Nobody has signed yet."""
    known = state(facts)
    return () if known is CountState.COUNTING else (Reason(f"key_count.state.{known}"),)


def write_reasons(
    facts: CountFacts, entry: CountEntry, expected: Iterable[Expected]
) -> tuple[Reason, ...]:
    """Each difference is one: once a tag, and not what was expected."""
    told = {one.tag: one.expected for one in expected}
    return (*counting_blockers(facts), *_difference_reasons(entry, told))


def _difference_reasons(
    entry: CountEntry, expected: Mapping[str, CountExpected]
) -> Iterator[Reason]:
    if len(entry.differences) > MOST_DIFFERENCES:
        yield Reason("key_count.differences.many", "differences", {"most": MOST_DIFFERENCES})
    seen: set[str] = set()
    for one in entry.differences:
        told = {"tag": one.tag}
        if not one.tag:
            yield Reason("key_count.tag.missing", "differences")
        elif one.tag in seen:
            yield Reason("key_count.tag.twice", "differences", told)
        elif (expected.get(one.tag, CountExpected.NONE), one.found) in _AS_EXPECTED:
            yield Reason("key_count.no_difference", "differences", told)
        seen.add(one.tag)


_AS_EXPECTED = frozenset(
    {
        (CountExpected.IN, CountFound.PRESENT),
        (CountExpected.LENT, CountFound.MISSING),
        (CountExpected.LOST, CountFound.MISSING),
        (CountExpected.NONE, CountFound.MISSING),
    }
)


def sign_blockers(facts: CountFacts) -> tuple[Reason, ...]:
    """Every difference is explained, or was written off by who may."""
    return (*counting_blockers(facts), *_unexplained(facts))


def _unexplained(facts: CountFacts) -> Iterator[Reason]:
    for one in facts.differences:
        if not one.why and not one.is_written_off:
            yield Reason("key_count.unexplained", None, {"tag": one.tag})


def sign_reasons(facts: CountFacts, actor_id: int, *, moved_known: bool) -> tuple[Reason, ...]:
    """Who counted signs first, and knows what moved meanwhile."""
    return (*sign_blockers(facts), *_sign_reasons(facts, actor_id, moved_known))


def _sign_reasons(facts: CountFacts, actor_id: int, moved_known: bool) -> Iterator[Reason]:
    if actor_id != facts.by_id:
        yield Reason("key_count.not_counter")
    if facts.moved and not moved_known:
        yield Reason("key_count.moved", "moved_known", {"tags": ", ".join(facts.moved)})


def confirm_blockers(facts: CountFacts) -> tuple[Reason, ...]:
    """The first signature is there, the second is not."""
    known = state(facts)
    return () if known is CountState.SIGNED else (Reason(f"key_count.state.{known}"),)


def confirm_reasons(facts: CountFacts, actor_id: int) -> tuple[Reason, ...]:
    """Who takes over signs, and nobody else."""
    other = () if actor_id == facts.to_id else (Reason("key_count.not_successor", "login"),)
    return (*confirm_blockers(facts), *other)


def write_off_reasons(facts: CountFacts, one: Difference, why: str) -> tuple[Reason, ...]:
    """A difference is written off once, with a reason, while it is counted."""
    written = (Reason("key_count.written_off"),) if one.is_written_off else ()
    missing = () if why else (Reason("key_count.why.missing", "why"),)
    return (*counting_blockers(facts), *written, *missing)


def void_reasons(facts: CountFacts, why: str) -> tuple[Reason, ...]:
    """What was not finished is void, with its reason."""
    known = state(facts)
    over = known in (CountState.DONE, CountState.VOID)
    blockers = (Reason(f"key_count.state.{known}"),) if over else ()
    return (*blockers, *(() if why else (Reason("key_count.why.missing", "why"),)))
