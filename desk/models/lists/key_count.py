"""Counts of the keys, as read: by pages, one with its differences."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import aliased

from desk.domain.key_count import (
    CountExpected,
    CountFacts,
    CountKind,
    CountState,
    Difference,
    Expected,
    from_plain,
    state,
)
from desk.models.key_count import KeyCount, KeyDifference
from desk.models.lists import Page, Reader, page
from desk.models.lists.order import newest_first
from desk.models.staff import Account

Key = tuple[datetime, int]

_By = aliased(Account)
_To = aliased(Account)


@dataclass(frozen=True)
class DifferenceRow:
    """One difference that was not withdrawn."""

    id: int
    version: int
    count_id: int
    key_set_id: int | None
    tag: str
    expected: str
    found: str
    why: str
    written_off_at: datetime | None
    written_off_by: str | None
    write_off_why: str

    @property
    def facts(self) -> Difference:
        """What the rules ask about it."""
        written_off = self.written_off_at is not None
        return Difference(self.tag, self.found, self.why, is_written_off=written_off)


@dataclass(frozen=True)
class KeyCountRow:
    """One count whole: the snapshot, the differences, both signatures.

    `moved` is what moved between its beginning and the first signature.
    """

    id: int
    version: int
    number: str
    kind: str
    at: datetime
    by_id: int
    by: str
    to_id: int
    to: str
    expected: tuple[Expected, ...]
    moved: tuple[str, ...]
    follows: str
    signed_at: datetime | None
    to_signed_at: datetime | None
    sheet_home_on: date | None
    void_why: str
    differences: tuple[DifferenceRow, ...] = ()

    @property
    def facts(self) -> CountFacts:
        """What the rules ask about it."""
        return CountFacts(
            CountKind(self.kind),
            self.by_id,
            self.to_id,
            tuple(one.facts for one in self.differences),
            self.moved,
            is_signed=self.signed_at is not None,
            is_done=self.to_signed_at is not None,
            is_void=bool(self.void_why),
        )

    @property
    def state(self) -> CountState:
        """Where it stands."""
        return state(self.facts)

    def expected_number(self, where: CountExpected) -> int:
        """How many sets are expected there."""
        return sum(1 for one in self.expected if one.expected is where)


def counts(reader: Reader, after: Key | None, limit: int) -> Page[KeyCountRow]:
    """A page of the register, newest first, without the differences."""
    query = newest_first(_QUERY, KeyCount.at, KeyCount.id, after)
    return page(reader, query, _row, _key, limit)


def open_number(reader: Reader) -> str:
    """The number of the count that is not finished, "" where there is none."""
    query = select(KeyCount.number).where(KeyCount.to_signed_at.is_(None), KeyCount.void_why == "")
    return reader.scalar(query.order_by(KeyCount.id).limit(1)) or ""


def detail(reader: Reader, count_id: int) -> KeyCountRow | None:
    """One count by its id."""
    return _first(reader, _QUERY.where(KeyCount.id == count_id))


def detail_by_number(reader: Reader, number: str) -> KeyCountRow | None:
    """One count by its number."""
    return _first(reader, _QUERY.where(KeyCount.number == number))


def _first(reader: Reader, query: Select[*tuple[Any, ...]]) -> KeyCountRow | None:
    row = reader.execute(query).first()
    if row is None:
        return None
    known = _row(row)
    return replace(known, differences=_differences(reader, known.id))


def _differences(reader: Reader, count_id: int) -> tuple[DifferenceRow, ...]:
    query: Select[*tuple[Any, ...]] = (
        select(
            KeyDifference.id,
            KeyDifference.version,
            KeyDifference.count_id,
            KeyDifference.key_set_id,
            KeyDifference.tag,
            KeyDifference.expected,
            KeyDifference.found,
            KeyDifference.why,
            KeyDifference.written_off_at,
            Account.name,
            KeyDifference.write_off_why,
        )
        .outerjoin(Account, Account.id == KeyDifference.written_off_by_id)
        .where(KeyDifference.count_id == count_id, KeyDifference.withdrawn.is_(False))
        .order_by(KeyDifference.id)
    )
    return tuple(DifferenceRow(*row) for row in reader.execute(query))


def _row(row: Any) -> KeyCountRow:
    told = KeyCountRow(*row)
    lines: Any = told.expected
    return replace(told, expected=tuple(map(from_plain, lines)), moved=tuple(told.moved))


def _key(row: KeyCountRow) -> Key:
    return row.at, row.id


_QUERY: Select[*tuple[Any, ...]] = (
    select(
        KeyCount.id,
        KeyCount.version,
        KeyCount.number,
        KeyCount.kind,
        KeyCount.at,
        KeyCount.by_id,
        _By.name,
        KeyCount.to_id,
        _To.name,
        KeyCount.expected,
        KeyCount.moved,
        KeyCount.follows,
        KeyCount.signed_at,
        KeyCount.to_signed_at,
        KeyCount.sheet_home_on,
        KeyCount.void_why,
    )
    .select_from(KeyCount)
    .join(_By, _By.id == KeyCount.by_id)
    .join(_To, _To.id == KeyCount.to_id)
)
