"""Custody by agreement 代管委托書 (R112, F38): the special case in which keys are kept.

In principle nobody's keys or private things are kept. Where they are, the hand-over is complete,
both parties sign, the custodian is named, and every use is logged.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from desk.domain.key_word import OwnerWord, SignedHow, word_reasons
from desk.domain.reasons import Reason

NAME_LIMIT = 80
PHONE_LIMIT = 40
PURPOSE_LIMIT = 200
THING_LIMIT = 200
MOST_LINES = 40
REMARK_LIMIT = 2_000
WHY_LIMIT = 400


class AgreementState(StrEnum):
    """Where an agreement stands on a day."""

    SIGNING = "signing"  # 待簽署
    COMING = "coming"  # 已簽署，未生效
    IN_FORCE = "in_force"  # 生效
    RUN_OUT = "run_out"  # 已屆滿，鑰匙未交回
    ENDED = "ended"  # 已終止，鑰匙已交回
    VOID = "void"  # 作廢


class Party(StrEnum):
    """Who signs."""

    OWNER = "owner"  # 委託人
    OFFICE = "office"  # 管理處


@dataclass(frozen=True)
class AgreementEntry:
    """What is agreed; texts are already clean.

    `purposes` say what the keys may be used for, `things` list private things that are kept beside
    the keys. `starts` and `ends` are included.
    """

    unit_id: int | None = None
    owner: str = ""
    owner_phone: str = ""
    custodian_id: int | None = None
    starts: date | None = None
    ends: date | None = None
    purposes: tuple[str, ...] = ()
    things: tuple[str, ...] = ()
    remark: str = ""


@dataclass(frozen=True)
class SignEntry:
    """One party's signature: who signed, on which day, and where it stands."""

    party: Party
    person: str = ""
    signed_on: date | None = None
    how: SignedHow = SignedHow.DESK


@dataclass(frozen=True)
class ExtendEntry:
    """A longer period: until which day, why, and the owner's word."""

    until: date | None = None
    why: str = ""
    word: OwnerWord | None = None


@dataclass(frozen=True)
class EndEntry:
    """The keys and things go back: to whom, when, and the signature."""

    at: datetime
    person: str = ""
    is_owner: bool = True
    authority: str = ""
    signed: SignedHow | None = None
    why: str = ""


@dataclass(frozen=True)
class AgreementFacts:
    """What the rules ask about an agreement.

    `kept` counts its sets that are in custody, `away` those of them that are lent or lost;
    `received` counts all that were ever handed over.
    """

    starts: date
    ends: date
    purposes: tuple[str, ...] = ()
    things: tuple[str, ...] = ()
    owner_signed: bool = False
    office_signed: bool = False
    received: int = 0
    kept: int = 0
    away: int = 0
    is_ended: bool = False
    is_void: bool = False


def state(facts: AgreementFacts, today: date) -> AgreementState:
    """Where it stands; the period alone makes no agreement, and its end gives no key back."""
    if facts.is_void:
        return AgreementState.VOID
    if facts.is_ended:
        return AgreementState.ENDED
    if any(_incomplete(facts)):
        return AgreementState.SIGNING
    if today < facts.starts:
        return AgreementState.COMING
    return AgreementState.IN_FORCE if today <= facts.ends else AgreementState.RUN_OUT


def entry_reasons(entry: AgreementEntry) -> tuple[Reason, ...]:
    """R112: whose, kept by whom, from when to when, for what."""
    return tuple(_entry_reasons(entry))


def _entry_reasons(entry: AgreementEntry) -> Iterator[Reason]:
    if entry.unit_id is None:
        yield Reason("custody_agreement.unit.missing", "unit")
    if not entry.owner:
        yield Reason("custody_agreement.owner.missing", "owner")
    if entry.custodian_id is None:
        yield Reason("custody_agreement.custodian.missing", "custodian")
    for field in ("starts", "ends"):
        if getattr(entry, field) is None:
            yield Reason(f"custody_agreement.{field}.missing", field)
    if entry.starts and entry.ends and entry.ends < entry.starts:
        yield Reason("custody_agreement.ends.before_starts", "ends")
    if not entry.purposes:
        yield Reason("custody_agreement.purposes.missing", "purposes")
    for field in ("purposes", "things"):
        if len(getattr(entry, field)) > MOST_LINES:
            yield Reason("custody_agreement.lines.many", field, {"most": MOST_LINES})


def change_blockers(facts: AgreementFacts) -> tuple[Reason, ...]:
    """What a party has signed is not changed any more: it is ended, and another one made."""
    if facts.owner_signed or facts.office_signed:
        return (*open_blockers(facts), Reason("custody_agreement.signed"))
    return open_blockers(facts)


def open_blockers(facts: AgreementFacts) -> tuple[Reason, ...]:
    """It is neither void nor over."""
    if facts.is_void:
        return (Reason("custody_agreement.void"),)
    return (Reason("custody_agreement.ended"),) if facts.is_ended else ()


