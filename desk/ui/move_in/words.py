"""How move-ins read on the screen: chips, choices, who and where."""

from collections.abc import Sequence

from desk.domain.move_in import FeeKind, State
from desk.domain.move_in_document import DocumentState
from desk.domain.move_in_filing import items
from desk.domain.move_in_rule import Arrival, Holder
from desk.i18n import _, ngettext, pgettext
from desk.services.move_in import MoveIn, MoveInRow
from desk.ui.kit.chips import Chip
from desk.ui.kit.choice_field import Choice
from desk.ui.kit.theme import Tone
from desk.wording import label

_STATE_TONES = {
    State.OPEN: Tone.DUE,
    State.FILED: Tone.DONE,
    State.MOVED_OUT: Tone.NEUTRAL,
    State.VOID: Tone.NEUTRAL,
}
_DOCUMENT_TONES = {
    DocumentState.MISSING: Tone.DUE,
    DocumentState.UNCHECKED: Tone.DUE,
    DocumentState.DOUBTFUL: Tone.OVERDUE,
    DocumentState.COMPLETE: Tone.DONE,
}


def page_title() -> str:
    """The place on the rail."""
    return pgettext("page", "Move-in")


def title() -> str:
    """The register of the cases."""
    return pgettext("page", "Move-in cases")


def defects_title() -> str:
    """The register of what the builder has to mend."""
    return pgettext("page", "Defects")


def new_words() -> str:
    """The New button and an empty form."""
    return _("New move-in")


def empty_words() -> str:
    """What an empty register says."""
    return _("No move-in yet. Press F2 for the first.")


def state_chip(state: str) -> Chip:
    """Where a case stands."""
    return Chip(_STATE_TONES[State(state)], label("move_in_state", state))


def case_chip(known: MoveIn) -> Chip:
    """Where a case stands; how much an open one lacks is always in sight."""
    chip, lacks = state_chip(known.detail.state), len(items(known.blockers))
    if known.facts.state is not State.OPEN:
        return chip
    if not lacks:
        return Chip(Tone.DONE, lacking_words(lacks))
    return Chip(chip.tone, f"{chip.text} · {lacking_words(lacks)}")


def lacking_words(count: int) -> str:
    """How much an open case lacks."""
    if not count:
        return pgettext("move-in", "Ready to be filed")
    said = ngettext("{count} thing is missing", "{count} things are missing", count)
    return said.format(count=count)


def document_chip(state: DocumentState) -> Chip:
    """Where a paper stands."""
    return Chip(_DOCUMENT_TONES[state], label("document_state", state))


def done_chip(is_done: bool, done: str, open_: str) -> Chip:
    """Whether a thing is there."""
    return Chip(Tone.DONE, done) if is_done else Chip(Tone.DUE, open_)


def who_words(row: MoveInRow) -> str:
    """The room and who moves in."""
    return f"{row.unit} · {row.name}"


def about_words(known: MoveIn) -> str:
    """Which case it is."""
    return f"{known.detail.number} · {who_words(known.detail)}"


def kind_words(row: MoveInRow) -> str:
    """As what, whether in a company's name, whether an agent comes: what is usual goes unsaid."""
    told = [label("arrival", row.arrival)]
    if row.holder != Holder.PERSON:
        told.append(label("holder", row.holder))
    if row.by_agent:
        told.append(pgettext("move-in", "by an agent"))
    return " · ".join(told)


def arrival_choices() -> Sequence[Choice]:
    """Owner or tenant."""
    return [Choice(one, label("arrival", one)) for one in Arrival]


def holder_choices() -> Sequence[Choice]:
    """A person or a company."""
    return [Choice(one, label("holder", one)) for one in Holder]


def state_choices() -> Sequence[Choice]:
    """Every state of a case."""
    return [Choice(one, label("move_in_state", one)) for one in State]


def fee_choices() -> Sequence[Choice]:
    """What is collected."""
    return [Choice(one, label("fee_kind", one)) for one in FeeKind]


def day_choices() -> Sequence[Choice]:
    """Since when a case was written down."""
    return [
        Choice("today", pgettext("span", "Today")),
        Choice("week", _("Last 7 days")),
        Choice("month", _("This month")),
    ]


def yes_no() -> Sequence[Choice]:
    """A question of yes or no."""
    return [Choice("no", pgettext("move-in", "No")), Choice("yes", pgettext("move-in", "Yes"))]
