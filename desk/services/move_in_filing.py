"""A move-in is filed 歸檔, complete or with exceptions a second person let pass; its visit (R74).

With the filing those on the case become the household's residents, and the service centre is told
their names (R36).
"""

from dataclasses import replace
from datetime import timedelta

from desk.domain import move_in as rules
from desk.domain import move_in_filing as filing
from desk.domain.approval import Answer, Line, Verdict
from desk.domain.estate import (
    IdentityDocument,
    IdentityKind,
    PersonKind,
    ResidentEntry,
    ResidentRole,
)
from desk.domain.move_in import EventKind, State
from desk.domain.move_in_filing import EXCEPTION, ExceptionEntry, VisitEntry
from desk.domain.permissions import Permission
from desk.domain.policy import Post
from desk.domain.reasons import Reason
from desk.domain.work_log import Kind, WorkLogEntry
from desk.i18n import _
from desk.models.estate import Resident, Unit
from desk.models.move_in import MoveIn as MoveInTable
from desk.models.move_in import MoveInException, MoveInPerson
from desk.models.staff import Account
from desk.models.unit_of_work import UnitOfWork
from desk.services import approval, move_in_case, work_log
from desk.services.approval import Matter
from desk.services.cleaning import Cleaning
from desk.services.household_writing import document_rows, new_resident, phone_rows
from desk.services.move_in_case import KIND, finished, get, opened
from desk.services.move_in_view import MoveIn
from desk.services.move_in_words import item_name, named
from desk.services.workplace import Workplace

BETWEEN = "、"
_NOON = timedelta(hours=12)


# Exceptions


def let_pass(
    workplace: Workplace, move_in_id: int, version: int, entry: ExceptionEntry, answer: Answer
) -> MoveIn:
    """A second person lets named things be missing, or not: the word is kept either way (R36, R56).

    Who holds the post and sits at the desk gives it herself (`login` of the answer is empty).
    """
    workplace.require(Permission.READ)
    known = get(workplace, move_in_id)
    cleaning = Cleaning()
    entry = replace(entry, why=cleaning.line(entry.why, rules.WHY_LIMIT, "why"))
    cleaning.refuse(named(filing.exception_reasons(known.facts, known.rule, entry), known.rule))

    def follow(work: UnitOfWork) -> None:
        _let_pass(workplace, work, known, entry, granted=answer.decision is Verdict.GRANTED)

    matters = [_matter(known, version)]
    if answer.login:
        approval.give_each(workplace, matters, answer, follow)
    else:
        approval.give_own(workplace, matters, answer, follow)
    return get(workplace, move_in_id)


def exception_shown(workplace: Workplace, known: MoveIn, entry: ExceptionEntry) -> tuple[Line, ...]:
    """What the second person is shown before giving the word."""
    workplace.require(Permission.READ)
    detail = known.detail
    items = (item_name(known.rule, one, known.facts) for one in entry.items)
    return (
        Line(_("Move-in"), detail.number),
        Line(_("Room"), detail.unit),
        Line(_("Name"), detail.name),
        Line(_("Let pass"), BETWEEN.join(items)),
        Line(_("Why"), entry.why),
    )


def exception_own_reasons(workplace: Workplace, known: MoveIn) -> tuple[Reason, ...]:
    """Why the clerk at the desk may not give the word herself: then somebody else signs in."""
    given = approval.own_reasons(workplace, [_matter(known, known.detail.version)])
    return (*workplace.missing(Permission.READ), *given)


# Filing


def file(workplace: Workplace, move_in_id: int, version: int, told_to: str) -> MoveIn:
    """File the case (R36): refused with everything that is missing and was not let pass.

    `told_to` is who in the service centre was told the names.
    """
    with workplace.deed(Permission.CLOSE) as work:
        case = opened(workplace, work, move_in_id, version)
        cleaning = Cleaning()
        told_to = cleaning.line(told_to, rules.NAME_LIMIT, "told_to")
        untold = () if told_to else (Reason("move_in.told_to.missing", "told_to"),)
        case.refuse(cleaning, filing.file_reasons(case.facts, case.rule), untold)
        row = case.row
        row.state, row.filed_at, row.filed_by_id = State.FILED, work.now, work.actor_id
        row.told_to = told_to
        names = [_settle_in(workplace, work, row, one) for one in row.persons if _stays(one)]
        move_in_case.add_event(work, move_in_id, EventKind.FILED)
        told = BETWEEN.join(names)
        move_in_case.add_event(work, move_in_id, EventKind.TOLD, person=told_to, text=told)
        return finished(workplace, work, row)


def file_reasons(workplace: Workplace, known: MoveIn) -> tuple[Reason, ...]:
    """Why it is not filed now: the words on a shut button."""
    given = named(filing.file_reasons(known.facts, known.rule), known.rule)
    return (*workplace.missing(Permission.CLOSE), *given)


