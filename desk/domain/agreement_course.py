"""The course of an agreement between two parties: signed by both, in force, run out, ended.

Both kinds take it: the supplier's 委託服務協議 (F22, R239) and the customer's 特約服務協議
(F23, R106). What both signed is not changed any more: it is renewed by another one, or ended.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desk.domain.bounds import MOST_YEARS, is_overlong
from desk.domain.reasons import Reason

PERSON_LIMIT = 120
WHY_LIMIT = 400
MOST_LINES = 40
LINE_LIMIT = 200


class CourseState(StrEnum):
    """Where an agreement stands on a day."""

    SIGNING = "signing"  # 待簽署
    COMING = "coming"  # 已簽署，未生效
    IN_FORCE = "in_force"  # 生效
    RUN_OUT = "run_out"  # 已屆滿
    ENDED = "ended"  # 已終止
    VOID = "void"  # 作廢


class Signatory(StrEnum):
    """Who signs: of the three, two each."""

    CUSTOMER = "customer"  # 業主、住戶
    OFFICE = "office"  # 管理處
    SUPPLIER = "supplier"  # 供方


@dataclass(frozen=True)
class CourseFacts:
    """What the rules ask about an agreement; `ended_on` is the last day on which it held.

    `copy_asked` says that one copy must be kept at the centre before it holds (R239).
    """

    starts: date
    ends: date
    parties: tuple[Signatory, ...]
    signed: tuple[Signatory, ...] = ()
    copy_asked: bool = False
    copy_kept_on: date | None = None
    ended_on: date | None = None
    is_void: bool = False


@dataclass(frozen=True)
class SignEntry:
    """One party's signature or seal: who signed, and on which day."""

    party: Signatory
    person: str = ""
    signed_on: date | None = None


@dataclass(frozen=True)
class EndEntry:
    """It ends before its day, or is not renewed: the last day on which it holds, and why."""

    last_day: date | None = None
    why: str = ""


def state(facts: CourseFacts, today: date) -> CourseState:
    """Where it stands on the estate's day."""
    if facts.is_void:
        return CourseState.VOID
    if facts.ended_on is not None and today > facts.ended_on:
        return CourseState.ENDED
    if any(_incomplete(facts)):
        return CourseState.SIGNING
    if today < facts.starts:
        return CourseState.COMING
    return CourseState.IN_FORCE if today <= facts.ends else CourseState.RUN_OUT


def holds(facts: CourseFacts, day: date) -> bool:
    """Whether work may be done under it on a day."""
    return state(facts, day) is CourseState.IN_FORCE


def force_blockers(facts: CourseFacts, day: date) -> tuple[Reason, ...]:
    """Why nothing is done under it on a day; everything that is missing at once."""
    if facts.is_void:
        return (Reason("agreement.void"),)
    return tuple(_not_in_force(facts, day))


def _not_in_force(facts: CourseFacts, day: date) -> Iterator[Reason]:
    yield from _incomplete(facts)
    if facts.ended_on is not None and day > facts.ended_on:
        yield Reason("agreement.ended", None, {"day": facts.ended_on.isoformat()})
    elif day < facts.starts:
        yield Reason("agreement.not_begun", None, {"day": facts.starts.isoformat()})
    elif day > facts.ends:
        yield Reason("agreement.run_out", None, {"day": facts.ends.isoformat()})


def _incomplete(facts: CourseFacts) -> Iterator[Reason]:
    for party in facts.parties:
        if party not in facts.signed:
            yield Reason(f"agreement.signature.{party}")
    if facts.copy_asked and facts.copy_kept_on is None:
        yield Reason("agreement.copy.missing")


def open_blockers(facts: CourseFacts) -> tuple[Reason, ...]:
    """It is neither void nor ended."""
    if facts.is_void:
        return (Reason("agreement.void"),)
    if facts.ended_on is None:
        return ()
    return (Reason("agreement.ended", None, {"day": facts.ended_on.isoformat()}),)


