"""A release pass at the gate 門崗: genuine or not, left, partly left, refused, back (R37, R38).

What the guard says on the phone is written down at the desk, with the guard's name and time.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum

from desk.domain.reasons import Reason
from desk.domain.release_pass import AT_GATE, LONGEST, Item, PassFacts, State
from desk.domain.release_pass_locks import item_texts

_CLOCKS_DIFFER = timedelta(minutes=1)


class EventKind(StrEnum):
    """What happened to a pass, in its journal."""

    ISSUED = "issued"
    LEFT = "left"
    PARTLY_LEFT = "partly_left"
    REFUSED = "refused"
    EXPIRED = "expired"
    EXTENDED = "extended"
    BACK = "back"
    VOID = "void"
    SIGNED = "signed"  # the owner's signature came home
    GATE_COPY = "gate_copy"  # the gate's signed copy came home


class Outcome(StrEnum):
    """What the guard did 放行."""

    LEFT = "left"
    PARTLY_LEFT = "partly_left"
    REFUSED = "refused"


Counts = Mapping[int, int]  # how many of an item, by the item's id


@dataclass(frozen=True)
class GateEntry:
    """What the guard says; `counts` are what passed where it was not everything; `at` None: now."""

    outcome: Outcome
    guard: str = ""
    at: datetime | None = None
    counts: Counts = field(default_factory=dict)
    why: str = ""


@dataclass(frozen=True)
class BackEntry:
    """What came back; without `counts` all that is out. `guard` is who took it in."""

    guard: str = ""
    at: datetime | None = None
    counts: Counts = field(default_factory=dict)
    why: str = ""


@dataclass(frozen=True)
class ExtendEntry:
    """A later end of the window, and why."""

    ends: datetime
    why: str = ""


# Leaving


def gate_reasons(facts: PassFacts, entry: GateEntry, now: datetime) -> tuple[Reason, ...]:
    """Why it may not be written down: not issued, too early, too late, more than is listed."""
    return tuple(_gate_reasons(facts, entry, now))


def _gate_reasons(facts: PassFacts, entry: GateEntry, now: datetime) -> Iterator[Reason]:
    blockers = tuple(gate_blockers(facts))
    yield from blockers
    yield from _told_reasons(facts, entry.guard, entry.at, now)
    if entry.outcome is not Outcome.PARTLY_LEFT and _differs(facts, entry):
        yield Reason("release_pass.counts.contradict", "counts")
    if entry.outcome is Outcome.REFUSED:
        if not entry.why:
            yield Reason("release_pass.refusal.missing", "why")
        return
    if not blockers:
        yield from _window_reasons(facts, entry.at or now)
    if entry.outcome is Outcome.PARTLY_LEFT:
        yield from _count_reasons(facts.items, entry.counts, _remains)


def _differs(facts: PassFacts, entry: GateEntry) -> bool:
    """Whether things were counted and that is not what the outcome says: everything, or nothing."""
    counted = {key: count for key, count in entry.counts.items() if count}
    return bool(entry.counts) and counted != leaving(facts, entry)


def gate_blockers(facts: PassFacts) -> Iterator[Reason]:
    """Why nothing passes by it, whatever the guard says. What left within the window may be
    written down after it: an expired pass takes that still."""
    if facts.state in AT_GATE or facts.state is State.EXPIRED:
        return
    code = {State.DRAFT: "not_issued", State.VOID: "void"}.get(facts.state, "gone")
    yield Reason(f"release_pass.{code}")


def _window_reasons(facts: PassFacts, at: datetime) -> Iterator[Reason]:
    """Not before its time, and not after, unless it was extended."""
    if facts.starts is not None and at < facts.starts:
        yield Reason("release_pass.window.early", "at")
    if facts.ends is not None and at > facts.ends:
        yield Reason("release_pass.window.over", "at")


def _told_reasons(
    facts: PassFacts, guard: str, at: datetime | None, now: datetime
) -> Iterator[Reason]:
    if not guard:
        yield Reason("release_pass.guard.missing", "guard")
    if at is None:
        return
    if at > now + _CLOCKS_DIFFER:
        yield Reason("release_pass.at.future", "at")
    if facts.issued_at is not None and at < facts.issued_at:
        yield Reason("release_pass.at.before", "at")


def _count_reasons(
    items: Sequence[Item], counts: Counts, most: Callable[[Item], int]
) -> Iterator[Reason]:
    known = {item.id: item for item in items}
    if not any(counts.values()):
        yield Reason("release_pass.counts.missing", "counts")
    for key, count in counts.items():
        item = known.get(key)
        if item is None:
            yield Reason("release_pass.counts.unknown", "counts")
        elif not 0 <= count <= most(item):
            told: dict[str, str | int] = {"what": item.what, "most": most(item)}
            yield Reason("release_pass.counts.outside", "counts", told)


def leaving(facts: PassFacts, entry: GateEntry) -> Counts:
    """How many of each item pass now."""
    if entry.outcome is Outcome.REFUSED:
        return {}
    if entry.outcome is Outcome.LEFT:
        return {item.id: item.remains for item in facts.items if item.remains}
    return {key: count for key, count in entry.counts.items() if count}


def after_leaving(facts: PassFacts, entry: GateEntry) -> State:
    """Where the pass stands then; the last of several parts makes it left."""
    if entry.outcome is Outcome.REFUSED:
        return State.PARTLY_LEFT if facts.has_left else State.REFUSED
    counts = leaving(facts, entry)
    remains = sum(item.remains - counts.get(item.id, 0) for item in facts.items)
    return State.PARTLY_LEFT if remains else State.LEFT


# Coming back


def back_reasons(facts: PassFacts, entry: BackEntry, now: datetime) -> tuple[Reason, ...]:
    """Why it may not be written down as back: only what is out comes back, and no more of it."""
    return tuple(_back_reasons(facts, entry, now))


def _back_reasons(facts: PassFacts, entry: BackEntry, now: datetime) -> Iterator[Reason]:
    blockers = tuple(back_blockers(facts))
    yield from blockers
    yield from _told_reasons(facts, entry.guard, entry.at, now)
    if not blockers and entry.counts:
        yield from _count_reasons(facts.items, entry.counts, _out)


def back_blockers(facts: PassFacts) -> Iterator[Reason]:
    """Why nothing is taken back."""
    if not facts.out:
        yield Reason("release_pass.nothing_out")


def coming(facts: PassFacts, entry: BackEntry) -> Counts:
    """How many of each item come back now."""
    if not entry.counts:
        return {item.id: item.out for item in facts.items if item.out}
    return {key: count for key, count in entry.counts.items() if count}


def after_coming(facts: PassFacts, counts: Counts) -> State:
    """Back when all of it has left and all that is returnable is back."""
    is_last = facts.out == sum(counts.values())
    return State.BACK if facts.state is State.LEFT and is_last else facts.state


# The window


def extend_reasons(facts: PassFacts, entry: ExtendEntry, now: datetime) -> tuple[Reason, ...]:
    """A supervisor lets it pass longer, with the reason, and it is on record."""
    return tuple(_extend_reasons(facts, entry, now))


def _extend_reasons(facts: PassFacts, entry: ExtendEntry, now: datetime) -> Iterator[Reason]:
    yield from gate_blockers(facts)
    if facts.ends is not None and entry.ends <= facts.ends:
        yield Reason("release_pass.extend.earlier", "ends")
    elif entry.ends <= now:
        yield Reason("release_pass.ends.past", "ends")
    elif facts.starts is not None and entry.ends - facts.starts > LONGEST:
        yield Reason("release_pass.window.long", "ends")
    if not entry.why:
        yield Reason("release_pass.why.missing", "why")


def after_extending(facts: PassFacts) -> State:
    """An expired pass is good again."""
    if facts.state is State.EXPIRED:
        return State.PARTLY_LEFT if facts.has_left else State.ISSUED
    return facts.state


# Genuine or not


class Said(StrEnum):
    """The desk's answer to the guard."""

    GENUINE = "genuine"  # 有效
    UNREADABLE = "unreadable"  # misheard or mistyped: the check character does not fit
    OTHER = "other"  # the code of another paper
    UNKNOWN = "unknown"  # no such pass
    FORGED = "forged"  # 偽造: the seal is not ours
    UNSEALED = "unsealed"  # the number alone: whether the paper is ours is not shown
    NOT_ISSUED = "not_issued"
    VOID = "void"
    EXPIRED = "expired"
    EARLY = "early"  # 未到時間
    GONE = "gone"  # everything has left already