def force_blockers(facts: AgreementFacts, today: date) -> tuple[Reason, ...]:
    """R112: why no key may be lent under it today; everything that is missing at once."""
    return open_blockers(facts) or tuple(_not_in_force(facts, today))


def _not_in_force(facts: AgreementFacts, today: date) -> Iterator[Reason]:
    yield from _incomplete(facts)
    if today < facts.starts:
        yield Reason("custody_agreement.not_begun", None, {"day": facts.starts.isoformat()})
    elif today > facts.ends:
        yield Reason("custody_agreement.run_out", None, {"day": facts.ends.isoformat()})


def _incomplete(facts: AgreementFacts) -> Iterator[Reason]:
    if not facts.owner_signed:
        yield Reason("custody_agreement.owner_signature.missing")
    if not facts.office_signed:
        yield Reason("custody_agreement.office_signature.missing")
    if not facts.received and not facts.things:
        yield Reason("custody_agreement.nothing_handed_over")


def sign_blockers(facts: AgreementFacts) -> tuple[Reason, ...]:
    """Both parties have signed already, or it is over."""
    if facts.owner_signed and facts.office_signed:
        return (*open_blockers(facts), Reason("custody_agreement.signed_by_both"))
    return open_blockers(facts)


def sign_reasons(facts: AgreementFacts, entry: SignEntry, today: date) -> tuple[Reason, ...]:
    """R112: each party signs once, on a day that has come, under its own name."""
    return (*sign_blockers(facts), *_sign_reasons(facts, entry, today))


def _sign_reasons(facts: AgreementFacts, entry: SignEntry, today: date) -> Iterator[Reason]:
    signed = facts.owner_signed if entry.party is Party.OWNER else facts.office_signed
    if signed and not (facts.owner_signed and facts.office_signed):
        yield Reason("custody_agreement.party.signed", "party", {"party": entry.party})
    if not entry.person:
        yield Reason("custody_agreement.person.missing", "person")
    if entry.signed_on is None:
        yield Reason("custody_agreement.signed_on.missing", "signed_on")
    elif entry.signed_on > today:
        yield Reason("custody_agreement.signed_on.future", "signed_on")


def extend_blockers(facts: AgreementFacts) -> tuple[Reason, ...]:
    """Only what both have signed is extended."""
    return open_blockers(facts) or tuple(_incomplete(facts))


def extend_reasons(facts: AgreementFacts, entry: ExtendEntry, now: datetime) -> tuple[Reason, ...]:
    """A longer period has its reason and the owner's word (R112)."""
    return (
        *extend_blockers(facts),
        *_extend_reasons(facts, entry),
        *word_reasons(entry.word, now),
    )


def _extend_reasons(facts: AgreementFacts, entry: ExtendEntry) -> Iterator[Reason]:
    if entry.until is None:
        yield Reason("custody_agreement.until.missing", "until")
    elif entry.until <= facts.ends:
        yield Reason("custody_agreement.until.not_later", "until", {"day": facts.ends.isoformat()})
    if not entry.why:
        yield Reason("custody_agreement.why.missing", "why")


def end_blockers(facts: AgreementFacts) -> tuple[Reason, ...]:
    """Every key is on its hook before all go back; one that is lent or lost is settled first."""
    away = {"count": facts.away}
    missing = (Reason("custody_agreement.keys_away", None, away),) if facts.away else ()
    return (*open_blockers(facts), *missing)


def end_reasons(facts: AgreementFacts, entry: EndEntry, now: datetime) -> tuple[Reason, ...]:
    """R34, R112: the keys go back complete, to the owner or who brings the owner's letter, with a
    signature."""
    return (*end_blockers(facts), *back_reasons(entry, now))


def back_reasons(entry: EndEntry, now: datetime) -> tuple[Reason, ...]:
    """Who received the keys back, with what authority, when, and that it was signed for."""
    return tuple(_back_reasons(entry, now))


def _back_reasons(entry: EndEntry, now: datetime) -> Iterator[Reason]:
    if entry.at > now:
        yield Reason("key_set.at.future", "at")
    if not entry.person:
        yield Reason("key_set.person.missing", "person")
    if not entry.is_owner and not entry.authority:
        yield Reason("key_set.authority.missing", "authority")
    if entry.signed is None:
        yield Reason("key_set.signature.missing", "signed")


def void_reasons(facts: AgreementFacts, why: str) -> tuple[Reason, ...]:
    """What nobody has signed for yet, or what keeps nothing any more, is void with a reason."""
    kept = (Reason("custody_agreement.keys_kept", None, {"count": facts.kept}),)
    missing = () if why else (Reason("custody_agreement.why.missing", "why"),)
    return (*open_blockers(facts), *(kept if facts.kept else ()), *missing)
