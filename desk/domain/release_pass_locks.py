"""The three locks 放行條件 of a release pass: items, fees, owner (R38, R39, R40).

A lock holds by evidence alone, and evidence counts only for what it was given about: where the
things, the unit, the kind or the applicant are others now, it opens again and says so. A pass is
issued and printed when all its locks hold.
"""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from desk.domain.reasons import Reason
from desk.domain.release_pass import Evidence, Item, PassFacts, State, needs_owner
from desk.domain.release_pass_entry import Duplicate, duplicate_reasons, window_reasons
from desk.domain.release_pass_rule import PassRule

WAIVER = "fees_waiver"  # the matter that a second person gives the word about
_CLOCKS_DIFFER = timedelta(minutes=1)


class LockCode(StrEnum):
    """What has to hold."""

    ITEMS = "items"  # 物品逐一列明 (R38)
    FEES = "fees"  # 費用結清 (R39)
    OWNER = "owner"  # 業主確認 (R40)


class FeesHow(StrEnum):
    """Why nothing is owed any more."""

    CLEARED = "cleared"  # 已結清
    WAIVED = "waived"  # 經理豁免


class OwnerHow(StrEnum):
    """How the owner confirmed (R40)."""

    SIGNATURE = "signature"  # 簽名
    PHONE = "phone"  # 電話
    LETTER = "letter"  # 書面


class About(StrEnum):
    """What evidence is given about."""

    KIND = "kind"
    UNIT = "unit"
    APPLICANT = "applicant"
    ITEMS = "items"


# The owner confirms these things; that nothing is owed is true of the household.
ABOUT = {
    LockCode.FEES: (About.KIND, About.UNIT, About.APPLICANT),
    LockCode.OWNER: tuple(About),
}


@dataclass(frozen=True)
class Lock:
    """One lock; `asked` is False where the policy does not ask for it, and then it holds."""

    code: LockCode
    holds: bool
    reasons: tuple[Reason, ...] = ()
    asked: bool = True


def locks(facts: PassFacts, rule: PassRule, now: datetime) -> tuple[Lock, ...]:
    """Every lock, and all that keeps it open; what became of the pass afterwards changes none."""
    asked = {
        LockCode.ITEMS: True,
        LockCode.FEES: rule.fees,
        LockCode.OWNER: needs_owner(rule, facts.role, let=facts.let),
    }
    return tuple(
        _lock(code, tuple(_RULES[code](facts, rule, now)))
        if wanted
        else Lock(code, True, (), False)
        for code, wanted in asked.items()
    )


def issue_reasons(
    facts: PassFacts,
    rule: PassRule,
    now: datetime,
    found: Iterable[Duplicate] = (),
    acknowledged: str = "",
) -> tuple[Reason, ...]:
    """Why it may not be issued: all locks (R37-R40), its time, and things that are out already."""
    if facts.state is not State.DRAFT:
        code = "void" if facts.state is State.VOID else "issued"
        return (Reason(f"release_pass.{code}"),)
    return (
        *(reason for lock in locks(facts, rule, now) for reason in lock.reasons),
        *window_reasons(facts, now),
        *duplicate_reasons(found, acknowledged),
    )


def print_reasons(facts: PassFacts) -> Iterator[Reason]:
    """A draft prints nothing but a blank: what is printed was issued (R39)."""
    if facts.state is State.DRAFT or (facts.state is State.VOID and facts.issued_at is None):
        yield Reason("release_pass.not_issued")


# The locks


def item_lock(facts: PassFacts, rule: PassRule, _now: datetime) -> Iterator[Reason]:
    """The clerk lists the things one by one (R38); what comes back has its day."""
    if not facts.items:
        yield Reason("release_pass.items.missing", "items")
    if rule.returnable and not all(item.returnable for item in facts.items):
        yield Reason("release_pass.items.returnable", "items")
    if any(item.returnable for item in facts.items) and facts.back_by is None:
        yield Reason("release_pass.back_by.missing", "back_by")


