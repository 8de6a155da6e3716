"""Who moves in 入住人員: written down, corrected, taken off; a look at an identity number (R36)."""

from dataclasses import replace

from desk.domain import identity
from desk.domain import move_in as rules
from desk.domain import move_in_entry as entries
from desk.domain.estate import IdentityDocument, IdentityKind
from desk.domain.household_rows import LIMIT
from desk.domain.move_in import PersonEntry
from desk.domain.move_in_filing import open_reasons
from desk.domain.permissions import Permission
from desk.domain.reasons import Reason
from desk.errors import NotFound, RuleRefused
from desk.models.move_in import MoveInPerson
from desk.models.unit_of_work import UnitOfWork
from desk.services import personal_data
from desk.services.cleaning import Cleaning
from desk.services.move_in_case import KIND, Opened, finished, opened
from desk.services.move_in_view import MoveIn, PersonView
from desk.services.workplace import Workplace


def put(workplace: Workplace, move_in_id: int, version: int, entry: PersonEntry) -> MoveIn:
    """Write somebody down who moves in, or correct whom `id` names.

    Without a new number of the identity paper the one that is known stays, if its kind does.
    """
    with workplace.deed(Permission.REGISTER) as work:
        case = opened(workplace, work, move_in_id, version)
        row = _row(work, case, entry.id)
        entry = _ready(workplace, case, entry)
        if row is None:
            row = MoveInPerson(phones=[], identity_kind="", identity="")
            case.row.persons.append(row)
        _write(row, entry)
        return finished(workplace, work, case.row)


def drop(workplace: Workplace, move_in_id: int, version: int, person_id: int) -> MoveIn:
    """Somebody does not move in after all; the row is kept."""
    with workplace.deed(Permission.REGISTER) as work:
        case = opened(workplace, work, move_in_id, version)
        Cleaning().refuse(open_reasons(case.facts))
        row = _row(work, case, person_id)
        if row is None:
            raise RuleRefused([Reason("move_in.person.unchosen", "person")])
        row.dropped_at = work.now
        return finished(workplace, work, case.row)


def see_identity(workplace: Workplace, move_in_id: int, person_id: int) -> str:
    """The whole number of somebody's identity paper. Who looked, and when, is recorded (R36)."""
    with workplace.deed(Permission.SEE_IDENTITY) as work:
        row = work.get(MoveInPerson, person_id)
        if row.move_in_id != move_in_id:
            raise NotFound("move_in_person", str(person_id))
        told = {"person": person_id, "identity": row.identity_kind}
        personal_data.record_look(work, KIND, move_in_id, told)
        work.commit()
        return row.identity


def see_reasons(workplace: Workplace, person: PersonView) -> tuple[Reason, ...]:
    """Why the whole number is not shown: no right to, or none written down."""
    missing = workplace.missing(Permission.SEE_IDENTITY)
    return missing if person.identity_kind else (Reason("move_in.identity.none"),)


def entry_of(person: PersonView) -> PersonEntry:
    """What was written down, as it may be written down again; without the identity number."""
    return PersonEntry(
        name=person.name,
        role=person.role,
        kind=person.kind,
        company=person.company,
        phones=person.phones,
        permanent=person.permanent,
        note=person.note,
        id=person.id,
    )


def _row(work: UnitOfWork, case: Opened, person_id: int) -> MoveInPerson | None:
    if not person_id:
        return None
    row = work.get(MoveInPerson, person_id)
    if row.move_in_id != case.row.id or row.dropped_at is not None:
        raise NotFound("move_in_person", str(person_id))
    return row


def _ready(workplace: Workplace, case: Opened, entry: PersonEntry) -> PersonEntry:
    """The entry with clean texts, or every reason against it."""
    cleaning = Cleaning()
    phones = (cleaning.line(one, rules.PHONE_LIMIT, "phones") for one in entry.phones)
    entry = replace(
        entry,
        name=cleaning.line(entry.name, rules.NAME_LIMIT, "name"),
        company=cleaning.line(entry.company, rules.COMPANY_LIMIT, "company"),
        phones=tuple(dict.fromkeys(filter(None, phones))),
        identity=_document(cleaning, entry.identity),
        note=cleaning.text(entry.note, rules.REMARK_LIMIT, "note"),
    )
    others = [one.name for one in case.facts.persons if one.id != entry.id]
    region = workplace.estate.region
    wrong = [
        Reason(one.code, "phones")
        for phone in entry.phones
        for one in identity.check_phone(phone, region)
    ]
    cleaning.refuse(
        open_reasons(case.facts),
        entries.person_reasons(entry, others),
        wrong[:1],
        _identity_reasons(entry.identity),
    )
    return entry


def _document(cleaning: Cleaning, given: IdentityDocument | None) -> IdentityDocument | None:
    if given is None or not given.number.strip():
        return None
    number = cleaning.line(given.number, LIMIT, "identity")
    return IdentityDocument(given.kind, identity.normalise(given.kind, number))


def _identity_reasons(given: IdentityDocument | None) -> tuple[Reason, ...]:
    if given is None:
        return ()
    found = identity.check(IdentityKind(given.kind), given.number)
    return tuple(Reason(one.code, "identity", one.parameters) for one in found)


def _write(row: MoveInPerson, entry: PersonEntry) -> None:
    row.name, row.role, row.kind = entry.name, entry.role, entry.kind
    row.company, row.phones = entry.company, list(entry.phones)
    row.permanent, row.note = entry.permanent, entry.note
    if entry.identity is not None:
        row.identity_kind, row.identity = entry.identity.kind, entry.identity.number
