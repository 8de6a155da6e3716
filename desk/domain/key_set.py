"""Keys in custody 代管鑰匙: what hangs on which hook, on what ground, and where it is (R34, R112,
R113).

The estate's own keys; keys under a 代管委托書 (R112); keys left for 返修、燃氣開通 and such, which
need no agreement but are registered (R113).
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from desk.domain.custody_agreement import AgreementFacts, EndEntry, back_reasons, open_blockers
from desk.domain.key_word import CLOCKS_DIFFER, minute
from desk.domain.reasons import Reason

TAG_LIMIT = 20
HOOK_LIMIT = 20
OPENS_LIMIT = 200
NAME_LIMIT = 80
PHONE_LIMIT = 40
TEXT_LIMIT = 200
REMARK_LIMIT = 2_000
WHY_LIMIT = 400
MOST_KEYS = 200
LOOK_BACK = timedelta(days=3_653)


class KeyBasis(StrEnum):
    """On what ground the office has it."""

    ESTATE = "estate"  # 本苑自有
    AGREEMENT = "agreement"  # 代管委托書 (R112)
    EXCEPTION = "exception"  # 登記留用 (R113)


class KeyLeftFor(StrEnum):
    """For what a key was left without an agreement (R113)."""

    REPAIR = "repair"  # 返修
    GAS = "gas"  # 燃氣開通
    OTHER = "other"  # 其他


class KeySetState(StrEnum):
    """Where a set is, by what happened to it."""

    IN = "in"  # 在位
    LENT = "lent"  # 借出
    LOST = "lost"  # 遺失
    RETURNED = "returned"  # 已交還業主
    RETIRED = "retired"  # 已註銷


KEPT = frozenset({KeySetState.IN, KeySetState.LENT, KeySetState.LOST})


@dataclass(frozen=True)
class KeySetEntry:
    """What is written down of a set; texts are already clean.

    `tag` 鑰匙牌 and `hook` 掛鉤 are its own while it is kept; `opens` says what it opens, `keys`
    how many there are. `left_by` is who handed them in, with `phone`; `left_for_text` says for
    what, where the vocabulary does not.
    """

    tag: str = ""
    hook: str = ""
    opens: str = ""
    keys: int = 1
    basis: KeyBasis = KeyBasis.ESTATE
    agreement_id: int | None = None
    unit_id: int | None = None
    left_for: KeyLeftFor | None = None
    left_for_text: str = ""
    left_by: str = ""
    phone: str = ""
    received_at: datetime | None = None
    remark: str = ""


@dataclass(frozen=True)
class SetFacts:
    """What the rules ask about a set that is written down.

    `agreement` is the one it is kept under; `free_at` the moment since which it can have been
    lent: received, or last come back.
    """

    state: KeySetState
    basis: KeyBasis
    keys: int = 1
    left_for: KeyLeftFor | None = None
    left_for_text: str = ""
    agreement: AgreementFacts | None = None
    free_at: datetime | None = None


def plain(mark: str) -> str:
    """A tag or a hook as it is kept: one width, capitals, without blanks."""
    return "".join(unicodedata.normalize("NFKC", mark).upper().split())


def purposes(facts: SetFacts) -> tuple[str, ...]:
    """For what it may be lent without the owner's word; of the estate's own keys nobody asks.

    A purpose of R113 is its code; `label("key_left_for", …)` words it.
    """
    if facts.basis is KeyBasis.AGREEMENT:
        return () if facts.agreement is None else facts.agreement.purposes
    if facts.basis is KeyBasis.EXCEPTION and facts.left_for is not None:
        other = facts.left_for is KeyLeftFor.OTHER
        return (facts.left_for_text if other else facts.left_for.value,)
    return ()


def needs_word(facts: SetFacts, purpose: str) -> bool:
    """R112, R113: whether a purpose goes beyond what the owner agreed to."""
    return facts.basis is not KeyBasis.ESTATE and purpose not in purposes(facts)


def entry_reasons(
    entry: KeySetEntry, agreement: AgreementFacts | None, now: datetime
) -> tuple[Reason, ...]:
    """Why the set may not be written down like this (R112, R113); `agreement` is the one it
    names."""
    return (
        *_entry_reasons(entry),
        *_basis_reasons(entry, agreement),
        *_moment_reasons(entry.received_at, now),
    )


def _entry_reasons(entry: KeySetEntry) -> Iterator[Reason]:
    for field in ("tag", "opens"):
        if not getattr(entry, field):
            yield Reason(f"key_set.{field}.missing", field)
    if not 1 <= entry.keys <= MOST_KEYS:
        yield Reason("key_set.keys.number", "keys", {"most": MOST_KEYS})


def _basis_reasons(entry: KeySetEntry, agreement: AgreementFacts | None) -> Iterator[Reason]:
    """R112, R113: nobody's key is kept but by agreement, or registered for what it was left."""
    if entry.basis is KeyBasis.AGREEMENT:
        if entry.agreement_id is None:
            yield Reason("key_set.agreement.missing", "agreement")
        elif agreement is not None:
            yield from open_blockers(agreement)
    if entry.basis is not KeyBasis.EXCEPTION:
        return
    if entry.left_for is None:
        yield Reason("key_set.left_for.missing", "left_for")
    elif entry.left_for is KeyLeftFor.OTHER and not entry.left_for_text:
        yield Reason("key_set.left_for_text.missing", "left_for_text")
    if not entry.left_by:
        yield Reason("key_set.left_by.missing", "left_by")
    if entry.unit_id is None:
        yield Reason("key_set.unit.missing", "unit")


