"""What a clerk does with residents: add, correct, end, and their identity papers."""

from desk.domain import identity
from desk.domain.estate import (
    NAME_LIMIT,
    NOTE_LIMIT,
    IdentityDocument,
    ResidentEntry,
    resident_reasons,
)
from desk.domain.household_rows import COMPANY_LIMIT, LIMIT, PHONE_LIMIT
from desk.domain.permissions import Permission
from desk.domain.reasons import Reason
from desk.errors import RuleRefused, StaleRecord
from desk.models import estate as tables
from desk.models.estate import Resident, Unit
from desk.services.cleaning import Cleaning
from desk.services.household import ResidentView
from desk.services.household_writing import document_rows, new_resident, phone_rows, write_resident
from desk.services.workplace import Workplace


def add(workplace: Workplace, unit_id: int, entry: ResidentEntry) -> int:
    """Write a resident down, with phones and identity papers; returns the id."""
    entry = _ready(workplace, entry)
    with workplace.deed(Permission.EDIT_HOUSEHOLDS) as work:
        unit = work.get(Unit, unit_id)
        _refuse_namesake(unit, entry.name, None)
        resident = new_resident(unit.id, entry)
        phones = phone_rows(entry.phones, workplace.estate.region)
        documents = document_rows(entry.documents)
        work.add_with_parts([resident], {"phones": [phones], "documents": [documents]})
        work.commit()
        return resident.id


def change(workplace: Workplace, seen: ResidentView, entry: ResidentEntry) -> None:
    """Correct a resident as the clerk saw them; identity papers are left alone here.

    StaleRecord when anybody changed the resident or the phones in the meantime.
    """
    entry = _ready(workplace, entry)
    with workplace.deed(Permission.EDIT_HOUSEHOLDS) as work:
        resident = work.get_as_seen(Resident, seen.id, seen.version)
        if tuple(phone.number for phone in resident.phones) != seen.phones:
            raise StaleRecord("resident")
        if entry.name != resident.name:
            _refuse_namesake(resident.unit, entry.name, resident)
        write_resident(resident, entry, workplace.estate.region)
        work.commit()


def end(workplace: Workplace, resident_id: int, version: int) -> None:
    """The resident has left: kept for the records, no longer of the household."""
    _set_active(workplace, resident_id, version, False)


def bring_back(workplace: Workplace, resident_id: int, version: int) -> None:
    """The resident lives there again, or was ended by mistake."""
    _set_active(workplace, resident_id, version, True)


def add_document(workplace: Workplace, resident_id: int, document: IdentityDocument) -> int:
    """Write down an identity paper; returns its id."""
    cleaning = Cleaning()
    document = _document(cleaning, document)
    cleaning.refuse(identity.check(document.kind, document.number))
    with workplace.deed(Permission.EDIT_HOUSEHOLDS) as work:
        resident = work.get(Resident, resident_id)
        if (document.kind, document.number) in {
            (one.kind, one.number) for one in resident.documents
        }:
            raise RuleRefused([Reason("identity.number.twice", "number")])
        row = tables.IdentityDocument(kind=str(document.kind), number=document.number)
        resident.documents.append(row)
        work.flush()
        work.commit()
        return row.id


def remove_document(workplace: Workplace, document_id: int) -> None:
    """Take away a paper that was written down wrongly; the history keeps that it stood there."""
    with workplace.deed(Permission.EDIT_HOUSEHOLDS) as work:
        row = work.get(tables.IdentityDocument, document_id)
        row.resident.documents.remove(row)
        work.commit()


def _set_active(workplace: Workplace, resident_id: int, version: int, active: bool) -> None:
    with workplace.deed(Permission.EDIT_HOUSEHOLDS) as work:
        resident = work.get_as_seen(Resident, resident_id, version)
        if active:
            _refuse_namesake(resident.unit, resident.name, resident)
        resident.active = active
        work.commit()


def _ready(workplace: Workplace, entry: ResidentEntry) -> ResidentEntry:
    """The entry with clean texts; refused with everything that is wrong."""
    cleaning = Cleaning()
    phones = (cleaning.line(phone, PHONE_LIMIT, "phones") for phone in entry.phones)
    entry = ResidentEntry(
        name=cleaning.line(entry.name, NAME_LIMIT, "name"),
        role=entry.role,
        kind=entry.kind,
        company=cleaning.line(entry.company, COMPANY_LIMIT, "company"),
        phones=tuple(dict.fromkeys(filter(None, phones))),
        documents=tuple(_document(cleaning, document) for document in entry.documents),
        note=cleaning.text(entry.note, NOTE_LIMIT, "note"),
    )
    region = workplace.estate.region
    wrong = [
        Reason(one.code, "phones")
        for phone in entry.phones
        for one in identity.check_phone(phone, region)
    ]
    papers = [one for paper in entry.documents for one in identity.check(paper.kind, paper.number)]
    cleaning.refuse(resident_reasons(entry), wrong[:1], papers)
    return entry


def _document(cleaning: Cleaning, document: IdentityDocument) -> IdentityDocument:
    number = cleaning.line(document.number, LIMIT, "number")
    return IdentityDocument(document.kind, identity.normalise(document.kind, number))


def _refuse_namesake(unit: Unit, name: str, but: Resident | None) -> None:
    """A name stands once in a household, so that imports know whom they mean."""
    if any(one.active and one.name == name and one is not but for one in unit.residents):
        raise RuleRefused([Reason("resident.name.twice", "name")])
