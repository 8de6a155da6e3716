"""How the work log reads on the screen: titles, choices, labels, where an entry stands."""

import datetime as dt
from collections.abc import Sequence

from desk.domain.work_log import Measure, State
from desk.i18n import EstateFormat, _, pgettext
from desk.services.work_log import WorkLogRow
from desk.ui.kit.chips import Chip
from desk.ui.kit.choice_field import Choice
from desk.ui.kit.states import state_chip
from desk.wording import label

_MOMENT = dt.timedelta(microseconds=1)


def title() -> str:
    """The register's name."""
    return _("Work log")


def new_words() -> str:
    """The New button and an empty form."""
    return _("New log entry")


def empty_words() -> str:
    """What an empty register says."""
    return _("Nothing is written down yet. Press F2 for the first entry.")


def kind_words(kind: str) -> str:
    """What kind of entry."""
    return label("work_log_kind", kind)


def state_choices() -> Sequence[Choice]:
    """Where an entry may stand."""
    return [Choice(one, label("work_log_state", one)) for one in State]


def measure_choices() -> Sequence[Choice]:
    """What may follow (R154)."""
    return [Choice(one, label("measure", one)) for one in Measure]


def row_chip(row: WorkLogRow) -> Chip:
    """Where an entry stands."""
    return state_chip("work_log", row.state)


def standing(known: WorkLogRow, custom: EstateFormat) -> str:
    """Until when it is handed in, to whom it was, when it comes back, and what was said."""
    match known.state:
        case State.SUBMITTED:
            words = _("Handed in to {who}, {when}. Due back {back}.")
        case State.RETURNED:
            words = _("Handed in to {who}, {when}. Signed by {by}, {returned}.")
        case State.VOID:
            return _("Void: {why}").format(why=known.void_why)
        case _:
            return _hand_in_words(known, custom)
    said = words.format(
        who=known.submitted_to,
        when=_moment(known.submitted_at, custom),
        back=_moment(known.back_by, custom),
        by=known.returned_by or "",
        returned=_moment(known.returned_at, custom),
    )
    return "\n".join(filter(None, (said, known.remark)))


def entered_hint(known: WorkLogRow, custom: EstateFormat) -> str:
    """Who wrote it down, and when."""
    when = custom.datetime(known.entered_at)
    return _("Entered {when} by {who}").format(when=when, who=known.by)


def period_words(row: WorkLogRow, custom: EstateFormat) -> str:
    """The period it is about, "" for none."""
    if row.first_day is None or row.last_day is None:
        return ""
    first, last = custom.date(row.first_day), custom.date(row.last_day)
    return _("{first} to {last}").format(first=first, last=last)


def _hand_in_words(known: WorkLogRow, custom: EstateFormat) -> str:
    if known.hand_in_by is None:
        return ""
    day = custom.date(custom.day(known.hand_in_by - _MOMENT))
    return _("To be handed in by {day}.").format(day=day)


def _moment(moment: dt.datetime | None, custom: EstateFormat) -> str:
    return "" if moment is None else custom.datetime(moment)


# Labels


def kind() -> str:
    """What kind of entry."""
    return _("Kind")


def state() -> str:
    """Where it stands."""
    return _("State")


def happened_at() -> str:
    """The real time."""
    return _("Happened")


def unit() -> str:
    """The household that was visited."""
    return _("Household")


def about() -> str:
    """The case that was checked."""
    return _("Number of the case")


def first_day() -> str:
    """Where the period begins."""
    return _("First day")


def last_day() -> str:
    """Where the period ends."""
    return _("Last day")


def participants() -> str:
    """Who took part."""
    return _("Who took part")


def participants_hint() -> str:
    """How names stand beside each other."""
    return _("Names, with a comma between them")


def topic() -> str:
    """What it was about."""
    return _("Topic, or emphasis and purpose")


def subject() -> str:
    """What stands first of an entry in the list."""
    return _("What it was about")


def text() -> str:
    """What was done."""
    return pgettext("work log", "What was done")


def findings() -> str:
    """What was found."""
    return pgettext("work log", "What was found")


def measure() -> str:
    """What follows."""
    return _("Measure")


def measure_text() -> str:
    """What was ordered, and what came of it."""
    return _("Which measure, and what came of it")


def plan() -> str:
    """What is planned next."""
    return _("Plan")


# Deeds


def submit() -> str:
    """The button that hands it in."""
    return pgettext("deed", "Hand in")


def submit_lead() -> str:
    """When a report goes and comes back."""
    return _("Before going off duty; the superior gives it back the next day at 9:00 (R195).")


def submitted_to() -> str:
    """Who gets it."""
    return _("Superior")


def give_back() -> str:
    """The button that signs it."""
    return _("Sign and give back")


def remark() -> str:
    """What the superior says."""
    return _("Remark")


def void() -> str:
    """The button that declares it void."""
    return _("Declare void")


def void_lead() -> str:
    """What becomes of it."""
    return _("It keeps its number and stays to be seen.")


def why() -> str:
    """Why it is void."""
    return _("Reason")
