"""The accounts of the people at the desk."""

from collections.abc import Iterable
from dataclasses import replace

from desk.domain import staff as rules
from desk.domain.permissions import Permission, Role
from desk.domain.reasons import Reason
from desk.domain.staff import AccountChange, AccountEntry
from desk.errors import EnvironmentFault, NotFound, RuleRefused
from desk.models.lists import staff as staff_list
from desk.models.lists.staff import AccountRow
from desk.models.staff import Account
from desk.models.unit_of_work import UnitOfWork
from desk.models.vault import Cost, Vault
from desk.services.cleaning import Cleaning
from desk.services.sign_in import (
    account_row,
    clear_slots,
    identified,
    plain_login,
    renew_slot,
)
from desk.services.workplace import Workplace

__all__ = [
    "AccountRow",
    "accounts",
    "add",
    "change",
    "change_own_password",
    "deactivate",
    "get",
    "password_wrong_reasons",
    "readmit",
    "reset_password",
    "set_language",
]


def accounts(workplace: Workplace) -> tuple[AccountRow, ...]:
    """Every account, by login name."""
    with workplace.reading() as reader:
        return staff_list.accounts(reader)


def get(workplace: Workplace, account_id: int) -> AccountRow:
    """One account; NotFound when there is none."""
    for row in accounts(workplace):
        if row.id == account_id:
            return row
    raise NotFound("account", str(account_id))


def add(
    workplace: Workplace, entry: AccountEntry, password: str, cost: Cost | None = None
) -> AccountRow:
    """A new account with a key slot of its own."""
    workplace.require(Permission.MANAGE_ACCOUNTS)
    cleaning = Cleaning()
    entry = replace(entry, name=cleaning.line(entry.name, rules.NAME_LIMIT, "name"))
    cleaning.refuse(
        rules.account_reasons(entry),
        _taken_reasons(workplace, entry.login),
        rules.password_reasons(password),
    )
    vault = Vault(workplace.folder.vault, cost)
    slot = vault.add_password(entry.login, password, workplace.key)
    try:
        with workplace.deed(Permission.MANAGE_ACCOUNTS) as work:
            row = account_row(entry, slot, work.now)
            work.add(row)
            work.commit()
    except BaseException:
        vault.remove(slot)
        raise
    return get(workplace, row.id)


def change(workplace: Workplace, account_id: int, version: int, entry: AccountChange) -> AccountRow:
    """Another name, role or language; StaleRecord when someone changed the account meanwhile."""
    workplace.require(Permission.MANAGE_ACCOUNTS)
    cleaning = Cleaning()
    entry = replace(entry, name=cleaning.line(entry.name, rules.NAME_LIMIT, "name"))
    with workplace.deed(Permission.MANAGE_ACCOUNTS) as work:
        account = work.get_as_seen(Account, account_id, version)
        cleaning.refuse(
            rules.change_reasons(
                entry,
                account.role,
                is_self=account.id == workplace.actor.id,
                other_administrators=_other_administrators(work, account.id),
            )
        )
        account.name, account.role, account.language = entry.name, entry.role, entry.language
        work.commit()
    return get(workplace, account_id)


def set_language(workplace: Workplace, language: str) -> Workplace:
    """The clerk's own language, remembered for the next sign-in."""
    with workplace.deed(Permission.READ) as work:
        work.get(Account, workplace.actor.id).language = language
        work.commit()
    return workplace.signed_in_as(replace(workplace.actor, language=language))


def change_own_password(workplace: Workplace, old: str, new: str) -> None:
    """A clerk changes the password; the old one is asked for."""
    reasons = [*password_wrong_reasons(workplace, old, "old"), *rules.password_reasons(new)]
    if reasons:
        raise RuleRefused(reasons)
    with workplace.deed(Permission.READ) as work:
        renew_slot(work, workplace, workplace.actor.id, new)
        work.commit()
    clear_slots(workplace)


def password_wrong_reasons(workplace: Workplace, password: str, field: str) -> tuple[Reason, ...]:
    """Whether this is not the password of the clerk at the desk."""
    try:
        identified(workplace, workplace.actor.login, password)
    except EnvironmentFault as fault:
        if fault.code != "sign_in.refused":
            raise
        return (Reason("account.password.wrong", field),)
    return ()


def reset_password(workplace: Workplace, account_id: int, password: str) -> None:
    """An administrator gives an account a new password."""
    with workplace.deed(Permission.MANAGE_ACCOUNTS) as work:
        ended = () if work.get(Account, account_id).active else (Reason("account.ended"),)
        reasons = [*ended, *rules.password_reasons(password)]
        if reasons:
            raise RuleRefused(reasons)
        renew_slot(work, workplace, account_id, password)
        work.commit()
    clear_slots(workplace)


def deactivate(workplace: Workplace, account_id: int) -> None:
    """End an account: its past deeds stay its own, its key slot goes."""
    with workplace.deed(Permission.MANAGE_ACCOUNTS) as work:
        account = work.get(Account, account_id)
        reasons = rules.deactivation_reasons(
            is_self=account.id == workplace.actor.id,
            is_administrator=account.role == Role.ADMINISTRATOR,
            other_administrators=_other_administrators(work, account.id),
        )
        if reasons:
            raise RuleRefused(reasons)
        account.active = False
        work.commit()
    clear_slots(workplace)


def readmit(workplace: Workplace, account_id: int, password: str) -> None:
    """Let an ended account in again, under a new password."""
    workplace.require(Permission.MANAGE_ACCOUNTS)
    reasons = rules.password_reasons(password)
    if reasons:
        raise RuleRefused(reasons)
    with workplace.deed(Permission.MANAGE_ACCOUNTS) as work:
        work.get(Account, account_id).active = True
        renew_slot(work, workplace, account_id, password)
        work.commit()
    clear_slots(workplace)


def _other_administrators(work: UnitOfWork, account_id: int) -> int:
    return sum(
        one.active and one.role == Role.ADMINISTRATOR and one.id != account_id
        for one in staff_list.accounts(work.reader)
    )


def _taken_reasons(workplace: Workplace, login: str) -> Iterable[Reason]:
    with workplace.reading() as reader:
        if staff_list.by_login(reader, plain_login(login)) is not None:
            yield Reason("account.login.taken", "login")
