"""The departments of the estate (R202): looking, writing down, changing."""

from dataclasses import replace

from desk.domain import department as rules
from desk.domain.department import DepartmentEntry
from desk.domain.permissions import Permission
from desk.domain.reasons import Reason
from desk.errors import NotFound
from desk.models.department import Department
from desk.models.lists import Reader
from desk.models.lists import department as department_list
from desk.models.lists.department import DepartmentRow
from desk.models.unit_of_work import UnitOfWork
from desk.services.cleaning import Cleaning
from desk.services.workplace import Workplace

__all__ = ["DepartmentRow", "add", "change", "departments", "edit_reasons", "get"]


def departments(workplace: Workplace) -> tuple[DepartmentRow, ...]:
    """All of them, those that still exist first."""
    with workplace.reading() as reader:
        return department_list.departments(reader)


def get(workplace: Workplace, department_id: int) -> DepartmentRow:
    """One department; NotFound when there is none."""
    with workplace.reading() as reader:
        return _there(department_list.department(reader, department_id), department_id)


def add(workplace: Workplace, entry: DepartmentEntry) -> DepartmentRow:
    """Write a department down."""
    with workplace.deed(Permission.EDIT_GUIDE) as work:
        entry = _ready(work.reader, entry, None)
        row = Department()
        _write(row, entry)
        work.add(row)
        return _committed(work, row.id)


def change(
    workplace: Workplace, department_id: int, version: int, entry: DepartmentEntry
) -> DepartmentRow:
    """Correct a department, or end it; its matters are found by the new name."""
    with workplace.deed(Permission.EDIT_GUIDE) as work:
        row = work.get_as_seen(Department, department_id, version)
        _write(row, _ready(work.reader, entry, department_id))
        return _committed(work, department_id)


def edit_reasons(workplace: Workplace) -> tuple[Reason, ...]:
    """Why the clerk may not edit the guide: the words on a shut button."""
    return workplace.missing(Permission.EDIT_GUIDE)


def _ready(reader: Reader, entry: DepartmentEntry, but: int | None) -> DepartmentEntry:
    cleaning = Cleaning()
    entry = replace(
        entry,
        name=cleaning.line(entry.name, rules.NAME_LIMIT, "name"),
        head=cleaning.line(entry.head, rules.NAME_LIMIT, "head"),
        phone=cleaning.line(entry.phone, rules.PHONE_LIMIT, "phone"),
        division=cleaning.line(entry.division, rules.NAME_LIMIT, "division"),
    )
    cleaning.refuse(rules.entry_reasons(entry), _twin_reasons(reader, entry, but))
    return entry


def _twin_reasons(reader: Reader, entry: DepartmentEntry, but: int | None) -> tuple[Reason, ...]:
    key = rules.name_key(entry.name)
    others = department_list.names(reader).items()
    is_twin = any(rules.name_key(name) == key for one, name in others if one != but)
    return (Reason("department.exists", "name"),) if is_twin else ()


def _write(row: Department, entry: DepartmentEntry) -> None:
    for field in ("name", "head", "phone", "division", "active"):
        setattr(row, field, getattr(entry, field))


def _committed(work: UnitOfWork, department_id: int) -> DepartmentRow:
    return work.committed(department_list.department, "department", department_id)


def _there(row: DepartmentRow | None, department_id: int) -> DepartmentRow:
    if row is None:
        raise NotFound("department", str(department_id))
    return row
