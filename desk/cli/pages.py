"""Whole lists, page by page, so that a million rows need no memory."""

from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from desk.models.lists import Page

Row = TypeVar("Row")

LIMIT = 500


def every(page: Callable[..., Page[Row]], *asked: Any) -> Iterator[Row]:
    """Every row of a list; `page` takes what is asked, the key to go on after, and how many."""
    after = None
    while True:
        found = page(*asked, after, LIMIT)
        yield from found.rows
        after = found.next_key
        if after is None:
            return
