"""The versions of the estate's policy, as read. Contents come as text: they are parsed above."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import cache, partial
from typing import Any

from sqlalchemy import Select, Text, bindparam, cast, func, select

from desk.models.lists import Reader, once
from desk.models.policy import Policy
from desk.models.staff import Account


@dataclass(frozen=True)
class PolicyVersion:
    """One version: who made it when and why, and from which day on it holds.

    `made_by` and `why` are empty for the version that came with the program.
    """

    id: int
    number: int
    code: str
    holds_from: date
    made_at: datetime
    made_by: str
    why: str


@dataclass(frozen=True)
class StoredPolicy:
    """A version with its content, as JSON text."""

    id: int
    number: int
    holds_from: date
    content: str


def versions(reader: Reader) -> tuple[PolicyVersion, ...]:
    """Every version, newest first."""
    query = (
        select(
            Policy.id,
            Policy.number,
            Policy.code,
            Policy.holds_from,
            Policy.made_at,
            func.coalesce(Account.name, ""),
            Policy.why,
        )
        .outerjoin(Account, Account.id == Policy.made_by_id)
        .order_by(Policy.number.desc())
    )
    return tuple(PolicyVersion(*row) for row in reader.execute(query))


def newest_number(reader: Reader) -> int:
    """The number of the newest version; 0 where there is none."""
    return reader.scalar(select(func.max(Policy.number))) or 0


def in_force(reader: Reader, day: date) -> StoredPolicy | None:
    """The newest version that holds on the day; before all of them, the first."""
    newest = _stored().order_by(Policy.number.desc())
    return _one(reader, newest.where(Policy.holds_from <= day)) or by_number(reader, 1)


def by_id(reader: Reader, policy_id: int) -> StoredPolicy | None:
    """The version of an id."""
    return once(reader, (Policy, policy_id), partial(_read_by_id, reader, policy_id))


def by_number(reader: Reader, number: int) -> StoredPolicy | None:
    """The version of a number."""
    return _one(reader, _stored().where(Policy.number == number))


def _read_by_id(reader: Reader, policy_id: int) -> StoredPolicy | None:
    row = reader.execute(_by_id(), {"key": policy_id}).first()
    return None if row is None else StoredPolicy(*row)


@cache
def _by_id() -> Select[*tuple[Any, ...]]:
    return _stored().where(Policy.id == bindparam("key"))


def _stored() -> Select[*tuple[Any, ...]]:
    return select(Policy.id, Policy.number, Policy.holds_from, cast(Policy.content, Text))


def _one(reader: Reader, query: Select[*tuple[Any, ...]]) -> StoredPolicy | None:
    row = reader.execute(query.limit(1)).first()
    return None if row is None else StoredPolicy(*row)
