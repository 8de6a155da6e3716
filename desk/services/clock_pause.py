"""Letting a case's clocks stand still 時限暫停, and go on again."""

from dataclasses import replace

from desk.domain import clock_pause as rules
from desk.domain.clock_pause import PauseEntry, ResumeEntry
from desk.domain.complaint_clocks import clocks
from desk.domain.complaint_handling import as_kept
from desk.domain.permissions import Permission
from desk.models.complaint_case import ClockPause
from desk.services import complaint_case
from desk.services.cleaning import Cleaning
from desk.services.complaint_case import Case
from desk.services.workplace import Workplace


def pause(workplace: Workplace, complaint_id: int, version: int, entry: PauseEntry) -> Case:
    """One clock, or all of them, stand still from a moment on, for a reason."""
    with workplace.deed(Permission.REGISTER) as work:
        case = complaint_case.opened(work, complaint_id, version)
        cleaning = Cleaning()
        why = cleaning.line(entry.why, rules.WHY_LIMIT, "why")
        entry = replace(entry, at=as_kept(case.facts, entry.at), why=why)
        running = clocks(case.facts, case.policy, case.calendar)
        cleaning.refuse(rules.pause_reasons(case.facts, case.policy, running, entry, work.now))
        work.add(
            ClockPause(
                complaint_id=complaint_id,
                clock=entry.clock,
                starts_at=entry.at,
                why=entry.why,
                by_id=work.actor_id,
            )
        )
        return complaint_case.finished(work, case.row)


def resume(workplace: Workplace, complaint_id: int, version: int, entry: ResumeEntry) -> Case:
    """What stood still goes on; the time between is not counted."""
    with workplace.deed(Permission.REGISTER) as work:
        case = complaint_case.opened(work, complaint_id, version)
        cleaning = Cleaning()
        why = cleaning.line(entry.why, rules.WHY_LIMIT, "why")
        entry = replace(entry, at=as_kept(case.facts, entry.at), why=why)
        cleaning.refuse(rules.resume_reasons(case.facts, entry, work.now))
        row = work.get(ClockPause, entry.pause_id)
        row.ends_at, row.ends_why = entry.at, entry.why
        return complaint_case.finished(work, case.row)
