"""What is written down of a set, made ready: clean, of its agreement, on a hook of its own."""

from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import date

from desk.domain import key_set as rules
from desk.domain.custody_agreement import AgreementFacts
from desk.domain.key_set import KeyBasis, KeyLeftFor, KeySetEntry, SetFacts
from desk.domain.reasons import Reason
from desk.errors import NotFound
from desk.models.lists import Reader
from desk.models.lists import custody_agreement as agreement_list
from desk.models.lists import key_set as key_set_list
from desk.models.lists.custody_agreement import AgreementRow
from desk.models.lists.key_set import KeySetRow
from desk.models.unit_of_work import UnitOfWork
from desk.services.cleaning import Cleaning


def ready(work: UnitOfWork, entry: KeySetEntry, known: KeySetRow | None) -> KeySetEntry:
    """The entry with clean texts, or every reason against it."""
    cleaning = Cleaning()
    agreement = agreement_of(work.reader, entry.agreement_id)
    entry = _with_agreement(_cleaned(cleaning, entry), agreement)
    entry = replace(entry, received_at=entry.received_at or work.now)
    facts: AgreementFacts | None = None
    if agreement is not None and (known is None or known.agreement_id != agreement.id):
        facts = agreement.facts
    cleaning.refuse(
        rules.entry_reasons(entry, facts, work.now),
        _taken(work.reader, entry, known),
        () if known is None else _changed(work.reader, known, entry),
    )
    return entry


def _changed(reader: Reader, known: KeySetRow, entry: KeySetEntry) -> Iterator[Reason]:
    yield from rules.change_reasons(facts_of(reader, known), entry_of(known), entry)


def _cleaned(cleaning: Cleaning, entry: KeySetEntry) -> KeySetEntry:
    other = entry.left_for is KeyLeftFor.OTHER
    is_left = entry.basis is KeyBasis.EXCEPTION
    return replace(
        entry,
        tag=rules.plain(cleaning.line(entry.tag, rules.TAG_LIMIT, "tag")),
        hook=rules.plain(cleaning.line(entry.hook, rules.HOOK_LIMIT, "hook")),
        opens=cleaning.line(entry.opens, rules.OPENS_LIMIT, "opens"),
        agreement_id=entry.agreement_id if entry.basis is KeyBasis.AGREEMENT else None,
        left_for=entry.left_for if is_left else None,
        left_for_text=(
            cleaning.line(entry.left_for_text, rules.TEXT_LIMIT, "left_for_text")
            if is_left and other
            else ""
        ),
        left_by=cleaning.line(entry.left_by, rules.NAME_LIMIT, "left_by"),
        phone=cleaning.line(entry.phone, rules.PHONE_LIMIT, "phone"),
        remark=cleaning.text(entry.remark, rules.REMARK_LIMIT, "remark"),
    )


def _with_agreement(entry: KeySetEntry, agreement: AgreementRow | None) -> KeySetEntry:
    """A set under an agreement is of its unit and its owner, unless told."""
    if agreement is None or entry.agreement_id is None:
        return entry
    return replace(
        entry,
        unit_id=entry.unit_id or agreement.unit_id,
        left_by=entry.left_by or agreement.owner,
        phone=entry.phone or agreement.owner_phone,
    )


def _taken(reader: Reader, entry: KeySetEntry, known: KeySetRow | None) -> Iterator[Reason]:
    """Tag and hook are one set's while it is kept."""
    except_id = None if known is None else known.id
    for field in ("tag", "hook"):
        value = getattr(entry, field)
        other = key_set_list.holder(reader, field, value, except_id) if value else None
        if other is not None:
            yield Reason(f"key_set.{field}.taken", field, {"tag": other.tag, "opens": other.opens})


def facts_of(reader: Reader, known: KeySetRow) -> SetFacts:
    """What the rules ask about a set."""
    agreement = agreement_of(reader, known.agreement_id)
    return SetFacts(
        state=known.state,
        basis=KeyBasis(known.basis),
        keys=known.keys,
        left_for=KeyLeftFor(known.left_for) if known.left_for else None,
        left_for_text=known.left_for_text,
        agreement=None if agreement is None else agreement.facts,
        free_at=known.free_at,
    )


def entry_of(known: KeySetRow) -> KeySetEntry:
    """What was written down, as it may be written down again."""
    told = {one.name: getattr(known, one.name) for one in fields(KeySetEntry)}
    left_for = KeyLeftFor(known.left_for) if known.left_for else None
    return KeySetEntry(**told | {"basis": KeyBasis(known.basis), "left_for": left_for})


def agreement_of(reader: Reader, agreement_id: int | None) -> AgreementRow | None:
    """The agreement a set names; NotFound when there is none of that id."""
    if agreement_id is None:
        return None
    found = agreement_list.detail(reader, agreement_id)
    if found is None:
        raise NotFound("custody_agreement", str(agreement_id))
    return found


def last_day(reader: Reader, agreement_id: int | None) -> date | None:
    """The last day of an agreement; None without one."""
    agreement = agreement_of(reader, agreement_id)
    return None if agreement is None else agreement.ends
