"""Words of the deeds on a defect and of what they ask for."""

from desk.i18n import _, pgettext


def press_words() -> str:
    """Press the builder, as it is worded."""
    return pgettext("defect deeds", "Press the builder")


def look_words() -> str:
    """Look and print, as it is worded."""
    return pgettext("defect deeds", "Look and print")


def care_words() -> str:
    """Correct, as it is worded."""
    return pgettext("defect deeds", "Correct")


def remind() -> str:
    """Remind, as it is worded."""
    return pgettext("defect deed", "Remind")


def promise() -> str:
    """Day promised, as it is worded."""
    return pgettext("defect deed", "Day promised")


def done() -> str:
    """Said to be done, as it is worded."""
    return pgettext("defect deed", "Said to be done")


def recheck() -> str:
    """Re-inspect, as it is worded."""
    return pgettext("defect deed", "Re-inspect")


def builder() -> str:
    """Other builder, as it is worded."""
    return pgettext("defect deed", "Other builder")


def print_list() -> str:
    """Print the list, as it is worded."""
    return pgettext("defect deed", "Print the list")


def how() -> str:
    """How, as it is worded."""
    return pgettext("defect", "How")


def to() -> str:
    """Who was reminded, as it is worded."""
    return pgettext("defect", "Who was reminded")


def answer() -> str:
    """Answer, as it is worded."""
    return pgettext("defect", "Answer")


def promised_on() -> str:
    """Promised for, as it is worded."""
    return pgettext("defect", "Promised for")


def by() -> str:
    """Who said so, as it is worded."""
    return pgettext("defect", "Who said so")


def seen_by() -> str:
    """Who looked, as it is worded."""
    return pgettext("defect", "Who looked")


def remark() -> str:
    """Remark, as it is worded."""
    return pgettext("defect", "Remark")


def verdict() -> str:
    """Found to, as it is worded."""
    return pgettext("defect", "Found to")


def company() -> str:
    """Builder, as it is worded."""
    return _("Builder")


def contact() -> str:
    """Contact, as it is worded."""
    return pgettext("defect", "Contact")


def phone() -> str:
    """Phone, as it is worded."""
    return _("Phone")
