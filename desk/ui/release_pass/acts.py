"""Every deed of a release pass, in the order of its life: one line a room."""

from desk.i18n import pgettext
from desk.ui.kit.act import Act, ActGroup
from desk.ui.release_pass import fees_acts, gate_acts, identity_act, issue_acts, owner_acts
from desk.ui.release_pass.deeds import PassDeeds
from desk.ui.release_pass.groups import AT_GATE, ISSUE, LOCKS


def acts(deeds: PassDeeds) -> tuple[Act, ...]:
    """What can be done with a pass, each act once."""
    rooms = (fees_acts, owner_acts, issue_acts, identity_act, gate_acts)
    return tuple(act for room in rooms for act in room.acts(deeds))


def groups() -> tuple[tuple[ActGroup, ...], ...]:
    """The columns of the sheet of all deeds."""
    return (
        (ActGroup(LOCKS, _locks_words), ActGroup(ISSUE, _issue_words)),
        (ActGroup(AT_GATE, _gate_words),),
    )


def _locks_words() -> str:
    return pgettext("release deeds", "Conditions")


def _issue_words() -> str:
    return pgettext("release deeds", "Issue")


def _gate_words() -> str:
    return pgettext("release deeds", "At the gate")
