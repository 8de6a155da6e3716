"""Words of the screens of the figures."""

import datetime as dt
from collections.abc import Callable

from desk.i18n import EstateFormat, _, pgettext
from desk.services.service_figures import FigureOrder, Figures
from desk.ui.kit.chips import Chip
from desk.ui.kit.choice_field import Choice
from desk.ui.kit.theme import Tone
from desk.ui.service_figures.deeds import (
    LAST_MONTH,
    LAST_QUARTER,
    MONTH,
    QUARTER,
    YEAR,
    Line,
)
from desk.wording import label
from desk.wording.service_figures import percent_words

HITS, MISSES, ALL = "hits", "misses", "all"


def title() -> str:
    """The section."""
    return pgettext("services", "Figures")


def when_title() -> str:
    """Which period."""
    return pgettext("figures", "Period")


def when_choices() -> list[Choice]:
    """The periods one can look at."""
    return [
        Choice(MONTH, _("This month")),
        Choice(LAST_MONTH, _("Last month")),
        Choice(QUARTER, _("This quarter")),
        Choice(LAST_QUARTER, _("Last quarter")),
        Choice(YEAR, _("This year")),
    ]


def behind_choices() -> list[Choice]:
    """Which orders of a rate."""
    return [
        Choice(HITS, pgettext("figures", "Counted")),
        Choice(MISSES, pgettext("figures", "Not counted")),
        Choice(ALL, pgettext("figures", "All of the whole")),
    ]


def name_words(line: Line) -> str:
    """The figure's name, or the service's."""
    if line.item is not None:
        return line.item.name or pgettext("figures", "Repairs, and beyond the price board")
    return label("figure_kind", str(line.kind))


def counted_words(line: Line) -> str:
    """So many of so many; of a service its orders."""
    if line.item is not None:
        return pgettext("figures", "{count} orders").format(count=line.item.orders)
    assert line.share is not None
    return f"{line.share.hits} / {line.share.whole}"


def value_words(custom: EstateFormat, line: Line) -> str:
    """The share, or the money that came in."""
    if line.item is not None:
        return custom.money(line.item.received)
    assert line.share is not None
    return percent_words(line.share.percent)


def period_words(custom: EstateFormat, line: Line) -> str:
    """The days that are counted."""
    told = pgettext("figures", "{first} to {last}")
    return told.format(first=custom.date(line.since), last=custom.date(line.until))


def spot_words(custom: EstateFormat, line: Line) -> str:
    """A bar of the chart in one line."""
    share = f"{value_words(custom, line)} ({counted_words(line)})"
    return f"{name_words(line)} · {period_words(custom, line)} · {share}"


def charged_words(custom: EstateFormat, line: Line) -> str:
    """What was charged, under what came in."""
    if line.item is None:
        return ""
    told = pgettext("figures", "charged {amount}")
    return told.format(amount=custom.money(line.item.charged))


def formula_words(line: Line) -> str:
    """How the figure is counted."""
    if line.item is None:
        return label("figure_formula", str(line.kind))
    charged, received = (label("figure_formula", one) for one in ("charged", "received"))
    told = pgettext("figures", "Charged: {charged}. Received: {received}.")
    return told.format(charged=charged, received=received)


def whole_words(custom: EstateFormat, found: Figures) -> str:
    """The period with its orders and its money."""
    told = _("{first} to {last} · {orders} orders done · charged {charged} · received {received}")
    return told.format(
        first=custom.date(found.since),
        last=custom.date(found.until),
        orders=found.whole.orders,
        charged=custom.money(found.whole.charged),
        received=custom.money(found.whole.received),
    )


def order_chip(row: FigureOrder) -> Chip | None:
    """How content the customer was."""
    tones = {"dissatisfied": Tone.OVERDUE, "fair": Tone.DUE}
    if not row.answer:
        return None
    return Chip(tones.get(row.answer, Tone.DONE), _ANSWERS[row.answer]())


def arrival_words(custom: EstateFormat, row: FigureOrder) -> str:
    """When somebody was to arrive, and when it was."""
    if row.missed_by is not None:
        return _missed(custom, row, row.missed_by)
    if row.arrive_by is None:
        return ""
    due = custom.time(row.arrive_by)
    if row.arrived_at is None:
        return pgettext("figures", "due {due}").format(due=due)
    told = pgettext("figures", "due {due}, there {time}")
    return told.format(due=due, time=custom.time(row.arrived_at))


def _missed(custom: EstateFormat, row: FigureOrder, missed_by: dt.datetime) -> str:
    due = custom.datetime(missed_by)
    if row.arrived_at is None:
        return pgettext("figures", "missed {due}").format(due=due)
    told = pgettext("figures", "missed {due}, there {time}")
    return told.format(due=due, time=custom.datetime(row.arrived_at))


def print_words() -> str:
    """The deed that prints the report."""
    return _("Print the report")


def empty_words() -> str:
    """No order stands behind."""
    return _("No order stands behind this figure.")


def _very() -> str:
    return pgettext("figures", "Very satisfied")


def _satisfied() -> str:
    return pgettext("figures", "Satisfied")


def _fair() -> str:
    return pgettext("figures", "Fair")


def _dissatisfied() -> str:
    return pgettext("figures", "Dissatisfied")


_ANSWERS: dict[str, Callable[[], str]] = {
    "very": _very,
    "satisfied": _satisfied,
    "fair": _fair,
    "dissatisfied": _dissatisfied,
}
