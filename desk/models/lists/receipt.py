"""Receipts, as read: by pages, one with its lines, those of a record, the sums of a period."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, func, select
from sqlalchemy.orm import aliased

from desk.domain.receipt import LineEntry, Method, Sum, VoidFacts
from desk.domain.search_text import Term
from desk.models.estate import Unit
from desk.models.fee_mandate import FeeMandate
from desk.models.lists import Page, Reader, page
from desk.models.lists.order import found_by, newest_first
from desk.models.receipt import Receipt, ReceiptLine
from desk.models.staff import Account

Key = tuple[datetime, int]

_By = aliased(Account)
_VoidBy = aliased(Account)
_SeenBy = aliased(Account)


@dataclass(frozen=True)
class ReceiptRow:
    """One receipt with its lines. `mandate` is the number of the builder's; `void_seen_by` is who
    looked at a void one with a second pair of eyes."""

    id: int
    version: int
    number: str
    kind: str
    record_id: int | None
    unit_id: int | None
    unit: str | None
    payer: str
    total: Decimal
    method: str
    place: str
    reference: str
    collected_by: str
    checked_by: str
    mandate_id: int | None
    mandate: str | None
    remark: str
    received_at: datetime
    entered_at: datetime
    by_id: int
    by: str
    void_why: str
    void_at: datetime | None
    void_by: str | None
    void_by_id: int | None
    void_seen_at: datetime | None
    void_seen_by: str | None
    lines: tuple[LineEntry, ...] = ()

    @property
    def is_void(self) -> bool:
        """Whether it is void; its number stays."""
        return bool(self.void_why)

    @property
    def amounts(self) -> tuple[Decimal, ...]:
        """All the money on it, which is written alike."""
        return (self.total, *(one.amount for one in self.lines))

    @property
    def void_facts(self) -> VoidFacts:
        """What the rules ask of who looks at a void one."""
        return VoidFacts(self.is_void, self.void_by_id, self.void_seen_at is not None)


@dataclass(frozen=True)
class Filter:
    """What the register is narrowed to; None means everything.

    `since` and `until` are UTC and half open. No term in `terms` means that nothing can be found.
    """

    method: str | None = None
    unit_id: int | None = None
    mandate_id: int | None = None
    since: datetime | None = None
    until: datetime | None = None
    terms: Sequence[Term] | None = None


def receipts(reader: Reader, wanted: Filter, after: Key | None, limit: int) -> Page[ReceiptRow]:
    """A page of the register, newest first, after the key of the last row seen."""
    query = _QUERY.where(*_clauses(wanted))
    query = newest_first(query, Receipt.received_at, Receipt.id, after)
    found = page(reader, query, _row, _key, limit)
    lines = _lines(reader, [one.id for one in found.rows])
    rows = (replace(one, lines=lines.get(one.id, ())) for one in found.rows)
    return replace(found, rows=tuple(rows))


def sums(reader: Reader, since: datetime, until: datetime) -> tuple[Sum, ...]:
    """What came in from `since` to before `until`, by the way it was paid; the void left out."""
    query = (
        select(Receipt.method, func.count(), func.sum(Receipt.total))
        .where(Receipt.received_at >= since, Receipt.received_at < until, Receipt.void_why == "")
        .group_by(Receipt.method)
    )
    found = {row[0]: Sum(Method(row[0]), row[1], row[2]) for row in reader.execute(query)}
    return tuple(found[method] for method in Method if method in found)


def of_record(reader: Reader, kind: str, record_id: int) -> tuple[ReceiptRow, ...]:
    """The receipts of a record with their lines, oldest first; the void among them."""
    query = _QUERY.where(Receipt.kind == kind, Receipt.record_id == record_id)
    rows = [_row(row) for row in reader.execute(query.order_by(Receipt.id))]
    return tuple(_whole(reader, row) for row in rows)


def detail(reader: Reader, receipt_id: int) -> ReceiptRow | None:
    """One receipt by its id."""
    return _first(reader, _QUERY.where(Receipt.id == receipt_id))


def detail_by_number(reader: Reader, number: str) -> ReceiptRow | None:
    """One receipt by its number."""
    return _first(reader, _QUERY.where(Receipt.number == number))


def clerk(reader: Reader, account_id: int) -> str:
    """The name of who stands at the desk."""
    return reader.scalar(select(Account.name).where(Account.id == account_id)) or ""


def _clauses(wanted: Filter) -> Iterator[ColumnElement[bool] | Any]:
    if wanted.method is not None:
        yield Receipt.method == wanted.method
    if wanted.unit_id is not None:
        yield Receipt.unit_id == wanted.unit_id
    if wanted.mandate_id is not None:
        yield Receipt.mandate_id == wanted.mandate_id
    if wanted.since is not None:
        yield Receipt.received_at >= wanted.since
    if wanted.until is not None:
        yield Receipt.received_at < wanted.until
    if wanted.terms is not None:
        yield found_by(wanted.terms, Receipt, ordered=True)


def _first(reader: Reader, query: Select[*tuple[Any, ...]]) -> ReceiptRow | None:
    row = reader.execute(query).first()
    return None if row is None else _whole(reader, _row(row))


def _whole(reader: Reader, row: ReceiptRow) -> ReceiptRow:
    return replace(row, lines=_lines(reader, [row.id]).get(row.id, ()))


def _lines(reader: Reader, ids: Sequence[int]) -> dict[int, tuple[LineEntry, ...]]:
    """The lines of some receipts in their order, by the receipt's id."""
    query = select(ReceiptLine.receipt_id, ReceiptLine.what, ReceiptLine.amount)
    query = query.where(ReceiptLine.receipt_id.in_(ids))
    found: dict[int, tuple[LineEntry, ...]] = {}
    for receipt_id, what, amount in reader.execute(query.order_by(ReceiptLine.place)):
        found[receipt_id] = (*found.get(receipt_id, ()), LineEntry(what, amount))
    return found


def _row(row: Row[*tuple[Any, ...]]) -> ReceiptRow:
    return ReceiptRow(*row)


def _key(row: ReceiptRow) -> Key:
    return row.received_at, row.id


_QUERY: Select[*tuple[Any, ...]] = (
    select(
        Receipt.id,
        Receipt.version,
        Receipt.number,
        Receipt.kind,
        Receipt.record_id,
        Receipt.unit_id,
        Unit.label,
        Receipt.payer,
        Receipt.total,
        Receipt.method,
        Receipt.place,
        Receipt.reference,
        Receipt.collected_by,
        Receipt.checked_by,
        Receipt.mandate_id,
        FeeMandate.number,
        Receipt.remark,
        Receipt.received_at,
        Receipt.entered_at,
        Receipt.by_id,
        _By.name,
        Receipt.void_why,
        Receipt.void_at,
        _VoidBy.name,
        Receipt.void_by_id,
        Receipt.void_seen_at,
        _SeenBy.name,
    )
    .select_from(Receipt)
    .join(_By, _By.id == Receipt.by_id)
    .outerjoin(Unit, Unit.id == Receipt.unit_id)
    .outerjoin(FeeMandate, FeeMandate.id == Receipt.mandate_id)
    .outerjoin(_VoidBy, _VoidBy.id == Receipt.void_by_id)
    .outerjoin(_SeenBy, _SeenBy.id == Receipt.void_seen_by_id)
)
