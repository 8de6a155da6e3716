"""The labels of the reception form's fields and buttons."""

from desk.i18n import _


def person() -> str:
    """Who came."""
    return _("Caller")


def caller_name() -> str:
    """The name of a unit's visitor."""
    return _("Name")


def caller_phone() -> str:
    """How to reach somebody unknown."""
    return _("Phone")


def kind() -> str:
    """What kind of need."""
    return _("Kind")


def channel() -> str:
    """How it came."""
    return _("Channel")


def request() -> str:
    """What was asked."""
    return _("What was asked")


def answer() -> str:
    """What was done."""
    return _("Answer and what was done")


def state() -> str:
    """Open or closed."""
    return _("State")


def first_asked() -> str:
    """The clerk who was asked first."""
    return _("First asked")


def first_asked_name() -> str:
    """Who it was that has no account."""
    return _("Name of who was asked first")


def happened_at() -> str:
    """The real time."""
    return _("Happened")


def order() -> str:
    """The button that makes a service order of it."""
    return _("Make a service order of it")


def complaint() -> str:
    """The button that makes a complaint of it."""
    return _("Make a complaint of it")
