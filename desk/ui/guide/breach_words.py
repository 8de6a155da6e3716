"""What the form and the page of the inspection say alike (R220, R221)."""

from collections.abc import Sequence

from desk.domain.breach import Finding
from desk.i18n import _
from desk.services.breach import BreachRow
from desk.ui.kit.chips import Chip
from desk.ui.kit.choice_field import Choice
from desk.ui.kit.theme import Tone
from desk.wording import label


def finding_chip(row: BreachRow) -> Chip:
    """Not looked at yet, a breach, or none."""
    match row.finding:
        case Finding.BREACH:
            return Chip(Tone.OVERDUE, label("finding", row.finding))
        case Finding.NONE:
            return Chip(Tone.DONE, label("finding", row.finding))
    return Chip(Tone.DUE, _("To look at"))


def finding_choices() -> Sequence[Choice]:
    """What an inspection may find."""
    return [Choice(one, label("finding", one)) for one in Finding]


def kind_words() -> str:
    """Which rule may be broken."""
    return _("Kind of breach")


def person_words() -> str:
    """Who did it."""
    return _("Whose breach")


def finding_words() -> str:
    """What the inspection says."""
    return _("Finding")


def new_words() -> str:
    """What the form of a breach that somebody saw is called."""
    return _("Record a breach")
