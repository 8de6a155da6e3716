"""Every deed of a move-in, in the order of its life: one line a room."""

from desk.ui.kit.act import Act
from desk.ui.move_in import (
    fee_acts,
    filing_acts,
    handing_acts,
    household_acts,
    inspection_acts,
    living_acts,
    packet_acts,
    paper_acts,
    photo_acts,
)
from desk.ui.move_in.deeds import MoveInDeeds


def acts(deeds: MoveInDeeds) -> tuple[Act, ...]:
    """What can be done with a case, each act once, in the order of the manual (R29-R36, R74)."""
    rooms = (
        household_acts.acts,
        photo_acts.acts,
        inspection_acts.acts,
        handing_acts.agreements,
        fee_acts.acts,
        handing_acts.acts,
        filing_acts.acts,
        living_acts.acts,
        packet_acts.acts,
        paper_acts.acts,
    )
    return tuple(act for room in rooms for act in room(deeds))
