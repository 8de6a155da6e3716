"""The parts of a complaint, as read; each list in the order in which it came about."""

from collections.abc import Callable
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import Select, func, select
from sqlalchemy.orm import aliased

from desk.domain.complaint_case import (
    ApprovalGiven,
    CallbackMade,
    Complainant,
    Correction,
    Era,
    Pause,
    PromiseMade,
    Report,
    SideProblem,
    Step,
)
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
from desk.models.lists import Reader
from desk.models.promise import Promise
from desk.models.special_report import SpecialReport
from desk.models.staff import Account

Part = TypeVar("Part")

_Filed = aliased(Complaint)
_BY = func.coalesce(Account.name, "")
_ROOM = func.coalesce(Unit.label, "")
_FILED_NUMBER = func.coalesce(_Filed.number, "")


def eras(reader: Reader, complaint_id: int) -> tuple[Era, ...]:
    """Which severity held from when, oldest first."""
    query = (
        select(
            SeverityEra.severity,
            SeverityEra.since,
            SeverityEra.promoted,
            SeverityEra.why,
            _BY,
        )
        .outerjoin(Account, Account.id == SeverityEra.by_id)
        .where(SeverityEra.complaint_id == complaint_id)
        .order_by(SeverityEra.id)
    )
    return _parts(reader, query, Era)


def steps(reader: Reader, complaint_id: int) -> tuple[Step, ...]:
    """The journal of the case, oldest first."""
    query = (
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
        )
        .outerjoin(Account, Account.id == ComplaintStep.by_id)
        .where(ComplaintStep.complaint_id == complaint_id)
        .order_by(ComplaintStep.at, ComplaintStep.id)
    )
    return _parts(reader, query, Step)


def joint(reader: Reader, complaint_id: int) -> tuple[Complainant, ...]:
    """Who else complains about the same, in the order they joined (R10)."""
    table = JointComplainant
    query = (
        select(table.id, table.name, _ROOM, table.contact, table.words, table.joined_at)
        .outerjoin(Unit, Unit.id == table.unit_id)
        .where(table.complaint_id == complaint_id)
        .order_by(table.joined_at, table.id)
    )
    return _parts(reader, query, Complainant)


def sides(reader: Reader, complaint_id: int) -> tuple[SideProblem, ...]:
    """The problems found beside the first (R168, R169)."""
    table = SideProblemRow
    query = (
        select(
            table.id,
            table.text,
            table.filed_id,
            _FILED_NUMBER,
            table.reference,
            table.settled_at,
            table.settled_text,
        )
        .outerjoin(_Filed, _Filed.id == table.filed_id)
        .where(table.complaint_id == complaint_id)
        .order_by(table.id)
    )
    return _parts(reader, query, SideProblem)


def pauses(reader: Reader, complaint_id: int) -> tuple[Pause, ...]:
    """When which clocks stood still."""
    table = ClockPause
    query = (
        select(
            table.id, table.clock, table.starts_at, table.ends_at, table.why, _BY, table.ends_why
        )
        .join(Account, Account.id == table.by_id)
        .where(table.complaint_id == complaint_id)
        .order_by(table.id)
    )
    return _parts(reader, query, Pause)


def promises(reader: Reader, complaint_id: int) -> tuple[PromiseMade, ...]:
    """What the complainant was promised (R9, R133)."""
    table = Promise
    query = (
        select(
            table.id,
            table.text,
            table.made_at,
            table.made_by,
            table.post,
            table.due_at,
            table.amount,
            table.letter_id,
            table.reported_at,
            table.reported_to,
            table.kept_at,
            table.broken_why,
        )
        .where(table.complaint_id == complaint_id)
        .order_by(table.id)
    )
    return _parts(reader, query, PromiseMade)


def callbacks(reader: Reader, complaint_id: int) -> tuple[CallbackMade, ...]:
    """The callbacks made, oldest first."""
    table = Callback
    query = (
        select(
            table.id,
            table.round,
            table.at,
            _BY,
            table.how,
            table.outcome,
            table.why,
            table.satisfaction,
            table.opinion,
        )
        .join(Account, Account.id == table.by_id)
        .where(table.complaint_id == complaint_id)
        .order_by(table.at, table.id)
    )
    return _parts(reader, query, CallbackMade)


def approvals(reader: Reader, complaint_id: int) -> tuple[ApprovalGiven, ...]:
    """What second persons granted or refused, oldest first."""
    table = Approval
    query = (
        select(table.id, table.matter, table.decision, _BY, table.at, table.note)
        .join(Account, Account.id == table.approver_id)
        .where(table.kind == "complaint", table.record_id == complaint_id)
        .order_by(table.id)
    )
    return _parts(reader, query, ApprovalGiven)


def correction(reader: Reader, complaint_id: int) -> Correction | None:
    """The corrective-action sheet (R146)."""
    table, writer = CorrectiveAction, aliased(Account)
    query = (
        select(
            table.cause,
            table.correction,
            table.prevention,
            table.responsible,
            table.due_on,
            table.written_at,
            table.done_at,
            table.verified_at,
            _BY,
            table.written_by_id,
            writer.name,
            table.done_text,
            table.verified_text,
        )
        .outerjoin(Account, Account.id == table.verified_by_id)
        .join(writer, writer.id == table.written_by_id)
        .where(table.complaint_id == complaint_id)
    )
    return _part(reader, query, Correction)


def report(reader: Reader, complaint_id: int) -> Report | None:
    """The special report (R93)."""
    table = SpecialReport
    query = (
        select(
            table.volume,
            table.cause,
            table.handling,
            table.review,
            table.improvement,
            table.written_at,
            _BY,
        )
        .join(Account, Account.id == table.written_by_id)
        .where(table.complaint_id == complaint_id)
    )
    return _part(reader, query, Report)


def report_id(reader: Reader, complaint_id: int) -> int:
    """The id of the special report; 0 while there is none."""
    query = select(SpecialReport.id).where(SpecialReport.complaint_id == complaint_id)
    return reader.execute(query).scalar() or 0


def dues(reader: Reader, complaint_id: int) -> dict[tuple[str, datetime], datetime]:
    """When its clocks run out, as was told once, by clock and start."""
    query = select(Deadline.clock, Deadline.started_at, Deadline.due_at).where(
        Deadline.kind == "complaint", Deadline.record_id == complaint_id
    )
    return {(clock, started): due for clock, started, due in reader.execute(query)}


def _parts(
    reader: Reader, query: Select[*tuple[Any, ...]], make: Callable[..., Part]
) -> tuple[Part, ...]:
    return tuple(make(*row) for row in reader.execute(query))


def _part(
    reader: Reader, query: Select[*tuple[Any, ...]], make: Callable[..., Part]
) -> Part | None:
    row = reader.execute(query).first()
    return None if row is None else make(*row)
