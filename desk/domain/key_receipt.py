"""The key receipt 鑰匙領取單: keys handed over to the owner, recorded and signed for (R34, F36)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from desk.domain.key_loan import TAIL, KeyProof
from desk.domain.key_set import MOST_KEYS, KeySetState
from desk.domain.key_word import CLOCKS_DIFFER, SignedHow
from desk.domain.reasons import Reason

NAME_LIMIT = 80
PHONE_LIMIT = 40
TAIL_LIMIT = 40
AUTHORITY_LIMIT = 400
WHAT_LIMIT = 200
REMARK_LIMIT = 2_000
WHY_LIMIT = 400
MOST_LINES = 40


class ReceiptState(StrEnum):
    """Where a receipt stands."""

    TO_SIGN = "to_sign"  # 待簽收
    SIGNED = "signed"  # 已簽收
    VOID = "void"  # 作廢


@dataclass(frozen=True)
class LineEntry:
    """One line: a set in custody, or keys in words, and how many; 0 is all of a set."""

    key_set_id: int | None = None
    what: str = ""
    keys: int = 0


@dataclass(frozen=True)
class ReceiptEntry:
    """Which keys go to whom; texts are already clean. `authority` is the letter by which somebody
    else than the owner receives them."""

    handed_over_at: datetime
    unit_id: int | None = None
    receiver: str = ""
    is_owner: bool = True
    authority: str = ""
    phone: str = ""
    proof: KeyProof | None = None
    proof_tail: str = ""
    lines: tuple[LineEntry, ...] = ()
    remark: str = ""


@dataclass(frozen=True)
class SignEntry:
    """The receiver's signature: who, on which day, where it stands."""

    person: str = ""
    signed_on: date | None = None
    how: SignedHow = SignedHow.DESK


@dataclass(frozen=True)
class KnownSet:
    """What is known of a set that stands on a receipt; `keys` is how many it has."""

    tag: str
    state: KeySetState
    unit_id: int | None = None
    keys: int = 1


@dataclass(frozen=True)
class ReceiptFacts:
    """What the rules ask about a receipt; `sets` are those of its lines."""

    sets: tuple[KnownSet, ...] = ()
    is_signed: bool = False
    is_void: bool = False


def state(facts: ReceiptFacts) -> ReceiptState:
    """Where it stands."""
    if facts.is_void:
        return ReceiptState.VOID
    return ReceiptState.SIGNED if facts.is_signed else ReceiptState.TO_SIGN


def entry_reasons(
    entry: ReceiptEntry, sets: Mapping[int, KnownSet], now: datetime
) -> tuple[Reason, ...]:
    """R34: which keys, how many, of which unit, to whom, by what right; `sets` by their id."""
    return (
        *_receiver_reasons(entry),
        *_moment_reasons(entry.handed_over_at, now),
        *_line_reasons(entry, sets),
    )


def _receiver_reasons(entry: ReceiptEntry) -> Iterator[Reason]:
    if entry.unit_id is None:
        yield Reason("key_receipt.unit.missing", "unit")
    if not entry.receiver:
        yield Reason("key_receipt.receiver.missing", "receiver")
    if not entry.is_owner and not entry.authority:
        yield Reason("key_receipt.authority.missing", "authority")
    if len(entry.proof_tail) > TAIL:
        yield Reason("key_loan.proof_tail.long", "proof_tail", {"most": TAIL})


def _moment_reasons(at: datetime, now: datetime) -> Iterator[Reason]:
    if at > now + CLOCKS_DIFFER:
        yield Reason("key_receipt.at.future", "handed_over_at")


def _line_reasons(entry: ReceiptEntry, sets: Mapping[int, KnownSet]) -> Iterator[Reason]:
    if not entry.lines:
        yield Reason("key_receipt.lines.missing", "lines")
    elif len(entry.lines) > MOST_LINES:
        yield Reason("key_receipt.lines.many", "lines", {"most": MOST_LINES})
    seen: set[int] = set()
    for place, line in enumerate(entry.lines, start=1):
        known = None if line.key_set_id is None else sets.get(line.key_set_id)
        if line.key_set_id is None:
            yield from _free_line(line, place)
        elif known is not None:
            yield from _set_line(entry, line, known, again=line.key_set_id in seen)
            seen.add(line.key_set_id)


def _free_line(line: LineEntry, place: int) -> Iterator[Reason]:
    if not line.what:
        yield Reason("key_receipt.what.missing", "lines", {"place": place})
    if not 1 <= line.keys <= MOST_KEYS:
        yield Reason("key_receipt.keys.number", "lines", {"place": place, "most": MOST_KEYS})


def _set_line(
    entry: ReceiptEntry, line: LineEntry, known: KnownSet, *, again: bool
) -> Iterator[Reason]:
    """The whole set goes: a part of it cannot hang on and be gone."""
    told = {"tag": known.tag}
    if again:
        yield Reason("key_receipt.set.twice", "lines", told)
    if known.state is not KeySetState.IN:
        yield Reason("key_receipt.set.away", "lines", told | {"state": known.state})
    if known.unit_id is not None and known.unit_id != entry.unit_id:
        yield Reason("key_receipt.set.other_unit", "lines", told)
    if line.keys not in (0, known.keys):
        yield Reason("key_receipt.set.whole", "lines", {"tag": known.tag, "keys": known.keys})


def open_blockers(facts: ReceiptFacts) -> tuple[Reason, ...]:
    """It waits for its signature."""
    known = state(facts)
    return () if known is ReceiptState.TO_SIGN else (Reason(f"key_receipt.state.{known}"),)


def sign_blockers(facts: ReceiptFacts) -> tuple[Reason, ...]:
    """It waits for its signature, and every set on it is at hand."""
    return (*open_blockers(facts), *(_away(facts) if state(facts) is ReceiptState.TO_SIGN else ()))


def _away(facts: ReceiptFacts) -> Iterator[Reason]:
    for one in facts.sets:
        if one.state is not KeySetState.IN:
            told = {"tag": one.tag, "state": one.state}
            yield Reason("key_receipt.set.away", None, told)


def sign_reasons(facts: ReceiptFacts, entry: SignEntry, today: date) -> tuple[Reason, ...]:
    """R34: the receiver signs once, under a name, on a day that has come."""
    return (*sign_blockers(facts), *_sign_reasons(entry, today))


def _sign_reasons(entry: SignEntry, today: date) -> Iterator[Reason]:
    if not entry.person:
        yield Reason("key_receipt.person.missing", "person")
    if entry.signed_on is None:
        yield Reason("key_receipt.signed_on.missing", "signed_on")
    elif entry.signed_on > today:
        yield Reason("key_receipt.signed_on.future", "signed_on")


def void_reasons(facts: ReceiptFacts, why: str) -> tuple[Reason, ...]:
    """What nobody has signed for is void, with its reason."""
    missing = () if why else (Reason("key_receipt.why.missing", "why"),)
    return (*open_blockers(facts), *missing)
