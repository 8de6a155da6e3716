"""What is done with a key receipt 鑰匙領取單: write, sign, void, look (R34, F36)."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from desk.domain import key_receipt as rules
from desk.domain.custody_agreement import EndEntry
from desk.domain.key_receipt import KnownSet, LineEntry, ReceiptEntry, SignEntry
from desk.domain.key_word import SignedHow
from desk.domain.permissions import Permission
from desk.domain.reasons import Reason
from desk.domain.signed_paper import Home
from desk.errors import NotFound
from desk.models.estate import Unit
from desk.models.key_receipt import KeyReceipt, KeyReceiptLine
from desk.models.key_set import KeySet
from desk.models.lists import Page, Reader
from desk.models.lists import key_receipt as key_receipt_list
from desk.models.lists import key_set as key_set_list
from desk.models.lists.key_receipt import Filter, Key, KeyReceiptRow, ReceiptLineRow
from desk.models.unit_of_work import UnitOfWork
from desk.services import key_set, paper_let_go, personal_data
from desk.services.cleaning import Cleaning
from desk.services.search_words import terms_of
from desk.services.workplace import Workplace

__all__ = [
    "Key",
    "KeyReceiptFilter",
    "KeyReceiptRow",
    "ReceiptLineRow",
    "get",
    "page",
    "register",
    "sign",
    "sign_blockers",
    "signed_home",
    "void",
    "void_blockers",
    "write",
]

KIND = "key_receipt"
LETTER = "H"
PAGE = 50


@dataclass(frozen=True)
class KeyReceiptFilter:
    """What the register is narrowed to; `is_open` waits for a signature."""

    unit_id: int | None = None
    is_open: bool | None = None
    text: str = ""


# Deeds


def register(workplace: Workplace, entry: ReceiptEntry) -> KeyReceiptRow:
    """Number a receipt and write it down; the sets leave custody once it is signed."""
    with workplace.deed(Permission.REGISTER) as work:
        return work.committed(key_receipt_list.detail, KIND, write(work, entry))


def write(work: UnitOfWork, entry: ReceiptEntry) -> int:
    """A receipt inside the caller's transaction, as at a move-in (R34); returns its id."""
    entry = _ready(work, entry, _sets(work.reader, entry))
    row = _receipt(work, entry)
    work.add(row)
    work.add(*_lines(work.reader, row.id, entry))
    return row.id


def sign(workplace: Workplace, receipt_id: int, version: int, entry: SignEntry) -> KeyReceiptRow:
    """The receiver has signed, at the desk: the kept sets on it are in custody no more."""
    with workplace.deed(Permission.REGISTER) as work:
        row = work.get_as_seen(KeyReceipt, receipt_id, version)
        cleaning = Cleaning()
        entry = replace(entry, person=cleaning.line(entry.person, rules.NAME_LIMIT, "person"))
        known = _known(work, receipt_id)
        day = workplace.estate.custom.day(work.now)
        cleaning.refuse(rules.sign_reasons(known.facts, entry, day))
        assert entry.signed_on is not None
        _sign(work, row, known, (entry.person, entry.signed_on), entry.how)
        return work.committed(key_receipt_list.detail, KIND, receipt_id)


def void(workplace: Workplace, receipt_id: int, version: int, why: str) -> KeyReceiptRow:
    """Nobody signed it; its number stays."""
    with workplace.deed(Permission.REGISTER) as work:
        row = work.get_as_seen(KeyReceipt, receipt_id, version)
        cleaning = Cleaning()
        why = cleaning.line(why, rules.WHY_LIMIT, "why")
        cleaning.refuse(rules.void_reasons(_known(work, receipt_id).facts, why))
        row.void_why = why
        paper_let_go.let_go_all(work, KIND, receipt_id, why)
        return work.committed(key_receipt_list.detail, KIND, receipt_id)


def signed_home(work: UnitOfWork, record_id: int, home: Home) -> str:
    """The receipt that the owner signed is back: names what it ticked, "" where nothing waited.

    Refused while a set on it is not at hand: its loan is ended first.
    """
    row = work.get(KeyReceipt, record_id)
    if row.signed_on is not None or row.void_why:
        return ""
    known = _known(work, record_id)
    Cleaning().refuse(rules.sign_blockers(known.facts))
    _sign(work, row, known, (home.signed_by, home.signed_on), SignedHow.PAPER)
    return "key_receipt.signature"


# Looking


def get(workplace: Workplace, key: int | str) -> KeyReceiptRow:
    """One receipt by its id or its number; NotFound when there is none."""
    with workplace.reading() as reader:
        if isinstance(key, int):
            found = key_receipt_list.detail(reader, key)
        else:
            found = key_receipt_list.detail_by_number(reader, key)
    if found is None:
        raise NotFound(KIND, str(key))
    return personal_data.shown(workplace, found)


