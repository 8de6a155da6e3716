"""Promises 承諾 to a complainant (R8, R9, R133, R191, K18).

Who holds a letter of authority 授權書 may promise on the spot within it, and reports it to the
superior the same day; what goes beyond it needs a second person's word. A promise made is kept.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from desk.domain.authority_letter import Letter, amount_reasons
from desk.domain.complaint_case import CaseFacts, PromiseMade
from desk.domain.complaint_handling import moment_reasons, open_blockers
from desk.domain.policy import Post
from desk.domain.reasons import Reason

WORDS_LIMIT = 4_000
NAME_LIMIT = 80
WHY_LIMIT = 400
MATTER = "promise:"


@dataclass(frozen=True)
class PromiseEntry:
    """What is promised, by whom in which post, until when; `covered`: the letter names the matter.

    R191 (7): the measures are told and agreed to; R191 (8): the time is exact.
    """

    made_at: datetime
    text: str = ""
    made_by: str = ""
    post: Post | None = None
    due_at: datetime | None = None
    amount: Decimal | None = None
    covered: bool = False


@dataclass(frozen=True)
class ReportEntry:
    """To whom a promise was reported, and when."""

    at: datetime
    promise_id: int = 0
    reported_to: str = ""


@dataclass(frozen=True)
class KeepEntry:
    """Which promise was kept, and when."""

    at: datetime
    promise_id: int = 0


@dataclass(frozen=True)
class BreakEntry:
    """Which promise cannot be kept, and why."""

    promise_id: int = 0
    why: str = ""


def promise_reasons(facts: CaseFacts, entry: PromiseEntry, now: datetime) -> tuple[Reason, ...]:
    """R133, R191: a promise says what, by whom and until exactly when."""
    return (*open_blockers(facts), *_promise(facts, entry, now))


def _promise(facts: CaseFacts, entry: PromiseEntry, now: datetime) -> Iterator[Reason]:
    for field in ("text", "made_by"):
        if not getattr(entry, field):
            yield Reason(f"promise.{field}.missing", field)
    if entry.post is None:
        yield Reason("promise.post.missing", "post")
    if entry.due_at is None:
        yield Reason("promise.due_at.missing", "due_at")
    elif entry.due_at < entry.made_at:
        yield Reason("promise.due_at.before_made", "due_at")
    yield from amount_reasons(entry.amount, "amount")
    for reason in moment_reasons(facts, entry.made_at, now):
        yield Reason(reason.code, "made_at")


def power_reasons(letter: Letter | None, entry: PromiseEntry, day: date) -> tuple[Reason, ...]:
    """R8, R9, K18: why it goes beyond what the promising person may promise on the spot."""
    if letter is None:
        told: dict[str, str | int] = {"name": entry.made_by, "year": day.year}
        return (Reason("promise.letter.none", None, told),) if entry.made_by else ()
    return tuple(_beyond(letter, entry))


def _beyond(letter: Letter, entry: PromiseEntry) -> Iterator[Reason]:
    if entry.amount is not None and letter.amount_limit is None:
        yield Reason("promise.beyond.money", "amount")
    elif entry.amount is not None and entry.amount > (letter.amount_limit or 0):
        yield Reason("promise.beyond.amount", "amount", {"limit": str(letter.amount_limit)})
    if not entry.covered:
        yield Reason("promise.beyond.matter", "covered")


POWER = frozenset(
    {
        "promise.letter.none",
        "promise.beyond.money",
        "promise.beyond.amount",
        "promise.beyond.matter",
    }
)


def approver_of(post: Post | None) -> Post:
    """R8, R9: 管理處經理 gives the word beyond a letter; beyond her own, the 總經理 *(ours)*."""
    above = (Post.OFFICE_MANAGER, Post.COMPLAINT_DEPARTMENT, Post.GENERAL_MANAGER)
    return Post.GENERAL_MANAGER if post in above else Post.OFFICE_MANAGER


def matter_of(facts: CaseFacts) -> str:
    """What the second person is asked about: the case's next promise, `promise:3` the third."""
    return f"{MATTER}{len(facts.promises) + 1}"


def to_report(facts: CaseFacts) -> tuple[PromiseMade, ...]:
    """R9: the promises that the superior has not heard of."""
    return tuple(one for one in facts.promises if one.reported_at is None)


def unkept(facts: CaseFacts) -> tuple[PromiseMade, ...]:
    """R133 no. 10: the promises that are still to be kept."""
    return tuple(one for one in facts.promises if one.kept_at is None)


def report_reasons(facts: CaseFacts, entry: ReportEntry, now: datetime) -> tuple[Reason, ...]:
    """R9: a promise is reported to the direct superior once; its clock says by when."""
    return (*open_blockers(facts), *_report(facts, entry, now))


def _report(facts: CaseFacts, entry: ReportEntry, now: datetime) -> Iterator[Reason]:
    promise = _which(facts, entry.promise_id)
    if promise is None:
        yield Reason("promise.missing", "promise_id")
    elif promise.reported_at is not None:
        yield Reason("promise.reported_already", "promise_id")
    elif entry.at < promise.made_at:
        yield Reason("promise.before_made", "at")
    if not entry.reported_to:
        yield Reason("promise.reported_to.missing", "reported_to")
    yield from moment_reasons(facts, entry.at, now)


def keep_reasons(facts: CaseFacts, entry: KeepEntry, now: datetime) -> tuple[Reason, ...]:
    """R133 no. 10: a promise is kept 兌現, late at the worst."""
    return (*open_blockers(facts), *_kept(facts, entry, now))


def _kept(facts: CaseFacts, entry: KeepEntry, now: datetime) -> Iterator[Reason]:
    promise = _which(facts, entry.promise_id)
    if promise is None:
        yield Reason("promise.missing", "promise_id")
    elif promise.kept_at is not None:
        yield Reason("promise.kept_already", "promise_id")
    elif entry.at < promise.made_at:
        yield Reason("promise.before_made", "at")
    yield from moment_reasons(facts, entry.at, now)


def break_reasons(facts: CaseFacts, entry: BreakEntry) -> tuple[Reason, ...]:
    """R133 no. 10: a promise that cannot be kept says why; it stays told as broken."""
    return (*open_blockers(facts), *_broken(facts, entry))


def _broken(facts: CaseFacts, entry: BreakEntry) -> Iterator[Reason]:
    promise = _which(facts, entry.promise_id)
    if promise is None:
        yield Reason("promise.missing", "promise_id")
    elif promise.kept_at is not None:
        yield Reason("promise.kept_already", "promise_id")
    elif promise.broken_why:
        yield Reason("promise.broken_already", "promise_id")
    if not entry.why:
        yield Reason("promise.broken.why", "why")


def _which(facts: CaseFacts, promise_id: int) -> PromiseMade | None:
    return {one.id: one for one in facts.promises}.get(promise_id)
