"""What every register does alike: its order and where a page goes on, whom words find.

A page goes on after the key of the last row seen: its moment and its id, or its id alone.
"""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, false, or_, text

from desk.domain.search_text import Term
from desk.models.base import Searchable
from desk.models.search_index import match_expression

Query = Select[*tuple[Any, ...]]
Column = Any


def newest_first(query: Query, at: Column, row_id: Column, after: tuple[Any, int] | None) -> Query:
    """The newest first; of one moment the one written down last."""
    query = query.order_by(at.desc(), row_id.desc())
    if after is None:
        return query
    moment, last = after
    earlier = or_(at < moment, and_(at == moment, row_id < last))
    return query.where(at <= moment, earlier)


def in_order(query: Query, by: Column, row_id: Column, after: tuple[Any, int] | None) -> Query:
    """The least first, such as the oldest; of one moment or word the one written down first."""
    query = query.order_by(by, row_id)
    if after is None:
        return query
    least, last = after
    later = or_(by > least, and_(by == least, row_id > last))
    return query.where(by >= least, later)


def latest_first(query: Query, row_id: Column, after: tuple[int] | None) -> Query:
    """The one that was numbered last first."""
    query = query.order_by(row_id.desc())
    return query if after is None else query.where(row_id < after[0])


def found_by(
    terms: Sequence[Term], table: type[Searchable], column: str = "", *, ordered: bool = False
) -> ColumnElement[bool]:
    """Records that hold one token of every term; no term finds nothing.

    `column` names the record by its id, such as one that another record points to; else it is the
    record's own. Where a register grows big, `ordered` keeps to the order of the list, which ends
    at a page: sorting every hit does not.
    """
    if not terms:
        return false()
    index = table.search_table
    which = column or f"{index.removeprefix('search_')}.id"
    hits = f"SELECT rowid FROM {index} WHERE {index} MATCH :match"
    matched: Any = text(f"{'+' if ordered else ''}{which} IN ({hits})")
    return matched.bindparams(match=match_expression(terms))  # type: ignore[no-any-return]
