"""Writing a release pass 放行條 down: why it may not be done; what is out already (R38, F37)."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from desk.domain.reasons import Reason
from desk.domain.release_pass import (
    LONGEST,
    MOST_ITEMS,
    MOST_OF_ONE,
    TAIL_LENGTH,
    ItemEntry,
    PassEntry,
    PassFacts,
    State,
)
from desk.domain.release_pass_rule import OwnerRule, PassRule


def entry_reasons(entry: PassEntry, rule: PassRule) -> tuple[Reason, ...]:
    """Why a draft may not be written down; what only the issue asks for may come later."""
    return tuple(_entry_reasons(entry, rule))


def _entry_reasons(entry: PassEntry, rule: PassRule) -> Iterator[Reason]:
    if not entry.applicant:
        yield Reason("release_pass.applicant.missing", "applicant")
    if entry.unit_id is None and rule.owner is not OwnerRule.NEVER:
        yield Reason("release_pass.unit.missing", "unit")
    if entry.identity_tail and len(entry.identity_tail) > TAIL_LENGTH:
        yield Reason("release_pass.identity.whole", "identity_tail")
    if entry.identity_tail and entry.identity is None:
        yield Reason("release_pass.identity.kind", "identity")
    yield from _window_reasons(entry.starts, entry.ends)


def _window_reasons(starts: datetime | None, ends: datetime | None) -> Iterator[Reason]:
    if starts is None or ends is None:
        return
    if ends <= starts:
        yield Reason("release_pass.window.backward", "ends")
    elif ends - starts > LONGEST:
        yield Reason("release_pass.window.long", "ends")


def window_reasons(facts: PassFacts, now: datetime) -> Iterator[Reason]:
    """An issued pass has its time, and it is not over."""
    if facts.starts is None:
        yield Reason("release_pass.starts.missing", "starts")
    if facts.ends is None:
        yield Reason("release_pass.ends.missing", "ends")
    elif facts.ends <= now:
        yield Reason("release_pass.ends.past", "ends")


def items_reasons(items: Sequence[ItemEntry]) -> tuple[Reason, ...]:
    """Things are listed one by one: what, and how many (R38)."""
    reasons = [reason for at, one in enumerate(items) for reason in item_reasons(one, at)]
    if len(items) > MOST_ITEMS:
        reasons.append(Reason("release_pass.items.many", "items", {"most": MOST_ITEMS}))
    serials = [one.serial.casefold() for one in items if one.serial]
    if len(set(serials)) < len(serials):
        reasons.append(Reason("release_pass.serial.twice", "items"))
    return tuple(reasons)


def item_reasons(item: ItemEntry, at: int = 0) -> Iterator[Reason]:
    """What is missing of one item; `at` counts from 0."""
    place, told = f"items.{at}", {"place": at + 1}
    if not item.what:
        yield Reason("release_pass.what.missing", f"{place}.what", told)
    if not 1 <= item.quantity <= MOST_OF_ONE:
        given = told | {"most": MOST_OF_ONE}
        yield Reason("release_pass.quantity.outside", f"{place}.quantity", given)
    if item.serial and item.quantity > 1:
        yield Reason("release_pass.serial.many", f"{place}.serial", told)


def change_reasons(state: State) -> Iterable[Reason]:
    """What was issued stands as it was printed; it is declared void and written anew (R38)."""
    if state is State.DRAFT:
        return ()
    code = "void" if state is State.VOID else "issued"
    return (Reason(f"release_pass.{code}"),)


def void_reasons(facts: PassFacts, why: str) -> Iterator[Reason]:
    """It is void once, with its reason, and not after something has left by it."""
    if facts.state is State.VOID:
        yield Reason("release_pass.void")
    elif facts.has_left:
        yield Reason("release_pass.void.left")
    if not why:
        yield Reason("release_pass.why.missing", "why")


# The same thing twice


@dataclass(frozen=True)
class Duplicate:
    """An item of this pass that another pass has out: by its serial number, or in the same words
    from the same unit."""

    what: str
    serial: str
    number: str

    @property
    def is_certain(self) -> bool:
        """A serial number names one thing."""
        return bool(self.serial)


def duplicate_reasons(found: Iterable[Duplicate], acknowledged: str) -> Iterator[Reason]:
    """One thing leaves by one pass. The same words may be another thing: somebody says so."""
    for one in found:
        told: dict[str, str | int] = {"what": one.what, "number": one.number}
        if one.is_certain:
            yield Reason("release_pass.serial.out", "items", told | {"serial": one.serial})
        elif not acknowledged:
            yield Reason("release_pass.words.out", "acknowledged", told)
