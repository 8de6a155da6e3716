"""The builder's mandates, as read: by pages, one with its items."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, Select, or_, select

from desk.domain.fee_mandate import MandateEntry, MandateFacts, MandateItem
from desk.domain.search_text import Term
from desk.models.fee_mandate import FeeMandate, FeeMandateItem
from desk.models.lists import Page, Reader, page
from desk.models.lists.order import found_by, latest_first
from desk.models.staff import Account

Key = tuple[int]


@dataclass(frozen=True)
class MandateRow:
    """One mandate whole; a page has it without its items."""

    id: int
    version: int
    number: str
    builder: str
    valid_from: date
    valid_until: date | None
    remark: str
    entered_at: datetime
    by: str
    signed_on: date | None
    signed_by: str
    void_why: str
    items: tuple[MandateItem, ...] = ()

    @property
    def facts(self) -> MandateFacts:
        """What the rules ask about it."""
        return MandateFacts(
            self.number,
            self.valid_from,
            self.valid_until,
            tuple(item.name for item in self.items),
            is_signed=self.signed_on is not None,
            signed_on=self.signed_on,
            is_void=bool(self.void_why),
        )

    @property
    def entry(self) -> MandateEntry:
        """What was written down, as it may be written down again."""
        days = self.valid_from, self.valid_until
        return MandateEntry(self.builder, *days, self.items, self.remark)


@dataclass(frozen=True)
class Filter:
    """What the register is narrowed to; None means everything. `on` is a day of the estate on
    which it holds: signed, begun, not over, not void."""

    on: date | None = None
    terms: Sequence[Term] | None = None


def mandates(reader: Reader, wanted: Filter, after: Key | None, limit: int) -> Page[MandateRow]:
    """A page of the register, newest first, after the key of the last row seen."""
    query = latest_first(_narrowed(wanted), FeeMandate.id, after)
    return page(reader, query, _row, _key, limit)


def detail(reader: Reader, mandate_id: int) -> MandateRow | None:
    """One mandate by its id."""
    return _first(reader, _QUERY.where(FeeMandate.id == mandate_id))


def detail_by_number(reader: Reader, number: str) -> MandateRow | None:
    """One mandate by its number."""
    return _first(reader, _QUERY.where(FeeMandate.number == number))


def _narrowed(wanted: Filter) -> Select[*tuple[Any, ...]]:
    query = _QUERY
    if wanted.on is not None:
        endless = FeeMandate.valid_until.is_(None)
        query = query.where(
            FeeMandate.signed_on.is_not(None),
            FeeMandate.void_why == "",
            FeeMandate.valid_from <= wanted.on,
            or_(endless, FeeMandate.valid_until >= wanted.on),
        )
    return query if wanted.terms is None else query.where(found_by(wanted.terms, FeeMandate))


def _first(reader: Reader, query: Select[*tuple[Any, ...]]) -> MandateRow | None:
    row = reader.execute(query).first()
    if row is None:
        return None
    known = _row(row)
    return replace(known, items=tuple(_items(reader, known.id)))


def _items(reader: Reader, mandate_id: int) -> list[MandateItem]:
    columns = FeeMandateItem.name, FeeMandateItem.standard, FeeMandateItem.basis
    query = select(*columns).where(
        FeeMandateItem.mandate_id == mandate_id, FeeMandateItem.dropped_at.is_(None)
    )
    ordered = query.order_by(FeeMandateItem.place, FeeMandateItem.id)
    return [MandateItem(*row) for row in reader.execute(ordered)]


def _row(row: Row[*tuple[Any, ...]]) -> MandateRow:
    return MandateRow(*row)


def _key(row: MandateRow) -> Key:
    return (row.id,)


_QUERY: Select[*tuple[Any, ...]] = (
    select(
        FeeMandate.id,
        FeeMandate.version,
        FeeMandate.number,
        FeeMandate.builder,
        FeeMandate.valid_from,
        FeeMandate.valid_until,
        FeeMandate.remark,
        FeeMandate.entered_at,
        Account.name,
        FeeMandate.signed_on,
        FeeMandate.signed_by,
        FeeMandate.void_why,
    )
    .select_from(FeeMandate)
    .join(Account, Account.id == FeeMandate.by_id)
)
