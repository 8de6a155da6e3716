"""How the complaints of the sample estate went: filed, handed out, handled, told, closed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from typing import Any

from desk.domain.complaint import Filing, Ground, State
from desk.domain.complaint_filing import Decision
from desk.domain.policy import Event, Policy
from desk.models.approval import Approval
from desk.models.base import Base
from desk.models.callback import Callback
from desk.models.complaint import Complaint
from desk.models.complaint_case import ComplaintStep, SeverityEra
from desk.models.special_report import SpecialReport
from desk.models.unit_of_work import UnitOfWork

_MINUTE = timedelta(minutes=1)
_HOUR = timedelta(hours=1)
_DAY = timedelta(days=1)
_SOLVED_WITHIN = {"minor": 1.8, "important": 2.6, "major": 8.0}  # days, mostly
_GROUNDS = (Ground.ON_SITE, Ground.ON_SITE, Ground.REPORTED, Ground.QUESTION, Ground.EMERGENCY)
_EXPLAINED = 0.1
_PENDING = 0.3
_STUCK = 0.02


@dataclass(frozen=True)
class Crew:
    """Who works at the estate: accounts at the desk, departments, who agrees to an overrun."""

    clerks: list[int]
    departments: list[str]
    approver: int


@dataclass(frozen=True)
class Times:
    """When what happened; None for what is still to come or never came."""

    filed: datetime | None
    handed_out: datetime | None = None
    signed: datetime | None = None
    handled: datetime | None = None
    returned: datetime | None = None
    told: datetime | None = None
    verified: datetime | None = None
    closed: datetime | None = None
    called: datetime | None = None
    reported: datetime | None = None


@dataclass(frozen=True)
class Course:
    """The course of one case, as far as it has come."""

    ground: Ground | None
    times: Times
    clerk: int
    colleague: int
    department: str
    satisfaction: str
    approver: int

    @property
    def state(self) -> State:
        """Where the case stands."""
        if self.ground is Ground.SATISFIED:
            return State.EXPLAINED
        if self.times.closed is not None:
            return State.CLOSED
        return State.HANDLED if self.times.handled is not None else State.REGISTERED

    def columns(self) -> dict[str, Any]:
        """What the complaint's own row says of it."""
        times = self.times
        done = times.closed is not None
        return {
            "state": self.state,
            "filing": self._filing(),
            "filing_ground": self.ground or "",
            "filed_at": times.filed,
            "filed_by_id": self.clerk if times.filed else None,
            "on_site": self.ground is Ground.ON_SITE,
            "department": self.department if times.handed_out else "",
            "handled_at": times.handled,
            "handled_by_id": self.colleague if times.handled else None,
            "signed_copy_at": times.returned if self.ground is Ground.ON_SITE else None,
            "notice_at": times.returned if self.ground is not Ground.ON_SITE else None,
            "verified_at": times.verified,
            "verified_by_id": self.clerk if times.verified else None,
            "closed_at": times.filed if self.state is State.EXPLAINED else times.closed,
            "closed_by_id": self.clerk if done or self.state is State.EXPLAINED else None,
        }

    def _filing(self) -> Filing:
        if self.ground is None:
            return Filing.PENDING
        return Filing.EXPLAINED if self.ground is Ground.SATISFIED else Filing.FILED

    def parts(self, work: UnitOfWork, row: Complaint, policy: Policy) -> Iterator[Base]:
        """The journal, the severity it began with, callback, overrun's approval and report."""
        yield SeverityEra(
            complaint_id=row.id, severity=row.severity, since=row.received_at, by_id=self.clerk
        )
        times = self.times
        for kind, at, told in (
            (Event.FILED, times.filed, {"code": _decided(self.ground)}),
            (Event.HANDED_OUT, times.handed_out, {"person": self.department}),
            ("sheet_signed", times.signed, {"person": self.department}),
            (Event.SHEET_RETURNED, times.returned, {"person": self.department}),
            (Event.TOLD, times.told, {"person": row.complainant, "how": "phone"}),
        ):
            if at is not None:
                yield self._step(row, kind, at, **told)
        if times.handed_out is not None:
            yield from self._forwards(row, policy, times.handed_out)
        if times.called is not None:
            yield self._callback(row, times.called)
        if times.handled is not None:
            yield from self._overruns(row, policy, times.handled)
        if times.reported is not None and row.severity != "minor":
            yield self._report(row, work.next_number("S", times.reported), times.reported)

    def _forwards(self, row: Complaint, policy: Policy, at: datetime) -> Iterator[Base]:
        for rule in policy.forwards:
            effective = row.nature == "effective"
            if rule.end is Event.FORWARDED and rule.scope.covers(
                row.severity, hot=False, joint=False, effective=effective
            ):
                yield self._step(row, Event.FORWARDED, at, code=rule.code, post=rule.to or "")

    def _overruns(self, row: Complaint, policy: Policy, handled: datetime) -> Iterator[Base]:
        """R150: whoever the clock names has agreed to what took longer."""
        rule = policy.rule(f"solve.{row.severity}")
        if rule is None or handled - row.received_at <= rule.term.amount * _DAY:
            return
        yield Approval(
            kind="complaint",
            record_id=row.id,
            matter=f"overrun:{rule.code}",
            decision="granted",
            approver_id=self.approver,
            asked_by_id=self.clerk,
            at=handled,
            shown=[["", row.number]],
        )

    def _report(self, row: Complaint, volume: str, at: datetime) -> SpecialReport:
        return SpecialReport(
            complaint_id=row.id,
            volume=volume,
            cause=row.course,
            handling=row.process,
            review=row.result,
            improvement=row.result,
            written_at=at,
            written_by_id=self.clerk,
        )

    def _step(self, row: Complaint, kind: str, at: datetime, **told: str) -> ComplaintStep:
        return ComplaintStep(
            complaint_id=row.id, kind=kind, at=at, entered_at=at, by_id=self.clerk, **told
        )

    def _callback(self, row: Complaint, at: datetime) -> Callback:
        return Callback(
            complaint_id=row.id,
            round=1,
            at=at,
            by_id=self.clerk,
            how="phone",
            outcome="reached",
            satisfaction=self.satisfaction,
        )


