"""Who does the work 服務人員 (R232, R251): written down, changed, sent or not, gone."""

from dataclasses import dataclass, replace
from datetime import date

from desk.clock import newer
from desk.domain import service_person as rules
from desk.domain.permissions import Permission
from desk.domain.reasons import Reason
from desk.domain.service_order_rule import OrderRule
from desk.domain.service_person import EmployerKind, Person, PersonEntry, Skill
from desk.errors import NotFound
from desk.models.department import Department
from desk.models.lists import Page, Reader
from desk.models.lists import service_person as person_list
from desk.models.lists.service_person import Filter, Key, PersonRow
from desk.models.service_person import ServicePerson, ServiceSkill
from desk.models.supplier import Supplier
from desk.models.unit_of_work import UnitOfWork
from desk.services import personal_data, service_agreement_watch, supplier
from desk.services.cleaning import Cleaning
from desk.services.search_words import terms_of
from desk.services.workplace import Workplace

__all__ = [
    "KIND",
    "Key",
    "PersonFilter",
    "PersonRow",
    "change",
    "change_blockers",
    "come_back",
    "come_back_blockers",
    "dispatch_reasons",
    "entry_of",
    "everyone",
    "get",
    "leave",
    "leave_blockers",
    "page",
    "register",
    "skills",
]

KIND = "service_person"
PAGE = 50


@dataclass(frozen=True)
class PersonFilter:
    """What the register is narrowed to."""

    is_here: bool | None = None
    supplier_id: int | None = None
    text: str = ""


# Looking


def everyone(workplace: Workplace) -> tuple[Person, ...]:
    """All of them, those who are here first, by name; phones masked."""
    with workplace.reading() as reader:
        return tuple(personal_data.masked(row.person) for row in person_list.everyone(reader))


def get(workplace: Workplace, person_id: int) -> PersonRow:
    """One by the id; NotFound when there is none."""
    with workplace.reading() as reader:
        return personal_data.shown(workplace, _there(reader, person_id))


def page(
    workplace: Workplace, wanted: PersonFilter, after: Key | None = None, limit: int = PAGE
) -> Page[PersonRow]:
    """Some of the register, newest first, after the key of the last row seen."""
    terms = terms_of(wanted.text)
    narrowed = Filter(wanted.is_here, wanted.supplier_id, terms=terms)
    with workplace.reading() as reader:
        return personal_data.masked(person_list.people(reader, narrowed, after, limit))


def skills(workplace: Workplace) -> tuple[str, ...]:
    """The words of every skill that somebody has: what a field offers."""
    with workplace.reading() as reader:
        return person_list.skills(reader)


def dispatch_reasons(  # noqa: PLR0913 - who is sent where, for what, when, under which rule
    reader: Reader,
    person_id: int,
    skill: str,
    day: date,
    rule: OrderRule,
    *,
    unit_id: int | None = None,
) -> tuple[Reason, ...]:
    """R251, R239: why somebody is not sent on a day to work that needs `skill` (empty: none).

    Of a supplier's people an agreement must hold on that day: a standing one, or the household's.
    """
    row = _there(reader, person_id)
    reasons = rules.dispatch_reasons(row.person, skill, day, rule)
    if row.whose.supplier_id is None:
        return reasons
    agreed = supplier.dispatch_reasons(reader, row.whose.supplier_id, day, unit_id)
    return (*reasons, *agreed)


def entry_of(known: PersonRow) -> PersonEntry:
    """What was written down, as it may be written down again."""
    return PersonEntry(
        name=known.name,
        phone=known.phone,
        employer=EmployerKind(known.employer),
        department_id=known.department_id,
        supplier_id=known.supplier_id,
        since=known.since,
        skills=known.skills,
        remark=known.remark,
    )


# Deeds


def register(workplace: Workplace, entry: PersonEntry) -> PersonRow:
    """Write somebody down who may be sent from now on."""
    with workplace.deed(Permission.EDIT_GUIDE) as work:
        entry = _ready(entry)
        row = ServicePerson(entered_at=work.now, skills=[])
        _write(work, row, entry)
        _write_skills(work, row, entry.skills)
        work.add(row)
        return _committed(workplace, work, row)


def change(workplace: Workplace, person_id: int, version: int, entry: PersonEntry) -> PersonRow:
    """Correct what was written down; a skill that is taken off keeps its row."""
    with workplace.deed(Permission.EDIT_GUIDE) as work:
        row = work.get_as_seen(ServicePerson, person_id, version)
        entry = _ready(entry)
        _write(work, row, entry)
        _write_skills(work, row, entry.skills)
        row.touched_at = newer(row.touched_at, work.now)
        return _committed(workplace, work, row)


