"""Every deed of a move-in, in the order of its life: one line a room."""

from desk.ui.kit.act import Act
from desk.ui.move_in import (
    fee_acts,
    filing_acts,
    handing_acts,
    household_acts,
    living_acts,
    paper_acts,
)
from desk.ui.move_in.deeds import MoveInDeeds


def acts(deeds: MoveInDeeds) -> tuple[Act, ...]:
    """What can be done with a case, each act once."""
    rooms = (household_acts, handing_acts, fee_acts, filing_acts, living_acts, paper_acts)
    return tuple(act for room in rooms for act in room.acts(deeds))
