"""What the settings ask of the program, on the open desk."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from desk.config import Settings
from desk.domain.estate import EstateEntry
from desk.domain.permissions import Permission
from desk.errors import EnvironmentFault
from desk.i18n import EstateFormat, language
from desk.services import estate_settings, files, history, recovery, staff
from desk.services.estate_settings import EstateRow
from desk.services.history import Check, HistoryRow
from desk.services.workplace import Actor, Workplace
from desk.ui.kit.choice_field import Choice
from desk.ui.kit.record_model import Page
from desk.ui.kit.tasks import Progress
from desk.ui.paper import recovery as recovery_sheet


class SettingsDeeds:
    """Bridges the sections to the services."""

    def __init__(self, workplace: Workplace) -> None:
        self.workplace = workplace

    @property
    def custom(self) -> EstateFormat:
        """How this estate writes dates."""
        return self.workplace.estate.custom

    @property
    def actor(self) -> Actor:
        """The clerk at the desk."""
        return self.workplace.actor

    def may(self, permission: Permission) -> bool:
        """Whether the clerk at the desk may do this."""
        return self.workplace.allows(permission)

    # The clerk and this PC

    def change_password(self, old: str, new: str) -> None:
        """The clerk's own."""
        staff.change_own_password(self.workplace, old, new)

    def this_pc(self) -> Settings:
        """What this PC prefers."""
        return Settings.load(self.workplace.folder.settings)

    def set_text_scale(self, percent: int) -> None:
        """The size of the text on this PC, from the next start."""
        self._keep(replace(self.this_pc(), text_scale=percent))

    def set_idle_minutes(self, minutes: int) -> None:
        """After how long this PC locks itself."""
        self._keep(replace(self.this_pc(), idle_minutes=minutes))

    # The estate and its recovery code

    def estate(self) -> EstateRow:
        """The estate as it is written down."""
        return estate_settings.current(self.workplace)

    def change_estate(self, version: int, entry: EstateEntry) -> Workplace:
        """Write it down anew."""
        return estate_settings.change(self.workplace, version, entry)

    def renew_code(self, password: str) -> str:
        """A new recovery code."""
        return recovery.renew(self.workplace, password)

    def print_code(self, code: str) -> None:
        """Print it."""
        recovery_sheet.print_code(self.workplace, code, language())

    def save_code(self, code: str, path: Path) -> None:
        """Write it to a file of the clerk's choice."""
        files.write_secret(path, (code + "\n").encode())

    # The history

    def actor_choices(self) -> Sequence[Choice]:
        """Everybody who may have done something."""
        return [Choice(str(number), name) for number, name in history.actors(self.workplace)]

    def history_page(
        self, asked: Mapping[str, str], number: str, after: object | None
    ) -> Page[HistoryRow]:
        """A page of the history; RuleRefused where no record has the number."""
        kind, record_id = asked.get("kind"), None
        if number:
            kind, record_id = history.record_of_number(self.workplace, number)
        wanted = history.Filter(int(asked["actor"]) if "actor" in asked else None, kind, record_id)
        key = after if isinstance(after, tuple) else None
        found = history.page(self.workplace, wanted, key)
        return Page(found.rows, found.next_key)

    def check_trail(self, progress: Progress) -> Check:
        """Follow the chain of the history; called in a thread."""
        return history.check(self.workplace, progress.step)

    def _keep(self, settings: Settings) -> None:
        try:
            settings.save(self.workplace.folder.settings)
        except OSError as fault:
            raise EnvironmentFault("storage.unwritable", detail=fault.strerror or "") from None
