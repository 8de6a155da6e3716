"""The accounts of the people at the desk."""

from dataclasses import replace

from desk.domain import clean
from desk.domain import staff as rules
from desk.domain.permissions import Permission, Role
from desk.domain.reasons import Reason
from desk.domain.staff import AccountEntry
from desk.errors import RuleRefused
from desk.models.lists import staff as staff_list
from desk.models.lists.staff import AccountRow
from desk.models.staff import Account
from desk.models.vault import Cost, Vault
from desk.services.sign_in import account_row, plain_login, replace_password
from desk.services.workplace import Workplace


def accounts(workplace: Workplace) -> tuple[AccountRow, ...]:
    """Every account, by login name."""
    with workplace.reading() as reader:
        return staff_list.accounts(reader)


def add(
    workplace: Workplace, entry: AccountEntry, password: str, cost: Cost | None = None
) -> AccountRow:
    """A new account with a key slot of its own."""
    workplace.require(Permission.MANAGE_ACCOUNTS)
    entry = replace(entry, name=clean.clean_line(entry.name, rules.NAME_LIMIT))
    reasons = [*rules.account_reasons(entry), *rules.password_reasons(password)]
    if _by_login(workplace, entry.login) is not None:
        reasons.append(Reason("account.login.taken", "login"))
    if reasons:
        raise RuleRefused(reasons)
    slot = Vault(workplace.folder.vault, cost).add_password(entry.login, password, workplace.key)
    with workplace.deed(Permission.MANAGE_ACCOUNTS) as work:
        work.add(account_row(entry, slot, work.now))
        work.commit()
    return _existing(workplace, entry.login)


def set_language(workplace: Workplace, language: str) -> Workplace:
    """The clerk's own language, remembered for the next sign-in."""
    with workplace.deed(Permission.READ) as work:
        work.get(Account, workplace.actor.id).language = language
        work.commit()
    return workplace.signed_in_as(replace(workplace.actor, language=language))


def change_own_password(workplace: Workplace, old: str, new: str) -> None:
    """A clerk changes the password; the old one is asked for."""
    Vault(workplace.folder.vault).unlock(workplace.actor.login, old)
    reasons = rules.password_reasons(new)
    if reasons:
        raise RuleRefused(reasons)
    replace_password(workplace, workplace.actor.id, new)


def reset_password(workplace: Workplace, account_id: int, password: str) -> None:
    """An administrator gives an account a new password."""
    workplace.require(Permission.MANAGE_ACCOUNTS)
    reasons = rules.password_reasons(password)
    if reasons:
        raise RuleRefused(reasons)
    replace_password(workplace, account_id, password)


def deactivate(workplace: Workplace, account_id: int) -> None:
    """End an account: its past deeds stay its own, its key slot goes."""
    workplace.require(Permission.MANAGE_ACCOUNTS)
    with workplace.deed(Permission.MANAGE_ACCOUNTS) as work:
        account = work.get(Account, account_id)
        reasons = rules.deactivation_reasons(
            is_self=account.id == workplace.actor.id,
            is_administrator=account.role == Role.ADMINISTRATOR,
            other_administrators=_other_administrators(workplace, account.id),
        )
        if reasons:
            raise RuleRefused(reasons)
        account.active = False
        slot = account.slot
        work.commit()
    Vault(workplace.folder.vault).remove(slot)


def _other_administrators(workplace: Workplace, account_id: int) -> int:
    return sum(
        one.active and one.role == Role.ADMINISTRATOR and one.id != account_id
        for one in accounts(workplace)
    )


def _by_login(workplace: Workplace, login: str) -> AccountRow | None:
    with workplace.reading() as reader:
        return staff_list.by_login(reader, plain_login(login))


def _existing(workplace: Workplace, login: str) -> AccountRow:
    row = _by_login(workplace, login)
    if row is None:
        raise LookupError("the account that was just added is not there")
    return row
