"""Suppliers 供方 (R232, R239): written down, changed, given up."""

from dataclasses import dataclass, fields, replace
from datetime import date

from desk.domain import supplier as rules
from desk.domain import supplier_agreement as agreement_rules
from desk.domain.agreement_course import holds
from desk.domain.permissions import Permission
from desk.domain.reasons import Reason
from desk.domain.supplier import SupplierEntry
from desk.errors import NotFound
from desk.models.lists import Page, Reader
from desk.models.lists import supplier as supplier_list
from desk.models.lists import supplier_agreement as agreement_list
from desk.models.lists.supplier import Filter, Key, SupplierRow
from desk.models.supplier import Supplier
from desk.models.unit_of_work import UnitOfWork
from desk.services.cleaning import Cleaning
from desk.services.search_words import terms_of
from desk.services.workplace import Workplace

__all__ = [
    "KIND",
    "Key",
    "SupplierFilter",
    "SupplierRow",
    "change",
    "dispatch_reasons",
    "end",
    "end_blockers",
    "entry_of",
    "everyone",
    "get",
    "page",
    "register",
    "resume",
    "resume_blockers",
]

KIND = "supplier"
PAGE = 50


@dataclass(frozen=True)
class SupplierFilter:
    """What the register is narrowed to."""

    is_active: bool | None = None
    text: str = ""


# Looking


def everyone(workplace: Workplace) -> tuple[SupplierRow, ...]:
    """All of them, those the office works with first, by name."""
    with workplace.reading() as reader:
        return supplier_list.everyone(reader)


def get(workplace: Workplace, supplier_id: int) -> SupplierRow:
    """One by its id; NotFound when there is none."""
    with workplace.reading() as reader:
        found = supplier_list.detail(reader, supplier_id)
    if found is None:
        raise NotFound(KIND, str(supplier_id))
    return found


def page(
    workplace: Workplace, wanted: SupplierFilter, after: Key | None = None, limit: int = PAGE
) -> Page[SupplierRow]:
    """Some of the register, newest first, after the key of the last row seen."""
    terms = terms_of(wanted.text)
    with workplace.reading() as reader:
        return supplier_list.suppliers(reader, Filter(wanted.is_active, terms), after, limit)


def dispatch_reasons(
    reader: Reader, supplier_id: int, day: date, unit_id: int | None = None
) -> tuple[Reason, ...]:
    """R239: why nobody of a supplier is sent on a day: no agreement holds, none for the estate and
    none of the household."""
    supplier = supplier_list.detail(reader, supplier_id)
    if supplier is None:
        raise NotFound(KIND, str(supplier_id))
    rows = agreement_list.of_supplier(reader, supplier_id, unit_id)
    return agreement_rules.dispatch_reasons(
        (one.facts for one in rows), day, active=supplier.active
    )


def entry_of(known: SupplierRow) -> SupplierEntry:
    """What was written down, as it may be written down again."""
    return SupplierEntry(**{one.name: getattr(known, one.name) for one in fields(SupplierEntry)})


# Deeds


def register(workplace: Workplace, entry: SupplierEntry) -> SupplierRow:
    """Write a company down; its people are sent once an agreement holds (R239)."""
    with workplace.deed(Permission.EDIT_GUIDE) as work:
        row = Supplier(entered_at=work.now)
        _write(row, _ready(work.reader, entry, None))
        work.add(row)
        return work.committed(supplier_list.detail, KIND, row.id)


def change(
    workplace: Workplace, supplier_id: int, version: int, entry: SupplierEntry
) -> SupplierRow:
    """Correct what was written down."""
    with workplace.deed(Permission.EDIT_GUIDE) as work:
        row = work.get_as_seen(Supplier, supplier_id, version)
        _write(row, _ready(work.reader, entry, supplier_id))
        return work.committed(supplier_list.detail, KIND, supplier_id)


def end(workplace: Workplace, supplier_id: int, version: int, why: str) -> SupplierRow:
    """The office works with it no longer; agreements that hold are ended first."""
    with workplace.deed(Permission.EDIT_GUIDE) as work:
        row = work.get_as_seen(Supplier, supplier_id, version)
        cleaning = Cleaning()
        why = cleaning.line(why, rules.WHY_LIMIT, "why")
        held = _held(workplace, work, supplier_id)
        cleaning.refuse(rules.end_reasons(why, active=row.active), held)
        row.active, row.ended_why = False, why
        return work.committed(supplier_list.detail, KIND, supplier_id)


def resume(workplace: Workplace, supplier_id: int, version: int) -> SupplierRow:
    """The office works with it again."""
    with workplace.deed(Permission.EDIT_GUIDE) as work:
        row = work.get_as_seen(Supplier, supplier_id, version)
        Cleaning().refuse(rules.resume_blockers(active=row.active))
        row.active, row.ended_why = True, ""
        return work.committed(supplier_list.detail, KIND, supplier_id)


def end_blockers(workplace: Workplace, known: SupplierRow) -> tuple[Reason, ...]:
    """Why it is not given up now: the words on a shut button."""
    blockers = rules.end_reasons(known.name, active=known.active)
    return (*workplace.missing(Permission.EDIT_GUIDE), *blockers)


def resume_blockers(workplace: Workplace, known: SupplierRow) -> tuple[Reason, ...]:
    """Why it is not taken up again now: the words on a shut button."""
    blockers = rules.resume_blockers(active=known.active)
    return (*workplace.missing(Permission.EDIT_GUIDE), *blockers)


# Parts


def _ready(reader: Reader, entry: SupplierEntry, own_id: int | None) -> SupplierEntry:
    """The entry with clean texts, or every reason against it."""
    cleaning = Cleaning()
    entry = replace(
        entry,
        name=cleaning.line(entry.name, rules.NAME_LIMIT, "name"),
        trade=cleaning.line(entry.trade, rules.TRADE_LIMIT, "trade"),
        contact=cleaning.line(entry.contact, rules.CONTACT_LIMIT, "contact"),
        phone=cleaning.line(entry.phone, rules.PHONE_LIMIT, "phone"),
        licence=cleaning.line(entry.licence, rules.LICENCE_LIMIT, "licence"),
        remark=cleaning.text(entry.remark, rules.REMARK_LIMIT, "remark"),
    )
    twin = supplier_list.by_name(reader, entry.name)
    cleaning.refuse(rules.entry_reasons(entry, name_taken=twin not in (None, own_id)))
    return entry


def _write(row: Supplier, entry: SupplierEntry) -> None:
    for field in fields(entry):
        setattr(row, field.name, getattr(entry, field.name))


def _held(workplace: Workplace, work: UnitOfWork, supplier_id: int) -> tuple[Reason, ...]:
    """The agreements that still hold: they are ended first."""
    today = workplace.estate.custom.day(work.now)
    wanted = agreement_list.Filter(supplier_id=supplier_id, is_open=True)
    rows = agreement_list.agreements(work.reader, wanted, None, PAGE).rows
    held = sum(1 for one in rows if holds(one.facts, today))
    return (Reason("supplier.agreements_hold", None, {"count": held}),) if held else ()