def leave(workplace: Workplace, person_id: int, version: int, why: str) -> PersonRow:
    """They no longer do it; what they did stays under their name."""
    with workplace.deed(Permission.EDIT_GUIDE) as work:
        row = work.get_as_seen(ServicePerson, person_id, version)
        cleaning = Cleaning()
        why = cleaning.line(why, rules.WHY_LIMIT, "why")
        cleaning.refuse(rules.leave_reasons(_there(work.reader, person_id).person, why))
        row.left_on, row.left_why = workplace.estate.custom.day(work.now), why
        return _committed(workplace, work, row)


def come_back(workplace: Workplace, person_id: int, version: int) -> PersonRow:
    """They do it again, and count as new from today on (R109)."""
    with workplace.deed(Permission.EDIT_GUIDE) as work:
        row = work.get_as_seen(ServicePerson, person_id, version)
        Cleaning().refuse(rules.return_blockers(_there(work.reader, person_id).person))
        row.left_on, row.left_why = None, ""
        row.since = workplace.estate.custom.day(work.now)
        return _committed(workplace, work, row)


def change_blockers(
    workplace: Workplace,
    known: PersonRow,  # noqa: ARG001 - asked of a record like the other blockers
) -> tuple[Reason, ...]:
    """Why it is not changed now: the words on a shut button."""
    return workplace.missing(Permission.EDIT_GUIDE)


def leave_blockers(workplace: Workplace, known: PersonRow) -> tuple[Reason, ...]:
    """Why they do not leave now: the words on a shut button."""
    blockers = rules.leave_reasons(known.person, known.name)
    return (*workplace.missing(Permission.EDIT_GUIDE), *blockers)


def come_back_blockers(workplace: Workplace, known: PersonRow) -> tuple[Reason, ...]:
    """Why they do not come back now: the words on a shut button."""
    return (*workplace.missing(Permission.EDIT_GUIDE), *rules.return_blockers(known.person))


# Parts


def _there(reader: Reader, person_id: int) -> PersonRow:
    found = person_list.detail(reader, person_id)
    if found is None:
        raise NotFound(KIND, str(person_id))
    return found


def _ready(entry: PersonEntry) -> PersonEntry:
    """The entry with clean texts, or every reason against it; an employer but one."""
    cleaning = Cleaning()
    kind = entry.employer
    entry = replace(
        entry,
        name=cleaning.line(entry.name, rules.NAME_LIMIT, "name"),
        phone=cleaning.line(entry.phone, rules.PHONE_LIMIT, "phone"),
        remark=cleaning.text(entry.remark, rules.REMARK_LIMIT, "remark"),
        skills=tuple(_skill(cleaning, one) for one in entry.skills if one != Skill("")),
        department_id=entry.department_id if kind is EmployerKind.DEPARTMENT else None,
        supplier_id=entry.supplier_id if kind is EmployerKind.SUPPLIER else None,
    )
    cleaning.refuse(rules.entry_reasons(entry))
    return entry


def _skill(cleaning: Cleaning, one: Skill) -> Skill:
    return replace(
        one,
        code=cleaning.line(one.code, rules.SKILL_LIMIT, "skills"),
        certificate=cleaning.line(one.certificate, rules.CERTIFICATE_LIMIT, "skills"),
        number=cleaning.line(one.number, rules.NUMBER_LIMIT, "skills"),
    )


def _write(work: UnitOfWork, row: ServicePerson, entry: PersonEntry) -> None:
    """NotFound for a department or a supplier there is not."""
    assert entry.since is not None
    if entry.department_id is not None:
        work.get(Department, entry.department_id)
    if entry.supplier_id is not None:
        work.get(Supplier, entry.supplier_id)
    row.name, row.phone, row.remark = entry.name, entry.phone, entry.remark
    row.employer, row.since = entry.employer, entry.since
    row.department_id, row.supplier_id = entry.department_id, entry.supplier_id


def _write_skills(work: UnitOfWork, row: ServicePerson, skills: tuple[Skill, ...]) -> None:
    """A skill is known again by its word; what is not among them any more is dropped."""
    held = [one for one in row.skills if one.dropped_at is None]
    known = {rules.skill_key(one.code): one for one in held}
    for skill in skills:
        kept = known.pop(rules.skill_key(skill.code), None)
        if kept is None:
            kept = ServiceSkill()
            row.skills.append(kept)
        kept.code, kept.certificate = skill.code, skill.certificate
        kept.certificate_number, kept.expires = skill.number, skill.expires
    for gone in known.values():
        gone.dropped_at = work.now


def _committed(workplace: Workplace, work: UnitOfWork, row: ServicePerson) -> PersonRow:
    """As it now stands, with the certificates that are watched until they run out."""
    work.flush()
    held = [] if row.left_on else [one for one in row.skills if one.dropped_at is None]
    service_agreement_watch.watch_certificates(workplace, work, row.id, row.since, held)
    return work.committed(person_list.detail, KIND, row.id)
