"""Every deed of a case, in the order of its life: one line a room."""

from desk.ui.complaint import (
    approval_acts,
    closing_acts,
    consent_acts,
    evidence_acts,
    filing_acts,
    handling_acts,
    paper_acts,
    report_acts,
    telling_acts,
)
from desk.ui.complaint.acts import Act
from desk.ui.complaint.deeds import ComplaintDeeds

_ROOMS = (
    filing_acts,
    handling_acts,
    telling_acts,
    evidence_acts,
    approval_acts,
    consent_acts,
    closing_acts,
    report_acts,
    paper_acts,
)


def acts(deeds: ComplaintDeeds) -> tuple[Act, ...]:
    """What can be done with a case, each act once."""
    return tuple(act for room in _ROOMS for act in room.acts(deeds))
