"""Which record a paper is asked for: by its id, its number, the code on a paper, or the latest."""

from collections.abc import Callable
from typing import Any, TypeVar

from desk.errors import NotFound
from desk.models.lists import Page, Reader
from desk.services.paper_build import number_of
from desk.services.paper_sheet import LATEST

Record = TypeVar("Record")
ById = Callable[[Reader, int], Record | None]
ByNumber = Callable[[Reader, str], Record | None]


def record_of(  # noqa: PLR0913, PLR0917 - how a register is asked, in the order of asking
    reader: Reader,
    kind: str,
    key: int | str,
    detail: ById[Record],
    detail_by_number: ByNumber[Record],
    newest: Callable[[Reader], Page[Any]],
) -> Record:
    """The record whole; NotFound when there is none. `newest` is a page of one."""
    if isinstance(key, int):
        found = detail(reader, key)
    elif key == LATEST:
        rows = newest(reader).rows
        found = detail(reader, rows[0].id) if rows else None
    else:
        found = detail_by_number(reader, number_of(key))
    if found is None:
        raise NotFound(kind, str(key))
    return found
