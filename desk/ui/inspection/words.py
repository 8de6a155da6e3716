"""How inspections and defects read on the screen: chips, choices, titles."""

from collections.abc import Sequence

from desk.domain.defect import RemindHow, State
from desk.domain.inspection import State as InspectionState
from desk.domain.inspection import Verdict
from desk.i18n import _, ngettext, pgettext
from desk.services.defect import Defect
from desk.services.inspection import Inspection
from desk.ui.inspection.deeds import OVERDUE, WAITING, place_words
from desk.ui.kit.chips import Chip
from desk.ui.kit.choice_field import Choice
from desk.ui.kit.theme import Tone
from desk.wording import label

_TONES = {
    State.OPEN: Tone.DUE,
    State.DONE: Tone.DUE,
    State.PASSED: Tone.DONE,
    State.VOID: Tone.NEUTRAL,
}
_INSPECTION_TONES = {
    InspectionState.OPEN: Tone.DUE,
    InspectionState.DONE: Tone.DONE,
    InspectionState.VOID: Tone.NEUTRAL,
}


def defects_title() -> str:
    """The register of defects."""
    return pgettext("page", "Defects")


def empty_words() -> str:
    """What an empty register says."""
    return _("No defect waits. What fails an inspection stands here until it is repaired.")


def state_chip(state: str) -> Chip:
    """Where a defect stands."""
    return Chip(_TONES[State(state)], label("defect_state", state))


def defect_chip(known: Defect) -> Chip:
    """Where a defect stands; one whose day has passed says so."""
    if known.is_overdue:
        return Chip(Tone.OVERDUE, label("defect_state", known.detail.state))
    return state_chip(known.detail.state)


def inspection_chip(known: Inspection) -> Chip:
    """Where an inspection stands, and how much is still to be seen."""
    detail = known.detail
    state = InspectionState(detail.state)
    if state is InspectionState.OPEN and detail.unseen:
        said = ngettext("{count} part to see", "{count} parts to see", detail.unseen)
        return Chip(Tone.DUE, said.format(count=detail.unseen))
    if state is InspectionState.DONE and known.missing:
        return Chip(Tone.DUE, pgettext("inspection", "To be signed"))
    return Chip(_INSPECTION_TONES[state], label("inspection_state", state))


def about_defect(known: Defect) -> str:
    """Which defect it is."""
    row = known.detail
    return " · ".join((row.number, row.unit, place_words(row)))


def about_inspection(known: Inspection) -> str:
    """Which inspection it is."""
    return " · ".join((known.detail.number, known.detail.unit))


def state_choices() -> Sequence[Choice]:
    """What waits comes first: the page begins with it."""
    return [
        Choice(WAITING, pgettext("defects", "Not finished")),
        Choice(OVERDUE, _("Overdue")),
        *(Choice(one, label("defect_state", one)) for one in State),
    ]


def how_choices() -> Sequence[Choice]:
    """How a builder is reminded."""
    return [Choice(one, label("remind_how", one)) for one in RemindHow]


def verdict_choices() -> Sequence[Choice]:
    """Pass or fail."""
    return [Choice(one, label("part_verdict", one)) for one in (Verdict.PASS, Verdict.FAIL)]
