"""What the accounts' screens ask of the program, on the open desk."""

from collections.abc import Mapping

from desk.domain.permissions import Role
from desk.domain.staff import AccountChange, AccountEntry
from desk.services import staff
from desk.services.staff import AccountRow
from desk.services.workplace import Workplace
from desk.ui.kit.record_model import Page


class AccountDeeds:
    """Bridges the screens to the service."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    def is_own(self, row: AccountRow) -> bool:
        """Whether it is the account of the clerk at the desk."""
        return row.id == self._workplace.actor.id

    def new_language(self) -> str:
        """What a new clerk most likely reads: what the one who makes the account reads."""
        return self._workplace.actor.language

    def page(self, asked: Mapping[str, str], _after: object | None) -> Page[AccountRow]:
        """All of them: a desk has dozens of accounts, not thousands."""
        rows = staff.accounts(self._workplace)
        if "state" in asked:
            rows = tuple(row for row in rows if row.active == (asked["state"] == "active"))
        return Page(rows)

    def get(self, key: int | str) -> AccountRow:
        """One account."""
        return staff.get(self._workplace, int(key))

    def add(self, entry: AccountEntry, password: str) -> AccountRow:
        """A new account."""
        return staff.add(self._workplace, entry, password)

    def change(self, known: AccountRow, name: str, role: str, language: str) -> AccountRow:
        """Another name, role or language."""
        wanted = AccountChange(name, Role(role), language)
        return staff.change(self._workplace, known.id, known.version, wanted)

    def give_password(self, known: AccountRow, password: str) -> AccountRow:
        """A new password; an ended account is let in again with it."""
        if known.active:
            staff.reset_password(self._workplace, known.id, password)
        else:
            staff.readmit(self._workplace, known.id, password)
        return self.get(known.id)

    def end(self, known: AccountRow) -> AccountRow:
        """Nobody signs in with it any more."""
        staff.deactivate(self._workplace, known.id)
        return self.get(known.id)
