"""The special report 專項報告 of 重大、熱點、重要 cases, after completion (R93, R88, F14)."""

from collections.abc import Iterator
from dataclasses import dataclass

from desk.domain.complaint import Filing, Severity, State
from desk.domain.complaint_case import CaseFacts, covers
from desk.domain.policy import Event, Policy, Scope
from desk.domain.reasons import Reason

TEXT_LIMIT = 20_000
FIELDS = ("cause", "handling", "review", "improvement")

# R93, where the case's policy says nothing of the report.
CASES = Scope((Severity.IMPORTANT, Severity.MAJOR), hot=True)


@dataclass(frozen=True)
class SpecialReportEntry:
    """Why it happened, how it was handled, how that is judged 檢討 (R14), what gets better."""

    cause: str
    handling: str
    review: str
    improvement: str


def is_asked_for(facts: CaseFacts, policy: Policy) -> bool:
    """Whether a case of this kind has a special report."""
    ruled = [one.scope for one in policy.every_clock() if one.end is Event.REPORTED]
    return any(covers(scope, facts, policy) for scope in ruled or [CASES])


def write_blockers(facts: CaseFacts, policy: Policy) -> tuple[Reason, ...]:
    """R93: a grave or hot case, handled or closed; one report a case, kept in its own volume."""
    if facts.filing is not Filing.FILED:
        return (Reason("complaint.not_filed"),)
    if not is_asked_for(facts, policy):
        return (Reason("special_report.not_asked"),)
    if facts.state is not State.CLOSED and facts.handled_at is None:
        return (Reason("complaint.not_handled"),)
    if facts.report is not None:
        return (Reason("special_report.written", None, {"volume": facts.report.volume}),)
    return ()


def write_reasons(
    facts: CaseFacts, policy: Policy, entry: SpecialReportEntry
) -> tuple[Reason, ...]:
    """Everything that keeps the report from being filed."""
    return (*write_blockers(facts, policy), *entry_reasons(entry))


def correct_reasons(facts: CaseFacts, entry: SpecialReportEntry) -> tuple[Reason, ...]:
    """A report that is filed is corrected under its own number; what it said stays told."""
    missing = () if facts.report is not None else (Reason("special_report.not_written"),)
    return (*missing, *entry_reasons(entry))


def entry_reasons(entry: SpecialReportEntry) -> Iterator[Reason]:
    """Each part says something, the review of the handling too (R14)."""
    for field in FIELDS:
        if not getattr(entry, field):
            yield Reason(f"special_report.{field}.missing", field)
