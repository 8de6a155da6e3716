"""The captions and hints of the form of a move-in."""

from desk.i18n import _, pgettext


def room() -> str:
    return pgettext("move-in", "Room, or who is known there")


def arrival() -> str:
    return pgettext("move-in", "Moves in as")


def holder() -> str:
    return pgettext("move-in", "In the name of")


def name() -> str:
    return pgettext("move-in", "Owner or tenant")


def contact() -> str:
    return pgettext("move-in", "Who speaks for the company")


def phone() -> str:
    return _("Phone")


def by_agent() -> str:
    return pgettext("move-in", "An agent comes")


def agent() -> str:
    return pgettext("move-in", "Agent")


def agent_phone() -> str:
    return pgettext("move-in", "Phone of the agent")


def moved_on() -> str:
    return pgettext("move-in", "Moves in on")


def concentrated() -> str:
    return pgettext("move-in", "Within the concentrated period")


def period_starts() -> str:
    return pgettext("move-in", "Period from")


def period_ends() -> str:
    return pgettext("move-in", "Period until")


def remark() -> str:
    return pgettext("move-in", "Remark")
