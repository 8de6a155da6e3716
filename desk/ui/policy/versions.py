"""The versions of the policy and the shipped profiles as rows of a list."""

from collections.abc import Hashable

from desk.i18n import EstateFormat, _
from desk.ui.kit.chips import Chip
from desk.ui.kit.theme import Tone
from desk.ui.policy.deeds import PolicyRow


def key_of(row: PolicyRow) -> Hashable:
    """What tells a row from the others."""
    return row.key


def title_of(row: PolicyRow) -> str:
    """Version 3, or the profile's name."""
    return _("Version {number}").format(number=row.number) if row.number else row.name


def note_of(row: PolicyRow, custom: EstateFormat) -> str:
    """From which day on, by whom, why."""
    if row.holds_from is None:
        return _("Comes with the program; a copy of it may be edited.")
    if not row.made_by:
        return _("Came with the program")
    since = _("from {day}").format(day=custom.date(row.holds_from))
    return " · ".join(filter(None, (since, row.made_by, row.why)))


def state_of(row: PolicyRow, custom: EstateFormat) -> Chip | None:
    """Whether it holds."""
    if row.in_force:
        return Chip(Tone.DONE, _("In force today"))
    if row.is_to_come and row.holds_from is not None:
        return Chip(Tone.DUE, _("From {day}").format(day=custom.date(row.holds_from)))
    return None
