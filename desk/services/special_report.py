"""The special report 專項報告 of a grave or hot case, filed in a volume of its own (R93, F14)."""

from dataclasses import asdict

from desk.domain import special_report as rules
from desk.domain.permissions import Permission
from desk.domain.reasons import Reason
from desk.domain.special_report import SpecialReportEntry
from desk.models.lists import complaint_parts
from desk.models.special_report import SpecialReport
from desk.services import complaint_case
from desk.services.cleaning import Cleaning
from desk.services.complaint_case import Case
from desk.services.workplace import Workplace

__all__ = ["SpecialReportEntry", "correct", "correct_reasons", "write", "write_reasons"]

LETTER = "S"


def write(workplace: Workplace, complaint_id: int, version: int, entry: SpecialReportEntry) -> Case:
    """File the report under the next number of its volume; one a case."""
    with workplace.deed(Permission.REGISTER) as work:
        case = complaint_case.opened(work, complaint_id, version)
        cleaning = Cleaning()
        entry = _clean(cleaning, entry)
        cleaning.refuse(rules.write_reasons(case.facts, case.policy, entry))
        row = SpecialReport(
            complaint_id=complaint_id,
            volume=work.next_number(LETTER),
            written_at=work.now,
            written_by_id=work.actor_id,
            **asdict(entry),
        )
        work.add(row)
        return complaint_case.finished(work, case.row)


def correct(
    workplace: Workplace, complaint_id: int, version: int, entry: SpecialReportEntry
) -> Case:
    """Correct the report under its number; its history keeps what it said."""
    with workplace.deed(Permission.REGISTER) as work:
        case = complaint_case.opened(work, complaint_id, version)
        cleaning = Cleaning()
        entry = _clean(cleaning, entry)
        cleaning.refuse(rules.correct_reasons(case.facts, entry))
        row = work.get(SpecialReport, complaint_parts.report_id(work.reader, complaint_id))
        for field in rules.FIELDS:
            setattr(row, field, getattr(entry, field))
        return complaint_case.finished(work, case.row)


def write_reasons(workplace: Workplace, case: Case) -> tuple[Reason, ...]:
    """Why no report is written: the words on a shut button."""
    blockers = rules.write_blockers(case.facts, case.policy)
    return (*workplace.missing(Permission.REGISTER), *blockers)


def correct_reasons(workplace: Workplace, _case: Case) -> tuple[Reason, ...]:
    """Why the report may not be corrected: the words on a shut button."""
    return workplace.missing(Permission.REGISTER)


def _clean(cleaning: Cleaning, entry: SpecialReportEntry) -> SpecialReportEntry:
    texts = {
        field: cleaning.text(getattr(entry, field), rules.TEXT_LIMIT, field)
        for field in rules.FIELDS
    }
    return SpecialReportEntry(**texts)
