"""The places of the registers on the rail, and what they are called in the language spoken."""

from collections.abc import Callable, Sequence

from desk.domain.permissions import Permission
from desk.i18n import _, pgettext
from desk.ui.kit.retranslate import Words
from desk.ui.kit.shell_page import ShellPage
from desk.ui.shell.registers import RegisterEntry


def today() -> str:
    """The first page."""
    return pgettext("page", "Today")


def receptions() -> str:
    """Who came or called."""
    return _("Reception")


def service_orders() -> str:
    """Commissioned services and repairs."""
    return _("Service orders")


def passes() -> str:
    """Release passes."""
    return _("Release passes")


def keys() -> str:
    """Keys in custody."""
    return pgettext("page", "Keys")


def move_ins() -> str:
    """Households that arrive."""
    return pgettext("page", "Move-in")


def services() -> str:
    """What is offered, who does it, what was agreed."""
    return pgettext("page", "Services")


def complaints() -> str:
    """Complaints and their cases."""
    return _("Complaints")


def settings() -> str:
    """The settings."""
    return _("Settings")


def help() -> str:
    """The help."""
    return _("Help")


def new_visit() -> str:
    """Somebody stands at the counter."""
    return _("New reception")


def work_log() -> str:
    """The work log."""
    return _("Work log")


def print_room() -> str:
    """What was printed and what is out."""
    return _("Print room")


def estate() -> str:
    """The households."""
    return _("Households")


def guide() -> str:
    """The guide."""
    return _("Guide")


def place(  # noqa: PLR0913, PLR0917 - what a place on the rail is
    word: str,
    title: Words,
    page: Callable[[], ShellPage],
    opens: Sequence[str] = (),
    icon: str = "",
    count: Callable[[], int] | None = None,
) -> RegisterEntry:
    """A register for everybody who may read; its icon has its word."""
    return RegisterEntry(word, icon or word, title, page, Permission.READ, opens, count)
