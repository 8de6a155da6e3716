"""Lending a key 借出 and its return 歸還 (R112, R113): each use is logged.

Nobody gets a key beyond what it was left for without the owner's word.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from desk.domain import key_set
from desk.domain.custody_agreement import force_blockers
from desk.domain.estate import IdentityKind
from desk.domain.key_set import KeyBasis, SetFacts
from desk.domain.key_word import CLOCKS_DIFFER, OwnerWord, SignedHow, minute, word_reasons
from desk.domain.reasons import Reason

NAME_LIMIT = 80
COMPANY_LIMIT = 120
PHONE_LIMIT = 40
TAIL = 4
TAIL_LIMIT = 40
PURPOSE_LIMIT = 200
ABOUT_LIMIT = 80
TEXT_LIMIT = 400
LONGEST = timedelta(days=366)


class KeyProof(StrEnum):
    """What showed who the borrower is; of a number its last four characters are kept."""

    STAFF_CARD = "staff_card"  # 工作證
    KNOWN = "known"  # 認識本人
    HKID = IdentityKind.HKID.value
    TWID = IdentityKind.TWID.value
    PRC_ID = IdentityKind.PRC_ID.value
    PASSPORT = IdentityKind.PASSPORT.value
    OTHER = "other_paper"  # 其他證件


class KeyCondition(StrEnum):
    """How a set came back."""

    AS_LENT = "as_lent"  # 完好
    DAMAGED = "damaged"  # 損壞
    INCOMPLETE = "incomplete"  # 不齊


class KeyLoanState(StrEnum):
    """Where a loan stands."""

    OUT = "out"  # 借出中
    OVERDUE = "overdue"  # 逾期
    BACK = "back"  # 已歸還
    LOST = "lost"  # 遺失
    VOID = "void"  # 作廢


@dataclass(frozen=True)
class LoanEntry:
    """A set goes out; texts are already clean.

    `purpose` is one that was agreed, or other words; `about` the number of the case or the order;
    `signed` says where the borrower signed; `keys` how many went out, None for all.
    """

    out_at: datetime
    due_at: datetime
    borrower: str = ""
    company: str = ""
    phone: str = ""
    proof: KeyProof | None = None
    proof_tail: str = ""
    purpose: str = ""
    about: str = ""
    keys: int | None = None
    signed: SignedHow | None = None
    word: OwnerWord | None = None


@dataclass(frozen=True)
class ReturnEntry:
    """A set comes back: by whom, how, signed for where."""

    at: datetime
    returned_by: str = ""
    condition: KeyCondition | None = None
    text: str = ""
    signed: SignedHow | None = None


@dataclass(frozen=True)
class ExtendEntry:
    """A loan goes on: until when, and why."""

    until: datetime | None = None
    why: str = ""


@dataclass(frozen=True)
class LoanFacts:
    """What the rules ask about a loan that is written down."""

    out_at: datetime
    due_at: datetime
    is_back: bool = False
    is_lost: bool = False
    is_void: bool = False


def state(facts: LoanFacts, now: datetime) -> KeyLoanState:
    """Where it stands at a moment."""
    found = (
        (facts.is_void, KeyLoanState.VOID),
        (facts.is_lost, KeyLoanState.LOST),
        (facts.is_back, KeyLoanState.BACK),
        (facts.due_at < now, KeyLoanState.OVERDUE),
    )
    return next((one for is_so, one in found if is_so), KeyLoanState.OUT)


# Lending


def lend_blockers(facts: SetFacts, today: date) -> tuple[Reason, ...]:
    """Why it cannot be lent now, whoever asks: it is not there, or its agreement does not hold.

    `today` is the estate's day.
    """
    agreed: tuple[Reason, ...] = ()
    if facts.basis is KeyBasis.AGREEMENT and facts.agreement is not None:
        agreed = force_blockers(facts.agreement, today)
    return (*key_set.at_hand_blockers(facts), *agreed)


def lend_reasons(
    facts: SetFacts, entry: LoanEntry, now: datetime, today: date, back_on: date | None = None
) -> tuple[Reason, ...]:
    """R112, R113: who, for what, with whose word, until when, signed for; all that is missing.

    `today` and `back_on`, the day on which it is due back, are the estate's.
    """
    ends = None if facts.agreement is None else facts.agreement.ends
    if facts.basis is not KeyBasis.AGREEMENT or (ends is not None and today > ends):
        ends = None
    return (
        *lend_blockers(facts, today),
        *_borrower_reasons(entry),
        *_purpose_reasons(facts, entry, now),
        *_moment_reasons(facts, entry, now),
        *beyond_reasons(ends, back_on, "due_at"),
        *_keys_reasons(facts, entry),
    )


def _borrower_reasons(entry: LoanEntry) -> Iterator[Reason]:
    if not entry.borrower:
        yield Reason("key_loan.borrower.missing", "borrower")
    if not entry.phone and not entry.company:
        yield Reason("key_loan.phone.missing", "phone")
    if entry.proof is None:
        yield Reason("key_loan.proof.missing", "proof")
    elif entry.proof is not KeyProof.KNOWN and not entry.proof_tail:
        yield Reason("key_loan.proof_tail.missing", "proof_tail")
    if len(entry.proof_tail) > TAIL:
        yield Reason("key_loan.proof_tail.long", "proof_tail", {"most": TAIL})
    if entry.signed is None:
        yield Reason("key_loan.signature.missing", "signed")


def _purpose_reasons(facts: SetFacts, entry: LoanEntry, now: datetime) -> Iterator[Reason]:
    if not entry.purpose:
        yield Reason("key_loan.purpose.missing", "purpose")
    elif key_set.needs_word(facts, entry.purpose):
        yield from word_reasons(entry.word, now)


def _moment_reasons(facts: SetFacts, entry: LoanEntry, now: datetime) -> Iterator[Reason]:
    if entry.out_at > now + CLOCKS_DIFFER:
        yield Reason("key_loan.out_at.future", "out_at")
    if facts.free_at is not None and entry.out_at < minute(facts.free_at):
        yield Reason("key_loan.out_at.before", "out_at")
    if entry.due_at < minute(entry.out_at):
        yield Reason("key_loan.due_at.before_out", "due_at")
    elif entry.due_at - now > LONGEST:
        yield Reason("key_loan.far", "due_at", {"days": LONGEST.days})


def beyond_reasons(ends: date | None, back_on: date | None, field: str) -> Iterator[Reason]:
    """R112: what is kept under an agreement is back by its last day; whoever needs it for longer
    has the agreement extended first. Without an agreement nothing `ends`.
    """
    if ends is not None and back_on is not None and back_on > ends:
        yield Reason("key_loan.beyond_agreement", field, {"day": ends.isoformat()})


def _keys_reasons(facts: SetFacts, entry: LoanEntry) -> Iterator[Reason]:
    if entry.keys is not None and not 1 <= entry.keys <= facts.keys:
        yield Reason("key_loan.keys.number", "keys", {"most": facts.keys})


# What becomes of it


def open_blockers(facts: LoanFacts) -> tuple[Reason, ...]:
    """The set is still out."""
    if facts.is_void:
        return (Reason("key_loan.void"),)
    if facts.is_lost:
        return (Reason("key_loan.lost"),)
    return (Reason("key_loan.back"),) if facts.is_back else ()


def return_reasons(facts: LoanFacts, entry: ReturnEntry, now: datetime) -> tuple[Reason, ...]:
    """It comes back once: in what condition, from whom, signed for."""
    return (*open_blockers(facts), *_return_reasons(facts, entry, now))


def _return_reasons(facts: LoanFacts, entry: ReturnEntry, now: datetime) -> Iterator[Reason]:
    if entry.at > now + CLOCKS_DIFFER:
        yield Reason("key_loan.at.future", "at")
    elif entry.at < minute(facts.out_at):
        yield Reason("key_loan.at.before_out", "at")
    if not entry.returned_by:
        yield Reason("key_loan.returned_by.missing", "returned_by")
    if entry.condition is None:
        yield Reason("key_loan.condition.missing", "condition")
    elif entry.condition is not KeyCondition.AS_LENT and not entry.text:
        yield Reason("key_loan.condition.words", "text")
    if entry.signed is None:
        yield Reason("key_loan.return_signature.missing", "signed")


def extend_reasons(facts: LoanFacts, entry: ExtendEntry, now: datetime) -> tuple[Reason, ...]:
    """A loan goes on with a reason, until a moment that is still to come and later than before."""
    return (*open_blockers(facts), *_extend_reasons(facts, entry, now))


def _extend_reasons(facts: LoanFacts, entry: ExtendEntry, now: datetime) -> Iterator[Reason]:
    if entry.until is None:
        yield Reason("key_loan.until.missing", "until")
    elif entry.until <= facts.due_at:
        yield Reason("key_loan.until.not_later", "until")
    elif entry.until < now:
        yield Reason("key_loan.until.past", "until")
    elif entry.until - now > LONGEST:
        yield Reason("key_loan.far", "until", {"days": LONGEST.days})
    if not entry.why:
        yield Reason("key_loan.why.missing", "why")


def void_reasons(facts: LoanFacts, why: str) -> tuple[Reason, ...]:
    """What was written down by mistake is void while it is open, with its reason."""
    missing = () if why else (Reason("key_loan.why.missing", "why"),)
    return (*open_blockers(facts), *missing)
