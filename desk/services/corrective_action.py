"""The corrective-action sheet 糾正預防措施: written, carried out, verified (R146)."""

from dataclasses import replace

from desk.domain import corrective_action as rules
from desk.domain.complaint_handling import as_kept
from desk.domain.corrective_action import DoneEntry, SheetEntry, VerifyEntry
from desk.domain.permissions import Permission
from desk.models.corrective_action import CorrectiveAction
from desk.models.lists import corrective_action as sheet_list
from desk.models.unit_of_work import UnitOfWork
from desk.services import complaint_case
from desk.services.cleaning import Cleaning
from desk.services.complaint_case import Case
from desk.services.workplace import Workplace


def write(workplace: Workplace, complaint_id: int, version: int, entry: SheetEntry) -> Case:
    """Cause, correction, prevention, by whom and by when; written anew until it is done."""
    with workplace.deed(Permission.REGISTER) as work:
        case = complaint_case.opened(work, complaint_id, version)
        cleaning = Cleaning()
        entry = _clean(cleaning, entry)
        today = workplace.estate.custom.day(work.now)
        cleaning.refuse(rules.write_reasons(case.facts, entry, today))
        row = _row(work, complaint_id)
        is_new = row is None
        row = row or CorrectiveAction(complaint_id=complaint_id)
        for field in (*rules.TEXTS, "responsible", "due_on"):
            setattr(row, field, getattr(entry, field))
        row.written_at, row.written_by_id = work.now, workplace.actor.id
        if is_new:
            work.add(row)
        return complaint_case.finished(work, case.row)


def mark_done(workplace: Workplace, complaint_id: int, version: int, entry: DoneEntry) -> Case:
    """What stands on the sheet was carried out."""
    with workplace.deed(Permission.REGISTER) as work:
        case = complaint_case.opened(work, complaint_id, version)
        cleaning = Cleaning()
        text = cleaning.text(entry.text, rules.WORDS_LIMIT, "text")
        entry = replace(entry, at=as_kept(case.facts, entry.at), text=text)
        cleaning.refuse(rules.done_reasons(case.facts, entry, work.now))
        row = _row(work, complaint_id)
        if row is not None:
            row.done_at, row.done_text = entry.at, entry.text
        return complaint_case.finished(work, case.row)


def verify(workplace: Workplace, complaint_id: int, version: int, entry: VerifyEntry) -> Case:
    """Another than the writer looked, and says what was found."""
    with workplace.deed(Permission.REGISTER) as work:
        case = complaint_case.opened(work, complaint_id, version)
        cleaning = Cleaning()
        entry = replace(entry, text=cleaning.text(entry.text, rules.WORDS_LIMIT, "text"))
        verifier_id = workplace.actor.id
        cleaning.refuse(rules.verify_reasons(case.facts, entry, verifier_id))
        row = _row(work, complaint_id)
        if row is not None:
            row.verified_at, row.verified_by_id = work.now, verifier_id
            row.verified_text = entry.text
        return complaint_case.finished(work, case.row)


def _clean(cleaning: Cleaning, entry: SheetEntry) -> SheetEntry:
    return replace(
        entry,
        cause=cleaning.text(entry.cause, rules.WORDS_LIMIT, "cause"),
        correction=cleaning.text(entry.correction, rules.WORDS_LIMIT, "correction"),
        prevention=cleaning.text(entry.prevention, rules.WORDS_LIMIT, "prevention"),
        responsible=cleaning.line(entry.responsible, rules.NAME_LIMIT, "responsible"),
    )


def _row(work: UnitOfWork, complaint_id: int) -> CorrectiveAction | None:
    found = sheet_list.id_of_case(work.reader, complaint_id)
    return None if found is None else work.get(CorrectiveAction, found)
