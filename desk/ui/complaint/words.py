"""How a complaint reads on the screen: choices, chips, titles."""

from collections.abc import Sequence

from desk.domain.complaint import ContactMethod, ContentClass, Nature, Severity, State
from desk.domain.reception import Channel
from desk.i18n import _
from desk.services.complaint import ComplaintRow
from desk.ui.kit.chips import Chip
from desk.ui.kit.choice_field import Choice
from desk.ui.kit.states import state_chip as chip_of
from desk.ui.kit.theme import Tone
from desk.wording import label

_SEVERITIES = {Severity.IMPORTANT: Tone.DUE, Severity.MAJOR: Tone.OVERDUE}


def state_choices() -> Sequence[Choice]:
    """Where a complaint may stand."""
    return [Choice(one, label("complaint_state", one)) for one in State]


def severity_choices() -> Sequence[Choice]:
    """How grave it may be (R137-R139)."""
    return [Choice(one, label("severity", one)) for one in Severity]


def nature_choices() -> Sequence[Choice]:
    """Its nature (R128, R129)."""
    return [Choice(one, label("nature", one)) for one in Nature]


def content_choices() -> Sequence[Choice]:
    """What it is about (R131)."""
    return [Choice(one, label("content_class", one)) for one in ContentClass]


def contact_choices() -> Sequence[Choice]:
    """How the complainant wants to hear the result."""
    return [Choice(one, label("contact_method", one)) for one in ContactMethod]


def channel_choices() -> Sequence[Choice]:
    """How it reached the desk."""
    return [Choice(one, label("channel", one)) for one in Channel]


def state_chip(state: str) -> Chip:
    """The state with its colour and shape."""
    return chip_of("complaint", state)


def row_state(row: ComplaintRow) -> Chip:
    """The state of a row."""
    return state_chip(row.state)


def row_severity(row: ComplaintRow) -> Chip | None:
    """A grave one stands out, a minor one keeps quiet."""
    tone = _SEVERITIES.get(Severity(row.severity))
    return None if tone is None else Chip(tone, label("severity", row.severity))


def register_title() -> str:
    """The register's name."""
    return _("Complaint register")


def new_words() -> str:
    """The New button and an empty form."""
    return _("New complaint")


def empty_words() -> str:
    """What an empty register says."""
    return _("No complaint has been registered yet. Press F2, or open one from a visit.")


def sheet_title() -> str:
    """The form on paper."""
    return label("form", "complaint_sheet")
