"""The statements that read the parts of a complaint, each built once.

A statement that the engine knows again costs a fifth of a new one; `case` is the complaint's id.
"""

from functools import cache
from typing import Any

from sqlalchemy import Select, bindparam, func, select
from sqlalchemy.orm import aliased

from desk.models.approval import Approval
from desk.models.callback import Callback
from desk.models.complaint import Complaint
from desk.models.complaint_case import (
    ClockPause,
    ComplaintStep,
    JointComplainant,
    SeverityEra,
)
from desk.models.complaint_case import (
    SideProblem as SideProblemRow,
)
from desk.models.corrective_action import CorrectiveAction
from desk.models.deadline import Deadline
from desk.models.estate import Unit
from desk.models.promise import Promise
from desk.models.special_report import SpecialReport
from desk.models.staff import Account

Query = Select[*tuple[Any, ...]]

_Writer = aliased(Account)
_Filed = aliased(Complaint)
_BY = func.coalesce(Account.name, "")
_ROOM = func.coalesce(Unit.label, "")
_FILED_NUMBER = func.coalesce(_Filed.number, "")


@cache
def eras() -> Query:
    """Which severity held from when, oldest first."""
    return (
        select(
            SeverityEra.severity,
            SeverityEra.since,
            SeverityEra.promoted,
            SeverityEra.why,
            _BY,
        )
        .outerjoin(Account, Account.id == SeverityEra.by_id)
        .where(SeverityEra.complaint_id == bindparam("case"))
        .order_by(SeverityEra.id)
    )


@cache
def steps() -> Query:
    """The journal of the case, oldest first."""
    return (
        select(
            ComplaintStep.id,
            ComplaintStep.kind,
            ComplaintStep.at,
            ComplaintStep.by_id,
            _BY,
            ComplaintStep.code,
            ComplaintStep.person,
            ComplaintStep.how,
            ComplaintStep.text,
            ComplaintStep.refers_to_id,
            ComplaintStep.post,
            ComplaintStep.entered_at,
        )
        .outerjoin(Account, Account.id == ComplaintStep.by_id)
        .where(ComplaintStep.complaint_id == bindparam("case"))
        .order_by(ComplaintStep.at, ComplaintStep.id)
    )


@cache
def joint() -> Query:
    """Who else complains about the same, in the order they joined (R10)."""
    return (
        select(
            JointComplainant.id,
            JointComplainant.name,
            _ROOM,
            JointComplainant.contact,
            JointComplainant.words,
            JointComplainant.joined_at,
        )
        .outerjoin(Unit, Unit.id == JointComplainant.unit_id)
        .where(JointComplainant.complaint_id == bindparam("case"))
        .order_by(JointComplainant.joined_at, JointComplainant.id)
    )


@cache
def sides() -> Query:
    """The problems found beside the first (R168, R169)."""
    return (
        select(
            SideProblemRow.id,
            SideProblemRow.text,
            SideProblemRow.filed_id,
            _FILED_NUMBER,
            SideProblemRow.reference,
            SideProblemRow.settled_at,
            SideProblemRow.settled_text,
        )
        .outerjoin(_Filed, _Filed.id == SideProblemRow.filed_id)
        .where(SideProblemRow.complaint_id == bindparam("case"))
        .order_by(SideProblemRow.id)
    )


@cache
def pauses() -> Query:
    """When which clocks stood still."""
    return (
        select(
            ClockPause.id,
            ClockPause.clock,
            ClockPause.starts_at,
            ClockPause.ends_at,
            ClockPause.why,
            _BY,
            ClockPause.ends_why,
        )
        .join(Account, Account.id == ClockPause.by_id)
        .where(ClockPause.complaint_id == bindparam("case"))
        .order_by(ClockPause.id)
    )


@cache
def promises() -> Query:
    """What the complainant was promised (R9, R133)."""
    return (
        select(
            Promise.id,
            Promise.text,
            Promise.made_at,
            Promise.made_by,
            Promise.post,
            Promise.due_at,
            Promise.amount,
            Promise.letter_id,
            Promise.reported_at,
            Promise.reported_to,
            Promise.kept_at,
            Promise.broken_why,
        )
        .where(Promise.complaint_id == bindparam("case"))
        .order_by(Promise.id)
    )


@cache
def callbacks() -> Query:
    """The callbacks made, oldest first."""
    return (
        select(
            Callback.id,
            Callback.round,
            Callback.at,
            _BY,
            Callback.how,
            Callback.outcome,
            Callback.why,
            Callback.satisfaction,
            Callback.opinion,
        )
        .join(Account, Account.id == Callback.by_id)
        .where(Callback.complaint_id == bindparam("case"))
        .order_by(Callback.at, Callback.id)
    )


@cache
def approvals() -> Query:
    """What second persons granted or refused, oldest first."""
    return (
        select(Approval.id, Approval.matter, Approval.decision, _BY, Approval.at, Approval.note)
        .join(Account, Account.id == Approval.approver_id)
        .where(Approval.kind == "complaint", Approval.record_id == bindparam("case"))
        .order_by(Approval.id)
    )


@cache
def correction() -> Query:
    """The corrective-action sheet (R146)."""
    return (
        select(
            CorrectiveAction.cause,
            CorrectiveAction.correction,
            CorrectiveAction.prevention,
            CorrectiveAction.responsible,
            CorrectiveAction.due_on,
            CorrectiveAction.written_at,
            CorrectiveAction.done_at,
            CorrectiveAction.verified_at,
            _BY,
            CorrectiveAction.written_by_id,
            _Writer.name,
            CorrectiveAction.done_text,
            CorrectiveAction.verified_text,
        )
        .outerjoin(Account, Account.id == CorrectiveAction.verified_by_id)
        .join(_Writer, _Writer.id == CorrectiveAction.written_by_id)
        .where(CorrectiveAction.complaint_id == bindparam("case"))
    )


@cache
def report() -> Query:
    """The special report (R93)."""
    return (
        select(
            SpecialReport.volume,
            SpecialReport.cause,
            SpecialReport.handling,
            SpecialReport.review,
            SpecialReport.improvement,
            SpecialReport.written_at,
            _BY,
        )
        .join(Account, Account.id == SpecialReport.written_by_id)
        .where(SpecialReport.complaint_id == bindparam("case"))
    )


@cache
def dues() -> Query:
    """When its clocks run out, as was told once, by clock and start."""
    return select(Deadline.clock, Deadline.started_at, Deadline.due_at).where(
        Deadline.kind == "complaint", Deadline.record_id == bindparam("case")
    )
