"""Letters of authority, as read (R8, F52)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, Select, select

from desk.domain.authority_letter import Letter
from desk.domain.policy import Post
from desk.models.lists import Reader
from desk.models.promise import AuthorityLetter
from desk.models.staff import Account


@dataclass(frozen=True)
class LetterRow:
    """One letter, who entered it when, and its version for changing it."""

    letter: Letter
    version: int
    entered_at: datetime
    entered_by: str


def of_year(reader: Reader, year: int) -> tuple[LetterRow, ...]:
    """The letters that hold on some day of a year, voided ones too, the newest first."""
    query = _query().where(
        AuthorityLetter.starts <= date(year, 12, 31), AuthorityLetter.ends >= date(year, 1, 1)
    )
    return _rows(reader.execute(query.order_by(AuthorityLetter.id.desc())))


def of_day(reader: Reader, day: date) -> tuple[Letter, ...]:
    """The letters that were given for a day, voided ones too."""
    query = _query().where(AuthorityLetter.starts <= day, AuthorityLetter.ends >= day)
    return tuple(row.letter for row in _rows(reader.execute(query.order_by(AuthorityLetter.id))))


def one(reader: Reader, letter_id: int) -> LetterRow | None:
    """One letter by its id."""
    found = _rows(reader.execute(_query().where(AuthorityLetter.id == letter_id)))
    return found[0] if found else None


def _query() -> Select[*tuple[Any, ...]]:
    table = AuthorityLetter
    return select(
        table.id,
        table.post,
        table.holder,
        table.starts,
        table.ends,
        table.amount_limit,
        table.matters,
        table.signed_by,
        table.void_why,
        table.version,
        table.entered_at,
        Account.name,
    ).join(Account, Account.id == table.entered_by_id)


def _rows(rows: Iterable[Row[*tuple[Any, ...]]]) -> tuple[LetterRow, ...]:
    return tuple(_row(*row) for row in rows)


def _row(letter_id: int, post: str, *others: Any) -> LetterRow:
    *told, version, entered_at, entered_by = others
    return LetterRow(Letter(letter_id, Post(post), *told), version, entered_at, entered_by)
