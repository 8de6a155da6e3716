"""Callbacks of services 服務回訪 (R107, R247-R249): what is asked, who signs, what follows.

After the work is done the customer is asked how it went: in time, with manners, well, and as he
wished it. At the door he writes his words and signs; on the phone the caller writes and signs.
Whoever did the work, a supplier's people too, is told the result. Answers are scores from 5, very
content, to 1, not at all.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from desk.domain.callback import CallbackHow, CallbackOutcome, Satisfaction
from desk.domain.reasons import Reason
from desk.domain.service_order_rule import OrderCallbackRule

WHY_LIMIT = 400
WORDS_LIMIT = 4_000
NAME_LIMIT = 80
BEST, WORST = 5, 1
CONTENT, UNHAPPY = 4, 2  # from 4 on all is well; with 2 or less something is wrong
_CLOCKS_DIFFER = timedelta(minutes=1)
_LET_OFF = frozenset({CallbackOutcome.DECLINED, CallbackOutcome.INCONVENIENT})


class Aspect(StrEnum):
    """What is asked about (R107, R247)."""

    TIMELINESS = "timeliness"  # 及時性
    MANNERS = "manners"  # 禮儀禮節
    QUALITY = "quality"  # 服務質量
    REQUIREMENT = "requirement"  # 是否符合要求


@dataclass(frozen=True)
class CallbackEntry:
    """One callback of an order, or one attempt; texts are already clean, no time is now.

    A score is asked for each aspect once the customer was reached. `words` are his own, `why` says
    why he was not reached. `signed_by` is the customer at the door, the caller on the phone.
    """

    how: CallbackHow | None
    outcome: CallbackOutcome | None
    at: datetime | None = None
    timeliness: int | None = None
    manners: int | None = None
    quality: int | None = None
    requirement: int | None = None
    words: str = ""
    why: str = ""
    signed_by: str = ""

    @property
    def scores(self) -> tuple[int | None, ...]:
        """The answers, in the order of the aspects."""
        return tuple(getattr(self, aspect) for aspect in Aspect)


@dataclass(frozen=True)
class CallbackFacts:
    """A callback as the rules see it."""

    at: datetime
    outcome: CallbackOutcome
    scores: tuple[int | None, ...] = ()
    is_told: bool = False
    is_void: bool = False

    @property
    def is_reached(self) -> bool:
        """Whether the customer has answered, and it counts."""
        return self.outcome is CallbackOutcome.REACHED and not self.is_void


@dataclass(frozen=True)
class Tries:
    """How often a customer was tried in vain so that it counts, of how often it takes to let him
    off, how many minutes apart; `next_at` is from when on another try counts, None at once."""

    counted: int = 0
    asked: int = 0
    apart: int = 0
    next_at: datetime | None = None


NOT_TRIED = Tries()


def satisfaction(scores: Iterable[int | None]) -> Satisfaction | None:
    """How content he is: satisfied with 4 or 5 for everything, dissatisfied with 1 or 2 for
    anything, fairly satisfied between; None where nothing was answered."""
    given = [score for score in scores if score is not None]
    if not given:
        return None
    if min(given) <= UNHAPPY:
        return Satisfaction.DISSATISFIED
    return Satisfaction.SATISFIED if min(given) >= CONTENT else Satisfaction.FAIR


def call_back_blockers(
    done_at: datetime | None, callbacks: Sequence[CallbackFacts]
) -> tuple[Reason, ...]:
    """A callback follows the completion (R107); who has answered since is not asked again.

    `done_at` is None while the work is not done, or is done over.
    """
    if done_at is None:
        return (Reason("service_callback.not_done"),)
    if any(one.is_reached and one.at >= done_at for one in callbacks):
        return (Reason("service_callback.answered"),)
    return ()


def entry_reasons(
    entry: CallbackEntry, since: datetime | None, now: datetime
) -> tuple[Reason, ...]:
    """What is missing in a callback made since the work was done (R247, R248)."""
    return tuple(_entry_reasons(entry, since, now))


def _entry_reasons(entry: CallbackEntry, since: datetime | None, now: datetime) -> Iterator[Reason]:
    if entry.how is None:
        yield Reason("service_callback.how.missing", "how")
    if entry.at is not None and entry.at > now + _CLOCKS_DIFFER:
        yield Reason("service_callback.at.future", "at")
    if since is not None and (entry.at or now) < since:
        yield Reason("service_callback.at.before", "at")
    if entry.outcome is None:
        yield Reason("callback.outcome.missing", "outcome")
    elif entry.outcome is CallbackOutcome.REACHED:
        yield from _answer_reasons(entry)
    else:
        yield from _attempt_reasons(entry)


def _answer_reasons(entry: CallbackEntry) -> Iterator[Reason]:
    """R107, R247: every aspect; R248: words and signature."""
    for aspect, score in zip(Aspect, entry.scores, strict=True):
        if score is None:
            yield Reason("service_callback.score.missing", aspect)
        elif not _is_score(score):
            yield Reason("service_callback.score.outside", aspect)
    given = (score for score in entry.scores if _is_score(score))
    if satisfaction(given) is Satisfaction.DISSATISFIED and not entry.words:
        yield Reason("service_callback.words.missing", "words")
    if not entry.signed_by:
        is_visit = entry.how is CallbackHow.VISIT
        code = "service_callback.customer_signature" if is_visit else "service_callback.signature"
        yield Reason(code, "signed_by")


def _is_score(score: object) -> bool:
    """A whole number of the scale: nothing between two of them, and no yes or no."""
    return type(score) is int and WORST <= score <= BEST


def _attempt_reasons(entry: CallbackEntry) -> Iterator[Reason]:
    if not entry.why:
        yield Reason("callback.why.missing", "why")
    if any(score is not None for score in entry.scores):
        yield Reason("service_callback.not_reached", "outcome")


def tries(callbacks: Iterable[CallbackFacts], rule: OrderCallbackRule) -> Tries:
    """The tries in vain that count: each so many minutes after the last one that did.

    Three calls within a minute are one try: nobody is let off for not hearing the phone once.
    """
    least, counted = timedelta(minutes=rule.tries_apart), 0
    next_at: datetime | None = None
    vain = (one for one in callbacks if one.outcome is CallbackOutcome.UNREACHABLE)
    for at in sorted(one.at for one in vain if not one.is_void):
        if next_at is None or at >= next_at:
            counted, next_at = counted + 1, at + least
    return Tries(counted, rule.tries, rule.tries_apart, next_at)


def is_let_off(callbacks: Iterable[CallbackFacts], rule: OrderCallbackRule) -> bool:
    """Whether nobody asks him any more: he does not want it, or was tried for so often in vain.

    He counts for no share; another is drawn in his place.
    """
    valid = [one for one in callbacks if not one.is_void]
    if any(one.is_reached for one in valid):
        return False
    tried = tries(valid, rule)
    return tried.counted >= tried.asked or any(one.outcome in _LET_OFF for one in valid)


def let_off_missing(tried: Tries) -> tuple[Reason, ...]:
    """What who was tried in vain still lacks to be let off."""
    if not 0 < tried.counted < tried.asked:
        return ()
    told = {"counted": tried.counted, "asked": tried.asked, "minutes": tried.apart}
    return (Reason("service_callback.tries", None, told),)


def marks_person(facts: CallbackFacts) -> bool:
    """R109 ④: a dissatisfied answer marks who did the work; the next service is called back."""
    return facts.is_reached and satisfaction(facts.scores) is Satisfaction.DISSATISFIED


def clears_person(facts: CallbackFacts) -> bool:
    """An answer without complaint after a later service takes the mark away."""
    answer = satisfaction(facts.scores)
    return facts.is_reached and answer is not None and answer is not Satisfaction.DISSATISFIED


# What follows


def tell_blockers(facts: CallbackFacts) -> tuple[Reason, ...]:
    """The provider is told a result once there is one, and once (R248)."""
    if facts.is_void:
        return (Reason("service_callback.void"),)
    if not facts.is_reached:
        return (Reason("service_callback.no_result"),)
    return (Reason("service_callback.told"),) if facts.is_told else ()


def tell_reasons(
    facts: CallbackFacts, to: str, at: datetime | None, now: datetime
) -> Iterator[Reason]:
    """To whom it was told and when, a supplier too; neither before the answer nor ahead of now
    (R248, R249)."""
    yield from tell_blockers(facts)
    if not to:
        yield Reason("service_callback.told_to.missing", "told_to")
    if at is not None and at > now + _CLOCKS_DIFFER:
        yield Reason("service_callback.at.future", "told_at")
    if at is not None and at < facts.at:
        yield Reason("service_callback.told_at.before", "told_at")


def void_reasons(facts: CallbackFacts, why: str) -> tuple[Reason, ...]:
    """It is void once, with its reason, and the callback is owed again."""
    if facts.is_void:
        return (Reason("service_callback.void"),)
    return () if why else (Reason("service_callback.void_why.missing", "why"),)


def mark_reasons(
    person_id: int | None, why: str, at: datetime | None, now: datetime
) -> Iterator[Reason]:
    """A complaint about somebody names him and says why (R109 ④)."""
    if person_id is None:
        yield Reason("service_callback.person.missing", "person_id")
    if not why:
        yield Reason("service_callback.mark_why.missing", "why")
    if at is not None and at > now + _CLOCKS_DIFFER:
        yield Reason("service_callback.at.future", "at")
