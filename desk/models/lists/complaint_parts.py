"""The parts of a complaint, as read; each list in the order in which it came about."""

from collections.abc import Callable
from datetime import datetime
from typing import TypeVar

from sqlalchemy import select

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
from desk.models.lists import Reader
from desk.models.lists import complaint_statements as statements
from desk.models.lists.complaint_statements import Query
from desk.models.special_report import SpecialReport

Part = TypeVar("Part")


def eras(reader: Reader, complaint_id: int) -> tuple[Era, ...]:
    """Which severity held from when, oldest first."""
    return _parts(reader, statements.eras(), complaint_id, Era)


def steps(reader: Reader, complaint_id: int) -> tuple[Step, ...]:
    """The journal of the case, oldest first."""
    return _parts(reader, statements.steps(), complaint_id, Step)


def joint(reader: Reader, complaint_id: int) -> tuple[Complainant, ...]:
    """Who else complains about the same, in the order they joined (R10)."""
    return _parts(reader, statements.joint(), complaint_id, Complainant)


def sides(reader: Reader, complaint_id: int) -> tuple[SideProblem, ...]:
    """The problems found beside the first (R168, R169)."""
    return _parts(reader, statements.sides(), complaint_id, SideProblem)


def pauses(reader: Reader, complaint_id: int) -> tuple[Pause, ...]:
    """When which clocks stood still."""
    return _parts(reader, statements.pauses(), complaint_id, Pause)


def promises(reader: Reader, complaint_id: int) -> tuple[PromiseMade, ...]:
    """What the complainant was promised (R9, R133)."""
    return _parts(reader, statements.promises(), complaint_id, PromiseMade)


def callbacks(reader: Reader, complaint_id: int) -> tuple[CallbackMade, ...]:
    """The callbacks made, oldest first."""
    return _parts(reader, statements.callbacks(), complaint_id, CallbackMade)


def approvals(reader: Reader, complaint_id: int) -> tuple[ApprovalGiven, ...]:
    """What second persons granted or refused, oldest first."""
    return _parts(reader, statements.approvals(), complaint_id, ApprovalGiven)


def correction(reader: Reader, complaint_id: int) -> Correction | None:
    """The corrective-action sheet (R146)."""
    return _part(reader, statements.correction(), complaint_id, Correction)


def report(reader: Reader, complaint_id: int) -> Report | None:
    """The special report (R93)."""
    return _part(reader, statements.report(), complaint_id, Report)


def report_id(reader: Reader, complaint_id: int) -> int:
    """The id of the special report; 0 while there is none."""
    query = select(SpecialReport.id).where(SpecialReport.complaint_id == complaint_id)
    return reader.execute(query).scalar() or 0


def dues(reader: Reader, complaint_id: int) -> dict[tuple[str, datetime], datetime]:
    """When its clocks run out, as was told once, by clock and start."""
    return {
        (clock, started): due
        for clock, started, due in reader.execute(statements.dues(), {"case": complaint_id})
    }


def _parts(
    reader: Reader, query: Query, complaint_id: int, make: Callable[..., Part]
) -> tuple[Part, ...]:
    return tuple(make(*row) for row in reader.execute(query, {"case": complaint_id}))


def _part(
    reader: Reader, query: Query, complaint_id: int, make: Callable[..., Part]
) -> Part | None:
    row = reader.execute(query, {"case": complaint_id}).first()
    return None if row is None else make(*row)