# The visit


def visited(workplace: Workplace, move_in_id: int, version: int, entry: VisitEntry) -> MoveIn:
    """The household was visited within the week (R74); the work log is told, as of every visit to
    a household (R196)."""
    with workplace.deed(Permission.REGISTER) as work:
        case = opened(workplace, work, move_in_id, version)
        cleaning = Cleaning()
        entry = replace(
            entry,
            person=cleaning.line(entry.person, rules.NAME_LIMIT, "person"),
            text=cleaning.text(entry.text, rules.REMARK_LIMIT, "text"),
        )
        today = workplace.estate.custom.day(work.now)
        cleaning.refuse(filing.visit_reasons(case.facts, entry, today))
        row = case.row
        row.visited_on, row.visited_by = entry.visited_on, entry.person
        row.visit_alarm, row.visit_text = entry.alarm, entry.text
        move_in_case.add_event(work, move_in_id, EventKind.VISITED, person=entry.person)
        _tell_work_log(workplace, work, row, entry)
        return finished(workplace, work, row)


def visit_reasons(workplace: Workplace, known: MoveIn) -> tuple[Reason, ...]:
    """Why no visit is written down now."""
    return (*workplace.missing(Permission.REGISTER), *filing.visit_blockers(known.facts))


# Parts


def _tell_work_log(
    workplace: Workplace, work: UnitOfWork, row: MoveInTable, entry: VisitEntry
) -> None:
    """An entry of the visit: at noon of its day, on the day itself by now."""
    assert entry.visited_on is not None
    start, _end = workplace.estate.custom.day_bounds(entry.visited_on)
    work_log.written(
        workplace,
        work,
        WorkLogEntry(
            Kind.HOUSEHOLD_VISIT,
            min(start + _NOON, work.now),
            participants=entry.person,
            text=entry.text,
            about=row.number,
            unit_id=row.unit_id,
        ),
    )


def _matter(known: MoveIn, version: int) -> Matter:
    roles = known.policy.post(Post.OFFICE_MANAGER).roles
    return Matter(KIND, known.detail.id, EXCEPTION, roles, version)


def _let_pass(
    workplace: Workplace, work: UnitOfWork, known: MoveIn, entry: ExceptionEntry, *, granted: bool
) -> None:
    """Inside the approver's own transaction."""
    row = work.get(MoveInTable, known.detail.id)
    assert work.actor_id is not None
    for item in entry.items if granted else ():
        work.add(
            MoveInException(
                move_in_id=row.id, item=item, why=entry.why, at=work.now, by_id=work.actor_id
            )
        )
    items = BETWEEN.join(item_name(known.rule, one, known.facts) for one in entry.items)
    kind = EventKind.EXCEPTED if granted else EventKind.EXCEPTION_REFUSED
    by = work.get(Account, work.actor_id).name
    move_in_case.add_event(work, row.id, kind, person=by, text=f"{items} · {entry.why}")
    move_in_case.settle(workplace, work, row)


def _stays(person: MoveInPerson) -> bool:
    return person.dropped_at is None


def _settle_in(
    workplace: Workplace, work: UnitOfWork, row: MoveInTable, person: MoveInPerson
) -> str:
    """Somebody of the case lives there now. Who stands in the household under this name already is
    the same person: a name stands once in it."""
    unit = work.get(Unit, row.unit_id)
    entry = _resident_entry(person)
    known = [one for one in unit.residents if one.name == person.name]
    resident = next((one for one in known if one.active), known[-1] if known else None)
    if resident is None:
        resident = new_resident(unit.id, entry)
        resident.phones, resident.documents = [], []
        work.session.add(resident)
    resident.active, resident.role = True, entry.role
    _add_new(workplace, resident, entry)
    work.flush()
    person.resident_id = resident.id
    return person.name


def _add_new(workplace: Workplace, resident: Resident, entry: ResidentEntry) -> None:
    """Phones and identity papers the household did not have."""
    known = {one.digits for one in resident.phones}
    phones = phone_rows(entry.phones, workplace.estate.region)
    resident.phones += [one for one in phones if one.digits not in known]
    papers = {(one.kind, one.number) for one in resident.documents}
    resident.documents += [
        one for one in document_rows(entry.documents) if (one.kind, one.number) not in papers
    ]


def _resident_entry(person: MoveInPerson) -> ResidentEntry:
    documents: tuple[IdentityDocument, ...] = ()
    if person.identity_kind:
        documents = (IdentityDocument(IdentityKind(person.identity_kind), person.identity),)
    return ResidentEntry(
        name=person.name,
        role=ResidentRole(person.role),
        kind=PersonKind(person.kind),
        company=person.company,
        phones=tuple(person.phones),
        documents=documents,
        note=person.note,
    )
