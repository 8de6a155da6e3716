"""Accounts of the people at the desk."""

import re
from dataclasses import dataclass

from desk.domain.permissions import Role
from desk.domain.reasons import Reason

NAME_LIMIT = 80
PASSWORD_LEAST = 8
PASSWORD_MOST = 200
_LOGIN = re.compile(r"[\w.@-]{2,64}")


@dataclass(frozen=True)
class AccountEntry:
    """What is written down about a new account; texts are already clean."""

    login: str
    name: str
    role: Role = Role.RECEPTIONIST
    language: str = "zh_Hant"


@dataclass(frozen=True)
class AccountChange:
    """What may be changed of an account; its login name stays for good."""

    name: str
    role: Role
    language: str


def account_reasons(entry: AccountEntry) -> tuple[Reason, ...]:
    """An account has a login name without blanks and the name of its clerk."""
    reasons = []
    if not _LOGIN.fullmatch(entry.login):
        reasons.append(Reason("account.login.form", "login"))
    if not entry.name:
        reasons.append(Reason("account.name.missing", "name"))
    return tuple(reasons)


def password_reasons(password: str) -> tuple[Reason, ...]:
    """A password is long enough to be worth asking for."""
    if len(password) < PASSWORD_LEAST:
        return (Reason("account.password.short", "password", {"least": PASSWORD_LEAST}),)
    if len(password) > PASSWORD_MOST:
        return (Reason("account.password.long", "password", {"most": PASSWORD_MOST}),)
    return ()


def beginning_reasons(estate: str, entry: AccountEntry, password: str) -> tuple[Reason, ...]:
    """The first run names the estate and an administrator, so that someone can go on."""
    reasons = [] if estate else [Reason("estate.name.missing", "estate")]
    reasons += [*account_reasons(entry), *password_reasons(password)]
    if entry.role is not Role.ADMINISTRATOR:
        reasons.append(Reason("account.first.not_administrator", "role"))
    return tuple(reasons)


def change_reasons(
    change: AccountChange, former_role: str, *, is_self: bool, other_administrators: int
) -> tuple[Reason, ...]:
    """A clerk has a name; nobody takes the role from themselves or from the last administrator."""
    reasons = [] if change.name else [Reason("account.name.missing", "name")]
    if change.role != former_role:
        if is_self:
            reasons.append(Reason("account.own_role", "role"))
        elif former_role == Role.ADMINISTRATOR and other_administrators == 0:
            reasons.append(Reason("account.last_administrator.role", "role"))
    return tuple(reasons)


def deactivation_reasons(
    *, is_self: bool, is_administrator: bool, other_administrators: int
) -> tuple[Reason, ...]:
    """Nobody shuts the door behind themselves, nor behind the last administrator."""
    if is_self:
        return (Reason("account.self"),)
    if is_administrator and other_administrators == 0:
        return (Reason("account.last_administrator"),)
    return ()