def course(
    chance: Random, received: datetime, severity: str, latest: datetime, crew: Crew
) -> Course:
    """How a case of that severity went, up to the latest moment of the sample."""
    clerk = chance.choice(crew.clerks)
    others = [one for one in crew.clerks if one != clerk] or [clerk]
    ground = _ground(chance, latest - received)
    return Course(
        ground=ground,
        times=_times(chance, received, severity, latest, ground),
        clerk=clerk,
        colleague=chance.choice(others),
        department=chance.choice(crew.departments),
        satisfaction=chance.choice(("satisfied", "satisfied", "fair", "dissatisfied")),
        approver=crew.approver,
    )


def _ground(chance: Random, age: timedelta) -> Ground | None:
    if age < _DAY and chance.random() < _PENDING:
        return None
    return Ground.SATISFIED if chance.random() < _EXPLAINED else chance.choice(_GROUNDS)


def _times(
    chance: Random, received: datetime, severity: str, latest: datetime, ground: Ground | None
) -> Times:
    if ground is None:
        return Times(None)
    filed = received + chance.randrange(1, 6) * _MINUTE
    if ground is Ground.SATISFIED:
        return Times(_past(filed, latest))
    handed = filed + chance.choice((2, 3, 4, 25)) * _MINUTE
    stuck = chance.random() < _STUCK and latest - received < 60 * _DAY
    days = 90.0 if stuck else chance.triangular(0.1, _SOLVED_WITHIN[severity] * 1.5)
    handled = received + days * _DAY
    returned = handled + chance.randrange(1, 5) * _HOUR
    told = handled + chance.randrange(1, 6) * _HOUR
    closed = told + chance.triangular(0.2, 3.0) * _DAY
    called = told + chance.triangular(1.0, 12.0) * _DAY
    return Times(
        filed=_past(filed, latest),
        handed_out=_past(handed, latest),
        signed=_past(handed + 5 * _MINUTE, latest),
        handled=_past(handled, latest),
        returned=_past(returned, latest),
        told=_past(told, latest),
        verified=_past(told + _HOUR, latest),
        closed=_past(closed, latest),
        called=_past(called, latest),
        reported=_past(closed + chance.triangular(0.5, 6.5) * _DAY, latest),
    )


def _past(moment: datetime, latest: datetime) -> datetime | None:
    return moment if moment <= latest else None


def _decided(ground: Ground | None) -> str:
    return Decision.EXPLAIN if ground is Ground.SATISFIED else Decision.FILE
