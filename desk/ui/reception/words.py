"""How a reception reads on the screen: choices, chips, titles."""

from collections.abc import Sequence

from desk.domain.estate import ResidentRole
from desk.domain.reception import Channel, Kind, State
from desk.i18n import EstateFormat, _, ngettext
from desk.services.reception import ReceptionDetail, ReceptionRow
from desk.ui.kit.chips import Chip
from desk.ui.kit.choice_field import Choice
from desk.ui.kit.states import state_chip as chip_of
from desk.wording import label


def kind_choices() -> Sequence[Choice]:
    """The kinds of need (R182, R200)."""
    return [Choice(kind, label("reception_kind", kind)) for kind in Kind]


def channel_choices() -> Sequence[Choice]:
    """The ways in which a matter comes to the desk (R89, R193)."""
    return [Choice(one, label("channel", one)) for one in Channel if one.at_desk is one]


def state_choices() -> Sequence[Choice]:
    """Open or closed."""
    return [Choice(state, label("reception_state", state)) for state in State]


def state_chip(state: str) -> Chip:
    """The state with its colour and shape."""
    return chip_of("reception", state)


def row_chip(row: ReceptionRow) -> Chip:
    """The state of a row."""
    return state_chip(row.state)


def kind_words(kind: str) -> str:
    """The kind."""
    return label("reception_kind", kind)


def channel_words(channel: str) -> str:
    """The channel."""
    return label("channel", channel)


def role_words(role: ResidentRole) -> str:
    """What a resident is to the unit."""
    return label("resident_role", role)


def entered_words(row: ReceptionRow, custom: EstateFormat) -> str:
    """When it was entered, where that was later (R86)."""
    if not row.is_late:
        return ""
    return _("entered {when}").format(when=custom.datetime(row.entered_at))


def entered_hint(known: ReceptionDetail, custom: EstateFormat) -> str:
    """The entry time under the real time (R86)."""
    words = _("Entered later, {when}") if known.is_late else _("Entered {when}")
    return words.format(when=custom.datetime(known.entered_at))


def closed_hint(known: ReceptionDetail, custom: EstateFormat) -> str:
    """Who ended the first-asked duty, and when (R219)."""
    if known.closed_at is None:
        return ""
    when = custom.datetime(known.closed_at)
    return _("Closed {when} by {who}").format(when=when, who=known.closed_by or "")


def unit_words(open_cases: int, instructions: int) -> str:
    """What the clerk must know of a unit, in few words."""
    said = []
    if open_cases:
        words = ngettext("{count} open case", "{count} open cases", open_cases)
        said.append(words.format(count=open_cases))
    if instructions:
        words = ngettext(
            "{count} standing instruction", "{count} standing instructions", instructions
        )
        said.append(words.format(count=instructions))
    return " · ".join(said)


def register_title() -> str:
    """The register's name."""
    return _("Reception register")


def new_words() -> str:
    """The New button and an empty form."""
    return _("New reception")


def empty_words() -> str:
    """What an empty register says."""
    return _("Nobody has been registered yet. Press F2 for the first visit.")