def _moment_reasons(received_at: datetime | None, now: datetime) -> Iterator[Reason]:
    if received_at is None:
        return
    if received_at > now + CLOCKS_DIFFER:
        yield Reason("key_set.received_at.future", "received_at")
    elif received_at < now - LOOK_BACK:
        yield Reason("key_set.received_at.past", "received_at")


def kept_blockers(facts: SetFacts) -> tuple[Reason, ...]:
    """It is still in custody."""
    return () if facts.state in KEPT else (Reason(f"key_set.state.{facts.state}"),)


def at_hand_blockers(facts: SetFacts) -> tuple[Reason, ...]:
    """It is on its hook: neither lent, nor lost, nor gone."""
    return () if facts.state is KeySetState.IN else (Reason(f"key_set.state.{facts.state}"),)


def change_reasons(facts: SetFacts, before: KeySetEntry, after: KeySetEntry) -> Iterator[Reason]:
    """The ground on which it is kept stays; the number of keys stays while it is away."""
    yield from kept_blockers(facts)
    if after.basis is not before.basis or after.agreement_id != before.agreement_id:
        yield Reason("key_set.basis.fixed", "basis")
    if facts.state is not KeySetState.IN and after.keys != before.keys:
        yield Reason("key_set.keys.away", "keys")


def give_back_blockers(facts: SetFacts) -> tuple[Reason, ...]:
    """What is on its hook and is not the estate's own goes back to the owner."""
    own = (Reason("key_set.estate_own"),) if facts.basis is KeyBasis.ESTATE else ()
    return (*at_hand_blockers(facts), *own)


def give_back_reasons(facts: SetFacts, entry: EndEntry, now: datetime) -> tuple[Reason, ...]:
    """R34, R112: back to the owner, or to who brings the owner's letter, with a signature."""
    early = facts.free_at is not None and entry.at < minute(facts.free_at)
    moment = (Reason("key_set.at.before", "at"),) if early else ()
    return (*give_back_blockers(facts), *back_reasons(entry, now), *moment)


def retire_blockers(facts: SetFacts) -> tuple[Reason, ...]:
    """The estate's own set on its hook is retired; somebody else's goes back instead, and what is
    lost is written off by who may."""
    own = () if facts.basis is KeyBasis.ESTATE else (Reason("key_set.not_estate_own"),)
    return (*at_hand_blockers(facts), *own)


def retire_reasons(facts: SetFacts, why: str) -> tuple[Reason, ...]:
    """A set is retired with its reason: the lock was changed, the key broke."""
    return (*retire_blockers(facts), *(() if why else (Reason("key_set.why.missing", "why"),)))
