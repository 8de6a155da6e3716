"""Departments, as read."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import func, select

from desk.models.department import Department
from desk.models.lists import Reader

_COLUMNS = (
    Department.id,
    Department.version,
    Department.name,
    Department.head,
    Department.phone,
    Department.division,
    Department.active,
)


@dataclass(frozen=True)
class DepartmentRow:
    """One department."""

    id: int
    version: int
    name: str
    head: str
    phone: str
    division: str
    active: bool


def departments(reader: Reader) -> tuple[DepartmentRow, ...]:
    """All of them, those that still exist first, in the order in which they were written down."""
    query = select(*_COLUMNS).order_by(Department.active.desc(), Department.id)
    return tuple(DepartmentRow(*row) for row in reader.execute(query))


def department(reader: Reader, department_id: int) -> DepartmentRow | None:
    """One department by its id."""
    row = reader.execute(select(*_COLUMNS).where(Department.id == department_id)).first()
    return None if row is None else DepartmentRow(*row)


def names(reader: Reader) -> dict[int, str]:
    """Every name by its id."""
    rows = reader.execute(select(Department.id, Department.name))
    return {row.id: row.name for row in rows}


def divisions(reader: Reader, department_ids: Iterable[int]) -> int:
    """Over how many divisions 管理部 these departments are spread; one without counts as one."""
    query = select(func.count(func.distinct(Department.division)))
    return reader.scalar(query.where(Department.id.in_(list(department_ids)))) or 0
