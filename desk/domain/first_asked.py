"""The first-asked duty 首問責任 (M3, R199-R223): what the manual wants done next, and when it ends.

Whoever is asked first secures the need, by serving or by a hand-over that holds (R199). The rules
here take plain facts and answer with a step, its clauses and whom it leads to; nobody refuses with
"not my duty" (R206), so there is always a step.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from types import MappingProxyType

from desk.domain.handover import Handover, HandoverMode, Recipient, is_final
from desk.domain.permissions import Role
from desk.domain.reasons import Reason
from desk.domain.reception import Channel, Kind, Rank

NAME_LIMIT = 80
TEXT_LIMIT = 4_000

_CLOCKS_DIFFER = timedelta(minutes=1)


class DutyScope(StrEnum):
    """Whose duty the matter is, as judged at the desk (R207-R212)."""

    OWN = "own"  # 本職範圍
    DEPARTMENT = "department"  # 單一其他部門
    SEVERAL = "several"  # 多個部門
    DIVISIONS = "divisions"  # 跨管理部
    UNCLEAR = "unclear"  # 不清楚


class NextStep(StrEnum):
    """What M3 wants done now."""

    JUDGE = "judge"  # R206: judge whose duty it is, nobody says "not mine"
    SERVE = "serve"  # R203, R207
    TO_SUPERIOR = "to_superior"  # R203
    GIVE_PHONE = "give_phone"  # R204
    FIND_OUT = "find_out"  # R205
    TO_DEPARTMENT = "to_department"  # R208
    TO_CUSTOMER_RELATIONS = "to_customer_relations"  # R209
    ASSIGN = "assign"  # R210
    FILL_SLIP = "fill_slip"  # R211
    TO_DIVISION_MANAGER = "to_division_manager"  # R212
    FILE_COMPLAINT = "file_complaint"  # R222
    FOLLOW_COMPLAINT = "follow_complaint"  # R222
    FOLLOW_ORDER = "follow_order"  # R188, R231
    AWAIT_ACCEPTANCE = "await_acceptance"  # R214-R216, R218
    ANSWER_SLIP = "answer_slip"  # R213
    NOTIFY = "notify"  # R219
    ENDED = "ended"  # R199, R219


@dataclass(frozen=True)
class FirstAsked:
    """Who was asked first: the account that stands for it, the rank, the name where no account."""

    account_id: int
    rank: Rank
    name: str = ""


@dataclass(frozen=True)
class Need:
    """What was asked of whom, and whose duty it was judged to be; None: not judged yet."""

    kind: Kind
    rank: Rank = Rank.CLERK
    channel: Channel = Channel.WALK_IN
    scope: DutyScope | None = None


@dataclass(frozen=True)
class Advice:
    """The next step, the clauses that want it, and whom it leads to."""

    step: NextStep
    clauses: tuple[str, ...]
    recipient: Recipient | None = None


@dataclass(frozen=True)
class DutyFacts:
    """Where the duty of one visit stands: the need, the hand-overs in time, what is still open."""

    need: Need
    chain: tuple[Handover, ...] = ()
    has_slip: bool = False  # a coordination slip for several departments was filled (R211)
    slip_is_open: bool = False  # a slip waits for its answer (R213)
    is_complaint: bool = False  # it was filed as a complaint (R222)
    is_order: bool = False  # an order or a repair slip was written of it (R188, R231)
    is_closed: bool = False
    was_notified: bool = False  # R219


@dataclass(frozen=True)
class DutyNotice:
    """The notice that ends the duty 完成情況告知 (R219): who was told, done when, and how it went.

    Texts are already clean.
    """

    told: str
    completed_at: datetime
    situation: str


_RANKS: Mapping[Role, Rank] = MappingProxyType(
    {
        Role.RECEPTIONIST: Rank.CLERK,
        Role.SUPERVISOR: Rank.SUPERVISOR,
        Role.MANAGER: Rank.MANAGER,
        Role.GENERAL_MANAGER: Rank.MANAGER,
        Role.QUALITY_SUPERVISOR: Rank.MANAGER,
        Role.ADMINISTRATOR: Rank.MANAGER,
    }
)
_MODE_CLAUSES: Mapping[HandoverMode, str] = MappingProxyType(
    {
        HandoverMode.PHONE: "R214",
        HandoverMode.COMES: "R215",
        HandoverMode.ACCOMPANIED: "R216",
    }
)


def rank_of(role: Role) -> Rank:
    """What an account's clerk is in the words of M3 (R201)."""
    return _RANKS[role]


def scope_of(*, own: bool, departments: int, divisions: int = 1) -> DutyScope:
    """Whose duty it is, from how many departments and divisions 管理部 are concerned (R207-R212).

    No department named means that it is unclear.
    """
    if departments < 1:
        return DutyScope.UNCLEAR
    if divisions > 1:
        return DutyScope.DIVISIONS
    if departments > 1:
        return DutyScope.SEVERAL
    return DutyScope.OWN if own else DutyScope.DEPARTMENT


def route(need: Need) -> Advice:
    """What the first-asked person does with a need nobody else has taken (R203-R212, R222, K15)."""
    if need.rank is Rank.OPERATOR:
        return _route_operator(need)
    if need.kind is Kind.COMPLAINT:
        return Advice(NextStep.FILE_COMPLAINT, ("R222",))
    if need.kind in (Kind.INQUIRY, Kind.VISITOR) and need.scope is not DutyScope.OWN:
        return _route_inquiry(need)
    return _route_handling(need)


