"""Who does the work 服務人員 (R232, R251): own workers, those of a department, those of a supplier.

Staff are trained and skilled before they are sent into a home: each skill 技能 has what proves it,
a certificate or a training, and the day on which that runs out. R109: a new person's work is called
back, so since when somebody does it stands here.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desk.domain.reasons import Reason
from desk.domain.service_order_rule import OrderRule

NAME_LIMIT = 80
PHONE_LIMIT = 40
SKILL_LIMIT = 40
CERTIFICATE_LIMIT = 80
NUMBER_LIMIT = 60
REMARK_LIMIT = 2_000
WHY_LIMIT = 400
MOST_SKILLS = 20


class EmployerKind(StrEnum):
    """Whose people somebody is (R232)."""

    OWN = "own"  # 本處人員
    DEPARTMENT = "department"  # 部門人員
    SUPPLIER = "supplier"  # 供方人員


@dataclass(frozen=True)
class Employer:
    """Whose people: `id` is the department's or the supplier's; the office itself has none."""

    kind: EmployerKind = EmployerKind.OWN
    id: int | None = None
    name: str = ""

    @property
    def supplier_id(self) -> int | None:
        """The supplier, where it is one."""
        return self.id if self.kind is EmployerKind.SUPPLIER else None


@dataclass(frozen=True)
class Skill:
    """One skill: `code` is the estate's own word for it, as price items ask for it.

    `certificate` is what proves it, be it a training of the house; without it nobody is sent.
    `expires` is the last day on which it holds, None where it does not run out.
    """

    code: str
    certificate: str = ""
    number: str = ""
    expires: date | None = None

    def holds(self, day: date) -> bool:
        """Whether it is proven on that day."""
        return bool(self.certificate) and (self.expires is None or day <= self.expires)


@dataclass(frozen=True)
class Person:
    """Somebody who may be sent; `since` is the first day of doing such work here (R109)."""

    id: int
    name: str
    employer: Employer
    skills: tuple[Skill, ...]
    since: date
    active: bool = True
    phone: str = ""


@dataclass(frozen=True)
class PersonEntry:
    """What is written down of somebody; texts are already clean."""

    name: str = ""
    phone: str = ""
    employer: EmployerKind = EmployerKind.OWN
    department_id: int | None = None
    supplier_id: int | None = None
    since: date | None = None
    skills: tuple[Skill, ...] = ()
    remark: str = ""


def skill_key(code: str) -> str:
    """A skill as it is compared: without regard to capitals and blanks."""
    return "".join(code.casefold().split())


def dispatch_reasons(person: Person, skill: str, day: date, rule: OrderRule) -> tuple[Reason, ...]:
    """R251: why somebody is not sent to work that needs `skill` (empty: none) on `day`.

    Whether a supplier's agreement is in force is asked of `supplier_agreement`.
    """
    if not person.active:
        return (Reason("service_person.left", "person"),)
    if person.since > day:
        return (Reason("service_person.not_begun", "person", {"day": person.since.isoformat()}),)
    if not skill or not rule.skill_checked:
        return ()
    return tuple(_skill_reasons(person, skill, day))


def _skill_reasons(person: Person, skill: str, day: date) -> Iterator[Reason]:
    having = [one for one in person.skills if skill_key(one.code) == skill_key(skill)]
    if any(one.holds(day) for one in having):
        return
    proven = [one for one in having if one.certificate]
    if not having:
        yield Reason("service_person.skill.missing", "person", {"skill": skill})
    elif not proven:
        yield Reason("service_person.certificate.missing", "person", {"skill": skill})
    else:
        last = max(one.expires for one in proven if one.expires is not None)
        told = {"skill": skill, "day": last.isoformat()}
        yield Reason("service_person.certificate.expired", "person", told)


def entry_reasons(entry: PersonEntry) -> tuple[Reason, ...]:
    """Who it is, whose people, since when, and each skill once, by its word."""
    return tuple(_entry_reasons(entry))


def _entry_reasons(entry: PersonEntry) -> Iterator[Reason]:
    if not entry.name:
        yield Reason("service_person.name.missing", "name")
    if entry.since is None:
        yield Reason("service_person.since.missing", "since")
    if entry.employer is EmployerKind.DEPARTMENT and entry.department_id is None:
        yield Reason("service_person.department.missing", "department")
    if entry.employer is EmployerKind.SUPPLIER and entry.supplier_id is None:
        yield Reason("service_person.supplier.missing", "supplier")
    if any(not one.code for one in entry.skills):
        yield Reason("service_person.skill.unnamed", "skills")
    keys = [skill_key(one.code) for one in entry.skills if one.code]
    if len(keys) != len(set(keys)):
        yield Reason("service_person.skill.twice", "skills")
    if len(entry.skills) > MOST_SKILLS:
        yield Reason("service_person.skills.many", "skills", {"most": MOST_SKILLS})


def leave_reasons(person: Person, why: str) -> tuple[Reason, ...]:
    """Somebody who no longer does the work stays to be seen, with the reason."""
    gone = () if person.active else (Reason("service_person.left"),)
    return (*gone, *(() if why else (Reason("service_person.why.missing", "why"),)))


def return_blockers(person: Person) -> tuple[Reason, ...]:
    """Only who has left comes back."""
    return (Reason("service_person.here"),) if person.active else ()
