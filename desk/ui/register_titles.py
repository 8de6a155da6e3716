"""What the registers are called on the rail, in the language being spoken."""

from desk.i18n import _, pgettext


def today() -> str:
    """The first page."""
    return pgettext("page", "Today")


def receptions() -> str:
    """Who came or called."""
    return _("Reception")


def passes() -> str:
    """Release passes."""
    return _("Release passes")


def keys() -> str:
    """Keys in custody."""
    return pgettext("page", "Keys")


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
