"""Words of the deeds on a defect and of what they ask for."""

from desk.i18n import _, pgettext


def press_words() -> str:
    """Press words."""
    return pgettext("defect deeds", "Press the builder")


def look_words() -> str:
    """Look words."""
    return pgettext("defect deeds", "Look and print")


def care_words() -> str:
    """Care words."""
    return pgettext("defect deeds", "Correct")


def remind() -> str:
    """Remind."""
    return pgettext("defect deed", "Remind")


def promise() -> str:
    """Promise."""
    return pgettext("defect deed", "Day promised")


def done() -> str:
    """Done."""
    return pgettext("defect deed", "Said to be done")


def recheck() -> str:
    """Recheck."""
    return pgettext("defect deed", "Re-inspect")


def builder() -> str:
    """Builder."""
    return pgettext("defect deed", "Other builder")


def print() -> str:
    """Print."""
    return pgettext("defect deed", "Print the list")


def how() -> str:
    """How."""
    return pgettext("defect", "How")


def to() -> str:
    """To."""
    return pgettext("defect", "Who was reminded")


def answer() -> str:
    """Answer."""
    return pgettext("defect", "Answer")


def promised_on() -> str:
    """Promised on."""
    return pgettext("defect", "Promised for")


def by() -> str:
    """By."""
    return pgettext("defect", "Who said so")


def seen_by() -> str:
    """Seen by."""
    return pgettext("defect", "Who looked")


def remark() -> str:
    """Remark."""
    return pgettext("defect", "Remark")


def verdict() -> str:
    """Verdict."""
    return pgettext("defect", "Found to")


def company() -> str:
    """Company."""
    return _("Builder")


def contact() -> str:
    """Contact."""
    return pgettext("defect", "Contact")


def phone() -> str:
    """Phone."""
    return _("Phone")
