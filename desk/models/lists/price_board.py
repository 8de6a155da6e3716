"""The price board, as read: its versions, newest first, and what is on each."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import Row, Select, func, or_, select
from sqlalchemy.orm import aliased

from desk.domain.price_board import Board, BoardFacts, BoardState, FilingKind, Item, Reviewer
from desk.models.history import History
from desk.models.lists import Page, Reader, page
from desk.models.lists.order import latest_first
from desk.models.price_board import PriceBoard, PriceItem
from desk.models.staff import Account

Key = tuple[int]

_By = aliased(Account)
_ApprovedBy = aliased(Account)
_Before = aliased(PriceBoard)


@dataclass(frozen=True)
class BoardRow:
    """One version without its items; `before` is the number of the one it was copied from."""

    id: int
    version: int
    number: str
    state: str
    before_id: int | None
    before: str | None
    written_at: datetime
    by_id: int | None
    by: str | None
    filing: str
    filed_on: date | None
    filed_with: str
    reference: str
    quality_by: str
    quality_on: date | None
    finance_by: str
    finance_on: date | None
    approved_at: datetime | None
    approved_by: str | None
    in_force_on: date | None
    posted_on: date | None
    superseded_on: date | None
    remark: str
    void_why: str
    items: int

    def facts(self, codes: Iterable[str]) -> BoardFacts:
        """What the rules ask about it."""
        days = ((Reviewer.QUALITY, self.quality_on), (Reviewer.FINANCE, self.finance_on))
        return BoardFacts(
            state=BoardState(self.state),
            codes=tuple(codes),
            filing=FilingKind(self.filing) if self.filing else None,
            reviewed=tuple(reviewer for reviewer, day in days if day is not None),
        )


@dataclass(frozen=True)
class ItemRow:
    """One item of a version; `launched_on` is None until a version with it is in force."""

    id: int
    version: int
    board_id: int
    place: int
    code: str
    name: str
    unit: str
    price: Decimal
    materials: str
    skill: str
    launched_on: date | None
    why: str

    def as_item(self, day: date) -> Item:
        """The item as others see it; one that is new is offered from `day` on."""
        return Item(
            id=self.id,
            code=self.code,
            name=self.name,
            unit=self.unit,
            price=self.price,
            materials=self.materials,
            skill=self.skill,
            launched_on=self.launched_on or day,
        )


def boards(reader: Reader, after: Key | None, limit: int) -> Page[BoardRow]:
    """A page of versions, newest first, after the key of the last row seen."""
    query = latest_first(_QUERY, PriceBoard.id, after)
    return page(reader, query, _row, _key, limit)


def detail(reader: Reader, board_id: int) -> BoardRow | None:
    """One version by its id."""
    return _first(reader, _QUERY.where(PriceBoard.id == board_id))


def detail_by_number(reader: Reader, number: str) -> BoardRow | None:
    """One version by its number."""
    return _first(reader, _QUERY.where(PriceBoard.number == number))


def standing(reader: Reader, state: BoardState) -> BoardRow | None:
    """The one draft, or the one version in force."""
    return _first(reader, _QUERY.where(PriceBoard.state == state.value))


def items(reader: Reader, board_id: int) -> tuple[ItemRow, ...]:
    """What is on a version, in its order."""
    query = _ITEM.where(PriceItem.board_id == board_id, PriceItem.dropped_at.is_(None)).order_by(
        PriceItem.place, PriceItem.id
    )
    return tuple(ItemRow(*row) for row in reader.execute(query))


def item(reader: Reader, item_id: int) -> ItemRow | None:
    """One item by its id, whatever became of its version."""
    row = reader.execute(_ITEM.where(PriceItem.id == item_id)).first()
    return None if row is None else ItemRow(*row)


def writers(reader: Reader, board_id: int) -> frozenset[int]:
    """The accounts that drew a version up or wrote one of its items, those dropped again too. What
    a review proposed (R237) has its own two people."""
    wrote = (
        select(History.actor_id)
        .join(PriceItem, PriceItem.id == History.record_id)
        .where(History.kind == PriceItem.__tablename__, PriceItem.board_id == board_id)
        .where(or_(History.deed != "created", PriceItem.why == ""))
    )
    drew = select(PriceBoard.by_id).where(PriceBoard.id == board_id)
    found = (*reader.scalars(wrote.distinct()), reader.scalar(drew))
    return frozenset(one for one in found if one is not None)


def codes(reader: Reader) -> tuple[str, ...]:
    """Every code that any version ever used."""
    return tuple(reader.scalars(select(PriceItem.code).distinct()))


def in_force(reader: Reader) -> Board | None:
    """The version in force with what is on it."""
    row = standing(reader, BoardState.IN_FORCE)
    if row is None or row.in_force_on is None:
        return None
    day = row.in_force_on
    return Board(
        id=row.id,
        number=row.number,
        in_force_on=day,
        filed_on=row.filed_on,
        filed_with=row.filed_with,
        approved_by=row.approved_by or "",
        items=tuple(one.as_item(day) for one in items(reader, row.id)),
    )


def _first(reader: Reader, query: Select[*tuple[Any, ...]]) -> BoardRow | None:
    row = reader.execute(query).first()
    return None if row is None else _row(row)


def _row(row: Row[*tuple[Any, ...]]) -> BoardRow:
    return BoardRow(*row)


def _key(row: BoardRow) -> Key:
    return (row.id,)


_ITEM: Select[*tuple[Any, ...]] = select(
    PriceItem.id,
    PriceItem.version,
    PriceItem.board_id,
    PriceItem.place,
    PriceItem.code,
    PriceItem.name,
    PriceItem.unit,
    PriceItem.price,
    PriceItem.materials,
    PriceItem.skill,
    PriceItem.launched_on,
    PriceItem.why,
)
_COUNT = (
    select(func.count(PriceItem.id))
    .where(PriceItem.board_id == PriceBoard.id, PriceItem.dropped_at.is_(None))
    .correlate(PriceBoard)
    .scalar_subquery()
)
_QUERY: Select[*tuple[Any, ...]] = (
    select(
        PriceBoard.id,
        PriceBoard.version,
        PriceBoard.number,
        PriceBoard.state,
        PriceBoard.before_id,
        _Before.number,
        PriceBoard.written_at,
        PriceBoard.by_id,
        _By.name,
        PriceBoard.filing,
        PriceBoard.filed_on,
        PriceBoard.filed_with,
        PriceBoard.reference,
        PriceBoard.quality_by,
        PriceBoard.quality_on,
        PriceBoard.finance_by,
        PriceBoard.finance_on,
        PriceBoard.approved_at,
        _ApprovedBy.name,
        PriceBoard.in_force_on,
        PriceBoard.posted_on,
        PriceBoard.superseded_on,
        PriceBoard.remark,
        PriceBoard.void_why,
        _COUNT,
    )
    .select_from(PriceBoard)
    .outerjoin(_Before, _Before.id == PriceBoard.before_id)
    .outerjoin(_By, _By.id == PriceBoard.by_id)
    .outerjoin(_ApprovedBy, _ApprovedBy.id == PriceBoard.approved_by_id)
)
