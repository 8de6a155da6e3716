"""Problems beside the first one 衍生問題: noted, filed on their own, settled (R168, R169)."""

from dataclasses import replace

from desk.domain import side_problem as rules
from desk.domain.complaint import Filing
from desk.domain.permissions import Permission
from desk.domain.side_problem import FileEntry, Linked, SettleEntry
from desk.models.complaint import Complaint
from desk.models.complaint_case import SideProblem
from desk.models.lists import complaint as complaint_list
from desk.models.unit_of_work import UnitOfWork
from desk.services import complaint_case
from desk.services.cleaning import Cleaning
from desk.services.complaint_case import Case
from desk.services.workplace import Workplace


def note(workplace: Workplace, complaint_id: int, version: int, text: str) -> Case:
    """A problem that came up beside the first is written down."""
    with workplace.deed(Permission.REGISTER) as work:
        case = complaint_case.opened(work, complaint_id, version)
        cleaning = Cleaning()
        text = cleaning.text(text, rules.WORDS_LIMIT, "text")
        cleaning.refuse(rules.note_reasons(case.facts, text))
        work.add(
            SideProblem(
                complaint_id=complaint_id,
                text=text,
                noted_at=work.now,
                noted_by_id=work.actor_id,
            )
        )
        return complaint_case.finished(work, case.row)


def file(workplace: Workplace, complaint_id: int, version: int, entry: FileEntry) -> Case:
    """R168: it stands on its own, as another complaint or under an order's number."""
    with workplace.deed(Permission.REGISTER) as work:
        case = complaint_case.opened(work, complaint_id, version)
        cleaning = Cleaning()
        entry = replace(
            entry,
            number=cleaning.line(entry.number, rules.REFERENCE_LIMIT, "number").upper(),
            reference=cleaning.line(entry.reference, rules.REFERENCE_LIMIT, "reference"),
        )
        linked = _linked(work, entry.number)
        cleaning.refuse(rules.file_reasons(case.facts, entry, linked))
        row = work.get(SideProblem, entry.problem_id)
        row.filed_id = None if linked is None else linked.id
        row.reference = entry.reference
        return complaint_case.finished(work, case.row)


def settle(workplace: Workplace, complaint_id: int, version: int, entry: SettleEntry) -> Case:
    """R169: it is settled inside this case, and how."""
    with workplace.deed(Permission.REGISTER) as work:
        case = complaint_case.opened(work, complaint_id, version)
        cleaning = Cleaning()
        entry = replace(entry, text=cleaning.text(entry.text, rules.WORDS_LIMIT, "text"))
        cleaning.refuse(rules.settle_reasons(case.facts, entry))
        row = work.get(SideProblem, entry.problem_id)
        row.settled_at, row.settled_text = work.now, entry.text
        return complaint_case.finished(work, case.row)


def _linked(work: UnitOfWork, number: str) -> Linked | None:
    found = complaint_list.id_of_number(work.reader, number) if number else None
    return None if found is None else Linked(found, Filing(work.get(Complaint, found).filing))
