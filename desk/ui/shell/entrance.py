"""The deeds behind sign-in and first run, on one data folder.

The services are loaded late: the window asks for a password before anything can be opened.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from desk.clock import Clock
from desk.config import DataFolder
from desk.domain.estate import Calendar, Region
from desk.domain.permissions import Role
from desk.domain.staff import AccountEntry
from desk.ui.kit.tasks import Progress
from desk.ui.shell.first_entry import FirstEntry
from desk.ui.shell.registers import Clerk

if TYPE_CHECKING:
    from desk.services.workplace import Workplace


class Entrance:
    """Opens the folder; afterwards `workplace` is the open desk."""

    def __init__(self, folder: DataFolder, clock: Clock) -> None:
        self._folder = folder
        self._clock = clock
        self._language = ""
        self.workplace: Workplace | None = None

    def sign_in(self, login: str, password: str) -> Clerk:
        """Open the folder as a clerk."""
        from desk.services import sign_in  # noqa: PLC0415

        return self._opened(sign_in.sign_in(self._folder, login, password, self._clock))

    def recover(self, code: str, login: str, password: str) -> Clerk:
        """The printed code gives the account this new password."""
        from desk.services import sign_in  # noqa: PLC0415

        return self._opened(sign_in.recover(self._folder, code, login, password, self._clock))

    def begin(self, entry: FirstEntry) -> str:
        """Set up the folder; returns the recovery code."""
        from desk.services import sign_in  # noqa: PLC0415

        beginning = sign_in.Beginning(
            estate=entry.estate,
            region=Region(entry.region),
            calendar=Calendar(entry.calendar),
            account=AccountEntry(entry.login, entry.name, Role.ADMINISTRATOR, entry.language),
            password=entry.password,
        )
        workplace, code = sign_in.begin(self._folder, beginning, self._clock)
        self._opened(workplace)
        self._language = entry.language
        return code

    def sample(self, progress: Progress) -> list[tuple[str, str, str]]:
        """Write the sample estate; its accounts as name, password and role."""
        from desk.services import sample_estate  # noqa: PLC0415

        workplace, accounts = sample_estate.create(
            self._folder, sample_estate.Size(), self._clock, progress=progress.step
        )
        self._opened(workplace)
        return [(one.login, one.password, one.role) for one in accounts]

    def print_code(self, code: str) -> None:
        """Print the recovery code."""
        from desk.ui.paper import recovery  # noqa: PLC0415

        recovery.print_code(self._open(), code, self._language)

    def save_code(self, code: str, path: Path) -> None:
        """Write the recovery code to a file."""
        from desk.services import files  # noqa: PLC0415

        files.write_secret(path, (code + "\n").encode())

    def _opened(self, workplace: "Workplace") -> Clerk:
        self.workplace = workplace
        return clerk_of(workplace)

    def _open(self) -> "Workplace":
        if self.workplace is None:
            raise LookupError("the folder is not open yet")
        return self.workplace


def clerk_of(workplace: "Workplace") -> Clerk:
    """The signed-in clerk as the window shows her."""
    actor = workplace.actor
    return Clerk(actor.login, actor.name, actor.role)