def page(
    workplace: Workplace, wanted: KeyReceiptFilter, after: Key | None = None, limit: int = PAGE
) -> Page[KeyReceiptRow]:
    """Some of the register, newest first, without the lines."""
    terms = terms_of(wanted.text)
    narrowed = Filter(wanted.unit_id, wanted.is_open, terms)
    with workplace.reading() as reader:
        return personal_data.masked(key_receipt_list.receipts(reader, narrowed, after, limit))


def sign_blockers(workplace: Workplace, known: KeyReceiptRow) -> tuple[Reason, ...]:
    """Why nobody signs it now: the words on a shut button."""
    return (*workplace.missing(Permission.REGISTER), *rules.sign_blockers(known.facts))


def void_blockers(workplace: Workplace, known: KeyReceiptRow) -> tuple[Reason, ...]:
    """Why it is not declared void now: the words on a shut button."""
    return (*workplace.missing(Permission.REGISTER), *rules.open_blockers(known.facts))


# Parts


def _known(work: UnitOfWork, receipt_id: int) -> KeyReceiptRow:
    found = key_receipt_list.detail(work.reader, receipt_id)
    assert found is not None
    return found


def _sets(reader: Reader, entry: ReceiptEntry) -> Mapping[int, KnownSet]:
    """What is known of the sets on it; NotFound when there is no such set."""
    sets = {}
    for line in entry.lines:
        if line.key_set_id is not None:
            known = key_receipt_list.known_set(reader, line.key_set_id)
            if known is None:
                raise NotFound("key_set", str(line.key_set_id))
            sets[line.key_set_id] = known
    return sets


def _ready(work: UnitOfWork, entry: ReceiptEntry, sets: Mapping[int, KnownSet]) -> ReceiptEntry:
    """The entry with clean texts, or every reason against it."""
    cleaning = Cleaning()
    tail = cleaning.line(entry.proof_tail, rules.TAIL_LIMIT, "proof_tail")
    entry = replace(
        entry,
        receiver=cleaning.line(entry.receiver, rules.NAME_LIMIT, "receiver"),
        authority=cleaning.line(entry.authority, rules.AUTHORITY_LIMIT, "authority"),
        phone=cleaning.line(entry.phone, rules.PHONE_LIMIT, "phone"),
        proof_tail="".join(tail.split()).upper(),
        remark=cleaning.text(entry.remark, rules.REMARK_LIMIT, "remark"),
        lines=tuple(_cleaned(cleaning, line) for line in entry.lines),
    )
    cleaning.refuse(rules.entry_reasons(entry, sets, work.now))
    assert entry.unit_id is not None
    work.get(Unit, entry.unit_id)
    return entry


def _cleaned(cleaning: Cleaning, line: LineEntry) -> LineEntry:
    return replace(line, what=cleaning.line(line.what, rules.WHAT_LIMIT, "lines"))


def _receipt(work: UnitOfWork, entry: ReceiptEntry) -> KeyReceipt:
    return KeyReceipt(
        number=work.next_number(LETTER),
        unit_id=entry.unit_id,
        receiver=entry.receiver,
        is_owner=entry.is_owner,
        authority="" if entry.is_owner else entry.authority,
        phone=entry.phone,
        proof=entry.proof or "",
        proof_tail=entry.proof_tail,
        handed_over_at=entry.handed_over_at,
        handed_by_id=work.actor_id,
        remark=entry.remark,
        entered_at=work.now,
    )


def _lines(reader: Reader, receipt_id: int, entry: ReceiptEntry) -> list[KeyReceiptLine]:
    """The lines in their order; a set says itself what it opens."""
    rows = []
    for place, line in enumerate(entry.lines, start=1):
        known = None if line.key_set_id is None else key_set_list.detail(reader, line.key_set_id)
        rows.append(
            KeyReceiptLine(
                receipt_id=receipt_id,
                place=place,
                key_set_id=line.key_set_id,
                what=line.what or ("" if known is None else known.opens),
                keys=line.keys if known is None else known.keys,
            )
        )
    return rows


def _sign(
    work: UnitOfWork,
    row: KeyReceipt,
    known: KeyReceiptRow,
    signature: tuple[str, date],
    how: SignedHow,
) -> None:
    """The signature is there: every kept set on it leaves custody."""
    row.signed_by, row.signed_on = signature
    row.signed_how = how
    given = EndEntry(
        row.handed_over_at,
        person=row.receiver,
        is_owner=row.is_owner,
        authority=row.authority,
        signed=how,
    )
    for line in known.lines:
        if line.key_set_id is not None:
            key_set.leave(work, work.get(KeySet, line.key_set_id), given, row.id)
