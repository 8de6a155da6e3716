"""The complaint sheet on its way: handed out, signed for, brought back (F5, R143, R145, R187).

派發 to one or several departments within the policy's minutes, 領表人簽收, 交回.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from desk.domain.complaint_case import CaseFacts, Step
from desk.domain.complaint_handling import StepKind, moment_reasons, open_blockers, work_blockers
from desk.domain.policy import Event
from desk.domain.reasons import Reason


@dataclass(frozen=True)
class HandOutEntry:
    """The sheet goes to these departments; `text` is what they are asked for."""

    at: datetime
    departments: tuple[str, ...] = ()
    text: str = ""


@dataclass(frozen=True)
class SheetEntry:
    """A sheet that is out was signed for, or came back: `person` took it or brought it."""

    at: datetime
    hand_out_id: int = 0
    person: str = ""
    text: str = ""


@dataclass(frozen=True)
class Sheet:
    """One sheet that went to a department: who signed for it, and when it was back (F5)."""

    hand_out: Step
    signed: Step | None = None
    returned: Step | None = None

    @property
    def is_out(self) -> bool:
        """Whether the department still has it."""
        return self.returned is None


def sheets(facts: CaseFacts) -> tuple[Sheet, ...]:
    """Every sheet that was handed out, in the order in which it went (F5)."""
    signed = {one.refers_to_id: one for one in facts.steps_of(StepKind.SHEET_SIGNED)}
    returned = {one.refers_to_id: one for one in facts.steps_of(Event.SHEET_RETURNED)}
    return tuple(
        Sheet(one, signed.get(one.id), returned.get(one.id))
        for one in facts.steps_of(Event.HANDED_OUT)
    )


def hand_out_reasons(facts: CaseFacts, entry: HandOutEntry, now: datetime) -> tuple[Reason, ...]:
    """R143, R187: the sheet is passed to the department; where several share it, to each once."""
    return (*work_blockers(facts), *moment_reasons(facts, entry.at, now), *_given(facts, entry))


def _given(facts: CaseFacts, entry: HandOutEntry) -> Iterator[Reason]:
    if not entry.departments:
        yield Reason("complaint.department.missing", "departments")
    if len(set(entry.departments)) < len(entry.departments):
        yield Reason("complaint.department.twice", "departments")
    out = {sheet.hand_out.person for sheet in sheets(facts) if sheet.is_out}
    for name in dict.fromkeys(entry.departments):
        if name in out:
            yield Reason("complaint.department.has_sheet", "departments", {"department": name})


def sign_blockers(facts: CaseFacts) -> tuple[Reason, ...]:
    """R143: there is a sheet out for which nobody has signed."""
    waiting = any(sheet.is_out and sheet.signed is None for sheet in sheets(facts))
    missing = () if waiting else (Reason("complaint.sheet.none_to_sign"),)
    return open_blockers(facts) or missing


def sign_reasons(facts: CaseFacts, entry: SheetEntry, now: datetime) -> tuple[Reason, ...]:
    """R143: the receiver signs for each sheet, once 領表人簽收."""
    sheet = _sheet(facts, entry)
    again = sheet is not None and sheet.signed is not None
    twice = (Reason("complaint.sheet.signed_already", "hand_out_id"),) if again else ()
    return (*open_blockers(facts), *_sheet_reasons(facts, sheet, entry, now), *twice)


def return_blockers(facts: CaseFacts) -> tuple[Reason, ...]:
    """R145: there is a sheet that a department still has; it comes back after the closing too."""
    waiting = any(sheet.is_out for sheet in sheets(facts))
    return () if waiting else (Reason("complaint.sheet.none_out"),)


def return_reasons(facts: CaseFacts, entry: SheetEntry, now: datetime) -> tuple[Reason, ...]:
    """R145: the department brings each sheet back to the desk, once."""
    sheet = _sheet(facts, entry)
    again = sheet is not None and not sheet.is_out
    twice = (Reason("complaint.sheet.returned_already", "hand_out_id"),) if again else ()
    return (*_sheet_reasons(facts, sheet, entry, now), *twice)


def _sheet(facts: CaseFacts, entry: SheetEntry) -> Sheet | None:
    return {one.hand_out.id: one for one in sheets(facts)}.get(entry.hand_out_id)


def _sheet_reasons(
    facts: CaseFacts, sheet: Sheet | None, entry: SheetEntry, now: datetime
) -> Iterator[Reason]:
    if sheet is None:
        yield Reason("complaint.sheet.missing", "hand_out_id")
    elif entry.at < sheet.hand_out.at:
        yield Reason("complaint.at.before_hand_out", "at")
    if not entry.person:
        yield Reason("complaint.person.missing", "person")
    yield from moment_reasons(facts, entry.at, now)
