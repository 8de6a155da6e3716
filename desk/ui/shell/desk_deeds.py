"""The deeds behind the main window, on the open desk."""

import datetime as dt
from collections.abc import Iterable, Sequence

from desk.domain.permissions import Permission
from desk.services import draft, sign_in
from desk.services.workplace import Workplace
from desk.ui.kit.result_list import FoundGroup
from desk.ui.shell.entrance import clerk_of
from desk.ui.shell.finding import groups_of
from desk.ui.shell.registers import Clerk, Draft


class DeskDeeds:
    """`workplace` is the open desk; after another clerk unlocked the window it is hers."""

    def __init__(self, workplace: Workplace) -> None:
        self.workplace = workplace

    def find(self, text: str) -> Sequence[FoundGroup]:
        """The one search box."""
        return groups_of(self.workplace, text)

    def sign_in(self, login: str, password: str) -> Clerk:
        """Unlock, or let another clerk in."""
        self.workplace = sign_in.switch(self.workplace, login, password)
        return clerk_of(self.workplace)

    def may(self, permission: str) -> bool:
        """Whether the clerk at the desk has a permission."""
        return self.workplace.allows(Permission(permission))

    def now(self) -> dt.datetime:
        """The present."""
        return self.workplace.now()

    def keep(self, drafts: Iterable[Draft]) -> None:
        """Keep the clerk's half-finished forms, in place of those kept before."""
        draft.keep_all(self.workplace, [_kept(one) for one in drafts])

    def kept(self) -> list[Draft]:
        """What the clerk left half-finished."""
        return [_draft(row) for row in draft.list_all(self.workplace)]


def _kept(one: Draft) -> draft.Kept:
    content = {"key": one.key, "content": dict(one.content)}
    return draft.Kept(one.register, one.title, content, one.subject, one.since)


def _draft(row: draft.DraftRow) -> Draft:
    return Draft(
        key=row.content["key"],
        register=row.form,
        subject=row.subject,
        title=row.title,
        since=row.saved_at,
        content=row.content["content"],
    )
