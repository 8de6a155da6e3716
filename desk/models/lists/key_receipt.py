"""Key receipts, as read: by pages, one with its lines."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, Select, select

from desk.domain.key_receipt import KnownSet, ReceiptFacts, ReceiptState, state
from desk.domain.search_text import Term
from desk.models.estate import Unit
from desk.models.key_receipt import KeyReceipt, KeyReceiptLine
from desk.models.lists import Page, Reader, page
from desk.models.lists import key_set as key_set_list
from desk.models.lists.order import found_by, latest_first
from desk.models.staff import Account

Key = tuple[int]


@dataclass(frozen=True)
class ReceiptLineRow:
    """One line; `tag` is "" where it is in words alone. `known` is the set as it is now."""

    id: int
    place: int
    key_set_id: int | None
    what: str
    keys: int
    tag: str = ""
    known: KnownSet | None = None


@dataclass(frozen=True)
class KeyReceiptRow:
    """One receipt whole; a page has it without its lines."""

    id: int
    version: int
    number: str
    unit_id: int
    unit: str
    receiver: str
    is_owner: bool
    authority: str
    phone: str
    proof: str
    proof_tail: str
    handed_over_at: datetime
    handed_by: str
    remark: str
    entered_at: datetime
    signed_on: date | None
    signed_by: str
    signed_how: str
    void_why: str
    lines: tuple[ReceiptLineRow, ...] = ()

    @property
    def facts(self) -> ReceiptFacts:
        """What the rules ask about it."""
        return ReceiptFacts(
            tuple(one.known for one in self.lines if one.known is not None),
            is_signed=self.signed_on is not None,
            is_void=bool(self.void_why),
        )

    @property
    def state(self) -> ReceiptState:
        """Where it stands."""
        return state(self.facts)


@dataclass(frozen=True)
class Filter:
    """What the register is narrowed to; None means everything, `is_open` waits for a signature."""

    unit_id: int | None = None
    is_open: bool | None = None
    terms: Sequence[Term] | None = None


def receipts(reader: Reader, wanted: Filter, after: Key | None, limit: int) -> Page[KeyReceiptRow]:
    """A page of the register, newest first, after the key of the last row seen."""
    query = latest_first(_narrowed(wanted), KeyReceipt.id, after)
    return page(reader, query, _row, _key, limit)


def detail(reader: Reader, receipt_id: int) -> KeyReceiptRow | None:
    """One receipt by its id."""
    return _first(reader, _QUERY.where(KeyReceipt.id == receipt_id))


def detail_by_number(reader: Reader, number: str) -> KeyReceiptRow | None:
    """One receipt by its number."""
    return _first(reader, _QUERY.where(KeyReceipt.number == number))


def known_set(reader: Reader, set_id: int) -> KnownSet | None:
    """What a receipt asks about a set."""
    row = key_set_list.detail(reader, set_id)
    return None if row is None else KnownSet(row.tag, row.state, row.unit_id, row.keys)


def _narrowed(wanted: Filter) -> Select[*tuple[Any, ...]]:
    query = _QUERY
    if wanted.unit_id is not None:
        query = query.where(KeyReceipt.unit_id == wanted.unit_id)
    if wanted.is_open is not None:
        is_open = KeyReceipt.signed_on.is_(None) & (KeyReceipt.void_why == "")
        query = query.where(is_open if wanted.is_open else ~is_open)
    if wanted.terms is not None:
        query = query.where(found_by(wanted.terms, KeyReceipt))
    return query


def _first(reader: Reader, query: Select[*tuple[Any, ...]]) -> KeyReceiptRow | None:
    row = reader.execute(query).first()
    if row is None:
        return None
    known = _row(row)
    return replace(known, lines=tuple(_lines(reader, known.id)))


def _lines(reader: Reader, receipt_id: int) -> list[ReceiptLineRow]:
    columns = (
        KeyReceiptLine.id,
        KeyReceiptLine.place,
        KeyReceiptLine.key_set_id,
        KeyReceiptLine.what,
        KeyReceiptLine.keys,
    )
    query = select(*columns).where(KeyReceiptLine.receipt_id == receipt_id)
    rows = [ReceiptLineRow(*row) for row in reader.execute(query.order_by(KeyReceiptLine.place))]
    return [_with_set(reader, row) for row in rows]


def _with_set(reader: Reader, row: ReceiptLineRow) -> ReceiptLineRow:
    known = None if row.key_set_id is None else known_set(reader, row.key_set_id)
    return row if known is None else replace(row, tag=known.tag, known=known)


def _row(row: Row[*tuple[Any, ...]]) -> KeyReceiptRow:
    return KeyReceiptRow(*row)


def _key(row: KeyReceiptRow) -> Key:
    return (row.id,)


_QUERY: Select[*tuple[Any, ...]] = (
    select(
        KeyReceipt.id,
        KeyReceipt.version,
        KeyReceipt.number,
        KeyReceipt.unit_id,
        Unit.label,
        KeyReceipt.receiver,
        KeyReceipt.is_owner,
        KeyReceipt.authority,
        KeyReceipt.phone,
        KeyReceipt.proof,
        KeyReceipt.proof_tail,
        KeyReceipt.handed_over_at,
        Account.name,
        KeyReceipt.remark,
        KeyReceipt.entered_at,
        KeyReceipt.signed_on,
        KeyReceipt.signed_by,
        KeyReceipt.signed_how,
        KeyReceipt.void_why,
    )
    .select_from(KeyReceipt)
    .join(Unit, Unit.id == KeyReceipt.unit_id)
    .join(Account, Account.id == KeyReceipt.handed_by_id)
)
