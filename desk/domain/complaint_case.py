"""A complaint with everything that belongs to it: what its rules are asked about.

The parts are values as they stand in the case; `CaseFacts` holds them all. Times are aware UTC,
persons are names as written that day, ids name accounts.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from types import MappingProxyType

from desk.domain.complaint import Filing, Nature, State, Urgency
from desk.domain.policy import Event, Policy, Scope

_NONE: Mapping[tuple[str, datetime], datetime] = MappingProxyType({})


@dataclass(frozen=True)
class Step:
    """One thing done in the case; `refers_to_id` is the step it answers.

    `at` is when it was done, as typed; `entered_at` when it was written down, by the PC's clock.
    """

    id: int
    kind: str
    at: datetime
    by_id: int | None
    by: str
    code: str = ""
    person: str = ""
    how: str = ""
    text: str = ""
    refers_to_id: int | None = None
    post: str = ""
    entered_at: datetime | None = None


@dataclass(frozen=True)
class Complainant:
    """One of several who complain about the same 聯名 (R10), beside the first."""

    id: int
    name: str
    room: str
    contact: str
    words: str
    joined_at: datetime


@dataclass(frozen=True)
class SideProblem:
    """A problem found beside the first; filed on its own, settled, or still open (R168, R169)."""

    id: int
    text: str
    filed_id: int | None = None
    filed_number: str = ""
    reference: str = ""
    settled_at: datetime | None = None
    settled_text: str = ""

    @property
    def is_filed(self) -> bool:
        """Whether it stands as a case or an order of its own (R168)."""
        return self.filed_id is not None or bool(self.reference)


@dataclass(frozen=True)
class Pause:
    """A time in which clocks stand still; `clock` "" means all of them."""

    id: int
    clock: str
    starts_at: datetime
    ends_at: datetime | None
    why: str
    by: str = ""
    ends_why: str = ""


@dataclass(frozen=True)
class Era:
    """From when on which severity held; `promoted` by rule, not corrected by a clerk (R137)."""

    severity: str
    since: datetime
    promoted: bool = False
    why: str = ""
    by: str = ""


@dataclass(frozen=True)
class PromiseMade:
    """A promise 承諾 to the complainant (R9, R133)."""

    id: int
    text: str
    made_at: datetime
    made_by: str
    post: str
    due_at: datetime
    amount: Decimal | None = None
    letter_id: int | None = None
    reported_at: datetime | None = None
    reported_to: str = ""
    kept_at: datetime | None = None
    broken_why: str = ""


@dataclass(frozen=True)
class CallbackMade:
    """One callback 回訪; `round` counts from 1, up after each rework (R191)."""

    id: int
    round: int
    at: datetime
    by: str
    how: str
    outcome: str
    why: str = ""
    satisfaction: str = ""
    opinion: str = ""


@dataclass(frozen=True)
class ApprovalGiven:
    """What a second person granted or refused; `matter` such as `overrun:solve.minor`."""

    id: int
    matter: str
    decision: str
    approver: str
    at: datetime
    note: str = ""

    @property
    def granted(self) -> bool:
        """Whether it was allowed."""
        return self.decision == "granted"


@dataclass(frozen=True)
class Correction:
    """The corrective-action sheet 糾正預防措施 (R146)."""

    cause: str
    correction: str
    prevention: str
    responsible: str
    due_on: date
    written_at: datetime
    done_at: datetime | None = None
    verified_at: datetime | None = None
    verified_by: str = ""
    written_by_id: int | None = None
    written_by: str = ""
    done_text: str = ""
    verified_text: str = ""


@dataclass(frozen=True)
class Report:
    """The special report 專項報告 (R93)."""

    volume: str
    cause: str
    handling: str
    review: str
    improvement: str
    written_at: datetime
    written_by: str = ""


@dataclass(frozen=True)
class CaseFacts:
    """Everything the rules of a complaint ask about. `eras` has at least one, oldest first.

    `dues` are the due times that were told once, by clock and start: a calendar edited later does
    not move them, recomputing does.
    """

    id: int
    state: State
    nature: Nature
    received_at: datetime
    eras: tuple[Era, ...]
    hot: bool = False
    impact: str = "none"
    filing: Filing = Filing.FILED
    filed_at: datetime | None = None
    asked_post: str = ""
    asked_at: datetime | None = None
    on_site: bool = False
    wanted_by: datetime | None = None
    handled_at: datetime | None = None
    handled_by_id: int | None = None
    result: str = ""
    signed_copy_at: datetime | None = None
    notice_kind: str = ""
    notice_at: datetime | None = None
    verified_at: datetime | None = None
    verified_by_id: int | None = None
    unsolvable_at: datetime | None = None
    why_it_happened: str = ""
    what_was_learnt: str = ""
    how_to_avoid: str = ""
    what_to_adjust: str = ""
    closed_at: datetime | None = None
    steps: tuple[Step, ...] = ()
    joint: tuple[Complainant, ...] = ()
    sides: tuple[SideProblem, ...] = ()
    pauses: tuple[Pause, ...] = ()
    promises: tuple[PromiseMade, ...] = ()
    callbacks: tuple[CallbackMade, ...] = ()
    approvals: tuple[ApprovalGiven, ...] = ()
    correction: Correction | None = None
    report: Report | None = None
    dues: Mapping[tuple[str, datetime], datetime] = field(default_factory=lambda: _NONE)
    immediate: frozenset[Urgency] = frozenset()

    @property
    def severity(self) -> str:
        """How grave it is now."""
        return self.eras[-1].severity

    @property
    def is_open(self) -> bool:
        """Whether it still waits for something before it is closed."""
        return self.state in (State.REGISTERED, State.HANDLED)

    @property
    def is_effective(self) -> bool:
        """有效投訴 (R128)."""
        return self.nature is Nature.EFFECTIVE

    @property
    def complainants(self) -> int:
        """How many complain, the first included."""
        return 1 + len(self.joint)

    @property
    def round(self) -> int:
        """Which time the work is done or called back about: 1, and up with each rework (R191)."""
        return 1 + sum(step.kind == Event.REWORKED for step in self.steps)

    @property
    def redone_at(self) -> datetime | None:
        """When the last rework was written down: what was said before it was about other work."""
        redone = (one.entered_at or one.at for one in self.steps if one.kind == Event.REWORKED)
        return max(redone, default=None)

    @property
    def told(self) -> tuple[Step, ...]:
        """How the complainant heard the result of the work as it stands, oldest first (R191)."""
        since = self.handled_at or self.unsolvable_at or self.received_at
        redone = self.redone_at
        return tuple(
            one
            for one in self.steps_of(Event.TOLD)
            if one.at >= since and (redone is None or (one.entered_at or one.at) >= redone)
        )

    def is_joint(self, policy: Policy) -> bool:
        """Whether it is a joint complaint 聯名投訴 (R10)."""
        return self.complainants >= policy.switches.joint_from

    def granted(self, matter: str) -> bool:
        """Whether the last word on a matter was a yes."""
        answers = [one.granted for one in self.approvals if one.matter == matter]
        return bool(answers) and answers[-1]

    def steps_of(self, kind: str, code: str = "") -> Iterator[Step]:
        """The steps of a kind, oldest first, of one rule where a code is given."""
        return (one for one in self.steps if one.kind == kind and code in ("", one.code))


def covers(scope: Scope, facts: CaseFacts, policy: Policy, severity: str = "") -> bool:
    """Whether a rule is about this case, as it stands now or as it stood with another severity."""
    return scope.covers(
        severity or facts.severity,
        hot=facts.hot,
        joint=facts.is_joint(policy),
        effective=facts.is_effective,
    )
