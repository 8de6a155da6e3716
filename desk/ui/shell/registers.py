"""What the window is told from outside: its registers, who is at the desk, and the deeds it needs.

A new register is one `RegisterEntry` in the list that the window is built with.
"""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from desk.ui.kit.result_list import FoundGroup
from desk.ui.kit.retranslate import Words
from desk.ui.kit.shell_page import ShellPage
from desk.ui.shell.clerk import Clerk

__all__ = ["Clerk", "Draft", "RegisterEntry", "ShellDeeds"]


@dataclass(frozen=True)
class RegisterEntry:
    """One place on the rail.

    `word` is the record word that names its room; `title` is asked in the current language;
    `factory` makes the page when it is first visited; `permission` is what a role needs to see
    it, "" for everybody. `opens` names the kinds of found things that belong here. `count` says
    how many wait, asked again by `MainWindow.refresh_counts`. `at_foot` sets it apart.
    """

    word: str
    icon: str
    title: Words
    factory: Callable[[], ShellPage]
    permission: str = ""
    opens: Sequence[str] = field(default_factory=tuple)
    count: Callable[[], int] | None = None
    at_foot: bool = False

    def kinds(self) -> set[str]:
        """The kinds of things this register opens."""
        return {self.word, *self.opens}


@dataclass(frozen=True)
class Draft:
    """A half-finished form as it is kept over a lock, a crash and a restart.

    `key` stays the same for the form's whole life; `register` is the word of its page, `subject`
    the key of the record being changed or "", `title` its heading when it was set aside,
    `content` JSON values.
    """

    key: str
    register: str
    subject: str
    title: str
    since: dt.datetime
    content: Mapping[str, Any]


class ShellDeeds(Protocol):
    """What the window asks of the program."""

    def find(self, text: str) -> Sequence[FoundGroup]:
        """The one search box."""

    def sign_in(self, login: str, password: str) -> Clerk:
        """Unlock, or switch to another clerk; raises a DeskError that says what to do."""

    def may(self, permission: str) -> bool:
        """Whether the clerk at the desk has a permission."""

    def now(self) -> dt.datetime:
        """The present, aware, UTC."""