def _route_operator(need: Need) -> Advice:
    """R203: own duty, serve; otherwise the direct superior handles it."""
    if need.scope is None:
        return Advice(NextStep.JUDGE, ("R203", "R206"))
    if need.scope is DutyScope.OWN:
        return Advice(NextStep.SERVE, ("R203",))
    return Advice(NextStep.TO_SUPERIOR, ("R203",), Recipient.SUPERIOR)


def _route_inquiry(need: Need) -> Advice:
    """R204, R205: by phone the right number, face to face the answer itself."""
    if need.channel is Channel.PHONE:
        return Advice(NextStep.GIVE_PHONE, ("R204",))
    return Advice(NextStep.FIND_OUT, ("R205",))


def _route_handling(need: Need) -> Advice:
    """R207-R212: something has to be done."""
    match need.scope:
        case None:
            return Advice(NextStep.JUDGE, ("R206", "R207"))
        case DutyScope.OWN:
            return Advice(NextStep.SERVE, ("R207",))
        case DutyScope.DEPARTMENT:
            return Advice(NextStep.TO_DEPARTMENT, ("R208",), Recipient.DEPARTMENT)
        case DutyScope.DIVISIONS:
            return Advice(NextStep.TO_DIVISION_MANAGER, ("R212",), Recipient.DIVISION_MANAGER)
    if need.rank is Rank.SUPERVISOR:  # K15: the two supervisors may be one person
        return _assigning(need, has_slip=False)
    return Advice(NextStep.TO_CUSTOMER_RELATIONS, ("R209",), Recipient.CUSTOMER_RELATIONS)


def _assigning(need: Need, *, has_slip: bool) -> Advice:
    """R210, R211: 客戶關係主管 judges and assigns; several departments get a slip first."""
    if need.scope is DutyScope.SEVERAL and not has_slip:
        return Advice(NextStep.FILL_SLIP, ("R211",))
    return Advice(NextStep.ASSIGN, ("R210",), Recipient.DEPARTMENT)


def advice(facts: DutyFacts) -> Advice:
    """What M3 wants now, wherever the duty stands (R199, R210, R211)."""
    if facts.is_closed:
        return Advice(NextStep.ENDED, ("R219",) if facts.was_notified else ("R199",))
    last = facts.chain[-1] if facts.chain else None
    if last is not None and last.is_waiting:
        clauses = (_MODE_CLAUSES[last.mode], "R218")
        return Advice(NextStep.AWAIT_ACCEPTANCE, clauses, last.recipient)
    if last is not None and last.is_accepted:
        return _after_acceptance(facts, last)
    if facts.slip_is_open:  # several departments, asked of the supervisor herself
        return _assigning(facts.need, has_slip=True)
    return _followed(facts) or route(facts.need)


def _followed(facts: DutyFacts) -> Advice | None:
    """The record the visit has become is what goes on (R199, R222)."""
    if facts.is_complaint:
        return Advice(NextStep.FOLLOW_COMPLAINT, ("R222",))
    return Advice(NextStep.FOLLOW_ORDER, ("R199",)) if facts.is_order else None


def _after_acceptance(facts: DutyFacts, last: Handover) -> Advice:
    if last.recipient is Recipient.CUSTOMER_RELATIONS:
        return _assigning(facts.need, has_slip=facts.has_slip)
    if not is_final(last.recipient):
        return Advice(NextStep.ASSIGN, ("R212",), Recipient.DEPARTMENT)
    if facts.slip_is_open:
        return Advice(NextStep.ANSWER_SLIP, ("R213",))
    return Advice(NextStep.NOTIFY, ("R219",))


def is_handed_over(chain: Sequence[Handover]) -> bool:
    """Whether somebody else has the matter or is about to take it."""
    return any(not one.is_refused for one in chain)


def direct_close_blockers(chain: Sequence[Handover]) -> tuple[Reason, ...]:
    """A visit that was handed over does not end with an answer at the desk, but with the notice
    to 客戶服務主管 (R219)."""
    if is_handed_over(chain):
        return (Reason("first_asked.notice.missing", "state"),)
    return ()


def end_blockers(
    chain: Sequence[Handover], *, is_closed: bool, slip_is_open: bool
) -> tuple[Reason, ...]:
    """Why the duty cannot be ended with a notice now (R213, R219): all of it at once."""
    return tuple(_end_blockers(chain, is_closed=is_closed, slip_is_open=slip_is_open))


def _end_blockers(
    chain: Sequence[Handover], *, is_closed: bool, slip_is_open: bool
) -> Iterable[Reason]:
    if is_closed:
        yield Reason("first_asked.ended")
    if chain and chain[-1].is_waiting:
        yield Reason("handover.waiting")
    if slip_is_open:
        yield Reason("first_asked.slip_open")


def notice_reasons(notice: DutyNotice, happened_at: datetime, now: datetime) -> tuple[Reason, ...]:
    """A notice says whom it told, when the matter was done and how it went (R219)."""
    return tuple(_notice_reasons(notice, happened_at, now))


def _notice_reasons(notice: DutyNotice, happened_at: datetime, now: datetime) -> Iterable[Reason]:
    if not notice.told:
        yield Reason("first_asked.told.missing", "told")
    if notice.completed_at > now + _CLOCKS_DIFFER:
        yield Reason("first_asked.completed_at.future", "completed_at")
    elif notice.completed_at < happened_at - _CLOCKS_DIFFER:
        yield Reason("first_asked.completed_at.before", "completed_at")
    if not notice.situation:
        yield Reason("first_asked.situation.missing", "situation")


def unchanged_reasons(before: FirstAsked, after: FirstAsked) -> tuple[Reason, ...]:
    """Who was asked first never changes (R218, K14): account, rank and name as first written."""
    return () if before == after else (Reason("first_asked.fixed", "first_asked"),)
