"""What is written down before a case is closed 銷項, and why it may not be (R132, R166-R174).

The signed slip or the notice of completion, the verification, what could not be solved, the
summary, the result, and that the complainant heard it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from desk.domain.complaint import ContactMethod, State
from desk.domain.complaint_approval import completed_at, is_unsolvable, standing
from desk.domain.complaint_case import CaseFacts
from desk.domain.policy import Policy
from desk.domain.reasons import Reason

NAME_LIMIT = 80
PERSON_LIMIT = 120
TEXT_LIMIT = 4_000
RESULT_LIMIT = 20_000
SUMMARY = ("why_it_happened", "what_was_learnt", "how_to_avoid", "what_to_adjust")

_MINUTE = timedelta(minutes=1)


class NoticeKind(StrEnum):
    """How the desk heard that the work is done (R167)."""

    DOCUMENT = "document"  # 文件
    TEXT = "text"  # 文字通知
    SPOKEN = "spoken"  # 主管口頭或電話通知


@dataclass(frozen=True)
class SignedCopyEntry:
    """The signed 維修服務單 came back to the desk: who signed, and when; None is now (R166)."""

    by: str
    at: datetime | None = None


@dataclass(frozen=True)
class NoticeEntry:
    """The notice that the work is done: how, from whom, when, and what it says (R167)."""

    kind: NoticeKind | None
    source: str
    at: datetime | None = None
    text: str = ""


@dataclass(frozen=True)
class SummaryEntry:
    """總結 (R132, R14): why it happened, what was learnt, how to avoid it, what to adjust."""

    why_it_happened: str
    what_was_learnt: str
    how_to_avoid: str
    what_to_adjust: str = ""


@dataclass(frozen=True)
class TellEntry:
    """The result told to the complainant 告知結果 (R7, R147): how, to whom, when, in what words."""

    how: ContactMethod | None
    person: str
    at: datetime | None = None
    text: str = ""


def signed_copy_reasons(
    facts: CaseFacts, entry: SignedCopyEntry, now: datetime
) -> tuple[Reason, ...]:
    """R166: who signed is named; the slip came back since the complaint was made."""
    return (*standing(facts), *_signed_copy(facts, entry, now))


def _signed_copy(facts: CaseFacts, entry: SignedCopyEntry, now: datetime) -> Iterator[Reason]:
    yield from moment_reasons(entry.at, facts.received_at, now)
    if not entry.by:
        yield Reason("closing.signed_by.missing", "by")


def notice_reasons(facts: CaseFacts, entry: NoticeEntry, now: datetime) -> tuple[Reason, ...]:
    """R167: a document, a text or the supervisor's word; what was said is written down."""
    return (*standing(facts), *_notice(facts, entry, now))


def _notice(facts: CaseFacts, entry: NoticeEntry, now: datetime) -> Iterator[Reason]:
    if entry.kind is None:
        yield Reason("closing.notice_kind.missing", "kind")
    if not entry.source:
        yield Reason("closing.notice_source.missing", "source")
    yield from moment_reasons(entry.at, facts.received_at, now)
    if not entry.text and entry.kind in (NoticeKind.TEXT, NoticeKind.SPOKEN):
        yield Reason("closing.notice_text.missing", "text")


def verify_blockers(facts: CaseFacts, policy: Policy, by_id: int) -> tuple[Reason, ...]:
    """R172: what is reported done is verified 核實, and not by whoever handled it *(ours)*."""
    if standing(facts):
        return standing(facts)
    if facts.state is not State.HANDLED:
        return (Reason("complaint.not_handled"),)
    if policy.switches.verifier_is_other and facts.handled_by_id == by_id:
        return (Reason("closing.verify.own"),)
    return ()


def verify_reasons(facts: CaseFacts, policy: Policy, by_id: int, text: str) -> tuple[Reason, ...]:
    """R172: the verifier says what was seen."""
    missing = () if text else (Reason("closing.seen.missing", "text"),)
    return (*verify_blockers(facts, policy, by_id), *missing)


def unsolvable_blockers(facts: CaseFacts) -> tuple[Reason, ...]:
    """R173: what is not handled, and not called unsolvable yet."""
    if standing(facts):
        return standing(facts)
    if facts.handled_at is not None:
        return (Reason("complaint.handled_already"),)
    return (Reason("closing.unsolvable_already"),) if is_unsolvable(facts) else ()


def unsolvable_reasons(facts: CaseFacts, why: str) -> tuple[Reason, ...]:
    """R173: what cannot be handled, or cannot for now, is recorded with its reason."""
    return (*unsolvable_blockers(facts), *_why(why))


def solvable_blockers(facts: CaseFacts) -> tuple[Reason, ...]:
    """Only what is called unsolvable can be taken up again."""
    if standing(facts):
        return standing(facts)
    return () if is_unsolvable(facts) else (Reason("closing.not_unsolvable"),)


def solvable_reasons(facts: CaseFacts, why: str) -> tuple[Reason, ...]:
    """A case is taken up again with the reason why it can be handled after all."""
    return (*solvable_blockers(facts), *_why(why))


def _why(why: str) -> Iterable[Reason]:
    return () if why else (Reason("closing.why.missing", "why"),)


def summary_reasons(facts: CaseFacts, entry: SummaryEntry) -> tuple[Reason, ...]:
    """R132: why it happened, what was learnt, how to avoid it; what to adjust where there is."""
    needed = ("why_it_happened", "what_was_learnt", "how_to_avoid")
    missing = [one for one in needed if not getattr(entry, one)]
    return (*standing(facts), *(Reason(f"complaint.{one}.missing", one) for one in missing))


def result_reasons(facts: CaseFacts, text: str) -> tuple[Reason, ...]:
    """R174: the final result 最後處理結果."""
    missing = () if text else (Reason("complaint.result.missing", "result"),)
    return (*standing(facts), *missing)


def tell_blockers(facts: CaseFacts) -> tuple[Reason, ...]:
    """R147: there is a result to tell once it is handled, or known to be unsolvable."""
    if standing(facts):
        return standing(facts)
    return () if completed_at(facts) is not None else (Reason("complaint.not_handled"),)


def tell_reasons(facts: CaseFacts, entry: TellEntry, now: datetime) -> tuple[Reason, ...]:
    """R7, R147: by which way, to whom and when; not before there was a result."""
    return (*tell_blockers(facts), *_tell(facts, entry, now))


def _tell(facts: CaseFacts, entry: TellEntry, now: datetime) -> Iterator[Reason]:
    if entry.how is None:
        yield Reason("closing.how.missing", "how")
    if not entry.person:
        yield Reason("closing.person.missing", "person")
    yield from moment_reasons(entry.at, completed_at(facts) or facts.received_at, now)


def moment_reasons(at: datetime | None, since: datetime, now: datetime) -> Iterator[Reason]:
    """Nothing is written down before it happened, or before what it follows.

    The desk writes minutes: what is told in the very minute in which it was done is in order.
    """
    if at is None:
        return
    if at > now + _MINUTE:
        yield Reason("closing.at.future", "at")
    elif at < since.replace(second=0, microsecond=0):
        yield Reason("closing.at.before", "at")


def moment(at: datetime | None, since: datetime | None, now: datetime) -> datetime:
    """When it happened, as it is kept: within the minute of what it follows, after that."""
    found = now if at is None else at
    return found if since is None else max(found, since)
