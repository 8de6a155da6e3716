"""One clock 時限 of a case, and when the events happened that start and meet clocks."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from desk.domain import deadlines
from desk.domain.business_calendar import BusinessCalendar
from desk.domain.complaint_case import CaseFacts
from desk.domain.deadlines import Bound, Counting, Standing, Term
from desk.domain.policy import Event, Policy, Post


class Category(StrEnum):
    """What kind of thing is owed: the groups of the day's list."""

    WORK = "work"  # 處理、答覆
    HAND_OUT = "hand_out"  # 派發
    REPORT = "report"  # 呈報
    RETURN = "return"  # 意見表待交回
    TELL = "tell"  # 告知結果
    CALLBACK = "callback"  # 回訪
    PROMISE = "promise"  # 承諾
    APPROVAL = "approval"  # 待批
    PAPER = "paper"  # 專項報告
    PROMOTION = "promotion"  # 逾月未解決升為重大


@dataclass(frozen=True)
class Clock:
    """One clock of a case. Met at `met_at`, or ended unmet at `ended_at`, or still running.

    `code` is the rule's, with `:id` for one of several. `term` is None where a day was named.
    """

    code: str
    category: Category
    severity: str
    started_at: datetime
    due_at: datetime
    clauses: tuple[str, ...] = ()
    start: Event = Event.RECEIVED
    end: Event = Event.HANDLED
    term: Term | None = None
    bound: Bound = Bound.CEILING
    post: Post = Post.SUPERVISOR
    approver: Post | None = None
    to: Post | None = None
    met_at: datetime | None = None
    ended_at: datetime | None = None
    pauses: tuple[deadlines.Pause, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether it still runs."""
        return self.met_at is None and self.ended_at is None

    @property
    def is_paused(self) -> bool:
        """Whether it stands still."""
        return any(pause.ends is None for pause in self.pauses)

    def is_missed(self, now: datetime) -> bool:
        """Whether it ran out before it was met; a paused clock does not run out."""
        if self.is_open and self.is_paused:
            return any(p.ends is None and p.starts > self.due_at for p in self.pauses)
        return (self.met_at or self.ended_at or now) > self.due_at

    def standing(self, now: datetime) -> Standing:
        """Running, overdue, met or late, and how much is left."""
        return deadlines.standing(
            self.started_at, self.due_at, self.met_at, self.ended_at, now, self.pauses
        )


CATEGORIES = {
    Event.HANDED_OUT: Category.HAND_OUT,
    Event.FORWARDED: Category.REPORT,
    Event.JOINT_REPORTED: Category.REPORT,
    Event.PROMISE_REPORTED: Category.REPORT,
    Event.SHEET_RETURNED: Category.RETURN,
    Event.TOLD: Category.TELL,
    Event.CALLED_BACK: Category.CALLBACK,
    Event.REPORTED: Category.PAPER,
}


def moments(
    facts: CaseFacts, event: Event, policy: Policy | None, code: str = ""
) -> Iterator[datetime]:
    """When an event happened to the case, oldest first."""
    match event:
        case Event.RECEIVED:
            yield facts.received_at
        case Event.HANDLED:
            yield from _if_known(facts.handled_at)
        case Event.FILED:
            yield from _if_known(facts.filed_at)
        case Event.CLOSED:
            yield from _if_known(facts.closed_at)
        case Event.JOINED:
            needed = 1 if policy is None else policy.switches.joint_from
            if facts.complainants >= needed > 1:
                yield facts.joint[needed - 2].joined_at
        case Event.PROMOTED:
            yield from (era.since for era in facts.eras if era.promoted)
        case Event.REPORTED:
            yield from _if_known(facts.report.written_at if facts.report else None)
        case Event.TOLD:
            yield from (step.at for step in facts.told)
        case Event.SHEET_RETURNED:
            yield from _if_known(_sheets_back_at(facts))
        case _:
            yield from (step.at for step in facts.steps_of(event, code))


def _sheets_back_at(facts: CaseFacts) -> datetime | None:
    """R145: when the last sheet was back with the desk; one that never left is there already."""
    returned = [step.at for step in facts.steps_of(Event.SHEET_RETURNED)]
    handed_out = sum(1 for _step in facts.steps_of(Event.HANDED_OUT))
    if len(returned) < handed_out:
        return None
    done = [facts.handled_at] if facts.handled_at is not None else []
    return max([*returned, *done], default=None)


def _if_known(moment: datetime | None) -> Iterator[datetime]:
    if moment is not None:
        yield moment


def pauses_of(facts: CaseFacts, code: str) -> tuple[deadlines.Pause, ...]:
    return tuple(
        deadlines.Pause(one.starts_at, one.ends_at, one.why)
        for one in facts.pauses
        if one.clock in ("", code)
    )


def due_of(
    facts: CaseFacts, code: str, started: datetime, term: Term, calendar: BusinessCalendar
) -> datetime:
    """When a clock of the case runs out; `code` is the rule's, with `:n` for one of several.

    What was told once by working days or opening hours stays, though the calendar be edited since;
    a pause has it counted anew.
    """
    pauses = pauses_of(facts, code.partition(":")[0])
    told = facts.dues.get((code, started))
    if told is not None and term.counting is not Counting.NATURAL and not pauses:
        return told
    return deadlines.due(started, term, calendar, pauses)