# What the guard may let pass.
LETS_PASS = frozenset({Said.GENUINE})


def seal_texts(number: str, facts: PassFacts) -> tuple[str, ...]:
    """What the paper says, for its seal: number, unit, kind, window, plate, every item."""
    window = tuple("" if one is None else str(int(one.timestamp())) for one in _window(facts))
    things = (text for item in facts.items for text in item_texts(item))
    return (number, str(facts.unit_id or ""), facts.kind.value, *window, facts.plate, *things)


def every_window(facts: PassFacts) -> Iterable[PassFacts]:
    """The pass as it was printed: now, and before its window was extended."""
    return (facts, *(replace(facts, ends=one) for one in reversed(facts.ends_before)))


def said(facts: PassFacts, now: datetime, *, is_ours: bool, sealed: bool) -> Said:
    """The answer about a pass that exists; `is_ours`: the seal fits, `sealed`: there was one."""
    answers = (
        (facts.issued_at is None and facts.state is not State.VOID, Said.NOT_ISSUED),
        (facts.issued_at is not None and sealed and not is_ours, Said.FORGED),
        (facts.state is State.VOID, Said.VOID),
        (facts.state in {State.LEFT, State.BACK}, Said.GONE),
        (facts.state is State.EXPIRED or has_ended(facts, now), Said.EXPIRED),
        (facts.starts is not None and now < facts.starts, Said.EARLY),
        (not sealed, Said.UNSEALED),
    )
    return next((answer for holds, answer in answers if holds), Said.GENUINE)


def has_ended(facts: PassFacts, now: datetime) -> bool:
    """Whether its window is over."""
    return facts.ends is not None and now > facts.ends


def _window(facts: PassFacts) -> tuple[datetime | None, datetime | None]:
    return facts.starts, facts.ends


def _remains(item: Item) -> int:
    return item.remains


def _out(item: Item) -> int:
    return item.out
