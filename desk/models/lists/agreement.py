"""What is read alike of every kind of agreement: by pages, one by its id or number."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar

from sqlalchemy import ColumnElement, Row, Select, select

from desk.models.lists import Page, Reader, page
from desk.models.lists.order import Query, latest_first

Key = tuple[int]


class Known(Protocol):
    """What a list asks of an agreement as read."""

    @property
    def id(self) -> int: ...


AnyKnown = TypeVar("AnyKnown", bound=Known)


@dataclass(frozen=True)
class AgreementList(Generic[AnyKnown]):
    """The agreements of one kind.

    `table` has an id, a number and a unit; `query` reads whole agreements, which `make` makes of
    its rows; `is_open` holds for those that are neither ended nor void.
    """

    table: Any
    query: Query
    is_open: ColumnElement[bool]
    make: Callable[[Row[*tuple[Any, ...]]], AnyKnown]

    def narrowed(self, unit_id: int | None, is_open: bool | None) -> Query:
        """Those of a home, those that are open or no longer so; None means all."""
        query = self.query
        if unit_id is not None:
            query = query.where(self.table.unit_id == unit_id)
        if is_open is not None:
            query = query.where(self.is_open if is_open else ~self.is_open)
        return query

    def page(self, reader: Reader, query: Query, after: Key | None, limit: int) -> Page[AnyKnown]:
        """A page of what a query leaves, newest first, after the key of the last row seen."""
        query = latest_first(query, self.table.id, after)
        return page(reader, query, self.make, _key, limit)

    def detail(self, reader: Reader, agreement_id: int) -> AnyKnown | None:
        """One agreement by its id."""
        return self.first(reader, self.query.where(self.table.id == agreement_id))

    def detail_by_number(self, reader: Reader, number: str) -> AnyKnown | None:
        """One agreement by its number."""
        return self.first(reader, self.query.where(self.table.number == number))

    def first(self, reader: Reader, query: Query) -> AnyKnown | None:
        """The first that a query finds."""
        row = reader.execute(query).first()
        return None if row is None else self.make(row)


def renewal(table: Any, following: Any, column: Any) -> Any:
    """A column of what renews an agreement, if that is not void; `following` is an alias."""
    found: Select[*tuple[Any, ...]] = select(column)
    renews = following.follows_id == table.id
    return (
        found.where(renews, following.void_why == "")
        .order_by(following.id.desc())
        .limit(1)
        .correlate(table)
        .scalar_subquery()
    )


def _key(known: Known) -> Key:
    return (known.id,)
