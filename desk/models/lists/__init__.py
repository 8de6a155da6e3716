"""The read side: one function per list, keyset pages, frozen rows.

A list takes a `Reader` (an open connection that cannot write), filters and the key of the last
row seen; it never counts and never skips, so a page costs the same at any depth.
"""

from collections.abc import Callable, Hashable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from sqlalchemy import Connection, Row, Select

Reader = Connection
Item = TypeVar("Item")


@dataclass(frozen=True)
class Page(Generic[Item]):
    """Some rows, and the key after which the next page starts (None: this was the last)."""

    rows: tuple[Item, ...]
    next_key: tuple[Any, ...] | None


_REMEMBERED = "remembered"


@contextmanager
def remembering(reader: Reader) -> Iterator[None]:
    """What is read `once` is kept inside the block; the reader must see one moment throughout."""
    reader.info[_REMEMBERED] = {}
    try:
        yield
    finally:
        del reader.info[_REMEMBERED]


def once(reader: Reader, key: Hashable, find: Callable[[], Item]) -> Item:
    """What many records share, read once by a reader that is `remembering`, else every time."""
    kept: dict[Hashable, Item] | None = reader.info.get(_REMEMBERED)
    if kept is None:
        return find()
    if key not in kept:
        kept[key] = find()
    return kept[key]


def page(
    reader: Reader,
    query: Select[Any],
    make: Callable[[Row[Any]], Item],
    key: Callable[[Item], tuple[Any, ...]],
    limit: int,
) -> Page[Item]:
    """Run a query that is already ordered and filtered by key; one row more tells if more come."""
    found: Sequence[Row[Any]] = reader.execute(query.limit(limit + 1)).all()
    rows = tuple(make(row) for row in found[:limit])
    return Page(rows, key(rows[-1]) if len(found) > limit else None)
