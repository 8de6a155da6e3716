"""The household file 住戶檔案, as read: the records of one unit in the order of time.

Each kind of record is asked for a page of its own, by the index of its unit, and the pages are
merged; so a page of the file costs the same however long the file is.
"""

import heapq
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Any

from sqlalchemy import ColumnElement, and_, or_

from desk.models.lists import Page, Reader
from desk.models.lists.household_file_sources import SOURCES, Source

Key = tuple[datetime, str, int]


@dataclass(frozen=True)
class FileRow:
    """One record of the file: when, its number, whom it names, how its text begins, its state.

    `opens` is the kind and id of the record behind it: of a print the record that was printed.
    """

    kind: str
    id: int
    at: datetime
    number: str
    who: str
    what: str
    state: str
    opens_kind: str
    opens_id: int


def entries(
    reader: Reader, unit_id: int, kinds: Collection[str], after: Key | None, limit: int
) -> Page[FileRow]:
    """A page of the file, newest first, after the key of the last row seen; of these kinds."""
    pages = [_rows(reader, SOURCES[kind](unit_id), after, limit + 1) for kind in sorted(set(kinds))]
    merged = list(islice(heapq.merge(*pages, key=_order), limit + 1))
    rows = tuple(merged[:limit])
    return Page(rows, _key(rows[-1]) if len(merged) > limit else None)


def _rows(reader: Reader, source: Source, after: Key | None, limit: int) -> list[FileRow]:
    query = source.query.order_by(source.at.desc(), source.id.desc()).limit(limit)
    if after is not None:
        query = query.where(_following(source, after))
    return [_row(source.kind, *row) for row in reader.execute(query)]


def _following(source: Source, after: Key) -> ColumnElement[bool]:
    """What comes after a key in the order of the whole: newest first, then kind, then id."""
    at, kind, last = after
    if source.kind < kind:
        found: ColumnElement[bool] = source.at < at
    elif source.kind > kind:
        found = source.at <= at
    else:
        found = or_(source.at < at, and_(source.at == at, source.id < last))
    return found


def _order(row: FileRow) -> tuple[float, str, int]:
    return -row.at.timestamp(), row.kind, -row.id


def _key(row: FileRow) -> Key:
    return row.at, row.kind, row.id


def _row(kind: str, *told: Any) -> FileRow:
    record_id, at, number, who, what, state, opens_kind, opens_id = told
    return FileRow(
        kind, record_id, at, number, who, " ".join(what.split()), state, opens_kind, opens_id
    )
