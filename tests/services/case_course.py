"""A complaint brought to where a test needs it, by the deeds of the desk."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from desk.domain.complaint import ComplaintEntry, Ground, Severity
from desk.domain.complaint_filing import Decision, FilingEntry
from desk.domain.complaint_handling import HandleEntry
from desk.services import complaint, complaint_case, complaint_filing, complaint_handling
from desk.services.complaint_case import Case
from desk.services.workplace import Workplace


def registered(workplace: Workplace, **told: Any) -> Case:
    """Registered now; `told` is what the entry says otherwise."""
    now = workplace.now()
    entry = ComplaintEntry(
        received_at=now,
        occurred_at=now - timedelta(hours=3),
        place="A座大堂",
        complainant="李小龍",
        contact="9123 4567",
        about="清潔部",
        course="大堂地面積水，無人處理。",
        demand="即日清理並致歉。",
    )
    kept = complaint.register(workplace, replace(entry, **told))
    return complaint_case.get(workplace, kept.id)


def filed(
    workplace: Workplace, severity: Severity = Severity.MINOR, ground: Ground = Ground.QUESTION
) -> Case:
    """A case of that severity."""
    known = registered(workplace, severity=severity)
    return file(workplace, known, ground)


def file(workplace: Workplace, known: Case, ground: Ground = Ground.QUESTION) -> Case:
    """Judged to be a case."""
    entry = FilingEntry(Decision.FILE, ground)
    return complaint_filing.judge(workplace, known.detail.id, known.detail.version, entry)


def handled(workplace: Workplace, known: Case, **told: Any) -> Case:
    """Handled now by the clerk at the desk."""
    entry = replace(HandleEntry(workplace.now(), "已派員清潔"), **told)
    detail = known.detail
    return complaint_handling.handle(workplace, detail.id, detail.version, entry)