def period_reasons(starts: date | None, ends: date | None) -> tuple[Reason, ...]:
    """R106, R239: from which day to which day, both included; a slip in the year is noticed."""
    missing = tuple(
        Reason(f"agreement.{field}.missing", field)
        for field, day in (("starts", starts), ("ends", ends))
        if day is None
    )
    if starts is not None and ends is not None and ends < starts:
        return (Reason("agreement.ends.before_starts", "ends"),)
    if is_overlong(starts, ends):
        return (Reason("agreement.ends.far", "ends", {"most": MOST_YEARS}),)
    return missing


def lines_reasons(lines: Collection[str], field: str) -> tuple[Reason, ...]:
    """R106, R239: what is to be done, line by line."""
    if not lines:
        return (Reason("agreement.lines.missing", field),)
    many = len(lines) > MOST_LINES
    return (Reason("agreement.lines.many", field, {"most": MOST_LINES}),) if many else ()


def change_blockers(facts: CourseFacts) -> tuple[Reason, ...]:
    """What a party has signed is not changed any more."""
    signed = (Reason("agreement.signed"),) if facts.signed else ()
    return (*open_blockers(facts), *signed)


def sign_blockers(facts: CourseFacts) -> tuple[Reason, ...]:
    """Everybody has signed already, or it is over."""
    done = set(facts.parties) <= set(facts.signed)
    return (*open_blockers(facts), *((Reason("agreement.signed_by_both"),) if done else ()))


def sign_reasons(facts: CourseFacts, entry: SignEntry, today: date) -> tuple[Reason, ...]:
    """Each party signs once, on a day that has come, under a name."""
    return (*sign_blockers(facts), *_sign_reasons(facts, entry, today))


def _sign_reasons(facts: CourseFacts, entry: SignEntry, today: date) -> Iterator[Reason]:
    if entry.party not in facts.parties:
        yield Reason("agreement.party.none", "party")
    elif entry.party in facts.signed and set(facts.parties) - set(facts.signed):
        yield Reason("agreement.party.signed", "party")
    if not entry.person:
        yield Reason("agreement.person.missing", "person")
    if entry.signed_on is None:
        yield Reason("agreement.signed_on.missing", "signed_on")
    elif entry.signed_on > today:
        yield Reason("agreement.signed_on.future", "signed_on")


def keep_blockers(facts: CourseFacts) -> tuple[Reason, ...]:
    """R239: the copy of what both have signed is kept once."""
    missing = [one for one in facts.parties if one not in facts.signed]
    unsigned = tuple(Reason(f"agreement.signature.{party}") for party in missing)
    kept = (Reason("agreement.copy.kept"),) if facts.copy_kept_on is not None else ()
    return (*open_blockers(facts), *unsigned, *kept)


def renew_blockers(facts: CourseFacts) -> tuple[Reason, ...]:
    """What both have signed is renewed; what nobody signed yet is simply changed."""
    if facts.is_void:
        return (Reason("agreement.void"),)
    missing = [one for one in facts.parties if one not in facts.signed]
    return tuple(Reason(f"agreement.signature.{party}") for party in missing)


def end_reasons(facts: CourseFacts, entry: EndEntry, today: date) -> tuple[Reason, ...]:
    """It ends with its last day and its reason; what never began is declared void instead."""
    return (*end_blockers(facts), *_end_reasons(facts, entry, today))


def end_blockers(facts: CourseFacts) -> tuple[Reason, ...]:
    """Only what both signed can end."""
    missing = set(facts.parties) - set(facts.signed)
    unsigned = (Reason("agreement.never_signed"),) if missing and not facts.is_void else ()
    return (*open_blockers(facts), *unsigned)


def _end_reasons(facts: CourseFacts, entry: EndEntry, today: date) -> Iterator[Reason]:
    if entry.last_day is None:
        yield Reason("agreement.last_day.missing", "last_day")
    elif entry.last_day > max(facts.ends, today):
        yield Reason("agreement.last_day.late", "last_day", {"day": facts.ends.isoformat()})
    if not entry.why:
        yield Reason("agreement.why.missing", "why")


def void_reasons(facts: CourseFacts, why: str) -> tuple[Reason, ...]:
    """What not everybody has signed is void with a reason; its number stays."""
    done = set(facts.parties) <= set(facts.signed)
    missing = () if why else (Reason("agreement.why.missing", "why"),)
    held = (Reason("agreement.signed_by_both"),) if done else ()
    return (*open_blockers(facts), *held, *missing)
