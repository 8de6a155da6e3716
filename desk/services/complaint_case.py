"""A complaint as a case: its parts, its clocks, what keeps it open; and how a deed on it ends.

Every deed on a case opens it with `opened`, refuses or writes, and ends with `finished`, which
computes anew what is owed by when and makes the whole durable.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from desk.clock import newer
from desk.domain import complaint_approval, complaint_close
from desk.domain.business_calendar import BusinessCalendar
from desk.domain.complaint_case import CaseFacts
from desk.domain.complaint_clock import Category, Clock
from desk.domain.complaint_clocks import clocks
from desk.domain.permissions import Permission
from desk.domain.policy import Policy, Post
from desk.domain.reasons import Reason
from desk.errors import NotFound
from desk.models import deadlines
from desk.models.complaint import Complaint
from desk.models.complaint_case import ComplaintStep, SeverityEra
from desk.models.lists import Reader, complaint_detail
from desk.models.lists import complaint as complaint_list
from desk.models.lists import complaint_case as case_list
from desk.models.lists import deadline as deadline_list
from desk.models.lists.complaint_case import CaseTexts
from desk.models.lists.complaint_detail import ComplaintDetail
from desk.models.unit_of_work import UnitOfWork
from desk.services import business_calendar, personal_data, policy
from desk.services.policy import KeptPolicy
from desk.services.workplace import Workplace

KIND = "complaint"


@dataclass(frozen=True)
class Case:
    """One complaint whole, as it stood at `seen_at`; `blockers` keep its close button shut."""

    detail: ComplaintDetail
    texts: CaseTexts
    facts: CaseFacts
    kept: KeptPolicy
    clocks: tuple[Clock, ...]
    blockers: tuple[Reason, ...]
    seen_at: datetime

    @property
    def policy(self) -> Policy:
        """The rules it was opened under."""
        return self.kept.policy


@dataclass(frozen=True)
class Opened:
    """A case inside a deed: its row to be changed, and what its rules ask about."""

    row: Complaint
    facts: CaseFacts
    policy: Policy
    calendar: BusinessCalendar


def get(workplace: Workplace, key: int | str) -> Case:
    """One case by its id or its number; NotFound when there is none."""
    with workplace.reading() as reader:
        known = complaint_list.id_of_number(reader, key) if isinstance(key, str) else key
        case = _case(reader, known or 0, workplace.now())
    if case is None:
        raise NotFound(KIND, str(key))
    return personal_data.shown(workplace, case)


def opened(work: UnitOfWork, complaint_id: int, version: int) -> Opened:
    """The case for a deed, if nobody saved it since the clerk read `version`."""
    row = work.get_as_seen(Complaint, complaint_id, version)
    facts = case_list.facts(work.reader, complaint_id)
    if facts is None:
        raise NotFound(KIND, str(complaint_id))
    return Opened(
        row, facts, _policy(work.reader, row.policy_id), business_calendar.of(work.reader)
    )


def overrun(work: UnitOfWork, complaint_id: int) -> tuple[Clock, ...]:
    """What ran out without its approver's word, as the case stands inside the deed."""
    work.flush()
    case = _case(work.reader, complaint_id, work.now)
    if case is None or complaint_approval.standing(case.facts):
        return ()
    return complaint_approval.overruns(case.facts, case.clocks, work.now)


def finished(work: UnitOfWork, row: Complaint) -> Case:
    """End a deed: the row is saved anew, what is owed is written, all of it is durable."""
    touch(row, work.now)
    settle(work, row.id)
    return work.committed(_seen_at(work.now), KIND, row.id)


def settle(work: UnitOfWork, complaint_id: int, *, afresh: bool = False) -> None:
    """Compute what the case owes by when, and write it down; `afresh` forgets what was told."""
    work.flush()
    case = _case(work.reader, complaint_id, work.now, afresh=afresh)
    if case is None:
        raise NotFound(KIND, str(complaint_id))
    calendar = business_calendar.of(work.reader)
    wanted = complaint_approval.approvals_wanted(
        case.facts, case.policy, case.clocks, calendar, work.now
    )
    owed = [_columns(clock, case.facts) for clock in (*case.clocks, *wanted)]
    deadlines.put(work.reader, KIND, complaint_id, owed, work.now)


def add_step(work: UnitOfWork, complaint_id: int, kind: str, **told: Any) -> ComplaintStep:
    """Write a step into the case's journal (R2), done now by the clerk unless told otherwise."""
    given = {"at": work.now, "entered_at": work.now, "by_id": work.actor_id} | told
    step = ComplaintStep(complaint_id=complaint_id, kind=kind, **given)
    work.add(step)
    return step


