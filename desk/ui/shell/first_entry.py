"""What the first run asks for, and the deeds it needs."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from desk.ui.kit.tasks import Progress


@dataclass(frozen=True)
class FirstEntry:
    """The estate and its first account, an administrator, as typed."""

    estate: str
    region: str
    calendar: str
    language: str
    name: str
    login: str
    password: str


class FirstRunDeeds(Protocol):
    """Each raises a DeskError that says what to do."""

    def begin(self, entry: FirstEntry) -> str:
        """Set up the folder and give the recovery code; `Reason.field` is a field of the entry."""

    def sample(self, progress: Progress) -> Any:
        """Write the sample estate; long work, in a thread of its own."""

    def print_code(self, code: str) -> None:
        """Print the recovery code."""

    def save_code(self, code: str, path: Path) -> None:
        """Write the recovery code to a file of the clerk's choice."""
