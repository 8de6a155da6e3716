"""The duty matrix 部門職責表 (R202): who does what, searched at the desk, edited by the lead."""

from dataclasses import dataclass, replace

from desk.domain import duty as rules
from desk.domain.duty import DutyEntry
from desk.domain.permissions import Permission
from desk.errors import NotFound
from desk.models.department import Department, Duty
from desk.models.lists import duty as duty_list
from desk.models.lists.duty import DutyRow, Filter
from desk.services.cleaning import Cleaning
from desk.services.search_words import terms_of
from desk.services.workplace import Workplace

__all__ = ["DutyFilter", "DutyRow", "add", "change", "duties", "get"]


@dataclass(frozen=True)
class DutyFilter:
    """What the matrix is narrowed to."""

    department_id: int | None = None
    active: bool | None = None
    text: str = ""


def duties(workplace: Workplace, wanted: DutyFilter) -> tuple[DutyRow, ...]:
    """The matrix, by department (R202)."""
    terms = terms_of(wanted.text)
    narrowed = Filter(wanted.department_id, wanted.active, terms)
    with workplace.reading() as reader:
        return duty_list.duties(reader, narrowed)


def get(workplace: Workplace, duty_id: int) -> DutyRow:
    """One matter; NotFound when there is none."""
    with workplace.reading() as reader:
        found = duty_list.duty(reader, duty_id)
    if found is None:
        raise NotFound("duty", str(duty_id))
    return found


def add(workplace: Workplace, entry: DutyEntry) -> DutyRow:
    """Write a matter down."""
    with workplace.deed(Permission.EDIT_GUIDE) as work:
        entry = _ready(entry)
        row = Duty(department=work.get(Department, entry.department_id or 0))
        _write(row, entry)
        work.add(row)
        return work.committed(duty_list.duty, "duty", row.id)


def change(workplace: Workplace, duty_id: int, version: int, entry: DutyEntry) -> DutyRow:
    """Correct a matter, give it to another department, or end it."""
    with workplace.deed(Permission.EDIT_GUIDE) as work:
        row = work.get_as_seen(Duty, duty_id, version)
        entry = _ready(entry)
        row.department = work.get(Department, entry.department_id or 0)
        _write(row, entry)
        return work.committed(duty_list.duty, "duty", duty_id)


def _ready(entry: DutyEntry) -> DutyEntry:
    cleaning = Cleaning()
    entry = replace(
        entry,
        matter=cleaning.line(entry.matter, rules.MATTER_LIMIT, "matter"),
        phone=cleaning.line(entry.phone, rules.PHONE_LIMIT, "phone"),
        note=cleaning.text(entry.note, rules.NOTE_LIMIT, "note"),
    )
    cleaning.refuse(rules.entry_reasons(entry))
    return entry


def _write(row: Duty, entry: DutyEntry) -> None:
    row.matter, row.phone, row.note = entry.matter, entry.phone, entry.note
    row.active = entry.active
