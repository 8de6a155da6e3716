"""Who does the work, as read: by pages, everyone, one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import groupby
from typing import Any

from sqlalchemy import Row, Select, select

from desk.domain.search_text import Term
from desk.domain.service_person import Employer, EmployerKind, Person, Skill
from desk.models.department import Department
from desk.models.lists import Page, Reader, page
from desk.models.lists.order import found_by, latest_first
from desk.models.service_person import ServicePerson, ServiceSkill
from desk.models.supplier import Supplier

Key = tuple[int]


@dataclass(frozen=True)
class PersonRow:
    """Somebody whole, skills in the order they were written down."""

    id: int
    version: int
    name: str
    phone: str
    employer: str
    department_id: int | None
    department: str | None
    supplier_id: int | None
    supplier: str | None
    since: date
    remark: str
    entered_at: datetime
    left_on: date | None
    left_why: str
    skills: tuple[Skill, ...] = ()

    @property
    def whose(self) -> Employer:
        """Whose people."""
        kind = EmployerKind(self.employer)
        if kind is EmployerKind.SUPPLIER:
            return Employer(kind, self.supplier_id, self.supplier or "")
        if kind is EmployerKind.DEPARTMENT:
            return Employer(kind, self.department_id, self.department or "")
        return Employer(kind)

    @property
    def person(self) -> Person:
        """What the rules ask."""
        return Person(
            id=self.id,
            name=self.name,
            employer=self.whose,
            skills=self.skills,
            since=self.since,
            active=self.left_on is None,
            phone=self.phone,
        )


@dataclass(frozen=True)
class Filter:
    """What the register is narrowed to; None means everything."""

    is_here: bool | None = None
    supplier_id: int | None = None
    department_id: int | None = None
    terms: Sequence[Term] | None = None


def people(reader: Reader, wanted: Filter, after: Key | None, limit: int) -> Page[PersonRow]:
    """A page of the register, newest first, after the key of the last row seen."""
    query = latest_first(_narrowed(wanted), ServicePerson.id, after)
    found = page(reader, query, _row, _key, limit)
    return replace(found, rows=_skilled(reader, found.rows))


def everyone(reader: Reader) -> tuple[PersonRow, ...]:
    """All of them, those who are here first, by name."""
    query = _QUERY.order_by(ServicePerson.left_on.is_not(None), ServicePerson.name)
    return _skilled(reader, [_row(row) for row in reader.execute(query)])


def detail(reader: Reader, person_id: int) -> PersonRow | None:
    """One by the id."""
    row = reader.execute(_QUERY.where(ServicePerson.id == person_id)).first()
    return None if row is None else _skilled(reader, [_row(row)])[0]


def skills(reader: Reader) -> tuple[str, ...]:
    """Every skill that somebody has, once."""
    query = select(ServiceSkill.code).where(ServiceSkill.dropped_at.is_(None)).distinct()
    return tuple(reader.scalars(query.order_by(ServiceSkill.code)))


def _narrowed(wanted: Filter) -> Select[*tuple[Any, ...]]:
    query = _QUERY
    if wanted.is_here is not None:
        gone = ServicePerson.left_on
        query = query.where(gone.is_(None) if wanted.is_here else gone.is_not(None))
    if wanted.supplier_id is not None:
        query = query.where(ServicePerson.supplier_id == wanted.supplier_id)
    if wanted.department_id is not None:
        query = query.where(ServicePerson.department_id == wanted.department_id)
    if wanted.terms is not None:
        query = query.where(found_by(wanted.terms, ServicePerson))
    return query


def _skilled(reader: Reader, rows: Iterable[PersonRow]) -> tuple[PersonRow, ...]:
    """The rows with their skills, read in one go."""
    known = tuple(rows)
    query = (
        select(
            ServiceSkill.person_id,
            ServiceSkill.code,
            ServiceSkill.certificate,
            ServiceSkill.certificate_number,
            ServiceSkill.expires,
        )
        .where(
            ServiceSkill.person_id.in_([one.id for one in known]),
            ServiceSkill.dropped_at.is_(None),
        )
        .order_by(ServiceSkill.person_id, ServiceSkill.id)
    )
    groups = groupby(reader.execute(query), key=_person_id)
    found = {key: tuple(Skill(*row[1:]) for row in group) for key, group in groups}
    return tuple(replace(one, skills=found.get(one.id, ())) for one in known)


def _person_id(row: Row[*tuple[Any, ...]]) -> int:
    return int(row[0])


def _row(row: Row[*tuple[Any, ...]]) -> PersonRow:
    return PersonRow(*row)


def _key(row: PersonRow) -> Key:
    return (row.id,)


_QUERY: Select[*tuple[Any, ...]] = (
    select(
        ServicePerson.id,
        ServicePerson.version,
        ServicePerson.name,
        ServicePerson.phone,
        ServicePerson.employer,
        ServicePerson.department_id,
        Department.name,
        ServicePerson.supplier_id,
        Supplier.name,
        ServicePerson.since,
        ServicePerson.remark,
        ServicePerson.entered_at,
        ServicePerson.left_on,
        ServicePerson.left_why,
    )
    .select_from(ServicePerson)
    .outerjoin(Department, Department.id == ServicePerson.department_id)
    .outerjoin(Supplier, Supplier.id == ServicePerson.supplier_id)
)
