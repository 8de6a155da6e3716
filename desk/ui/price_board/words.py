"""How the catalogue reads on the screen: titles, chips, choices."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from desk.domain.agreement_course import CourseState
from desk.domain.price_board import BoardState
from desk.i18n import EstateFormat, _, pgettext
from desk.ui.kit.chips import Chip
from desk.ui.kit.choice_field import Choice
from desk.ui.kit.theme import Tone
from desk.wording import label

_BOARDS = {
    BoardState.DRAFT: Tone.DUE,
    BoardState.IN_FORCE: Tone.DONE,
    BoardState.SUPERSEDED: Tone.NEUTRAL,
    BoardState.VOID: Tone.NEUTRAL,
}
_COURSES = {
    CourseState.SIGNING: Tone.DUE,
    CourseState.COMING: Tone.NEUTRAL,
    CourseState.IN_FORCE: Tone.DONE,
    CourseState.RUN_OUT: Tone.OVERDUE,
    CourseState.ENDED: Tone.NEUTRAL,
    CourseState.VOID: Tone.NEUTRAL,
}


def board_chip(row: Any) -> Chip:
    """Where a version stands."""
    state = BoardState(row.state)
    return Chip(_BOARDS[state], label("board_state", state))


def course_chip(row: Any, today: dt.date, notice: int) -> Chip:
    """Where an agreement stands; one that runs out soon and was not renewed says so."""
    state = row.state(today)
    left = (row.ends - today).days
    if state is CourseState.IN_FORCE and left <= notice and row.next_id is None:
        return Chip(Tone.DUE, pgettext("agreement", "Runs out soon"))
    return Chip(_COURSES[state], label("course_state", state))


def here_chip(*, here: bool) -> Chip:
    """Whether somebody does the work now."""
    if here:
        return Chip(Tone.DONE, pgettext("catalogue", "In service"))
    return Chip(Tone.NEUTRAL, pgettext("catalogue", "No longer"))


def period(row: Any, custom: EstateFormat) -> str:
    """From which day to which."""
    return _("{first} to {last}").format(first=custom.date(row.starts), last=custom.date(row.ends))


# Choices


def here_choices() -> Sequence[Choice]:
    """What the list of people is narrowed to."""
    return [
        Choice("here", pgettext("catalogue", "In service")),
        Choice("gone", pgettext("catalogue", "No longer")),
    ]


def company_choices() -> Sequence[Choice]:
    """What the list of companies is narrowed to."""
    return [
        Choice("open", pgettext("catalogue", "In service")),
        Choice("over", pgettext("catalogue", "No longer")),
    ]


def agreement_choices() -> Sequence[Choice]:
    """What a list of agreements is narrowed to."""
    return [
        Choice("open", pgettext("key agreements", "Open")),
        Choice("over", pgettext("key agreements", "Over")),
    ]


# Titles


def title() -> str:
    """The register's name."""
    return pgettext("page", "Services")


def boards_title() -> str:
    """The section of versions."""
    return pgettext("catalogue", "Price board")


def people_title() -> str:
    """The section of who does the work."""
    return pgettext("catalogue", "Service people")


def suppliers_title() -> str:
    """The section of companies."""
    return pgettext("catalogue", "Suppliers")


def with_suppliers_title() -> str:
    """The section of agreements with companies."""
    return pgettext("catalogue", "Supplier agreements")


def with_customers_title() -> str:
    """The section of long-term agreements."""
    return pgettext("catalogue", "Long-term agreements")


def new_version() -> str:
    """The next version is drawn up."""
    return _("New version")


def new_person() -> str:
    """Somebody more may be sent."""
    return _("New service person")


def new_supplier() -> str:
    """A company more."""
    return _("New supplier")


def new_agreement() -> str:
    """An agreement is written."""
    return pgettext("catalogue", "New agreement")


def state() -> str:
    """Where something stands."""
    return _("State")


def room() -> str:
    """Which household."""
    return _("Room")


def phone() -> str:
    """How somebody is reached."""
    return _("Phone")


def remark() -> str:
    """What else is to be said."""
    return pgettext("catalogue", "Remark")


def first_day() -> str:
    """From when it holds."""
    return _("First day")


def last_day() -> str:
    """Until when it holds."""
    return _("Last day")


def whole_estate() -> str:
    """An agreement that is of no household alone."""
    return pgettext("catalogue", "The whole estate")
