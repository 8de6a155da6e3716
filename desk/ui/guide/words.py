"""Words that the sections of the guide share."""

from collections.abc import Sequence

from desk.i18n import _
from desk.ui.kit.chips import Chip
from desk.ui.kit.choice_field import Choice
from desk.ui.kit.theme import Tone


def title() -> str:
    """The page's name."""
    return _("Guide")


def duties() -> str:
    """The duty matrix."""
    return _("Who does what")


def faqs() -> str:
    """The frequent questions."""
    return _("Frequent questions")


def texts() -> str:
    """The reference texts."""
    return _("Reference texts")


def departments() -> str:
    """The departments."""
    return _("Departments")


def breaches() -> str:
    """The inspection of the first-asked duty."""
    return _("First-asked inspection")


def matter() -> str:
    """What it is about."""
    return _("Matter")


def department() -> str:
    """Whose it is."""
    return _("Department")


def phone() -> str:
    """Under which number."""
    return _("Phone")


def note() -> str:
    """What else to mind."""
    return _("Note")


def state() -> str:
    """Whether it still holds."""
    return _("State")


def state_choices() -> Sequence[Choice]:
    """In force, or ended."""
    return [Choice("active", _("In force")), Choice("ended", _("Ended"))]


def state_chip(*, active: bool) -> Chip:
    """The same with colour and shape."""
    return Chip(Tone.DONE, _("In force")) if active else Chip(Tone.NEUTRAL, _("Ended"))


def state_code(*, active: bool) -> str:
    """The code of the choice."""
    return "active" if active else "ended"