def begin(work: UnitOfWork, row: Complaint) -> None:
    """A new case keeps the severity it begins with (K19)."""
    work.add(
        SeverityEra(
            complaint_id=row.id, severity=row.severity, since=row.received_at, by_id=work.actor_id
        )
    )


def judge_anew(work: UnitOfWork, row: Complaint, why: str) -> None:
    """A clerk corrected the severity: what it was, and why it changed, stays told."""
    work.add(
        SeverityEra(
            complaint_id=row.id,
            severity=row.severity,
            since=work.now,
            why=why,
            by_id=work.actor_id,
        )
    )


def promote_due(workplace: Workplace, limit: int = 200) -> int:
    """R137 c: effective complaints unsolved for a month become 重大, from that moment on.

    Done by the program itself, whenever somebody looks at the day; returns how many.
    """
    workplace.require(Permission.READ)
    with workplace.reading() as reader:
        due = deadline_list.due(reader, Category.PROMOTION, workplace.now(), limit)
    return sum(_promoted(workplace, one.record_id) for one in due)


def _promoted(workplace: Workplace, complaint_id: int) -> bool:
    """Whether it was promoted here: since it was found, another desk may have done so, or somebody
    solved it."""
    with workplace.by_itself() as work:
        case = _case(work.reader, complaint_id, work.now)
        since = None if case is None else _unsolved_since(case)
        if since is None:
            return False
        _promote(work, complaint_id, since)
        work.commit()
    return True


def _unsolved_since(case: Case) -> datetime | None:
    """When its month ran out, if it still waits to be promoted."""
    found = (one for one in case.clocks if one.category is Category.PROMOTION and one.is_open)
    return next((one.due_at for one in found if _ran_out(one, case.seen_at)), None)


def _ran_out(clock: Clock, now: datetime) -> bool:
    return clock.due_at <= now and not clock.is_paused


def _promote(work: UnitOfWork, complaint_id: int, since: datetime) -> None:
    row = work.get(Complaint, complaint_id)
    level = _policy(work.reader, row.policy_id).switches.promote_to
    row.severity = level
    work.add(
        SeverityEra(complaint_id=complaint_id, severity=level, since=since, promoted=True, why="")
    )
    settle(work, complaint_id)


def touch(row: Complaint, now: datetime) -> None:
    """A part that changed makes the whole record newer, for whoever has it open."""
    row.touched_at = newer(row.touched_at, now)


def _seen_at(now: datetime) -> Callable[[Reader, int], Case | None]:
    def see(reader: Reader, complaint_id: int) -> Case | None:
        return _case(reader, complaint_id, now)

    return see


def _case(reader: Reader, complaint_id: int, now: datetime, *, afresh: bool = False) -> Case | None:
    detail = complaint_detail.detail(reader, complaint_id)
    facts = case_list.facts(reader, complaint_id)
    if detail is None or facts is None:
        return None
    if afresh:
        facts = replace(facts, dues={})
    texts = case_list.texts(reader, complaint_id)
    kept = policy.by_id(reader, texts.policy_id)
    calendar = business_calendar.of(reader)
    is_ruled = facts.is_open or texts.policy_id is not None  # else it ended before any policy
    return Case(
        detail=detail,
        texts=texts,
        facts=facts,
        kept=kept,
        clocks=clocks(facts, kept.policy, calendar) if is_ruled else (),
        blockers=complaint_close.close_blockers(facts, kept.policy, calendar, now),
        seen_at=now,
    )


def _policy(reader: Reader, policy_id: int | None) -> Policy:
    return policy.by_id(reader, policy_id).policy


def _columns(clock: Clock, facts: CaseFacts) -> dict[str, Any]:
    """What the day's list keeps of a clock; an overrun that was approved waits for nobody."""
    waits = clock.approver is not None and not complaint_approval.is_approved(facts, clock)
    return {
        "clock": clock.code,
        "category": clock.category.value,
        "bound": clock.bound.value,
        "severity": clock.severity,
        "post": clock.post.value,
        "approver": clock.approver.value if clock.approver is not None and waits else "",
        "started_at": clock.started_at,
        "due_at": clock.due_at,
        "paused": clock.is_open and clock.is_paused,
        "met_at": clock.met_at,
        "ended_at": clock.ended_at,
    }


def posts_of(case: Case, role: str) -> Iterator[Post]:
    """The posts for which an account of this role may act in the case."""
    return (rule.post for rule in case.policy.posts if role in rule.roles)
