"""Accounts, as read."""

from dataclasses import dataclass

from sqlalchemy import select

from desk.models.lists import Reader
from desk.models.staff import Account

_COLUMNS = (
    Account.id,
    Account.login,
    Account.name,
    Account.role,
    Account.language,
    Account.slot,
    Account.active,
    Account.version,
)


@dataclass(frozen=True)
class AccountRow:
    """One account."""

    id: int
    login: str
    name: str
    role: str
    language: str
    slot: str
    active: bool
    version: int


def accounts(reader: Reader) -> tuple[AccountRow, ...]:
    """Every account, by login name."""
    query = select(*_COLUMNS).order_by(Account.login)
    return tuple(AccountRow(*row) for row in reader.execute(query))


def by_login(reader: Reader, login: str) -> AccountRow | None:
    """The account of a login name."""
    row = reader.execute(select(*_COLUMNS).where(Account.login == login)).first()
    return None if row is None else AccountRow(*row)


def role_of(reader: Reader, account_id: int) -> str | None:
    """The role of an account."""
    return reader.scalar(select(Account.role).where(Account.id == account_id))