def fees_lock(facts: PassFacts, _rule: PassRule, now: datetime) -> Iterator[Reason]:
    """Moving house 搬家: issued only after the fees are cleared (R39), or the manager waived."""
    known = facts.last(LockCode.FEES)
    if known is None:
        yield Reason("release_pass.fees.missing", "fees")
        return
    yield from fees_reasons(known, now)
    until, first = known.until, facts.first_day
    if until is not None and first is not None and until < first:
        told = {"until": until.isoformat(), "day": first.isoformat()}
        yield Reason("release_pass.fees.short", "until", told)
    yield from _changed(LockCode.FEES, known, facts)


def owner_lock(facts: PassFacts, _rule: PassRule, now: datetime) -> Iterator[Reason]:
    """The owner has confirmed it, tenants' things above all, and how is on the pass (R40)."""
    known = facts.last(LockCode.OWNER)
    if known is None:
        yield Reason("release_pass.owner.missing", "owner")
        return
    yield from owner_reasons(known, now)
    yield from _changed(LockCode.OWNER, known, facts)


def fees_reasons(given: Evidence, now: datetime) -> Iterator[Reason]:
    """Who checked, up to which day, with the statement; or by whose word it is waived (R39)."""
    if not given.person:
        yield Reason("release_pass.fees.person.missing", "person")
    if given.at > now + _CLOCKS_DIFFER:
        yield Reason("release_pass.at.future", "at")
    if given.how == FeesHow.WAIVED:
        if not given.note:
            yield Reason("release_pass.why.missing", "note")
        return
    if given.until is None:
        yield Reason("release_pass.fees.until.missing", "until")
    if given.attachment_id is None:
        yield Reason("release_pass.fees.statement.missing", "attachment")


def owner_reasons(given: Evidence, now: datetime) -> Iterator[Reason]:
    """By signature; by phone with who called which number when and who answered; by letter with
    the letter (R40)."""
    if not given.person:
        yield Reason(f"release_pass.owner.{given.how}.person", "person")
    if given.at > now + _CLOCKS_DIFFER:
        yield Reason("release_pass.at.future", "at")
    if given.how == OwnerHow.PHONE:
        if not given.caller:
            yield Reason("release_pass.owner.caller.missing", "caller")
        if not given.phone:
            yield Reason("release_pass.owner.phone.missing", "phone")
    if given.how == OwnerHow.LETTER and given.attachment_id is None:
        yield Reason("release_pass.owner.letter.missing", "attachment")


_RULES = {LockCode.ITEMS: item_lock, LockCode.FEES: fees_lock, LockCode.OWNER: owner_lock}


def _lock(code: LockCode, reasons: tuple[Reason, ...]) -> Lock:
    return Lock(code, not reasons, reasons)


# What evidence is about


def about(facts: PassFacts, lock: LockCode) -> tuple[tuple[str, str], ...]:
    """Fingerprints of what evidence for a lock is given about."""
    return tuple((part.value, _fingerprint(facts, part)) for part in ABOUT[lock])


def _changed(lock: LockCode, given: Evidence, facts: PassFacts) -> Iterator[Reason]:
    then = dict(given.about)
    for part, print_ in about(facts, lock):
        if then.get(part) != print_:
            yield Reason(f"release_pass.{lock}.changed", lock.value, {"part": part})


def _fingerprint(facts: PassFacts, part: About) -> str:
    match part:
        case About.KIND:
            return facts.kind.value
        case About.UNIT:
            return str(facts.unit_id or "")
        case About.APPLICANT:
            return _digest(facts.applicant, facts.role)
    return _digest(*(text for item in facts.items for text in item_texts(item)))


def item_texts(item: Item) -> tuple[str, ...]:
    """What is said of a thing, without what became of it."""
    returns = "returns" if item.returnable else ""
    return (item.what, str(item.quantity), item.counted, item.marks, item.serial, returns)


def _digest(*texts: str) -> str:
    said = "\x1f".join(texts).encode("utf-8", "surrogatepass")
    return hashlib.sha256(said).hexdigest()[:16]
