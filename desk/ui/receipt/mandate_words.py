"""How the builder's mandates read on the screen."""

from collections.abc import Sequence

from desk.i18n import _, pgettext
from desk.services.fee_mandate import MandateState
from desk.ui.kit.chips import Chip
from desk.ui.kit.choice_field import Choice
from desk.ui.kit.theme import Tone
from desk.ui.receipt.mandate_deeds import IN_FORCE
from desk.wording import label

_TONES = {
    MandateState.TO_SIGN: Tone.DUE,
    MandateState.IN_FORCE: Tone.DONE,
    MandateState.NOT_YET: Tone.NEUTRAL,
    MandateState.ENDED: Tone.NEUTRAL,
    MandateState.VOID: Tone.NEUTRAL,
}


def mandates_title() -> str:
    """The section's name."""
    return pgettext("mandates", "Builder’s mandates")


def new_words() -> str:
    """The New button and an empty form."""
    return _("New mandate")


def empty_words() -> str:
    """What an empty register says."""
    return _("No builder has entrusted the office with fees yet. F2 writes a mandate.")


def chip(state: MandateState) -> Chip:
    """Where a mandate stands."""
    return Chip(_TONES[state], label("mandate_state", state))


def states() -> Sequence[Choice]:
    """What the list is narrowed to."""
    return [Choice(IN_FORCE, label("mandate_state", MandateState.IN_FORCE))]


def state_title() -> str:
    """The name of that filter."""
    return pgettext("mandates", "State")


def builder() -> str:
    """Who entrusts."""
    return pgettext("mandates", "Builder")


def remark() -> str:
    """What else there is to say."""
    return pgettext("mandates", "Remark")
