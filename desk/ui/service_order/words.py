"""How service orders read on the screen: chips, choices, when somebody comes, what it costs."""

import datetime as dt
from collections.abc import Sequence

from desk.domain.deadlines import ClockState
from desk.domain.service_order import OVER, Kind, Liability, Satisfaction, State, Urgency
from desk.i18n import EstateFormat, _, pgettext
from desk.services.service_order import KIND, Order, OrderRow
from desk.ui.kit.chips import Chip
from desk.ui.kit.choice_field import Choice
from desk.ui.kit.record_links import Link, link_of
from desk.ui.kit.theme import Tone
from desk.ui.service_order.deeds import AT_DESK, LATE, OPEN, OUT
from desk.wording import label
from desk.wording.deadline import due_words, duration_words, left_words

_TONES = {
    State.REVIEW: Tone.DUE,
    State.WRITTEN: Tone.NEUTRAL,
    State.AGREED: Tone.NEUTRAL,
    State.DISPATCHED: Tone.DUE,
    State.ON_SITE: Tone.DUE,
    State.DONE: Tone.DONE,
    State.REWORK: Tone.OVERDUE,
    State.CLOSED: Tone.DONE,
    State.UNABLE: Tone.NEUTRAL,
    State.VOID: Tone.NEUTRAL,
}
_CLOCK = {
    ClockState.OVERDUE: Tone.OVERDUE,
    ClockState.SOON: Tone.DUE,
}


def title() -> str:
    """The register's name."""
    return _("Service orders")


def orders_title() -> str:
    """The section of the orders."""
    return pgettext("service sections", "Orders")


def new_words() -> str:
    """The New button and an empty form."""
    return _("New service order")


def empty_words() -> str:
    """What an empty register says."""
    return _("No service order yet. Press F2 for the first.")


def state_chip(state: str) -> Chip:
    """Where an order stands."""
    return Chip(_TONES[State(state)], label("order_state", state))


def row_chip(row: OrderRow, now: dt.datetime) -> Chip:
    """Where it stands; that nobody came in time says more."""
    if is_late(row, now):
        return Chip(Tone.OVERDUE, pgettext("order", "Nobody there yet"))
    return state_chip(row.state)


def is_late(row: OrderRow, now: dt.datetime) -> bool:
    """Whether somebody should be at the door by now (R240)."""
    awaited = row.arrive_by is not None and row.arrived_at is None and row.state not in OVER
    return awaited and row.arrive_by is not None and row.arrive_by < now


def clock_chip(known: Order) -> Chip | None:
    """The clock to the door, while it says something."""
    arrival = known.arrival
    if arrival is None:
        return None
    if arrival.state is ClockState.MET:
        return Chip(Tone.DONE, pgettext("order", "there in time"))
    if arrival.state is ClockState.MET_LATE:
        said = pgettext("order", "{duration} late").format(duration=duration_words(arrival.over))
        return Chip(Tone.OVERDUE, said)
    return Chip(_CLOCK.get(arrival.state, Tone.NEUTRAL), left_words(arrival))


def clock_words(known: Order, custom: EstateFormat) -> str:
    """By when somebody is to be at the door, and when somebody was (R240)."""
    visit = known.facts.rework or known.facts
    if visit.arrived_at is not None:
        told = _("At the door {at}")
        return told.format(at=custom.datetime(visit.arrived_at))
    if visit.arrive_by is None:
        return ""
    return _("At the door: {due}").format(due=due_words(visit.arrive_by, known.seen_at, custom))


def kind_choices() -> Sequence[Choice]:
    """Which of the two papers."""
    return [Choice(one, label("order_kind", one)) for one in Kind]


def urgency_choices() -> Sequence[Choice]:
    """By what the time is set."""
    return [Choice(one, label("order_urgency", one)) for one in Urgency]


def liability_choices() -> Sequence[Choice]:
    """Who answers for a repair."""
    return [Choice(one, label("order_liability", one)) for one in Liability]


def satisfaction_choices() -> Sequence[Choice]:
    """What the customer thinks of it."""
    return [Choice(one, label("satisfaction", one)) for one in Satisfaction]


def state_choices() -> Sequence[Choice]:
    """Where an order may stand; what waits and what is late stand first."""
    return [
        Choice(LATE, pgettext("order", "Late")),
        Choice(OPEN, pgettext("order", "Not over yet")),
        Choice(AT_DESK, pgettext("order", "Still at the desk")),
        Choice(OUT, pgettext("order", "Out for work")),
        *(Choice(one, label("order_state", one)) for one in State),
    ]


def day_choices() -> Sequence[Choice]:
    """Of which days."""
    return [
        Choice("today", _("Today")),
        Choice("week", _("Last 7 days")),
        Choice("month", _("This month")),
    ]


def what_words(row: OrderRow) -> str:
    """The item of the price board, or the wish on one line."""
    return row.item_name or " ".join(row.wish.split())


def link(row: OrderRow) -> Link:
    """The order as a link."""
    return link_of(KIND, row.number, what_words(row), row.state)


def sources() -> str:
    """Above what the order came from."""
    return pgettext("order", "From")


def source(kind: str, record_id: int, number: str) -> Link:
    """What an order came from: its word and number."""
    said = _("{record} {number}").format(record=label("record", kind), number=number)
    return Link(kind, str(record_id), said)


def when_words(row: OrderRow, custom: EstateFormat) -> str:
    """When it was done or somebody came, the appointment, by when somebody is there, or when it
    was asked for; and who comes. Nobody waits for what is void."""
    if row.state == State.VOID:
        at = pgettext("order", "asked for {at}").format(at=custom.datetime(row.asked_at))
    elif row.done_at is not None:
        at = pgettext("order", "done {at}").format(at=custom.datetime(row.done_at))
    elif row.arrived_at is not None:
        at = _("At the door {at}").format(at=custom.datetime(row.arrived_at))
    elif row.urgency == Urgency.APPOINTED and row.appointed_at is not None:
        told = pgettext("order", "appointment {at}")
        at = told.format(at=custom.datetime(row.appointed_at))
    elif row.arrive_by is not None:
        at = pgettext("order", "there by {at}").format(at=custom.datetime(row.arrive_by))
    else:
        at = pgettext("order", "asked for {at}").format(at=custom.datetime(row.asked_at))
    return " · ".join(filter(None, (row.provider, at)))


def place_words(row: OrderRow) -> str:
    """The room, and where in it or elsewhere."""
    return " ".join(filter(None, (row.unit, row.place)))


def person_words(known: Order) -> str:
    """Whose order it is, and where."""
    return "  ".join(filter(None, (known.detail.customer, place_words(known.detail))))


def about_words(known: Order) -> str:
    """Which order a dialog is about."""
    return f"{known.detail.number} · {person_words(known)}"
