"""A new recovery code in place of the one that was printed before."""

from desk.domain.permissions import Permission
from desk.errors import RuleRefused
from desk.models.lists import estate as estate_list
from desk.models.vault import Cost, Vault
from desk.services import staff
from desk.services.workplace import Workplace


def renew(workplace: Workplace, password: str, cost: Cost | None = None) -> str:
    """Make a new code, to be kept on paper; the old one opens nothing any more.

    Who may make accounts may make it, for the code opens any of them. The clerk's own password is
    asked for, because whoever holds the code can read everything. The
    history tells that a code was made and by whom, never the code. A cut in the middle leaves the
    old code as it was.
    """
    workplace.require(Permission.MANAGE_ACCOUNTS)
    reasons = staff.password_wrong_reasons(workplace, password, "password")
    if reasons:
        raise RuleRefused(reasons)
    vault = Vault(workplace.folder.vault, cost)
    slots = {account.slot for account in staff.accounts(workplace)}
    former = vault.recovery_slots(slots)
    code = vault.add_recovery_code(workplace.key)
    try:
        _record(workplace)
    except BaseException:
        vault.remove(*(set(vault.recovery_slots(slots)) - set(former)))
        raise
    vault.remove(*former)
    return code


def _record(workplace: Workplace) -> None:
    with workplace.deed(Permission.MANAGE_ACCOUNTS) as work:
        work.record("code_renewed", "estate", estate_list.estate(work.reader).id)
        work.commit()
