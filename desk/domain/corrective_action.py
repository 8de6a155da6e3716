"""The corrective-action sheet 糾正預防措施 of a 重大 or 重要 case (R146).

Cause, correction, prevention; carried out by the responsible person, then verified by another
than the one who wrote it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from desk.domain.complaint_case import CaseFacts, covers
from desk.domain.complaint_handling import case_blockers, moment_reasons
from desk.domain.policy import Condition, Policy
from desk.domain.reasons import Reason

WORDS_LIMIT = 4_000
NAME_LIMIT = 80
TEXTS = ("cause", "correction", "prevention")


@dataclass(frozen=True)
class SheetEntry:
    """What is to be done about the cause, by whom and by which day."""

    cause: str = ""
    correction: str = ""
    prevention: str = ""
    responsible: str = ""
    due_on: date | None = None


@dataclass(frozen=True)
class DoneEntry:
    """What was carried out, and when it was finished."""

    at: datetime
    text: str = ""


@dataclass(frozen=True)
class VerifyEntry:
    """What the verification 驗證 found."""

    text: str = ""


def is_asked(facts: CaseFacts, policy: Policy) -> bool:
    """R146: whether the policy asks a sheet of this case before it is closed."""
    rules = (one for one in policy.close if one.condition is Condition.CORRECTIVE_ACTION)
    return any(covers(one.scope, facts, policy) for one in rules)


def write_blockers(facts: CaseFacts) -> tuple[Reason, ...]:
    """The sheet may be written anew until what stands on it was done."""
    done = facts.correction is not None and facts.correction.done_at is not None
    again = (Reason("corrective_action.done_already"),) if done else ()
    return case_blockers(facts) or again


def write_reasons(facts: CaseFacts, entry: SheetEntry, today: date) -> tuple[Reason, ...]:
    """R146: a sheet names cause, correction, prevention, who is responsible and by when."""
    return (*write_blockers(facts), *_written(entry, today))


def _written(entry: SheetEntry, today: date) -> Iterator[Reason]:
    for field in (*TEXTS, "responsible"):
        if not getattr(entry, field):
            yield Reason(f"corrective_action.{field}.missing", field)
    if entry.due_on is None:
        yield Reason("corrective_action.due_on.missing", "due_on")
    elif entry.due_on < today:
        yield Reason("corrective_action.due_on.past", "due_on")


def done_blockers(facts: CaseFacts) -> tuple[Reason, ...]:
    """R146: there is a sheet, and what stands on it was not done yet."""
    return case_blockers(facts) or tuple(_nothing_to_do(facts))


def _nothing_to_do(facts: CaseFacts) -> Iterator[Reason]:
    if facts.correction is None:
        yield Reason("corrective_action.none")
    elif facts.correction.done_at is not None:
        yield Reason("corrective_action.done_already")


def done_reasons(facts: CaseFacts, entry: DoneEntry, now: datetime) -> tuple[Reason, ...]:
    """R146: what was done is written down, not before the sheet was."""
    return (*done_blockers(facts), *_done(facts, entry, now))


def _done(facts: CaseFacts, entry: DoneEntry, now: datetime) -> Iterator[Reason]:
    if not entry.text:
        yield Reason("corrective_action.done.missing", "text")
    if facts.correction is not None and entry.at < facts.correction.written_at:
        yield Reason("corrective_action.done.before_written", "at")
    yield from moment_reasons(facts, entry.at, now)


def verify_blockers(facts: CaseFacts, verifier_id: int) -> tuple[Reason, ...]:
    """R146: what was done is verified once, by another person than the writer of the sheet."""
    return case_blockers(facts) or tuple(_nothing_to_verify(facts, verifier_id))


def _nothing_to_verify(facts: CaseFacts, verifier_id: int) -> Iterator[Reason]:
    sheet = facts.correction
    if sheet is None:
        yield Reason("corrective_action.none")
    elif sheet.done_at is None:
        yield Reason("corrective_action.not_done")
    elif sheet.verified_at is not None:
        yield Reason("corrective_action.verified_already")
    elif sheet.written_by_id == verifier_id:
        yield Reason("corrective_action.verified_by_writer")


def verify_reasons(facts: CaseFacts, entry: VerifyEntry, verifier_id: int) -> tuple[Reason, ...]:
    """R146: the verification says what it found."""
    missing = () if entry.text else (Reason("corrective_action.verified.missing", "text"),)
    return (*verify_blockers(facts, verifier_id), *missing)
