"""What is done with the keys in custody 代管鑰匙: take in, change, give back, retire, look (R34,
R112, R113)."""

from dataclasses import dataclass, fields, replace
from datetime import date

from desk.domain import key_set as rules
from desk.domain.custody_agreement import EndEntry
from desk.domain.key_set import KeyBasis, KeySetEntry, KeySetState
from desk.domain.permissions import Permission
from desk.domain.reasons import Reason
from desk.errors import NotFound
from desk.models.estate import Unit
from desk.models.key_set import KeySet
from desk.models.lists import Page, Reader
from desk.models.lists import key_set as key_set_list
from desk.models.lists.key_set import Filter, Key, KeySetRow
from desk.models.unit_of_work import UnitOfWork
from desk.services import key_set_entry, personal_data
from desk.services.cleaning import Cleaning
from desk.services.key_set_entry import entry_of, facts_of
from desk.services.search_words import terms_of
from desk.services.workplace import Workplace

__all__ = [
    "Key",
    "KeySetFilter",
    "KeySetRow",
    "change",
    "change_blockers",
    "entry_of",
    "facts_of",
    "get",
    "give_back",
    "give_back_blockers",
    "leave",
    "page",
    "purposes",
    "ready_to_give_back",
    "register",
    "retire",
    "retire_blockers",
]

KIND = "key_set"
PAGE = 50


@dataclass(frozen=True)
class KeySetFilter:
    """What the register is narrowed to."""

    state: KeySetState | None = None
    basis: KeyBasis | None = None
    unit_id: int | None = None
    agreement_id: int | None = None
    overdue: bool = False
    text: str = ""


# Deeds


def register(workplace: Workplace, entry: KeySetEntry) -> KeySetRow:
    """Take a set into custody on its hook (R112, R113)."""
    with workplace.deed(Permission.REGISTER) as work:
        entry = key_set_entry.ready(work, entry, None)
        row = KeySet(entered_at=work.now, entered_by_id=work.actor_id, free_at=entry.received_at)
        _write(work, row, entry)
        work.add(row)
        return work.committed(key_set_list.detail, KIND, row.id)


def change(workplace: Workplace, set_id: int, version: int, entry: KeySetEntry) -> KeySetRow:
    """Correct what was written down; the history keeps what it said."""
    with workplace.deed(Permission.REGISTER) as work:
        row = work.get_as_seen(KeySet, set_id, version)
        known = _known(work.reader, set_id)
        _write(work, row, key_set_entry.ready(work, entry, known))
        return work.committed(key_set_list.detail, KIND, set_id)


def give_back(workplace: Workplace, set_id: int, version: int, entry: EndEntry) -> KeySetRow:
    """Back to the owner, or to who brings the owner's letter, with a signature (R34, R112)."""
    with workplace.deed(Permission.REGISTER) as work:
        row = work.get_as_seen(KeySet, set_id, version)
        cleaning = Cleaning()
        entry = ready_to_give_back(cleaning, entry)
        facts = facts_of(work.reader, _known(work.reader, set_id))
        cleaning.refuse(rules.give_back_reasons(facts, entry, work.now))
        leave(work, row, entry)
        return work.committed(key_set_list.detail, KIND, set_id)


def retire(workplace: Workplace, set_id: int, version: int, why: str) -> KeySetRow:
    """The estate's own set hangs there no more: the lock was changed, the key broke."""
    with workplace.deed(Permission.REGISTER) as work:
        row = work.get_as_seen(KeySet, set_id, version)
        cleaning = Cleaning()
        why = cleaning.line(why, rules.WHY_LIMIT, "why")
        facts = facts_of(work.reader, _known(work.reader, set_id))
        cleaning.refuse(rules.retire_reasons(facts, why))
        row.left_at, row.left_how = work.now, KeySetState.RETIRED
        row.left_why, row.left_by_id = why, work.actor_id
        return work.committed(key_set_list.detail, KIND, set_id)


def ready_to_give_back(cleaning: Cleaning, entry: EndEntry) -> EndEntry:
    """The hand-over with clean texts."""
    return replace(
        entry,
        person=cleaning.line(entry.person, rules.NAME_LIMIT, "person"),
        authority=cleaning.line(entry.authority, rules.WHY_LIMIT, "authority"),
        why=cleaning.line(entry.why, rules.WHY_LIMIT, "why"),
    )


def leave(work: UnitOfWork, row: KeySet, entry: EndEntry, receipt_id: int | None = None) -> None:
    """Inside a deed: the set goes to its owner."""
    assert entry.signed is not None
    row.left_at, row.left_how = entry.at, KeySetState.RETURNED
    row.left_to, row.left_authority = entry.person, entry.authority
    row.left_signed, row.left_why = entry.signed, entry.why
    row.left_by_id, row.receipt_id = work.actor_id, receipt_id


# Looking


def get(workplace: Workplace, key: int | str) -> KeySetRow:
    """One set by its id or its tag; NotFound when there is none."""
    with workplace.reading() as reader:
        if isinstance(key, int):
            found = key_set_list.detail(reader, key)
        else:
            found = key_set_list.detail_by_tag(reader, rules.plain(key))
    if found is None:
        raise NotFound(KIND, str(key))
    return personal_data.shown(workplace, found)


def page(
    workplace: Workplace, wanted: KeySetFilter, after: Key | None = None, limit: int = PAGE
) -> Page[KeySetRow]:
    """Some of the register by tag, after the key of the last row seen."""
    narrowed = Filter(
        state=wanted.state,
        basis=wanted.basis,
        unit_id=wanted.unit_id,
        agreement_id=wanted.agreement_id,
        overdue_at=workplace.now() if wanted.overdue else None,
        terms=terms_of(wanted.text),
    )
    with workplace.reading() as reader:
        return personal_data.masked(key_set_list.sets(reader, narrowed, after, limit))


def purposes(workplace: Workplace, known: KeySetRow) -> tuple[str, ...]:
    """For what it may be lent without the owner's word; none are named for the estate's own."""
    with workplace.reading() as reader:
        return rules.purposes(facts_of(reader, known))


def give_back_blockers(workplace: Workplace, known: KeySetRow) -> tuple[Reason, ...]:
    """Why it is not given back now: the words on a shut button."""
    with workplace.reading() as reader:
        facts = facts_of(reader, known)
    return (*workplace.missing(Permission.REGISTER), *rules.give_back_blockers(facts))


def retire_blockers(workplace: Workplace, known: KeySetRow) -> tuple[Reason, ...]:
    """Why it is not retired now: the words on a shut button."""
    with workplace.reading() as reader:
        facts = facts_of(reader, known)
    return (*workplace.missing(Permission.REGISTER), *rules.retire_blockers(facts))


def change_blockers(workplace: Workplace, known: KeySetRow) -> tuple[Reason, ...]:
    """Why it is not changed now: the words on a shut button."""
    with workplace.reading() as reader:
        facts = facts_of(reader, known)
    return (*workplace.missing(Permission.REGISTER), *rules.kept_blockers(facts))


def today(workplace: Workplace) -> date:
    """The estate's day."""
    workplace.require(Permission.READ)
    return workplace.today()


# Parts


def _known(reader: Reader, set_id: int) -> KeySetRow:
    found = key_set_list.detail(reader, set_id)
    if found is None:
        raise NotFound(KIND, str(set_id))
    return found


def _write(work: UnitOfWork, row: KeySet, entry: KeySetEntry) -> None:
    for field in fields(entry):
        setattr(row, field.name, getattr(entry, field.name))
    row.left_for = entry.left_for or ""
    if entry.unit_id is not None:
        work.get(Unit, entry.unit_id)
