"""Words that the rooms of the calendar window share."""

from desk.i18n import _


def calendar_words() -> str:
    """The section's name."""
    return _("Working days")
