"""Whether a complaint is made a case 立項: the questions a to f, and what to do when unsure.

R152, R153, R155-R165: the receptionist judges; what needs somebody on site, a follow-up or help is
filed, what was explained to the caller's satisfaction is not; who is unsure learns more first, or
asks 主管 or 管理處負責人 at once.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from desk.domain.complaint import Filing, Ground, State
from desk.domain.complaint_case import CaseFacts
from desk.domain.policy import Event, Post
from desk.domain.reasons import Reason

WHY_LIMIT = 400
WORDS_LIMIT = 4_000
NAME_LIMIT = 80
CONTACT_LIMIT = 120


class Decision(StrEnum):
    """What the receptionist does with it (R162, R163)."""

    FILE = "file"  # 立即立項
    FIND_OUT = "find_out"  # 弄清後再立項
    ASK = "ask"  # 請示
    EXPLAIN = "explain"  # 口頭解釋


ASKED_POSTS = (Post.SUPERVISOR, Post.OFFICE_MANAGER)


@dataclass(frozen=True)
class FilingEntry:
    """The judgement; texts are already clean. `on_site`: somebody has to go there (R156)."""

    decision: Decision
    ground: Ground | None = None
    why: str = ""
    asked: Post | None = None


@dataclass(frozen=True)
class JoinEntry:
    """Another caller about the same; texts are already clean."""

    joined_at: datetime
    name: str = ""
    contact: str = ""
    words: str = ""
    unit_id: int | None = None
    resident_id: int | None = None
    reception_id: int | None = None


def decided_by(ground: Ground) -> Decision:
    """What a ground decides: a to e make a case, f does not (R156-R161)."""
    return Decision.EXPLAIN if ground is Ground.SATISFIED else Decision.FILE


def judge_blockers(facts: CaseFacts) -> tuple[Reason, ...]:
    """A case once filed stays filed until it is closed (R164); what was explained is done with."""
    if facts.state is State.CLOSED:
        return (Reason("complaint.closed"),)
    if facts.filing is Filing.EXPLAINED:
        return (Reason("complaint.explained"),)
    if facts.filing is Filing.FILED:
        return (Reason("complaint.filed_already"),)
    return ()


def judge_reasons(facts: CaseFacts, entry: FilingEntry) -> tuple[Reason, ...]:
    """Why the judgement cannot stand: R156-R162 name the grounds, R161 wants the reason kept."""
    return (*judge_blockers(facts), *_judgement(entry), *_explained(facts, entry))


def judgement_reasons(entry: FilingEntry) -> tuple[Reason, ...]:
    """Why the judgement cannot stand, whatever it is about: for one made while registering."""
    return tuple(_judgement(entry))


def _judgement(entry: FilingEntry) -> Iterator[Reason]:
    match entry.decision:
        case Decision.FILE | Decision.EXPLAIN:
            yield from _grounded(entry)
        case Decision.ASK:
            if entry.asked not in ASKED_POSTS:
                yield Reason("filing.asked.missing", "asked")
            if not entry.why:
                yield Reason("filing.why.missing", "why")
        case Decision.FIND_OUT:
            if not entry.why:
                yield Reason("filing.why.missing", "why")


def _explained(facts: CaseFacts, entry: FilingEntry) -> Iterator[Reason]:
    """R161, R3: what was worked on at once was not explained on the spot; it is closed 銷項."""
    worked = facts.handled_at is not None or any(facts.steps_of(Event.HANDED_OUT))
    if entry.decision is Decision.EXPLAIN and worked:
        yield Reason("filing.explain.worked", "decision")


def _grounded(entry: FilingEntry) -> Iterator[Reason]:
    """R156-R161: a judgement stands on one of the six; explained on the spot says what was said."""
    if entry.ground is None:
        yield Reason("filing.ground.missing", "ground")
    elif decided_by(entry.ground) is not entry.decision:
        yield Reason(f"filing.ground.{decided_by(entry.ground)}", "ground")
    if entry.decision is Decision.EXPLAIN and not entry.why:
        yield Reason("filing.explanation.missing", "why")


def answer_reasons(
    facts: CaseFacts, entry: FilingEntry, role_posts: Iterable[Post]
) -> tuple[Reason, ...]:
    """R163: what was asked is answered by who was asked, with a clear yes or no."""
    if facts.filing is not Filing.ASKED:
        return (Reason("filing.not_asked"),)
    reasons = [*_judgement(entry), *_explained(facts, entry)]
    if entry.decision not in (Decision.FILE, Decision.EXPLAIN):
        reasons.append(Reason("filing.answer.unclear", "decision"))
    if Post(facts.asked_post) not in set(role_posts):
        reasons.append(Reason("filing.answer.not_asked", None, {"post": facts.asked_post}))
    return tuple(reasons)


def join_reasons(facts: CaseFacts, entry: JoinEntry, now: datetime) -> tuple[Reason, ...]:
    """Another caller joins an open case instead of a second one being opened (R10, R91)."""
    return tuple(_join(facts, entry, now))


def _join(facts: CaseFacts, entry: JoinEntry, now: datetime) -> Iterator[Reason]:
    if not facts.is_open:
        yield Reason("complaint.closed")
    if entry.resident_id is None and not entry.name:
        yield Reason("filing.name.missing", "name")
    if entry.joined_at > now:
        yield Reason("filing.joined_at.future", "joined_at")
    elif entry.joined_at < facts.received_at:
        yield Reason("filing.joined_at.past", "joined_at")
    if entry.name and any(entry.name == one.name for one in facts.joint):
        yield Reason("filing.joined_already", "name", {"name": entry.name})
